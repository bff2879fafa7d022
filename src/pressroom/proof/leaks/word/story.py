"""The parts with words: the document, its notes, headers and footers."""

from __future__ import annotations

import re

from pressroom.proof.leaks.vocabulary import ANYTHING, TEXT, Attributes
from pressroom.proof.leaks.word.values import (
    BOOKMARK,
    EXTENT,
    NUMBER,
    RELATION,
    SWITCH,
    Known,
)

CHILDREN = {
    "": "w:document w:footnotes w:hdr w:ftr",
    "w:document": "w:body",
    "w:body": "w:p w:tbl w:sectPr w:bookmarkStart w:bookmarkEnd",
    "w:footnotes": "w:footnote",
    "w:footnote": "w:p w:tbl w:bookmarkStart w:bookmarkEnd",
    "w:hdr": "w:p",
    "w:ftr": "w:p",
    "w:p": "w:pPr w:r w:hyperlink w:bookmarkStart w:bookmarkEnd",
    "w:p/w:pPr": "w:pStyle w:numPr w:sectPr",
    "w:numPr": "w:ilvl w:numId",
    "w:hyperlink": "w:r w:bookmarkStart w:bookmarkEnd",
    "w:r": (
        "w:rPr w:t w:br w:tab w:ruby w:drawing w:pict w:fldChar w:instrText w:footnoteReference w:footnoteRef"
        " w:separator w:continuationSeparator"
    ),
    "w:r/w:rPr": "w:rStyle w:rFonts",
    "w:rt/w:r": "w:rPr w:t",
    "w:rt/w:r/w:rPr": "w:sz w:szCs",
    "w:ruby": "w:rubyPr w:rt w:rubyBase",
    "w:rubyPr": "w:rubyAlign w:hps w:hpsRaise w:hpsBaseText w:lid",
    "w:rt": "w:r",
    "w:rubyBase": "w:r",
    "w:sectPr": (
        "w:headerReference w:footerReference w:footnotePr w:type w:pgSz w:pgMar w:cols w:titlePg"
    ),
    "w:sectPr/w:footnotePr": "w:numRestart",
    "w:tbl": "w:tblPr w:tblGrid w:tr",
    "w:tblPr": "w:tblStyle w:tblW w:tblLayout w:tblLook w:tblCaption w:tblDescription",
    "w:tblGrid": "w:gridCol",
    "w:tr": "w:trPr w:tc",
    "w:trPr": "w:cantSplit w:tblHeader",
    "w:tc": "w:tcPr w:p",
    "w:tcPr": "w:tcW",
    "w:drawing": "wp:inline",
    "wp:inline": "wp:extent wp:docPr wp:cNvGraphicFramePr a:graphic",
    "wp:cNvGraphicFramePr": "a:graphicFrameLocks",
    "a:graphic": "a:graphicData",
    "a:graphicData": "pic:pic",
    "pic:pic": "pic:nvPicPr pic:blipFill pic:spPr",
    "pic:nvPicPr": "pic:cNvPr pic:cNvPicPr",
    "pic:blipFill": "a:blip a:stretch",
    "pic:spPr": "a:xfrm a:prstGeom",
    "a:blip": "a:extLst",
    "a:extLst": "a:ext",
    "a:extLst/a:ext": "asvg:svgBlip",
    "a:stretch": "a:fillRect",
    "a:xfrm": "a:off a:ext",
    "a:prstGeom": "a:avLst",
    "w:pict": "v:shapetype v:shape",
    "v:shapetype": "v:formulas v:path v:textpath",
    "v:formulas": "v:f",
    "v:shape": "v:fill v:textpath",
}

_INSTRUCTION = re.compile(r" (?:PAGE|NUMPAGES|NOTEREF _Ref_note_\d{1,6} \\h) ")
"""The fields that count pages, and those that call a note again."""

_PICTURE = re.compile(r"Picture \d{1,6}")
_ART_STYLE = re.compile(
    r"position:absolute;margin-left:0;margin-top:0;width:\d{1,3}pt;height:\d{1,3}pt;rotation:315;z-index:-\d+;"
    r"mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    r"mso-position-vertical:center;mso-position-vertical-relative:margin"
)
_FORMULA = re.compile(r"(?:sum|prod|if|mid)(?: [#@]?\d+)+")
_SPACE = {"xml:space": ("preserve",)}


def attributes(known: Known) -> Attributes:
    """Return what the attributes of these parts may say."""
    page = known.house.page
    kinds, ids = ("default", "first"), NUMBER
    picture = {"id": ids, "name": _PICTURE, "descr": known.pictures}
    sides = {"cx": EXTENT, "cy": EXTENT}
    half = {str(int(size) // 2) for size in known.sizes}
    return {
        "w:t": {TEXT: ANYTHING, **_SPACE},
        "w:instrText": {TEXT: _INSTRUCTION, **_SPACE},
        "w:fldChar": {"w:fldCharType": ("begin", "separate", "end")},
        "w:pStyle": {"w:val": known.style},
        "w:rStyle": {"w:val": known.style},
        "w:tblStyle": {"w:val": ("PressTable",)},
        "w:rFonts": {"w:hint": ("eastAsia",)},
        "w:sz": {"w:val": half},
        "w:szCs": {"w:val": half},
        "w:hps": {"w:val": half},
        "w:hpsRaise": {"w:val": NUMBER},
        "w:hpsBaseText": {"w:val": known.sizes},
        "w:rubyAlign": {"w:val": ("center",)},
        "w:lid": {"w:val": known.languages},
        "w:ilvl": {"w:val": NUMBER},
        "w:numId": {"w:val": NUMBER},
        "w:bookmarkStart": {"w:id": ids, "w:name": BOOKMARK},
        "w:bookmarkEnd": {"w:id": ids},
        "w:hyperlink": {"r:id": RELATION, "w:history": ("1",)},
        "w:footnote": {"w:id": ids, "w:type": ("separator", "continuationSeparator")},
        "w:footnoteReference": {"w:id": ids},
        "w:headerReference": {"w:type": kinds, "r:id": RELATION},
        "w:footerReference": {"w:type": kinds, "r:id": RELATION},
        "w:numRestart": {"w:val": ("eachSect",)},
        "w:type": {"w:val": ("nextPage",)},
        "w:pgSz": {"w:w": (str(page.width.twips),), "w:h": (str(page.height.twips),)},
        "w:pgMar": {
            "w:top": (str(page.top.twips),),
            "w:right": (str(page.outer.twips),),
            "w:bottom": (str(page.bottom.twips),),
            "w:left": (str(page.inner.twips),),
            "w:header": (str(page.top.twips // 2),),
            "w:footer": (str(page.bottom.twips // 2),),
            "w:gutter": ("0",),
        },
        "w:cols": {"w:space": ("720",)},
        "w:tblW": {"w:w": ("5000",), "w:type": ("pct",)},
        "w:tblLayout": {"w:type": ("fixed",)},
        "w:tblLook": {
            f"w:{name}": SWITCH
            for name in ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
        },
        "w:tblCaption": {"w:val": known.tables},
        "w:tblDescription": {"w:val": known.tables},
        "w:gridCol": {"w:w": known.measure},
        "w:tcW": {"w:w": known.measure, "w:type": ("dxa",)},
        "wp:inline": {f"dist{side}": ("0",) for side in "TBLR"},
        "wp:extent": sides,
        "wp:docPr": {**picture, "title": known.pictures},
        "pic:cNvPr": picture,
        "a:graphicFrameLocks": {"noChangeAspect": ("1",)},
        "a:graphicData": {"uri": ("http://schemas.openxmlformats.org/drawingml/2006/picture",)},
        "a:blip": {"r:embed": RELATION},
        "a:extLst/a:ext": {"uri": ("{96DAC541-7B7A-43D3-8B79-37D633B846F1}",)},
        "asvg:svgBlip": {"r:embed": RELATION},
        "a:xfrm/a:ext": sides,
        "a:off": {"x": ("0",), "y": ("0",)},
        "a:prstGeom": {"prst": ("rect",)},
        **_watermark(known),
    }


def _watermark(known: Known) -> Attributes:
    families = "|".join(map(re.escape, sorted(known.families)))
    return {
        "v:shapetype": {
            "id": ("_x0000_t136",),
            "coordsize": ("21600,21600",),
            "path": ("m@7,l@8,m@5,21600l@6,21600e",),
            "adj": ("10800",),
            "o:spt": ("136",),
        },
        "v:f": {"eqn": _FORMULA},
        "v:path": {"textpathok": ("t",)},
        "v:shapetype/v:textpath": {"on": ("t",), "fitshape": ("t",)},
        "v:shape": {
            "id": re.compile(r"PowerPlusWaterMarkObject\d{1,4}"),
            "type": ("#_x0000_t136",),
            "alt": ("",),
            "style": _ART_STYLE,
            "fillcolor": {f"#{colour.lower()}" for colour in known.inks}
            | {f"#{colour}" for colour in known.inks},
            "stroked": ("f",),
            "o:allowincell": ("f",),
        },
        "v:fill": {"opacity": (".4",)},
        "v:shape/v:textpath": {
            "style": re.compile(rf'font-family:"(?:{families})";font-weight:bold'),
            "string": known.watermarks,
        },
    }
