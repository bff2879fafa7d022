"""The parts that say how words look: styles, lists, settings, faces, theme."""

from __future__ import annotations

import re

from pressroom.proof.leaks.vocabulary import Attributes, Values
from pressroom.proof.leaks.word.values import (
    NUMBER,
    OFF,
    Known,
)

_SIDES = "w:top w:left w:bottom w:right"
_ACCENTS = " ".join(f"a:accent{number}" for number in range(1, 7))
_THEMED = f"a:dk1 a:lt1 a:dk2 a:lt2 {_ACCENTS} a:hlink a:folHlink"

CHILDREN = {
    "": "w:styles w:numbering w:settings w:fonts a:theme",
    "w:styles": "w:docDefaults w:style",
    "w:docDefaults": "w:rPrDefault w:pPrDefault",
    "w:rPrDefault": "w:rPr",
    "w:pPrDefault": "w:pPr",
    "w:rPrDefault/w:rPr": "w:rFonts w:sz w:szCs w:lang",
    "w:pPrDefault/w:pPr": "w:overflowPunct",
    "w:style": (
        "w:name w:basedOn w:next w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat"
        " w:pPr w:rPr w:tblPr w:tblStylePr"
    ),
    "w:style/w:pPr": (
        "w:keepNext w:keepLines w:widowControl w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap"
        " w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:snapToGrid w:spacing w:ind w:jc"
        " w:textAlignment w:outlineLvl"
    ),
    "w:style/w:rPr": (
        "w:rFonts w:b w:bCs w:i w:iCs w:noProof w:color w:spacing w:sz w:szCs w:u w:vertAlign w:em w:lang"
    ),
    "w:style/w:tblPr": "w:tblInd w:tblBorders w:tblCellMar",
    "w:pBdr": _SIDES,
    "w:tabs": "w:tab",
    "w:tblBorders": f"{_SIDES} w:insideH",
    "w:tblCellMar": _SIDES,
    "w:tblStylePr": "w:tcPr",
    "w:tblStylePr/w:tcPr": "w:vAlign",
    "w:numbering": "w:abstractNum w:num",
    "w:abstractNum": "w:multiLevelType w:lvl",
    "w:lvl": "w:start w:numFmt w:lvlText w:lvlJc w:pPr",
    "w:lvl/w:pPr": "w:ind",
    "w:num": "w:abstractNumId w:lvlOverride",
    "w:lvlOverride": "w:startOverride",
    "w:settings": (
        "w:zoom w:mirrorMargins w:bordersDoNotSurroundHeader w:bordersDoNotSurroundFooter w:trackRevisions"
        " w:documentProtection w:defaultTabStop w:autoHyphenation w:consecutiveHyphenLimit w:hyphenationZone"
        " w:doNotHyphenateCaps w:characterSpacingControl w:noLineBreaksAfter w:noLineBreaksBefore w:footnotePr"
        " w:compat w:themeFontLang w:clrSchemeMapping w:decimalSymbol w:listSeparator"
    ),
    "w:settings/w:footnotePr": "w:footnote",
    "w:compat": "w:doNotExpandShiftReturn w:compatSetting",
    "w:fonts": "w:font",
    "w:font": "w:altName w:panose1 w:charset w:family w:pitch",
    "a:theme": "a:themeElements",
    "a:themeElements": "a:clrScheme a:fontScheme a:fmtScheme",
    "a:clrScheme": _THEMED,
    **dict.fromkeys(_THEMED.split(), "a:srgbClr"),
    "a:fontScheme": "a:majorFont a:minorFont",
    "a:majorFont": "a:latin a:ea a:cs a:font",
    "a:minorFont": "a:latin a:ea a:cs a:font",
    "a:fmtScheme": "a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst",
    "a:fillStyleLst": "a:solidFill",
    "a:bgFillStyleLst": "a:solidFill",
    "a:solidFill": "a:schemeClr",
    "a:lnStyleLst": "a:ln",
    "a:ln": "a:solidFill",
    "a:effectStyleLst": "a:effectStyle",
    "a:effectStyle": "a:effectLst",
}

_LIST_MARK = re.compile(r"\W{0,2}(?:%\d)?\W{0,2}")
_SWITCHES = (
    *("w:keepNext", "w:keepLines", "w:snapToGrid", "w:autoSpaceDE", "w:autoSpaceDN"),
    *("w:overflowPunct", "w:topLinePunct", "w:b", "w:bCs", "w:i", "w:iCs"),
)
"""What may be switched off in the style that is based on another."""
_MARKS = re.compile(r"[^\w\s]+|[^A-Za-z0-9\s]+")
"""The marks that begin or end no line, small kana among them."""


def attributes(known: Known) -> Attributes:
    """Return what the attributes of these parts may say."""
    faces, tags = known.families, known.languages
    border: dict[str, Values] = {
        "w:val": ("single",),
        "w:sz": NUMBER,
        "w:space": NUMBER,
        "w:color": known.colours,
    }
    margin: dict[str, Values] = {"w:w": known.gap, "w:type": ("dxa",)}
    return {
        **{name: {"w:val": OFF} for name in _SWITCHES},
        "w:style": {
            "w:type": ("paragraph", "character", "table", "numbering"),
            "w:default": ("1",),
            "w:customStyle": ("1",),
            "w:styleId": known.style,
        },
        "w:name": {"w:val": known.style_name},
        "w:basedOn": {"w:val": known.style},
        "w:next": {"w:val": known.style},
        "w:uiPriority": {"w:val": NUMBER},
        "w:tblStylePr": {"w:type": ("firstRow",)},
        "w:vAlign": {"w:val": ("bottom",)},
        "w:rFonts": {f"w:{slot}": faces for slot in ("ascii", "hAnsi", "eastAsia", "cs")},
        "w:color": {"w:val": known.inks},
        "w:sz": {"w:val": known.sizes},
        "w:szCs": {"w:val": known.sizes},
        "w:rPr/w:spacing": {"w:val": known.trackings},
        "w:u": {"w:val": ("single", "wave")},
        "w:vertAlign": {"w:val": ("superscript", "subscript")},
        "w:em": {"w:val": ("underDot", "dot", "comma")},
        "w:lang": {"w:val": tags, "w:eastAsia": tags, "w:bidi": ("ar-SA",)},
        "w:shd": {"w:val": ("clear",), "w:color": ("auto",), "w:fill": known.colours},
        "w:tab": {"w:val": ("left",), "w:pos": NUMBER},
        "w:pPr/w:spacing": {
            "w:before": known.gap,
            "w:after": known.gap,
            "w:line": known.leadings,
            "w:lineRule": ("auto", "atLeast", "exact"),
        },
        "w:ind": {
            **{f"w:{name}": known.indent for name in ("left", "right", "firstLine", "hanging")},
            "w:firstLineChars": NUMBER,
        },
        "w:jc": {"w:val": ("left", "both", "center", "right")},
        "w:textAlignment": {"w:val": ("center",)},
        "w:outlineLvl": {"w:val": NUMBER},
        **{f"w:pBdr/{side}": border for side in _SIDES.split()},
        **{f"w:tblBorders/{side}": border for side in (*_SIDES.split(), "w:insideH")},
        **{f"w:tblCellMar/{side}": margin for side in _SIDES.split()},
        "w:tblInd": margin,
        **_lists(),
        **_settings(known),
        **_faces(known),
    }


def _lists() -> Attributes:
    return {
        "w:abstractNum": {"w:abstractNumId": NUMBER},
        "w:multiLevelType": {"w:val": ("hybridMultilevel",)},
        "w:lvl": {"w:ilvl": NUMBER},
        "w:start": {"w:val": ("1",)},
        "w:numFmt": {"w:val": ("decimal", "bullet")},
        "w:lvlText": {"w:val": _LIST_MARK},
        "w:lvlJc": {"w:val": ("left",)},
        "w:num": {"w:numId": NUMBER},
        "w:abstractNumId": {"w:val": NUMBER},
        "w:lvlOverride": {"w:ilvl": NUMBER},
        "w:startOverride": {"w:val": NUMBER},
    }


def _settings(known: Known) -> Attributes:
    tags = known.languages
    listed = {"w:lang": ("zh-TW", "zh-CN", "ja-JP", "ko-KR"), "w:val": _MARKS}
    return {
        "w:zoom": {"w:percent": ("100",)},
        "w:documentProtection": {"w:edit": ("trackedChanges",), "w:enforcement": ("1",)},
        "w:defaultTabStop": {"w:val": ("480",)},
        "w:consecutiveHyphenLimit": {"w:val": NUMBER},
        "w:hyphenationZone": {"w:val": NUMBER},
        "w:characterSpacingControl": {"w:val": ("doNotCompress",)},
        "w:noLineBreaksAfter": listed,
        "w:noLineBreaksBefore": listed,
        "w:footnote": {"w:id": ("-1", "0")},
        "w:compatSetting": {
            "w:name": (
                *("compatibilityMode", "overrideTableStyleFontSizeAndJustification"),
                *("enableOpenTypeFeatures", "doNotFlipMirrorIndents"),
                "differentiateMultirowTableHeaders",
            ),
            "w:uri": ("http://schemas.microsoft.com/office/word",),
            "w:val": ("1", "15"),
        },
        "w:themeFontLang": {"w:val": tags, "w:eastAsia": tags},
        "w:clrSchemeMapping": {
            "w:bg1": ("light1",),
            "w:t1": ("dark1",),
            "w:bg2": ("light2",),
            "w:t2": ("dark2",),
            **{f"w:accent{number}": (f"accent{number}",) for number in range(1, 7)},
            "w:hyperlink": ("hyperlink",),
            "w:followedHyperlink": ("followedHyperlink",),
        },
        "w:decimalSymbol": {"w:val": (".",)},
        "w:listSeparator": {"w:val": (",",)},
    }


def _faces(known: Known) -> Attributes:
    faces, name = known.families, {"name": (known.house.name,)}
    own = {family for _, face in known.house.faces for family in (face.latin, face.han)}
    embedded = "|".join(map(re.escape, sorted(own)))
    return {
        "w:font": {"w:name": faces},
        "w:altName": {
            "w:val": re.compile(
                rf"(?:[^\x00-\x7f]+(?: [^\x00-\x7f]+)*(?:_HKSCS)?,?)?(?:{embedded})?"
            )
        },
        "w:panose1": {"w:val": re.compile(r"[0-9A-F]{20}")},
        "w:charset": {"w:val": re.compile(r"[0-9A-F]{2}")},
        "w:family": {"w:val": ("roman", "swiss", "modern", "auto")},
        "w:pitch": {"w:val": ("fixed", "variable")},
        "a:theme": name,
        "a:clrScheme": name,
        "a:fontScheme": name,
        "a:fmtScheme": name,
        "a:srgbClr": {"val": known.colours},
        "a:schemeClr": {"val": ("phClr",)},
        "a:ln": {"w": NUMBER},
        "a:latin": {"typeface": faces},
        "a:ea": {"typeface": faces},
        "a:cs": {"typeface": ("",)},
        "a:font": {"script": ("Hant",), "typeface": faces},
    }
