"""The part of a link behind its text, ``(address "title")`` (CommonMark §6.3), and which addresses are let through."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.model.inlines import Link
from pressroom.source.markdown.characters import unescape
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.walk import is_blank, nodes

_SCHEMES = ("http", "https", "mailto", "tel")

_POINTED = re.compile(r"<((?:[^<>\\\n]++|\\.)*+)>")
_PLAIN = re.compile(r"(?:[^\s()\\\x00-\x20\x7f]++|\\[!-/:-@\[-`{-~]|\\)++", re.ASCII)
_GAP = re.compile(r"[ \t]*\n?[ \t]*")
_TITLE = re.compile(
    r"""\"(?:[^"\\]++|\\.)*+"|'(?:[^'\\]++|\\.)*+'|\((?:[^()\\]++|\\.)*+\)""", re.DOTALL
)
_MAX_BRACKETS = 32
_LONGEST = 2000
"""The longest address: browsers and Word take little more."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stood in round brackets; ``end`` is the index behind them."""

    address: str
    titled: bool
    end: int


def read_tail(text: str, start: int, end: int) -> Tail | None:
    """Read the brackets that open at ``start``; None when they do not hold an address, and a title at most."""
    at = _after(_GAP, text, start + 1, end)
    pointed = _POINTED.match(text, at, end)
    if pointed:
        address, at = pointed[1], pointed.end()
    elif text.startswith("<", at, end):
        return None
    else:
        stop = _plain_end(text, at, end)
        if stop is None:
            return None
        address, at = text[at:stop], stop
    gap = _after(_GAP, text, at, end)
    title = _TITLE.match(text, gap, end) if gap > at else None
    if title:
        gap = _after(_GAP, text, title.end(), end)
    if not text.startswith(")", gap, end):
        return None
    return Tail(unescape(address), title is not None, gap + 1)


def _after(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    found = pattern.match(text, at, end)
    return found.end() if found else at


def _plain_end(text: str, at: int, end: int) -> int | None:
    """Return the end of an address without angle brackets: round brackets in it are balanced or escaped."""
    depth = 0
    while at < end:
        at = _after(_PLAIN, text, at, end)
        character = text[at] if at < end else ""
        if character == "(":
            depth += 1
            if depth > _MAX_BRACKETS:
                return None
        elif character == ")" and depth:
            depth -= 1
        else:
            break
        at += 1
    return None if depth else at


def is_safe(address: str) -> bool:
    """Tell whether an address is absolute, of a scheme that only leads somewhere, and free of blanks."""
    scheme, colon, rest = address.partition(":")
    if not colon or not rest or scheme.lower() not in _SCHEMES or re.search(r"\s", address):
        return False
    return bool(rest.strip("/")) and (scheme.lower() in {"mailto", "tel"} or rest.startswith("//"))


def check_link(link: Link, findings: Findings) -> None:
    """Report a link that says nothing, leads nowhere, or leads where no link may lead."""
    if is_blank(link.children):
        hint = "write the words that lead there"
        findings.error(Code.EMPTY_LINK, "a link without text", link.span, hint)
    if any(isinstance(node, Link) for node, _ in nodes(link.children)):
        hint = "let one of the two be plain text"
        findings.error(Code.NESTED_LINK, "a link inside a link", link.span, hint)
    if not link.target:
        hint = "write the address, or no link"
        findings.error(Code.EMPTY_LINK, "a link without address", link.span, hint)
    elif len(link.target) > _LONGEST:
        what = f"an address of {len(link.target)} characters; programs take {_LONGEST} at most"
        findings.error(Code.UNSAFE_LINK, what, link.span, "use a shorter one")
    elif not is_safe(link.target):
        hint = f"write a whole address without blanks; it may begin with {', '.join(_SCHEMES)}"
        findings.error(Code.UNSAFE_LINK, f"a link cannot lead to `{link.target}`", link.span, hint)
