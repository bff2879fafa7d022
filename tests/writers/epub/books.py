"""The books that the tests look at: the sample release, in the sample house and in the journal's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.load import load_house
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.archive import read_archive
from pressroom.writers.epub import EpubWriter
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import Element

_STYLES = Path(__file__).parents[3] / "styles"
HOUSES = ("sample", "journal", "plain")


def sample(house: str = "sample") -> ResolvedRelease:
    """Return the sample release in a house."""
    release = every_node()
    return release if house == "sample" else replace(release, house=load_house(_STYLES / house))


def world(release: ResolvedRelease) -> World:
    """Return a world with the faces of the release's house."""
    return World(fonts=find(wanted(release.house)))


def bind(release: ResolvedRelease) -> bytes:
    """Return a release as a book."""
    return EpubWriter().write(release, world(release)).artifact.data


@cache
def book(house: str = "sample") -> bytes:
    """Return the sample release as a book."""
    return bind(sample(house))


def files(house: str = "sample") -> Mapping[str, bytes]:
    """Return what is in the book."""
    return read_archive(book(house))


def tree(name: str, house: str = "sample") -> Element:
    """Return a document of the book, parsed."""
    return xml_tree(files(house)[f"EPUB/{name}"], name)
