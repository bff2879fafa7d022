"""Returns as they come to a desk: renamed, zipped, without what leads home, in other formats, not a return at all."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from shutil import copytree

import pytest

from merge.conftest import Press
from merge.desk import edit, zipped
from merge.editing import Element, q
from pressroom.cli.app import run
from pressroom.diagnostics import UsageError
from pressroom.merge.envelope import opened

ZEROS = b"\0" * (130 * 1024 * 1024)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64


def edited(docx: bytes, *edits: tuple[str, str], home: bool = True) -> bytes:
    """Change the document by hand; without ``home`` it is as if the text was pasted into a new file."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode() if name.endswith((".xml", ".rels")) else ""
            if not home and name.startswith("customXml/"):
                continue
            if name == "word/document.xml":
                for old, new in edits:
                    assert old in data
                    data = data.replace(old, new, 1)
                if not home:
                    data = re.sub("<w:bookmark(Start|End) [^>]*/>", "", data)
            target.writestr(name, data or source.read(name))
    return made.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, notice: Press) -> Path:
    """Give a folder with a source and the shelf that its editors' file was sent from."""
    folder = tmp_path_factory.mktemp("built")
    source = folder / "notice.md"
    source.write_text(notice.text, "utf-8")
    assert 0 == run(["build", str(source), "--to", "docx", "-q", "-o", str(folder / "output")])
    return folder


@pytest.fixture
def desk(tmp_path: Path, built: Path) -> Path:
    """Give a copy of this folder."""
    return Path(copytree(built, tmp_path / "desk"))


def merged(desk: Path, returned: Path) -> str:
    goal = desk / "merged.md"
    shelf = ["--shelf", str(desk / "output"), "-o", str(goal)]
    run(["merge", str(desk / "notice.md"), str(returned), *shelf])
    return goal.read_text("utf-8") if goal.exists() else ""


def put(desk: Path, name: str, data: bytes) -> Path:
    (desk / name).write_bytes(data)
    return desk / name


def sent(desk: Path) -> bytes:
    return (desk / "output" / "notice.docx").read_bytes()


def test_a_renamed_return_is_known_by_what_is_in_it(desk: Path, notice: Press) -> None:
    docx = edited(sent(desk), ("will be closed", "is closed"))
    returned = put(desk, "新聞稿 FINAL (2) copy.bak", docx)

    assert notice.text.replace("will be closed", "is closed") == merged(desk, returned)


def test_a_return_in_a_zip_is_taken_out_and_that_is_said(
    desk: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    docx = edited(sent(desk), ("will be closed", "is closed"))
    litter = {"__MACOSX/.__a.docx": b"\0\5\x16\7", "letter__txt": b"please find attached"}
    returned = put(desk, "return.zip", zipped(notice__docx=docx, **litter))

    assert notice.text.replace("will be closed", "is closed") == merged(desk, returned)
    assert "taken out of a ZIP: notice.docx in" in capsys.readouterr().err


def test_what_was_pasted_into_a_new_file_is_held_against_what_was_sent(
    desk: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    docx = edited(sent(desk), ("will be closed", "is closed"), home=False)
    current = notice.text.replace("This notice is a specimen", "This is a specimen")
    (desk / "notice.md").write_text(current, "utf-8")
    result = merged(desk, put(desk, "pasted.docx", docx))

    assert current.replace("will be closed", "is closed") == result
    assert "a version that was sent earlier is the nearest" in capsys.readouterr().err


def test_one_edition_in_a_new_file_leaves_the_other_as_it_is_and_numbers_that_both_have(
    desk: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    table = "| A | B |\n|---|---|\n| 12 | 41 |"
    source = notice.text.replace("###", f"{table}\n\n###")
    (desk / "notice.md").write_text(source, "utf-8")
    docx = edited(notice.docx(source), ("虛構辦事處將於", "辦事處將於"), home=False)

    def chinese_alone(root: Element) -> None:
        parts = list(root[0])
        end = next(
            at for at, part in enumerate(parts) if part.find(f".//{q('sectPr')}") is not None
        )
        for part in parts[: end + 1]:
            root[0].remove(part)

    result = merged(desk, put(desk, "pasted.docx", edit(docx, chinese_alone)))
    told = capsys.readouterr().err

    assert source.replace("虛構辦事處將於", "辦事處將於") == result
    assert "holds nothing of the edition in en-HK" in told
    assert "error" not in told


def test_looks_that_were_lost_with_all_that_leads_home_are_told_and_kept(
    desk: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    source = notice.text.replace("a specimen", "**a specimen**")
    (desk / "notice.md").write_text(source, "utf-8")
    bold = '<w:rPr><w:rStyle w:val="Strong" /></w:rPr>'
    docx = edited(notice.docx(source), (bold, ""), ("will be closed", "is closed"), home=False)

    assert source.replace("will be closed", "is closed") == merged(desk, put(desk, "a.docx", docx))
    assert "warning[W014]" in capsys.readouterr().err


def test_without_a_record_of_what_was_sent_the_source_as_it_is_now_is_taken(
    desk: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    docx = edited(sent(desk), ("will be closed", "is closed"), home=False)
    (desk / "output" / "notice.sent.json").write_text("{damaged", "utf-8")
    result = merged(desk, put(desk, "pasted.docx", docx))

    assert notice.text.replace("will be closed", "is closed") == result
    assert "the source as it is now is the nearest" in capsys.readouterr().err


def test_a_text_that_is_no_return_of_the_release_is_refused(
    desk: Path, specimen: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    stranger = edited(specimen.docx(specimen.text), home=False)

    assert "" == merged(desk, put(desk, "other.docx", stranger))
    assert "hardly anything" in capsys.readouterr().err


def test_changes_that_were_accepted_before_are_found_and_the_others_are_signed(
    desk: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    insertion = (
        'closed</w:t></w:r><w:ins w:id="1" w:author="Lee" w:date="2026-05-01T09:00:00Z"><w:r>'
        '<w:t xml:space="preserve"> all day</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">'
    )
    docx = edited(sent(desk), ("closed", insertion), ("This notice is", "This notice of ours is"))
    wanted = notice.text.replace("closed on", "closed all day on")

    assert wanted.replace("notice is", "notice of ours is") == merged(
        desk, put(desk, "return.docx", docx)
    )
    said = capsys.readouterr().out
    assert "Lee 2026-05-01" in said
    assert "not recorded" in said


def test_a_return_of_one_edition_leaves_the_other_as_it_was(
    desk: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ["build", str(desk / "notice.md"), "--to", "docx", "--edition", "zh-Hant-HK"]
    assert 0 == run([*order, "-q", "-o", str(desk / "output")])
    docx = edited(sent(desk), ("休息一天", "休息兩天"))

    assert notice.text.replace("休息一天", "休息兩天") == merged(
        desk, put(desk, "return.docx", docx)
    )
    assert "nothing of the edition in en-HK" in capsys.readouterr().err


def test_a_source_is_kept_once_however_often_it_is_sent_and_never_with_files_for_the_public(
    desk: Path,
) -> None:
    build = ["build", str(desk / "notice.md"), "--to", "docx", "-q", "-o"]
    assert 0 == run([*build, str(desk / "output")])
    log = (desk / "output" / "notice.sent.json").read_text("utf-8")
    assert 0 == run([*build, str(desk / "public"), "--public"])

    assert 1 == log.count('"source"')
    assert not (desk / "public" / "notice.sent.json").exists()


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "W001", "save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "W001", "take the password off"),
        (OLE, "W001", "ask for a .docx"),
        (b"{\\rtf1\\ansi Dear editor}", "W001", "Rich Text"),
        (b"%PDF-1.7\n", "W001", "ask for the Word file"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "W001", "OpenDocument"),
        (zipped(**{"Index/Document__iwa": b"\0"}), "W001", "Export To"),
        (zipped(**{"[Content_Types]__xml": b"", "xl/workbook__xml": b""}), "W001", "spreadsheet"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><html/>', "W001", "web page"),
        (b'<w:x xmlns:w="http://schemas.microsoft.com/office/word/2003/"/>', "W001", "Word's XML"),
        (zipped(a__docx=b"PK", b__docx=b"PK"), "W006", "a.docx, b.docx"),
        (zipped(inner__zip=zipped(a__docx=b"PK")), "W002", "no Word file but inner.zip"),
        (zipped(a__doc=OLE), "W001", "a.doc in return is an old Office file"),
        (zipped(), "W002", "damaged"),
        (zipped(**{"[Content_Types]__xml": b"<x/>"})[:60], "W002", "send it again"),
        (b"Dear editor, please see the attachment", "W002", "no Word file"),
        (b"", "W002", "no Word file"),
        (zipped(a__docx=ZEROS, b__docx=ZEROS), "W002", "unpacks to more than"),
    ],
)
def test_what_is_no_docx_is_named_with_the_way_out(data: bytes, code: str, says: str) -> None:
    with pytest.raises(UsageError) as refused:
        opened("return", data)
    (finding,) = refused.value.findings
    assert code == finding.code
    assert says in f"{finding.message} {' '.join(finding.hints)}"
