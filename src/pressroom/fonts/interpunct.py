"""Dots that are as wide as a character: the interpunct of Traditional Chinese, the middle dot of Japanese (cjk-rules G05)."""

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

INTERPUNCT = "\u00b7"
MIDDLE_DOT = "\u30fb"
SAME_GLYPH = frozenset("\u00b7\u2027")
"""Drawn as the middle dot is, wherever a font has one glyph for these dots: in the sans faces, in one file."""


def is_wide(language: str) -> bool:
    """Tell whether the interpunct takes a cell in a language (clreq §interpuncts); on the mainland half of one (GB/T 15834-2011)."""
    return language.startswith("zh-Hant")


def widened(font: bytes) -> bytes:
    """Return a font whose interpunct is its full-width form, if it has one (feature ``fwid``).

    Readers of a book cannot be told to ask for a feature of one character alone: the character itself leads to the form.
    """
    narrow, wide = _form(font, fwid=False), _form(font, fwid=True)
    return font if narrow == wide else _leading(font, wide)


def _form(font: bytes, *, fwid: bool) -> int:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(INTERPUNCT)
    buffer.direction, buffer.script, buffer.language = "ltr", "Hani", "zh-Hant"
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(font)), buffer, {"fwid": fwid})
    return buffer.glyph_infos[0].codepoint


def _leading(font: bytes, glyph: int) -> bytes:
    """Lead the interpunct to a glyph."""

    def lead(opened: TTFont) -> None:
        for table in opened["cmap"].tables:
            if ord(INTERPUNCT) in table.cmap:
                table.cmap[ord(INTERPUNCT)] = opened.getGlyphName(glyph)

    return _changed(font, lead)


def cell_wide(font: bytes) -> bytes:
    """Return a font that draws the middle dot of Japanese as it is, and not in the form of another dot (jlreq cl-05).

    In sans faces several dots share a glyph, which Japanese (feature ``locl``) draws as the narrow one of Latin.
    """

    def keep(opened: TTFont) -> None:
        dot = (opened.getBestCmap() or {}).get(ord(MIDDLE_DOT))
        if "GSUB" in opened:
            for subtable in _regional(opened["GSUB"].table, "JAN "):
                subtable.mapping.pop(dot, None)

    return _changed(font, keep)


def _changed(font: bytes, change: Callable[[TTFont], None]) -> bytes:
    """Change a font; all tables but those that are touched stay as they are."""
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font), lazy=True, recalcBBoxes=False, recalcTimestamp=False) as opened:
        # names are only asked for, never written: with those in CFF that table would be written anew
        opened.setGlyphOrder([str(number) for number in range(opened["maxp"].numGlyphs)])
        change(opened)
        changed = BytesIO()
        opened.save(changed, reorderTables=None)
    return changed.getvalue()


def _regional(table: Any, system: str) -> Iterator[Any]:  # noqa: ANN401  # tables have no types
    """Yield the substitutions of single glyphs by which a language system has its own forms."""
    systems = [
        record.LangSys
        for script in table.ScriptList.ScriptRecord
        for record in script.Script.LangSysRecord
        if record.LangSysTag == system
    ]
    numbers = {number for one in systems for number in one.FeatureIndex}
    features = [table.FeatureList.FeatureRecord[number] for number in sorted(numbers)]
    lookups = {
        number
        for feature in features
        if feature.FeatureTag == "locl"
        for number in feature.Feature.LookupListIndex
    }
    for number in sorted(lookups):
        for subtable in table.LookupList.Lookup[number].SubTable:
            one = getattr(subtable, "ExtSubTable", subtable)
            if hasattr(one, "mapping"):
                yield one
