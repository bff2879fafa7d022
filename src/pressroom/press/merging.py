"""A return meets its source: open both, merge, and say what could not be done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity, SourceError
from pressroom.edition.resolve import resolve_editions
from pressroom.merge.descriptions import descriptions
from pressroom.merge.envelope import refused
from pressroom.merge.findings import findings
from pressroom.merge.furniture import retouched
from pressroom.merge.merging import Merged, merge
from pressroom.merge.pictures import PictureChange, altered, file_of
from pressroom.merge.places import Places, places
from pressroom.merge.returned import Return
from pressroom.merge.units import label_of_block
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.press.desk import encoded_like, open_release
from pressroom.press.one_sided import one_sided
from pressroom.press.returns import base_of, missing_editions, open_return
from pressroom.press.sent import sent
from pressroom.press.shelf import put
from pressroom.press.versions import Reading, versions_of

MOST_SAVED = 100
"""How many new pictures of a return are saved."""


@dataclass(frozen=True, slots=True)
class MergedReturn:
    """A merge, what is said of it, where the blocks of the base stand now, and the files of new pictures."""

    merged: Merged
    findings: tuple[Diagnostic, ...]
    places: Places
    pictures: Mapping[str, bytes]


def merge_return(
    source: Path, path: Path, shelf: Path, select: Sequence[str] = (), goal: Path | None = None
) -> MergedReturn:
    """Merge a return into a source, or of it what some editors did and the changes of some numbers; no file is written.

    A return that lost the source that it was made from is held against those that were sent from the ``shelf``. Places are
    those in the source as it is, or in the merged one if it will be written to a ``goal``.
    Raises ``UsageError`` for a file that is no return of this release, ``SourceError`` for a source that has errors.
    """
    report = Report()
    release = open_release(source, report)
    numbers = [int(one) for one in select if one.isdecimal()]
    editors = {one for one in select if not one.isdecimal()}
    returned = _of_release(open_return(path, editors, report), path, release)
    reading = versions_of(release, source)
    _check_pictures(release, reading)
    current = release.source.text
    versions = (current, *sent(shelf, release.identifier))
    base = base_of(path, returned, versions, reading, report)
    # The last texts are asked for again and again.
    read, figures = lru_cache(maxsize=2)(reading.units), lru_cache(maxsize=2)(reading.figures)
    report.extend(missing_editions(release, read(base) or (), returned))
    found = altered(figures(base), figures(current), returned.pictures, cache(reading.drawn))
    # No program records who put a picture where it is.
    pictures = () if editors else tuple(found)
    described = dict(descriptions(base, figures(base), pictures, reading.figures))
    try:
        merged = merge(base, current, returned, read, numbers, [*described.values()])
    except ValueError as fault:
        message = f"the source in {path} cannot be read any more"
        raise SourceError(Diagnostic("W005", Severity.ERROR, message)) from fault
    _check_numbers(numbers, merged)
    spans = {label_of_block(one.identifier): one.span for one in figures(base) if one.span}
    file = SourceFile(str(goal), merged.source) if goal else release.source
    where = places(file, base, {**merged.blocks, **spans})
    rest = () if select else (one for one in pictures if one not in described)
    saved, files = _saved(rest, release.identifier)
    report.extend(findings(merged, saved, where))
    languages = {n: edition.language for n, edition in enumerate(release.editions, start=1)}
    report.extend(one_sided(merged.changes, (base, current), read, languages, where))
    if returned.base is not None and not select:
        report.extend(retouched(reading.furniture(base), returned.furniture))
    return MergedReturn(merged, tuple(report), where, files)


def _of_release(returned: Return, path: Path, release: Release) -> Return:
    if returned.identifier and returned.identifier != release.identifier:
        message = f"{path} is a return of {returned.identifier}, not of {release.identifier}"
        raise refused("W003", message, "name its source")
    return returned


def put_merged(made: MergedReturn, source: Path, goal: Path, *, over: bool) -> None:
    """Write the merged source and what new pictures are not there yet, ``over`` another file only if that is wanted.

    Raises ``UsageError`` if it cannot be done.
    """
    data = encoded_like(source, made.merged.source)
    if not over and goal.exists() and goal.read_bytes() != data:
        message = f"{goal} is there already"
        raise refused("W022", message, "merge into it, or name a file with -o")
    files = {
        name: data for name, data in made.pictures.items() if not (goal.parent / name).exists()
    }
    put(goal.parent, {**files, goal.name: data})


def _saved(
    pictures: Iterable[PictureChange], identifier: str
) -> tuple[list[PictureChange], dict[str, bytes]]:
    """Give new pictures the names of their files; return them, and what goes into these."""
    told: list[PictureChange] = []
    files: dict[str, bytes] = {}
    for change in pictures:
        new = change.picture if change.what in {"added", "changed"} else None
        held = file_of(new, identifier) if new and len(files) < MOST_SAVED else None
        files |= [held] if held else []
        told.append(replace(change, saved=held[0]) if held else change)
    return told, files


def _check_pictures(release: Release, reading: Reading) -> None:
    """Raise ``SourceError`` for a source that cannot be set, as one with a picture that is missing."""
    report = Report()
    resolve_editions(release, reading.house, reading.folder, report)
    if report.failed:
        raise SourceError(*report)


def _check_numbers(numbers: Collection[int], merged: Merged) -> None:
    for number in sorted(set(numbers) - {change.number for change in merged.changes}):
        message = f"there is no change {number} in the return"
        hint = "run merge with --dry-run and without --select to see the numbers"
        raise refused("W019", message, hint)
