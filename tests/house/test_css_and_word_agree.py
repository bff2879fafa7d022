"""One house, two projections: what CSS says of a role is what Word's style says of it."""

from pathlib import Path

import pytest
import tinycss2
from tinycss2.ast import Declaration, QualifiedRule

from pressroom.house.css import Medium, stylesheet
from pressroom.house.css.roles import selector
from pressroom.house.load import load_house
from pressroom.house.tokens import Role
from pressroom.house.word import ParagraphStyle, paragraph_styles
from pressroom.language.record import Script

STYLES = Path(__file__).parents[2] / "styles"


def cascade(css: str) -> dict[str, dict[str, str]]:
    """Read a style sheet: the last value of each property, by selector."""
    rules: dict[str, dict[str, str]] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        assert isinstance(rule, QualifiedRule), rule
        name = tinycss2.serialize(rule.prelude).strip()
        for item in tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True):
            assert isinstance(item, Declaration), item
            rules.setdefault(name, {})[item.name] = tinycss2.serialize(item.value).strip()
    return rules


def twips(length: str) -> int:
    """Read a CSS length in points as twentieths of a point."""
    return round(float(length.removesuffix("pt")) * 20)


@pytest.mark.parametrize("name", ["journal", "plain"])
def test_sizes_leading_spaces_and_inks_are_equal_in_css_and_in_word(name: str) -> None:
    house = load_house(STYLES / name)
    rules = cascade(stylesheet(house, Medium.PRINT))
    compared = 0
    for style in paragraph_styles(house):
        said = rules[selector(style.role, Script.LATIN)].copy()
        if style.script is Script.HAN:
            said |= rules[selector(style.role, Script.HAN)]
        assert from_css(said) == from_word(style, house.list_indent.twips), style.name
        compared += 1
    assert compared >= 2 * len(Role)


def from_css(said: dict[str, str]) -> dict[str, object]:
    _, _, after, indent = said["margin"].split()
    return {
        "family": said["--latin"].split(", ")[0].strip('"'),
        "size": twips(said["font-size"]) / 10,
        "line": twips(said["line-height"]),
        "before": twips(said["padding"].split()[0]),
        "after": twips(after),
        "indent": twips(indent),
        "first line": twips(said["text-indent"]),
        "tracking": twips(said["letter-spacing"]),
        "bold": said["font-weight"] == "bold",
        "italic": said["font-style"] == "italic",
        "ink": said["color"],
        "keep": said["break-after"] == "avoid",
        "centred": said["text-align"] == "center",
    }


def from_word(style: ParagraphStyle, step: int) -> dict[str, object]:
    return {
        "family": style.face.latin,
        "size": style.size,
        "line": style.line,
        "before": style.before,
        "after": style.after,
        "indent": style.indent - style.list_level * step,
        "first line": style.first_line,
        "tracking": style.tracking,
        "bold": style.bold,
        "italic": style.italic,
        "ink": f"#{style.ink}",
        "keep": style.keep_next,
        "centred": style.alignment == "center",
    }
