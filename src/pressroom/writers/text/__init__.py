"""The plain-text writer: what a release says and nothing else, for wires, mail and search."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Written
from pressroom.writers.text.compose import compose
from pressroom.writers.text.ledger import ledger
from pressroom.writers.text.read import read


class TextWriter:
    """Write UTF-8 text: one paragraph a block, blank lines between, editions one after the other."""

    name = "text"
    suffix = ".txt"
    media_type = "text/plain; charset=utf-8"
    abilities: frozenset[Ability] = frozenset({"notes", "tables"})

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the text file."""
        del world
        data = "\n".join(compose(edition) for edition in release.editions).encode()
        artifact = Artifact(release.metadata.identifier + self.suffix, self.media_type, data)
        return Written(artifact, ledger(release))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read a text file of this form."""
        return read(data)
