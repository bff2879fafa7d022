"""A run, the text in it, and fields. A run names a character style and the East Asian hint, and has no other property."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.writers.docx.markup import Markup, make, value


def run(*content: Markup, style: str | None = None, hint: bool = False) -> Markup:
    """Make a run; ``hint`` gives ambiguous marks to the East Asian face (ECMA-376 §17.3.2.26, cjk-rules D02)."""
    properties = make(
        "w:rPr",
        value("w:rStyle", style) if style else None,
        make("w:rFonts", hint="eastAsia") if hint else None,
    )
    return make("w:r", properties if len(properties) else None, *content)


def text(content: str) -> Markup:
    """Make the text of a run; blanks at its ends count."""
    element = make("w:t", content)
    if content != content.strip():
        element.set("xml:space", "preserve")
    return element


def field(code: str, result: str, *, style: str | None = None) -> Iterator[Markup]:
    """Make a complex field with the result that it shows until it is next computed (ECMA-376 §17.16.18)."""
    instruction = make("w:instrText", f" {code} ")
    instruction.set("xml:space", "preserve")
    yield run(_character("begin"), style=style)
    yield run(instruction, style=style)
    yield run(_character("separate"), style=style)
    yield run(text(result), style=style)
    yield run(_character("end"), style=style)


def _character(kind: str) -> Markup:
    return make("w:fldChar", fldCharType=kind)
