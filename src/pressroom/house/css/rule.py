"""The text of a CSS rule."""

from __future__ import annotations

from pressroom.language.record import Script
from pressroom.language.registry import han_languages


def rule(selector: str, *declarations: str) -> str:
    """Return one rule on one line."""
    return f"{selector} {{ {'; '.join(declarations)} }}"


def in_script(selectors: str, script: Script) -> str:
    """Return a list of selectors for the text of a script: of any language, or of those that are set in Han.

    Every language is written out: reading systems drop a whole rule for a selector that they do not know (``:is()``).
    """
    if script is Script.LATIN:
        return selectors
    parts = [selector.strip().partition("::") for selector in selectors.split(",")]
    return ", ".join(
        f"{name}:lang({language}){colons}{pseudo}"
        for name, colons, pseudo in parts
        for language in han_languages()
    )


def css_string(text: str) -> str:
    """Write a CSS string (CSS Syntax 3 §4.3.5), one that may stand in HTML as well."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"<\\' or ord(c) < 32 else c for c in text)
    return f'"{escaped}"'
