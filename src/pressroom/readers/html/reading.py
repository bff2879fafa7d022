"""The bytes of a page to a draft."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from pressroom.readers.draft import Draft, UnreadableError
from pressroom.readers.html.notes import notes_of
from pressroom.readers.html.page import Page
from pressroom.readers.pictures import Pictures

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_LARGEST_FILE = 32 * 1024 * 1024
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_EMPTY = re.compile(rf"<((?!(?:{_VOID})\b)([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?)/>")
"""An element that is opened and closed in one (HTML §13.1.2: only void elements need no end)."""
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""")
_ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("utf-16", "utf-16le", "unicode"), "utf-16-le"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "windows-1252", "us-ascii", "ascii", "cp1252"), "cp1252"),
}
"""The names of encodings that pages of Hong Kong give themselves, as the WHATWG Encoding Standard §4.2 reads them."""


def read_html(data: bytes, stem: str) -> Draft:
    """Take apart a page; pictures that it holds are named by ``stem``. Raises ``UnreadableError``."""
    if len(data) > _LARGEST_FILE:
        raise UnreadableError("is too large for a page", "save the release alone")
    root = parsed(data, is_xml=data.removeprefix(BOM_UTF8).startswith(b"<?xml"))
    return Draft() if root is None else draft_of(root, stem, {})


def draft_of(root: Element, stem: str, files: Mapping[str, bytes]) -> Draft:
    """Take apart the tree of a page; ``files`` are those beside it, by the addresses that it gives them."""
    draft = Draft()
    reader = Page(draft, Pictures(draft, stem), notes_of(root), files)
    reader.element(root, frozenset(), 0)
    reader.close()
    return draft


def parsed(data: bytes, *, is_xml: bool) -> Element | None:
    """Return the tree of a page, None if there is nothing in it. Raises ``UnreadableError``.

    As XML, whatever it says, ``<a/>`` is closed; as HTML it would go on to the end of the page.
    """
    from lxml import etree

    text = _decoded(data).replace("\0", "")
    if is_xml:
        text = _EMPTY.sub(r"<\1></\2>", text)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    parse = cast("Callable[[bytes, object], Element | None]", etree.fromstring)
    try:
        return parse(text.encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableError(f"is no page: {fault}", "save the release alone") from fault


def _decoded(data: bytes) -> str:
    marks = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
    encoding = next((name for mark, name in marks.items() if data.startswith(mark)), "")
    if not encoding:
        declared = _DECLARED.search(data[:4096])
        name = declared[1].decode().lower() if declared else "utf-8"
        encoding = _ENCODINGS.get(name, "")
        if not encoding:
            raise UnreadableError(f"is in the encoding {name}", "save it as UTF-8")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        hint = "save it as UTF-8"
        raise UnreadableError(f"is not in {encoding}, as it says: {fault.reason}", hint) from fault
