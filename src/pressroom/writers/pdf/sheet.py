"""The sheet of a document: its pages, and what the house's own style sheet leaves to paged media."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease, TextBlock
from pressroom.edition.walk import blocks_of
from pressroom.house.css.faces import han_stack, latin_stack
from pressroom.house.css.roles import selector
from pressroom.house.css.rule import css_string, in_script
from pressroom.house.tokens import House, Ink, Length, Role
from pressroom.language.record import Script
from pressroom.writers.pdf.drawing import unbroken
from pressroom.writers.xhtml import heading_text

WATERMARK = "pressroom:watermark-{}"
"""The address of an edition's watermark, by the edition's id."""

_NO_HANJA = "font-language-override: normal"
_HANJA = 'font-language-override: "zh-x-hbotkor"'
"""The forms of Korea: Pango takes Han in a language that has a script of its own for that of the mainland, unless it is told a
Chinese that asks HarfBuzz for the language system ``KOR``."""


def page_sheet(release: ResolvedRelease) -> str:
    """Return the rules for pages, running heads, notes and drawn marks."""
    house = release.house
    pages = [rule for edition in release.editions for rule in _pages(edition, house)]
    bookmarks = [rule for edition in release.editions for rule in _bookmarks(edition)]
    forms = f"[lang] {{ {_NO_HANJA} }} :lang(ko) {{ {_HANJA} }}"
    parts = (
        _sheet(house),
        *pages,
        *bookmarks,
        *_lists(house),
        *_notes(house),
        *_openings(house),
        forms,
        _MARKS,
    )
    return "\n".join(parts)


def _sheet(house: House) -> str:
    page = house.page
    margins = " ".join(side.css for side in (page.top, page.outer, page.bottom, page.inner))
    return f"@page {{ size: {page.width.css} {page.height.css}; margin: {margins} }}"


def _pages(edition: ResolvedEdition, house: House) -> Iterator[str]:
    """Yield the running head and the page number of an edition, in its language; its first page has a masthead instead."""
    name, script = edition.identifier, edition.language.script
    style = house.style(Role.FURNITURE, script)
    # Without a language of its own, what stands in a margin would be drawn in the forms of the machine's language.
    type_ = (
        f"{_type(house, Role.FURNITURE, script)}; color: #{house.ink(style.ink)}; "
        f"letter-spacing: {style.tracking.css}; -weasy-lang: {css_string(edition.language.tag)}"
    )
    type_ += f"; {_HANJA if edition.language.tag == 'ko' else _NO_HANJA}"
    rule = f"{house.rule_weight.css} solid #{house.ink(Ink.RULE)}"
    running = css_string(unbroken(edition.running_head))
    head = f"content: {running}; text-align: start; vertical-align: bottom"
    yield (
        f"@page {name} {{"
        f" @top-left {{ {type_}; {head}; width: 100%;"
        f" padding-bottom: 6pt; margin-bottom: 12pt; border-bottom: {rule} }}"
        f" @bottom-right {{ {type_}; content: {_page_label(edition.page_label)}; text-align: end;"
        f" vertical-align: top; padding-top: 12pt; width: 100% }} }}"
    )
    yield f"@page :nth(1 of {name}) {{ @top-left {{ content: none; border: none }} }}"
    yield f"#{name} {{ page: {name} }}"
    if edition.watermark:
        yield f"@page {name} {{ background: url({WATERMARK.format(name)}) 50% 50% no-repeat }}"


def _bookmarks(edition: ResolvedEdition) -> Iterator[str]:
    """Yield what the outline says of each heading; the engine would join its lines and take the marks of notes along."""
    for block in blocks_of(edition):
        if isinstance(block, TextBlock) and block.level:
            label = css_string(heading_text(block))
            yield f"#{block.identifier} {{ bookmark-label: {label} }}"


def _page_label(label: str) -> str:
    """Turn "Page {page} of {pages}" into the value of ``content``."""
    parts: list[str] = []
    for text, name, _, _ in Formatter().parse(label):
        parts += [css_string(text)] if text else []
        parts += [f"counter({name})"] if name else []
    return " ".join(parts)


def _lists(house: House) -> Iterator[str]:
    """Yield the rules for the markers of lists, which stand in the type of what they mark."""
    yield from _in_both("li, .as-li", house, Role.LIST_ITEM)
    yield "ul, .as-ul { list-style: disc outside }"
    yield ".as-ol { list-style: decimal outside }"
    face = house.face(house.style(Role.LIST_ITEM, Script.LATIN).face)
    yield f"ul > li::marker, .as-ul > .as-li::marker {{ font-family: {latin_stack(face)} }}"


def _notes(house: House) -> Iterator[str]:
    """Yield the rules for notes: one size for all that is in them, their marks hanging."""
    yield from _in_both(".note, .note .as-li, .note .as-p", house, Role.FOOTNOTE)
    yield _NOTES
    for role in (
        Role
    ):  # a call is a child of its note to the engine, but stands in the type of the paragraph
        yield from _in_both(f".{role.value} .note::footnote-call", house, role, 0.7)


def _openings(house: House) -> Iterator[str]:
    """Yield the rules that shorten the indent before an opening bracket by its blank half (cjk-rules S10)."""
    for role, script, style in house.roles:
        if script is Script.HAN and style.first_line.points > 0:
            indent = Length(style.first_line.points - style.size.points / 2)
            yield f"{selector(role, Script.LATIN)}.opening {{ text-indent: {indent.css} }}"


def _in_both(selector: str, house: House, role: Role, scale: float = 1) -> Iterator[str]:
    """Yield the type of a role for a selector, in Latin and in Han text; smaller if it is not to make lines higher."""
    for script in Script:
        names = in_script(selector, script)
        colour = f"color: #{house.ink(house.style(role, script).ink)}"
        yield f"{names} {{ {_type(house, role, script, scale)}; {colour} }}"


def _type(house: House, role: Role, script: Script, scale: float = 1) -> str:
    """Return the declarations that set a role's size, leading, weight and families; without leading when it is scaled."""
    style = house.style(role, script)
    face = house.face(style.face)
    stack = han_stack(face) if script is Script.HAN else latin_stack(face)
    weight = "bold" if style.bold else "normal"
    size, leading = Length(style.size.points * scale), style.leading.css if scale == 1 else "0"
    return f"font: {weight} {size.css}/{leading} {stack}"


# Never padding on the area of notes itself: it sends notes to later pages.
_NOTES = """\
@page { @footnote { border-top: var(--rule-weight) solid var(--rule); margin-top: 12pt } }
.note { float: footnote; footnote-policy: line; text-align: start; text-indent: 0; letter-spacing: normal; \
padding: 4pt 0 0 1.6em; margin: 0 }
.crowded .note { footnote-policy: auto }
.note::footnote-call { content: attr(data-mark); vertical-align: 0.4em }
.note::footnote-marker { content: attr(data-mark); display: inline-block; width: 1.6em; margin-left: -1.6em }
.as-p, .as-ul, .as-ol, .as-blockquote { display: block }
.as-ul, .as-ol { padding-left: 1.2em; counter-reset: list-item }
.as-li { display: list-item }
.note .as-p { padding: 0; margin: 0 }
.note > .as-p:first-of-type { display: inline }
"""

# Ruby, dots, names and titles as ``drawing`` has prepared them.
_MARKS = """\
body { margin: 0 }
figure img { overflow: visible } /* else the engine paints it when the text of the page is there */
ruby { display: inline-block; text-align: center; text-indent: 0; line-height: 1; margin-top: -0.6em }
rt, rb { display: block; line-height: 1 }
rt { font-size: 0.5em; white-space: nowrap; padding: 0 0.2em; position: relative } /* painted behind the text */
.dotted { background: url(pressroom:dot) no-repeat 50% 100% / 1em 0.2em; padding-bottom: 0.3em }
.dot-above, .sesame-above { background-position: 50% 0; padding: 0.22em 0 0 }
.sesame-above { background-image: url(pressroom:sesame) }
u.proper-name { text-decoration: none; padding-bottom: 0.1em; border-bottom: 0.05em solid }
u.beside { margin-left: 0.09em }
cite.book-title { background: url(pressroom:wave) repeat-x 0 100% / 0.5em 0.14em; padding-bottom: 0.16em }
a[href] { hyphens: manual }
"""
