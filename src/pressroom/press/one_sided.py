"""New paragraphs of a return that state what no new text of another edition states: they have no twin that could be named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pressroom.checks.facts.fact import Fact
from pressroom.checks.facts.reading import facts_in
from pressroom.diagnostics import Diagnostic, Severity
from pressroom.merge.changes import Change
from pressroom.merge.choosing import Read
from pressroom.merge.places import Places


def one_sided(
    changes: Sequence[Change],
    versions: tuple[str, str],
    read: Read,
    languages: Mapping[int, str],
    places: Places,
) -> Iterator[Diagnostic]:
    """Yield a finding for each new paragraph with facts that neither the editors nor the office brought into another edition.

    ``versions`` are the base and the source of the office, ``languages`` those of the editions by number.
    """
    own = {number: _own(changes, number) for number in languages}
    for number, language in languages.items():
        for change in own[number]:
            facts = list(_stated(change, own[number], language))
            for other in sorted(languages.keys() - {number}) if facts else ():
                new = (*(one.after for one in own[other]), *_office(versions, read, other))
                known = [fact for text in new for fact in facts_in(text, languages[other])]
                if alone := [words for fact, words in facts if not _is_among(fact, known)]:
                    yield _finding(change, alone, languages[other], places)


def _own(changes: Iterable[Change], edition: int) -> list[Change]:
    return [one for one in changes if one.identifier.startswith(f"e{edition}-")]


def _office(versions: tuple[str, str], read: Read, edition: int) -> Iterator[str]:
    """Yield the texts of an edition that the office wrote since the base was sent."""
    base, current = (read(text) or () for text in versions)
    known = {unit.text for unit in base}
    own = (unit.text for unit in current if unit.edition == edition)
    return (text for text in own if text not in known)


def _stated(change: Change, among: Sequence[Change], language: str) -> Iterator[tuple[Fact, str]]:
    """Yield the facts of the paragraphs that a change added, with their words; those in words alone may be idiom."""
    before, after = (list(filter(None, x.split("\n"))) for x in (change.before, change.after))
    if change.outcome != "taken" or len(after) <= len(before):
        return
    moved = {line for one in among for line in one.before.split("\n")}
    known = facts_in(change.before, language)
    for line in after:
        for fact in facts_in(line, language) if line not in moved else ():
            if fact.firm and not _is_among(fact, known):
                yield fact, line[fact.start : fact.end].strip()


def _is_among(fact: Fact, known: Iterable[Fact]) -> bool:
    return any(fact.agrees(other) for other in known)


def _finding(change: Change, alone: Sequence[str], language: str, places: Places) -> Diagnostic:
    said = ", ".join(dict.fromkeys(alone))
    message = f"a new paragraph (change {change.number}) states {said}, and nothing new in the edition in {language} does"
    hint = "see whether this language has to follow"
    place = places.of_block(change.identifier)
    return Diagnostic("W020", Severity.WARNING, message, place, (hint,))
