"""``pressroom build``: from sources to proved files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli.paths import PATH
from pressroom.cli.show import show
from pressroom.diagnostics import Diagnostic, PressroomError, Severity, UsageError
from pressroom.diagnostics.counted import counted
from pressroom.writers.contract import Outcome

if TYPE_CHECKING:
    from pressroom.press.job import Order, Printed

_DEFAULT = "pdf,docx,epub"


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=PATH)
@click.option(
    "--to", "formats", default=_DEFAULT, show_default=True, help="Formats, with commas between."
)
@click.option(
    "-o",
    "--output",
    default="output",
    show_default=True,
    type=PATH,
    help="The folder for the files.",
)
@click.option("--house", metavar="NAME", help="Another house style than the source names.")
@click.option(
    "--profile",
    type=click.Choice(["office", "print"]),
    default="office",
    show_default=True,
    help="print adds the PDF for the printer (PDF/X-4).",
)
@click.option("--edition", "editions", metavar="TAG", multiple=True, help="Only this language.")
@click.option("--public", is_flag=True, help="For distribution: nothing but the release inside.")
@click.option("--review", is_flag=True, help="Lock the recording of changes in the DOCX.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all is well.")
@click.option("-v", "--verbose", is_flag=True, help="Name every loss that the ledger holds.")
def command(  # noqa: PLR0913  # one argument an option
    sources: tuple[Path, ...],
    formats: str,
    output: Path,
    house: str | None,
    profile: str,
    editions: tuple[str, ...],
    *,
    public: bool,
    review: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Make the files of each SOURCE, read them back, and put them into the output folder if they are right.

    The files of a release appear together or not at all. A SOURCE that fails does not keep the others from being made; the
    exit code is that of the first failure. SOURCE may be - for standard input.
    """
    from pressroom.press.job import Order

    writers = tuple(dict.fromkeys(name.strip() for name in formats.split(",") if name.strip()))
    if not writers:
        message = "--to names no format"
        raise UsageError(
            Diagnostic("U008", Severity.ERROR, message, hints=(f"leave it out for {_DEFAULT}",))
        )
    if public and review:
        message = "--public and --review rule each other out"
        hint = "build the file for editors with --review, the one for readers with --public"
        raise UsageError(Diagnostic("U017", Severity.ERROR, message, hints=(hint,)))
    if review and "docx" not in writers:
        message = "--review locks the recording of changes in the DOCX, and --to names none"
        hint = "add docx to --to, or leave --review out"
        raise UsageError(Diagnostic("U017", Severity.ERROR, message, hints=(hint,)))
    if profile == "print":
        writers = tuple(dict.fromkeys((*writers, "print")))
    code = 0
    made: dict[str, Path] = {}
    for source in sources:
        try:
            printed = _make(Order(source, writers, house, editions, public, review), output, made)
        except PressroomError as failure:
            show(failure.findings)
            code = code or failure.exit_code
        else:
            show(printed.galley.findings)
            if not quiet:
                _tell(printed, output, verbose=verbose)
    return code


def _make(order: Order, output: Path, made: dict[str, Path]) -> Printed:
    from pressroom.press.embargo import refuse_before_its_time
    from pressroom.press.job import run
    from pressroom.press.sent import noted
    from pressroom.press.shelf import put

    printed = run(order)
    identifier = printed.galley.release.identifier
    if order.public:
        refuse_before_its_time(printed.galley.release, datetime.now(UTC))
    if identifier in made:
        message = f"{order.source} has the id of {made[identifier]}: {identifier}"
        hint = "give each release an id of its own"
        raise UsageError(Diagnostic("U009", Severity.ERROR, message, hints=(hint,)))
    put(output, {**noted(output, printed), **printed.files})
    made[identifier] = order.source
    return printed


def _tell(printed: Printed, output: Path, *, verbose: bool) -> None:
    if printed.galley.lack:
        click.echo(printed.galley.lack)
    for one in printed.proved:
        losses = [entry for entry in one.ledger if entry.outcome is not Outcome.EXACT]
        size = f"{(len(one.artifact.data) + 999) // 1000} kB"
        note = (
            f"; not held exactly: {len(losses)} of {counted(len(one.ledger), 'node')} (-v tells)"
            if losses
            else ""
        )
        click.echo(
            f"{output / one.artifact.name}  {size}, "
            f"{counted(one.verdict.characters, 'character')} as in the source{note}"
        )
        if verbose:
            for reason in dict.fromkeys((e.outcome.value, e.feature, e.reason) for e in losses):
                click.echo(f"  {reason[0]}: {reason[1]}: {reason[2]}")
