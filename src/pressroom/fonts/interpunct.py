"""The interpunct of Traditional Chinese: as wide as a character (cjk-rules G05; clreq §interpuncts)."""

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from io import BytesIO

INTERPUNCT = "\u00b7"


def is_wide(language: str) -> bool:
    """Tell whether the interpunct takes a cell in a language; on the mainland it takes half of one (GB/T 15834-2011)."""
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
    """Lead the interpunct to a glyph; all tables but ``cmap`` stay as they are."""
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font), lazy=True, recalcBBoxes=False, recalcTimestamp=False) as opened:
        # names are only asked for, never written: with those in CFF that table would be written anew
        names = [str(number) for number in range(opened["maxp"].numGlyphs)]
        opened.setGlyphOrder(names)
        for table in opened["cmap"].tables:
            if ord(INTERPUNCT) in table.cmap:
                table.cmap[ord(INTERPUNCT)] = names[glyph]
        changed = BytesIO()
        opened.save(changed, reorderTables=None)
    return changed.getvalue()
