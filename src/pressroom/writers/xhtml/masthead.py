"""The masthead: furniture at the head of each edition."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedEdition
from pressroom.writers.xhtml.tree import Element, element


def masthead(edition: ResolvedEdition, logo: str) -> Element:
    """Return the logo and the publisher's name; ``logo`` is the address of the picture."""
    name = element("span", {"class": "publisher"}, edition.publisher)
    # The name stands beside the logo: read twice, it would only delay a listener.
    alt = "" if edition.logo_alt == edition.publisher else edition.logo_alt
    return element("header", {"class": "masthead"}, element("img", {"src": logo, "alt": alt}), name)
