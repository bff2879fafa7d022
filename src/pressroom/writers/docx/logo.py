"""The logo of the masthead as a picture of known proportions."""

from __future__ import annotations

from pressroom.edition.resolved import Image
from pressroom.house.tokens import House, Length
from pressroom.pictures.svg import read_svg


def logo(house: House) -> Image | None:
    """Return the house's logo, or None for a house without one."""
    if not house.masthead.logo:
        return None
    drawing = read_svg(house.masthead.logo)
    return Image("logo.svg", "image/svg+xml", drawing.data, drawing.width, drawing.height)


def logo_width(house: House) -> Length:
    """Return how wide the logo is drawn at the height that the house gives it."""
    image = logo(house)
    if image is None:
        return Length(0)
    return Length(house.masthead.logo_height.points * image.width / image.height)
