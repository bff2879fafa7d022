"""What a page of HTML can hide or carry along."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks import markup
from pressroom.proof.leaks.markup import Found
from pressroom.proof.leaks.parts import Part
from pressroom.proof.leaks.vocabulary import unlisted
from pressroom.proof.leaks.web import documents, html_strangers
from pressroom.writers.html.compose import screen_style


def leaks(part: Part, release: ResolvedRelease, *, listed: bool) -> Iterator[Found]:
    """Look through a page that stands alone."""
    yield from markup.leaks(part)
    if listed:
        vocabulary = documents(release, screen_style(release))
        text = part.data.decode("utf-8", "replace")
        yield from unlisted(part.name, html_strangers(text, vocabulary))
