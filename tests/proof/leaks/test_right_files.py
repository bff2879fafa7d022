"""Nothing leaks out of what a release or a house may well ask for, however seldom one does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressroom.edition.resolved import ResolvedBlock, ResolvedRelease, Run, TextBlock
from pressroom.house.tokens import Role
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
