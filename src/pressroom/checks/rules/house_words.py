"""T216: words and forms of characters that the house prefers (cjk-rules T16)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pressroom.checks.line import Line
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity
from pressroom.house.tokens import House

_SENTENCE_ENDS = (". ", "! ", "? ", ": ", "“", '"')


def _look(manuscript: Manuscript) -> Iterator[Found]:
    house = manuscript.house
    if not house or not house.words:
        return
    for lines in manuscript.lines:
        words = _words(house, lines[0].language)
        if words:
            pattern = _pattern(words, whole=not lines[0].han)
            for line in lines:
                yield from _in(line, words, pattern)


def _words(house: House, tag: str) -> dict[str, str]:
    """Return what to write instead of what: the words of a tag, and those of every shorter form of it."""
    own = (words for known, words in house.words if f"{tag}-".startswith(f"{known}-"))
    return {word: preferred for words in own for word, preferred in words}


def _pattern(words: Iterable[str], *, whole: bool) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?:{longest_first})\b" if whole else longest_first, re.IGNORECASE)


def _in(line: Line, words: dict[str, str], pattern: re.Pattern[str]) -> Iterator[Found]:
    for match in line.search(pattern):
        word = match[0]
        if word[0].isupper() and not _begins(line.text, match.start()):
            continue  # a name: World Health Organization
        if word.lower() not in words:
            continue  # the long s is taken for an s, but has no capital
        preferred = words[word.lower()]
        if word[0].isupper():
            preferred = preferred[0].upper() + preferred[1:]
        message = f"the house writes {preferred} for {word}"
        yield at(line, *match.span(), message, preferred)


def _begins(text: str, start: int) -> bool:
    """Tell whether a sentence begins here, so that a capital says nothing."""
    return start == 0 or text[:start].endswith(_SENTENCE_ENDS)


RULE = Rule(
    "T216",
    "Words and forms of characters are those of the house",
    "British spelling, the terms of Hong Kong (資訊, not 信息) and its forms (衞, 裏) are a matter of choice, and one release should "
    "choose once: `words` in the style of the house lists them by language. A capital inside an English sentence is taken for a name.",
    Severity.ADVICE,
    Repair.UNSAFE,
    Example("衛生署的信息。", "衞生署的資訊。"),
    _look,
)
