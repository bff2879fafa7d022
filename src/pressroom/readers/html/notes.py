"""Footnotes of a web page, by the roles that say so (DPUB-ARIA 1.1, EPUB 3 Structural Semantics 1.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_NOTES = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"})
_CALLS = frozenset({"doc-noteref", "noteref"})
_BACK = frozenset({"doc-backlink", "backlink"})


def notes_of(root: Element) -> Mapping[str, str]:
    """Return names for the notes of a page, by their ids."""
    given = ({str(key): str(value) for key, value in node.attrib.items()} for node in root.iter())
    found = dict.fromkeys(one["id"] for one in given if is_note(one))
    return {identifier: str(number) for number, identifier in enumerate(found, start=1)}


def is_note(given: Mapping[str, str]) -> bool:
    """Tell whether an element is a note that can be called."""
    return "id" in given and not _NOTES.isdisjoint(_roles(given))


def is_way_back(given: Mapping[str, str]) -> bool:
    """Tell whether an element is the mark before a note, which leads back to its call."""
    return not _BACK.isdisjoint(_roles(given))


def called(given: Mapping[str, str]) -> str:
    """Return the id of the note that an element calls, ``""`` for another element."""
    is_call = not _CALLS.isdisjoint(_roles(given))
    return given.get("href", "").removeprefix("#") if is_call else ""


def _roles(given: Mapping[str, str]) -> list[str]:
    return [*given.get("role", "").split(), *given.get("epub:type", "").split()]
