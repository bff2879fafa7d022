"""A return meets its source: open both, merge, and say what could not be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity, SourceError, UsageError
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.resolve import resolve
from pressroom.edition.resolved import FigureBlock, Image
from pressroom.fonts.find import look_for
from pressroom.fonts.installed import installed
from pressroom.fonts.wanted import wanted
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.house.tokens import House
from pressroom.merge.changes import Change
from pressroom.merge.envelope import opened
from pressroom.merge.kinship import STRANGER, TRACE, kinship
from pressroom.merge.merging import Merged, merge
from pressroom.merge.pictures import PictureChange, altered, figures
from pressroom.merge.returned import Return, read_return
from pressroom.merge.units import Unit, units
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.press.desk import folder_of, open_release, read_bytes
from pressroom.press.sent import sent
from pressroom.source.parse import parse

LARGEST_RETURN = 64 * 1024 * 1024
"""The largest return that is read, in bytes."""

_DAY = re.compile(r" [0-9-]{10}$")


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads sources of one release: in one house, with the pictures of one folder."""

    house: House
    folder: ReleaseFolder

    def units(self, text: str) -> tuple[Unit, ...] | None:
        """Return the units of a source, None if it has errors."""
        release = parse(SourceFile("", text), Report())
        return (
            units(release, resolve(release, self.house, self.folder, Report())) if release else None
        )

    def figures(self, text: str) -> tuple[FigureBlock, ...]:
        """Return the figures of a source."""
        release = parse(SourceFile("", text), Report())
        return figures(resolve(release, self.house, self.folder, Report())) if release else ()

    def drawn(self, image: Image) -> bytes:
        """Return a drawing as the pixels that were sent beside it, in those of the house's faces that are there."""
        from pressroom.writers.docx.raster import raster

        return raster(image, self.house, look_for(wanted(self.house), installed()))


def merge_return(
    source: Path, path: Path, shelf: Path, select: Sequence[str] = ()
) -> tuple[Merged, tuple[Diagnostic, ...]]:
    """Merge a return into a source, or of it what some editors did and the changes of some numbers; no file is written.

    A return that lost the source that it was made from is held against those that were sent from the ``shelf``.
    Raises ``UsageError`` for a file that is no return of this release, ``SourceError`` for a source that has errors.
    """
    report = Report()
    release = open_release(source, report)
    letter = opened(str(path), _bytes(path))
    if letter.found_in:
        message = f"the return was taken out of a ZIP: {letter.name}"
        report.add(Diagnostic("W007", Severity.ADVICE, message))
    numbers = [int(one) for one in select if one.isdecimal()]
    editors = frozenset(one for one in select if not one.isdecimal())
    returned = read_return(letter.name, letter.data)
    if editors:
        _check_editors(editors, returned)
        returned = read_return(letter.name, letter.data, editors)
    current = release.source.text
    if returned.identifier and returned.identifier != release.identifier:
        message = f"{path} is a return of {returned.identifier}, not of {release.identifier}"
        raise UsageError(Diagnostic("W003", Severity.ERROR, message, hints=("name its source",)))
    reading = Reading(load_house(find_house(release.house)), ReleaseFolder(folder_of(source)))
    base = returned.base
    if base is None:
        base = _found_again(current, sent(shelf, release.identifier), returned, reading)
        if base is None:
            message = f"{path} says hardly anything of what {source} says or said"
            hint = "name the source of which it is a return"
            raise UsageError(Diagnostic("W008", Severity.ERROR, message, hints=(hint,)))
        message = f"{path} does not hold the source that it was made from"
        which = "the source as it is now" if base == current else "a version that was sent earlier"
        hint = f"{which} is the nearest to it and was taken for it: look at each change"
        report.add(Diagnostic("W004", Severity.WARNING, message, hints=(hint,)))
    report.extend(_missing(release, reading.units(base) or (), returned))
    try:
        merged = merge(base, current, returned, reading.units, numbers)
    except ValueError as fault:
        message = f"the source in {path} cannot be read any more"
        raise SourceError(Diagnostic("W005", Severity.ERROR, message)) from fault
    for number in sorted(set(numbers) - {change.number for change in merged.changes}):
        message = f"there is no change {number} in the return"
        hint = "run merge with --dry-run and without --select to see the numbers"
        raise UsageError(Diagnostic("W019", Severity.ERROR, message, hints=(hint,)))
    report.extend(_findings(merged))
    if not select:
        pictures = altered(reading.figures(base), returned.pictures, cache(reading.drawn))
        report.extend(map(_of_picture, pictures))
    return merged, tuple(report)


def _found_again(
    current: str, former: Sequence[str], returned: Return, reading: Reading
) -> str | None:
    """Return the version that a return has the most in common with, the newest of several; None if it is a stranger to all."""
    best, most = None, STRANGER
    for version in (current, *former):
        shared = kinship(reading.units(version) or (), returned.rejected)
        if shared > most:
            best, most = version, shared
    return best


def _missing(release: Release, base: Sequence[Unit], returned: Return) -> Iterator[Diagnostic]:
    """Yield a finding for each edition of which a return says nothing; it is not taken for one that was deleted."""
    for number, edition in enumerate(release.editions, start=1):
        own = [unit for unit in base if unit.edition == number]
        if kinship(own, returned.rejected) < TRACE:
            message = f"the return holds nothing of the edition in {edition.language}, which stays as it is"
            yield Diagnostic("W009", Severity.ADVICE, message)


def _check_editors(editors: frozenset[str], returned: Return) -> None:
    known = {name for names in returned.revisers.values() for name in names}
    known = {_DAY.sub("", name) for name in known} | {one.author for one in returned.comments}
    for editor in sorted(editors - known):
        message = f"{editor} recorded no change and no comment"
        hint = f"those who did: {', '.join(sorted(known)) or 'nobody'}"
        raise UsageError(Diagnostic("W018", Severity.ERROR, message, hints=(hint,)))


def _findings(merged: Merged) -> list[Diagnostic]:
    found = [finding for change in merged.changes for finding in _of_change(change)]
    for comment in merged.unplaced:
        message = (
            f"a comment of {comment.author or 'someone'} has no place in the source: {comment.text}"
        )
        found.append(Diagnostic("W013", Severity.WARNING, message))
    for comment in merged.settled:
        message = f"{comment.author or 'someone'} has settled a comment, which is not written: {comment.text}"
        found.append(Diagnostic("W017", Severity.ADVICE, message))
    for changed, twin in merged.twins:
        message = f"{changed} was changed, its twin {twin} was not"
        hint = "see whether the other language has to follow"
        found.append(Diagnostic("W020", Severity.WARNING, message, hints=(hint,)))
    return found


def _of_picture(change: PictureChange) -> Diagnostic:
    where = f"at {change.identifier}" if change.identifier else "before the first block"
    match change.what:
        case "added":
            message = f"a picture was added {where}: {change.alt or 'without a description'}"
            hint = f"save it from the return ({change.name}), and write a figure"
        case "changed":
            message = f"the picture {where} is another one than was sent"
            hint = (
                f"save it from the return ({change.name}), and put it in the place of the old one"
            )
        case "described":
            message = f"the description of the picture {where} was changed: {change.alt}"
            hint = "write it into alt=… of the figure"
        case "gone":
            message = f"the picture {where} is not in the return: {change.alt}"
            hint = "if an editor took it away, take the figure out of the source"
    return Diagnostic("W016", Severity.WARNING, message, hints=(hint,))


def _of_change(change: Change) -> list[Diagnostic]:
    match change.outcome:
        case "taken":
            return []
        case "looks":
            message = f"{change.identifier}: looks of the text differ from what was sent, but no such change was recorded"
            hint = "programs do so of themselves; if an editor meant it, change the source"
            return [Diagnostic("W014", Severity.WARNING, message, hints=(hint,))]
        case "note":
            what = "leads to another text than was sent" if change.after else "is gone"
            message = f"{change.identifier}: the call of a note {what}, but no such change was recorded; the source keeps both as they are"
            why = "programs mix notes up when they save: ask the editor whether a note was changed"
            hints = (f"before: {change.before}", f"after: {change.after}", why)
            return [Diagnostic("W021", Severity.WARNING, message, hints=hints)]
        case "kind":
            was, became = change.kinds
            message = f"a change of {change.who or 'an editor (not recorded)'} made {change.identifier} {became}; the source keeps {was}"
            return [
                Diagnostic("W015", Severity.ERROR, message, hints=(f"it reads: {change.after}",))
            ]
        case "conflict":
            code, what = "W010", "meets a change of the source, which holds both texts now, marked"
        case "unmapped":
            code, what = "W011", "could not be written into the source"
        case "wording":
            code, what = "W012", "concerns the wording of the house, which is not in the source"
    message = f"a change of {change.who or 'an editor (not recorded)'} {what}"
    hints = (f"before: {change.before}", f"after: {change.after}")
    return [Diagnostic(code, Severity.ERROR, message, hints=hints)]


def _bytes(path: Path) -> bytes:
    data = read_bytes(path, LARGEST_RETURN)
    if len(data) > LARGEST_RETURN:
        message = f"{path} is larger than {LARGEST_RETURN // 1024 // 1024} MiB"
        raise UsageError(Diagnostic("W002", Severity.ERROR, message))
    return data
