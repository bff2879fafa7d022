"""What is painted on the pages of a PDF, with which inks: content followed operator by operator (ISO 32000-1 §8)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

import pikepdf
from pikepdf import Matrix

from pressroom.proof.preflight.colours import DEVICE, PAPER, Inks, ends, inks_in, space_name
from pressroom.proof.preflight.pictures import most_ink, placed
from pressroom.proof.preflight.report import Picture
from pressroom.writers.pdf.reading.limits import (
    FORM_DEPTH,
    INSTRUCTIONS,
    NESTING,
    RefusedError,
)

What: TypeAlias = Literal["text", "a shape", "a line", "a shading", "a picture", "a group"]
Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Paint:
    """One thing that is painted: ``page`` counts from 1, ``at`` is in points from the lower left corner of the trimmed page.

    ``inks`` is None where the colour space is none of inks.
    """

    page: int
    what: What
    at: Point
    space: str
    inks: Inks | None
    overprints: bool = False
    transparent: bool = False
    picture: Picture | None = None


@dataclass(slots=True)
class Colour:
    """The current colour for filling or for stroking; ``pattern`` is what a pattern space paints with."""

    space: pikepdf.Object = DEVICE["g"]
    parts: tuple[float, ...] = (0.0,)
    pattern: Any = None
    overprints: bool = False


@dataclass(slots=True)
class _State:
    """The part of the graphics state that colour depends on; ``veils`` are the entries by which it is transparent."""

    matrix: Matrix = field(default_factory=Matrix)
    fill: Colour = field(default_factory=Colour)
    stroke: Colour = field(default_factory=Colour)
    veils: frozenset[str] = frozenset()

    def saved(self) -> _State:
        return replace(self, fill=copy(self.fill), stroke=copy(self.stroke))


def paints_of(pdf: pikepdf.Pdf) -> Iterator[Paint]:
    """Yield what is painted, page by page; raise ``RefusedError`` for content without end."""
    painter = _Painter(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        if "/Contents" in page.obj:
            page.contents_coalesce()
            painter.page, painter.state = number, _State()
            yield from painter.follow(page.Contents, page.resources)


class _Painter:
    """Interprets content streams as far as colour goes."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.page = 0
        self.state = _State()
        self._pdf = pdf
        self._saved: list[_State] = []
        self._text = Matrix()
        self._start = (0.0, 0.0)
        self._left = INSTRUCTIONS
        self._depth = 0
        self._inks: dict[tuple[int, int], Inks | None] = {}

    def follow(self, stream: pikepdf.Object, resources: pikepdf.Object) -> Iterator[Paint]:
        """Follow the operators of a stream."""
        for one in pikepdf.parse_content_stream(stream):
            self._left -= 1
            if self._left < 0:
                raise RefusedError(f"more than {INSTRUCTIONS} drawing instructions")
            yield from self._obey(str(one.operator), list(one.operands), resources)

    def _obey(
        self, operator: str, operands: list[Any], resources: pikepdf.Object
    ) -> Iterator[Paint]:
        match operator:
            case "q":
                if len(self._saved) >= NESTING * FORM_DEPTH:
                    raise RefusedError("graphics states nested too deep")
                self._saved.append(self.state.saved())
            case "Q":
                self.state = self._saved.pop() if self._saved else self.state
            case "cm":
                self.state.matrix = _matrix(operands) @ self.state.matrix
            case "gs":
                yield from self._set(resources.ExtGState[operands[0]])
            case "g" | "rg" | "k" | "cs" | "sc" | "scn":
                _mix(self.state.fill, operator, operands, resources)
            case "G" | "RG" | "K" | "CS" | "SC" | "SCN":
                _mix(self.state.stroke, operator.lower(), operands, resources)
            case "BT":
                self._text = Matrix()
            case "Tm":
                self._text = _matrix(operands)
            case "Td" | "TD":
                self._text = Matrix(1, 0, 0, 1, *map(float, operands)) @ self._text
            case "m" | "re":
                self._start = (float(operands[0]), float(operands[1]))
            case "Tj" | "TJ" | "'" | '"':
                at = (self._text @ self.state.matrix).transform((0, 0))
                yield from self._paint("text", self.state.fill, at)
            case "f" | "F" | "f*":
                yield from self._paint("a shape", self.state.fill, self._place())
            case "S" | "s":
                yield from self._paint("a line", self.state.stroke, self._place())
            case "B" | "B*" | "b" | "b*":
                yield from self._paint("a shape", self.state.fill, self._place())
                yield from self._paint("a line", self.state.stroke, self._place())
            case "sh":
                yield from self._shade(resources.Shading[operands[0]], self._place())
            case "Do":
                yield from self._draw(resources.XObject[operands[0]], resources)
            case "INLINE IMAGE":
                yield Paint(self.page, "a picture", self._corner(), "an inline image", None)
            case _:
                pass

    def _place(self) -> tuple[float, float]:
        return self.state.matrix.transform(self._start)

    def _corner(self) -> tuple[float, float]:
        return self.state.matrix.transform((0, 1))

    def _set(self, entries: pikepdf.Object) -> Iterator[Paint]:
        """Set what a dictionary says of overprinting and transparency (ISO 32000-1 §8.4.5); yield what masks paint outside of inks."""
        if "/OP" in entries:
            self.state.stroke.overprints = self.state.fill.overprints = bool(entries.OP)
        if "/op" in entries:
            self.state.fill.overprints = bool(entries.op)
        for key in ("/ca", "/CA", "/BM", "/SMask"):
            if key in entries:
                value = entries[key]
                whole = isinstance(value, pikepdf.Dictionary | pikepdf.Array)
                veiled = whole or value not in {1, "/Normal", "/Compatible", "/None"}
                self.state.veils = self.state.veils - {key} | ({key} if veiled else set())
        if isinstance(mask := entries.get("/SMask"), pikepdf.Dictionary):
            masked = self._within(mask.G, mask.G.get("/Resources", pikepdf.Dictionary()))
            yield from (paint for paint in masked if paint.inks is None)

    def _paint(self, what: What, colour: Colour, at: Point) -> Iterator[Paint]:
        if colour.pattern is None:
            yield self._painted(what, at, colour.space, colour.parts, colour)
        elif colour.pattern.PatternType == 2:
            yield from self._shade(colour.pattern.Shading, at)
        else:
            outside = self.state.saved()
            # A tile is placed on the page, wherever it fills (§8.7.3.1).
            self.state.matrix = Matrix()
            yield from self._within(
                colour.pattern, colour.pattern.get("/Resources", pikepdf.Dictionary())
            )
            self.state = outside

    def _painted(
        self,
        what: What,
        at: Point,
        space: pikepdf.Object,
        parts: Sequence[float],
        colour: Colour | None = None,
    ) -> Paint:
        return Paint(
            self.page,
            what,
            at,
            space_name(space),
            inks_in(space, parts),
            overprints=colour is not None and colour.overprints,
            transparent=bool(self.state.veils),
        )

    def _shade(self, shading: pikepdf.Object, at: Point) -> Iterator[Paint]:
        """Yield the ends of a shading: what lies between takes no more ink than these."""
        for end in ends(shading.Function):
            yield self._painted("a shading", at, shading.ColorSpace, end)

    def _draw(self, drawn: pikepdf.Object, resources: pikepdf.Object) -> Iterator[Paint]:
        if drawn.get("/Subtype") != "/Image":
            yield from self._within(drawn, drawn.get("/Resources", resources))
            return
        if drawn.objgen not in self._inks:
            self._inks[drawn.objgen] = most_ink(drawn)
        space = space_name(drawn.ColorSpace) if "/ColorSpace" in drawn else "a mask"
        yield Paint(
            self.page,
            "a picture",
            self._corner(),
            space,
            self._inks[drawn.objgen],
            transparent=bool(self.state.veils) or "/SMask" in drawn,
            picture=placed(self.page, drawn, space, self.state.matrix),
        )

    def _within(self, form: pikepdf.Object, resources: pikepdf.Object) -> Iterator[Paint]:
        """Follow a form or the tile of a pattern, in a state of its own."""
        if self._depth >= FORM_DEPTH:
            raise RefusedError(f"forms nested deeper than {FORM_DEPTH}")
        group = form.get("/Group")
        if group is not None and "/CS" in group:
            # What is transparent in it is mixed in this space before it is printed (§11.4.7).
            yield self._painted("a group", self._place(), group.CS, PAPER)
        outside = self.state.saved()
        self._depth += 1
        if "/Matrix" in form:
            self.state.matrix = _matrix(list(form.Matrix)) @ self.state.matrix
        yield from self.follow(form, resources)
        self.state = outside
        self._depth -= 1


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return Matrix(a, b, c, d, e, f)


def _mix(colour: Colour, operator: str, operands: list[Any], resources: pikepdf.Object) -> None:
    """Set a colour (ISO 32000-1 §8.6.8)."""
    match operator:
        case "cs":
            name = operands[0]
            held = resources.get("/ColorSpace", {})
            colour.space = held.get(name, name)
            colour.parts, colour.pattern = (), None
        case "sc" | "scn":
            named = bool(operands) and isinstance(operands[-1], pikepdf.Name)
            colour.pattern = resources.Pattern[operands[-1]] if named else None
            colour.parts = () if named else tuple(map(float, operands))
        case _:
            colour.space = DEVICE[operator]
            colour.parts, colour.pattern = tuple(map(float, operands)), None
