"""``pressroom houses``: the house styles that a release can name."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """List the house styles that a release can name, and where each lies."""
    from pressroom.house.find import houses
    from pressroom.house.load import load_house

    for name, folder in houses().items():
        house = load_house(folder)
        languages = ", ".join(tag for tag, _ in house.labels)
        click.echo(f"{name:<12} {house.title}\n{'':<12} labels in {languages}; {folder}")
