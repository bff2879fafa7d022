"""The seam: which functions of the engine the composer stands in for, and for how long."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from inspect import signature
from threading import Lock
from types import ModuleType
from typing import Any

from weasyprint.layout import block, inline, preferred

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.pdf.composer.composer import Composer
from pressroom.writers.pdf.composer.floats import float_layout
from pressroom.writers.pdf.composer.page_ends import break_line

# Its functions are replaced for all documents at once; one document at a time.
_COMPOSING = Lock()

_FLOAT = "context box containing_block absolute_boxes fixed_boxes bottom_space skip_stack"

_PARAMETERS: dict[tuple[ModuleType, str], str] = {
    (
        inline,
        "split_inline_box",
    ): "context box position_x max_x bottom_space skip_stack containing_block "
    "absolute_boxes fixed_boxes line_placeholders waiting_floats line_children first_letter_style "
    "first_line_style",
    (inline, "justify_line"): "context line extra_width",
    (
        inline,
        "split_inline_level",
    ): "context box position_x max_x bottom_space skip_stack containing_block "
    "absolute_boxes fixed_boxes line_placeholders waiting_floats line_children first_letter_style "
    "first_line_style",
    (
        preferred,
        "inline_line_widths",
    ): "context box outer is_line_start minimum skip_stack first_line",
    (
        block,
        "_break_line",
    ): "context box line new_children needed page_is_empty index skip_stack resume_at "
    "absolute_boxes fixed_boxes",
    (block, "float_layout"): _FLOAT,
    (inline, "float_layout"): _FLOAT,
}


@contextmanager
def composing(terms: tuple[str, ...] = ()) -> Generator[None]:
    """Let the composer set text for as long as the block lasts, and never divide the words of ``terms``.

    Raise ``WriterError`` if the engine is not ours.
    """
    _require_functions()
    composer = Composer(terms)
    with _COMPOSING, ExitStack() as stack:
        for module, name, value in (
            (inline, "split_inline_box", composer.split_inline_box),
            (inline, "justify_line", composer.justify_line),
            (preferred, "inline_line_widths", composer.inline_line_widths),
            (block, "_break_line", break_line),
            (block, "float_layout", float_layout),
            (inline, "float_layout", float_layout),
        ):
            stack.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, value)
        yield


def _require_functions() -> None:
    """Hold the functions that are replaced or called against what the composer was written for."""
    for (module, name), parameters in _PARAMETERS.items():
        function: Any = getattr(module, name, None)
        if function is None or " ".join(signature(function).parameters) != parameters:
            message = (
                f"the composer does not know this form of WeasyPrint's {module.__name__}.{name}"
            )
            hint = "reinstall the locked version of WeasyPrint"
            raise WriterError(Diagnostic("A104", Severity.ERROR, message, hints=(hint,)))
