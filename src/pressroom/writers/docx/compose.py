"""A resolved release as the parts of a DOCX."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.edition.resolved import ResolvedEdition, ResolvedNote, ResolvedRelease
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


def compose(release: ResolvedRelease, world: World) -> bytes:
    """Make the file. The editors' file carries its way home: base source, bookmarks, revision; a public one does not."""
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
    body = Part("/word/document.xml", f"{WORD}.document.main+xml")
    notes = Part("/word/footnotes.xml", f"{WORD}.footnotes+xml")
    body.content, notes.content = map(document, _text(release, job, body, notes))

    def add(name: str, content_type: str, root: Markup, kind: str) -> Part:
        part = Part(name, content_type, document(root))
        body.relate(part, kind)
        return part

    add("/word/styles.xml", f"{WORD}.styles+xml", job.styles.markup(), "styles")
    mirrored = house.page.inner != house.page.outer
    rules = settings(languages, mirrored=mirrored, recording=not world.public)
    add("/word/settings.xml", f"{WORD}.settings+xml", rules, "settings")
    add("/word/fontTable.xml", f"{WORD}.fontTable+xml", font_table(house), "fontTable")
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


def _text(release: ResolvedRelease, job: Job, body: Part, footnotes: Part) -> tuple[Markup, Markup]:
    """Make the body, a section for each edition, and the notes, numbered through the file from 1."""
    sections = Sections(job, body)
    content: list[Markup] = []
    noted: list[Markup] = [*separators()]
    for edition in release.editions:
        numbers = _numbers(edition, first=len(noted) - 1)
        made = flow(edition.blocks, Story(job, body, numbers))
        section = sections.of(edition, first=edition is release.editions[0])
        if edition is release.editions[-1]:
            made.append(section)
        else:
            fill(made[-1][0], section)
        content += made
        noted += _notes(numbers, job, footnotes)
    return make("w:document", make("w:body", *content)), make("w:footnotes", *noted)


def _numbers(edition: ResolvedEdition, first: int) -> dict[str, tuple[int, ResolvedNote]]:
    return {note.identifier: (number, note) for number, note in enumerate(edition.notes, first)}


def _notes(numbers: dict[str, tuple[int, ResolvedNote]], job: Job, part: Part) -> Iterator[Markup]:
    for number, note in numbers.values():
        story = Story(job, part, notes={}, is_note=True, marked=True)
        yield make("w:footnote", *flow(note.blocks, story), id=number)
