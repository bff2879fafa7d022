"""Lists of what a kind of document may be made of, and a look for whatever is not on them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias
from xml.parsers import expat

from pressroom.proof.leaks.markup import Found


@dataclass(frozen=True, slots=True)
class Between:
    """A whole number from ``least`` to ``most``."""

    least: int
    most: int

    def holds(self, said: str) -> bool:
        """Tell whether that is what is said."""
        return _WHOLE.fullmatch(said) is not None and self.least <= int(said) <= self.most


_WHOLE = re.compile(r"-?\d{1,9}")

Values: TypeAlias = "re.Pattern[str] | Collection[str] | Between"
"""What an attribute or a text may say: a form, one of some words, or a number."""

Attributes: TypeAlias = "dict[str, Mapping[str, Values]]"
"""What the attributes of elements may say, by the end of the path to one."""

TEXT = ""
"""What the words of an element are called among its attributes: no attribute can be called so."""

ANYWHERE = "*"
"""What holds for elements that no path names."""

ANYTHING = re.compile(r"(?s:.*)")
"""For what is read back and compared, so that it needs no list."""

_MOST_TOLD = 8
"""Of what is strange in one part."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a document may be made of.

    ``children`` names the elements that may stand in one, divided by spaces, ``attributes`` what they may say. Both go by the
    end of the path to an element, and the longest counts: ``w:style/w:rPr`` before ``w:rPr``. A root stands in ``""``.
    ``prefixes`` are those of namespaces, any other is strange; what an attribute of an element may say is looked for along all its paths, ``*`` the last.
    """

    prefixes: Mapping[str, str]
    children: Mapping[str, str]
    attributes: Attributes


@dataclass(slots=True)
class Look:
    """A walk through one document; ``strange`` are the names that are not on the lists, in their order."""

    vocabulary: Vocabulary
    strange: list[str] = field(default_factory=list[str])
    _path: list[str] = field(default_factory=list[str])
    _words: list[str] = field(default_factory=list[str])

    def enter(self, name: str, attributes: Iterable[tuple[str, str]]) -> None:
        """Go into an element."""
        self.pause()
        known = self.vocabulary.children
        allowed = next((known[key] for key in self._keys() if key in known), "")
        if name not in allowed.split():
            self.strange.append(name)
        self._path.append(name)
        for key, said in attributes:
            self._judge(key, said)

    def hear(self, text: str) -> None:
        """Take in words."""
        self._words.append(text)

    def leave(self) -> None:
        """Go out of an element."""
        self.pause()
        self._path.pop()

    def pause(self) -> None:
        """Judge the words since the last tag."""
        text = "".join(self._words)
        self._words.clear()
        if text.strip():
            self._judge(TEXT, text)

    def _judge(self, key: str, said: str) -> None:
        known = self.vocabulary.attributes
        paths = [path for path in self._keys() if path in known]
        values: Values = next((known[path][key] for path in paths if key in known[path]), ())
        match values:
            case re.Pattern():
                fits = values.fullmatch(said) is not None
            case Between():
                fits = values.holds(said)
            case _:
                fits = said in values
        if not fits:
            name = self._path[-1] if self._path else ""
            self.strange.append(f"words in {name}" if key == TEXT else f"{key} of {name}")

    def _keys(self) -> Iterator[str]:
        path = self._path
        yield from ("/".join(path[-steps:]) for steps in (3, 2, 1) if len(path) >= steps)
        yield ANYWHERE if path else ""


def strangers(data: bytes, vocabulary: Vocabulary) -> list[str]:
    """Return what an XML document holds that is not in a vocabulary; a document that is none is strange as a whole."""
    look = Look(vocabulary)
    parser = expat.ParserCreate(namespace_separator=" ")

    def named(name: str) -> str:
        space, _, local = name.rpartition(" ")
        prefix = vocabulary.prefixes.get(space)
        if prefix is None:
            return f"{{{space}}}{local}"
        return f"{prefix}:{local}" if prefix else local

    def enter(name: str, attributes: dict[str, str]) -> None:
        said = ((named(key) if " " in key else key, value) for key, value in attributes.items())
        look.enter(named(name), said)

    def leave(_: str) -> None:
        look.leave()

    def declare(name: str, *_: object) -> None:
        look.strange.append(f"the entity {name}")

    def begin(*doctype: object) -> None:
        if doctype != ("html", None, None, 0):
            look.strange.append("a document type")

    def instruct(name: str, _: str) -> None:
        look.strange.append(f"the instruction {name}")

    def comment(_: str) -> None:
        look.strange.append("a comment")

    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    parser.CharacterDataHandler = look.hear
    parser.EntityDeclHandler = declare
    parser.StartDoctypeDeclHandler = begin
    parser.ProcessingInstructionHandler = instruct
    parser.CommentHandler = comment
    try:
        parser.Parse(data, True)  # noqa: FBT003  # the end of the document, by position alone
    except expat.ExpatError:
        look.strange.append("what is no XML")
    return look.strange


def unlisted(part: str, strange: Sequence[str]) -> Iterator[Found]:
    """Yield what is strange in a part, each once, and no more than can be read."""
    for name in islice(dict.fromkeys(strange), _MOST_TOLD):
        code = "A036" if part.startswith("docProps/") else "A035"
        yield code, f"what no release is made of ({name})", part
