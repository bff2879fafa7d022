"""What the formats need differently from the same translation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pressroom.edition.resolved import Image
from pressroom.writers.contract import Ability

ABILITIES: frozenset[Ability] = frozenset(
    (
        "ruby",
        "dots",
        "proper-name",
        "marks",
        "notes",
        "headings",
        "lists",
        "tables",
        "figures",
        "pictures",
        "links",
        "languages",
    )
)
"""What XHTML with CSS holds without loss."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one format wants its XHTML.

    ``image`` gives the address of a picture (a path in the book, a data address). ``notes``: ``"end"`` puts them behind the
    text as asides whose first thing is a link back; ``"inline"`` puts each one at its first call as
    ``<span class="note" data-mark>`` for ``float: footnote``, made of nothing but spans (``class="as-p"``, ``as-ul``, …),
    because HTML lets no block stand in a paragraph. ``semantics`` writes ``epub:type`` and ``role``;
    ``ruby_parentheses`` writes ``<rp>`` for readers that do not know ruby; ``reflowing`` writes what
    reading systems and browsers need where pages have their own ways: the markers of bullet lists as their style,
    ``<wbr>`` where an address may break, and a class for marks that would begin a line.
    """

    image: Callable[[Image], str]
    notes: Literal["end", "inline"] = "end"
    semantics: bool = True
    ruby_parentheses: bool = True
    reflowing: bool = False

    def meaning(self, epub_type: str, role: str) -> dict[str, str | None]:
        """Return the attributes that tell what an element is for (EPUB SSV 1.1, DPUB-ARIA 1.1)."""
        return {"epub:type": epub_type, "role": role} if self.semantics else {}
