"""Resolve a release: after this step nothing is left to decide."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pressroom.diagnostics import Report
from pressroom.edition.advice import advise_on_spaces
from pressroom.edition.blocks import Surroundings, set_blocks, set_body
from pressroom.edition.facts import contacts, dateline, place
from pressroom.edition.flat import flat, one_line
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.head import correction, set_head, warnings, watermark
from pressroom.edition.metadata import metadata
from pressroom.edition.resolved import (
    ResolvedBlock,
    ResolvedEdition,
    ResolvedNote,
    ResolvedRelease,
)
from pressroom.edition.setting import Numbers, Setting
from pressroom.edition.stem import file_stem
from pressroom.edition.tail import set_tail
from pressroom.edition.wording import by_tag
from pressroom.house.tokens import House, Role
from pressroom.language.registry import language
from pressroom.model.blocks import Edition, Paragraph
from pressroom.model.inlines import Dateline
from pressroom.model.release import Release
from pressroom.place import Place, Span
from pressroom.source.public import public_form
from pressroom.typography.cut import cut

_RUNNING_HEAD = 36.0
"""How wide a running head may be, in em."""

_DESCRIPTION = 100.0
"""How wide a description may be, in em: about 200 Latin letters or 100 Han characters."""


def resolve(
    release: Release,
    house: House,
    folder: ReleaseFolder,
    report: Report,
    tags: Collection[str] = (),
    *,
    public: bool = False,
) -> ResolvedRelease:
    """Set the editions of a release in a house's style: those of some ``tags``, or all.

    Files for the ``public`` may have other names. What cannot be done is reported, and what it concerns left out.
    """
    numbered = {
        number: edition
        for number, edition in enumerate(release.editions, start=1)
        if not tags or edition.language in tags
    }
    release = replace(release, editions=tuple(numbered.values()))
    editions = resolve_editions(release, house, folder, report, tuple(numbered))
    resolved = ResolvedRelease(
        release.source,
        public_form(release.source),
        file_stem(release, house, public=public),
        metadata(release),
        house,
        editions,
    )
    advise_on_spaces(resolved, report)
    return resolved


def resolve_editions(
    release: Release,
    house: House,
    folder: ReleaseFolder,
    report: Report,
    numbers: Sequence[int] = (),
) -> tuple[ResolvedEdition, ...]:
    """Set the editions alone, without what is told of the release as a whole.

    The id of a block tells the place of its edition among all of them, so that it means the same in every file of the release;
    ``numbers`` are these places if some editions were left out.
    """
    places = numbers or range(1, len(release.editions) + 1)
    return tuple(
        resolved
        for number, edition in zip(places, release.editions, strict=True)
        if (setting := _setting(release, edition, number, house, folder, report))
        and (resolved := _resolve(release, edition, house, setting))
    )


def _setting(
    release: Release,
    edition: Edition,
    number: int,
    house: House,
    folder: ReleaseFolder,
    report: Report,
) -> Setting | None:
    record = language(edition.language)
    if record is None:
        raise ValueError(edition.language)  # the source stage lets no other language through
    labels = by_tag(house.labels, record.tag)
    if labels is None:
        message = f"the house {house.name} has no wording in {record.tag}"
        hint = f"add labels for {record.tag} to its style.yaml"
        report.error("H110", message, Place(release.source, _first_line(release, edition)), hint)
        return None
    forms = (term.forms.in_language(record.tag) for term in release.glossary)
    identifier = f"e{number}"
    return Setting(
        file=release.source,
        identifier=identifier,
        language=record,
        labels=labels,
        terms=tuple(form for form in forms if form),
        folder=folder,
        report=report,
        numbers=Numbers(identifier),
    )


def _resolve(
    release: Release, edition: Edition, house: House, setting: Setting
) -> ResolvedEdition | None:
    record = setting.language
    publisher = by_tag(house.masthead.names, record.tag)
    logo_alt = by_tag(house.masthead.logo_alt, record.tag)
    if publisher is None or logo_alt is None:
        message = f"the house {house.name} has no masthead in {record.tag}"
        hint = f"add the publisher's name and the logo's text for {record.tag} to its style.yaml"
        setting.report.error("H111", message, None, hint)
        return None
    blocks = (
        *set_head(release, edition, setting),
        *set_body(edition.blocks, setting),
        *set_tail(release, edition.blocks, setting),
    )
    title = one_line(flat(edition.headline), record)
    ellipsis = record.connectives.ellipsis
    return ResolvedEdition(
        identifier=setting.identifier,
        language=record,
        title=title,
        description=cut(one_line(_lead(edition), record), _DESCRIPTION, ellipsis),
        publisher=publisher,
        logo_alt=logo_alt,
        running_head=" · ".join(warnings(release, setting)) or cut(title, _RUNNING_HEAD, ellipsis),
        page_label=setting.labels.page,
        blocks=blocks,
        notes=_notes(edition, setting),
        watermark=watermark(release, setting),
        dateline=dateline(edition),
        located=place(dateline(edition)),
        correction=correction(release, setting),
        contacts=contacts(release, edition, record),
    )


def _notes(edition: Edition, setting: Setting) -> tuple[ResolvedNote, ...]:
    """Set the notes in the order of their first calls; a note may itself call others, which then come after it."""
    written = {note.label: note for note in edition.notes}
    calls = setting.numbers.notes
    done: dict[str, tuple[ResolvedBlock, ...]] = {}
    while waiting := [label for label in calls if label not in done]:
        for label in waiting:
            identifier = calls[label][0].note
            around = Surroundings(Role.FOOTNOTE)
            done[label] = set_blocks(written[label].blocks, identifier, around, setting)
    return tuple(
        ResolvedNote(
            called[0].note, called[0].mark, tuple(c.identifier for c in called), done[label]
        )
        for label, called in calls.items()
    )


def _lead(edition: Edition) -> str:
    """Return the words of the first paragraph without its dateline."""
    for block in edition.blocks:
        if isinstance(block, Paragraph):
            inlines = (inline for inline in block.children if not isinstance(inline, Dateline))
            return flat(tuple(inlines)).strip()
    return ""


def _first_line(release: Release, edition: Edition) -> Span:
    start = edition.span.start
    line = release.source.line_text(release.source.position(start).line)
    return Span(start, start + len(line))
