"""The settings part (ECMA-376 §17.15)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.house.tokens import Align, House, Role
from pressroom.language.profile import JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL
from pressroom.language.record import Script
from pressroom.language.registry import profile
from pressroom.typography.hyphenation import LADDER, ZONE
from pressroom.typography.kinsoku import NO_END, NO_START
from pressroom.writers.docx.languages import WordLanguages
from pressroom.writers.docx.markup import Markup, flag, make, value

_COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
"""The layout of Word 2013 and later, so that the file is not opened in compatibility mode."""

_NEVER_FIRST = "".join(sorted(NO_START)) + "!),.:;?]}"
_NEVER_LAST = "".join(sorted(NO_END)) + "([{"
"""A list takes the place of Word's own, in which are these ASCII marks too; Word reads up to 100 and 50 characters of them
(MS-DOC §2.7.16)."""

_LISTED = {TRADITIONAL: "zh-TW", SIMPLIFIED: "zh-CN", JAPANESE: "ja-JP", KOREAN: "ko-KR"}
"""The four languages whose lists a file can change (ECMA-376 §17.15.1.58): Hong Kong has that of Traditional Chinese."""

_COLOURS = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}


def settings(house: House, languages: WordLanguages, *, recording: bool, locked: bool) -> Markup:
    """Make the settings; ``recording`` when changes are recorded from the first.

    ``locked`` recording cannot be switched off in passing: it is a protection, without a password (ECMA-376 §17.15.1.29).
    """
    address = "http://schemas.microsoft.com/office/word"
    compatibility = (
        make("w:compatSetting", name=name, uri=address, val=setting)
        for name, setting in _COMPATIBILITY.items()
    )
    listed = _LISTED[profile(languages.han_tag)]
    return make(
        "w:settings",
        make("w:zoom", percent=100),
        flag("w:mirrorMargins") if house.page.inner != house.page.outer else None,
        flag("w:bordersDoNotSurroundHeader"),
        flag("w:bordersDoNotSurroundFooter"),
        flag("w:trackRevisions") if recording else None,
        make("w:documentProtection", edit="trackedChanges", enforcement=1) if locked else None,
        value("w:defaultTabStop", 480),
        *(_hyphenation(house) if house.hyphenate else ()),
        # Hong Kong marks stand in the centre of their cell: there is no empty half to take away (cjk-rules D03).
        value("w:characterSpacingControl", "doNotCompress"),
        make("w:noLineBreaksAfter", lang=listed, val=_NEVER_LAST),
        make("w:noLineBreaksBefore", lang=listed, val=_NEVER_FIRST),
        make(
            "w:footnotePr",
            make("w:footnote", id=-1),
            make("w:footnote", id=0),
        ),
        # A line that the author ended is not stretched to the measure.
        make("w:compat", flag("w:doNotExpandShiftReturn"), *compatibility),
        make("w:themeFontLang", val=languages.latin, eastAsia=languages.han),
        make("w:clrSchemeMapping", **_COLOURS),
        value("w:decimalSymbol", "."),
        value("w:listSeparator", ","),
    )


def _hyphenation(house: House) -> Iterator[Markup]:
    """Let Word divide words by its own dictionaries, as far as the composer goes (ECMA-376 §17.15.1.10, cjk-rules B09)."""
    yield flag("w:autoHyphenation")
    yield value("w:consecutiveHyphenLimit", LADDER)
    body = house.style(Role.BODY, Script.LATIN)
    if (
        body.align is not Align.JUSTIFY
    ):  # there Word's own zone of a quarter inch is about what word spaces may take
        yield value("w:hyphenationZone", round(ZONE * body.size.twips))
    yield flag("w:doNotHyphenateCaps")
