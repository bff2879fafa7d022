"""The cover: a page of real text, so that it can be read aloud and enlarged; both languages in equal rank."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.edition.projection import Said, said
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease, TextBlock
from pressroom.house.tokens import Role
from pressroom.writers.xhtml import Element, Node, element, page, xml_text


def cover_page(release: ResolvedRelease, style: Element, logo: str) -> bytes:
    """Return the cover as a document; ``logo`` is the address of the picture."""
    first = release.editions[0]
    picture = element("img", {"src": logo, "alt": first.logo_alt})
    titles = (
        element("div", _in(edition), *_edition_lines(edition)) for edition in release.editions
    )
    names = (
        element("p", _in(edition) | {"class": "publisher"}, edition.publisher)
        for edition in release.editions
    )
    body = element(
        "section",
        {"class": "cover", "epub:type": "cover", "aria-label": first.title},
        element("div", {"class": "logo"}, picture),
        *titles,
        element("div", {"class": "imprint"}, *names),
    )
    return xml_text(page(first.language.tag, first.title, (style,), body), "html").encode()


def _in(edition: ResolvedEdition) -> dict[str, str | None]:
    return {"lang": edition.language.tag, "xml:lang": edition.language.tag}


def _edition_lines(edition: ResolvedEdition) -> Iterator[Element]:
    """Yield kicker, headline, and the stamps that a reader must see first (draft, withdrawn, corrected)."""
    for role in (Role.KICKER, Role.HEADLINE, Role.EMBARGO, Role.STAMP):
        yield from _lines(edition, role)


def _lines(edition: ResolvedEdition, role: Role) -> Iterator[Element]:
    of_role = {
        block.identifier
        for block in edition.blocks
        if isinstance(block, TextBlock) and block.role is role
    }
    for piece in said(edition):
        if piece.kind == "text" and piece.identifier in of_role:
            yield element("p", {"class": role.value}, *_shown(piece))


def _shown(piece: Said) -> Iterator[Node]:
    """Yield the words of a line, those in another language than the line with theirs, without the calls of notes."""
    done = 0
    for trait in piece.traits:
        if trait.feature in {"language", "note-call"}:
            yield from _broken(piece.text[done : trait.start])
            done = trait.end
        if trait.feature == "language":
            languages = {"lang": trait.value, "xml:lang": trait.value}
            yield element("span", languages, *_broken(piece.text[trait.start : done]))
    yield from _broken(piece.text[done:])


def _broken(text: str) -> Iterator[Node]:
    """Yield a text that is broken where its author broke it."""
    first, *others = text.split("\n")
    yield first
    for line in others:
        yield element("br")
        yield line
