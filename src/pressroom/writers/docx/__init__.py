"""The DOCX writer: a file for editors, formatted by named styles alone, or one for distribution."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Written
from pressroom.writers.docx.shortfalls import SHORTFALLS, outdone
from pressroom.writers.ledger import ledger


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
            "pictures",
            "links",
            "languages",
            "metadata",
            "pages",
        }
    )

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the file; raise ``WriterError`` for what Word cannot hold at all."""
        from pressroom.writers.docx.compose import compose

        name = release.stem + self.suffix
        data = compose(release, world)
        losses = (*ledger(release, SHORTFALLS), *outdone(release))
        return Written(Artifact(name, self.media_type, data), losses)

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read the text of each section; raise ``WriterError`` if the file is no DOCX."""
        from pressroom.writers.docx.hearing import heard

        return heard(data)
