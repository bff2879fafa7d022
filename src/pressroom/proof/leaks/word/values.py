"""What attributes may say in a Word file of a release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.edition.flat import one_line
from pressroom.edition.projection import plain, said
from pressroom.edition.resolved import ResolvedRelease, TableBlock, TextBlock
from pressroom.edition.walk import blocks_of
from pressroom.house.tokens import House, Ink, RoleStyle
from pressroom.language.registry import embedded
from pressroom.proof.leaks.stated import pictured
from pressroom.proof.leaks.vocabulary import Between

NUMBER = re.compile(r"-?\d{1,9}")
EXTENT = re.compile(r"[1-9]\d{0,8}")
"""The side of a picture in English metric units; a line drawn across the page is hardly a point high."""
SWITCH = ("0", "1")
OFF = ("0",)
RELATION = re.compile(r"rId\d{1,6}")
BOOKMARK = re.compile(r"_rel_[a-z0-9_]{1,35}|_Ref_note_\d{1,6}")
"""The ways home and the notes that are called twice."""

_WORDS = (
    "After|Aside|Attribution|Body|Boilerplate|Book|Bullet|Caption|Center|Centre|Chinese|Code|Contact|Credit|Dateline"
    "|Default|Display|Division|Editors|Embargo|Emphasis|End|Figure|First|Font|Footer|Footnote|Head|Header|Heading"
    "|Hyperlink|In|Kicker|Language|Lead|Left|Level|Links|List|Mark|Masthead|Name|Next|No|Normal|Note|Notes|Number"
    "|Paragraph|Press|Proper|Publisher|Quote|Reference|Right|Rule|Separator|Source|Stamp|Start|Strong|Subscript"
    r"|Superscript|Table|Text|Tight|Title|To|With|\d"
)
"""Of these the names of styles consist, and the names of languages."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a release and its house let a Word file say; colours are in capitals, ``inks`` those that are seen on the paper.

    ``languages`` are those of the release by their tags and by Word's names; ``style`` is the form of a style's id, its name without spaces.
    ``measure`` is the width of the text, ``gap`` the most space between two paragraphs, ``indent`` the most before a line, in twips.
    """

    house: House
    languages: frozenset[str]
    style: re.Pattern[str]
    style_name: re.Pattern[str]
    colours: frozenset[str]
    inks: frozenset[str]
    sizes: frozenset[str]
    leadings: frozenset[str]
    trackings: frozenset[str]
    measure: Between
    gap: Between
    indent: Between
    families: frozenset[str]
    pictures: frozenset[str]
    tables: frozenset[str]
    watermarks: frozenset[str]


def known(release: ResolvedRelease) -> Known:
    """Gather what the words and the looks of a release are."""
    house = release.house
    colours = frozenset(ink.upper() for _, ink in house.inks)
    styles = [style for _, _, style in house.roles]
    page = house.page
    measure = page.width.twips - page.inner.twips - page.outer.twips
    languages = frozenset(_languages(release))
    tags = "|".join(map(re.escape, languages))
    ends = "|".join("".join(filter(str.isalnum, tag)) for tag in languages)
    return Known(
        house=house,
        languages=languages,
        style=re.compile(rf"(?:{_WORDS})+(?i:{ends})?"),
        style_name=re.compile(rf"(?i:(?:(?:{_WORDS})(?: |$))*(?:{tags})?)"),
        colours=colours,
        inks=colours - {house.ink(Ink.PAPER).upper()},
        sizes=frozenset(str(style.size.half_points) for style in styles),
        # a line of no height parts what Word would take for one table; one of its own is single
        leadings=frozenset({"20", "240", *(str(style.leading.twips) for style in styles)}),
        trackings=frozenset(str(style.tracking.twips) for style in styles),
        measure=Between(0, measure),
        # where a division or a display begins, the space of the body is added
        gap=Between(0, 2 * max(max(style.before.twips, style.after.twips) for style in styles)),
        indent=Between(
            min(0, *(style.first_line.twips for style in styles)),
            # a rule leaves a part of the measure free
            max(measure, *(_indent(style, house) for style in styles)),
        ),
        families=frozenset(
            family
            for _, face in house.faces
            for family in (face.word_latin, face.word_han, *dict(face.word_regional).values())
        ),
        pictures=pictured(release),
        tables=frozenset(_tables(release)),
        watermarks=frozenset(edition.watermark for edition in release.editions),
    )


def _indent(style: RoleStyle, house: House) -> int:
    """Return the most that a style's lines are moved, in the deepest list (ECMA-376 §17.9.3), or its first line alone."""
    return style.indent.twips + max(9 * house.list_indent.twips, style.first_line.twips)


def _languages(release: ResolvedRelease) -> Iterator[str]:
    for edition in release.editions:
        own = edition.language
        yield own.word_tag
        heard = {own.tag, own.latin, own.han}
        for piece in said(edition):
            heard.add(piece.language)
            heard.update(trait.value for trait in piece.traits if trait.feature == "language")
        for tag in heard:
            yield from (tag, embedded(tag, own).word_tag)


def _tables(release: ResolvedRelease) -> Iterator[str]:
    """Yield what may be told of tables before they are read: their captions, and their columns."""
    for edition in release.editions:
        for block in blocks_of(edition):
            if isinstance(block, TableBlock):
                yield "; ".join(map(_told, block.header))
                if block.caption:
                    yield _told(block.caption)


def _told(text: TextBlock) -> str:
    return one_line(plain(text.pieces), text.language)
