"""The text of one block as it is heard, with all that is said of stretches of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pressroom.edition.projection import Feature, Trait
from pressroom.typography.hyphenation import SOFT_HYPHEN
from pressroom.writers.contract import LINE_END, Heard
from pressroom.writers.pdf.reading.content import Drawn


@dataclass(slots=True)
class Line:
    """A block in the making; a new baseline is the end of a line, behind a soft hyphen one in a word."""

    text: str = ""
    traits: list[Trait] = field(default_factory=list[Trait])
    readings: list[Heard] = field(default_factory=list[Heard])
    _page: int = 0
    _last: Drawn | None = None

    @property
    def begun(self) -> bool:
        """Tell whether anything was drawn."""
        return self._last is not None

    def hear(self, page: int, drawn: Iterable[Drawn]) -> None:
        """Take in what is drawn on a page (from 0)."""
        for piece in drawn:
            if self._last is not None and self._is_new_line(page, piece, self._last):
                divided = self.text.endswith(SOFT_HYPHEN)
                self.text = self.text[:-1] if divided else self.text + LINE_END
            self.text += piece.text
            self._page, self._last = page, piece

    def say(self, feature: Feature, value: str, start: int) -> None:
        """Say something of what was heard since ``start``."""
        if len(self.text) > start:
            self.traits.append(Trait(feature, value, start, len(self.text)))

    def heard(self, language: str, *whole: tuple[Feature, str]) -> Heard:
        """Return the piece, with what is said of it as a whole."""
        places = (Trait(feature, value, 0, len(self.text)) for feature, value in whole)
        return Heard("text", self.text, language, (*places, *self.traits))

    def _is_new_line(self, page: int, piece: Drawn, last: Drawn) -> bool:
        # Raised and lowered text moves by less than half an em, a new line by more than one.
        apart = abs(piece.baseline - last.baseline)
        return page != self._page or apart > 0.75 * max(piece.size, last.size)
