"""One release through the press: resolve, write, read back, prove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pressroom.checks.examine import examine_for_print
from pressroom.diagnostics import (
    Diagnostic,
    HouseError,
    PressroomError,
    ProofError,
    Report,
    Severity,
    SourceError,
    UsageError,
    WriterError,
)
from pressroom.edition.coverage import check_coverage
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.resolve import resolve
from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.model.release import Release
from pressroom.press.desk import folder_of, open_release
from pressroom.press.keeping import kept
from pressroom.press.losses import weigh_losses
from pressroom.press.pictures import shown
from pressroom.press.proving import prove
from pressroom.press.sizes import pixels_in
from pressroom.proof.record import Proved, record
from pressroom.world import World
from pressroom.writers.contract import Writer
from pressroom.writers.registry import writer


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: which source, which formats; ``house`` and ``editions`` override the source, empty for all."""

    source: Path
    writers: tuple[str, ...]
    house: str | None = None
    editions: tuple[str, ...] = ()
    public: bool = False
    review: bool = False


@dataclass(frozen=True, slots=True)
class Galley:
    """A release ready to be written, with its world and the warnings so far; ``left_out`` are tags of editions not asked for."""

    release: Release
    resolved: ResolvedRelease
    world: World
    findings: tuple[Diagnostic, ...]
    left_out: tuple[str, ...]

    @property
    def lack(self) -> str:
        """Say which editions of the source the files do not hold; "" if they hold all."""
        held = ", ".join(edition.language for edition in self.release.editions)
        are = "is" if len(self.left_out) == 1 else "are"
        missing = ", ".join(self.left_out)
        return f"{held} only: {missing} {are} not in these files" if missing else ""


@dataclass(frozen=True, slots=True)
class Printed:
    """Proved artifacts; ``files`` holds them by name, the proof record last."""

    galley: Galley
    proved: tuple[Proved, ...]
    files: Mapping[str, bytes]


def set_up(order: Order) -> Galley:
    """Read, resolve and check a release; raise ``SourceError`` or ``HouseError`` with every finding."""
    report = Report()
    whole = open_release(order.source, report)
    release = _chosen(whole, order.editions)
    house = load_house(find_house(order.house or release.house))
    world = World(find(wanted(house)), order.public, order.review)
    folder = ReleaseFolder(folder_of(order.source))
    resolved = resolve(whole, house, folder, report, order.editions, public=order.public)
    check_coverage(resolved, world.fonts, report)
    if report.failed:
        raise _refusal(report)
    chosen = {edition.language for edition in release.editions}
    left_out = tuple(e.language for e in whole.editions if e.language not in chosen)
    return Galley(release, resolved, world, tuple(report), left_out)


def run(order: Order) -> Printed:
    """Make every artifact of an order and prove it; raise ``WriterError`` or ``ProofError``, or give all of them."""
    writers = [writer(name) for name in order.writers]
    folder = ReleaseFolder(folder_of(order.source))
    galley = _read_over(set_up(order), folder)
    proved = tuple(_prove(galley, one) for one in writers)
    failed = [finding for one in proved for finding in one.verdict.findings]
    if failed:
        raise ProofError(*failed)
    galley = _weighed(galley, proved)
    files = {one.artifact.name: one.artifact.data for one in proved}
    made = record(
        galley.release,
        galley.resolved,
        proved,
        galley.world.fonts,
        galley.findings,
        shown(galley.release, folder),
        public=order.public,
    )
    return Printed(galley, proved, files | kept(made, files))


def _weighed(galley: Galley, proved: tuple[Proved, ...]) -> Galley:
    """Add what the house makes of the losses; raise ``WriterError`` if it takes one for an error."""
    report = Report(list(galley.findings))
    for one in proved:
        report.extend(weigh_losses(one.writer, one.ledger, galley.resolved))
    if report.failed:
        raise WriterError(*report)
    return replace(galley, findings=tuple(report))


def _read_over(galley: Galley, folder: ReleaseFolder) -> Galley:
    """Put the checks to a release; raise ``SourceError`` if one of them finds an error."""
    report = Report(list(galley.findings))
    house = galley.resolved.house
    report.extend(examine_for_print(galley.release, house, pixels_in(folder)))
    if report.failed:
        raise _refusal(report)
    return replace(galley, findings=tuple(report))


def _prove(galley: Galley, writer: Writer) -> Proved:
    written = writer.write(galley.resolved, galley.world)
    verdict = prove(
        galley.release, galley.resolved, galley.world, writer, written.artifact, written.ledger
    )
    return Proved(writer.name, written.artifact, written.ledger, verdict)


def _refusal(report: Report) -> PressroomError:
    """Blame the house if a font or a wording is missing (families F, H), the source otherwise."""
    errors = [finding for finding in report if finding.severity is Severity.ERROR]
    houses = all(finding.code[0] in "FH" for finding in errors)
    return HouseError(*report) if houses else SourceError(*report)


def _chosen(release: Release, tags: tuple[str, ...]) -> Release:
    """Keep the editions that were asked for, in the order of the source."""
    known = {edition.language for edition in release.editions}
    for tag in tags:
        if tag not in known:
            message = f"the release has no edition in {tag}"
            hint = f"its editions are {', '.join(sorted(known))}"
            raise UsageError(Diagnostic("U005", Severity.ERROR, message, hints=(hint,)))
    if not tags:
        return release
    return replace(release, editions=tuple(e for e in release.editions if e.language in tags))
