"""What the files say of themselves: all of it computed from the release, nothing from the machine."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID, uuid5

from pressroom.edition.resolved import Metadata
from pressroom.language.zones import HONG_KONG
from pressroom.model.release import Release

_NAMESPACE = UUID("5d0c1c1e-7a55-5b0e-9d0a-3f6a7c2e8b41")
"""Of all releases; to change it would change the identity of every one that is out."""


def metadata(release: Release) -> Metadata:
    """Return what every file of a release says of it; a correction's day is when it was last modified."""
    correction, reference = release.correction, release.reference
    return Metadata(
        identifier=release.identifier,
        urn=f"urn:uuid:{uuid5(_NAMESPACE, release.identifier)}",
        version=release.version,
        issued=_midnight(release.date),
        modified=_midnight(correction.date if correction else release.date),
        doi=reference.doi if reference else None,
        keywords=_keywords(release),
        status=release.status,
        embargo=release.embargo.instant.astimezone(UTC) if release.embargo else None,
        supersedes=release.supersedes,
        reference=reference,
    )


def _midnight(day: date) -> datetime:
    """Return when a day begins in Hong Kong."""
    return datetime.combine(day, time(), HONG_KONG).astimezone(UTC)


def _keywords(release: Release) -> tuple[str, ...]:
    """Return the glossary's terms in each edition's language, each once."""
    forms = (
        term.forms.in_language(edition.language)
        for edition in release.editions
        for term in release.glossary
    )
    return tuple(dict.fromkeys(form for form in forms if form))
