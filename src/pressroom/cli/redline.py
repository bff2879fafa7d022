"""``pressroom redline``: two versions of a source as one Word file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pressroom.cli.paths import PATH
from pressroom.cli.show import show
from pressroom.diagnostics.counted import counted


@click.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="The file; by default beside NEW, with .redline.docx for its suffix.",
)
@click.option("--author", metavar="NAME", help="Who made the changes; by default the publisher.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When they were made; by default the day of NEW.",
)
def command(
    old: Path, new: Path, output: Path | None, author: str | None, day: datetime | None
) -> int:
    """Show what NEW, a later version of the source OLD, changes: a DOCX with the changes recorded in it.

    All of them accepted it is the file of NEW, all rejected that of OLD. Sent back by an editor it can be merged into NEW.
    """
    from pressroom.press.goal import goal_of
    from pressroom.press.redlining import make_redline
    from pressroom.press.shelf import put

    goal = goal_of(output, new, ".redline.docx")
    made = make_redline(old, new, author, day.date() if day else None)
    show(made.findings)
    put(goal.parent, {goal.name: made.data})
    click.echo(f"{goal}  {counted(made.changes, 'recorded change')}")
    return 0
