"""A resolved release as the parts of a DOCX."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.world import World
from pressroom.writers.docx.base import base, base_item
from pressroom.writers.docx.blocks import flow
from pressroom.writers.docx.fonts import font_table, theme
from pressroom.writers.docx.job import Bookmarks, Job, Story
from pressroom.writers.docx.languages import word_languages
from pressroom.writers.docx.markup import Markup, document, fill, make
from pressroom.writers.docx.media import Media
from pressroom.writers.docx.notes import separators
from pressroom.writers.docx.numbering import Numbering
from pressroom.writers.docx.package import WORD, Package, Part
from pressroom.writers.docx.properties import core_properties, custom_properties
from pressroom.writers.docx.sections import Sections
from pressroom.writers.docx.settings import settings
from pressroom.writers.docx.stylesheet import StyleSheet

_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document in the making: what its stories share, and the parts that hold text."""

    job: Job
    body: Part
    notes: Part


@dataclass(frozen=True, slots=True)
class EditionText:
    """The text of an edition: its flow, which ends with a paragraph, and the flows of its notes by their numbers in the file."""

    flow: list[Markup]
    notes: Mapping[int, list[Markup]]


def compose(release: ResolvedRelease, world: World) -> bytes:
    """Make the file. The editors' file carries its way home: base source, bookmarks, revision; a public one does not."""
    draft = begin(release, world)
    texts = set_texts(release, draft)
    return bind(release, world, draft, list(zip(release.editions, texts, strict=True)))


def begin(release: ResolvedRelease, world: World) -> Draft:
    """Begin a document in the house and the languages of a release."""
    house = release.house
    languages = word_languages(release)
    job = Job(
        house,
        languages,
        StyleSheet(house, languages),
        Numbering(house.list_indent),
        Media(house, world.fonts),
        Bookmarks(),
        anchored=not world.public,
    )
    return Draft(
        job,
        Part("/word/document.xml", f"{WORD}.document.main+xml"),
        Part("/word/footnotes.xml", f"{WORD}.footnotes+xml"),
    )


def set_texts(release: ResolvedRelease, draft: Draft, first: int = 1) -> list[EditionText]:
    """Set all editions; the notes are numbered through the file from ``first``."""
    job = draft.job
    texts: list[EditionText] = []
    for edition in release.editions:
        numbers = {note.identifier: (at, note) for at, note in enumerate(edition.notes, first)}
        content = flow(edition.blocks, Story(job, draft.body, numbers))
        notes = {
            number: flow(note.blocks, Story(job, draft.notes, notes={}, is_note=True, marked=True))
            for number, note in numbers.values()
        }
        texts.append(EditionText(content, notes))
        first += len(notes)
    return texts


def bind(
    release: ResolvedRelease,
    world: World,
    draft: Draft,
    texts: Sequence[tuple[ResolvedEdition, EditionText]],
) -> bytes:
    """Make the file of texts that stand in a draft, a section for each."""
    job, body, notes = draft.job, draft.body, draft.notes
    house = release.house
    body.content, notes.content = map(document, _stories(texts, Sections(job, body)))

    def add(name: str, content_type: str, root: Markup, kind: str) -> Part:
        part = Part(name, content_type, document(root))
        body.relate(part, kind)
        return part

    add("/word/styles.xml", f"{WORD}.styles+xml", job.styles.markup(), "styles")
    rules = settings(house, job.languages, recording=not world.public, locked=world.review)
    add("/word/settings.xml", f"{WORD}.settings+xml", rules, "settings")
    tags = (edition.language.tag for edition in release.editions)
    add("/word/fontTable.xml", f"{WORD}.fontTable+xml", font_table(house, tags), "fontTable")
    add("/word/numbering.xml", f"{WORD}.numbering+xml", job.numbering.markup(), "numbering")
    add("/word/theme/theme1.xml", f"{_OFFICE_TYPE}.theme+xml", theme(house), "theme")
    body.relate(notes, "footnotes")

    package = Package()
    package.relate(body, "officeDocument")
    core = document(core_properties(release))
    package.relate(Part("/docProps/core.xml", _CORE_TYPE, core), _CORE_KIND)
    if not world.public:
        carried = base(release, job.bookmarks.names)
        source = add("/customXml/item1.xml", "application/xml", carried, "customXml")
        item_type = f"{_OFFICE_TYPE}.customXmlProperties+xml"
        item = document(base_item(release))
        source.relate(Part("/customXml/itemProps1.xml", item_type, item), "customXmlProps")
    properties = custom_properties(release.metadata, public=world.public)
    if len(properties):
        custom_type = f"{_OFFICE_TYPE}.custom-properties+xml"
        custom = Part("/docProps/custom.xml", custom_type, document(properties))
        package.relate(custom, "custom-properties")
    return package.save(release.metadata.modified)


def _stories(
    texts: Sequence[tuple[ResolvedEdition, EditionText]], sections: Sections
) -> tuple[Markup, Markup]:
    """Make the body and the notes; a section's properties stand in its last paragraph, those of the last behind it."""
    content: list[Markup] = []
    noted = [*separators()]
    for number, (edition, text) in enumerate(texts, 1):
        section = sections.of(edition, first=number == 1)
        content += text.flow
        if number < len(texts):
            fill(text.flow[-1][0], section)
        else:
            content.append(section)
        noted += (make("w:footnote", *made, id=note) for note, made in text.notes.items())
    return make("w:document", make("w:body", *content)), make("w:footnotes", *noted)
