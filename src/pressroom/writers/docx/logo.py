"""The logo of the masthead as a picture of known proportions."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from pressroom.edition.resolved import Image
from pressroom.house.tokens import House, Length


def logo(house: House) -> Image | None:
    """Return the house's logo with its size in CSS pixels, or None for a house without one."""
    drawing = house.masthead.logo
    if not drawing:
        return None
    root = ET.fromstring(drawing)  # noqa: S314 - the house has refused entities and foreign references already
    *_, width, height = (root.get("viewBox") or "").replace(",", " ").split() or (
        root.get("width", "1"),
        root.get("height", "1"),
    )
    return Image(
        "logo.svg", "image/svg+xml", drawing, round(_number(width)), round(_number(height))
    )


def logo_width(house: House) -> Length:
    """Return how wide the logo is drawn at the height that the house gives it."""
    image = logo(house)
    if image is None:
        return Length(0)
    return Length(house.masthead.logo_height.points * image.width / image.height)


def _number(length: str) -> float:
    return max(1.0, float(length.removesuffix("px")))
