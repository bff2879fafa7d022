"""What came back from an editor: opened, and known by the version that it was made from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity
from pressroom.merge.envelope import opened, refused
from pressroom.merge.kinship import STRANGER, kinship
from pressroom.merge.pairing import editions_in, paired
from pressroom.merge.returned import Return, read_return
from pressroom.merge.units import Unit
from pressroom.model.release import Release
from pressroom.press.desk import read_bytes
from pressroom.press.versions import Reading

LARGEST_RETURN = 64 * 1024 * 1024
"""The largest return that is read, in bytes."""

_DAY = re.compile(r" [0-9-]{10}$")


def open_return(path: Path, editors: Collection[str], report: Report) -> Return:
    """Read a return, of all or as if some editors alone had worked on it.

    Raises ``UsageError`` for a file that is none, and for an editor who did nothing.
    """
    enclosure = opened(str(path), _bytes(path))
    if enclosure.found_in:
        message = f"the return was taken out of a ZIP: {enclosure.name}"
        report.add(Diagnostic("W007", Severity.ADVICE, message))
    returned = read_return(enclosure.name, enclosure.data)
    if not editors:
        return returned
    _check_editors(editors, returned)
    return read_return(enclosure.name, enclosure.data, frozenset(editors))


def base_of(
    path: Path, returned: Return, versions: Sequence[str], reading: Reading, report: Report
) -> str:
    """Return the version that a return was made from: its own, else that of some ``versions``, the newest first, which is nearest to it.

    Raises ``UsageError`` for a return that has next to nothing in common with any of them.
    """
    if returned.base is not None:
        return returned.base
    best, most = None, STRANGER
    for version in versions:
        shared = kinship(reading.units(version) or (), returned.rejected)
        if shared > most:
            best, most = version, shared
    if best is None:
        message = f"{path} says hardly anything of what this release says or said"
        raise refused("W008", message, "name the source of which it is a return")
    now = best == versions[0]
    which = "the source as it is now" if now else "a version that was sent earlier"
    hint = f"{which} is the nearest to it and was taken for it: look at each change"
    message = f"{path} does not hold the source that it was made from"
    report.add(Diagnostic("W004", Severity.WARNING, message, hints=(hint,)))
    return best


def missing_editions(
    release: Release, base: Sequence[Unit], returned: Return
) -> Iterator[Diagnostic]:
    """Yield a finding for each edition of which a return says nothing; it is not taken for one that was deleted."""
    held = editions_in(base, paired(base, returned.rejected))
    for number, edition in enumerate(release.editions, start=1):
        if number not in held:
            message = f"the return holds nothing of the edition in {edition.language}, which stays as it is"
            yield Diagnostic("W009", Severity.ADVICE, message)


def _check_editors(editors: Collection[str], returned: Return) -> None:
    known = {name for names in returned.revisers.values() for name in names}
    known = {_DAY.sub("", name) for name in known} | {one.author for one in returned.comments}
    for editor in sorted(set(editors) - known):
        message = f"{editor} recorded no change and no comment"
        hint = f"those who did: {', '.join(sorted(known)) or 'nobody'}"
        raise refused("W018", message, hint)


def _bytes(path: Path) -> bytes:
    data = read_bytes(path, LARGEST_RETURN)
    if len(data) > LARGEST_RETURN:
        message = f"{path} is larger than {LARGEST_RETURN // 1024 // 1024} MiB"
        raise refused("W002", message, "ask for it with smaller pictures")
    return data
