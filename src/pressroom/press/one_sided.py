"""New paragraphs of a return that state what no new text of another edition states: they have no twin that could be named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

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
    new = {
        number: [
            fact
            for text in (*(one.after for one in own[number]), *_office(versions, read, number))
            for fact in facts_in(text, language)
        ]
        for number, language in languages.items()
    }
    for number, language in languages.items():
        moved = {line for one in own[number] for line in one.before.split("\n")}
        for change in own[number]:
            facts = list(_stated(change, moved, language))
            for other in sorted(languages.keys() - {number}) if facts else ():
                if alone := [words for fact, words in facts if not _is_among(fact, new[other])]:
                    yield _finding(change, alone, languages[other], places)


def _own(changes: Iterable[Change], edition: int) -> list[Change]:
    return [one for one in changes if one.identifier.startswith(f"e{edition}-")]


def _office(versions: tuple[str, str], read: Read, edition: int) -> Iterator[str]:
    """Yield the texts of an edition that the office wrote since the base was sent."""
    base, current = (read(text) or () for text in versions)
    known = {unit.text for unit in base}
    own = (unit.text for unit in current if unit.edition == edition)
    return (text for text in own if text not in known)


def _stated(change: Change, moved: Collection[str], language: str) -> Iterator[tuple[Fact, str]]:
    """Yield the facts of the paragraphs that a change added, with their words; those in words alone may be idiom."""
    before, after = (list(filter(None, x.split("\n"))) for x in (change.before, change.after))
    if change.outcome != "taken" or len(after) <= len(before):
        return
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
