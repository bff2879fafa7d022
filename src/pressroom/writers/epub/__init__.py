"""The EPUB writer: EPUB 3.3, one document per edition, its own fonts inside."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Written
from pressroom.writers.ledger import ledger
from pressroom.writers.xhtml import ABILITIES, on_screens


class EpubWriter:
    """Write an e-book that any reading system can open, and that says the same in each."""

    name = "epub"
    suffix = ".epub"
    media_type = "application/epub+zip"
    abilities: frozenset[Ability] = frozenset((*ABILITIES, "metadata"))

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the book; ``world.fonts`` must hold every face that the house wants."""
        from pressroom.writers.epub.book import make_book

        name = release.stem + self.suffix
        artifact = Artifact(name, self.media_type, make_book(release, world.fonts))
        return Written(artifact, ledger(release, {}, on_screens))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read the documents of a book's spine that are neither cover nor navigation."""
        from pressroom.writers.epub.read import read

        return read(data)
