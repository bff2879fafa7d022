"""Colour spaces as a press sees them: either inks, or none of its business (ISO 32000-1 §8.6)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import pikepdf

Inks: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, 0 to 1."""

PAPER: tuple[float, ...] = ()
"""Parts of a colour that is not told: no ink at all."""

PLATES = ("cyan", "magenta", "yellow", "black")
DEVICE: dict[str, pikepdf.Object] = {
    "g": pikepdf.Name.DeviceGray,
    "rg": pikepdf.Name.DeviceRGB,
    "k": pikepdf.Name.DeviceCMYK,
}
REGISTRATION = "Separation All"


def space_name(space: pikepdf.Object) -> str:
    """Return what a colour space is called: ``DeviceCMYK``, ``ICCBased``, ``Separation All``."""
    if not isinstance(space, pikepdf.Array):
        return str(space).removeprefix("/")
    family = str(space[0])[1:]
    return f"{family} {str(space[1])[1:]}" if family == "Separation" else family


def inks_in(space: pikepdf.Object, parts: Sequence[float]) -> Inks | None:
    """Return the inks of a colour, None if its space is none of inks; a tint of all plates counts as paper."""
    match space_name(space):
        case "DeviceGray":
            return (0, 0, 0, 1 - parts[0]) if parts else (0, 0, 0, 0)
        case "DeviceCMYK":
            cyan, magenta, yellow, black = parts or (0, 0, 0, 0)
            return cyan, magenta, yellow, black
        case "Separation Black":
            return 0, 0, 0, parts[0] if parts else 1
        case name if name == REGISTRATION:
            return 0, 0, 0, 0  # only marks beside the page are painted in it
        case _:
            return None


def ends(function: pikepdf.Object) -> Iterator[tuple[float, ...]]:
    """Yield the colours between which a function mixes (§7.10.3, §7.10.4)."""
    if isinstance(function, pikepdf.Array):
        yield ()
        return
    match int(function.FunctionType):
        case 2:
            for end, usual in (("/C0", [0]), ("/C1", [1])):
                yield tuple(map(float, list(function.get(end, usual))))
        case 3:
            for part in list(function.Functions):
                yield from ends(part)
        case _:
            yield ()
