"""The font table and the theme: the faces that editors have, named for every program that asks in either way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pressroom.house.tokens import FaceRole, House, Ink
from pressroom.writers.docx.markup import Markup, make, plain, value


@dataclass(frozen=True, slots=True)
class _Facts:
    """What helps a program to find a like face where this one is missing; ``panose`` in hexadecimal."""

    family: str
    panose: str
    alternative: str | None = None


_KNOWN = {
    "PMingLiU": _Facts("roman", "02020500000000000000", "新細明體"),
    "MingLiU_HKSCS": _Facts("roman", "02020500000000000000", "細明體_HKSCS"),
    "Microsoft JhengHei": _Facts("swiss", "020B0604030504040204", "微軟正黑體"),
    "SimSun": _Facts("roman", "02010600030101010101", "宋体"),
    "Microsoft YaHei": _Facts("swiss", "020B0503020204020204", "微软雅黑"),
    "Yu Mincho": _Facts("roman", "02020400000000000000", "游明朝"),
    "Yu Gothic": _Facts("swiss", "020B0400000000000000", "游ゴシック"),
    "Batang": _Facts("roman", "02030600000101010101", "바탕"),
    "Malgun Gothic": _Facts("swiss", "020B0503020000020004", "맑은 고딕"),
    "Times New Roman": _Facts("roman", "02020603050405020304"),
    "Cambria": _Facts("roman", "02040503050406030204"),
    "Georgia": _Facts("roman", "02040502050405020303"),
    "Arial": _Facts("swiss", "020B0604020202020204"),
    "Calibri": _Facts("swiss", "020F0502020204030204"),
    "Consolas": _Facts("modern", "020B0609020204030204"),
    "Courier New": _Facts("modern", "02070309020205020404"),
}

_CHARSETS = {"zh-Hans-CN": "86", "ja": "80", "ko": "81"}
_BIG5 = "88"
_ANSI = "00"


def font_table(house: House, tags: Iterable[str]) -> Markup:
    """Make the font table (ECMA-376 §17.8.3): each family once, in the order of the house's faces; ``tags`` name the languages."""
    regional = [tag for tag in tags if tag in _CHARSETS]
    made: dict[str, Markup] = {}
    for _, face in house.faces:
        made.setdefault(face.word_latin, _font(face.word_latin, face.latin, _ANSI))
        made.setdefault(face.word_han, _font(face.word_han, face.han, _BIG5))
        for tag in regional:
            family = face.word_family(tag)
            made.setdefault(family, _font(family, face.han, _CHARSETS[tag]))
    return make("w:fonts", *made.values())


def _font(name: str, embedded: str, charset: str) -> Markup:
    """Describe a family; its other names, and the family that the other formats embed, stand in for it where it is missing."""
    facts = _KNOWN.get(name)
    others = [facts.alternative if facts else None, embedded if embedded != name else None]
    return make(
        "w:font",
        value("w:altName", ",".join(filter(None, others))) if any(others) else None,
        value("w:panose1", facts.panose) if facts else None,
        value("w:charset", charset),
        value("w:family", facts.family if facts else "auto"),
        value("w:pitch", "fixed" if facts and facts.family == "modern" else "variable"),
        name=name,
    )


def theme(house: House) -> Markup:
    """Make the theme (ECMA-376 §20.1.6): the house's inks and the same faces that the styles name."""
    accent = house.ink(Ink.ACCENT)
    colours = {
        "dk1": house.ink(Ink.TEXT),
        "lt1": house.ink(Ink.PAPER),
        "dk2": accent,
        "lt2": house.ink(Ink.TINT),
        **{f"accent{number}": accent for number in range(1, 7)},
        "hlink": house.ink(Ink.LINK),
        "folHlink": house.ink(Ink.LINK),
    }
    fill = ("a:solidFill", "a:schemeClr")
    return plain(
        "a:theme",
        plain(
            "a:themeElements",
            plain(
                "a:clrScheme",
                *(
                    plain(f"a:{slot}", plain("a:srgbClr", val=ink.upper()))
                    for slot, ink in colours.items()
                ),
                name=house.name,
            ),
            plain(
                "a:fontScheme",
                _theme_faces("a:majorFont", house, FaceRole.HEADING),
                _theme_faces("a:minorFont", house, FaceRole.TEXT),
                name=house.name,
            ),
            plain(
                "a:fmtScheme",
                plain("a:fillStyleLst", *(_ink_fill(*fill) for _ in range(3))),
                plain("a:lnStyleLst", *(plain("a:ln", _ink_fill(*fill), w=6350) for _ in range(3))),
                plain(
                    "a:effectStyleLst",
                    *(plain("a:effectStyle", plain("a:effectLst")) for _ in range(3)),
                ),
                plain("a:bgFillStyleLst", *(_ink_fill(*fill) for _ in range(3))),
                name=house.name,
            ),
        ),
        name=house.name,
    )


def _theme_faces(slot: str, house: House, role: FaceRole) -> Markup:
    face = house.face(role)
    return plain(
        slot,
        plain("a:latin", typeface=face.word_latin),
        plain("a:ea", typeface=face.word_han),
        plain("a:cs", typeface=""),
        plain("a:font", script="Hant", typeface=face.word_han),
    )


def _ink_fill(fill: str, colour: str) -> Markup:
    return plain(fill, plain(colour, val="phClr"))
