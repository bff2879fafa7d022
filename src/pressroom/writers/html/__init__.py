"""The HTML writer: one file that asks nobody for anything, for web pages and mail."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Written
from pressroom.writers.ledger import ledger
from pressroom.writers.xhtml import ABILITIES, on_screens


class HtmlWriter:
    """Write one HTML document: style sheet and pictures inside, no script that runs, no request to any host."""

    name = "html"
    suffix = ".html"
    media_type = "text/html"
    abilities: frozenset[Ability] = ABILITIES.union(("metadata",))

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the document."""
        from pressroom.writers.html.compose import compose

        del world
        name = release.stem + self.suffix
        artifact = Artifact(name, self.media_type, compose(release).encode())
        return Written(artifact, ledger(release, {}, on_screens))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read a document whose editions are sections that declare their language."""
        from pressroom.writers.html.read import read

        return read(data)
