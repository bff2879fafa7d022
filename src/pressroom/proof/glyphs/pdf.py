"""The glyphs of a PDF: every code of every embedded font, held against what HarfBuzz makes of its text in an installed face."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.face import FontFace, FontSet
from pressroom.proof.glyphs.languages import Languages, languages_of
from pressroom.proof.glyphs.outlines import Outline, Shapes, face_forms, likeness, of_data
from pressroom.proof.glyphs.weights import is_bold, weights
from pressroom.writers.pdf.reading.characters import meanings
from pressroom.writers.pdf.reading.limits import RefusedError, unpacked

Fault = tuple[str, str]

HONG_KONG = "zh-Hant-HK"
_SAMPLE = 12
"""How many glyphs are looked at to know a face."""

_STROKED = re.compile(rb"(?<![\w.])[1256]\s+Tr\b")
_NUMBER = rb"(-?[\d.]+)\s+"
_MATRIX = re.compile(_NUMBER * 4 + rb"-?[\d.]+\s+-?[\d.]+\s+Tm\b")


def faults(data: bytes, release: ResolvedRelease, fonts: FontSet) -> Iterator[Fault]:
    """Yield what is wrong with the glyphs of a PDF."""
    languages = languages_of(release)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for held in pdf.objects:
                if isinstance(held, pikepdf.Dictionary) and held.get("/Type") == "/Font":
                    yield from _font(held, languages, fonts)
            yield from _synthetic(pdf)
            yield from weights(pdf)
    except (pikepdf.PdfError, RefusedError) as reason:
        yield "A042", f"has fonts that cannot be read: {reason}"


def _font(font: pikepdf.Dictionary, languages: Languages, fonts: FontSet) -> Iterator[Fault]:
    name = str(font.get("/BaseFont", ""))[1:]
    if "/FontDescriptor" in font or font.get("/Subtype") in {"/CIDFontType0", "/CIDFontType2"}:
        if font.get("/Subtype") not in {"/CIDFontType0", "/CIDFontType2"}:
            yield "A042", f"has a font of a kind that the house does not use ({name})"
        return  # a part of the font that refers to it
    shapes = _embedded(font)
    if shapes is None or "/ToUnicode" not in font:
        yield "A042", f"does not embed its font {name}, or not so that it can be read"
        return
    texts = meanings(unpacked(font.ToUnicode))
    drawn = {code: (text, shapes.glyph(code)) for code, text in texts.items() if text.strip()}
    if 0 in drawn:
        yield "A040", f"draws {drawn[0][0]!r} as a missing character"
        del drawn[0]
    # Outlines without ink are blanks and joiners: there is nothing to be wrong.
    inked = [(text, outline) for text, outline in drawn.values() if outline]
    if not inked:
        return
    tags = dict.fromkeys((HONG_KONG, *(tag for text, _ in inked for tag in _tags(text, languages))))
    of_weight = [face for face in fonts.values() if face.key.bold == is_bold(name)]
    face = likeness(inked[:: max(1, len(inked) // _SAMPLE)], of_weight, tags)
    if face is None:
        yield "A042", f"is set in a face that the house does not name ({name})"
        return
    for text, outline in inked:
        yield from _form(text, outline, face, languages)


def _form(text: str, outline: Outline, face: FontFace, languages: Languages) -> Iterator[Fault]:
    tags = _tags(text, languages)
    if not any(outline in face_forms(face, text, tag) for tag in tags):
        where = " or ".join(sorted(tags))
        yield (
            "A041",
            f"draws {text!r} with a glyph of {face.postscript_name} that is not its form in {where}",
        )


def _tags(text: str, languages: Languages) -> frozenset[str]:
    """Return the languages that a cluster of characters stands in, Hong Kong Chinese for what only furniture says."""
    found = [languages[character] for character in text if character in languages]
    if not found:
        return frozenset({HONG_KONG})
    return found[0].intersection(*found)


def _embedded(font: pikepdf.Dictionary) -> Shapes | None:
    """Return the font program of a composite font whose codes are the numbers of its glyphs (ISO 32000-1 §9.7.4)."""
    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        return None
    descendant = font.DescendantFonts[0]
    if descendant.get("/CIDToGIDMap", "/Identity") != "/Identity":
        return None
    descriptor = descendant.FontDescriptor
    program = descriptor.get("/FontFile3", descriptor.get("/FontFile2"))
    return None if program is None else of_data(unpacked(program))


def _synthetic(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    """Find letters that were slanted or thickened by drawing (cjk-rules G07)."""
    for number, page in enumerate(pdf.pages, start=1):
        if "/Contents" not in page.obj:
            continue
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        if _STROKED.search(content):
            yield "A043", f"thickens letters by their outlines (page {number})"
        for found in _MATRIX.finditer(content):
            a, b, c, d = map(float, found.groups())
            if abs(a * c + b * d) > 1e-6 * (a * a + b * b + c * c + d * d):
                yield "A043", f"slants letters that are upright (page {number})"
