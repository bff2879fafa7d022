"""Where houses are: the folders that are searched for one by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pressroom.diagnostics import Diagnostic, HouseError, Severity
from pressroom.house.load import STYLE
from pressroom.typed_yaml.wording import meant

GROUP = "pressroom.houses"
"""Entry points that name a package whose folder holds houses."""


def houses(first: Path = Path("styles")) -> Mapping[str, Path]:
    """Return the folders of all houses by name: those in ``first``, our own, those of other packages.

    A house in ``first`` takes the place of one of ours with the same name.
    """
    found: dict[str, Path] = {}
    for shelf in _shelves(first):
        for name, folder in _on(shelf):
            found.setdefault(name, folder)
    return found


def find_house(name: str, first: Path = Path("styles")) -> Path:
    """Return the folder of a house; raise ``HouseError`` that tells which there are."""
    for shelf in _shelves(first):
        for there, folder in _on(shelf):
            if there == name:
                return folder
    known = houses(first)
    message = f"there is no house style called {name!r}"
    hints = (*meant(name, known), f"the house styles here are {', '.join(sorted(known)) or 'none'}")
    raise HouseError(Diagnostic("H100", Severity.ERROR, message, hints=hints))


def _on(shelf: Path) -> Iterator[tuple[str, Path]]:
    if shelf.is_dir():
        for folder in sorted(shelf.iterdir()):
            if (folder / STYLE).is_file():
                yield folder.name, folder


def _shelves(first: Path) -> Iterator[Path]:
    package = Path(__file__).parents[1]
    yield first
    yield package / "_styles"  # where a wheel has them
    yield package.parents[1] / "styles"  # where a checkout has them
    yield from _shelves_of_others()


def _shelves_of_others() -> Iterator[Path]:
    # Imported late: reading the metadata of an environment takes longer than loading one of our own houses.
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        spec = find_spec(point.value)
        yield from map(Path, (spec.submodule_search_locations or ()) if spec else ())
