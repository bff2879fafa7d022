"""The tail of an edition, from front matter: whom to ask, where the article is, where to follow."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.edition.blocks import titled
from pressroom.edition.citation import citation, doi_address
from pressroom.edition.resolved import (
    DivisionBlock,
    DivisionRole,
    LineBreak,
    LinkRun,
    Marked,
    Piece,
    Run,
    TextBlock,
)
from pressroom.edition.setting import Setting
from pressroom.edition.wording import framed, own, words
from pressroom.house.tokens import Role
from pressroom.language.registry import embedded
from pressroom.model.blocks import Block, Division, DivisionKind
from pressroom.model.release import Contact, Reference, RelatedLink, Release


def set_tail(
    release: Release, blocks: tuple[Block, ...], setting: Setting
) -> Iterator[DivisionBlock]:
    """Set the parts that follow an edition's own blocks; an edition that says itself whom to ask is left to it."""
    labels = setting.labels
    if printed := printed_contacts(release, blocks):
        lines = tuple(_contact(contact, setting) for contact in printed)
        yield _division("contact", Role.CONTACT, labels.contact, lines, setting)
    if release.reference:
        lines = (_source(release.reference, setting),)
        yield _division("source", Role.SOURCE, labels.source, lines, setting)
    if release.links:
        lines = tuple(_link(link, setting) for link in release.links)
        yield _division("links", Role.LINKS, labels.links, lines, setting)


def printed_contacts(release: Release, blocks: tuple[Block, ...]) -> tuple[Contact, ...]:
    """Return the contacts that an edition of these blocks prints from the front matter."""
    own = any(isinstance(b, Division) and b.kind is DivisionKind.CONTACT for b in blocks)
    return () if own else release.contacts


def _division(
    kind: DivisionRole,
    role: Role,
    title: str,
    paragraphs: tuple[tuple[Piece, ...], ...],
    setting: Setting,
) -> DivisionBlock:
    identifier = f"{setting.identifier}-{kind}"
    language = setting.language
    if kind == "source":
        # a citation is Latin and in English whatever surrounds it (domain §5)
        language = embedded(language.latin, language)
    blocks = tuple(
        TextBlock(f"{identifier}-b{number}", role, 0, language, pieces, None)
        for number, pieces in enumerate(paragraphs, start=1)
    )
    return DivisionBlock(identifier, kind, (*titled(title, identifier, setting), *blocks), None)


def _contact(contact: Contact, setting: Setting) -> tuple[Piece, ...]:
    language, labels = setting.language, setting.labels
    name = own(contact.name, language)
    lines: list[tuple[Piece, ...]] = [(Marked("strong", words(name, language)),)]
    if contact.role:
        lines.append(words(own(contact.role, language), language))
    if contact.telephone:
        number = _telephone(contact.telephone, setting)
        lines.append(framed(labels.telephone, "number", (number,), language))
    if contact.email:
        address = _address(f"mailto:{contact.email}", contact.email, setting)
        lines.append(framed(labels.email, "address", (address,), language))
    first, *others = lines
    return (*first, *(piece for line in others for piece in (LineBreak(), *line)))


def _telephone(number: str, setting: Setting) -> Piece:
    """Set a telephone number unbroken; it is a link where it has its country's code (RFC 3966)."""
    run = _latin(number, setting)
    if not number.startswith("+"):
        return Marked("no-break", (run,))
    target = "tel:+" + "".join(char for char in number if char.isascii() and char.isdigit())
    return Marked("no-break", (LinkRun(target, (run,), address=True),))


def _source(reference: Reference, setting: Setting) -> tuple[Piece, ...]:
    english = embedded(setting.language.latin, setting.language)
    pieces: tuple[Piece, ...] = words(citation(reference), english)
    if reference.doi:
        address = doi_address(reference.doi)
        pieces = (*pieces, *words(" ", english), _address(address, address, setting))
    return pieces


def _link(link: RelatedLink, setting: Setting) -> tuple[Piece, ...]:
    label = own(link.label, setting.language)
    return (
        *words(label + setting.language.connectives.colon, setting.language),
        _address(link.target, link.target, setting),
    )


def _address(target: str, text: str, setting: Setting) -> LinkRun:
    return LinkRun(target, (_latin(text, setting),), address=True)


def _latin(text: str, setting: Setting) -> Run:
    return Run(text, setting.language.latin, east_asian=False, span=None)
