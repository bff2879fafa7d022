"""The report of a preflight: in words that a printer uses, and as data for the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.diagnostics.counted import counted

_POINTS = 72 / 25.4
SOFT = 200
"""Pixels an inch below which a picture prints visibly softer than its surroundings."""


def millimetres(points: float) -> int:
    """Return a length in whole millimetres."""
    return round(points / _POINTS)


@dataclass(frozen=True, slots=True)
class Aim:
    """The printing condition that a file is made for, with the number of inks in its profile; 0 for one without."""

    name: str
    inks: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in millimetres: what remains after trimming, the whole, what goes over the edge."""

    trim: tuple[int, int]
    sheet: tuple[int, int]
    bleed: int


@dataclass(frozen=True, slots=True)
class Heaviest:
    """Where most ink is, in per cent of a solid; millimetres from the upper left corner of the trimmed page."""

    ink: int
    page: int
    what: str
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Face:
    """A face; ``kind`` as ISO 32000-1 §9.5 names it."""

    name: str
    kind: str
    subset: bool
    embedded: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its place: ``page`` from 1, its pixels, the lesser of both resolutions (pixels an inch), its colour space."""

    page: int
    width: int
    height: int
    resolution: int
    space: str


@dataclass(frozen=True, slots=True)
class Preflight:
    """What a printer wants to know of a file before it is put on plates."""

    pages: int
    sheets: tuple[Sheet, ...]
    aim: Aim
    plates: tuple[str, ...]
    heaviest: Heaviest
    ink_limit: int
    overprint: bool
    transparent: tuple[int, ...]
    faces: tuple[Face, ...]
    pictures: tuple[Picture, ...]

    def lines(self) -> Iterator[str]:
        """Yield it for a terminal, a line a fact."""
        yield from (f"{what:<12} {words}" for what, words in self.facts())

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield what a fact is about, and the fact in words."""
        for sheet in self.sheets:
            sizes = f"{_size(sheet.trim)} mm trimmed, {sheet.bleed} mm bleed, sheet {_size(sheet.sheet)} mm"
            yield "size", f"{sizes}, {counted(self.pages, 'page')}"
        yield "condition", f"{self.aim.name} ({'grey' if self.aim.inks == 1 else 'CMYK'})"
        yield "plates", ", ".join(self.plates)
        most = self.heaviest
        place = f"page {most.page}, {most.left} mm from the left, {most.top} mm from the top"
        yield "ink", f"{most.ink} % at most (limit {self.ink_limit} %): {most.what} on {place}"
        yield "black text", "overprints" if self.overprint else "knocks out"
        where = ", ".join(map(str, self.transparent))
        yield "transparency", f"live, on page {where}" if where else "none"
        for face in self.faces:
            how = ("embedded" if face.embedded else "NOT EMBEDDED") + face.subset * " as a subset"
            yield "font", f"{face.name} ({face.kind}), {how}"
        for picture in self.pictures:
            soft = f" (soft: below {SOFT})" if picture.resolution < SOFT else ""
            pixels = f"{picture.width} × {picture.height} pixels, {picture.resolution} ppi{soft}"
            yield "picture", f"page {picture.page}: {pixels}, {picture.space}"


def _size(sides: tuple[int, int]) -> str:
    return f"{sides[0]} × {sides[1]}"
