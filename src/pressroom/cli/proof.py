"""``pressroom proof``: whether the files still say what the source says."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.paths import PATH
from pressroom.cli.show import show
from pressroom.diagnostics import ProofError, Severity
from pressroom.diagnostics.counted import counted


@click.command()
@click.argument("source", type=PATH)
@click.option(
    "-o",
    "--output",
    default="output",
    show_default=True,
    type=PATH,
    help="The folder with the files and their proof record.",
)
@click.option(
    "--against",
    metavar="RECORD",
    type=PATH,
    help="Tell what is different from an older proof record (.proof.json).",
)
@click.option(
    "--full",
    is_flag=True,
    help="Ask all validators that are on this machine, and write into the record what they say.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all is well.")
def command(source: Path, output: Path, against: Path | None, *, full: bool, quiet: bool) -> None:
    """Read the built files of SOURCE back and compare them with SOURCE as it is now."""
    from pressroom.press.inspection import compare_records, inspect
    from pressroom.press.keeping import recorded_in

    old = recorded_in(against, "name a .proof.json file that build wrote") if against else None
    found = inspect(source, output, full=full)
    show(finding for finding in found.findings if finding.severity is not Severity.ERROR)
    for verdict in found.verdicts:
        if verdict.equal and not quiet:
            click.echo(
                f"{output / verdict.artifact}  {counted(verdict.characters, 'character')} as in the source"
            )
        if verdict.preflight and not quiet:
            for line in verdict.preflight.lines():
                click.echo(f"  {line}")
    for one in found.judgements:
        if one.verdict == "passed" and not quiet:
            click.echo(f"{output / one.artifact}  accepted by {one.validator} {one.version}")
    if old:
        differences = compare_records(old, source, output)
        if differences:
            click.echo(f"different from {against}:")
        elif not quiet:
            click.echo(f"nothing is different from {against}")
        for difference in differences:
            click.echo(f"  {difference}")
    wrong = [finding for finding in found.findings if finding.severity is Severity.ERROR]
    wrong += [finding for verdict in found.verdicts for finding in verdict.findings]
    if wrong:
        raise ProofError(*wrong)
