"""A section for each edition: its page, its masthead on the first page, its running head and page numbers."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from pressroom.edition.resolved import ResolvedEdition
from pressroom.house.tokens import Page, Role
from pressroom.language.record import Script
from pressroom.writers.docx.blocks import paragraph
from pressroom.writers.docx.furniture_style import masthead_style
from pressroom.writers.docx.job import Job
from pressroom.writers.docx.logo import logo, logo_width
from pressroom.writers.docx.looks import Shape
from pressroom.writers.docx.markup import Markup, document, flag, make, value
from pressroom.writers.docx.package import WORD, Part
from pressroom.writers.docx.run import field, run, text
from pressroom.writers.docx.watermark import watermark

_FIELD = re.compile(r"\{(page|pages)\}")


@dataclass(slots=True)
class Sections:
    """Makes the section properties of each edition, and the headers and footers that hang on the document."""

    job: Job
    body: Part
    _numbers: count[int] = dataclasses.field(default_factory=lambda: count(1))
    _watermarks: count[int] = dataclasses.field(default_factory=lambda: count(1))

    def of(self, edition: ResolvedEdition, *, first: bool) -> Markup:
        """Make the section of an edition (ECMA-376 §17.6.17); in each but the first the notes are numbered anew.

        LibreOffice 7.4 takes the first section's rule for the whole document and then numbers notes wrongly.
        """
        return make(
            "w:sectPr",
            self._refer("header", "first", lambda part: self._masthead(edition, part)),
            self._refer("header", "default", lambda _: self._running_head(edition)),
            self._refer("footer", "first", lambda _: self._page_number(edition)),
            self._refer("footer", "default", lambda _: self._page_number(edition)),
            None if first else make("w:footnotePr", value("w:numRestart", "eachSect")),
            value("w:type", "nextPage"),
            *_page(self.job.house.page),
            flag("w:titlePg"),
        )

    def _refer(self, kind: str, when: str, content: Callable[[Part], Markup]) -> Markup:
        part = Part(f"/word/{kind}{next(self._numbers)}.xml", f"{WORD}.{kind}+xml")
        root = "w:hdr" if kind == "header" else "w:ftr"
        part.content = document(make(root, content(part)))
        reference = make(f"w:{kind}Reference", type=when)
        reference.set("r:id", self.body.relate(part, kind))
        return reference

    def _masthead(self, edition: ResolvedEdition, part: Part) -> Markup:
        house, script = self.job.house, edition.language.script
        name = run(text(edition.publisher), hint=script is Script.HAN)
        image = logo(house)
        if image is None:
            return paragraph(masthead_style(script), name, *self._watermark(edition))
        height = house.masthead.logo_height
        drawing = self.job.media.inline(image, edition.logo_alt, logo_width(house), height, part)
        tab, under = run(make("w:tab")), self._watermark(edition)
        return paragraph(masthead_style(script), run(drawing), tab, name, *under)

    def _watermark(self, edition: ResolvedEdition) -> Iterator[Markup]:
        if edition.watermark:
            yield watermark(edition, self.job.house, next(self._watermarks))

    def _running_head(self, edition: ResolvedEdition) -> Markup:
        shape = Shape(Role.FURNITURE, edition.language)
        hint = edition.language.script is Script.HAN
        return paragraph(
            self.job.styles.paragraph(shape),
            run(text(edition.running_head), hint=hint),
            *self._watermark(edition),
        )

    def _page_number(self, edition: ResolvedEdition) -> Markup:
        shape = Shape(Role.FURNITURE, edition.language)
        return paragraph(
            self.job.styles.paragraph(shape, footer=True), *_label(edition.page_label, edition)
        )


def _label(label: str, edition: ResolvedEdition) -> Iterator[Markup]:
    """Make the wording with its fields; what they show before Word has laid the pages out is a first page of one."""
    hint = edition.language.script is Script.HAN
    for at, piece in enumerate(_FIELD.split(label)):
        if at % 2:
            yield from field({"page": "PAGE", "pages": "NUMPAGES"}[piece], "1")
        elif piece:
            yield run(text(piece), hint=hint)


def _page(page: Page) -> Iterator[Markup]:
    """Make size and margins; headers and footers stand in the middle of theirs. The grid is off: a leading is a length."""
    yield make("w:pgSz", w=page.width.twips, h=page.height.twips)
    yield make(
        "w:pgMar",
        top=page.top.twips,
        right=page.outer.twips,
        bottom=page.bottom.twips,
        left=page.inner.twips,
        header=page.top.twips // 2,
        footer=page.bottom.twips // 2,
        gutter=0,
    )
    yield make("w:cols", space=720)
