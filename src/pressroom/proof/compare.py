"""Hold what was heard from an artifact against what the release says, edition by edition, piece by piece.

What is compared of a piece beyond its characters is what the writer's abilities name, less what its ledger says of that
piece's block: an entry that is not exact excuses its feature there, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.diagnostics.counted import counted
from pressroom.edition.projection import Feature, Kind, Said, said
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.proof.findings import Where, differing, differing_text, extra, lacking
from pressroom.proof.metadata import compare_stated
from pressroom.proof.normalise import first_difference, normalise
from pressroom.proof.preflight.report import Preflight
from pressroom.proof.traits import ABILITY, differences
from pressroom.writers.contract import (
    LINE_END,
    Ability,
    Heard,
    HeardEdition,
    LedgerEntry,
    Outcome,
)

_FEATURE_OF: dict[Kind, str] = {"text": "text", "alt": "alt", "reading": "ruby"}
_LEDGER_NAMES: dict[str, Feature] = {
    "dateline": "strong",
    "headline": "heading",
    "subhead": "heading",
    "minor-subhead": "heading",
    "division-title": "heading",
    "table-head": "cell",
    "table-cell": "cell",
    "figure": "picture",
}
"""Where the ledger has another name for a feature: that of a block's role, or of a mark that is set like another."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one artifact: ``pieces``, ``characters`` and ``traits`` count what was compared.

    ``preflight`` is the report on a PDF for the printer, None for all others.
    """

    artifact: str
    pieces: int
    characters: int
    traits: int
    findings: tuple[Diagnostic, ...]
    preflight: Preflight | None = None

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
    abilities: frozenset[Ability],
) -> Verdict:
    """Compare all editions of an artifact; findings name the place in the source."""
    findings: list[Diagnostic] = []
    if len(heard) != len(release.editions):
        message = (
            f"{artifact} has {counted(len(heard), 'edition')}, "
            f"the release has {counted(len(release.editions), 'edition')}"
        )
        findings.append(Diagnostic("A001", Severity.ERROR, message))
    measure = _Measure(abilities, ledger)
    everything: list[Said] = []
    for edition, read in zip(release.editions, heard, strict=False):
        where = Where(f"{artifact} ({edition.language.tag})", release.source)
        pieces = expected_of(edition, ledger)
        everything += pieces
        findings += _compare_language(artifact, edition, read)
        findings += _Comparison(where, edition, measure).pieces(pieces, read.pieces)
        if "metadata" in abilities:
            findings += compare_stated(where, release, edition, read.stated)
    return Verdict(
        artifact,
        len(everything),
        sum(len(piece.text) for piece in everything),
        sum(measure.counted(piece) for piece in everything),
        tuple(findings),
    )


def _compare_language(
    artifact: str, edition: ResolvedEdition, heard: HeardEdition
) -> Iterator[Diagnostic]:
    language = edition.language
    if heard.language not in {language.tag, language.word_tag}:
        message = f"{artifact} declares the {language.tag} edition to be in {heard.language!r}"
        yield Diagnostic("A002", Severity.ERROR, message)


class _Measure:
    """What a format is measured by: the features that it can hold, but for those that its ledger takes out at a block."""

    def __init__(self, abilities: frozenset[Ability], ledger: Sequence[LedgerEntry]) -> None:
        self._able = frozenset[Feature](
            feature for feature, ability in ABILITY.items() if ability in abilities
        )
        self._excused: dict[str, set[str]] = {}
        for entry in ledger:
            if entry.outcome is not Outcome.EXACT:
                feature = _LEDGER_NAMES.get(entry.feature, entry.feature)
                self._excused.setdefault(entry.identifier, set()).add(feature)

    def features(self, piece: Said) -> frozenset[Feature]:
        """Return what is compared of a piece."""
        excused = self._excused.get(piece.identifier, set())
        return frozenset[Feature](feature for feature in self._able if feature not in excused)

    def counted(self, piece: Said) -> int:
        """Return how many traits of a piece are compared; its own language is one."""
        features = self.features(piece)
        return ("language" in features) + sum(trait.feature in features for trait in piece.traits)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Compares the pieces of one edition."""

    where: Where
    edition: ResolvedEdition
    measure: _Measure

    def pieces(self, wanted: Sequence[Said], found: Sequence[Heard]) -> Iterator[Diagnostic]:
        """Yield the differences of two sequences of pieces."""
        keys: list[tuple[Kind, str]] = [(piece.kind, normalise(piece.text)) for piece in wanted]
        others = _resolved(keys, found)
        matcher = SequenceMatcher(None, keys, others, autojunk=False)
        for tag, a, b, c, d in (
            [("equal", 0, len(keys), 0, len(keys))] if keys == others else (matcher.get_opcodes())
        ):
            for index in range(max(b - a, d - c)):
                want = wanted[a + index] if a + index < b else None
                heard = found[c + index] if c + index < d else None
                if tag == "equal" and want and heard:
                    yield from self._said_of(want, heard)
                else:
                    yield self._other(want, heard)

    def _said_of(self, want: Said, heard: Heard) -> Iterator[Diagnostic]:
        features = self.measure.features(want)
        for difference in differences(want, heard, features, self.edition.language):
            yield differing(self.where, want, difference)

    def _other(self, want: Said | None, heard: Heard | None) -> Diagnostic:
        if want is None:
            return extra(self.where, heard.text if heard else "")
        if heard is None or heard.kind != want.kind:
            return lacking(self.where, want)
        return differing_text(self.where, want, normalise(heard.text))


def _resolved(keys: Sequence[tuple[Kind, str]], found: Sequence[Heard]) -> list[tuple[Kind, str]]:
    """Normalise what was heard; where its line ends let it say an expected text, take that for it."""
    known = set(keys)
    resolved: list[tuple[Kind, str]] = []
    for at, piece in enumerate(found):
        heard = (piece.kind, normalise(piece.text))
        if at < len(keys) and _says(keys[at], heard):
            heard = keys[at]
        elif heard not in known and LINE_END in heard[1]:
            heard = next((key for key in keys if _says(key, heard)), heard)
        resolved.append(heard)
    return resolved


def _says(key: tuple[Kind, str], heard: tuple[Kind, str]) -> bool:
    return key[0] == heard[0] and first_difference(key[1], heard[1]) is None
