"""The cover: a page of real text, so that it can be read aloud and enlarged; both languages in equal rank."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.edition.projection import plain
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease, TextBlock
from pressroom.house.tokens import Role
from pressroom.writers.xhtml import Element, element, page, xml_text


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
    yield from _lines(edition, Role.KICKER)
    yield element("p", {"class": Role.HEADLINE.value}, edition.title)
    yield from _lines(edition, Role.EMBARGO)
    yield from _lines(edition, Role.STAMP)


def _lines(edition: ResolvedEdition, role: Role) -> Iterator[Element]:
    for block in edition.blocks:
        if isinstance(block, TextBlock) and block.role is role:
            yield element("p", {"class": role.value}, plain(block.pieces))
