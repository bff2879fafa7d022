"""B107: terms of the glossary stand in each edition, and names are spelt alike (domain §8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pressroom.checks.line import Line
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity

_NAME = re.compile(r"[A-Za-z][A-Za-z-]{4,}")
_MOST_NAMES = 200


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for first, second in manuscript.pairs:
        texts = [_text(first), _text(second)]
        for term in manuscript.release.glossary:
            forms = [term.forms.in_language(lines[0].language) for lines in (first, second)]
            here = [
                form is not None and form.lower() in text
                for form, text in zip(forms, texts, strict=True)
            ]
            if all(forms) and here[0] != here[1]:
                present, absent = (0, 1) if here[0] else (1, 0)
                lines = (first, second)[absent]
                message = (
                    f"{forms[present]!r} has no {forms[absent]!r} beside it in {lines[0].language}"
                )
                yield Found(lines[0].span, message, ("use the term of the glossary",))
        if first[0].han != second[0].han:
            latin, han = (second, first) if first[0].han else (first, second)
            yield from _misspelt(latin, han)


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines).lower()


def _misspelt(latin: Sequence[Line], han: Sequence[Line]) -> Iterator[Found]:
    """Find Latin words of the Chinese edition that the other one spells a little differently."""
    known = set(map(str.lower, _NAME.findall(_text(latin))))
    names = [(line, match) for line in han for match in line.search(_NAME)]
    written = {match[0].lower() for _, match in names}
    for line, match in names[:_MOST_NAMES]:
        word = match[0].lower()
        if word in known:
            continue
        close = get_close_matches(word, sorted(known - written)[:2000], 1, 0.8)
        if close and abs(len(close[0]) - len(word)) < 3 and not _plural(close[0], word):
            message = f"{match[0]!r} is spelt {close[0]!r} in {latin[0].language}"
            yield Found(line.place(*match.span()), message, ("correct one of the two",))


def _plural(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one


RULE = Rule(
    "B107",
    "Names are spelt alike, and terms are those of the glossary",
    "A drug or a gene whose name is spelt in two ways is two of them to a search.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("漁船「seagul」號回來了。", "", "The boat seagull is back."),
    _look,
)
