from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree

from merge.desk import zipped
from merge.editing import part, with_part
from pressroom.cli.app import run
from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.docx.reading import read_docx
from pressroom.readers.draft import (
    NOTE,
    Draft,
    Imported,
    Passage,
    UnreadableError,
    letters_of,
)
from pressroom.source.parse import parse
from pressroom.testing.sample import every_node
from proof.artifacts import artifact, repacked
from readers.plain import plain_house
from readers.word_files import Element, W, letter, picture, put
from readers.word_files import run as run_of

WANTED = """\
::: {.edition lang=en-HK}

# Boats are back

[Hong Kong, 3 March 2026]{.dateline} All 12 boats came *back* at night: x^2^. <!-- @Ann 2026-03-02: Is it twelve? -->

## What was seen

- A red boat
- A blue boat
1. First

| Boat | Crew |
| --- | --- |
| Red | 3\\|4 |

### What comes next

They really stay.

In a box.

![](boats-1.png){alt="Two boats"}

:::

::: {.edition lang=zh-Hant-HK}

# 漁船都回來了

[香港，2026年3月3日]{.dateline} 12艘漁船晚上都回來了。

###

:::
"""


def imported(data: bytes) -> Imported:
    draft = read_docx(data, "boats")
    assert isinstance(draft, Draft)
    return make_source(draft, plain_house(), "boats")


def test_a_word_file_becomes_a_source() -> None:
    made = imported(letter())
    assert WANTED == made.source.partition("---\n\n")[2]
    assert parse(SourceFile("boats.md", made.source), Report())


def test_line_breaks_stay_where_the_lines_of_a_source_cannot_end() -> None:
    document: Element = docx.Document()
    document.add_heading("Boats are back\nat night", 0)
    document.add_paragraph("Ann\nBo ")
    document.add_heading("What was\n\nseen", 1)
    document.add_paragraph("Red\nblue", style="List Bullet")
    first, second = document.add_table(rows=1, cols=2)._cells  # noqa: SLF001
    first.text, second.text = "Boat\nname", "Crew"
    second.add_paragraph()
    second.add_paragraph("by day")
    document.save(made := BytesIO())
    body = imported(made.getvalue()).source.partition("{.edition lang=en-HK}\n\n")[2]
    assert [
        "# Boats are back[]{.break}at night",
        "Ann\\\nBo",
        "## What was[]{.break}seen",
        "- Red[]{.break}blue",
        "| Boat[]{.break}name | Crew[]{.break}by day |\n| --- | --- |",
        ":::\n",
    ] == body.split("\n\n")


def test_what_a_word_file_hides_or_leaves_open_is_listed() -> None:
    made = imported(letter())
    listed = {change.what: change.before or change.after for change in made.changes}
    assert "secret" == listed["hidden text left out"]
    assert "really" == listed["tracked insertion accepted (Ann 2026-03-01)"]
    assert "never" == listed["tracked deletion accepted (Ann)"]
    assert "Harbour Press, confidential" == listed["header left out"]
    assert any("In a box." in doubt for doubt in made.doubts)


def test_pictures_are_taken_along_without_what_they_hide(tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(letter())
    assert 0 == run(["import", str(file), "-o", str(tmp_path / "boats.md"), "--house", "plain"])
    assert picture() == (tmp_path / "boats-1.png").read_bytes()
    assert 2 == run(["import", str(file), "-o", str(tmp_path / "boats.md")])
    (tmp_path / "boats.md").unlink()
    assert 2 == run(["import", str(file), "-o", str(tmp_path / "boats.md")])
    assert not (tmp_path / "boats.md").exists()


def test_the_columns_of_a_word_table_keep_their_alignment() -> None:
    document: Element = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for at, cell in enumerate(table._cells):  # noqa: SLF001
        cell.text = f"Boat {at}"
        cell.paragraphs[0].alignment = (
            WD_ALIGN_PARAGRAPH.LEFT,
            WD_ALIGN_PARAGRAPH.CENTER,
            WD_ALIGN_PARAGRAPH.RIGHT,
        )[at % 3]
    document.save(made := BytesIO())
    assert "| --- | :---: | ---: |" in imported(made.getvalue()).source


def test_a_note_that_is_not_there_is_a_doubt() -> None:
    data = letter()
    document = part(data)
    run_ = etree.SubElement(document.find(f".//{{{W}}}p"), f"{{{W}}}r")
    etree.SubElement(run_, f"{{{W}}}endnoteReference", {f"{{{W}}}id": "7"})
    made = imported(with_part(data, document))
    assert "a note is called that is not in the file, or is empty" in made.doubts
    assert parse(SourceFile("boats.md", made.source), Report())


def test_sub_heads_stand_one_below_what_they_belong_to() -> None:
    levels = (1, 4, 4, 2, 5, 3)
    draft = Draft([Passage(letters_of(f"Head of {level}"), level) for level in levels])
    made = make_source(draft, plain_house(), "boats")

    heads = [line for line in made.source.splitlines() if line.startswith("#")]
    assert ["#", "##", "##", "##", "###", "###"] == [head.split()[0] for head in heads]


def test_a_note_without_text_is_a_doubt_and_its_call_goes() -> None:
    call = letters_of("\ufffc", frozenset({(NOTE, "1")}))
    draft = Draft([Passage(letters_of("Boats are back"), 1), Passage((*letters_of("All."), *call))])
    draft.notes["1"] = letters_of(" ")
    made = make_source(draft, plain_house(), "boats")

    assert "a note is called that is not in the file, or is empty" in made.doubts
    assert "\n\nAll.\n\n" in made.source


def test_the_source_that_our_own_file_carries_is_taken() -> None:
    taken = read_docx(artifact("docx").data, "boats")
    assert isinstance(taken, Imported)
    assert every_node().source.text == taken.source
    assert "merge" in taken.doubts[0]


def test_without_the_source_that_it_carries_our_own_file_is_read_as_any_other() -> None:
    def forget(files: dict[str, bytes]) -> None:
        del files["customXml/item1.xml"]

    made = imported(repacked(artifact("docx").data, forget))
    report = Report()
    parse(SourceFile("boats.md", made.source), report)
    assert ["M012"] == [finding.code for finding in report]  # the sample has no day in its dateline
    assert "[^1]: plain words" in made.source
    assert '[香]{ruby="hoeng1"}' in made.source


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", b"PK\x03\x04" + bytes(1000)])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no Word file"):
        read_docx(data, "boats")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "in the format of old Word"),
        (
            zipped(mimetype=b"application/vnd.oasis.opendocument.text"),
            "OpenDocument",
        ),
    ],
)
def test_another_format_is_named_with_the_way_out(
    data: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    assert 3 == run(["import", str(tmp_path / "a.docx"), "-o", str(tmp_path / "a.md")])
    shown = capsys.readouterr().err
    assert told in shown
    assert "save it as .docx" in shown


def test_a_word_file_may_come_in_a_zip(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(boats__docx=letter()))
    assert 0 == run(["import", str(tmp_path / "a.zip"), "-o", str(tmp_path / "a.md")])
    assert "# Boats are back" in (tmp_path / "a.md").read_text("utf-8")


def test_a_source_is_not_written_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.docx").write_bytes(letter())
    assert 2 == run(["import", str(tmp_path / "a.docx"), "-o", "-"])
    assert "name one with -o" in capsys.readouterr().err


def test_signs_of_the_font_symbol_are_read_and_what_is_no_text_is_a_doubt() -> None:
    document = docx.Document()
    symbols = [f'<w:sym w:font="{font}" w:char="F062"/>' for font in ("Symbol", "Wingdings")]
    letters = '<v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="CALL ME"/>'
    drawn = f"<w:r><w:pict>{letters}</w:pict></w:r>"
    put(document, f"<w:r><w:t>Blocks </w:t>{''.join(symbols)}</w:r>{drawn}")
    saved = BytesIO()
    document.save(saved)
    draft = read_docx(saved.getvalue(), "boats")

    assert isinstance(draft, Draft)
    assert [Passage(letters_of("Blocks β"))] == draft.blocks
    assert [
        "a sign of the font Wingdings (F062) stood here and was left out",
        "drawn letters: CALL ME stood here and was left out",
    ] == draft.doubts


def test_a_link_that_is_a_field_is_read() -> None:
    document = docx.Document()
    instruction = ' HYPERLINK "https://boats.example/a" '
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = run_of(instruction, "instrText")
    put(document, f"{begin}{code}{separate}{run_of('Boats')}{end}{run_of(' sail.')}")
    saved = BytesIO()
    document.save(saved)

    assert "[Boats](https://boats.example/a) sail." in imported(saved.getvalue()).source
