"""Which faces are there, which are missing, and the command that installs them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.fonts.face import FontFace, FontKey, FontSet

# The beginning of a family's name and its Debian package.
_PACKAGES = (
    ("Noto Serif CJK ", "fonts-noto-cjk"),
    ("Noto Sans CJK ", "fonts-noto-cjk"),
    ("Noto Sans Mono CJK ", "fonts-noto-cjk"),
    ("Noto Serif", "fonts-noto-core"),
    ("Noto Sans", "fonts-noto-core"),
)


@dataclass(frozen=True, slots=True)
class FaceReport:
    """One wanted face; ``install`` is the command that brings it, "" where it is there or nobody knows."""

    key: FontKey
    face: FontFace | None
    install: str


def report(keys: Iterable[FontKey], found: FontSet) -> tuple[FaceReport, ...]:
    """Tell of every wanted face whether it is there."""
    return tuple(
        FaceReport(key, found.get(key), "" if key in found else install_command(key.family))
        for key in keys
    )


def missing(keys: Iterable[FontKey]) -> tuple[Diagnostic, ...]:
    """Return one error for each family of which faces are missing."""
    styles: dict[str, list[str]] = {}
    for key in keys:
        styles.setdefault(key.family, []).append(style_name(key))
    return tuple(
        Diagnostic(
            "F002",
            Severity.ERROR,
            f"the font {family} is not on this machine ({', '.join(names)})",
            hints=(
                install_command(family) or "install it, or name another family in the house style",
            ),
        )
        for family, names in styles.items()
    )


def style_name(key: FontKey) -> str:
    """Return what a type founder calls the style: regular, bold, italic, bold italic."""
    words = ("bold" if key.bold else "", "italic" if key.italic else "")
    return " ".join(filter(None, words)) or "regular"


def install_command(family: str) -> str:
    """Return the command that installs a family on this kind of machine, "" when it is not known."""
    for beginning, package in _PACKAGES:
        if family.startswith(beginning):
            if sys.platform == "darwin":
                return f"brew install --cask {_cask(family)}"
            return f"apt-get install {package}"
    return ""


def _cask(family: str) -> str:
    """Return the Homebrew cask of a Noto family: called like it, but for the monospaced ones, which come with Sans."""
    if family.startswith("Noto Sans Mono CJK "):
        return "font-noto-sans-cjk"
    return f"font-{family.lower().replace(' ', '-')}"
