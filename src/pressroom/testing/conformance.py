"""Run a writer through what the program expects of every writer.

In a package that provides a writer, one test does it::

    @pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
    def test_the_writer_conforms(demand):
        assert () == demand(MyWriter(), World(fonts={}))

A demand returns the breaches that it found, in words; none is what one wants.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from typing import TypeAlias

from pressroom.diagnostics import PressroomError
from pressroom.edition.projection import said
from pressroom.edition.walk import blocks_of
from pressroom.press.machine import telling_names
from pressroom.proof.compare import compare
from pressroom.proof.leaks import machine_secrets, scan
from pressroom.proof.traits import ABILITY
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import Outcome, Writer
from pressroom.writers.registry import BUILT_IN

Demand: TypeAlias = Callable[[Writer, World], tuple[str, ...]]


def names_itself(writer: Writer, world: World) -> tuple[str, ...]:
    """Demand that the artifact is called by the stem that the release gives and the writer's suffix, and typed as the writer says."""
    release = every_node()
    artifact = writer.write(release, world).artifact
    breaches: list[str] = []
    name = release.stem + writer.suffix
    if artifact.name != name:
        breaches.append(f"the artifact is called {artifact.name}, not {name}")
    if artifact.media_type != writer.media_type:
        breaches.append(f"the artifact is {artifact.media_type}, the writer {writer.media_type}")
    if not artifact.data:
        breaches.append("the artifact is empty")
    return tuple(breaches)


def says_the_same(writer: Writer, world: World) -> tuple[str, ...]:
    """Demand that the artifact, read back, says what the release says, in its languages."""
    release = every_node()
    written = writer.write(release, world)
    heard = writer.read_back(written.artifact.data)
    verdict = compare(written.artifact.name, release, written.ledger, heard, writer.abilities)
    return tuple(finding.message for finding in verdict.findings)


def accounts_for_every_node(writer: Writer, world: World) -> tuple[str, ...]:
    """Demand a ledger entry for each block, and a reason for each loss."""
    release = every_node()
    ledger = writer.write(release, world).ledger
    known = {entry.identifier for entry in ledger}
    missing = tuple(
        f"the ledger does not account for {block.identifier} ({type(block).__name__})"
        for edition in release.editions
        for block in blocks_of(edition)
        if block.identifier not in known
    )
    silent = tuple(
        f"the ledger gives no reason why {entry.feature} of {entry.identifier} is {entry.outcome.value}"
        for entry in ledger
        if entry.outcome is not Outcome.EXACT and not entry.reason
    )
    return missing + silent


def owns_up_to_what_it_cannot_hold(writer: Writer, world: World) -> tuple[str, ...]:
    """Demand a ledger entry that is not exact wherever a block has what the writer's abilities do not name.

    A writer that shows pictures may pack them in its own way: only their bytes are then not compared.
    """
    release = every_node()
    ledger = writer.write(release, world).ledger
    told = {entry.identifier for entry in ledger if entry.outcome is not Outcome.EXACT}
    return tuple(
        f"the ledger takes {trait.feature} of {piece.identifier} for exact, the writer is not able to hold it"
        for edition in release.editions
        for piece in said(edition)
        for trait in piece.traits
        if trait.feature != "language"
        and ABILITY[trait.feature] not in writer.abilities
        and not (trait.feature == "picture" and "figures" in writer.abilities)
        and piece.identifier not in told
    )


def repeats_itself(writer: Writer, world: World) -> tuple[str, ...]:
    """Demand the same bytes again, in this process and in others of another time zone and hash seed."""
    first = writer.write(every_node(), world).artifact.data
    if first != writer.write(every_node(), world).artifact.data:
        return ("a second run in the same process gives other bytes",)
    elsewhere = {_checksum_elsewhere(writer, world, zone, seed) for zone, seed in _PLACES}
    if elsewhere != {zlib.crc32(first)}:
        return ("a run in another process, time zone or with another hash seed gives other bytes",)
    return ()


def leaks_nothing(writer: Writer, world: World) -> tuple[str, ...]:
    """Demand that nothing is in the artifact, packed or not, that tells of this machine or was never meant to leave."""
    release = every_node()
    artifact = writer.write(release, world).artifact
    secrets = machine_secrets(telling_names(world.fonts))
    leaks = scan(
        artifact,
        release,
        secrets,
        public=world.public,
        listed=writer.name in BUILT_IN,
    )
    return tuple(one.message for one in leaks)


def refuses_what_it_did_not_write(writer: Writer, world: World) -> tuple[str, ...]:
    """Demand an error of the program's own, not a crash, for bytes that are no artifact or half of one."""
    data = writer.write(every_node(), world).artifact.data
    breaches: list[str] = []
    for what, damaged in {
        "nothing": b"",
        "noise": bytes(range(256)) * 4,
        "half an artifact": data[: len(data) // 2],
    }.items():
        try:
            heard = writer.read_back(damaged)
        except PressroomError:
            continue
        except Exception as reason:  # noqa: BLE001  # whatever it is, it is the breach to report
            breaches.append(f"reading back {what} crashes with {type(reason).__name__}: {reason}")
            continue
        if compare("artifact", every_node(), (), heard, writer.abilities).equal:
            breaches.append(f"{what} is read back as the whole release")
    return tuple(breaches)


DEMANDS: tuple[Demand, ...] = (
    names_itself,
    says_the_same,
    accounts_for_every_node,
    owns_up_to_what_it_cannot_hold,
    repeats_itself,
    leaks_nothing,
    refuses_what_it_did_not_write,
)

_PLACES = (("Asia/Hong_Kong", "1"), ("America/St_Johns", "2"))
_ELSEWHERE = """
import sys, zlib, pickle
from importlib import import_module
from pressroom.proof.traits import ABILITY
from pressroom.testing.sample import every_node
module, name = sys.argv[1:]
writer = getattr(import_module(module), name)()
world = pickle.load(sys.stdin.buffer)
print(zlib.crc32(writer.write(every_node(), world).artifact.data))
"""


def _checksum_elsewhere(writer: Writer, world: World, zone: str, seed: str) -> int:
    import pickle

    kind = type(writer)
    done = subprocess.run(  # noqa: S603  # this interpreter, with our own text
        [sys.executable, "-c", _ELSEWHERE, kind.__module__, kind.__qualname__],
        input=pickle.dumps(world),
        stdout=subprocess.PIPE,
        env={
            **os.environ,
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
        },
        check=True,
    )
    return int(done.stdout)
