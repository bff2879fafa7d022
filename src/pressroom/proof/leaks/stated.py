"""What a release lets a file state beside its words, in whatever format."""

from __future__ import annotations

from pressroom.edition.projection import said
from pressroom.edition.resolved import ResolvedRelease
from pressroom.edition.walk import figures_of


def links(release: ResolvedRelease) -> frozenset[str]:
    """Return the addresses that a release leads to."""
    return frozenset(
        trait.value
        for edition in release.editions
        for piece in said(edition)
        for trait in piece.traits
        if trait.feature == "link"
    )


def alternatives(release: ResolvedRelease) -> frozenset[str]:
    """Return the alternative texts of the figures."""
    return frozenset(figure.alt for figure in figures_of(release))


def pictured(release: ResolvedRelease) -> frozenset[str]:
    """Return what may be told of pictures: of the figures, and of the logo."""
    return alternatives(release) | {edition.logo_alt for edition in release.editions}
