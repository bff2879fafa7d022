"""Repair a source by the edits that findings carry: as few characters as can be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pressroom.checks.examine import examine
from pressroom.diagnostics import Diagnostic, Edit, Report
from pressroom.house.tokens import House
from pressroom.place import SourceFile
from pressroom.source.parse import parse

_ROUNDS = 8
_TRIED = 50
"""Edits that are tried one by one when all together would break the source."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A source after repair: its text, and the findings that were repaired, each with a place in the text of its round."""

    file: SourceFile
    repaired: tuple[Diagnostic, ...]


def mend(file: SourceFile, house: House | None = None, *, unsafe: bool = False) -> Mended:
    """Repair what can be repaired, until nothing more is found; a source that cannot be parsed stays as it is.

    An edit after which the source could not be parsed is left out, and so is one of a rule that the house has switched off.
    """
    repaired: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        chosen = _chosen(file, house, unsafe=unsafe)
        mended, kept = _edited(file, chosen)
        if not kept:
            break
        file = mended
        repaired += kept
    return Mended(file, tuple(repaired))


def _chosen(
    file: SourceFile, house: House | None, *, unsafe: bool
) -> list[tuple[Diagnostic, Edit]]:
    """Return the findings of a source whose edits do not touch each other."""
    release = parse(file, Report())
    chosen: list[tuple[Diagnostic, Edit]] = []
    end = -1
    for finding in examine(release, house) if release else ():
        edit = finding.fix
        if edit and (edit.safe or unsafe) and edit.span.start > end:
            chosen.append((finding, edit))
            end = edit.span.end
    return chosen


def _edited(
    file: SourceFile, chosen: list[tuple[Diagnostic, Edit]]
) -> tuple[SourceFile, list[Diagnostic]]:
    """Make all edits at once or, should that break the source, those that do not."""
    whole = SourceFile(file.name, _applied(file.text, [edit for _, edit in chosen]))
    if parse(whole, Report()):
        return whole, [finding for finding, _ in chosen]
    kept: list[tuple[Diagnostic, Edit]] = []
    for one in chosen[:_TRIED]:
        text = _applied(file.text, [edit for _, edit in (*kept, one)])
        if parse(SourceFile(file.name, text), Report()):
            kept.append(one)
    text = _applied(file.text, [edit for _, edit in kept])
    return SourceFile(file.name, text), [finding for finding, _ in kept]


def _applied(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])
