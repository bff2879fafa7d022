"""``pressroom fix``: repair what is certain, and say what was done."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.paths import PATH
from pressroom.cli.show import show
from pressroom.diagnostics import Diagnostic, PressroomError
from pressroom.diagnostics.counted import counted
from pressroom.place import Place


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=PATH)
@click.option(
    "--unsafe", is_flag=True, help="Make the doubtful repairs, too: read them afterwards."
)
@click.option("--house", metavar="NAME", help="Another house style than the source names.")
def command(sources: tuple[Path, ...], house: str | None, *, unsafe: bool) -> int:
    """Repair each SOURCE in place, with a list of what was changed.

    Only what cannot change the sense is repaired, unless --unsafe is given; what the house has switched off stays.
    """
    from pressroom.press.repair import repair

    code = 0
    for source in sources:
        try:
            repaired = repair(source, house, unsafe=unsafe)
        except PressroomError as failure:
            show(failure.findings)
            code = code or failure.exit_code
        else:
            for finding in repaired:
                click.echo(_told(finding))
            click.echo(f"{source}  {counted(len(repaired), 'repair')}")
    return code


def _told(finding: Diagnostic) -> str:
    place, edit = finding.place, finding.fix
    if not place or not edit:
        return finding.message
    was = place.file.slice(edit.span)
    return f"{Place(place.file, edit.span)} {finding.code} {was!r} -> {edit.text!r}"
