"""The embargo of a release, at the moment when files for the public are asked for."""

from __future__ import annotations

from datetime import datetime

from pressroom.diagnostics import Diagnostic, Severity, UsageError
from pressroom.model.release import Release


def refuse_before_embargo(release: Release, now: datetime) -> None:
    """Raise ``UsageError`` if nothing of the release may be published yet; ``now`` is aware (domain §3)."""
    embargo = release.embargo
    if embargo and now < embargo.instant:
        message = (
            f"the release is under embargo until {embargo.instant:%Y-%m-%d %H:%M} {embargo.zone}"
        )
        hint = "build without --public for those who may see it before"
        raise UsageError(Diagnostic("U006", Severity.ERROR, message, hints=(hint,)))
