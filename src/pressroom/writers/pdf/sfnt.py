"""Repairs inside an OpenType file before layout, in place, and what of it is embedded after.

The repairs leave table checksums stale: the engine subsets the face once more and writes new ones.
"""

from __future__ import annotations

import struct

# What viewers draw from (ISO 32000-1 §9.9), and the names, as the licence has to stay inside (OFL 1.1, condition 2).
_DRAWN = frozenset(
    {b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name", b"prep"}
)
_DRAWN_AS_CFF = frozenset({b"CFF ", b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"})

_WHOLE = 0xB1B0AFBA
"""What the words of a whole file add up to (OpenType, head table)."""

# Ideographs fill the em box from -0.12 to 0.88 em in the faces of all East Asian foundries that follow Adobe.
_ASCENT, _DESCENT = 0.88, 0.12


def level_metrics(font: bytes) -> bytes:
    """Return a font whose lines are as high as those of every other face of a document.

    A line grows with the tallest face in it, and faces differ by a quarter of an em; Pango also moves the faces of two scripts
    against each other by what their ``BASE`` tables say, though the engine then draws them on one baseline. Only equal ascents
    and descents, and no such table, keep baselines at the distance that the house asks for (cjk-rules J11).
    """
    data = bytearray(font)
    tables = _tables(data)
    units: int = struct.unpack_from(">H", data, tables[b"head"][1] + 18)[0]
    up, down = round(_ASCENT * units), round(_DESCENT * units)
    struct.pack_into(">hhh", data, tables[b"hhea"][1] + 4, up, -down, 0)
    struct.pack_into(">hhhHH", data, tables[b"OS/2"][1] + 68, up, -down, 0, up, down)
    if b"BASE" in tables:
        record = tables[b"BASE"][0]
        data[record : record + 4] = b"BAS_"  # a tag that nobody asks for, and still in order
    return bytes(data)


def regional_marks(font: bytes) -> bytes:
    """Return a font that gives a mark in the form of its language where it stands alone in a stretch of text too.

    The engine shapes each stretch by itself. One of marks alone is of no script, for which East Asian faces know no
    languages: it gets those of ``hani`` (OpenType, script list).
    """
    data = bytearray(font)
    tables = _tables(data)
    if b"GSUB" not in tables:
        return font
    start = tables[b"GSUB"][1]
    scripts: int = start + struct.unpack_from(">H", data, start + 4)[0]
    count: int = struct.unpack_from(">H", data, scripts)[0]
    records = {
        bytes(data[at : at + 4]): at + 4 for at in range(scripts + 2, scripts + 2 + 6 * count, 6)
    }
    if b"DFLT" in records and b"hani" in records:
        none, han = records[b"DFLT"], records[b"hani"]
        data[none : none + 2] = data[han : han + 2]
    return bytes(data)


def embedded(font: bytes) -> bytes:
    """Return a font, whose glyphs are found by their numbers, with the tables alone that it is drawn from."""
    found = _tables(font)
    wanted = _DRAWN_AS_CFF if b"CFF " in found else _DRAWN
    kept = sorted(found.keys() & wanted)
    power = len(kept).bit_length() - 1
    search = 16 << power
    head = struct.pack(">4sHHHH", font[:4], len(kept), search, power, 16 * len(kept) - search)
    records, tables = b"", b""
    for tag in kept:
        record, offset = found[tag]
        checksum, _, length = struct.unpack_from(">III", font, record + 4)
        place = 12 + 16 * len(kept) + len(tables)
        records += struct.pack(">4sIII", tag, checksum, place, length)
        tables += font[offset : offset + length] + b"\0" * (-length % 4)
    data = bytearray(head + records + tables)
    adjustment = _tables(data)[b"head"][1] + 8
    struct.pack_into(">I", data, adjustment, 0)
    total: int = sum(struct.unpack(f">{len(data) // 4}I", data))
    struct.pack_into(">I", data, adjustment, (_WHOLE - total) % (1 << 32))
    return bytes(data)


def _tables(data: bytes | bytearray) -> dict[bytes, tuple[int, int]]:
    """Return where the record of each table is in the directory, and where the table itself (OpenType, table directory)."""
    count: int = struct.unpack_from(">H", data, 4)[0]
    found: dict[bytes, tuple[int, int]] = {}
    for record in range(12, 12 + 16 * count, 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, record)
        found[tag] = record, offset
    return found
