"""Sets HTML of the tests' own, with and without the composer."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pressroom.fonts.face import FontKey, FontSet
from pressroom.fonts.find import find
from pressroom.fonts.subset import subset
from pressroom.writers.pdf.engine import Typesetting, typeset
from pressroom.writers.pdf.faces import FaceRule
from pressroom.writers.pdf.sfnt import level_metrics

LATIN, HAN = "Noto Serif", "Noto Serif CJK HK"
SHEET = """
@page { size: 600pt 842pt; margin: 72pt }
html { font: 10pt/18pt "Latin" }
body { margin: 0 }
p { margin: 0; text-align: justify; orphans: 1; widows: 1 }
:lang(zh) { font-family: "Han", "Latin" }
:lang(en) { font-family: "Latin", "Han" }
sup { font-size: 0.7em; line-height: 0; vertical-align: 0.4em }
.nowrap { white-space: nowrap }
"""
_LETTERS = frozenset(map(chr, range(0x20, 0x24F))) - set("·") | set("γμ‐‑")


@cache
def fonts() -> FontSet:
    return find(FontKey(family, bold) for family in (LATIN, HAN) for bold in (False, True))


def faces(text: str, latin: str = LATIN) -> tuple[FaceRule, ...]:
    """Cut the faces down to the characters of a text: letters in the Latin family, all else in the Han one."""
    letters = (_LETTERS & set(text)) | set("0123456789. -\u00ad")
    return tuple(
        FaceRule(name, bold, italic=False, data=_cut(family, bold, "".join(sorted(chars))))
        for name, family, chars in (
            ("Latin", latin, letters | set("“”‘’—…–")),
            ("Han", HAN, set(text) - letters | set(" •")),
        )
        for bold in (False, True)
    )


@cache
def _cut(family: str, bold: bool, chars: str) -> bytes:  # noqa: FBT001
    return level_metrics(subset(fonts()[FontKey(family, bold)], chars))


def press(body: str, sheet: str = "", *, composed: bool = True) -> bytes:
    """Set a body of HTML in Hong Kong Chinese as a PDF."""
    return typeset(replace(job(body, sheet), composed=composed))


def job(body: str, sheet: str = "") -> Typesetting:
    """Prepare a body of HTML in Hong Kong Chinese for the engine."""
    html = (
        '<!DOCTYPE html><html lang="zh-Hant-HK"><meta charset="utf-8"><title>t</title>'
        f'<body><section class="edition" lang="zh-Hant-HK">{body}</section></body></html>'
    )
    return Typesetting(html, (SHEET, sheet), faces(html), {}, (), lambda _document, _pdf: None)
