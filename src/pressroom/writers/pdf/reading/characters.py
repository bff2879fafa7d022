"""From the codes of a font to text: ``/ToUnicode`` (ISO 32000-1 §9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from pressroom.writers.pdf.reading.limits import CODES, RefusedError, unpacked

UNKNOWN = "\ufffd"
"""What a code without a meaning is heard as."""

_SECTIONS = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKENS = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")


@dataclass(frozen=True, slots=True)
class Font:
    """A font as far as it is heard: ``width`` is the number of bytes of a code, ``name`` what the file calls it."""

    width: int
    meanings: dict[int, str]
    name: str = ""

    def text(self, shown: bytes) -> str:
        """Return what a shown string says."""
        codes = range(0, len(shown) - len(shown) % self.width, self.width)
        return "".join(
            self.meanings.get(int.from_bytes(shown[at : at + self.width], "big"), UNKNOWN)
            for at in codes
        )


def font(held: pikepdf.Object) -> Font:
    """Read a font dictionary."""
    width = 2 if held.get("/Subtype") == pikepdf.Name.Type0 else 1
    table = held.get("/ToUnicode")
    texts = meanings(unpacked(table)) if isinstance(table, pikepdf.Stream) else {}
    return Font(width, texts, str(held.get("/BaseFont", ""))[1:])


def meanings(table: bytes) -> dict[int, str]:
    """Read a ToUnicode table."""
    found: dict[int, str] = {}
    for kind, body in _SECTIONS.findall(table):
        tokens = [_token(match) for match in _TOKENS.finditer(body)]
        for code, text in _characters(tokens) if kind == b"bfchar" else _ranges(tokens):
            found[code] = text
            if len(found) > CODES:
                raise RefusedError(f"a font has more than {CODES} codes")
    return found


def _token(match: re.Match[bytes]) -> bytes | str:
    """Return a string's bytes, or a bracket as text."""
    if match[2]:
        return match[2].decode()
    return bytes.fromhex(match[1].decode())


def _characters(tokens: list[bytes | str]) -> Iterator[tuple[int, str]]:
    strings = [token for token in tokens if isinstance(token, bytes)]
    for code, text in zip(strings[::2], strings[1::2], strict=False):
        yield int.from_bytes(code, "big"), text.decode("utf-16-be")


def _ranges(tokens: list[bytes | str]) -> Iterator[tuple[int, str]]:
    at = 0
    while at + 2 < len(tokens):
        first, last, target = tokens[at : at + 3]
        low, high = _number(first), _number(last)
        at += 3
        if isinstance(target, bytes):
            text = target.decode("utf-16-be")
            for offset in range(high - low + 1):
                yield low + offset, text[:-1] + chr(ord(text[-1]) + offset)
            continue
        for offset, text in enumerate(tokens[at:]):
            at += 1
            if isinstance(text, str):
                break
            yield low + offset, text.decode("utf-16-be")


def _number(token: bytes | str) -> int:
    if isinstance(token, str):
        raise RefusedError("a range of codes has no bounds")
    return int.from_bytes(token, "big")
