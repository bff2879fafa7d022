"""The kit passes a writer of another package, and finds each breach that is planted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pressroom.edition.resolved import ResolvedRelease
from pressroom.testing import conformance
from pressroom.testing.conformance import DEMANDS, Demand
from pressroom.world import World
from pressroom.writers import registry
from pressroom.writers.contract import HeardEdition, Outcome, Writer, Written
from pressroom.writers.html import HtmlWriter
from pressroom.writers.text import TextWriter

OTHER_PACKAGE = Path(__file__).parent / "wire_writer"
WORLD = World(fonts={})


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    monkeypatch.setattr(sys, "path", [str(OTHER_PACKAGE), *sys.path])
    yield registry.writer("wire")
    sys.modules.pop("wire_writer", None)


def test_a_writer_of_another_package_is_found_and_listed(wire: Writer) -> None:
    assert ".jsonl" == wire.suffix
    assert "wire" == registry.names()[-1]


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_a_writer_of_another_package_conforms(wire: Writer, demand: Demand) -> None:
    assert () == demand(wire, WORLD)


def test_it_takes_less_than_150_lines() -> None:
    assert (OTHER_PACKAGE / "wire_writer.py").read_text().count("\n") < 150


class Misnamed(TextWriter):
    suffix = ".text"

    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        return replace(written, artifact=replace(written.artifact, name="release.txt"))


class Headstrong(TextWriter):
    """Makes the name itself: the embargo that a house may want in it is lost."""

    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        name = release.metadata.identifier + self.suffix
        return replace(written, artifact=replace(written.artifact, name=name))


class Lossy(TextWriter):
    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        data = written.artifact.data.replace("好轉".encode(), b"")
        return replace(written, artifact=replace(written.artifact, data=data))


class Mute(TextWriter):
    def write(self, release: ResolvedRelease, world: World) -> Written:
        return replace(super().write(release, world), ledger=())


class Unreasonable(TextWriter):
    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        ledger = tuple(replace(entry, reason="") for entry in written.ledger)
        assert any(entry.outcome is not Outcome.EXACT for entry in ledger)
        return replace(written, ledger=ledger)


class Boastful(TextWriter):
    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        ledger = tuple(replace(one, outcome=Outcome.EXACT) for one in written.ledger)
        return replace(written, ledger=ledger)


class Forgetful(TextWriter):
    """Claims to keep links, and forgets them."""

    abilities = frozenset((*TextWriter.abilities, "links"))

    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        kept = tuple(one for one in written.ledger if one.feature not in {"link", "note-call"})
        return replace(written, ledger=kept)


class Restless(TextWriter):
    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        data = written.artifact.data + str(hash("anything")).encode() + b"\n"
        return replace(written, artifact=replace(written.artifact, data=data))


class Talkative(TextWriter):
    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        data = written.artifact.data + str(Path.cwd()).encode()
        return replace(written, artifact=replace(written.artifact, data=data))


class Fragile(TextWriter):
    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        data.decode()
        return super().read_back(data)


class Styled(HtmlWriter):
    """A writer of another package that has its own looks."""

    name = "styled"
    added = b"<style>main{color:navy}</style></head>"

    def write(self, release: ResolvedRelease, world: World) -> Written:
        written = super().write(release, world)
        data = written.artifact.data.replace(b"</head>", self.added)
        return replace(written, artifact=replace(written.artifact, data=data))


class Hiding(Styled):
    added = b"<style>main{display:none}</style></head>"


def test_a_writer_of_another_package_has_its_own_looks_and_may_hide_nothing() -> None:
    assert () == conformance.leaks_nothing(Styled(), WORLD)
    assert conformance.leaks_nothing(Hiding(), WORLD)


@pytest.mark.planted("breaches of the contract by a writer committed, and found")
@pytest.mark.parametrize(
    ("breach", "demand"),
    [
        (Misnamed, conformance.names_itself),
        (Headstrong, conformance.names_itself),
        (Lossy, conformance.says_the_same),
        (Mute, conformance.accounts_for_every_node),
        (Unreasonable, conformance.accounts_for_every_node),
        (Boastful, conformance.owns_up_to_what_it_cannot_hold),
        (Forgetful, conformance.says_the_same),
        (Restless, conformance.repeats_itself),
        (Talkative, conformance.leaks_nothing),
        (Fragile, conformance.refuses_what_it_did_not_write),
    ],
)
def test_each_planted_breach_is_found(breach: type[TextWriter], demand: Demand) -> None:
    assert demand(breach(), WORLD)


def test_the_table_of_built_in_writers_agrees_with_the_entry_points() -> None:
    from importlib.metadata import distribution

    points = distribution("pressroom").entry_points.select(group=registry.GROUP)

    assert registry.BUILT_IN == {point.name: point.value for point in points}


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_a_built_in_writer_is_what_the_table_says(name: str) -> None:
    assert name == registry.writer(name).name
