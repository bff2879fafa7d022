"""One repair inside an OpenType file, in place: the length of nothing changes.

Table checksums are left stale: the engine subsets the face once more and writes new ones.
"""

from __future__ import annotations

import struct

# Ideographs fill the em box from -0.12 to 0.88 em in the faces of all East Asian foundries that follow Adobe.
_ASCENT, _DESCENT = 0.88, 0.12


def level_metrics(font: bytes) -> bytes:
    """Return a font with the ascent and descent that all faces of a document share.

    A line grows with the tallest face in it, and faces differ by a quarter of an em: only equal ones keep baselines at the
    distance that the house asks for (cjk-rules J11).
    """
    data = bytearray(font)
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    up, down = round(_ASCENT * units), round(_DESCENT * units)
    struct.pack_into(">hhh", data, tables[b"hhea"] + 4, up, -down, 0)
    struct.pack_into(">hhhHH", data, tables[b"OS/2"] + 68, up, -down, 0, up, down)
    return bytes(data)


def _tables(data: bytearray) -> dict[bytes, int]:
    """Return where each table of a font begins (OpenType, table directory)."""
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sIII", data, at) for at in range(12, 12 + 16 * count, 16))
    return {tag: offset for tag, _, offset, _ in records}
