"""Whether a release may go out, at the moment when files for the public are asked for."""

from __future__ import annotations

from datetime import datetime

from pressroom.diagnostics import Diagnostic, Severity, UsageError
from pressroom.model.release import Release, Status


def refuse_before_its_time(release: Release, now: datetime) -> None:
    """Raise ``UsageError`` for a draft, for what was withdrawn, and while an embargo lasts; ``now`` is aware (domain §3)."""
    embargo = release.embargo
    if release.status is Status.DRAFT:
        raise _refusal("the release is a draft", "set its status to final when it is approved")
    if release.status is Status.WITHDRAWN:
        raise _refusal(
            "the release was withdrawn",
            "tell the public in a release of its own that supersedes this one, or build without --public",
        )
    if embargo and now < embargo.instant:
        until = f"{embargo.instant:%Y-%m-%d %H:%M} {embargo.zone}"
        raise _refusal(
            f"the release is under embargo until {until}",
            "build without --public for those who may see it before",
        )


def _refusal(message: str, hint: str) -> UsageError:
    return UsageError(Diagnostic("U006", Severity.ERROR, message, hints=(hint,)))
