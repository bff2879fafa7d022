"""The plain-text writer: what a release says and nothing else, for wires, mail and search."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Outcome, Written
from pressroom.writers.ledger import Shortfalls, ledger
from pressroom.writers.text.compose import compose
from pressroom.writers.text.read import read

_WITHOUT_MARK = Outcome.DEGRADED, "plain text holds the words without the mark"
_WITHOUT_FRAME = Outcome.DEGRADED, "plain text shows all rows alike, without a frame"
_WITHOUT_RANK = Outcome.DEGRADED, "plain text shows a heading as a paragraph"

SHORTFALLS: Shortfalls = {
    **dict.fromkeys(
        (
            "slant",
            "strong",
            "superscript",
            "subscript",
            "code",
            "dots",
            "proper-name",
            "book-title",
            "no-break",
            "dateline",
        ),
        _WITHOUT_MARK,
    ),
    "note-call": (Outcome.DEGRADED, "plain text prints the mark of a note, it does not lead there"),
    "link": (Outcome.DEGRADED, "plain text holds the words of the link, not its address"),
    "ruby": (Outcome.DROPPED, "plain text holds the base text without its readings"),
    "figure": (Outcome.DEGRADED, "plain text holds the alternative text in place of the picture"),
    **dict.fromkeys(("table", "table-head", "table-cell"), _WITHOUT_FRAME),
    **dict.fromkeys(("headline", "subhead", "minor-subhead", "division-title"), _WITHOUT_RANK),
    "quote": (Outcome.DEGRADED, "plain text does not set quotations apart"),
    "rule": (Outcome.DROPPED, "plain text shows no rule between two parts"),
}


class TextWriter:
    """Write UTF-8 text: one paragraph a block, blank lines between, editions one after the other."""

    name = "text"
    suffix = ".txt"
    media_type = "text/plain; charset=utf-8"
    abilities: frozenset[Ability] = frozenset({"notes", "lists"})

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the text file."""
        del world
        data = "\n".join(compose(edition) for edition in release.editions).encode()
        artifact = Artifact(release.stem + self.suffix, self.media_type, data)
        return Written(artifact, ledger(release, SHORTFALLS))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read a text file of this form."""
        return read(data)
