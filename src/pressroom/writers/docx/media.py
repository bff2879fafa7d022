"""Pictures: each once in the package, drawn inline with its alternative text (ECMA-376 §20.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from pressroom.edition.resolved import Image
from pressroom.fonts.face import FontSet
from pressroom.house.tokens import House, Length
from pressroom.writers.docx.markup import Markup, plain
from pressroom.writers.docx.package import Part
from pressroom.writers.docx.raster import raster

_SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg", "image/svg+xml": "svg"}
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension of a:blip that holds a vector drawing beside its raster form ([MS-ODRAWXML] §2.2.5.36)."""

_EMU = 12700
"""English metric units in a point."""

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(slots=True)
class Media:
    """The pictures of a document; letters in drawings are set in the house's ``fonts``."""

    house: House
    fonts: FontSet
    _parts: dict[bytes, Part] = field(default_factory=dict[bytes, Part])
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def inline(self, image: Image, alt: str, width: Length, height: Length, of: Part) -> Markup:
        """Draw a picture in a line of a part; ``alt`` says what is seen."""
        number = next(self._numbers)
        across, down = round(width.points * _EMU), round(height.points * _EMU)
        frame = plain(
            "wp:inline",
            plain("wp:extent", cx=across, cy=down),
            plain("wp:docPr", id=number, name=f"Picture {number}", descr=alt, title=alt),
            plain("wp:cNvGraphicFramePr", plain("a:graphicFrameLocks", noChangeAspect=1)),
            plain(
                "a:graphic",
                plain(
                    "a:graphicData",
                    plain(
                        "pic:pic",
                        plain(
                            "pic:nvPicPr",
                            plain("pic:cNvPr", id=number, name=f"Picture {number}", descr=alt),
                            plain("pic:cNvPicPr"),
                        ),
                        plain(
                            "pic:blipFill",
                            self._blip(image, of),
                            plain("a:stretch", plain("a:fillRect")),
                        ),
                        plain(
                            "pic:spPr",
                            plain(
                                "a:xfrm",
                                plain("a:off", x=0, y=0),
                                plain("a:ext", cx=across, cy=down),
                            ),
                            plain("a:prstGeom", plain("a:avLst"), prst="rect"),
                        ),
                    ),
                    uri=_PICTURE,
                ),
            ),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        )
        return plain("w:drawing", frame)

    def _blip(self, image: Image, of: Part) -> Markup:
        if image.media_type != "image/svg+xml":
            return _embed(plain("a:blip"), self._relate(image.data, image.media_type, of))
        blip = _embed(
            plain("a:blip"), self._relate(raster(image, self.house, self.fonts), "image/png", of)
        )
        vector = _embed(plain("asvg:svgBlip"), self._relate(image.data, image.media_type, of))
        blip.append(plain("a:extLst", plain("a:ext", vector, uri=_SVG_EXTENSION)))
        return blip

    def _relate(self, data: bytes, media_type: str, of: Part) -> str:
        if data not in self._parts:
            name = f"/word/media/image{len(self._parts) + 1}.{_SUFFIXES[media_type]}"
            self._parts[data] = Part(name, media_type, data)
        return of.relate(self._parts[data], "image")


def _embed(element: Markup, relationship: str) -> Markup:
    element.set("r:embed", relationship)
    return element
