"""The rules of composition as far as CSS knows them; typography proper is in ``cjk-rules``."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.house.css.medium import Medium
from pressroom.house.css.rule import in_script, rule
from pressroom.language.record import Script

_HEADINGS = "h1, h2, h3, h4, h5, h6"


def composition_rules(medium: Medium) -> Iterator[str]:
    """Yield how lines break, what fills them, and how Han text is stressed."""
    # A word wider than the measure is broken; unlike "anywhere" this leaves the columns of tables their words whole.
    yield rule("body", "orphans: 2", "widows: 2", "overflow-wrap: break-word")  # J09
    yield rule("sup, sub", "font-size: 0.7em", "line-height: 0")  # J11
    yield rule("sup", "vertical-align: 0.4em")
    yield rule("sub", "vertical-align: -0.2em")
    yield rule("i", "font-style: italic")
    yield rule("em, cite", "font-style: normal")  # G07: no slanted Han
    yield rule("strong, .dateline", "font-weight: bold")
    yield rule(".no-break", "white-space: nowrap")
    yield rule(".address", "overflow-wrap: anywhere")  # B10, E02
    if medium is not Medium.PRINT:  # WeasyPrint knows none of these and would say so at each
        yield from _reading_system()


def _reading_system() -> Iterator[str]:
    yield rule("body", "font-synthesis: none", "-webkit-hyphens: auto", "hyphens: auto")
    yield rule(_HEADINGS, "text-wrap: balance", "-webkit-hyphens: none", "hyphens: none")  # J13
    yield rule(
        in_script("", Script.HAN),
        "-epub-line-break: strict",
        "-webkit-line-break: strict",
        "line-break: strict",  # B15
        "word-break: normal",
        "-epub-hyphens: none",
        "-webkit-hyphens: none",
        "hyphens: none",  # J15
        "text-autospace: normal",  # S01
        "text-spacing-trim: normal",  # S05, S08
        "text-underline-position: under left",
    )
    yield rule(
        # what names a language outweighs the rule for all Han text
        f".address, code, {in_script('code', Script.HAN)}",
        "-webkit-hyphens: none",
        "hyphens: none",
        "text-autospace: no-autospace",  # S13
    )
    yield rule(
        "em.dots",  # G07: below the characters in horizontal Chinese, jlreq: sesame above, klreq: dots above
        "-epub-text-emphasis-style: filled dot",
        "-webkit-text-emphasis: filled dot",
        "text-emphasis: filled dot",
        "-webkit-text-emphasis-position: under right",
        "text-emphasis-position: under right",
    )
    for language, style in (("ja", "filled sesame"), ("ko", "filled dot")):
        yield rule(
            f"em.dots:lang({language})",
            f"-epub-text-emphasis-style: {style}",
            f"-webkit-text-emphasis: {style}",
            f"text-emphasis: {style}",
            "-webkit-text-emphasis-position: over right",
            "text-emphasis-position: over right",
        )
    yield rule(":lang(ko)", "word-break: keep-all", "text-autospace: no-autospace")  # klreq
    yield rule("u.proper-name", "text-decoration: underline")
    yield rule("u.beside", "margin-left: 0.1em")
    yield rule("cite.book-title", "text-decoration: underline wavy")
    yield rule("rt", "font-size: 0.5em", "padding: 0 0.2em")
