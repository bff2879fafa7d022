"""What an editor did, and what the source and the report say of it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from merge.conftest import NOTICE, Press
from merge.editing import part, q, with_part
from pressroom import merge as package
from pressroom.cli.app import run
from pressroom.merge.codes import RETURNS
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import read_return

BY = 'w:id="1" w:author="Lee" w:date="2026-05-01T09:00:00Z"'
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="Lee" w:date="2026-05-01T09:00:00Z">'
    "<w:p><w:r><w:t>which day -- Monday?</w:t></w:r></w:p></w:comment></w:comments>"
)


def changed(docx: bytes, old: str, new: str, **more: str) -> bytes:
    """Change the XML of the document, and add parts to its relationships."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode() if name.endswith((".xml", ".rels")) else ""
            if name == "word/document.xml":
                assert old in data
                data = data.replace(old, new, 1)
            if name == "word/_rels/document.xml.rels":
                for kind in more:
                    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                    entry = (
                        f'<Relationship Id="x{kind}" Type="{office}/{kind}" Target="{kind}.xml"/>'
                    )
                    data = data.replace("</Relationships>", f"{entry}</Relationships>")
            target.writestr(name, data or source.read(name))
        for kind, content in more.items():
            target.writestr(f"word/{kind}.xml", content)
    return made.getvalue()


def inserted(docx: bytes, before: str, text: str) -> bytes:
    """Insert a text, recorded, behind another one of the document."""
    again = f'</w:t></w:r><w:ins {BY}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">'
    return changed(docx, before, before + again)


def merged(press: Press, docx: bytes, current: str | None = None) -> Merged:
    returned = read_return("return.docx", docx)
    return merge(press.text, current or press.text, returned, press.read)


def test_the_editors_file_records_changes_from_the_first(notice: Press) -> None:
    with zipfile.ZipFile(io.BytesIO(notice.docx(notice.text))) as sent:
        assert b"<w:trackRevisions" in sent.read("word/settings.xml")


def test_an_insertion_changes_nothing_but_its_place_and_is_signed(notice: Press) -> None:
    result = merged(notice, inserted(notice.docx(notice.text), "will be closed", " all day"))

    wanted = notice.text.replace("will be closed", "will be closed all day")
    assert wanted == result.source
    assert ["Lee 2026-05-01"] == [change.who for change in result.changes]


def test_an_edit_that_nobody_recorded_is_found_and_said_to_be_so(notice: Press) -> None:
    result = merged(notice, changed(notice.docx(notice.text), "will be closed", "is closed"))

    assert notice.text.replace("will be closed", "is closed") == result.source
    assert [""] == [change.who for change in result.changes]


def test_signs_of_the_format_arrive_as_text(notice: Press) -> None:
    docx = inserted(notice.docx(notice.text), "will be closed", " *not* [really] a_b &lt;b>")
    result = merged(notice, docx)

    assert ["taken"] == [change.outcome for change in result.changes]
    assert "\\*not\\* \\[really\\] a_b \\<b>" in result.source


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x85"])
def test_a_character_that_no_source_may_hold_is_not_written_into_one(
    notice: Press, character: str
) -> None:
    docx = inserted(notice.docx(notice.text), "will be closed", f" all{character} day")
    result = merged(notice, docx)

    assert notice.text == result.source
    assert ["unmapped"] == [change.outcome for change in result.changes]


def test_changes_in_two_places_of_one_sentence_are_both_taken_over(notice: Press) -> None:
    current = notice.text.replace("on the next working day", "on the day after")
    docx = inserted(notice.docx(notice.text), "will be closed", " all day")

    wanted = current.replace("will be closed", "will be closed all day")
    assert wanted == merged(notice, docx, current).source


def test_a_change_of_what_was_changed_meanwhile_is_marked_with_both_texts_and_the_base(
    notice: Press,
) -> None:
    current = notice.text.replace("will be closed", "may be closed")
    docx = changed(notice.docx(notice.text), "will be closed", "should be closed")
    docx = inserted(docx, "This notice", " of ours")
    result = merged(notice, docx, current)

    line = next(one for one in notice.text.splitlines() if "will be closed" in one)
    marked = "\n".join(
        [
            "<<<<<<< the source",
            line.replace("will be closed", "may be closed"),
            "||||||| as it was sent",
            line,
            "=======",
            line.replace("will be closed", "should be closed"),
            ">>>>>>> an editor",
        ]
    )
    wanted = notice.text.replace(line, marked).replace("This notice", "This notice of ours")
    assert wanted == result.source
    assert ["conflict", "taken"] == [change.outcome for change in result.changes]
    assert notice.read(result.source) is None


def test_a_source_with_a_conflict_is_not_built_and_the_report_says_why(
    tmp_path: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "notice.md"
    source.write_text(notice.text.replace("will be closed", "may be closed"), "utf-8")
    returned = tmp_path / "return.docx"
    docx = changed(notice.docx(notice.text), "will be closed", "should be closed")
    returned.write_bytes(docx)

    assert 1 == run(["merge", str(source), str(returned), "-o", str(source)])
    assert "error[W010]" in capsys.readouterr().err
    assert 3 == run(["check", str(source)])
    told = capsys.readouterr().err
    assert ("error[P012]", 1) == (told[:11], told.count("error["))
    assert 3 == run(["merge", str(source), str(returned)])


def test_a_deleted_block_that_an_editor_changed_is_a_conflict_with_the_whole_text(
    notice: Press,
) -> None:
    line = next(one for one in notice.text.splitlines() if one.startswith("This notice"))
    docx = inserted(notice.docx(notice.text), "This notice", " of ours")
    result = merged(notice, docx, notice.text.replace(f"{line}\n\n", ""))

    assert ["conflict"] == [change.outcome for change in result.changes]
    assert line.replace("This notice", "This notice of ours") in result.source
    assert "<<<<<<< the source\n|||||||" in result.source


def test_an_edit_that_the_source_has_already_is_made_once(notice: Press) -> None:
    docx = inserted(notice.docx(notice.text), "will be closed", " all day")
    current = notice.text.replace("will be closed", "will be closed all day")

    assert current == merged(notice, docx, current).source


def test_two_editors_can_be_merged_in_either_order(notice: Press) -> None:
    sent = notice.docx(notice.text)
    one = inserted(sent, "will be closed", " all day")
    other = inserted(sent, "This notice", " of ours")
    first = merged(notice, other, merged(notice, one).source).source

    assert first == merged(notice, one, merged(notice, other).source).source
    assert "closed all day" in first
    assert "notice of ours" in first


def test_a_comment_becomes_a_comment_of_the_source(notice: Press) -> None:
    marked = '</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">'
    docx = changed(
        notice.docx(notice.text), "will be closed", marked + "will be closed", comments=COMMENTS
    )
    result = merged(notice, docx)

    comment = " <!-- @Lee 2026-05-01: which day - Monday? -->"
    place = "answered on the next working day."
    assert notice.text.replace(place, place + comment) == result.source
    assert "Monday" not in str(notice.read(result.source))
    assert result.source == merged(notice, docx, result.source).source


def test_the_house_s_own_wording_is_not_written_into_the_source(specimen: Press) -> None:
    docx = changed(specimen.docx(specimen.text), "Notes for editors", "Notes for all")
    result = merged(specimen, docx)

    assert specimen.text == result.source
    assert ["wording"] == [change.outcome for change in result.changes]


def test_a_dateline_is_told_with_both_brackets_of_the_house(specimen: Press) -> None:
    result = merged(
        specimen, inserted(specimen.docx(specimen.text), "Hong Kong, 3 March 2026", " or so")
    )
    (change,) = result.changes

    assert change.before.startswith("(Hong Kong, 3 March 2026) – Low")
    assert change.after.startswith("(Hong Kong, 3 March 2026 or so) – Low")


def test_a_return_without_bookmarks_is_still_understood(specimen: Press) -> None:
    docx = inserted(specimen.docx(specimen.text), "nurses carried a torch", " (or a lamp)")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = re.sub(rb"<w:bookmark(Start|End) [^>]*/>", b"", data)
            target.writestr(name, data)
    wanted = specimen.text.replace("carried a torch", "carried a torch (or a lamp)")

    assert wanted == merged(specimen, made.getvalue()).source


def test_a_return_of_another_release_is_refused(
    tmp_path: Path, specimen: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    returned = tmp_path / "return.docx"
    returned.write_bytes(specimen.docx(specimen.text))

    assert 2 == run(["merge", str(NOTICE), str(returned)])
    assert "return of specimen, not of notice" in capsys.readouterr().err


def test_a_dry_run_shows_and_writes_nothing(
    tmp_path: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    returned = tmp_path / "return.docx"
    source = tmp_path / "notice.md"
    source.write_text(notice.text, "utf-8")
    returned.write_bytes(inserted(notice.docx(notice.text), "will be closed", " all day"))

    assert 0 == run(["merge", str(source), str(returned), "--dry-run"])
    assert "{+ all day+}" in capsys.readouterr().out
    assert {source, returned} == set(tmp_path.iterdir())


def test_every_code_of_returns_is_in_the_table_and_no_other() -> None:
    (folder,) = package.__path__
    press = Path(folder).parent / "press"
    files = [path for path in Path(folder).glob("*.py") if path.name != "codes.py"]
    files += [press / "merging.py", press / "returns.py"]
    used = {code for path in files for code in re.findall(r'"(W[0-9]{3})"', path.read_text())}
    assert set(RETURNS) == used


def two_editors(notice: Press, folder: Path) -> tuple[Path, Path]:
    """Return a source and its return, in which Lee and Wong worked on one paragraph and Wong on another."""
    docx = inserted(notice.docx(notice.text), "will be closed", " all day")
    docx = docx_by(inserted(docx, "answered on", " or after"), "Lee", "Wong")
    docx = docx_by(inserted(docx, "This notice", " of ours"), "Lee", "Wong")
    source, returned = folder / "notice.md", folder / "return.docx"
    source.write_text(notice.text, "utf-8")
    returned.write_bytes(docx)
    return source, returned


def docx_by(docx: bytes, old: str, new: str) -> bytes:
    """Give the first change in the document that is signed by one editor to another."""
    texts = {"or after": new, "of ours": new}
    root = part(docx)
    for change in root.iter(q("ins")):
        if any(text in "".join(change.itertext()) for text in texts):
            assert change.get(q("author")) in {old, new}
            change.set(q("author"), new)
    return with_part(docx, root)


@pytest.mark.parametrize(
    ("chosen", "changes"),
    [
        (["Lee"], [("will be closed", "will be closed all day")]),
        (["Wong"], [("answered on", "answered on or after"), ("notice", "notice of ours")]),
        (["2"], [("notice", "notice of ours")]),
        (["Wong", "2"], [("notice", "notice of ours")]),
    ],
)
def test_one_editor_or_one_change_can_be_chosen(
    tmp_path: Path, notice: Press, chosen: list[str], changes: list[tuple[str, str]]
) -> None:
    source, returned = two_editors(notice, tmp_path)
    goal = tmp_path / "merged.md"
    options = [word for one in chosen for word in ("--select", one)]

    assert 0 == run(["merge", str(source), str(returned), "-o", str(goal), *options])
    wanted = notice.text
    for old, new in changes:
        wanted = wanted.replace(
            f"This {old}" if old == "notice" else old, f"This {new}" if old == "notice" else new
        )
    assert wanted == goal.read_text("utf-8")


@pytest.mark.parametrize(
    ("chosen", "code", "way_out"), [("Chan", "W018", "Lee, Wong"), ("9", "W019", "--dry-run")]
)
def test_a_choice_of_nothing_is_refused(
    tmp_path: Path,
    notice: Press,
    capsys: pytest.CaptureFixture[str],
    chosen: str,
    code: str,
    way_out: str,
) -> None:
    source, returned = two_editors(notice, tmp_path)

    assert 2 == run(["merge", str(source), str(returned), "--select", chosen])
    told = capsys.readouterr().err
    assert code in told
    assert way_out in told


def test_a_return_in_which_nothing_was_changed_is_told(
    notice: Press, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, returned = tmp_path / "notice.md", tmp_path / "back.docx"
    source.write_text(notice.text, encoding="utf-8")
    returned.write_bytes(notice.docx(notice.text))

    assert 0 == run(["merge", str(source), str(returned), "--dry-run"])
    assert "nothing was changed in back.docx" in capsys.readouterr().out
