"""The pen: signs each recorded change with who made it, when, and a number of its own (ECMA-376 §17.13.5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pressroom.writers.docx.markup import Markup, make


@dataclass(slots=True)
class Pen:
    """Signs for one author on one day; ``used`` counts the changes."""

    author: str
    day: date
    used: int = field(default=0, init=False)

    def sign(self, name: str, *content: Markup) -> Markup:
        """Make the element of a change."""
        self.used += 1
        moment = f"{self.day.isoformat()}T00:00:00Z"
        return make(name, *content, id=self.used, author=self.author, date=moment)
