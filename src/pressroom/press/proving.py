"""One artifact before all its judges: what it says, what it says to others, how it is drawn, what leaks out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressroom.diagnostics import PressroomError
from pressroom.edition.resolved import ResolvedRelease
from pressroom.model.release import Release
from pressroom.press.machine import telling_names
from pressroom.proof.accessibility import unfounded
from pressroom.proof.compare import Verdict, compare
from pressroom.proof.extraction import extracted_otherwise
from pressroom.proof.furniture import furniture_otherwise
from pressroom.proof.glyphs import prove_glyphs
from pressroom.proof.leaks import machine_secrets, scan, secrets_of
from pressroom.proof.pictures import seen_otherwise
from pressroom.world import World
from pressroom.writers.contract import Artifact, LedgerEntry, Writer
from pressroom.writers.registry import BUILT_IN

PRINT = "print"
"""The writer whose artifacts go to a printer."""


def prove(
    release: Release,
    resolved: ResolvedRelease,
    world: World,
    maker: Writer,
    artifact: Artifact,
    ledger: Sequence[LedgerEntry],
) -> Verdict:
    """Read an artifact back and compare it, then look at it in all other ways; one that cannot be read gets the reasons for its verdict."""
    try:
        heard = maker.read_back(artifact.data)
    except PressroomError as reason:
        return Verdict(artifact.name, 0, 0, 0, reason.findings)
    verdict = compare(artifact.name, resolved, ledger, heard, maker.abilities)
    secrets = (
        *secrets_of(release, resolved.public_source),
        *machine_secrets(telling_names(world.fonts)),
    )
    drawn = tuple(prove_glyphs(artifact, resolved, world.fonts))
    others = (
        # other libraries open a font that is none again and again, for each character
        *(() if drawn else extracted_otherwise(artifact, resolved)),
        *drawn,
        *furniture_otherwise(artifact, resolved, maker, press=maker.name == PRINT),
        *unfounded(artifact, press=maker.name == PRINT),
        *seen_otherwise(artifact, resolved, press=maker.name == PRINT),
        *scan(artifact, resolved, secrets, public=world.public, listed=maker.name in BUILT_IN),
    )
    if maker.name != PRINT:
        return replace(verdict, findings=(*verdict.findings, *others))
    from pressroom.proof.preflight.judge import preflight

    report, faults = preflight(artifact, resolved.house)
    return replace(verdict, findings=(*verdict.findings, *others, *faults), preflight=report)
