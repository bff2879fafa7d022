"""The glyphs of a Word file, which embeds none: every run with Han names a face and a language that give the right forms."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import ResolvedRelease
from pressroom.house.tokens import FaceRole
from pressroom.language.record import Script
from pressroom.language.registry import embedded
from pressroom.proof.glyphs.languages import languages_of
from pressroom.proof.glyphs.pdf import Fault
from pressroom.writers.docx.hearing.declared import Sheet, is_on, sheet, slot_of
from pressroom.writers.docx.hearing.node import Node, parse
from pressroom.writers.docx.hearing.parcel import Parcel, open_parcel

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STORIES = ("word/document.xml", "word/footnotes.xml", "word/header", "word/footer")


def faults(data: bytes, release: ResolvedRelease) -> Iterator[Fault]:
    """Yield the runs whose Han would be drawn in another face or another region's forms, or slanted."""
    try:
        parcel = open_parcel(data)
        styles = sheet(parcel.part(parcel.main(), "styles"))
        stories = _stories(parcel)
    except WriterError:
        return  # which the reading back has told already
    judge = _Judge(styles, _faces(release), _languages(release))
    for story in stories:
        for paragraph in story.all("w:p"):
            for run in paragraph.all("w:r"):
                yield from judge.run(run, styles.style_of(paragraph))


def _stories(parcel: Parcel) -> list[Node]:
    return [parse(data, name) for name, data in parcel.files.items() if name.startswith(_STORIES)]


def _faces(release: ResolvedRelease) -> frozenset[str]:
    tags = [edition.language.tag for edition in release.editions]
    return frozenset(
        face.word_family(tag)
        for role in FaceRole
        for tag in ("", *tags)
        if (face := release.house.face(role))
    )


def _languages(release: ResolvedRelease) -> frozenset[str]:
    """Return the languages with Han of a release, by Word's names; without any, those that its Latin text embeds."""
    own = release.editions[0].language
    tags = {tag for tags in languages_of(release).values() for tag in tags}
    records = [embedded(tag, own) for tag in (*tags, own.han)]
    return frozenset(record.word_tag for record in records if record.script is Script.HAN)


class _Judge:
    """Judges runs by the styles of their file."""

    def __init__(self, styles: Sheet, faces: frozenset[str], languages: frozenset[str]) -> None:
        self._styles = styles
        self._faces = faces
        self._languages = languages

    def run(self, run: Node, style: str) -> Iterator[Fault]:
        """Yield what is wrong with a run."""
        text = "".join(child.text for child in run.children if child.name == "w:t")
        if not any(slot_of(character) == "w:eastAsia" for character in text):
            return
        own = run.child("w:rPr")
        face = self._styles.face(own, style)
        if face not in self._faces:
            yield (
                "A042",
                f"sets {text[:12]!r} in the face {face or 'of a theme'!r}, which the house does not name",
            )
        language = self._styles.language("w:eastAsia", own, style)
        if language not in self._languages:
            yield "A041", f"sets {text[:12]!r} in the language {language!r}, which has other forms"
        layers = (*self._styles.own(own), *self._styles.chain(style, "w:rPr"))
        if is_on(layers, "w:i"):
            yield "A043", f"slants {text[:12]!r}, which has no slanted face"
