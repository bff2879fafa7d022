"""The plain house, for sources that are made in tests."""

from __future__ import annotations

from functools import cache

from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.house.tokens import House


@cache
def plain_house() -> House:
    return load_house(find_house("plain"))
