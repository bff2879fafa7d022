"""Defects in the objects of a PDF, each as small as can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import pikepdf

_SHOWN = re.compile(rb"/Span\s*<</MCID \d+>>\s*BDC(?:(?!EMC).)*?TJ", re.DOTALL)
_AROUND = re.compile(rb"/Artifact\s*<</Type /Pagination[^>]*>>\s*BDC(?:(?!EMC).)*?TJ", re.DOTALL)
_CODE = re.compile(rb"<([0-9a-f]{4})>")


@dataclass(frozen=True)
class File:
    """A PDF and the source of chance."""

    pdf: pikepdf.Pdf
    random: Random

    def elements(self, *roles: str) -> list[pikepdf.Object]:
        """Return the structure elements with some roles."""
        return [e for e in _elements(self.pdf.Root.StructTreeRoot) if str(e.S)[1:] in roles]


def _elements(held: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = held.get("/K", [])
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _edit(file: File, change: Callable[[bytes, re.Match[bytes]], bytes]) -> bool:
    """Change one code of one text that is shown; ``change`` gets the text and the code in it."""
    page = file.random.choice(list(file.pdf.pages))
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    shown = [m for m in _SHOWN.finditer(content) if _CODE.search(m[0])]
    if not shown:
        return False
    text = file.random.choice(shown)
    blank = _blanks(file.pdf)
    codes = [code for code in _CODE.finditer(text[0]) if code[1] not in blank]
    if not codes:
        return False
    new = change(text[0], file.random.choice(codes))
    page.Contents = file.pdf.make_stream(content[: text.start()] + new + content[text.end() :])
    return True


def _blanks(pdf: pikepdf.Pdf) -> set[bytes]:
    """Return the codes that mean a space in any font: their loss is none where a line ends."""
    found: set[bytes] = set()
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and "/ToUnicode" in held:
            table = held.ToUnicode.read_bytes().lower()
            found.update(re.findall(rb"<([0-9a-f]{4})>\s*<(?:0020|00a0|3000)>", table))
    return found


def lost_character(file: File) -> bool:
    return _edit(file, lambda text, code: text[: code.start()] + b"<>" + text[code.end() :])


def doubled_character(file: File) -> bool:
    return _edit(file, lambda text, code: text[: code.end()] + b"0" + text[code.start() :])


def doubled_text(file: File) -> bool:
    def twice(text: bytes, _code: re.Match[bytes]) -> bytes:
        shown = text.rpartition(b"[")[2]
        return text + b" [" + shown

    return _edit(file, twice)


def swapped_pieces(file: File) -> bool:
    """Let two neighbours change places in the order of reading."""
    pairs: list[tuple[pikepdf.Object, int]] = []
    for parent in file.elements("Sect", "TR", "LBody"):
        kids = parent.K
        if isinstance(kids, pikepdf.Array):
            roles = [
                str(k.get("/S", "")) if isinstance(k, pikepdf.Dictionary) else ""
                for k in list(kids)
            ]
            pairs += [
                (parent, at)
                for at in range(len(roles) - 1)
                if {roles[at], roles[at + 1]} <= {"/P", "/H1", "/H2", "/TD", "/TH"}
            ]
    if not pairs:
        return False
    parent, at = file.random.choice(pairs)
    kids = list(parent.K)
    kids[at], kids[at + 1] = kids[at + 1], kids[at]
    parent.K = pikepdf.Array(kids)
    return True


def lost_piece(file: File) -> bool:
    lines = [e for e in file.elements("P", "H2") if isinstance(e.K, pikepdf.Array) and list(e.K)]
    if not lines:
        return False
    file.random.choice(lines).K = pikepdf.Array()
    return True


def other_language(file: File) -> bool:
    spoken = [e for e in _elements(file.pdf.Root.StructTreeRoot) if "/Lang" in e]
    if not spoken:
        return False
    file.random.choice(spoken).Lang = pikepdf.String("fr")
    return True


def pdf_links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the links of a PDF."""
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and held.get("/Subtype") == "/Link":
            yield held


def _led_on(file: File, further: str) -> bool:
    """Let a link lead further than it does."""
    links = [held for held in pdf_links(file.pdf) if "/A" in held and "/URI" in held.A]
    if not links:
        return False
    link = file.random.choice(links)
    link.A.URI = pikepdf.String(str(link.A.URI) + further)
    return True


def other_target(file: File) -> bool:
    return _led_on(file, "0")


def lost_mark(file: File) -> bool:
    roles = (
        "Strong",
        "Slant",
        "Dots",
        "ProperName",
        "BookTitle",
        "Superscript",
        "Subscript",
        "Code",
    )
    marked = [e for e in file.elements(*roles) if not _within(e, e.S)]
    if not marked:
        return False
    file.random.choice(marked).S = pikepdf.Name.Span
    return True


def _within(element: pikepdf.Object, role: pikepdf.Object) -> bool:
    """Tell whether an element stands in another of a role, so that taking it away would lose nothing."""
    while (element := element.get("/P")) is not None:  # pyright: ignore[reportAssignmentType]
        if element.get("/S") == role:
            return True
    return False


def other_alternative(file: File) -> bool:
    figures = file.elements("Figure")
    if not figures:
        return False
    figure = file.random.choice(figures)
    figure.Alt = pikepdf.String(str(figure.Alt) + "s")
    return True


def swapped_alternatives(file: File) -> bool:
    figures = file.elements("Figure")
    pairs = [(a, b) for a in figures for b in figures if str(a.Alt) != str(b.Alt)]
    if not pairs:
        return False
    one, other = file.random.choice(pairs)
    first, second = str(one.Alt), str(other.Alt)
    one.Alt, other.Alt = pikepdf.String(second), pikepdf.String(first)
    return True


def other_rank(file: File) -> bool:
    headings = file.elements("H2")
    if not headings:
        return False
    file.random.choice(headings).S = pikepdf.Name.H3
    return True


def _swapped(file: File, elements: list[pikepdf.Object]) -> bool:
    """Let two elements of the structure exchange what they hold."""
    if len(elements) < 2:
        return False
    one, other = file.random.sample(elements, 2)
    one.K, other.K = other.K, one.K
    return True


def shifted_readings(file: File) -> bool:
    """Let the readings of two bases that stand beside each other change places."""
    kids = [list(e.K) for e in file.elements("P") if isinstance(e.K, pikepdf.Array)]
    pairs = [
        (one, other)
        for row in kids
        for one, other in pairwise(row)
        if all(isinstance(e, pikepdf.Dictionary) and e.get("/S") == "/Ruby" for e in (one, other))
    ]
    return bool(pairs) and _swapped(file, [_reading(ruby) for ruby in file.random.choice(pairs)])


def _reading(ruby: pikepdf.Object) -> pikepdf.Object:
    return next(kid for kid in list(ruby.K) if kid.get("/S") == "/RT")


def swapped_cells(file: File) -> bool:
    return _swapped(file, file.elements("TD"))


def swapped_notes(file: File) -> bool:
    """Let two notes exchange their words; their marks stay."""
    return _swapped(file, [note.K[1] for note in file.elements("Note")])


def other_fragment(file: File) -> bool:
    return _led_on(file, "#part")


def other_bookmark(file: File) -> bool:
    with file.pdf.open_outline() as outline:
        entry = file.random.choice(outline.root)
        entry = file.random.choice([entry, *entry.children])
        entry.title = entry.title[:-1]
    return True


def other_furniture(file: File) -> bool:
    """Take a glyph of a masthead, a running head or a page number."""
    page = file.random.choice(list(file.pdf.pages))
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    shown = [m for m in _AROUND.finditer(content) if _CODE.search(m[0])]
    if not shown:
        return False
    text = file.random.choice(shown)
    blank = _blanks(file.pdf)
    codes = [code for code in _CODE.finditer(text[0]) if code[1] not in blank]
    code = file.random.choice(codes)
    start, end = text.start() + code.start(), text.start() + code.end()
    page.Contents = file.pdf.make_stream(content[:start] + b"<>" + content[end:])
    return True


DEFECTS: tuple[Callable[[File], bool], ...] = (
    lost_character,
    doubled_character,
    doubled_text,
    swapped_pieces,
    lost_piece,
    other_language,
    other_target,
    lost_mark,
    other_alternative,
    swapped_alternatives,
    other_rank,
    swapped_cells,
    swapped_notes,
    shifted_readings,
    other_fragment,
    other_bookmark,
    other_furniture,
)
