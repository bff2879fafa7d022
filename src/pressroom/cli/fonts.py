"""``pressroom fonts``: the faces that the house styles need, there or missing."""

from __future__ import annotations

import click

_MISSING = 4


@click.command()
@click.option("--house", "names", metavar="NAME", multiple=True, help="Only what this house needs.")
def command(names: tuple[str, ...]) -> int:
    """Tell which faces the house styles need, which are there, and how to get those that are missing."""
    from pressroom.fonts.find import look_for
    from pressroom.fonts.installed import installed
    from pressroom.fonts.report import report, style_name
    from pressroom.fonts.wanted import wanted
    from pressroom.house.find import find_house, houses
    from pressroom.house.load import load_house

    loaded = [load_house(find_house(name)) for name in names or tuple(houses())]
    keys = tuple(dict.fromkeys(key for house in loaded for key in wanted(house)))
    faces = report(keys, dict(look_for(keys, installed())))
    for one in faces:
        label = f"{one.key.family} {style_name(one.key)}"
        if one.face:
            click.echo(f"{label:<34} version {one.face.version:<8} {one.face.path}")
        else:
            click.echo(f"{label:<34} missing{': ' if one.install else ''}{one.install}")
    return _MISSING if any(one.face is None for one in faces) else 0
