"""What a page draws: its text by marked-content sequence, with the line on which it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf

from pressroom.typography.hyphenation import HYPHEN, SOFT_HYPHEN
from pressroom.writers.pdf.reading.characters import UNKNOWN, Font, font
from pressroom.writers.pdf.reading.limits import (
    FORM_DEPTH,
    INSTRUCTIONS,
    NESTING,
    PAGES,
    RefusedError,
    unpacked,
)

Matrix = tuple[float, float, float, float, float, float]
_DIVIDED = HYPHEN, SOFT_HYPHEN
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text that one operator draws: the height of its baseline on the page and the size of its type, in points; its font."""

    text: str
    baseline: float
    size: float
    font: str


@dataclass(slots=True)
class Script:
    """The text of a page: by the number of its marked-content sequence, and that which is in none and no artifact."""

    marked: dict[int, list[Drawn]] = field(default_factory=dict[int, list[Drawn]])
    stray: list[Drawn] = field(default_factory=list[Drawn])


def draw_all(pdf: pikepdf.Pdf) -> list[Script]:
    """Follow the operators of every page."""
    if len(pdf.pages) > PAGES:
        raise RefusedError(f"it has more than {PAGES} pages")
    return [draw(pdf, page) for page in pdf.pages]


def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> Script:
    """Follow the operators of a page."""
    artist = _Artist(pdf)
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    data = b"\n".join(unpacked(stream) for stream in streams if isinstance(stream, pikepdf.Stream))
    artist.follow(data, page.resources)
    return artist.script


@dataclass(slots=True)
class _State:
    """The part of the graphics state that text depends on."""

    matrix: Matrix = _IDENTITY
    font: Font = field(default_factory=lambda: Font(1, {}))
    size: float = 0
    leading: float = 0

    def copy(self) -> _State:
        return _State(self.matrix, self.font, self.size, self.leading)


@dataclass(slots=True)
class _Spoken:
    """An open sequence with ``/ActualText`` (ISO 32000-1 §14.9.4), what it draws, and the sequences around it."""

    text: str
    depth: int
    drawn: list[Drawn] = field(default_factory=list[Drawn])

    def heard(self) -> list[Drawn]:
        """Return what is said, if no more is drawn than that and a space, or a hyphen for a soft one; else what is drawn, marked as unknown."""
        drawn = "".join(piece.text for piece in self.drawn)
        if not self.drawn:
            return []
        last = self.drawn[-1]
        if (
            drawn not in {self.text, f"{self.text} ", f" {self.text}", f" {self.text} "}
            and (drawn, self.text) != _DIVIDED
        ):
            return [*self.drawn, Drawn(UNKNOWN, last.baseline, last.size, last.font)]
        return [Drawn(self.text, self.drawn[0].baseline, last.size, last.font)]


class _Artist:
    """Interprets content streams (ISO 32000-1 §8, §9, §14.6) as far as text goes."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.script = Script()
        self._pdf = pdf
        self._state = _State()
        self._stack: list[_State] = []
        self._marks: list[int | None] = []  # numbers of open sequences; None for those without
        self._artifacts = 0
        self._spoken: list[_Spoken] = []
        self._line = self._text = _IDENTITY
        self._fonts: dict[tuple[int, int], Font] = {}
        self._left = INSTRUCTIONS
        self._depth = 0

    def follow(self, data: bytes, resources: pikepdf.Object) -> None:
        """Follow the operators of a stream."""
        outside = self._marks, self._artifacts
        stream = pikepdf.Stream(self._pdf, data)
        for instruction in pikepdf.parse_content_stream(stream):
            self._left -= 1
            if self._left < 0:
                raise RefusedError(f"more than {INSTRUCTIONS} drawing instructions")
            if isinstance(instruction, pikepdf.ContentStreamInstruction):
                self._obey(str(instruction.operator), list(instruction.operands), resources)
        self._marks, self._artifacts = outside

    def _obey(
        self, operator: str, operands: list[pikepdf.Object], resources: pikepdf.Object
    ) -> None:
        match operator:
            case "q":
                self._push()
            case "Q":
                self._state = self._stack.pop() if self._stack else self._state
            case "cm":
                self._state.matrix = _times(_matrix(operands), self._state.matrix)
            case "BT":
                self._line = self._text = _IDENTITY
            case "Tf":
                self._state.font = self._font(resources, operands[0])
                self._state.size = float(operands[1])
            case "TL":
                self._state.leading = float(operands[0])
            case "Tm":
                self._line = self._text = _matrix(operands)
            case "Td":
                self._move(float(operands[0]), float(operands[1]))
            case "TD":
                self._state.leading = -float(operands[1])
                self._move(float(operands[0]), float(operands[1]))
            case "T*":
                self._move(0, -self._state.leading)
            case "Tj":
                self._show(bytes(operands[0]))
            case "'" | '"':
                self._move(0, -self._state.leading)
                self._show(bytes(operands[-1]))
            case "TJ":
                strings = [part for part in _items(operands[0]) if isinstance(part, pikepdf.String)]
                self._show(b"".join(map(bytes, strings)))
            case "BDC" | "BMC":
                self._open(operands, resources)
            case "EMC":
                self._close()
            case "Do":
                self._form(resources, operands[0])
            case _:
                pass

    def _push(self) -> None:
        if len(self._stack) >= NESTING:
            raise RefusedError(f"graphics states nested deeper than {NESTING}")
        self._stack.append(self._state.copy())

    def _move(self, right: float, up: float) -> None:
        self._line = self._text = _times((1, 0, 0, 1, right, up), self._line)

    def _show(self, shown: bytes) -> None:
        if self._artifacts:
            return
        place = _times(self._text, self._state.matrix)
        size = abs(self._state.size) * (place[2] ** 2 + place[3] ** 2) ** 0.5
        drawn = Drawn(self._state.font.text(shown), place[5], size, self._state.font.name)
        if self._spoken:
            self._spoken[-1].drawn.append(drawn)
        else:
            self._hear(drawn)

    def _hear(self, drawn: Drawn) -> None:
        mark = next((mark for mark in reversed(self._marks) if mark is not None), None)
        if mark is None:
            self.script.stray.append(drawn)
        else:
            self.script.marked.setdefault(mark, []).append(drawn)

    def _open(self, operands: list[pikepdf.Object], resources: pikepdf.Object) -> None:
        if len(self._marks) >= NESTING:
            raise RefusedError(f"marked content nested deeper than {NESTING}")
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = resources.Properties[str(properties)]
        number = properties.get("/MCID") if properties is not None else None
        if properties is not None and "/ActualText" in properties and not self._artifacts:
            self._spoken.append(_Spoken(str(properties.ActualText), len(self._marks)))
        artifact = operands[0] == pikepdf.Name.Artifact
        self._artifacts += artifact or bool(self._artifacts)
        self._marks.append(None if number is None else int(number))

    def _close(self) -> None:
        if self._spoken and self._spoken[-1].depth == len(self._marks) - 1:
            for drawn in self._spoken.pop().heard():
                self._hear(drawn)
        if self._marks:
            self._marks.pop()
            self._artifacts = max(0, self._artifacts - 1)

    def _font(self, resources: pikepdf.Object, name: pikepdf.Object) -> Font:
        held = resources.Font[str(name)]
        if held.objgen not in self._fonts or held.objgen == (0, 0):
            self._fonts[held.objgen] = font(held)
        return self._fonts[held.objgen]

    def _form(self, resources: pikepdf.Object, name: pikepdf.Object) -> None:
        """Follow a form; what it draws belongs to the sequence in which it is called."""
        form = resources.XObject[str(name)]
        if form.get("/Subtype") != pikepdf.Name.Form:
            return
        if self._depth >= FORM_DEPTH:
            raise RefusedError(f"forms nested deeper than {FORM_DEPTH}")
        self._depth += 1
        self._push()
        if "/Matrix" in form:
            self._state.matrix = _times(_matrix(list(form.Matrix)), self._state.matrix)
        self.follow(unpacked(form), form.get("/Resources", resources))
        self._state = self._stack.pop()
        self._depth -= 1


def _items(array: pikepdf.Object) -> list[pikepdf.Object]:
    return list(array)


def _matrix(operands: list[pikepdf.Object]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """Multiply two matrices, ``m`` applied first (ISO 32000-1 §8.3.4)."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
