"""A PDF of every node, made once, and the fonts of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from pressroom.edition.resolved import (
    ResolvedBlock,
    ResolvedNote,
    ResolvedRelease,
)
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.language.record import Language
from pressroom.language.records import zh_hant_hk
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.pdf import PdfWriter

Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def world() -> World:
    return World(find(wanted(every_node().house)))


@pytest.fixture(scope="session")
def sample(world: World) -> bytes:
    return PdfWriter().write(every_node(), world).artifact.data


@pytest.fixture
def opened(sample: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(sample)) as pdf:
        yield pdf


@pytest.fixture(scope="session")
def make(world: World) -> Make:
    """Write a release of one edition: ``make(block, …, language=, notes=)``."""

    def made(
        *blocks: ResolvedBlock,
        language: Language = zh_hant_hk.RECORD,
        notes: tuple[ResolvedNote, ...] = (),
    ) -> bytes:
        return PdfWriter().write(one_edition(blocks, language, notes), world).artifact.data

    return made


def one_edition(
    blocks: tuple[ResolvedBlock, ...],
    language: Language = zh_hant_hk.RECORD,
    notes: tuple[ResolvedNote, ...] = (),
) -> ResolvedRelease:
    release = every_node()
    edition = replace(release.editions[0], language=language, blocks=blocks, notes=notes)
    return replace(release, editions=(edition,))
