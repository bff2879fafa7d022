"""What a DOCX and an EPUB are held to: XPath in their parts, and the cascade of a book's style sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from pressroom.checks.examine import examine
from pressroom.diagnostics import Report
from pressroom.edition.coverage import check_coverage
from pressroom.edition.projection import said as said_of
from pressroom.house.load import load_house
from pressroom.house.tokens import House, Role, RoleStyle
from pressroom.language.record import Script
from pressroom.place import Span
from rules.cascade import cascade
from rules.case import Expectation, Sample
from rules.press import file, house, parsed, resolved, world

STYLES = Path(__file__).parents[2] / "styles"
_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}

Faults = Iterator[str]


@cache
def _parts(name: str, sample: Sample) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(file(name, sample))) as package:
        return {part: package.read(part) for part in package.namelist()}


def docx(wanted: Expectation, sample: Sample) -> Faults:
    """Hold the parts of a DOCX to what XPath finds in them: ``part xpath => values``."""
    yield from _found(wanted, _parts("docx", sample), "word/{}.xml")


def epub(wanted: Expectation, sample: Sample) -> Faults:
    """Hold the parts of an EPUB to what XPath finds in them."""
    yield from _found(wanted, _parts("epub", sample), "EPUB/{}")


def _found(wanted: Expectation, parts: Mapping[str, bytes], form: str) -> Faults:
    for line in wanted.lines:
        query, _, value = line.partition(" => ")
        part, _, path = query.partition(" ")
        found = etree.fromstring(parts[form.format(part)]).xpath(path, namespaces=_NAMES)
        shown = (
            " ".join(dict.fromkeys(map(str, found))) if isinstance(found, list) else _plain(found)
        )
        if shown != value.strip():
            yield f"{query} gives {shown!r}"


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def css(wanted: Expectation, sample: Sample) -> Faults:
    """Hold elements of the edition to what the style sheet says of them: ``selector { property: value }``."""
    parts = _parts("epub", sample)
    page = etree.fromstring(parts[f"EPUB/edition-{sample.language.lower()}.xhtml"])
    sheet = parts["EPUB/style.css"].decode()
    for line in wanted.lines:
        selector, _, rest = line.partition(" { ")
        name, _, value = rest.removesuffix(" }").partition(": ")
        found = cascade(page, sheet, selector, name)
        if found != {value}:
            yield f"{name} of {selector} is {found}"


def said(wanted: Expectation, sample: Sample) -> Faults:
    """Hold the text of the edition, as every writer must say it, to its pieces."""
    found = [piece.text for piece in said_of(resolved([sample], house()).editions[0])]
    if found != wanted.lines:
        yield f"it says {found}"


def findings(wanted: Expectation, sample: Sample) -> Faults:
    """Hold a source to the codes of what is reported before anything is written."""
    report = Report()
    check_coverage(resolved([sample], house(), report), world().fonts, report)
    found = [finding.code for finding in report]
    if found != wanted.lines:
        yield f"it is reported as {found}"


def checked(wanted: Expectation, sample: Sample) -> Faults:
    """Hold the checks of a source to what they find in the house ``journal``: ``code text``, or ``code text → repair``."""
    release = parsed(sample)
    shown: list[str] = []
    for finding in examine(release, load_house(STYLES / "journal")):
        span = finding.place.span if finding.place else Span(0, 0)
        repair = f" → {finding.fix.text}".rstrip() if finding.fix else ""
        shown.append(f"{finding.code} {release.source.text[span.start : span.end]}{repair}")
    if shown != wanted.lines:
        yield f"the checks find {shown}"


_FIGURES: Mapping[str, Callable[[House], Iterable[float]]] = {
    "size": lambda style: (one.size.points for *_, one in style.roles),
    "body size": lambda style: [style.style(Role.BODY, Script.HAN).size.points],
    "body leading": lambda style: [_leading(style.style(Role.BODY, Script.HAN))],
    "part of a cell": lambda style: [_cells(style) % 1],
    "tracking": lambda style: [style.style(Role.BODY, Script.HAN).tracking.points],
    "first line": lambda style: [style.style(Role.BODY, Script.HAN).first_line.points],
}


def houses(wanted: Expectation, _: Sample) -> Faults:
    """Hold the houses that come with the program to ranges: ``figure least..most``."""
    folders = sorted(folder for folder in STYLES.iterdir() if folder.is_dir())
    for style in map(load_house, folders):
        for line in wanted.lines:
            name, span = line.rsplit(" ", 1)
            least, *most = span.split("..")
            for figure in _FIGURES[name](style):
                if not float(least) <= round(figure, 4) <= float(most[0] if most else least):
                    yield f"{name} in {style.name} is {figure:g}"


def _leading(style: RoleStyle) -> float:
    return style.leading.points / style.size.points


def _cells(style: House) -> float:
    page = style.page
    measure = page.width.points - page.inner.points - page.outer.points
    return round(measure / style.style(Role.BODY, Script.HAN).size.points, 3)


CHECKS: Mapping[str, Callable[[Expectation, Sample], Faults]] = {
    check.__name__: check for check in (docx, epub, css, said, findings, checked, houses)
}
