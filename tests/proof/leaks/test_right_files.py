"""Nothing leaks out of what a release or a house may well ask for, however seldom one does."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image as Pixels

from pressroom.edition.resolved import (
    FigureBlock,
    Image,
    ListBlock,
    ListEntry,
    ResolvedBlock,
    ResolvedRelease,
    Run,
    TextBlock,
)
from pressroom.house.tokens import House, Length, Role
from pressroom.language.tags import canonical
from pressroom.proof.leaks import scan
from pressroom.testing.sample import every_node
from pressroom.writers.registry import writer
from proof.artifacts import SECRETS, world

LISTED = ("docx", "epub", "html", "ninjs")
TAGS = "en-GB-oxendict de-CH-1996 ca-valencia sl-rozaj-biske en-x-house en-x-a-b zh-Hant-HK-x-shop de-u-co-phonebk es-419"


def holding(block: ResolvedBlock) -> ResolvedRelease:
    """Put a block at the end of the sample's first edition."""
    release = every_node()
    first, *others = release.editions
    return replace(release, editions=(replace(first, blocks=(*first.blocks, block)), *others))


def told(name: str, release: ResolvedRelease) -> list[str]:
    """Return what is said to leak out of a release as a writer makes it."""
    made = writer(name).write(release, world()).artifact
    return [one.message for one in scan(made, release, SECRETS, public=False)]


@pytest.mark.parametrize("name", LISTED)
def test_words_may_be_in_any_language_that_has_a_tag(name: str) -> None:
    language = every_node().editions[0].language
    tags = TAGS.split()
    runs = tuple(Run(f"word{at} ", tag, east_asian=False, span=None) for at, tag in enumerate(tags))
    block = TextBlock("e1-x1", Role.BODY, 0, language, runs, None)

    assert tags == [canonical(tag) for tag in tags]
    assert [] == told(name, holding(block))


def spaced(points: float, **changes: Length) -> House:
    """Return the sample's house with all its spaces set to so many points, and some set apart."""
    house, space = every_node().house, Length(points)
    spaces = {"before": space, "after": space, "indent": space, "first_line": space}
    roles = tuple(
        (role, script, replace(style, **{**spaces, **changes}))
        for role, script, style in house.roles
    )
    return replace(house, roles=roles, list_indent=Length(max(points, 1)))


def wide() -> House:
    """Return the sample's house with a sheet of the size of A2, laid down."""
    page = replace(every_node().house.page, width=Length(1684), height=Length(1191))
    return replace(every_node().house, page=page, figure_height=Length(900))


HOUSES = {
    "no spaces": spaced(0),
    "wide spaces": spaced(1500),
    "letters far apart": spaced(6, tracking=Length(12)),
    "letters close together": spaced(6, tracking=Length(-2)),
    "lines that begin outside": spaced(72, first_line=Length(-72)),
    "a wide sheet": wide(),
    "thick rules": replace(every_node().house, rule_weight=Length(72)),
}


@pytest.mark.parametrize("house", HOUSES.values(), ids=HOUSES)
def test_a_house_may_be_as_wide_or_as_narrow_as_it_likes(house: House) -> None:
    assert [] == told("docx", replace(every_node(), house=house))


def drawing(width: int, height: int) -> FigureBlock:
    out = io.BytesIO()
    Pixels.new("L", (width, height)).save(out, "PNG")
    image = Image("line.png", "image/png", out.getvalue(), width, height)
    return FigureBlock("e1-x1", image, "A line", None, None, None)


@pytest.mark.parametrize("size", [(3000, 3), (3, 3000), (20000, 1), (1, 1)])
def test_a_picture_may_be_a_line(size: tuple[int, int]) -> None:
    assert [] == told("docx", holding(drawing(*size)))


@pytest.mark.parametrize("name", LISTED)
def test_a_list_may_begin_with_any_number(name: str) -> None:
    language = every_node().editions[0].language
    words = Run("Words", language.tag, east_asian=False, span=None)
    item = TextBlock("e1-x3", Role.LIST_ITEM, 0, language, (words,), None)
    entry = ListEntry("e1-x2", "999999999.", (item,))

    assert [] == told(
        name, holding(ListBlock("e1-x1", 999999999, tight=True, entries=(entry,), span=None))
    )
