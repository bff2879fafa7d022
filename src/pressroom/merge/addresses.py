"""Addresses that a program spelt anew when it saved: LibreOffice 7.4 decodes signs, puts a stroke behind a host and resolves dots."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from urllib.parse import quote, urljoin, urlsplit

_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_STAYS = re.compile(r"[%!#$&'()*+,/:;=?@\[\]\x00-\x1f\x7f\udc80-\udcff]")
"""Signs that say something else where they are not escaped (RFC 3986 §2.2), and those that cannot stand as themselves."""


def respelt(known: Collection[str], returned: Iterable[str]) -> dict[str, str]:
    """Return which of some addresses lead where a ``known`` one leads, with that one."""
    forms = {_canonical(address): address for address in known}
    others = {address: _canonical(address) for address in returned if address not in known}
    return {address: forms[form] for address, form in others.items() if form in forms}


def _canonical(address: str) -> str:
    """Return the one form of all spellings of an address (RFC 3986 §6.2.2, §6.2.3)."""
    try:
        parts = urlsplit(_ESCAPED.sub(_decoded, address))
    except ValueError:  # brackets that are no address of IPv6
        return address
    path = urljoin("/", parts.path) if parts.netloc else parts.path
    path = path.removesuffix("/") if path == "/" else path
    return parts._replace(netloc=parts.netloc.lower(), path=path).geturl()


def _decoded(escaped: re.Match[str]) -> str:
    """Return escaped signs as themselves, but for reserved ones and bytes that are no UTF-8."""
    text = bytes.fromhex(escaped[0].replace("%", "")).decode("utf-8", "surrogateescape")
    return _STAYS.sub(lambda sign: quote(sign[0], safe="", errors="surrogateescape"), text)
