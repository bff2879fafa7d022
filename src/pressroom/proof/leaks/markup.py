"""What HTML, XML and CSS can hide: comments, instructions, scripts, and text that is there and not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from pressroom.proof.leaks.parts import Part

Found: TypeAlias = tuple[str, str, str]
"""Code, what leaks, and the part of the file in which it stands."""

_NOT_SHOWN = (
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![\d.]*[1-9])"
    r"|opacity\s*:\s*0(?![\d.]*[1-9])|text-indent\s*:\s*-\d{3,}|clip\s*:\s*rect"
)
_HIDING_RULE = re.compile(rf"([^{{}}]*)\{{[^{{}}]*(?:{_NOT_SHOWN})")
_HIDING_STYLE = re.compile(rf'\sstyle\s*=\s*"[^"]*(?:{_NOT_SHOWN})')
_HIDDEN = re.compile(r"<(\w+)\b(?=[^>]*\shidden(?:[\s=/>]))[^>]*>")
_SILENT = re.compile(r'<(\w+)\b(?=[^>]*\saria-hidden=)(?![^>]*\sclass="end-mark")[^>]*>')
"""What listeners are not told, but for the sign at the end."""
_SCRIPT = re.compile(
    # data for search engines is no script, and is read back like all metadata
    r"<script\b(?! type=\"application/ld\+json\">)|\son\w+\s*=\s*[\"']|javascript:",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(r"<\?(?!xml\s)(\S+)")
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def leaks(part: Part) -> Iterator[Found]:
    """Look through a document or a style sheet."""
    text = part.data.decode("utf-8", "replace")
    if part.name.endswith(".css"):
        yield from _rules(text, part.name)
        return
    yield from asides(text, part.name)
    if _SCRIPT.search(text):
        yield "A034", "a script", part.name
    if _HIDING_STYLE.search(text):
        yield "A033", "text that is not shown", part.name
    for found in _HIDDEN.finditer(text):
        if found[1] != "nav":  # landmarks are for programs
            yield "A033", f"a hidden element ({found[1]})", part.name
    if found := _SILENT.search(text):
        yield "A033", f"an element that is not read out ({found[1]})", part.name
    for found in _STYLE.finditer(text):
        yield from _rules(found[1], part.name)


def asides(text: str, name: str) -> Iterator[Found]:
    """Yield what stands in a document and is none of it."""
    if "<!--" in text:
        yield "A032", "a comment", name
    if found := _INSTRUCTION.search(text):
        yield "A032", f"an instruction for a program ({found[1]})", name


def _rules(text: str, name: str) -> Iterator[Found]:
    if "/*" in text:
        yield "A032", "a comment", name
    for found in _HIDING_RULE.finditer(text):
        selector = found[1].strip()
        if selector != "nav":  # there is no use for it on paper
            yield "A033", f"a rule that hides text ({selector})", name
