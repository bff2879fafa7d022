"""The text of a CSS rule."""

from __future__ import annotations


def rule(selector: str, *declarations: str) -> str:
    """Return one rule on one line."""
    return f"{selector} {{ {'; '.join(declarations)} }}"


def css_string(text: str) -> str:
    """Write a CSS string (CSS Syntax 3 §4.3.5), one that may stand in HTML as well."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"<\\' or ord(c) < 32 else c for c in text)
    return f'"{escaped}"'
