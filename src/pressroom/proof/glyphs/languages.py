"""In which languages each character of a release stands: the forms that it may be drawn in."""

from __future__ import annotations

from collections.abc import Mapping

from pressroom.edition.projection import Said, said
from pressroom.edition.resolved import ResolvedRelease

Languages = Mapping[str, frozenset[str]]


def languages_of(release: ResolvedRelease) -> Languages:
    """Return the language tags of each character, furniture included."""
    found: dict[str, set[str]] = {}

    def note(text: str, tag: str) -> None:
        for character in text:
            found.setdefault(character, set()).add(tag)

    for edition in release.editions:
        tag = edition.language.tag
        labels = release.house.wording(tag)
        for label in (labels.contents, labels.other_edition) if labels else ():
            note(label, tag)
        for piece in said(edition):
            for text, own in _stretches(piece):
                note(text, own)
        for text in (
            *(edition.publisher, edition.running_head, edition.page_label, edition.title),
            *("0123456789", *_markers(edition.identifier, release)),
        ):
            note(text, tag)
    return {character: frozenset(tags) for character, tags in found.items()}


def _stretches(piece: Said) -> list[tuple[str, str]]:
    """Part a piece by language; the innermost trait names it."""
    tags = [piece.language] * len(piece.text)
    for trait in sorted(piece.traits, key=lambda trait: trait.start - trait.end):
        if trait.feature == "language":
            tags[trait.start : trait.end] = [trait.value] * (trait.end - trait.start)
    return list(zip(piece.text, tags, strict=True))


def _markers(identifier: str, release: ResolvedRelease) -> list[str]:
    """Return the markers of an edition's lists."""
    edition = next(one for one in release.editions if one.identifier == identifier)
    return [
        trait.value.partition(" ")[2]
        for piece in said(edition)
        for trait in piece.traits
        if trait.feature == "item"
    ]
