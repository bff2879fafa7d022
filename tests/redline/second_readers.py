"""Foreign Word files with recorded changes, read by us, by pandoc and by LibreOffice: the table of ``docs/word.md``.

::

    PYTHONPATH=tests python -m redline.second_readers FOLDER

Pandoc (of PyPI's ``pypandoc_binary``, or any other) must be on the path.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, cast

from lxml import etree

from merge.offices import ODF, Work, worked_on
from pressroom.diagnostics import PressroomError
from pressroom.merge.kinds import CELL
from pressroom.merge.returned import read_return
from validators.tool import program

Act: TypeAlias = Literal["accept", "reject"]
Element: TypeAlias = Any
Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json] | None"
Text: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The paragraphs of the text and those of the notes, in letters and digits, without the empty ones."""

ACTS: Final[tuple[Act, ...]] = ("accept", "reject")
_AT_ONCE = 8
"""How many files LibreOffice reads in one start."""
_TRIES = 4
"""How often it is asked for one file: without a window it now and then ends over one that it reads the next time."""
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_S = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_NO_TEXT = (
    *(f"{_T}{name}" for name in ("tracked-changes", "note-citation", "ruby-text")),
    *(f"{_O}{name}" for name in ("annotation", "binary-data")),
    *(f"{_S}{name}" for name in ("title", "desc")),
)


def ours(data: bytes, act: Act) -> Text:
    """Return what our reader finds; it also gives notes that nobody calls, for a program may have lost the call."""
    returned = read_return("file", data)
    found = returned.accepted if act == "accept" else returned.rejected
    marks = {mark for one in found for marks in one.marks for mark in marks}
    called = {f"note {value}" for kind, value in marks if kind == "note"}
    body = bare(one.text for one in found if not one.story or one.story == CELL)
    kept = (one for one in found if one.story in called or one.story.startswith("note endnote"))
    return body, bare(one.text for one in kept)


def pandoc(path: Path, act: Act) -> Text:
    """Return what pandoc finds; it takes a title and the like out of the text."""
    command = (program("pandoc"), "-f", "docx", "-t", "json", f"--track-changes={act}", str(path))
    read: dict[str, Any] = json.loads(
        subprocess.run(command, capture_output=True, check=True).stdout
    )
    notes: list[str] = []
    body = list(_blocks([*read["meta"].values(), read["blocks"]], notes))
    return bare(body), bare(notes)


def libreoffice(documents: Sequence[bytes]) -> list[Mapping[Act, Text] | None]:
    """Return what LibreOffice finds, None for a file that it does not read."""
    return [
        read
        for at in range(0, len(documents), _AT_ONCE)
        for read in _read_together(documents[at : at + _AT_ONCE])
    ]


def _read_together(documents: Sequence[bytes]) -> list[Mapping[Act, Text] | None]:
    works = [
        Work(data, recorded=False, steps=[(act.capitalize(),)], written=ODF)
        for data in documents
        for act in ACTS
    ]
    for _ in range(_TRIES if len(documents) == 1 else 1):
        try:
            made = [_of_odf(each) for each in worked_on(works)]
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            continue
        return [
            dict(zip(ACTS, pair, strict=True)) for pair in zip(made[::2], made[1::2], strict=True)
        ]
    half = len(documents) // 2
    return (
        [*_read_together(documents[:half]), *_read_together(documents[half:])] if half else [None]
    )


def _of_odf(data: bytes) -> Text:
    body = cast("Element", etree.fromstring(data)).find(f"{_O}body")
    etree.strip_elements(body, *_NO_TEXT, with_tail=False)
    notes: list[str] = []
    for note in [*body.iter(f"{_T}note")]:
        notes += (_joined(line) for line in note.iter(f"{_T}p"))
        etree.strip_elements(note, "*", with_tail=False)
    return bare(_joined(line) for line in body.iter(f"{_T}p", f"{_T}h")), bare(notes)


def _joined(line: Element) -> str:
    """Return the text of a paragraph, without that of the paragraphs in it."""
    inner = "ancestor::*[local-name()='p' or local-name()='h'][1]"
    return "".join(text for text in line.xpath(f".//text()[count({inner} | $own) = 1]", own=line))


def _blocks(node: Json, notes: list[str]) -> Iterator[str]:
    """Yield the text of each block that holds one."""
    match node:
        case {"t": "Para" | "Plain" | "MetaInlines", "c": content}:
            yield "".join(_inlines(content, notes))
        case {"t": "Header", "c": [_, _, content]}:
            yield "".join(_inlines(content, notes))
        case {"t": "CodeBlock", "c": [_, str(text)]}:
            yield text
        case {"t": "LineBlock", "c": content}:
            yield "".join(_inlines(content, notes))
        case {"c": content}:
            yield from _blocks(content, notes)
        case list():
            for part in node:
                yield from _blocks(part, notes)
        case _:
            pass


def _inlines(node: Json, notes: list[str]) -> Iterator[str]:
    match node:
        case {"t": "Str", "c": str(text)} | {"t": "Code" | "Math", "c": [_, str(text)]}:
            yield text
        case {"t": "Note", "c": content}:
            notes += _blocks(content, notes)
        case {"t": "Image" | "Link", "c": [_, content, _]} | {"c": content}:
            yield from _inlines(content, notes)
        case list():
            for part in node:
                yield from _inlines(part, notes)
        case _:
            pass


def bare(lines: Iterable[str]) -> tuple[str, ...]:
    """Return lines in letters and digits, without those that have none."""
    left = (re.sub(r"[\W_]+", "", line) for line in lines)
    return tuple(line for line in left if line)


def verdict(path: Path, act: Act, office: Mapping[Act, Text] | None) -> str:
    """Tell who says the same as whom in a view of a file."""
    try:
        own, second = ours(path.read_bytes(), act), pandoc(path, act)
    except PressroomError as fault:
        return f"not read by us: {fault.findings[0].message}"
    except subprocess.CalledProcessError:
        return "not read by pandoc"
    if office is None:
        return "not read by LibreOffice"
    third = office[act]
    if own == second == third:
        return "all agree"
    one, two, three = (
        "".join(line for story in text for line in story) for text in (own, second, third)
    )
    match one == two, one == three, two == three:
        case True, True, _:
            return (
                f"all agree but for paragraphs: {_first(own, second if own != second else third)}"
            )
        case _, _, True:
            return f"both others differ: {_first(own, second)}"
        case True, _, _:
            return f"LibreOffice differs: {_first(own, third)}"
        case _, True, _:
            return f"pandoc differs: {_first(own, second)}"
        case _:
            return f"all differ: {_first(own, second)}; {_first(own, third)}"


def _first(own: Text, other: Text) -> str:
    """Return the first paragraphs that differ."""
    lines = ((line for story in text for line in story) for text in (own, other))
    mine, theirs = next(
        (pair for pair in zip_longest(*lines, fillvalue="") if pair[0] != pair[1]), ("", "")
    )
    return f"{mine[:60]!r} / {theirs[:60]!r}"


def main(folder: Path) -> None:
    """Print a line for each view of each file, and how many of each kind there are."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".docx", ".docm"})
    offices = libreoffice([path.read_bytes() for path in paths])
    found: Counter[str] = Counter()
    for path, office in zip(paths, offices, strict=True):
        for act in ACTS:
            said = verdict(path, act, office)
            found[said.partition(":")[0]] += 1
            sys.stdout.write(f"{path.name} {act} {said}\n")
    sys.stdout.write(", ".join(f"{kind}: {count}" for kind, count in found.most_common()) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
