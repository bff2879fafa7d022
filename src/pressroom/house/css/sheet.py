"""The whole stylesheet of a house for one medium."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.house.css.composition import composition_rules
from pressroom.house.css.faces import han_stack, latin_stack
from pressroom.house.css.medium import Medium, Units
from pressroom.house.css.roles import role_rules, selector
from pressroom.house.css.rule import in_script, rule
from pressroom.house.css.structure import structure_rules
from pressroom.house.tokens import RUNNING, FaceRole, House, Ink
from pressroom.language.record import Script
from pressroom.language.registry import han_languages
from pressroom.typography.hyphenation import BEFORE, BEHIND, LADDER, SHORTEST


def stylesheet(house: House, medium: Medium) -> str:
    """Return the rules for the classes and elements that ``writers.xhtml`` makes, without @font-face and @page."""
    rules = [
        rule(":root", *_tokens(house, medium)),
        *role_rules(house, medium),
        *_languages(house, medium),
        structure_rules(house, medium),
        *composition_rules(medium),
        *_hyphenation(house, medium),
        house.extra_css,
    ]
    return "\n".join(rules).strip() + "\n"


def _hyphenation(house: House, medium: Medium) -> Iterator[str]:
    """Yield how the words of running text are divided; none is long enough for WeasyPrint to do it, as it spares no names."""
    if not house.hyphenate:
        return
    names = ", ".join(selector(role, Script.LATIN) for role in RUNNING)
    if medium is Medium.PRINT:
        yield rule(names, "hyphens: auto", "hyphenate-limit-chars: 999")
        return
    yield rule(
        names,
        f"-webkit-hyphenate-limit-before: {BEFORE}",
        f"-webkit-hyphenate-limit-after: {BEHIND}",
        f"-webkit-hyphenate-limit-lines: {LADDER}",
        f"hyphenate-limit-chars: {SHORTEST} {BEFORE} {BEHIND}",
        f"hyphenate-limit-lines: {LADDER}",
    )


def _tokens(house: House, medium: Medium) -> Iterator[str]:
    """Yield the custom properties that writers may use in rules of their own."""
    units = Units(house, medium)
    text = house.face(FaceRole.TEXT)
    yield from (f"--{ink.value}: #{house.ink(ink)}" for ink in Ink)
    yield f"--rule-weight: {house.rule_weight.css}"
    yield f"--list-indent: {units.length(house.list_indent)}"
    yield f"--latin: {latin_stack(text, medium)}"
    yield f"--han: {han_stack(text, medium)}"
    yield "font-family: var(--latin)"


def _languages(house: House, medium: Medium) -> Iterator[str]:
    """Yield what changes the stack of families where the language changes inside a line."""
    code = house.face(FaceRole.CODE)
    yield rule("[lang]", "font-family: var(--latin)")
    han = ", ".join(f'[lang|="{language}"]' for language in han_languages())
    yield rule(han, "font-family: var(--han)")
    yield rule(
        "code",
        f"--latin: {latin_stack(code, medium)}",
        f"--han: {han_stack(code, medium)}",
        "font-family: var(--latin)",
    )
    yield rule(in_script("code", Script.HAN), "font-family: var(--han)")
