"""The text of a CSS rule."""

from __future__ import annotations


def rule(selector: str, *declarations: str) -> str:
    """Return one rule on one line."""
    return f"{selector} {{ {'; '.join(declarations)} }}"
