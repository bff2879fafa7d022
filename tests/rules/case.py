"""A case: a rule's page in ``docs/rules``, whose fenced blocks are samples and what is expected of them.

The form of the blocks is told in ``docs/rules/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

RULES = Path(__file__).parents[2] / "docs" / "rules"
INDEX = RULES / "README.md"
_FENCE = re.compile(
    r"^(?P<text>.*?)^```(?P<info>[^\n]+)\n(?P<body>.*?)^```\n", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must be so; ``words`` are those behind the kind.

    ``kept`` is False where the page says ``not-kept``: then it must not be so, or the page is out of date.
    """

    kind: str
    words: tuple[str, ...]
    body: str
    kept: bool

    @property
    def lines(self) -> list[str]:
        """Return the lines of the body that are not empty."""
        return [line for line in self.body.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece of a release; ``measures`` in em, ``front`` is front matter. Two that are set alike are the same."""

    measures: tuple[float, ...]
    language: str
    front: str
    body: str
    expectations: tuple[Expectation, ...] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Case:
    """A rule's page: ``prose`` is what stands before each sample, and last what stands behind them all."""

    rule: str
    title: str
    prose: tuple[str, ...]
    samples: tuple[Sample, ...]


def cases() -> tuple[Case, ...]:
    """Read all pages, in the order of the rules' ids."""
    return tuple(read(path) for path in sorted(RULES.glob("[A-Z][0-9][0-9].md")))


def read(path: Path) -> Case:
    """Read a page; raise ``ValueError`` for one that does not follow the form."""
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("\n")
    rule, _, title = head.removeprefix("# ").partition(" ")
    if rule != path.stem or not title:
        raise ValueError(f"{path.name} begins with {head!r}")
    prose: list[str] = []
    samples: list[tuple[str, str]] = []
    held: list[list[Expectation]] = []
    end = 0
    for found in _FENCE.finditer(rest):
        end = found.end()
        kind, *_ = found["info"].split()
        if kind == "sample":
            prose.append(found["text"].strip())
            samples.append((found["info"], found["body"]))
            held.append([])
        elif not samples or found["text"].strip():
            raise ValueError(f"{path.name}: {kind} does not follow a sample")
        else:
            held[-1].append(_expectation(found["info"], found["body"]))
    prose.append(rest[end:].strip())
    made = (_sample(*one, tuple(all_)) for one, all_ in zip(samples, held, strict=True))
    return Case(rule, title, tuple(prose), tuple(made))


def _expectation(info: str, body: str) -> Expectation:
    kind, *words = info.split()
    kept = "not-kept" not in words
    return Expectation(kind, tuple(word for word in words if word != "not-kept"), body, kept)


def _sample(info: str, body: str, expectations: tuple[Expectation, ...]) -> Sample:
    _, *words = info.split()
    tags = [word for word in words if word[0].isalpha()]
    measures = tuple(measure for word in words if word not in tags for measure in _measures(word))
    front, mark, rest = body.partition("---\n")
    front, body = (front, rest) if mark and front.startswith("glossary:") else ("", body)
    return Sample(measures, tags[0] if tags else "zh-Hant-HK", front, body, expectations)


def _measures(word: str) -> Iterator[float]:
    first, _, last = word.partition("-")
    if last:
        yield from map(float, range(int(first), int(last) + 1))
    else:
        yield float(first)
