"""The PDF writer: tagged PDF/A-3a and PDF/UA-1 in one file, set by WeasyPrint."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Written
from pressroom.writers.ledger import ledger
from pressroom.writers.pdf.guard import require_engine


class PdfWriter:
    """Writes and reads PDF; the engine is loaded at the first use."""

    name = "pdf"
    suffix = ".pdf"
    media_type = "application/pdf"
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
            "no-break",
            "languages",
            "metadata",
            "pages",
        }
    )

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Set a release; raise ``WriterError`` for another engine than ours and for what the engine complains of."""
        require_engine()
        from pressroom.writers.pdf.write import pdf_bytes

        data = pdf_bytes(release, world)
        artifact = Artifact(release.stem + self.suffix, self.media_type, data)
        return Written(artifact, ledger(release, {}))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read a tagged PDF through its structure tree; raise ``WriterError`` if it is none."""
        from pressroom.writers.pdf.reading import read

        return read(data)
