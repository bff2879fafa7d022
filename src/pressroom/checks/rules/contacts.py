"""M205: a contact can be telephoned and written to."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.front import where
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for contact in manuscript.release.contacts:
        if not contact.telephone or not contact.email:
            name = contact.name.values[0][1]
            missing = "email" if contact.telephone else "tel"
            span = where(manuscript.release.source, "contacts", name)
            yield Found(span, f"the contact {name} has no `{missing}:`", ("add it",))


RULE = Rule(
    "M205",
    "A contact has a telephone number and an e-mail address",
    "A journalist with an hour left telephones; one in another time zone writes.",
    Severity.ADVICE,
    Repair.BY_HAND,
    Example("漁船都回來了。", "", front="contacts: [{name: 林女士, tel: (852) 5550 0123}]"),
    _look,
)
