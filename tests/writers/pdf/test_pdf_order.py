"""What is painted comes in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from pressroom.writers.pdf.reading.tree import Branch, Leaf, structure


def leaves(branch: Branch) -> Iterator[Leaf]:
    """Yield marked content in the order of the tags, but for ruby: a reading is tagged behind its base and painted behind the page."""
    for kid in branch.kids:
        if isinstance(kid, Leaf):
            yield kid
        elif kid.role != "Ruby":
            yield from leaves(kid)


def test_what_is_tagged_is_painted_in_the_order_of_the_tags(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as pdf:
        tagged = [*leaves(structure(pdf))]
        for number, page in enumerate(pdf.pages):
            page.contents_coalesce()
            painted = map(int, re.findall(rb"/MCID (\d+)", page.Contents.read_bytes()))
            wanted = [leaf.mark for leaf in tagged if leaf.page == number]
            assert wanted == [mark for mark in painted if mark in wanted]
