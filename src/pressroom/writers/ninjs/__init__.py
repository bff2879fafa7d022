"""The ninjs writer: a release as the data that news agencies and editorial systems take in (IPTC ninjs 3.1)."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedRelease
from pressroom.world import World
from pressroom.writers.contract import Ability, Artifact, HeardEdition, Outcome, Written
from pressroom.writers.ledger import Shortfalls, ledger
from pressroom.writers.xhtml import ABILITIES, on_screens

_BY_CLASS = (
    Outcome.DEGRADED,
    "the words have a class, and look as the style sheet of the receiver says",
)
SHORTFALLS: Shortfalls = dict.fromkeys(("dots", "proper-name", "no-break"), _BY_CLASS)


class NinjsWriter:
    """Write one news object in the first language; the other editions are objects associated with it."""

    name = "ninjs"
    suffix = ".ninjs.json"
    media_type = "application/json"
    abilities: frozenset[Ability] = ABILITIES.union(("metadata",))

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the object; bodies are XHTML, with the pictures inside."""
        from pressroom.writers.ninjs.compose import compose

        del world
        artifact = Artifact(release.stem + self.suffix, self.media_type, compose(release))
        return Written(artifact, ledger(release, SHORTFALLS, on_screens))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read the bodies of a news object and of its translations; raise ``WriterError`` if it is none."""
        from pressroom.writers.ninjs.read import read

        return read(data)
