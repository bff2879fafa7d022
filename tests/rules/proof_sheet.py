"""The typographic proof sheet: every page of ``docs/rules`` in one PDF, with its samples at some of their measures.

``python -m rules.proof_sheet FILE`` sets it with the PDF writer, in the house of the journal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import TypeAlias

from pressroom.edition.resolved import (
    DivisionBlock,
    ResolvedBlock,
    ResolvedEdition,
    ResolvedRelease,
    Run,
    TextBlock,
)
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.load import load_house
from pressroom.house.tokens import House, Length, Role
from pressroom.language.records.en_hk import RECORD as ENGLISH
from pressroom.world import World
from pressroom.writers.registry import writer
from rules import pages
from rules.case import Case, Sample, cases
from rules.press import INDENTED, Setting, resolved
from rules.standards import Rule, rules

_JOURNAL = Path(__file__).parents[2] / "styles" / "journal"
_TITLE = "Rules of composition"
_ABOUT = """\
# Rules of composition

Each rule that asks something of a page, what it asks, and samples of it between two hairlines that mark the measure.
"""


_BESIDE = "margin: 0; padding: 0; border: none"
_IN_LINE = "display: inline-block; vertical-align: top; margin: 0 16pt 6pt 0"
_NOTED = "break-inside: avoid"
_EM, _LEADING = 9, 16
"""The type of all samples, in points: small, so that more measures stand side by side."""

_COLUMNS = 3
"""From so many paragraphs on, those of a narrow sample stand in columns."""

Strip: TypeAlias = tuple[Setting, ...]
"""What stands side by side: a sample at its measures, or prose, which has none."""


def proof_sheet() -> bytes:
    """Return the sheet as a PDF."""
    house = _indented(load_house(_JOURNAL))
    strips = list(_strips())
    samples = [setting.sample for strip in strips for setting in strip]
    made = resolved(samples, replace(house, attach_source=False))
    shown = [_told(edition) for edition in made.editions]
    left = iter(shown)
    blocks: list[ResolvedBlock] = []
    css = [".subhead + p, .credit { break-after: avoid }"]
    for strip in strips:
        editions = tuple(islice(left, len(strip)))
        if strip[0].measure:
            blocks.append(_row(strip, editions))
            css += _row_rules(strip, editions)
        else:
            blocks += editions[0].blocks
    sheet = _sheet(made, shown, blocks, "\n".join(css))
    return writer("pdf").write(sheet, World(find(wanted(house)))).artifact.data


def _indented(house: House) -> House:
    """Let the first lines be set in that are so when the rules are tried."""
    roles = tuple(
        (
            role,
            script,
            replace(style, first_line=Length(2 * style.size.points)) if role is INDENTED else style,
        )
        for role, script, style in house.roles
    )
    return replace(house, roles=roles)


def shown_cases() -> list[Case]:
    """Return the pages that look at a printed page."""
    return [case for case in cases() if any(map(_is_printed, case.samples))]


def _is_printed(sample: Sample) -> bool:
    return any(expectation.kind in pages.CHECKS for expectation in sample.expectations)


def _strips() -> Iterator[Strip]:
    """Yield what stands on the sheet, strip by strip."""
    table = {rule.id: rule for rule in rules()}
    pages_ = {case.rule: case for case in shown_cases()}
    shown: dict[str, str] = {}
    yield _prose(_ABOUT)
    for rule in table.values():
        if rule.id in pages_:
            yield from _case(pages_[rule.id], rule, shown)
    rows = "\n".join(
        f"| {rule.id} | {rule.title} | {rule.state} | {rule.reason} |"
        for rule in table.values()
        if rule.id not in pages_
    )
    yield _prose(
        f"## Rules without a sample\n\n| rule | what it asks | kept | why not |\n|---|---|---|---|\n{rows}\n"
    )


def _case(case: Case, rule: Rule, shown: dict[str, str]) -> Iterator[Strip]:
    """Yield a page; a sample that another rule has shown already is not shown again."""
    state = f"Priority {rule.priority}, {rule.state}" + (f": {rule.reason}" if rule.reason else "")
    yield _prose(f"## {case.rule} {case.title}\n\n*{state}.*\n\n{case.prose[0]}\n")
    printed: set[tuple[str, float]] = set()
    for sample, prose in zip(case.samples, ("", *case.prose[1:-1]), strict=True):
        if not _is_printed(sample):
            continue
        if prose:
            yield _prose(prose)
        first = shown.setdefault(sample.body, case.rule)
        if first == case.rule:
            new = [one for one in _some(sample.measures) if (sample.body, one) not in printed]
            printed.update((sample.body, one) for one in new)
            if new:
                yield tuple(Setting(sample, measure) for measure in new)
        elif (sample.body, 0.0) not in printed:
            printed.add((sample.body, 0.0))
            yield _prose(f"The sample is that of {first}.")
    if case.prose[-1]:
        yield _prose(case.prose[-1])


def _prose(text: str) -> Strip:
    return (Setting(Sample((), "en-HK", "", text + "\n", ()), 0),)


def _some(measures: tuple[float, ...]) -> tuple[float, ...]:
    """Return at most three measures, from a narrow one to the widest."""
    if len(measures) <= 3:
        return measures
    return measures[len(measures) // 8], measures[len(measures) // 2], measures[-1]


def _told(edition: ResolvedEdition) -> ResolvedEdition:
    """Let the first paragraph of a piece be one like the others."""
    return replace(edition, blocks=tuple(map(_plain, edition.blocks)))


def _plain(block: ResolvedBlock) -> ResolvedBlock:
    if isinstance(block, TextBlock) and block.role is Role.LEAD:
        return replace(block, role=Role.BODY)
    return block


def _row(strip: Strip, editions: tuple[ResolvedEdition, ...]) -> DivisionBlock:
    cells = tuple(map(_cell, strip, editions))
    return DivisionBlock(f"{editions[0].identifier}-row", "boilerplate", cells, None)


def _cell(setting: Setting, edition: ResolvedEdition) -> DivisionBlock:
    run = Run(f"{setting.measure:g} em", ENGLISH.tag, east_asian=False, span=None)
    name = edition.identifier
    label = TextBlock(f"{name}-label", Role.CREDIT, 0, ENGLISH, (run,), None)
    body = DivisionBlock(f"{name}-body", "boilerplate", edition.blocks, None)
    return DivisionBlock(f"{name}-cell", "boilerplate", (label, body), None)


def _row_rules(strip: Strip, editions: tuple[ResolvedEdition, ...]) -> Iterator[str]:
    """Yield the rules that set cells side by side, and many short paragraphs in columns.

    A cell with notes stands in a column, since the engine finds no room for notes below a box in a line.
    """
    noted = any(edition.notes for edition in editions)
    columns = f"; column-count: {len(strip)}" if noted else ""
    yield f"#{editions[0].identifier}-row {{ {_BESIDE}{columns} }}"
    for setting, edition in zip(strip, editions, strict=True):
        name, alone = edition.identifier, len(strip) == 1
        many = alone and len(edition.blocks) >= _COLUMNS
        width = f"; column-width: {setting.measure * _EM:g}pt; column-gap: 20pt" if many else ""
        beside = "" if alone else _NOTED if noted else _IN_LINE
        type_ = ", ".join(
            f"#{name}-body {element}" for element in ("p", "li", "th", "td", "h1", "h2", "h3")
        )
        yield f"#{name}-cell {{ {_BESIDE}; {beside} }}"
        yield f"#{name}-body {{ {_BESIDE}{width} }}"
        yield f"{type_} {{ font-size: {_EM}pt; line-height: {_LEADING}pt }}"
        for block in edition.blocks:
            yield (
                f"#{block.identifier} {{ width: {setting.measure * _EM:g}pt; margin-left: -0.25pt; "
                "border: solid #c33; border-width: 0 0.25pt; bookmark-level: none }"
            )


def _sheet(
    made: ResolvedRelease, shown: list[ResolvedEdition], blocks: list[ResolvedBlock], css: str
) -> ResolvedRelease:
    """Join all pieces in one edition; notes are numbered anew."""
    number = count(1)
    notes = tuple(
        replace(note, mark=str(next(number))) for edition in shown for note in edition.notes
    )
    edition = replace(
        shown[0],
        title=_TITLE,
        running_head=_TITLE,
        page_label="{page}",
        blocks=tuple(blocks),
        notes=notes,
    )
    return replace(made, house=replace(made.house, extra_css=css), editions=(edition,))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(proof_sheet())
