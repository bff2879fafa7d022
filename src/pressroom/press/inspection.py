"""Prove the files that lie on the shelf, whoever made or changed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity, UsageError
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.stem import is_stem
from pressroom.press.altered import alteration
from pressroom.press.desk import folder_of, open_release, read_bytes
from pressroom.press.job import Galley, Order, set_up
from pressroom.press.keeping import RECORD_SUFFIX, kept
from pressroom.press.opening import opened
from pressroom.press.pictures import exchanged
from pressroom.press.proving import prove
from pressroom.press.shelf import put, unfinished
from pressroom.press.validators import judge
from pressroom.proof.compare import Verdict
from pressroom.proof.record import Judgement, Record, changes, read_record, sha256
from pressroom.writers.contract import Artifact, LedgerEntry, Writer
from pressroom.writers.registry import names, writer

_BUILD_FIRST = "build the release first"
_MOST_FAULTS = 8
_LARGEST = 1 << 30
"""Of a file on the shelf no more than this is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found: a verdict for each artifact of the record, what others judged, and findings about the files themselves."""

    verdicts: tuple[Verdict, ...]
    judgements: tuple[Judgement, ...]
    findings: tuple[Diagnostic, ...]


def inspect(source: Path, folder: Path, *, full: bool = False) -> Inspection:
    """Hold every file of a release on the shelf against the source as it is now, in the house and editions of the record.

    A file whose bytes are not the recorded ones is an error even if it says the same; one that the record does not name gets a warning.
    The validators that come with pressroom are asked about each that says what the source says, with ``full`` the others that are
    here as well. What they say goes into the record if the files are those that it is about.
    Raises ``UsageError`` if there is no record, and whatever the source and the house give cause for.
    """
    release = open_release(source, Report())
    record_path = folder / (release.identifier + RECORD_SUFFIX)
    recorded = recorded_in(record_path, _BUILD_FIRST)
    about = recorded.release
    galley = set_up(Order(source, (), about.house, about.editions, about.public))
    verdicts: list[Verdict] = []
    judgements: list[Judgement] = []
    files: dict[str, bytes] = {}
    findings: list[Diagnostic] = list(galley.findings)
    others = tuple(exchanged(recorded.pictures, galley.release, ReleaseFolder(folder_of(source))))
    findings += others
    if galley.lack:
        findings.append(Diagnostic("A025", Severity.WARNING, galley.lack))
    for entry in recorded.artifacts:
        path = folder / entry.name
        if not path.is_file():
            message = f"{path} is in the proof record but not on the shelf"
            findings.append(Diagnostic("A020", Severity.ERROR, message, hints=("build it again",)))
            continue
        data = read_bytes(path, _LARGEST)
        made = writer(entry.writer).write(galley.resolved, galley.world)
        if sha256(data) != entry.sha256:
            findings.append(alteration(path, data, made.artifact.data))
        else:
            files[entry.name] = data
        verdict = _verdict(galley, writer(entry.writer), path.name, data, made.ledger)
        verdicts.append(verdict)
        if verdict.equal:
            judgements += judge(entry.name, entry.writer, data, full=full)
    whole = len(files) == len(recorded.artifacts)
    if whole and not others and all(verdict.equal for verdict in verdicts):
        findings += _note(recorded, tuple(judgements), files, record_path, full=full)
    left = _left_over(folder, recorded)
    for path, maker in left:
        message = f"{path} is not in the proof record: another build made it"
        hint = "take it away if nobody needs it, or build it with the others"
        findings.append(Diagnostic("A023", Severity.WARNING, message, hints=(hint,)))
        data = read_bytes(path, _LARGEST)
        # nobody knows whether that build was for the public
        office = _for_the_office(galley)
        made = maker.write(office.resolved, office.world)
        verdict = _verdict(office, maker, path.name, data, made.ledger)
        verdicts.append(verdict)
        if verdict.equal:
            judgements += judge(path.name, maker.name, data, full=full)
    if (left or not whole) and unfinished(folder, record_path.name):
        message = f"a build ended before all its files were in {folder}: some are of it, some are former ones"
        findings.append(Diagnostic("A022", Severity.ERROR, message, hints=("build it again",)))
    findings += _findings(judgements)
    return Inspection(tuple(verdicts), tuple(judgements), tuple(findings))


def _for_the_office(galley: Galley) -> Galley:
    return replace(galley, world=replace(galley.world, public=False))


def _note(
    recorded: Record,
    judgements: tuple[Judgement, ...],
    files: Mapping[str, bytes],
    path: Path,
    *,
    full: bool,
) -> Iterator[Diagnostic]:
    """Write into a record what validators said, beside what others said of the same bytes before; yield why that cannot be done.

    Without ``full`` nothing is written that is there already, so that the pages stay that other programs drew.
    """
    kinds = ((one.validator, one.artifact) for one in (*recorded.validators, *judgements))
    latest = dict(zip(kinds, (*recorded.validators, *judgements), strict=True))
    judged = replace(recorded, validators=judgements if full else tuple(latest.values()))
    if (judged == recorded and not full) or recorded_in(path, _BUILD_FIRST) != recorded:
        return  # the latter: another build has put its files there meanwhile
    try:
        put(path.parent, kept(judged, files, opened(judged, files) if full else ()))
    except UsageError as refusal:
        yield from (replace(one, severity=Severity.WARNING) for one in refusal.findings)


def _left_over(folder: Path, record: Record) -> list[tuple[Path, Writer]]:
    """Return the files on the shelf that have names of artifacts of the release but are of no concern to its record."""
    recorded = {entry.name for entry in record.artifacts}
    makers = [writer(name) for name in names()]
    return [
        (path, maker)
        for path in sorted(folder.iterdir())
        for maker in makers
        if path.name not in recorded
        and path.name.endswith(maker.suffix)
        and is_stem(path.name.removesuffix(maker.suffix), record.release.id)
        and path.is_file()
    ]


def _findings(judgements: Iterable[Judgement]) -> Iterator[Diagnostic]:
    for one in judgements:
        if one.verdict == "failed":
            message = f"{one.validator} does not accept {one.artifact}: {one.faults[0]}"
            hints = tuple(one.faults[1:_MOST_FAULTS])
            yield Diagnostic("A070", Severity.ERROR, message, hints=hints)
        elif one.verdict == "absent":
            message = f"{one.validator} was not asked about {one.artifact}: {one.faults[0]}"
            yield Diagnostic("A071", Severity.WARNING, message)


def compare_records(old: Record, source: Path, folder: Path) -> tuple[str, ...]:
    """Return what is different in the record on the shelf from an older one; raise ``UsageError`` if there is none."""
    release = open_release(source, Report())
    path = folder / (release.identifier + RECORD_SUFFIX)
    return changes(old, recorded_in(path, _BUILD_FIRST))


def recorded_in(path: Path, hint: str) -> Record:
    """Read a proof record; raise ``UsageError`` with a hint if there is none."""
    try:
        with path.open("rb") as file:
            return read_record(file.read(_LARGEST))
    except OSError as reason:
        message = f"there is no proof record {path}"
        raise UsageError(Diagnostic("U007", Severity.ERROR, message, hints=(hint,))) from reason
    except ValueError as reason:
        message = f"{path} is not a proof record"
        raise UsageError(Diagnostic("U007", Severity.ERROR, message, hints=(hint,))) from reason


def _verdict(
    galley: Galley, maker: Writer, name: str, data: bytes, ledger: Sequence[LedgerEntry]
) -> Verdict:
    artifact = Artifact(name, maker.media_type, data)
    return prove(galley.release, galley.resolved, galley.world, maker, artifact, ledger)
