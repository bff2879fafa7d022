"""``pressroom proof``: files on the shelf against the source as it is now."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from cli.conftest import NOTICE, altered, copy
from pressroom.cli.app import run


def test_proof_is_content_with_what_was_built(
    shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["proof", str(NOTICE), "-o", str(shelf)])
    assert 4 == capsys.readouterr().out.count("as in the source")


@pytest.mark.parametrize(
    ("name", "part", "old", "new"),
    [
        ("notice.docx", "word/document.xml", "休息", "營業"),
        ("notice.epub", "EPUB/edition-zh-hant-hk.xhtml", "休息", "營業"),
    ],
)
def test_proof_finds_one_changed_word_and_its_line(  # fixtures and cases
    shelf: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    part: str,
    old: str,
    new: str,
) -> None:
    folder = copy(shelf, tmp_path)
    altered(folder / name, part, old, new)

    assert 6 == run(["proof", str(NOTICE), "-o", str(folder)])
    shown = capsys.readouterr().err
    assert "changed after it was built" in shown
    assert "營業" in shown
    assert "notice.md:" in shown


def test_a_file_that_was_changed_is_refused_though_it_says_the_same_and_its_parts_are_named(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(shelf, tmp_path)
    altered(folder / "notice.docx", "word/styles.xml", "<w:bCs />", "<w:iCs />")

    assert 6 == run(["proof", str(NOTICE), "-o", str(folder)])
    told = capsys.readouterr()
    assert 4 == told.out.count("as in the source")
    assert "not what the source makes now: word/styles.xml\n" in told.err


def test_a_file_that_is_what_the_source_makes_now_is_no_more_than_ahead_of_its_record(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(shelf, tmp_path)
    source = tmp_path / "notice.md"
    source.write_text(NOTICE.read_text().replace("Enquiries that", "Questions that"))
    assert 0 == run(["build", str(source), "--to", "docx,epub", "-q", "-o", str(tmp_path / "new")])
    for name in ("notice.docx", "notice.epub"):
        (tmp_path / "new" / name).replace(folder / name)
    for name in ("notice.html", "notice.txt"):
        (folder / name).unlink()

    assert 6 == run(["proof", str(source), "-o", str(folder)])
    told = capsys.readouterr().err
    assert 2 == told.count("warning[A021]")
    assert 2 == told.count("error[A020]")
    assert 0 == told.count("error[A021]")


def test_proof_finds_that_the_source_was_changed(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "notice.md"
    source.write_text(NOTICE.read_text().replace("25 May", "26 May"))

    assert 6 == run(["proof", str(source), "-o", str(shelf)])
    assert "notice.md:11:" in capsys.readouterr().err


def test_proof_says_that_a_source_was_changed_and_asks_for_another_house(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shelf"
    source = tmp_path / "notice.md"
    source.write_text(NOTICE.read_text())
    build = ["build", str(source), "--to", "text", "-q", "-o", str(folder)]
    assert 0 == run([*build, "--house", "journal"])
    assert 0 == run(["proof", str(source), "-q", "-o", str(folder)])
    assert "A02" not in capsys.readouterr().err

    source.write_text(NOTICE.read_text().replace("date: ", "status: final\ndate: "))
    assert 6 == run(["proof", str(source), "-q", "-o", str(folder)])
    told = capsys.readouterr().err
    assert "warning[A028]" in told
    assert "asks for the house plain now, its files are in that of journal" in told
    assert 0 == run(build)
    assert 0 == run(["proof", str(source), "-q", "-o", str(folder)])
    assert "A02" not in capsys.readouterr().err


def test_proof_names_a_build_that_was_killed_between_two_files(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(shelf, tmp_path)
    source = tmp_path / "notice.md"
    source.write_text(NOTICE.read_text().replace("Enquiries that", "Questions that"))
    order = ["build", str(source), "--to", "docx,epub,html,text", "-q"]
    assert 0 == run([*order, "-o", str(tmp_path / "new")])
    (folder / ".press-dead").mkdir()
    for name, to in (("notice.html", folder), ("notice.proof.json", folder / ".press-dead")):
        (tmp_path / "new" / name).replace(to / name)

    assert 6 == run(["proof", str(source), "-o", str(folder)])
    assert "A022" in capsys.readouterr().err
    assert 0 == run([*order, "-o", str(folder)])
    assert 0 == run(["proof", str(source), "-o", str(folder)])
    assert "A022" not in capsys.readouterr().err
    assert [] == list(folder.glob(".*"))


def test_proof_holds_what_a_former_build_left_against_the_source_too(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(shelf, tmp_path)
    assert 0 == run(["build", str(NOTICE), "--to", "html", "-q", "-o", str(folder)])
    assert 0 == run(["proof", str(NOTICE), "-o", str(folder)])
    assert "notice.docx is not in the proof record" in capsys.readouterr().err

    source = tmp_path / "notice.md"
    source.write_text(NOTICE.read_text().replace("Enquiries that", "Questions that"))
    assert 0 == run(["build", str(source), "--to", "html", "-q", "-o", str(folder)])
    assert 6 == run(["proof", str(source), "-o", str(folder)])
    told = capsys.readouterr().err
    assert "notice.docx" in told
    assert "Questions that" in told


def test_a_wrong_record_is_told_before_anything_is_proved(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "old.json"
    wrong.write_text("{}")
    assert 2 == run(["proof", str(NOTICE), "-o", str(shelf), "--against", str(wrong)])
    told = capsys.readouterr()
    assert "old.json is not a proof record: it has not the form of a record" in told.err
    assert "" == told.out


def test_proof_tells_what_is_different_from_an_older_record(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(shelf, tmp_path)
    source = tmp_path / "notice.md"
    source.write_text(NOTICE.read_text().replace("Enquiries that", "Questions that"))
    assert 0 == run(["build", str(source), "--to", "html", "-q", "-o", str(folder / "new")])
    old = str(folder / "notice.proof.json")

    assert 0 == run(["proof", str(source), "-q", "-o", str(folder / "new"), "--against", old])
    told = capsys.readouterr().out.splitlines()
    assert f"different from {old}:" == told[0]
    assert any(line.startswith("  text en-HK: '") and "Questions" in line for line in told)
    assert "  file notice.epub: taken out" in told
    assert 0 == run(
        [
            "proof",
            str(source),
            "-o",
            str(folder / "new"),
            "--against",
            str(folder / "new" / "notice.proof.json"),
        ]
    )
    assert "nothing is different from " in capsys.readouterr().out
    assert 2 == run(["proof", str(NOTICE), "-o", str(shelf), "--against", str(source)])


def test_proof_finds_that_a_picture_beside_the_source_is_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, picture = tmp_path / "notice.md", tmp_path / "view.png"
    figure = '\n\n![A view](view.png){alt="A grey wall"}\n\nEnquiries that'
    source.write_text(NOTICE.read_text().replace("Enquiries that", figure))
    Image.linear_gradient("L").save(picture)
    assert 0 == run(["build", str(source), "--to", "text", "-q", "-o", str(tmp_path)])
    assert 0 == run(["proof", str(source), "-q", "-o", str(tmp_path)])

    Image.linear_gradient("L").rotate(180).save(picture)
    assert 6 == run(["proof", str(source), "-q", "-o", str(tmp_path)])
    told = capsys.readouterr().err
    assert "error[A024]: view.png is not the picture that was built" in told
    assert "notice.md:" in told


def test_proof_finds_that_a_picture_in_a_file_is_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, picture = tmp_path / "notice.md", tmp_path / "view.png"
    figure = '\n\n![A view](view.png){alt="A grey wall"}\n\nEnquiries that'
    source.write_text(NOTICE.read_text().replace("Enquiries that", figure))
    Image.linear_gradient("L").rotate(180).save(picture)
    order = ["build", str(source), "--to", "docx,epub,html", "-q", "-o"]
    assert 0 == run([*order, str(tmp_path / "other")])
    Image.linear_gradient("L").save(picture)
    assert 0 == run([*order, str(tmp_path)])
    assert 0 == run(["proof", str(source), "-q", "-o", str(tmp_path)])
    names = ("notice.docx", "notice.epub", "notice.html")
    for name in names:
        (tmp_path / "other" / name).replace(tmp_path / name)

    capsys.readouterr()
    assert 6 == run(["proof", str(source), "-q", "-o", str(tmp_path)])
    told = capsys.readouterr().err
    for name in names:
        assert f"error[A026]: {name} (en-HK) does not show the picture of the figure" in told


def test_proof_without_a_record_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["proof", str(NOTICE), "-o", str(tmp_path)])
    assert "notice.proof.json" in capsys.readouterr().err


def test_proof_misses_a_file_that_was_taken_away(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(shelf, tmp_path)
    (folder / "notice.epub").unlink()

    assert 6 == run(["proof", str(NOTICE), "-o", str(folder)])
    assert "notice.epub" in capsys.readouterr().err
