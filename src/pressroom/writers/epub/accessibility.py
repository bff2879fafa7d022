"""What a book can say of its accessibility, computed from what is in it (EPUB Accessibility 1.1, schema.org).

No conformance is claimed: that is for whoever examines and certifies the book.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pressroom.edition.resolved import (
    FigureBlock,
    ResolvedBlock,
    ResolvedRelease,
    RubyRun,
    TextBlock,
)
from pressroom.edition.walk import blocks_of, pieces_of


@dataclass(frozen=True, slots=True)
class Access:
    """The facts: ``images`` counts figures, ``described`` those with an alternative text; ``headed`` if every edition has a heading."""

    images: int
    described: int
    ruby: bool
    headed: bool


def access(release: ResolvedRelease) -> Access:
    """Look at every block of a release."""
    blocks = [block for edition in release.editions for block in blocks_of(edition)]
    figures = [block for block in blocks if isinstance(block, FigureBlock)]
    pieces = (
        piece
        for block in blocks
        if isinstance(block, TextBlock)
        for piece in pieces_of(block.pieces)
    )
    return Access(
        images=len(figures),
        described=sum(bool(figure.alt.strip()) for figure in figures),
        ruby=any(isinstance(piece, RubyRun) for piece in pieces),
        headed=all(any(map(_is_heading, blocks_of(edition))) for edition in release.editions),
    )


def _is_heading(block: ResolvedBlock) -> bool:
    return isinstance(block, TextBlock) and block.level > 0


def properties(access: Access) -> Iterator[tuple[str, str]]:
    """Yield the metadata properties and their values."""
    complete = access.images == access.described
    yield "schema:accessMode", "textual"
    if access.images:
        yield "schema:accessMode", "visual"
    if complete:
        yield "schema:accessModeSufficient", "textual"
    if access.images:
        yield "schema:accessModeSufficient", "textual,visual"
    if access.headed:
        yield "schema:accessibilityFeature", "structuralNavigation"
    for feature in ("tableOfContents", "readingOrder", "displayTransformability"):
        yield "schema:accessibilityFeature", feature
    if access.images and complete:
        yield "schema:accessibilityFeature", "alternativeText"
    if access.ruby:
        yield "schema:accessibilityFeature", "rubyAnnotations"
    yield "schema:accessibilityHazard", "none"


def summaries(access: Access, tags: Iterable[str]) -> Mapping[str, str]:
    """Return the facts as a sentence or two for each language tag; in English where there is no wording for it."""
    found: dict[str, str] = {}
    for tag in tags:
        language, _, rest = tag.partition("-")
        sentences = _SENTENCES.get(f"{language}-{rest[:4]}") or _SENTENCES.get(language)
        found[tag if sentences else "en"] = _told(access, sentences or _ENGLISH)
    return found


def _told(access: Access, text: _Sentences) -> str:
    structure = text.structure if access.headed else text.contents
    if not access.images:
        return structure + text.none
    if access.images == access.described:
        return structure + text.all
    return structure + text.some.format(described=access.described, images=access.images)


@dataclass(frozen=True, slots=True)
class _Sentences:
    structure: str
    contents: str
    none: str
    all: str
    some: str


_ENGLISH = _Sentences(
    "The text can be enlarged and reflowed, and has headings and a table of contents. ",
    "The text can be enlarged and reflowed, and has a table of contents. ",
    "There are no images.",
    "Every image has an alternative text.",
    "Of {images} images {described} have an alternative text.",
)
_CHINESE = _Sentences(
    "文字可放大並重新排列，設有標題及目錄。",
    "文字可放大並重新排列，設有目錄。",
    "不含圖片。",
    "所有圖片均附替代文字。",
    "{images}幅圖片中，{described}幅附替代文字。",
)
_SIMPLIFIED = _Sentences(
    "文字可放大并重新排列，设有标题及目录。",
    "文字可放大并重新排列，设有目录。",
    "不含图片。",
    "所有图片均附替代文字。",
    "{images}幅图片中，{described}幅附替代文字。",
)
_JAPANESE = _Sentences(
    "文字は拡大でき、画面に合わせて流し込まれる。見出しと目次がある。",
    "文字は拡大でき、画面に合わせて流し込まれる。目次がある。",
    "画像はない。",
    "すべての画像に代替テキストがある。",
    "{images}点の画像のうち{described}点に代替テキストがある。",
)
_KOREAN = _Sentences(
    "글자를 키우고 화면에 맞추어 다시 배열할 수 있으며, 제목과 차례가 있다. ",
    "글자를 키우고 화면에 맞추어 다시 배열할 수 있으며, 차례가 있다. ",
    "그림은 없다.",
    "모든 그림에 대체 텍스트가 있다.",
    "그림 {images}점 가운데 {described}점에 대체 텍스트가 있다.",
)
_FRENCH = _Sentences(
    "Le texte peut être agrandi et redistribué ; il a des titres et un sommaire. ",
    "Le texte peut être agrandi et redistribué ; il a un sommaire. ",
    "Il n’y a pas d’image.",
    "Chaque image a un texte de remplacement.",
    "Sur {images} images, {described} ont un texte de remplacement.",
)
_SENTENCES = {
    "en": _ENGLISH,
    "zh": _CHINESE,
    "zh-Hans": _SIMPLIFIED,
    "ja": _JAPANESE,
    "ko": _KOREAN,
    "fr": _FRENCH,
}
