"""What the metadata of an artifact state of an edition, held against its title and its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.proof.findings import Where, quote
from pressroom.writers.contract import Stated


def compare_stated(
    where: Where, release: ResolvedRelease, edition: ResolvedEdition, stated: Sequence[Stated]
) -> Iterator[Diagnostic]:
    """Yield what is stated wrongly, and what is not stated at all.

    A format that has one title for the whole file may join those of the editions with a solidus.
    """
    joined = " / ".join(one.title for one in release.editions)
    right = {
        "title": {edition.title, joined},
        "language": {edition.language.tag, edition.language.word_tag},
    }
    for what, values in right.items():
        found = [one.value for one in stated if one.what == what]
        if not found:
            message = f"{where.name} states no {what} in its metadata"
            yield Diagnostic("A011", Severity.ERROR, message)
        for value in found:
            if value not in values:
                message = f"the metadata of {where.name} state the {what} {quote(value, 0)}, not {quote(min(values, key=len), 0)}"
                yield Diagnostic("A011", Severity.ERROR, message)
