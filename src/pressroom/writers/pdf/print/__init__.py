"""The print profile: the PDF for the printer, PDF/X-4 (ISO 15930-7), beside the one for readers."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Outcome, Written
from pressroom.writers.ledger import Shortfalls, ledger
from pressroom.writers.pdf import PdfWriter
from pressroom.writers.pdf.guard import require_engine

_READERS = PdfWriter()

SHORTFALLS: Shortfalls = {
    "link": (Outcome.DEGRADED, "paper shows the words of a link, it does not lead anywhere"),
    "note-call": (Outcome.DEGRADED, "paper shows the mark of a note, it does not lead there"),
}
"""An active area on the page is an annotation, and PDF/X-4 allows none inside the bleed (ISO 15930-7)."""


class PrintWriter:
    """Writes and reads the PDF for the printer: the pages of the other one, with bleed and marks, in inks of the press."""

    name = "print"
    suffix = ".print.pdf"
    media_type = _READERS.media_type
    abilities: frozenset[Ability] = _READERS.abilities - {"links"}

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Set a release for the press; raise ``WriterError`` as for readers, and for colours that cannot be separated."""
        require_engine()
        from pressroom.writers.pdf.print.sheets import press_sheets

        data = press_sheets(release, world)
        artifact = Artifact(release.stem + self.suffix, self.media_type, data)
        return Written(artifact, ledger(release, SHORTFALLS))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read it as the other one, through its structure tree; raise ``WriterError`` if it has none."""
        return _READERS.read_back(data)
