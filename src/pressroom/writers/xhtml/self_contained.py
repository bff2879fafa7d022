"""What a page needs that asks nobody for anything."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error

from pressroom.writers.xhtml.tree import element

NOTHING_FROM_OUTSIDE = element(
    "meta",
    {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    },
)
"""Nothing is fetched and nothing runs, whatever a house's own style sheet says (CSP level 3)."""


def data_address(media_type: str, data: bytes) -> str:
    """Return an address that holds what it leads to (RFC 2397)."""
    return f"data:{media_type};base64,{b64encode(data).decode()}"


def held(address: str) -> bytes:
    """Return what an address holds, ``b""`` for one that leads elsewhere."""
    scheme, _, data = address.partition(";base64,")
    try:
        return b64decode(data, validate=True) if scheme.startswith("data:") else b""
    except Error:
        return b""
