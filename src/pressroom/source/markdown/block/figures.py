"""Figures: an image alone in its paragraph, ``![caption](file.png){alt="what is seen" credit="who took it"}``."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from pressroom.model.blocks import Figure
from pressroom.place import Span
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.inline.draft import Picture

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def read_figure(picture: Picture, findings: Findings) -> Figure:
    """Make a figure of an image; report a path that leads elsewhere, or that nobody says what is seen."""
    attributes = picture.attributes
    for item in attributes.items if attributes else ():
        if item.value is None or item.name not in {"alt", "credit"}:
            what = f"a figure knows no attribute `{item.written}`"
            hint = "known are alt= and credit="
            findings.error(Code.UNKNOWN_ATTRIBUTE, what, picture.span, hint)
    alt = " ".join(((attributes and attributes.value("alt")) or "").split())
    credit = " ".join(((attributes and attributes.value("credit")) or "").split())
    unread = attributes is None and findings.file.slice(picture.span).endswith("}")
    if not alt and not unread:
        hint = 'say what is seen, in braces directly behind the image: `{alt="…"}`'
        findings.error(Code.FIGURE_ALT, "a figure without alternative text", picture.span, hint)
    _check_path(picture.source, picture.span, findings)
    return Figure(picture.source, alt, picture.caption, credit, picture.span)


def _check_path(path: str, span: Span, findings: Findings) -> None:
    if not path:
        what = "a figure without a file"
    elif _SCHEME.match(path) or path.startswith(("/", "\\")):
        what = f"`{path}` does not lead to a file beside the release"
    elif ".." in PurePosixPath(path.replace("\\", "/")).parts:
        what = f"`{path}` leads out of the folder of the release"
    elif "\\" in path or not path.isprintable():
        what = f"`{path}` is no path that every system can read"
    else:
        return
    hint = "put the file into the folder of the release, and write its path from there, with `/`"
    findings.error(Code.FIGURE_PATH, what, span, hint)
