"""Hold what was heard from an artifact against what the release says, edition by edition, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import get_args

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.projection import Kind, Said, said
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.place import Place, SourceFile, Span
from pressroom.proof.normalise import first_difference, normalise
from pressroom.writers.contract import LINE_END, Heard, HeardEdition, LedgerEntry, Outcome

_CONTEXT = 24
_FEATURE_OF: dict[Kind, str] = {"text": "text", "alt": "alt", "reading": "ruby"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one artifact: ``pieces`` and ``characters`` count what was compared."""

    artifact: str
    pieces: int
    characters: int
    findings: tuple[Diagnostic, ...]

    @property
    def equal(self) -> bool:
        """Tell whether the artifact says exactly what the release says."""
        return not self.findings


def expected_of(edition: ResolvedEdition, ledger: Sequence[LedgerEntry]) -> tuple[Said, ...]:
    """Return what an artifact should say: all that the edition says, less what its ledger declares dropped.

    A ledger entry takes a piece out only if it names the piece's block, DROPPED, and the feature that says such pieces:
    ``text``, ``alt``, or ``ruby`` for readings.
    """
    dropped = {(e.identifier, e.feature) for e in ledger if e.outcome is Outcome.DROPPED}
    return tuple(
        piece
        for piece in said(edition)
        if (piece.identifier, _FEATURE_OF[piece.kind]) not in dropped
    )


def compare(
    artifact: str,
    release: ResolvedRelease,
    ledger: Sequence[LedgerEntry],
    heard: Sequence[HeardEdition],
) -> Verdict:
    """Compare all editions of an artifact; findings name the place in the source."""
    findings: list[Diagnostic] = []
    expected = [expected_of(edition, ledger) for edition in release.editions]
    if len(heard) != len(release.editions):
        message = (
            f"{artifact} has {_count(len(heard), 'edition')}, "
            f"the release has {_count(len(release.editions), 'edition')}"
        )
        findings.append(Diagnostic("A001", Severity.ERROR, message))
    for edition, pieces, read in zip(release.editions, expected, heard, strict=False):
        findings += _compare_edition(artifact, release.source, edition, pieces, read)
    everything = [piece for pieces in expected for piece in pieces]
    return Verdict(
        artifact, len(everything), sum(len(piece.text) for piece in everything), tuple(findings)
    )


def _compare_edition(
    artifact: str,
    source: SourceFile,
    edition: ResolvedEdition,
    expected: Sequence[Said],
    heard: HeardEdition,
) -> Iterator[Diagnostic]:
    language = edition.language
    if heard.language not in {language.tag, language.word_tag}:
        message = f"{artifact} declares the {language.tag} edition to be in {heard.language!r}"
        yield Diagnostic("A002", Severity.ERROR, message)
    for kind in get_args(Kind):
        wanted = [piece for piece in expected if piece.kind == kind]
        found = [piece for piece in heard.pieces if piece.kind == kind]
        yield from _compare_kind(f"{artifact} ({language.tag})", source, wanted, found)


def _compare_kind(
    where: str, source: SourceFile, wanted: Sequence[Said], found: Sequence[Heard]
) -> Iterator[Diagnostic]:
    keys = [normalise(piece.text) for piece in wanted]
    others = [
        _resolved_line_ends(normalise(piece.text), keys[at] if at < len(keys) else "")
        for at, piece in enumerate(found)
    ]
    if keys == others:
        return
    known = set(keys)
    others = [text if text in known else _match_any(text, keys) for text in others]
    for tag, a, b, c, d in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for index in range(max(b - a, d - c)):
            want = wanted[a + index] if a + index < b else None
            text = others[c + index] if c + index < d else None
            yield _finding(where, source, want, text)


def _finding(where: str, source: SourceFile, want: Said | None, heard: str | None) -> Diagnostic:
    place = Place(source, want.span) if want and want.span else None
    if want is None:
        message = f"{where} says what the source does not: {_quote(heard or '', 0)}"
        return Diagnostic("A003", Severity.ERROR, message)
    if heard is None:
        message = f"{where} lacks {_quote(normalise(want.text), 0)}"
        return Diagnostic("A004", Severity.ERROR, message, place)
    expected = normalise(want.text)
    parted = first_difference(expected, heard) or (0, 0)
    message = f"{where} says {_quote(heard, parted[1])} where the source says {_quote(expected, parted[0])}"
    return Diagnostic("A005", Severity.ERROR, message, _narrow(place, want, parted[0]))


def _narrow(place: Place | None, want: Said, offset: int) -> Place | None:
    """Point at the difference itself where the block's source holds its text to the letter."""
    if place is None:
        return None
    raw = place.file.slice(place.span)
    context = normalise(want.text)[offset : offset + 8]
    if not context or raw.count(context) != 1:
        return place
    start = place.span.start + raw.index(context)
    return Place(place.file, Span(start, start + 1))


def _match_any(heard: str, expected: Sequence[str]) -> str:
    """Find the expected text that a text with line ends says, if there is one."""
    if LINE_END in heard:
        for text in expected:
            if first_difference(text, heard) is None:
                return text
    return heard


def _resolved_line_ends(heard: str, expected: str) -> str:
    return expected if first_difference(expected, heard) is None else heard


def _quote(text: str, at: int) -> str:
    start = max(0, at - _CONTEXT // 2)
    part = text[start : start + _CONTEXT].replace(LINE_END, "⏎").replace("\n", "⏎")
    before = "…" if start else ""
    after = "…" if start + _CONTEXT < len(text) else ""
    return f"“{before}{part}{after}”"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
