"""One Vancouver citation, in the form that journals in Hong Kong use (domain §5)."""

from __future__ import annotations

from pressroom.model.release import Reference

_MOST_AUTHORS = 6
_NAMED_OF_MANY = 3


def citation(reference: Reference) -> str:
    """Write ``R Guo, S Ye, L Gu. Title. Hong Kong Med J 2025;31:387-90.``; the DOI is not in it."""
    authors = list(reference.authors)
    if len(authors) > _MOST_AUTHORS:
        authors = [*authors[:_NAMED_OF_MANY], "et al"]
    issue = f"{reference.journal} {reference.year}"
    if reference.volume:
        issue += f";{reference.volume}"
    if reference.issue:
        issue += f"({reference.issue})" if reference.volume else f";({reference.issue})"
    if reference.pages:
        issue += f":{reference.pages}"
    return " ".join(
        _sentence(part) for part in (", ".join(authors), reference.title, issue) if part
    )


def doi_address(doi: str) -> str:
    """Return a DOI as an address (DOI Handbook §3.8)."""
    return f"https://doi.org/{doi}"


def _sentence(text: str) -> str:
    """End a part with a full stop unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!", "。", "？", "！")) else f"{text}."
