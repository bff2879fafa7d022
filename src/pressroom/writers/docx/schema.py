"""What ECMA-376 (transitional) says of names and of the order of properties."""

from __future__ import annotations

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
}

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the types of most relationships begin with."""


def _names(text: str) -> tuple[str, ...]:
    return tuple(f"w:{name}" for name in text.split())


ORDER: dict[str, tuple[str, ...]] = {
    "w:pPr": _names(
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "w:rPr": _names(
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow"
        " emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u"
        " effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
        " rPrChange"
    ),
    "w:sectPr": _names(
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings sectPrChange"
    ),
    "w:tblPr": _names(
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
        " tblDescription"
    ),
    "w:trPr": _names("cantSplit trHeight tblHeader ins del"),
    "w:tcPr": _names("tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign"),
    "w:style": _names(
        "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr"
        " tblPr trPr tcPr tblStylePr"
    ),
    "w:font": _names("altName panose1 charset family pitch"),
    "w:lvl": _names("start numFmt pStyle suff lvlText lvlJc pPr rPr"),
    "w:rubyPr": _names("rubyAlign hps hpsRaise hpsBaseText lid"),
    "w:settings": _names(
        "zoom mirrorMargins bordersDoNotSurroundHeader bordersDoNotSurroundFooter trackRevisions"
        " documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone"
        " doNotHyphenateCaps"
        " characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr compat themeFontLang"
        " clrSchemeMapping decimalSymbol listSeparator"
    ),
}
"""The order of the children of containers of properties (ECMA-376 part 1, annex A; part 4 for the transitional ones)."""
