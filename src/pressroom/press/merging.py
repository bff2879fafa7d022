"""A return meets its source: open both, merge, and say what could not be done."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity, SourceError
from pressroom.edition.folder import FolderError, ReleaseFolder
from pressroom.edition.resolve import resolve_editions
from pressroom.edition.resolved import FigureBlock, Image, ResolvedEdition
from pressroom.fonts.find import look_for
from pressroom.fonts.installed import installed
from pressroom.fonts.wanted import wanted
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.house.tokens import House
from pressroom.merge.envelope import opened, refused
from pressroom.merge.findings import findings
from pressroom.merge.kinship import STRANGER, TRACE, kinship
from pressroom.merge.merging import Merged, merge
from pressroom.merge.pictures import PictureChange, altered, figures, file_of
from pressroom.merge.places import Places, places
from pressroom.merge.returned import Return, read_return
from pressroom.merge.units import Unit, label_of_block, units
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.press.desk import encoded_like, folder_of, open_release, read_bytes
from pressroom.press.sent import sent
from pressroom.press.shelf import put
from pressroom.source.parse import parse
from pressroom.source.reading import read_source

LARGEST_RETURN = 64 * 1024 * 1024
"""The largest return that is read, in bytes."""

MOST_SAVED = 100
"""How many new pictures of a return are saved."""

_BLANK = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

_DAY = re.compile(r" [0-9-]{10}$")


@dataclass(frozen=True, slots=True)
class _WithBlanks(ReleaseFolder):
    """A folder in which no picture is missing."""

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a file, a blank picture for one that cannot be had."""
        try:
            return ReleaseFolder.read(self, name, limit)
        except FolderError:
            return _BLANK


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads sources of one release: in one house, with the pictures of one folder.

    A picture that was there when a source was sent may have another name since: a blank one stands in for it.
    """

    house: House
    folder: ReleaseFolder

    def units(self, text: str) -> tuple[Unit, ...] | None:
        """Return the units of a source, None if it has errors or holds characters that no source may."""
        file = read_source("", text.encode("utf-8", "surrogatepass"), Report())
        release = parse(file, Report()) if file else None
        return units(release, self._editions(release)) if release else None

    def figures(self, text: str) -> tuple[FigureBlock, ...]:
        """Return the figures of a source."""
        release = parse(SourceFile("", text), Report())
        return figures(self._editions(release)) if release else ()

    def _editions(self, release: Release) -> tuple[ResolvedEdition, ...]:
        return resolve_editions(release, self.house, _WithBlanks(self.folder.root), Report())

    def drawn(self, image: Image) -> bytes:
        """Return a drawing as the pixels that were sent beside it, in those of the house's faces that are there."""
        from pressroom.writers.docx.raster import raster

        return raster(image, self.house, look_for(wanted(self.house), installed()))


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
    returned = _returned(path, {one for one in select if not one.isdecimal()}, report)
    if returned.identifier and returned.identifier != release.identifier:
        message = f"{path} is a return of {returned.identifier}, not of {release.identifier}"
        raise refused("W003", message, "name its source")
    reading = Reading(load_house(find_house(release.house)), ReleaseFolder(folder_of(source)))
    _check_pictures(release, reading)
    current = release.source.text
    base = returned.base
    if base is None:
        former = sent(shelf, release.identifier)
        base = _found_again(current, former, returned, reading, path)
        report.add(_taken_for(base, current, path))
    # The last texts are asked for again and again.
    read = lru_cache(maxsize=2)(reading.units)
    report.extend(_missing(release, read(base) or (), returned))
    try:
        merged = merge(base, current, returned, read, numbers)
    except ValueError as fault:
        message = f"the source in {path} cannot be read any more"
        raise SourceError(Diagnostic("W005", Severity.ERROR, message)) from fault
    _check_numbers(numbers, merged)
    figures_sent = reading.figures(base)
    spans = {label_of_block(one.identifier): one.span for one in figures_sent if one.span}
    file = SourceFile(str(goal), merged.source) if goal else release.source
    where = places(file, base, {**merged.blocks, **spans})
    now = figures_sent if current == base else reading.figures(current)
    pictures = () if select else altered(figures_sent, now, returned.pictures, cache(reading.drawn))
    saved, files = _saved(pictures, release.identifier)
    report.extend(findings(merged, saved, where))
    return MergedReturn(merged, tuple(report), where, files)


def _check_pictures(release: Release, reading: Reading) -> None:
    """Raise ``SourceError`` for a source that cannot be set, as one with a picture that is missing."""
    report = Report()
    resolve_editions(release, reading.house, reading.folder, report)
    if report.failed:
        raise SourceError(*report)


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


def _returned(path: Path, editors: Collection[str], report: Report) -> Return:
    """Read a return, of all or as if some editors alone had worked on it."""
    enclosure = opened(str(path), _bytes(path))
    if enclosure.found_in:
        message = f"the return was taken out of a ZIP: {enclosure.name}"
        report.add(Diagnostic("W007", Severity.ADVICE, message))
    returned = read_return(enclosure.name, enclosure.data)
    if not editors:
        return returned
    _check_editors(editors, returned)
    return read_return(enclosure.name, enclosure.data, frozenset(editors))


def _taken_for(base: str, current: str, path: Path) -> Diagnostic:
    message = f"{path} does not hold the source that it was made from"
    which = "the source as it is now" if base == current else "a version that was sent earlier"
    hint = f"{which} is the nearest to it and was taken for it: look at each change"
    return Diagnostic("W004", Severity.WARNING, message, hints=(hint,))


def _found_again(
    current: str, former: Sequence[str], returned: Return, reading: Reading, path: Path
) -> str:
    """Return the version that a return has the most in common with, the newest of several; raise ``UsageError`` for a stranger to all."""
    best, most = None, STRANGER
    for version in (current, *former):
        shared = kinship(reading.units(version) or (), returned.rejected)
        if shared > most:
            best, most = version, shared
    if best is None:
        message = f"{path} says hardly anything of what this release says or said"
        raise refused("W008", message, "name the source of which it is a return")
    return best


def _missing(release: Release, base: Sequence[Unit], returned: Return) -> Iterator[Diagnostic]:
    """Yield a finding for each edition of which a return says nothing; it is not taken for one that was deleted."""
    for number, edition in enumerate(release.editions, start=1):
        own = [unit for unit in base if unit.edition == number]
        if kinship(own, returned.rejected) < TRACE:
            message = f"the return holds nothing of the edition in {edition.language}, which stays as it is"
            yield Diagnostic("W009", Severity.ADVICE, message)


def _check_editors(editors: Collection[str], returned: Return) -> None:
    known = {name for names in returned.revisers.values() for name in names}
    known = {_DAY.sub("", name) for name in known} | {one.author for one in returned.comments}
    for editor in sorted(set(editors) - known):
        message = f"{editor} recorded no change and no comment"
        hint = f"those who did: {', '.join(sorted(known)) or 'nobody'}"
        raise refused("W018", message, hint)


def _check_numbers(numbers: Collection[int], merged: Merged) -> None:
    for number in sorted(set(numbers) - {change.number for change in merged.changes}):
        message = f"there is no change {number} in the return"
        hint = "run merge with --dry-run and without --select to see the numbers"
        raise refused("W019", message, hint)


def _bytes(path: Path) -> bytes:
    data = read_bytes(path, LARGEST_RETURN)
    if len(data) > LARGEST_RETURN:
        message = f"{path} is larger than {LARGEST_RETURN // 1024 // 1024} MiB"
        raise refused("W002", message, "ask for it with smaller pictures")
    return data
