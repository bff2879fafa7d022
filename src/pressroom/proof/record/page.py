"""A proof record as a page that people read, print and keep: one HTML file that asks nobody for anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from pressroom.proof.record.form import Approval, ArtifactFacts, Record
from pressroom.writers.xhtml import (
    NOTHING_FROM_OUTSIDE,
    Element,
    Node,
    data_address,
    element,
    html_text,
    page,
    printable,
)

_STYLE = """\
@page { size: A4; margin: 16mm }
html { font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK HK", sans-serif; color: #1a1a1a; background: #fff }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #bbb; break-after: avoid }
h3 { font-size: .95rem; margin: 1rem 0 .25rem; break-after: avoid }
.verdict { font-weight: 600; border-left: .35rem solid #1d6b36; padding: .25rem .75rem; margin: 1rem 0 }
.verdict.bad { border-color: #a3181f }
table { border-collapse: collapse; width: 100%; font-size: .87rem }
th, td { text-align: left; vertical-align: top; padding: .2rem .75rem .2rem 0; border-bottom: 1px solid #e2e2e2; overflow-wrap: break-word }
th { font-weight: 600 }
tr { break-inside: avoid }
code { font: .72rem/1.5 ui-monospace, "Noto Sans Mono", monospace; overflow-wrap: anywhere }
.pages { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 0; padding: 0 }
.pages li { width: 8.75rem; font-size: .75rem; text-align: center; break-inside: avoid }
.pages img { display: block; width: 100%; border: 1px solid #bbb }
@media print { html { font-size: 11px } body { max-width: none; margin: 0; padding: 0 } }
"""


@dataclass(frozen=True, slots=True)
class Pages:
    """Small pictures (JPEG) of the pages of an artifact, and the program that drew them."""

    artifact: str
    by: str
    pictures: tuple[bytes, ...]


def record_page(record: Record, pages: Sequence[Pages]) -> bytes:
    """Return the page, with the pages of the artifacts that were drawn."""
    release = record.release
    name = f"Proof record of {release.id}, version {release.version}"
    head = (NOTHING_FROM_OUTSIDE, element("style", None, _STYLE))
    body = element(
        "main",
        None,
        element("h1", None, name),
        *(element("p", {"lang": text.language}, printable(text.title)) for text in record.texts),
        _verdict(record),
        *_section("Release", _release(record)),
        *_section("Files", _files(record)),
        *_section("Approvals", _approvals(record)),
        *_section("Pictures of the source", _sources(record)),
        *_section("Pages", _pictures(record, pages)),
        *_section("Preflight for the printer", _preflights(record)),
        *_section("Validators", _validators(record)),
        *_section("What a format does not hold exactly", _losses(record)),
        *_section("Warnings", _findings(record)),
        *_section("Fonts", _fonts(record)),
        *_section("Program", _program(record)),
    )
    return html_text(page("en", name, head, body)).encode()


def _verdict(record: Record) -> Element:
    differing = [one.name for one in record.artifacts if not one.says.equal]
    failed = [
        f"{one.artifact} ({one.validator})" for one in record.validators if one.verdict == "failed"
    ]
    if not differing and not failed:
        return element(
            "p",
            {"class": "verdict"},
            "Each file was read back and says what the source says, character by character.",
        )
    facts = [f"Not as the source: {', '.join(differing)}."] if differing else []
    facts += [f"Not accepted: {', '.join(failed)}."] if failed else []
    return element("p", {"class": "verdict bad"}, printable(" ".join(facts)))


def _section(title: str, content: Iterable[Element]) -> Iterator[Element]:
    inside = tuple(content)
    if inside:
        yield element("section", None, element("h2", None, title), *inside)


def _release(record: Record) -> Iterator[Element]:
    release = record.release
    facts = {
        "Status": release.status,
        "Issued": _moment(release.issued),
        "Embargo until": _moment(release.embargo) if release.embargo else "none",
        "House style": release.house,
        "Editions": ", ".join(release.editions),
        "Made for": "the public" if release.public else "the office",
    }
    source: tuple[Node, ...] = ("Source (SHA-256)", _code(record.source.sha256))
    yield _table((), (*facts.items(), source))


def _moment(instant: str) -> str:
    """Return an instant in the time of the office, and as the record has it."""
    here = datetime.fromisoformat(instant).astimezone(ZoneInfo("Asia/Hong_Kong"))
    return f"{here:%Y-%m-%d %H:%M} in Hong Kong ({instant})"


def _files(record: Record) -> Iterator[Element]:
    yield _table(
        ("File", "Bytes", "Characters compared", "As the source", "SHA-256"),
        (
            (
                one.name,
                str(one.bytes),
                str(one.says.characters),
                "yes" if one.says.equal else "no",
                _code(one.sha256),
            )
            for one in record.artifacts
        ),
    )


def _approvals(record: Record) -> Iterator[Element]:
    if record.approvals:
        yield _table(
            ("Who", "Role", "When", "What"),
            ((one.name, one.role or "", one.date, _approved(one)) for one in record.approvals),
        )
    else:
        yield element("p", None, "The source names nobody who approved it.")


def _approved(approval: Approval) -> str:
    states = (
        f"{text.language} {text.mark}" + ("" if text.current else " (not the text of these files)")
        for text in approval.texts
    )
    return "; ".join(states) or "the release; no text is named"


def _sources(record: Record) -> Iterator[Element]:
    if record.pictures:
        rows = dict.fromkeys((one.name, one.sha256) for one in record.pictures)
        yield _table(("File", "SHA-256"), ((name, _code(digest)) for name, digest in rows))


def _pictures(record: Record, pages: Sequence[Pages]) -> Iterator[Element]:
    for drawn in pages:
        yield element("h3", None, printable(f"{drawn.artifact}, as {drawn.by} draws it"))
        yield element(
            "ol",
            {"class": "pages"},
            *(
                element(
                    "li",
                    None,
                    element(
                        "img",
                        {"src": data_address("image/jpeg", one), "alt": f"Page {number}"},
                    ),
                    str(number),
                )
                for number, one in enumerate(drawn.pictures, 1)
            ),
        )
    shown = {drawn.artifact for drawn in pages}
    unopened = [
        one.name
        for one in record.artifacts
        if one.writer in {"docx", "epub"} and one.name not in shown
    ]
    if unopened:
        message = (
            f"Not drawn: {', '.join(unopened)}. They have no pages before somebody opens them;"
            " pressroom proof --full shows them as LibreOffice and Chromium draw them, where those are installed."
        )
        yield element("p", None, printable(message))


def _preflights(record: Record) -> Iterator[Element]:
    for one in record.artifacts:
        if one.preflight:
            yield element("h3", None, printable(one.name))
            yield _table((), one.preflight.facts())


def _validators(record: Record) -> Iterator[Element]:
    if record.validators:
        yield _table(
            ("Validator", "Version", "File", "Verdict"),
            (
                (
                    one.validator,
                    one.version or "not here",
                    one.artifact,
                    ": ".join(
                        ("not asked" if one.verdict == "absent" else one.verdict, *one.faults)
                    ),
                )
                for one in record.validators
            ),
        )
    else:
        yield element("p", None, "None was asked: pressroom proof --full asks those that are here.")


def _losses(record: Record) -> Iterator[Element]:
    for one in record.artifacts:
        if one.ledger.losses:
            yield element("h3", None, printable(one.name))
            yield _table(("What", "How", "Why", "How often"), _kinds_of_loss(one))


def _kinds_of_loss(artifact: ArtifactFacts) -> Iterator[tuple[Node, ...]]:
    counts: dict[tuple[str, str, str], int] = {}
    for loss in artifact.ledger.losses:
        kind = loss.feature, loss.outcome, loss.reason
        counts[kind] = counts.get(kind, 0) + 1
    for kind, count in counts.items():
        yield (*kind, str(count))


def _findings(record: Record) -> Iterator[Element]:
    if record.findings:
        yield _table(
            ("Code", "Severity", "What"),
            ((one.code, one.severity, one.message) for one in record.findings),
        )


def _fonts(record: Record) -> Iterator[Element]:
    yield _table(("Face", "Version"), ((font.name, font.version) for font in record.fonts))


def _program(record: Record) -> Iterator[Element]:
    program = record.program
    versions = {"pressroom": program.pressroom, "Python": program.python} | program.libraries
    yield _table((), versions.items())


def _code(text: str) -> Element:
    return element("code", None, printable(text))


def _table(head: Sequence[str], rows: Iterable[Sequence[Node]]) -> Element:
    """Return a table; without a head the first cell of each row is its name."""
    first = "td" if head else "th"
    scope = None if head else "row"
    body = (
        element(
            "tr",
            None,
            *(
                element(
                    "td" if at else first,
                    {"scope": None if at else scope},
                    printable(cell) if isinstance(cell, str) else cell,
                )
                for at, cell in enumerate(row)
            ),
        )
        for row in rows
    )
    heads = (element("th", {"scope": "col"}, name) for name in head)
    top = (element("thead", None, element("tr", None, *heads)),) if head else ()
    return element("table", None, *top, element("tbody", None, *body))
