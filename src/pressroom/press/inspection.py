"""Prove the files that lie on the shelf, whoever made or changed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.stem import is_stem
from pressroom.press.altered import alteration
from pressroom.press.desk import folder_of, open_release, read_bytes
from pressroom.press.job import Galley, Order, set_up
from pressroom.press.keeping import note, record_path, recorded_in
from pressroom.press.opening import opened
from pressroom.press.overtaken import overtaken
from pressroom.press.pictures import exchanged
from pressroom.press.proving import prove
from pressroom.press.shelf import unfinished
from pressroom.press.validators import judge
from pressroom.proof.compare import Verdict
from pressroom.proof.record import ArtifactFacts, Judgement, Record, changes, sha256
from pressroom.writers.contract import Artifact, LedgerEntry, Writer
from pressroom.writers.registry import names, writer

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
    path = record_path(folder, open_release(source, Report()).identifier)
    recorded = recorded_in(path)
    about = recorded.release
    galley = set_up(Order(source, (), about.house, about.editions, about.public))
    pictures = tuple(exchanged(recorded.pictures, galley.release, ReleaseFolder(folder_of(source))))
    lack = (Diagnostic("A025", Severity.WARNING, galley.lack),) if galley.lack else ()
    named = [_recorded(galley, folder / one.name, one, full=full) for one in recorded.artifacts]
    files = {one.name: one.data for one in named if one.data is not None}
    whole = len(files) == len(named)
    told = [judgement for one in named for judgement in one.judgements]
    sound = whole and not pictures and all(one.verdict and one.verdict.equal for one in named)
    pages = opened(recorded, files) if full else None
    noted = tuple(note(path, recorded, told, files, pages)) if sound else ()
    office = replace(galley, world=replace(galley.world, public=False))
    # nobody knows whether the build that left them was for the public
    left = [_left(office, *one, full=full) for one in _left_over(folder, recorded)]
    ended = tuple(_unfinished(path)) if left or not whole else ()
    looks = (*named, *left)
    judgements = tuple(judgement for one in looks for judgement in one.judgements)
    return Inspection(
        tuple(one.verdict for one in looks if one.verdict),
        judgements,
        (
            *galley.findings,
            *overtaken(galley.release, recorded),
            *pictures,
            *lack,
            *(finding for one in looks for finding in one.findings),
            *noted,
            *ended,
            *_findings(judgements),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """What was found of one file; ``data`` are its bytes if they are the recorded ones."""

    name: str
    findings: tuple[Diagnostic, ...]
    verdict: Verdict | None = None
    judgements: tuple[Judgement, ...] = ()
    data: bytes | None = None


def _recorded(galley: Galley, path: Path, entry: ArtifactFacts, *, full: bool) -> _Look:
    """Look at a file that the record names."""
    if not path.is_file():
        message = f"{path} is in the proof record but not on the shelf"
        hints = ("build it again",)
        return _Look(path.name, (Diagnostic("A020", Severity.ERROR, message, hints=hints),))
    data = read_bytes(path, _LARGEST)
    maker = writer(entry.writer)
    made = maker.write(galley.resolved, galley.world)
    look = _held(galley, path.name, data, maker, made.ledger, full=full)
    if sha256(data) == entry.sha256:
        return replace(look, data=data)
    return replace(look, findings=(alteration(path, data, made.artifact.data),))


def _left(galley: Galley, path: Path, maker: Writer, *, full: bool) -> _Look:
    """Look at a file that the record does not name."""
    made = maker.write(galley.resolved, galley.world)
    look = _held(galley, path.name, read_bytes(path, _LARGEST), maker, made.ledger, full=full)
    message = f"{path} is not in the proof record: another build made it"
    hints = ("take it away if nobody needs it, or build it with the others",)
    return replace(look, findings=(Diagnostic("A023", Severity.WARNING, message, hints=hints),))


def _held(
    galley: Galley,
    name: str,
    data: bytes,
    maker: Writer,
    ledger: Sequence[LedgerEntry],
    *,
    full: bool,
) -> _Look:
    """Hold a file against the source, and put it before validators if it says the same."""
    artifact = Artifact(name, maker.media_type, data)
    verdict = prove(galley.release, galley.resolved, galley.world, maker, artifact, ledger)
    judgements = judge(name, maker.name, data, full=full) if verdict.equal else ()
    return _Look(name, (), verdict, tuple(judgements))


def _unfinished(path: Path) -> Iterator[Diagnostic]:
    if unfinished(path.parent, path.name):
        message = f"a build ended before all its files were in {path.parent}: some are of it, some are former ones"
        yield Diagnostic("A022", Severity.ERROR, message, hints=("build it again",))


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
    return changes(old, recorded_in(record_path(folder, open_release(source, Report()).identifier)))
