"""The watermark, as Word itself makes one: a line of WordArt in each header, which its command to remove watermarks finds.

It is VML (ECMA-376 part 4 §19), the only form that Word takes for its own; LibreOffice draws it as well.
"""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedEdition
from pressroom.house.tokens import FaceRole, House, Ink
from pressroom.language.record import Script
from pressroom.typography.characters import width
from pressroom.writers.docx.markup import Markup, make, plain
from pressroom.writers.docx.run import run

_ART = "_x0000_t136"
"""What Word calls the shape of a plain line of WordArt."""

_NAME = "PowerPlusWaterMarkObject"
"""How the names of Word's watermarks begin."""

_LONG = 460.0
_HIGH = 110.0
"""The room for it, in points."""


def watermark(edition: ResolvedEdition, house: House, number: int) -> Markup:
    """Make a run that draws the watermark of an edition; ``number`` is unique in the document."""
    face = house.face(FaceRole.HEADING)
    language = edition.language
    han = language.script is Script.HAN
    family = face.word_family(language.tag) if han else face.word_latin
    high = min(_HIGH, _LONG / width(edition.watermark))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{high * width(edition.watermark):.0f}pt;"
        f"height:{high:.0f}pt;rotation:315;z-index:-{251_650_000 + number};"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    shape = plain(
        "v:shape",
        plain(
            "v:textpath",
            style=f'font-family:"{family}";font-weight:bold',
            string=edition.watermark,
        ),
        id=f"{_NAME}{number}",
        type=f"#{_ART}",
        alt="",
        style=style,
        fillcolor=f"#{house.ink(Ink.RULE)}",
        stroked="f",
    )
    shape.set("o:allowincell", "f")
    shape.insert(0, plain("v:fill", opacity=".4"))
    return run(make("w:pict", _art(), shape))


def _art() -> Markup:
    art = plain(
        "v:shapetype",
        plain("v:path", textpathok="t"),
        plain("v:textpath", on="t", fitshape="t"),
        id=_ART,
        coordsize="21600,21600",
        path="m@7,l@8,m@5,21600l@6,21600e",
        adj="10800",
    )
    art.set("o:spt", "136")
    formulas = (
        "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3",
        "if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5",
        "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
    )  # fmt: skip
    art.insert(0, plain("v:formulas", *(plain("v:f", eqn=each) for each in formulas)))
    return art
