"""M203: the reference is written as Vancouver citations are (domain §5, Citation)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.front import where
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.model.release import Reference

_STOPPED = re.compile(r"\b[A-Z]\.|,")
_INITIALS_FIRST = re.compile(r"[A-Z]{1,4} .*[a-z].*")
_NAME_FIRST = re.compile(r".*[a-z].* [A-Z]{1,4}")
_GROUP = re.compile(
    r"\b(?:Group|Team|Consorti|Collaborat|Investigators|Committee|Network|Society|College|Authority|Department)"
)
"""Words of an author that is no person, whose capitals are no initials."""
_RANGE = re.compile(r"([0-9]+)([-–—]|--)([0-9]+)")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    reference = manuscript.release.reference
    if not reference:
        return
    for value, message, hint, better in _faults(reference):
        span = where(manuscript.release.source, "reference", value)
        written = manuscript.release.source.slice(span) == value
        yield Found(span, message, (hint,), better if written else None)


def _faults(reference: Reference) -> Iterator[tuple[str, str, str, str | None]]:
    """Yield what is wrong: the value, what to say of it, the way out, and what to write instead."""
    for author in reference.authors:
        if _STOPPED.search(author):
            hint = "write initials without full stops: AB Example"
            yield author, f"the author {author!r} has stops or commas in the name", hint, None
    persons = [author for author in reference.authors if not _GROUP.search(author)]
    first = [author for author in persons if _INITIALS_FIRST.fullmatch(author)]
    last = [author for author in persons if _NAME_FIRST.fullmatch(author)]
    if first and last:
        rarer = min(first, last, key=len)[0]
        hint = "write all initials before the family names, or all behind them"
        yield rarer, f"the author {rarer!r} is not written as the others are", hint, None
    if reference.title.endswith("."):
        yield (
            reference.title,
            "the title ends with a full stop",
            "the citation brings its own",
            None,
        )
    if "." in reference.journal:
        hint = "write it as PubMed does: Hong Kong Med J"
        yield reference.journal, "the name of the journal has full stops", hint, None
    pages = _RANGE.fullmatch(reference.pages or "")
    if pages and reference.pages != (better := _elided(pages[1], pages[3])):
        yield pages[0], f"the pages {pages[0]} are not shortened", f"write {better}", better


def _elided(first: str, last: str) -> str:
    """Leave out the figures of the last page that are those of the first: 387-390 is 387-90."""
    if len(first) == len(last) and first < last:
        same = next(at for at in range(len(first)) if first[at] != last[at])
        last = last[same:]
    return f"{first}-{last}"


RULE = Rule(
    "M203",
    "The reference is written as Vancouver citations are",
    "Initials without full stops, all on one side of the names, the journal as PubMed shortens it, the last page without the figures "
    "of the first. Programs that collect citations match them to the letter.",
    Severity.WARNING,
    Repair.UNSAFE,
    Example(
        "漁船都回來了。",
        "漁船都回來了。",
        front="reference: {authors: [AB Example], title: Boats, journal: Harbour Med J, year: 2026, volume: 1, pages: 387-390}",
    ),
    _look,
)
