"""A proof record as a page that people read, sign, print and keep: one HTML file that asks nobody for anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pressroom.model.release import PENDING
from pressroom.proof.record.form import Approval, ArtifactFacts, Judgement, Record
from pressroom.proof.record.sheet import Cell, code, style, table, versions
from pressroom.writers.xhtml import (
    NOTHING_FROM_OUTSIDE,
    Element,
    data_address,
    element,
    html_text,
    page,
    printable,
)


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
    name += "" if release.status == "final" else f" ({release.status})"
    head = (NOTHING_FROM_OUTSIDE, style(f"{name}, of the source {record.source.sha256[:12]}"))
    body = element(
        "main",
        None,
        element("h1", None, name),
        *(
            element("p", {"class": "title", "lang": text.language}, printable(text.title))
            for text in record.texts
        ),
        _verdict(record),
        *_section("Release", _release(record)),
        *_section("Files", _files(record)),
        *_section("Approvals", _approvals(record)),
        *_section("Warnings", _findings(record)),
        *_section("Validators", _validators(record)),
        *_section("What a format does not hold exactly", _losses(record)),
        *_section("Preflight for the printer", _preflights(record)),
        *_section("Pages", _pictures(record, pages)),
        *_section("Pictures of the source", _sources(record)),
        *_section("Fonts", _fonts(record)),
        *_section("Program", _program(record)),
    )
    return html_text(page("en", name, head, body)).encode()


def _verdict(record: Record) -> Element:
    differing = [one.name for one in record.artifacts if not one.says.equal]
    failed = [one for one in record.validators if one.verdict == "failed"]
    refused = [f"{one.artifact} ({one.validator})" for one in failed]
    facts = [f"Not as the source: {', '.join(differing)}."] if differing else []
    facts += [f"Not accepted: {', '.join(refused)}."] if refused else []
    bad = " bad" if facts else ""
    facts = facts or [
        "Each file was read back and says what the source says, character by character."
    ]
    facts += _others(record.validators)
    lines = (element("p", None, printable(fact)) for fact in facts)
    return element("div", {"class": f"verdict{bad}"}, *lines)


def _others(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Yield which validators found no fault and which were not there."""
    if not judgements:
        yield "No validator has been asked: pressroom proof does."
    for verdict, said in (("passed", "Accepted by"), ("absent", "Not asked, since not here:")):
        names = dict.fromkeys(one.validator for one in judgements if one.verdict == verdict)
        if names:
            yield f"{said} {', '.join(names)}."


def _section(title: str, content: Iterable[Element]) -> Iterator[Element]:
    inside = tuple(content)
    if inside:
        yield element("section", None, element("h2", None, title), *inside)


def _release(record: Record) -> Iterator[Element]:
    release = record.release
    facts: dict[str, Cell] = {
        "Status": release.status,
        "Issued": release.day,
        "Embargo until": release.held_until,
        "Made for": release.audience,
        "House style": release.house,
        "Texts and their marks": tuple(f"{one.language} {one.mark}" for one in record.texts),
        "Source (SHA-256)": code(record.source.sha256),
    }
    yield table((), facts.items())


def _files(record: Record) -> Iterator[Element]:
    yield table(
        ("File and its SHA-256", "Bytes", "Characters compared", "As the source"),
        (
            (
                element("span", None, printable(one.name), code(one.sha256)),
                one.bytes,
                one.says.characters,
                "yes" if one.says.equal else "no",
            )
            for one in record.artifacts
        ),
    )


def _approvals(record: Record) -> Iterator[Element]:
    if record.approvals:
        place = element("span", {"class": "sign"})
        yield table(
            ("Who", "Role", "When", "What", "Signature"),
            (
                (
                    one.name,
                    one.role or "",
                    element("time", None, printable(one.date)),
                    _approved(one),
                    place,
                )
                for one in record.approvals
            ),
        )
    else:
        yield element("p", None, "The source names nobody who approved it.")


def _approved(approval: Approval) -> tuple[str, ...]:
    states = (
        f"{text.language} {text.mark}"
        + ("" if text.current or text.mark == PENDING else " (not the text of these files)")
        for text in approval.texts
    )
    return tuple(states) or ("the release; no text is named",)


def _findings(record: Record) -> Iterator[Element]:
    if record.findings:
        yield table(
            ("Code", "Severity", "What"),
            ((one.code, one.severity, one.message) for one in record.findings),
        )


def _validators(record: Record) -> Iterator[Element]:
    for name, judgements in groupby(record.validators, lambda one: one.artifact):
        yield element("h3", None, printable(name))
        yield table(
            ("Validator", "Version", "Verdict"),
            ((one.validator, one.version or "not here", _said(one)) for one in judgements),
        )


def _said(judgement: Judgement) -> tuple[str, ...]:
    verdict = "not asked" if judgement.verdict == "absent" else judgement.verdict
    return (verdict, *judgement.faults)


def _losses(record: Record) -> Iterator[Element]:
    for one in record.artifacts:
        if one.ledger.losses:
            yield element("h3", None, printable(one.name))
            yield table(("What", "How", "Why", "How often"), _kinds_of_loss(one))


def _kinds_of_loss(artifact: ArtifactFacts) -> Iterator[tuple[Cell, ...]]:
    counts: dict[tuple[str, str, str], int] = {}
    for loss in artifact.ledger.losses:
        kind = loss.feature, loss.outcome, loss.reason
        counts[kind] = counts.get(kind, 0) + 1
    for kind, count in counts.items():
        yield (*kind, count)


def _preflights(record: Record) -> Iterator[Element]:
    for one in record.artifacts:
        if one.preflight:
            facts = groupby(one.preflight.facts(), lambda fact: fact[0])
            yield element("h3", None, printable(one.name))
            yield table((), ((what, tuple(words for _, words in those)) for what, those in facts))


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


def _sources(record: Record) -> Iterator[Element]:
    if record.pictures:
        rows = dict.fromkeys((one.name, one.sha256) for one in record.pictures)
        yield table(("File", "SHA-256"), ((name, code(digest)) for name, digest in rows))


def _fonts(record: Record) -> Iterator[Element]:
    yield versions((font.name, font.version) for font in record.fonts)


def _program(record: Record) -> Iterator[Element]:
    program = record.program
    own = {"pressroom": program.pressroom, "Python": program.python}
    yield versions((own | program.libraries).items())
