"""Every colour in the content of a PDF, separated (ISO 32000-1 §8.6): in pages, forms, tiles, shadings and masks."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.pdf.print.inks import Mixture, Separation
from pressroom.writers.pdf.print.pictures import separate_picture

Mix: TypeAlias = Callable[[Sequence[float]], Mixture]
Instruction: TypeAlias = tuple[list[Any], Operator]

_SETTING = {1: ("g", "G"), 4: ("k", "K")}
"""The operators that set a colour, for filling and for stroking, by the number of its parts."""

_SPACES = {1: Name.DeviceGray, 4: Name.DeviceCMYK}
_SOLID_BLACK = (0, 0, 0, 1)
_OVER, _OUT = "/Overprint", "/Knockout"


class Separator:
    """Goes through the objects of a PDF, each once, and leaves no RGB."""

    def __init__(self, pdf: pikepdf.Pdf, separation: Separation) -> None:
        self._pdf = pdf
        self._separation = separation
        self._done: set[tuple[int, int]] = set()

    def content(self, data: bytes, resources: Any) -> bytes:
        """Separate a content stream and all that its resources hold."""
        self._resources(resources, self._separation.colour)
        return self._stream(data, self._separation.colour)

    def _stream(self, data: bytes, mix: Mix) -> bytes:
        instructions = pikepdf.parse_content_stream(self._pdf.make_stream(data))
        separated = [
            made
            for one in instructions
            for made in self._instruction(list(one.operands), one.operator, mix)
        ]
        return pikepdf.unparse_content_stream(separated)

    def _instruction(
        self, operands: list[Any], operator: Operator, mix: Mix
    ) -> Iterator[Instruction]:
        stroking = str(operator).isupper()
        overprints = False
        match str(operator):
            case "rg" | "g" | "RG" | "G":
                parts = [float(part) for part in operands]
                inks = mix(parts if len(parts) == 3 else parts * 3)
                yield [round(ink, 4) for ink in inks], Operator(_SETTING[len(inks)][stroking])
                # Solid black goes over what is below it: no white shows where a sheet has shifted.
                overprints = inks == _SOLID_BLACK
            case "cs" | "CS" if operands == [Name.Pattern]:
                yield operands, operator
            case "cs" | "CS":
                raise _refusal(f"the colour space {operands[0]}")
            case "INLINE IMAGE":
                raise _refusal("a picture inside the content of a page")
            case _:
                yield operands, operator
                return
        if mix == self._separation.colour and not self._separation.black:
            state = _OVER if overprints else _OUT
            yield [Name(state + ("Stroke" if stroking else ""))], Operator("gs")

    def _resources(self, resources: Any, mix: Mix) -> None:
        if self._seen(resources):
            return
        states = resources.get("/ExtGState", Dictionary())
        for state in states.values():
            if isinstance(mask := state.get("/SMask"), Dictionary):
                # A mask says how much, not in which ink: it stays in grey.
                self._form(mask.G, lambda rgb: (sum(rgb) / 3,))
        for drawn in resources.get("/XObject", Dictionary()).values():
            if drawn.Subtype == Name.Image:
                if not self._seen(drawn):
                    separate_picture(drawn, self._separation)
            else:
                self._form(drawn, mix)
        for pattern in resources.get("/Pattern", Dictionary()).values():
            if pattern.PatternType == 1:
                self._form(pattern, mix)
            elif not self._seen(pattern.Shading):
                _shade(pattern.Shading, mix)
        for shading in resources.get("/Shading", Dictionary()).values():
            if not self._seen(shading):
                _shade(shading, mix)
        if "/ColorSpace" in resources:
            del resources["/ColorSpace"]
        if mix == self._separation.colour and not self._separation.black:
            resources["/ExtGState"] = states
            _overprinting(states)

    def _form(self, form: Any, mix: Mix) -> None:
        if self._seen(form):
            return
        if "/Resources" in form:
            self._resources(form.Resources, mix)
        if "/Group" in form:
            form.Group.CS = _SPACES[len(mix((0, 0, 0)))]
        form.write(self._stream(form.read_bytes(), mix))

    def _seen(self, held: Any) -> bool:
        known = held.objgen in self._done
        if held.is_indirect:
            self._done.add(held.objgen)
        return known


def _overprinting(states: Any) -> None:
    """Declare the four states that switch overprinting, for filling and for stroking (ISO 32000-1 §8.6.7)."""
    for key, name in (("/op", ""), ("/OP", "Stroke")):
        states[_OVER + name] = Dictionary({key: True, "/OPM": 1})
        states[_OUT + name] = Dictionary({key: False})


def _shade(shading: Any, mix: Mix) -> None:
    """Separate the ends of a shading; what lies between them is mixed on the press (ISO 32000-1 §8.7.4.5)."""
    if shading.ColorSpace == Name.DeviceGray:
        return
    if shading.ColorSpace != Name.DeviceRGB and shading.ColorSpace[0] != Name.ICCBased:
        raise _refusal(f"a shading in {shading.ColorSpace}")
    shading.ColorSpace = _SPACES[len(mix((0, 0, 0)))]
    _mix_function(shading.Function, mix)


def _mix_function(function: Any, mix: Mix) -> None:
    match int(function.FunctionType):
        case 2:
            for end in ("/C0", "/C1"):
                function[end] = Array(
                    [round(part, 4) for part in mix([float(p) for p in function[end]])]
                )
        case 3:
            for part in function.Functions:
                _mix_function(part, mix)
        case other:
            raise _refusal(f"a shading by a function of type {other}")


def _refusal(what: str) -> WriterError:
    message = f"the print profile cannot separate {what}"
    hint = "write colours as #rrggbb in the style sheet of the house, and in drawings"
    return WriterError(Diagnostic("A106", Severity.ERROR, message, hints=(hint,)))
