"""The DOCX writer: a file for editors, formatted by named styles alone, or one for distribution."""

from __future__ import annotations

from typing import Final

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Outcome, Written
from pressroom.writers.ledger import Shortfalls, ledger

_SHORTFALLS: Final[Shortfalls] = {
    "no-break": (
        Outcome.DEGRADED,
        "Word has no stretch of text that stays on one line but by other characters",
    ),
}


class DocxWriter:
    """Writes WordprocessingML (ECMA-376, transitional) and reads it back."""

    name = "docx"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    abilities: frozenset[Ability] = frozenset(
        {
            "ruby",
            "dots",
            "proper-name",
            "marks",
            "notes",
            "headings",
            "lists",
            "tables",
            "figures",
            "links",
            "languages",
            "metadata",
            "pages",
        }
    )

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the file; raise ``WriterError`` for what Word cannot hold at all."""
        from pressroom.writers.docx.compose import compose

        name = f"{release.metadata.identifier}{self.suffix}"
        data = compose(release, world)
        return Written(Artifact(name, self.media_type, data), ledger(release, _SHORTFALLS))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read the text of each section; raise ``WriterError`` if the file is no DOCX."""
        from pressroom.writers.docx.hearing import heard

        return heard(data)
