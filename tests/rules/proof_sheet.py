"""The typographic proof sheet: every page of ``docs/rules`` in one PDF, with its samples at some of their measures.

``python -m rules.proof_sheet FILE`` sets it with the PDF writer, in the house of the journal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from pressroom.edition.resolved import (
    ResolvedBlock,
    ResolvedEdition,
    ResolvedRelease,
    Run,
    TextBlock,
)
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.load import load_house
from pressroom.house.tokens import House, Role
from pressroom.language.records.en_hk import RECORD as ENGLISH
from pressroom.world import World
from pressroom.writers.registry import writer
from rules import pages
from rules.case import Case, Sample, cases
from rules.press import Setting, resolved
from rules.standards import Rule, rules

_JOURNAL = Path(__file__).parents[2] / "styles" / "journal"
_TITLE = "Rules of composition"
_ABOUT = """\
# Rules of composition

Each rule that asks something of a page, what it asks, and samples of it between two hairlines that mark the measure.
"""


def proof_sheet() -> bytes:
    """Return the sheet as a PDF."""
    house = load_house(_JOURNAL)
    parts = list(_parts())
    made = resolved([part.sample for part in parts], replace(house, attach_source=False))
    shown = [_told(edition) for edition in made.editions]
    blocks = [
        block
        for part, edition in zip(parts, shown, strict=True)
        for block in (*_label(part, edition), *edition.blocks)
    ]
    css = ".subhead + p, .credit { break-after: avoid }\n" + "\n".join(
        _frame(part, one, house) for part, one in zip(parts, shown, strict=True) if part.measure
    )
    sheet = _sheet(made, shown, blocks, css)
    return writer("pdf").write(sheet, World(find(wanted(house)))).artifact.data


def shown_cases() -> list[Case]:
    """Return the pages that look at a printed page."""
    return [case for case in cases() if any(map(_is_printed, case.samples))]


def _is_printed(sample: Sample) -> bool:
    return any(expectation.kind in pages.CHECKS for expectation in sample.expectations)


def _parts() -> Iterator[Setting]:
    """Yield what stands on the sheet, piece by piece; prose has no measure."""
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
    yield _prose(f"## Rules without a sample\n\n| | | | |\n|---|---|---|---|\n{rows}\n")


def _case(case: Case, rule: Rule, shown: dict[str, str]) -> Iterator[Setting]:
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
            yield from (Setting(sample, measure) for measure in new)
        elif (sample.body, 0.0) not in printed:
            printed.add((sample.body, 0.0))
            yield _prose(f"The sample is that of {first}.")
    if case.prose[-1]:
        yield _prose(case.prose[-1])


def _prose(text: str) -> Setting:
    return Setting(Sample((), "en-HK", "", text + "\n", ()), 0)


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


def _label(part: Setting, edition: ResolvedEdition) -> Iterator[TextBlock]:
    if part.measure:
        run = Run(f"{part.measure:g} em", ENGLISH.tag, east_asian=False, span=None)
        yield TextBlock(f"{edition.identifier}-label", Role.CREDIT, 0, ENGLISH, (run,), None)


def _frame(part: Setting, edition: ResolvedEdition, house: House) -> str:
    """Give the blocks of a sample its measure, in em of their own type, and a hairline on both sides."""
    rules_: list[str] = []
    for block in edition.blocks:
        role = block.role if isinstance(block, TextBlock) else Role.BODY
        width = part.measure * house.style(role, edition.language.script).size.points
        rules_.append(
            f"#{block.identifier} {{ width: {width:g}pt; margin-left: -0.25pt; "
            "border: solid #c33; border-width: 0 0.25pt; bookmark-level: none }"
        )
    return "\n".join(rules_)


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
