"""A release as one HTML document."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.house.css import Medium, stylesheet
from pressroom.house.css.rule import css_string
from pressroom.writers.html.linked_data import DATA, linked_data
from pressroom.writers.xhtml import (
    NOTHING_FROM_OUTSIDE,
    Dialect,
    Element,
    contents_title,
    data_address,
    edition_name,
    edition_section,
    element,
    html_text,
    masthead,
    page,
    reflowing_rules,
)

_FRAME = """\
html { background: var(--paper); font-size: 112.5%; -webkit-text-size-adjust: 100% }
body { max-width: 42rem; margin: 0 auto; padding: 1.5rem }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; gap: 1.5rem; justify-content: end }
.masthead { border-bottom: var(--rule-weight) solid var(--rule); padding: 0 0 1rem; margin: 1rem 0 2rem }
.edition + .edition { margin-top: 5rem }
@media print { nav { display: none } .edition + .edition { break-before: page; margin: 0 } }
"""

_UNDER = (
    "position: absolute; z-index: -1; top: 40%; left: 50%; transform: translate(-50%, -50%) rotate(-35deg);"
    " white-space: nowrap; font-size: min(3rem, 7vw); font-weight: bold; color: var(--rule); opacity: 0.4"
)


def compose(release: ResolvedRelease) -> str:
    """Return the document as text."""
    first = release.editions[0]
    head = (
        NOTHING_FROM_OUTSIDE,
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "description", "content": first.description}),
        element("script", {"type": DATA}, linked_data(release)),
        element("style", None, screen_style(release)),
    )
    logo = data_address("image/svg+xml", release.house.masthead.logo)
    dialect = Dialect(lambda image: data_address(image.media_type, image.data), reflowing=True)
    sections = (
        edition_section(edition, dialect, masthead(edition, logo)) for edition in release.editions
    )
    main = element("main", None, *sections)
    navigation = (_navigation(release),) if len(release.editions) > 1 else ()
    return html_text(page(first.language.tag, first.title, head, *navigation, main))


def screen_style(release: ResolvedRelease) -> str:
    """Return the style sheet of the document."""
    house, medium = release.house, Medium.SCREEN
    rules = stylesheet(house, medium) + reflowing_rules(house, medium)
    return rules + _FRAME + _watermarks(release)


def _watermarks(release: ResolvedRelease) -> str:
    """Return the rules that lay a watermark under an edition; it is drawn, not read out (CSS Generated Content 3 §2)."""
    return "".join(
        f"#{edition.identifier} {{ position: relative; isolation: isolate; overflow: hidden }}\n"
        f'#{edition.identifier}::before {{ content: {css_string(edition.watermark)} / ""; {_UNDER} }}\n'
        for edition in release.editions
        if edition.watermark
    )


def _navigation(release: ResolvedRelease) -> Element:
    links = (element("li", None, _link(release, edition)) for edition in release.editions)
    return element("nav", {"aria-label": contents_title(release)}, element("ul", None, *links))


def _link(release: ResolvedRelease, edition: ResolvedEdition) -> Element:
    tag = edition.language.tag
    attributes = {"href": f"#{edition.identifier}", "hreflang": tag, "lang": tag}
    return element("a", attributes, edition_name(release, edition))
