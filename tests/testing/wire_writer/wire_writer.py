"""A writer as another package would bring it: a release as JSON lines for a news wire."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypedDict, cast

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.edition.projection import Feature, Kind, Said, Trait, said
from pressroom.edition.resolved import ResolvedRelease
from pressroom.edition.walk import blocks_of
from pressroom.world import World
from pressroom.writers.contract import (
    Ability,
    Artifact,
    Heard,
    HeardEdition,
    LedgerEntry,
    Outcome,
    Written,
)


class Line(TypedDict):
    """One line of the wire: what an edition says in one piece, and what is said of stretches of it."""

    edition: str
    kind: Kind
    text: str
    language: str
    said: list[tuple[Feature, str, int, int]]


class WireWriter:
    """Write one JSON object a line: the words, without any look."""

    name = "wire"
    suffix = ".jsonl"
    media_type = "application/jsonl"
    abilities: frozenset[Ability] = frozenset(
        {"ruby", "notes", "headings", "lists", "tables", "links", "languages"}
    )

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the JSON lines."""
        del world
        lines = [
            json.dumps(_line(edition.language.tag, piece), ensure_ascii=False)
            for edition in release.editions
            for piece in said(edition)
        ]
        data = ("\n".join(lines) + "\n").encode()
        artifact = Artifact(release.stem + self.suffix, self.media_type, data)
        return Written(artifact, tuple(_ledger(release)))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read JSON lines."""
        editions: dict[str, list[Heard]] = {}
        try:
            for text in data.decode().split("\n")[:-1]:
                line = cast("Line", json.loads(text))
                traits = tuple(Trait(*trait) for trait in line["said"])
                pieces = editions.setdefault(line["edition"], [])
                pieces.append(Heard(line["kind"], line["text"], line["language"], traits))
        except (ValueError, KeyError, TypeError) as reason:
            finding = Diagnostic("W001", Severity.ERROR, "this is no wire file")
            raise WriterError(finding) from reason
        return tuple(HeardEdition(lang, tuple(pieces)) for lang, pieces in editions.items())


def _line(edition: str, piece: Said) -> Line:
    traits: list[tuple[Feature, str, int, int]] = [
        (trait.feature, trait.value, trait.start, trait.end) for trait in piece.traits
    ]
    return Line(
        edition=edition, kind=piece.kind, text=piece.text, language=piece.language, said=traits
    )


def _ledger(release: ResolvedRelease) -> Iterator[LedgerEntry]:
    for edition in release.editions:
        for block in blocks_of(edition):
            reason = "a wire carries words without looks"
            yield LedgerEntry(block.identifier, "look", Outcome.DEGRADED, reason, block.span)
