"""What a house makes of the losses in the ledgers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.resolved import ResolvedRelease
from pressroom.house.tokens import Losses, Weight
from pressroom.place import Place
from pressroom.writers.contract import LedgerEntry, Outcome


def weigh_losses(
    writer: str, ledger: Iterable[LedgerEntry], release: ResolvedRelease
) -> Iterator[Diagnostic]:
    """Yield a finding for each kind of loss that the house does not pass over, at the first place where it occurs."""
    losses = release.house.losses
    lost = (entry for entry in ledger if entry.outcome is not Outcome.EXACT)
    for (feature, outcome, reason), group in groupby(sorted(lost, key=_kind), key=_kind):
        weight = _weight(losses, writer, feature, outcome)
        if weight is Weight.OFF:
            continue
        entries = list(group)
        span = next((entry.span for entry in entries if entry.span), None)
        times = f", {len(entries)} times" if len(entries) > 1 else ""
        hint = f"write it otherwise, or allow it in the house: losses: {{formats: {{{writer}: {{{feature}: off}}}}}}"
        yield Diagnostic(
            "A150",
            Severity(weight.value),
            f"{feature} is {outcome} in {writer}{times}: {reason}",
            Place(release.source, span) if span else None,
            (hint,),
        )


def _kind(entry: LedgerEntry) -> tuple[str, str, str]:
    return entry.feature, entry.outcome.value, entry.reason


def _weight(losses: Losses, writer: str, feature: str, outcome: str) -> Weight:
    usual = losses.dropped if outcome == Outcome.DROPPED.value else losses.degraded
    return losses.own(writer, feature) or usual
