"""Characters that are written as something else: backslash escapes and character references (CommonMark §2.4, §2.5)."""

from __future__ import annotations

import re
from html.entities import html5

ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
REFERENCE = re.compile(r"&(?:#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]*);")

_WRITTEN = re.compile(rf"\\([{re.escape(''.join(sorted(ESCAPABLE)))}])|{REFERENCE.pattern}")


def referred(reference: str) -> str | None:
    """Return what a character reference stands for, None when HTML knows no such name."""
    name = reference[1:-1]
    if not name.startswith("#"):
        return html5.get(name + ";")
    code = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
    return (
        chr(code)
        if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000
        else "\N{REPLACEMENT CHARACTER}"
    )


def unescape(text: str) -> str:
    """Resolve escapes and references where no markup is read: in addresses and attribute values."""
    return _WRITTEN.sub(lambda found: found[1] or referred(found[0]) or found[0], text)
