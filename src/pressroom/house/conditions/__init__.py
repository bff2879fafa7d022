"""The printing condition for houses that name none: sheetfed offset on coated paper (FOGRA39, ISO 12647-2:2004).

``FOGRA39L_coated.icc`` holds the measurements that FOGRA39L.ti3 of "ICC Profiles Free" publishes under the zlib licence, unchanged; it
comes from the package ``colorprofiles`` of CTAN, and says of itself that it is free of known copyright restrictions. The licence stands beside it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pressroom.house.tokens import Condition


@cache
def coated() -> Condition:
    """Return the condition that a house prints on unless it names another."""
    profile = (files(__name__) / "FOGRA39L_coated.icc").read_bytes()
    return Condition("FOGRA39", profile)
