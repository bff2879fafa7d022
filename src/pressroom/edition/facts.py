"""What an edition says in words that formats also hold as data: where it comes from, whom to ask."""

from __future__ import annotations

import re

from pressroom.edition.flat import flat
from pressroom.edition.resolved import ResolvedContact
from pressroom.edition.tail import printed_contacts
from pressroom.edition.wording import own
from pressroom.language.record import Language
from pressroom.model.blocks import Edition, Paragraph
from pressroom.model.inlines import Dateline
from pressroom.model.release import Release

_COMMA = re.compile("[,，、]")


def dateline(edition: Edition) -> str:
    """Return the dateline as it was written, "" if there is none; it opens the first paragraph."""
    lead = next((block for block in edition.blocks if isinstance(block, Paragraph)), None)
    first = lead.children[0] if lead and lead.children else None
    return flat(first.children).strip() if isinstance(first, Dateline) else ""


def place(line: str) -> str:
    """Return the place that a dateline begins with, up to its first comma."""
    return _COMMA.split(line, maxsplit=1)[0].strip()


def contacts(release: Release, edition: Edition, language: Language) -> tuple[ResolvedContact, ...]:
    """Return the contacts that an edition prints, in its language."""
    return tuple(
        ResolvedContact(
            own(contact.name, language),
            own(contact.role, language) if contact.role else "",
            contact.telephone,
            contact.email,
        )
        for contact in printed_contacts(release, edition.blocks)
    )
