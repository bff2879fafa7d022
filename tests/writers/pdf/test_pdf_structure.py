"""The structure tree as an assistive technology finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf

from pressroom.edition.resolved import LineBreak, NoteCall, ResolvedNote
from pressroom.house.tokens import Role
from pressroom.proof.normalise import normalise
from pressroom.testing.sample import every_node
from pressroom.writers.pdf import PdfWriter
from validators import poppler
from writers.pdf.conftest import Make
from writers.pdf.texts import ENGLISH, block


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def roles(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [e for e in elements(pdf.Root.StructTreeRoot) if str(e.S) == f"/{role}"]


def test_each_edition_is_a_section_in_its_language(opened: pikepdf.Pdf) -> None:
    document = opened.Root.StructTreeRoot.K[0]

    assert "en-HK" == str(opened.Root.Lang)
    assert ["en-HK", "zh-Hant-HK"] == [str(section.Lang) for section in document.K]


def test_text_in_another_language_says_so(opened: pikepdf.Pdf) -> None:
    assert {"zh-Hant-HK", "en-HK"} == {str(span.Lang) for span in roles(opened, "Span")}


def test_headings_go_down_one_level_at_a_time(opened: pikepdf.Pdf) -> None:
    levels = [int(str(e.S)[2]) for e in elements(opened.Root.StructTreeRoot) if str(e.S)[1] == "H"]

    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_list_item_has_a_label_and_a_body(opened: pikepdf.Pdf) -> None:
    for item in roles(opened, "LI"):
        assert ["/Lbl", "/LBody"] == [str(kid.S) for kid in item.K]


def test_a_base_is_read_before_its_reading(opened: pikepdf.Pdf) -> None:
    for ruby in roles(opened, "Ruby"):
        assert ["/RB", "/RT"] == [str(kid.S) for kid in ruby.K]


def test_a_header_cell_says_what_it_heads(opened: pikepdf.Pdf) -> None:
    assert {"/Column"} == {str(cell.A.Scope) for cell in roles(opened, "TH")}


def test_a_figure_has_its_alternative_text_and_its_place(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0].mediabox
    for figure in roles(opened, "Figure"):
        left, bottom, right, top = (float(corner) for corner in figure.A.BBox)
        assert str(figure.Alt)
        assert 0 < left < right < float(page[2])
        assert 0 < bottom < top < float(page[3])


def test_notes_have_names_and_stand_behind_the_text(opened: pikepdf.Pdf) -> None:
    tree = opened.Root.StructTreeRoot
    names = [str(note.ID) for note in roles(opened, "Note")]

    assert [note.identifier for e in every_node().editions for note in e.notes] == names
    assert sorted(names) == [str(name) for name in tree.IDTree.Names][::2]
    for section in tree.K[0].K:
        assert ["/Note", "/Note"] == [str(kid.S) for kid in section.K][-2:]


def test_every_link_tells_where_it_leads(opened: pikepdf.Pdf) -> None:
    links = [a for page in opened.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
    outward = [link for link in links if "/A" in link]

    assert outward
    assert all(str(link.Contents) == str(link.A.URI) for link in outward)


def test_every_call_of_a_note_says_the_mark_of_the_note(make: Make) -> None:
    note = ResolvedNote("n1", "1", ("c1", "c2"), (block("註釋。", role=Role.FOOTNOTE, name="b"),))
    calls = (block("甲", NoteCall("1", "n1", "c1"), "，乙", NoteCall("1", "n1", "c2"), "。"),)
    with pikepdf.open(BytesIO(make(*calls, notes=(note,)))) as pdf:
        areas = [area for page in pdf.pages for area in page.get("/Annots", [])]
        assert ["1", "1"] == [str(area.Contents) for area in areas]


def test_the_call_of_a_note_is_a_link_to_it(opened: pikepdf.Pdf) -> None:
    calls = [
        (str(area.Contents), str(area.Dest))
        for page in opened.pages
        for area in page.get("/Annots", [])
        if "/Dest" in area
    ]

    heights = {
        round(abs(float(area.Rect[3]) - float(area.Rect[1])))
        for page in opened.pages
        for area in page.get("/Annots", [])
        if "/Dest" in area
    }

    assert min(heights) >= 6
    assert calls == [(n.mark, n.identifier) for e in every_node().editions for n in e.notes]
    assert len(calls) == len(roles(opened, "Reference"))


def test_furniture_is_drawn_but_not_read(sample: bytes) -> None:
    drawn = normalise(poppler.text(sample))
    read = "".join(p.text for edition in PdfWriter().read_back(sample) for p in edition.pieces)

    for words in ("Page 1 of 4", "第3頁，共4頁", "Sample Press", "樣本出版社"):
        assert normalise(words) in drawn
        assert words not in read


def test_the_bookmarks_are_the_headings(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        assert [edition.title for edition in every_node().editions] == [
            str(item.title) for item in outline.root
        ]


def test_a_bookmark_has_the_lines_of_its_heading_on_one_line_without_the_marks_of_notes(
    make: Make,
) -> None:
    said = block("One lamp", LineBreak(), "for all", language=ENGLISH, role=Role.HEADLINE)
    call = NoteCall("1", "n1", "c1")
    head = replace(block("漁船", call, LineBreak(), "回港", name="b2"), role=Role.SUBHEAD, level=2)
    notes = (ResolvedNote("n1", "1", ("c1",), (block("註", name="b3"),)),)
    with pikepdf.open(BytesIO(make(said, head, notes=notes))) as pdf, pdf.open_outline() as outline:
        (first,) = outline.root
        assert ["One lamp for all", "漁船\u3000回港"] == [
            str(item.title) for item in (first, *first.children)
        ]
