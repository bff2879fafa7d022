"""Whether what is painted is painted with inks of the house's press, and with no more of them than paper takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressroom.house.tokens import House, Length, Plates
from pressroom.proof.preflight.painting import Paint
from pressroom.proof.preflight.report import Heaviest, millimetres

Fault = tuple[str, str]

_ROUNDING = 0.005
"""What eight bits a plate may add to a sum, of a solid."""


def heaviest(painted: Sequence[Paint], height: Length) -> Heaviest:
    """Return what takes most ink by itself; ``height`` is that of the trimmed page."""
    most = max(painted, key=lambda paint: sum(paint.inks or ()), default=None)
    if most is None:
        return Heaviest(0, 0, "nothing", 0, 0)
    x, y = _from_above(most, height)
    return Heaviest(round(100 * sum(most.inks or ())), most.page, most.what, x, y)


def ink_faults(painted: Sequence[Paint], house: House, *, grey: bool) -> Iterator[Fault]:
    """Yield colours that are no inks, and places with too much ink (ISO 32000-1 §8.6); ``grey``: the condition has one ink."""
    printing = house.printing
    black = grey or printing.plates is Plates.BLACK
    for paint in painted:
        x, y = _from_above(paint, house.page.height)
        where = f"on page {paint.page}, {x} mm from the left and {y} mm from the top"
        if paint.inks is None or (grey and paint.space == "DeviceCMYK"):
            yield (
                "A052",
                f"paints {paint.what} in {paint.space}, which is no ink of its press, {where}",
            )
        elif black and any(paint.inks[:3]):
            yield "A052", f"paints {paint.what} in colour, where black alone is printed, {where}"
        elif sum(paint.inks) > printing.ink_limit / 100 + _ROUNDING:
            ink = f"{100 * sum(paint.inks):.0f} % of ink"
            limit = f"more than the {printing.ink_limit} % of the house"
            yield "A053", f"paints {paint.what} with {ink}, {limit}, {where}"


def _from_above(paint: Paint, height: Length) -> tuple[int, int]:
    return millimetres(paint.at[0]), millimetres(height.points - paint.at[1])
