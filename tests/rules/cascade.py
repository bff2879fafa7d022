"""What a style sheet says of an element (CSS Cascade 4), read without a browser."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import cssselect2
import tinycss2
from lxml import etree

_NOT_INHERITED = frozenset({"text-decoration", "margin", "padding", "break-after", "display"})


def cascade(page: etree._Element, sheet: str, selector: str, name: str) -> set[str]:  # pyright: ignore[reportPrivateUsage]
    """Return the values that a property has on the elements that a selector matches, "" for none declared."""
    root = cssselect2.ElementWrapper.from_html_root(page)
    matcher = _matcher(sheet)
    compiled = cssselect2.compile_selector_list(selector)
    return {
        _value(element, name, matcher)
        for element in root.iter_subtree()
        if any(one.test(element) for one in compiled)
    }


def _matcher(sheet: str) -> cssselect2.Matcher:
    """Read the plain rules of a sheet; those for narrow screens and for the night are not looked at."""
    matcher = cssselect2.Matcher()
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        said = {
            one.lower_name: tinycss2.serialize(one.value).strip()
            for one in tinycss2.parse_blocks_contents(rule.content)
            if one.type == "declaration"
        }
        for selector in cssselect2.compile_selector_list(rule.prelude):
            matcher.add_selector(selector, said)
    return matcher


def _value(
    element: cssselect2.ElementWrapper | None, name: str, matcher: cssselect2.Matcher
) -> str:
    """Return what is declared for an element, or for what it inherits from; custom properties are filled in."""
    while element is not None:
        declared: list[str] = [said[name] for *_, said in matcher.match(element) if name in said]
        if declared:
            last = declared[-1]
            return _value(element, last[4:-1], matcher) if last.startswith("var(") else last
        element = None if name in _NOT_INHERITED else element.parent
    return ""
