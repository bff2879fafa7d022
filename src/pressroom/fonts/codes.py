"""Every code of the family F that finding fonts has."""

from __future__ import annotations

FONTS = {
    "F001": "the fonts of this machine cannot be listed",
    "F002": "a font that the house names is not on this machine",
}
