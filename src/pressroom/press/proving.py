"""One artifact before all its judges: what it says, what leaks out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressroom.diagnostics import PressroomError
from pressroom.edition.resolved import ResolvedRelease
from pressroom.model.release import Release
from pressroom.press.machine import telling_names
from pressroom.proof.compare import Verdict, compare
from pressroom.proof.leaks import machine_secrets, scan, secrets_of
from pressroom.world import World
from pressroom.writers.contract import Artifact, LedgerEntry, Writer


def prove(
    release: Release,
    resolved: ResolvedRelease,
    world: World,
    maker: Writer,
    artifact: Artifact,
    ledger: Sequence[LedgerEntry],
) -> Verdict:
    """Read an artifact back and compare it, then scan it; one that cannot be read gets the reasons for its verdict."""
    try:
        heard = maker.read_back(artifact.data)
    except PressroomError as reason:
        return Verdict(artifact.name, 0, 0, 0, reason.findings)
    verdict = compare(artifact.name, resolved, ledger, heard, maker.abilities)
    secrets = (*secrets_of(release), *machine_secrets(telling_names(world.fonts)))
    leaks = scan(artifact, resolved, secrets, public=world.public)
    return replace(verdict, findings=(*verdict.findings, *leaks))
