"""``pressroom settle``: the comments of editors out of the source when they have been answered."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.paths import PATH
from pressroom.diagnostics.counted import counted


@click.command()
@click.argument("source", type=PATH)
@click.option(
    "--line",
    "lines",
    type=click.IntRange(min=1),
    multiple=True,
    help="Only the comments of this line; can be given several times.",
)
def command(source: Path, lines: tuple[int, ...]) -> int:
    """Take the comments that merge has written out of SOURCE, in place; all else keeps every byte."""
    from pressroom.press.settling import settle

    removed = settle(source, lines)
    for line, mark in removed:
        click.echo(f"{source}:{line} {mark}")
    click.echo(f"{source}  {counted(len(removed), 'comment')} settled")
    return 0
