"""The front matter: YAML -> the typed facts of a release."""

from __future__ import annotations

from collections.abc import Callable

from pressroom.model.blocks import Edition
from pressroom.model.release import (
    Approval,
    Contact,
    Correction,
    CorrectionClass,
    Embargo,
    Localised,
    Omission,
    Reference,
    RelatedLink,
    Release,
    Status,
    Term,
)
from pressroom.place import SourceFile
from pressroom.source import agreement, forms
from pressroom.typed_yaml import (
    Fields,
    Kind,
    by_key,
    by_language,
    choice,
    day,
    instant,
    integer,
    language_tag,
    list_of,
    localised,
    record,
    text,
)


def release_of(file: SourceFile, editions: tuple[Edition, ...]) -> Kind[Release]:
    """Declare the front matter of a release that has these editions."""
    everywhere = agreement.in_every_language(localised(), editions)

    def read(fields: Fields) -> Release:
        embargo = fields.optional("embargo", instant())
        release = Release(
            source=file,
            identifier=fields.required("id", text(forms.IDENTIFIER)),
            date=fields.required("date", day()),
            house=fields.required("house", text(forms.IDENTIFIER)),
            editions=editions,
            version=fields.optional("version", integer(1, 999)) or 1,
            status=fields.optional("status", choice(Status)) or Status.FINAL,
            embargo=Embargo(embargo, str(embargo.tzinfo)) if embargo else None,
            reference=fields.optional("reference", record(_reference)),
            contacts=fields.optional("contacts", list_of(record(_contact(everywhere)))) or (),
            glossary=tuple(
                Term(term) for term in fields.optional("glossary", list_of(by_language())) or ()
            ),
            links=fields.optional("links", list_of(record(_link(everywhere)))) or (),
            approvals=fields.optional("approvals", list_of(record(_approval))) or (),
            supersedes=fields.optional("supersedes", text(forms.IDENTIFIER)),
            correction=fields.optional("correction", record(_correction(everywhere))),
            omissions=tuple(
                Omission(tag, reason)
                for tag, reason in fields.optional("omit", by_key(language_tag(), text())) or ()
            ),
        )
        if not fields.context.report.failed:
            agreement.check(release, fields)
        return release

    return record(read)


def _reference(fields: Fields) -> Reference:
    return Reference(
        authors=fields.required("authors", list_of(text(), least=1)),
        title=fields.required("title", text()),
        journal=fields.required("journal", text()),
        year=fields.required("year", integer(1600, 2099)),
        volume=fields.optional("volume", text()),
        issue=fields.optional("issue", text()),
        pages=fields.optional("pages", text()),
        doi=fields.optional("doi", text(forms.DOI)),
    )


def _contact(everywhere: Kind[Localised]) -> Callable[[Fields], Contact]:
    def read(fields: Fields) -> Contact:
        contact = Contact(
            name=fields.required("name", everywhere),
            role=fields.optional("role", everywhere),
            telephone=fields.optional("tel", text(forms.TELEPHONE)),
            email=fields.optional("email", text(forms.EMAIL)),
        )
        if not fields.has("tel") and not fields.has("email"):
            what = "a contact that cannot be reached"
            fields.context.error(44, what, fields.span("name"), "add `tel:` or `email:`")
        return contact

    return read


def _link(everywhere: Kind[Localised]) -> Callable[[Fields], RelatedLink]:
    return lambda fields: RelatedLink(
        label=fields.required("label", everywhere),
        target=fields.required("url", text(forms.WEB_ADDRESS)),
    )


def _approval(fields: Fields) -> Approval:
    return Approval(
        name=fields.required("name", text()),
        role=fields.optional("role", text()),
        date=fields.required("date", day()),
        texts=fields.optional("texts", by_key(language_tag(), text(forms.APPROVED))) or (),
    )


def _correction(everywhere: Kind[Localised]) -> Callable[[Fields], Correction]:
    return lambda fields: Correction(
        grade=fields.required("class", choice(CorrectionClass)),
        date=fields.required("date", day()),
        note=fields.required("note", everywhere),
        old=fields.optional("old", everywhere),
        new=fields.optional("new", everywhere),
    )
