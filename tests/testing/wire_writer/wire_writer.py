"""A writer as another package would bring it: a release as JSON lines for a news wire."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypedDict, cast

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.edition.projection import Kind, said
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
    """One line of the wire: what an edition says in one piece."""

    lang: str
    kind: Kind
    text: str


class WireWriter:
    """Write one JSON object a line: the words, without any look."""

    name = "wire"
    suffix = ".jsonl"
    media_type = "application/jsonl"
    abilities: frozenset[Ability] = frozenset({"ruby", "notes", "languages"})

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the JSON lines."""
        del world
        lines = [
            json.dumps(
                Line(lang=edition.language.tag, kind=piece.kind, text=piece.text),
                ensure_ascii=False,
            )
            for edition in release.editions
            for piece in said(edition)
        ]
        data = ("\n".join(lines) + "\n").encode()
        artifact = Artifact(release.metadata.identifier + self.suffix, self.media_type, data)
        return Written(artifact, tuple(_ledger(release)))

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read JSON lines."""
        editions: dict[str, list[Heard]] = {}
        try:
            for text in data.decode().split("\n")[:-1]:
                line = cast("Line", json.loads(text))
                pieces = editions.setdefault(line["lang"], [])
                pieces.append(Heard(line["kind"], line["text"], line["lang"]))
        except (ValueError, KeyError, TypeError) as reason:
            finding = Diagnostic("W001", Severity.ERROR, "this is no wire file")
            raise WriterError(finding) from reason
        return tuple(HeardEdition(lang, tuple(pieces)) for lang, pieces in editions.items())


def _ledger(release: ResolvedRelease) -> Iterator[LedgerEntry]:
    for edition in release.editions:
        for block in blocks_of(edition):
            reason = "a wire carries words without looks"
            yield LedgerEntry(block.identifier, "look", Outcome.DEGRADED, reason, block.span)
