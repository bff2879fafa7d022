"""``pressroom writers``: the formats that can be written."""

from __future__ import annotations

import click

from pressroom.writers.registry import names, writer


@click.command()
def command() -> None:
    """List the formats that can be written, and what each holds without loss."""
    for name in names():
        one = writer(name)
        abilities = ", ".join(sorted(one.abilities))
        click.echo(f"{name:<6} {one.suffix:<6} {one.media_type}\n       {abilities}")
