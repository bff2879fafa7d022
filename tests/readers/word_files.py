"""Word files as strangers make them."""

from __future__ import annotations

from io import BytesIO
from typing import Any, TypeAlias

import docx
from docx.oxml import parse_xml
from PIL import Image

Element: TypeAlias = Any
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def picture() -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 30), (200, 120, 20)).save(made, "PNG")
    return made.getvalue()


def put(document: Element, inside: str) -> None:
    """Add a paragraph with some XML to a document."""
    paragraph: Any = parse_xml(f"<w:p {_SPACES}>{inside}</w:p>")
    document.element.body.insert(len(document.element.body) - 1, paragraph)


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def letter() -> bytes:
    """Return a release as an office writes it: styles here, looks there, and something of everything."""
    document: Any = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Harbour Press, confidential"
    document.add_paragraph("PRESS RELEASE").runs[0].bold = True
    document.add_heading("Boats are back", 0)
    paragraph = document.add_paragraph()
    paragraph.add_run("(Hong Kong, 3 March 2026) – ").bold = True
    paragraph.add_run("All 12 boats came ")
    paragraph.add_run("back").italic = True
    paragraph.add_run(" at night: x")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(".")
    document.add_heading("What was seen", 1)
    document.add_paragraph("A red boat", style="List Bullet")
    document.add_paragraph("A blue boat", style="List Bullet")
    document.add_paragraph("First", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Boat", "Crew", "Red", "3|4"], strict=True):  # noqa: SLF001
        cell.text = text
    document.add_paragraph("What comes next").runs[0].bold = True
    put(
        document,
        run("They ")
        + f'<w:ins w:author="Ann" w:date="2026-03-01T00:00:00Z">{run("really ")}</w:ins>'
        f'<w:del w:author="Ann">{run("never ", "delText")}</w:del>'
        + run("stay.")
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>",
    )
    put(
        document,
        f"<w:r><w:drawing><wps:txbx><w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent></wps:txbx></w:drawing></w:r>",
    )
    shape = document.add_picture(BytesIO(picture()))
    shape._inline.docPr.set("descr", "Two boats")  # noqa: SLF001
    document.add_heading("漁船都回來了", 0)
    document.add_paragraph("（香港，2026年3月3日）——12艘漁船晚上都回來了。")
    document.add_paragraph("###")
    said = document.add_comment(paragraph.runs[1], "Is it twelve?", author="Ann")
    said._comment_elm.set(f"{{{W}}}date", "2026-03-02T09:00:00Z")  # noqa: SLF001
    made = BytesIO()
    document.save(made)
    return made.getvalue()
