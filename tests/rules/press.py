"""Samples set by the real writers: one edition each, in a house whose type is ten points throughout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pressroom.diagnostics import Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.resolve import resolve
from pressroom.edition.resolved import ResolvedBlock, ResolvedEdition, ResolvedRelease, TextBlock
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.tokens import Align, House, Length, Role, RoleStyle
from pressroom.language.record import Script
from pressroom.language.registry import known
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.source.parse import parse
from pressroom.testing.house import sample_house
from pressroom.world import World
from pressroom.writers.registry import writer
from rules.case import Sample

EM = 10.0
LEADING = 18.0
TOP = 72.0
LEFT = 72.0
_WIDTH, _HEIGHT = 600.0, 3000.0
_RUNNING = {Role.BODY, Role.LEAD, Role.QUOTE, Role.LIST_ITEM, Role.FOOTNOTE}
_GENERATED = {Role.KICKER, Role.HEADLINE}
NO_HEADLINE = "例"
INDENTED = Role.BOILERPLATE
"""Its first lines are set in by two em."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A sample at one measure, in em."""

    sample: Sample
    measure: float


def house(extra_css: str = "") -> House:
    """Return a house of one size and one leading, whose Chinese text is justified."""
    plain = sample_house()
    page = replace(plain.page, width=Length(_WIDTH), inner=Length(LEFT), outer=Length(LEFT))
    page = replace(page, height=Length(_HEIGHT), top=Length(TOP))
    roles = tuple(
        (role, script, _style(role, script, style)) for role, script, style in plain.roles
    )
    labels = tuple((tag, wording) for tag in known() if (wording := plain.wording("en")))
    names = tuple((tag, plain.title) for tag in known())
    masthead = replace(plain.masthead, names=names, logo_alt=names)
    spoken = replace(plain, labels=labels, masthead=masthead)
    return replace(spoken, page=page, roles=roles, extra_css=extra_css, attach_source=False)


def _style(role: Role, script: Script, style: RoleStyle) -> RoleStyle:
    justified = script is Script.HAN and role in _RUNNING
    align = Align.JUSTIFY if justified else style.align
    first_line = Length(2 * EM if role is INDENTED else 0)
    return replace(
        style,
        size=Length(EM),
        leading=Length(LEADING),
        align=align,
        before=Length(0),
        first_line=first_line,
    )


@cache
def world() -> World:
    """Return the faces of the house."""
    return World(find(wanted(house())))


def pdf(settings: Sequence[Setting]) -> bytes:
    """Set samples as a PDF, each on a page of its own, without furniture."""
    widths = (
        f"#e{number} {{ width: {setting.measure * EM:g}pt }}"
        for number, setting in enumerate(settings, start=1)
    )
    hidden = (
        "header.masthead { display: none } @page { @bottom-right { content: none !important } }"
    )
    released = resolved([one.sample for one in settings], house("\n".join([hidden, *widths])))
    return writer("pdf").write(released, world()).artifact.data


def file(name: str, sample: Sample) -> bytes:
    """Set one sample as a DOCX or an EPUB."""
    return writer(name).write(resolved([sample], house()), world()).artifact.data


def resolved(
    samples: Sequence[Sample], style: House, report: Report | None = None
) -> ResolvedRelease:
    """Resolve samples as editions of one release; what is generated at their heads is left out."""
    report = report or Report()
    releases = [parsed(sample) for sample in samples]
    joined = replace(
        releases[0],
        editions=tuple(edition for one in releases for edition in one.editions),
        glossary=tuple(dict.fromkeys(term for one in releases for term in one.glossary)),
    )
    made = resolve(joined, style, ReleaseFolder(Path("/nowhere")), report)
    if report.failed:
        raise ValueError([finding.message for finding in report])
    return replace(made, editions=tuple(map(_bare, made.editions)))


def _bare(edition: ResolvedEdition) -> ResolvedEdition:
    shown = tuple(block for block in edition.blocks if not _is_generated(block, edition))
    return replace(edition, blocks=shown, running_head="", page_label="{page}")


def _is_generated(block: ResolvedBlock, edition: ResolvedEdition) -> bool:
    if not isinstance(block, TextBlock) or block.role not in _GENERATED:
        return False
    return block.role is Role.KICKER or edition.title == NO_HEADLINE


@cache
def parsed(sample: Sample) -> Release:
    """Read a sample as the only edition of a release."""
    headline = "" if sample.body.startswith("# ") else f"# {NO_HEADLINE}\n\n"
    text = (
        f"---\nid: rules\ndate: 2026-03-03\nhouse: sample\n{sample.front}---\n\n"
        f"::: {{.edition lang={sample.language}}}\n\n{headline}{sample.body}\n:::\n"
    )
    report = Report()
    release = parse(SourceFile("sample.md", text), report)
    if release is None:
        raise ValueError([finding.message for finding in report])
    return release
