"""The parts of a release, written as a canonical source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never
from unicodedata import normalize

from pressroom.house.tokens import House
from pressroom.merge.units import Letter
from pressroom.model.characters import UNUSABLE, describe
from pressroom.readers.citation import quoted
from pressroom.readers.contacts import contacts_field, localised
from pressroom.readers.draft import (
    NOTE,
    Block,
    Change,
    Draft,
    Grid,
    Image,
    Imported,
    Item,
    Letters,
    Passage,
    UnreadableError,
    calls_of,
    letters_of,
    plain,
    tidy,
)
from pressroom.readers.parts import Parts, find_parts
from pressroom.readers.wording import closed_up
from pressroom.readers.written import write_edition
from pressroom.source.reading import REORDERING

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LINE_END = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")


def compose(parts: Parts, draft: Draft, house: str, identifier: str) -> str:
    """Write a source; marks that the format cannot hold at their place are left out and added to the changes."""
    lines = ["---", f"id: {identifier}", f"date: {parts.day}" if parts.day else "date:"]
    lines += [] if parts.embargo is None else [f"embargo: {parts.embargo}".rstrip()]
    lines += [f"house: {house}"]
    lines += [f"version: {parts.version}"] if parts.version else []
    lines += [f"supersedes: {parts.supersedes}"] if parts.supersedes else []
    lines += ["correction:"] if parts.corrected else []
    lines += parts.citation.front_matter() if parts.citation else []
    lines += contacts_field(parts.contacts)
    lines += ["links:"] if parts.links else []
    for target, labels in parts.links.items():
        label = localised([*labels.items()])
        lines.append(f"  - {{label: {label}, url: {quoted(target)}}}")
    front = "\n".join([*lines, "---", "", ""])
    return front + "\n".join(write_edition(section, draft) for section in parts.sections)


def make_source(draft: Draft, house: House, identifier: str) -> Imported:
    """Make a source for a house of what was taken out of a file; raise ``UnreadableError`` if there is no text in it."""
    _clean(draft)
    _call_all(draft)
    if any(isinstance(x, Grid) and not x.alignments for x in draft.blocks):
        what = "how the columns of tables are aligned was not read: write `---:` below a column of figures"
        draft.doubts.append(what)
    kickers = (labels.kicker for _, labels in house.labels)
    masthead = house.masthead
    printed = (*kickers, *(text for _, text in (*masthead.names, *masthead.logo_alt)))
    parts = find_parts(draft, frozenset(map(closed_up, printed)))
    if not parts.sections:
        raise UnreadableError("has no text that could be a release", "see whether it is the file")
    source = compose(parts, draft, house.name, identifier)
    draft.doubts += (
        f"a comment of {comment.author or 'someone'} in the file: {comment.text}"
        for comment in draft.comments.values()
    )
    return Imported(source, tuple(draft.changes), tuple(draft.doubts), draft.pictures)


def _clean(draft: Draft) -> None:
    """Take away what no source may hold, and blocks without text."""

    def cleaned(letters: Letters) -> Letters:
        kept: list[Letter] = []
        for letter in letters:
            if any(kind == NOTE and name not in draft.notes for kind, name in letter.marks):
                draft.doubts.append("a note is called that is not in the file, or is empty")
            elif _LINE_END.match(letter.text):
                kept.append(replace(letter, text="\n"))
            elif _LIGATURE.match(letter.text):
                parts = normalize("NFKC", letter.text)
                draft.changes.append(Change("ligature written as letters", letter.text, parts))
                kept += (replace(letter, text=part) for part in parts)
            elif UNUSABLE.match(letter.text) or REORDERING.match(letter.text):
                what = "character left out that no output can hold"
                draft.changes.append(Change(what, describe(letter.text), ""))
            else:
                kept.append(letter)
        return tidy(kept)

    notes = {name: cleaned(letters) for name, letters in draft.notes.items()}
    draft.notes = {name: letters for name, letters in notes.items() if letters}
    blocks: list[Block] = []
    for block in draft.blocks:
        match block:
            case Passage() | Item():
                if letters := cleaned(block.letters):
                    blocks.append(replace(block, letters=letters))
            case Grid():
                rows = tuple(tuple(map(cleaned, row)) for row in block.rows)
                blocks.append(replace(block, rows=rows, caption=cleaned(block.caption)))
            case Image():
                blocks.append(replace(block, caption=cleaned(block.caption)))
            case _:
                assert_never(block)
    draft.blocks = blocks

    def bare(text: str) -> str:
        return plain(cleaned(letters_of(text)))

    for name, one in draft.comments.items():
        own = replace(one, author=bare(one.author), answers=bare(one.answers), text=bare(one.text))
        draft.comments[name] = own


def _call_all(draft: Draft) -> None:
    """Put notes that nothing calls behind the text."""
    called = {name for letters in _all_letters(draft) for _, name in calls_of(letters)}
    for name in [name for name in draft.notes if name not in called]:
        letters = draft.notes.pop(name)
        draft.blocks.append(Passage(letters))
        draft.doubts.append(f"nothing calls the note {plain(letters)!r}: it stands at the end")


def _all_letters(draft: Draft) -> Iterator[Letters]:
    for block in draft.blocks:
        match block:
            case Passage() | Item():
                yield block.letters
            case Grid():
                yield block.caption
                yield from (cell for row in block.rows for cell in row)
            case Image():
                yield block.caption
            case _:
                assert_never(block)
    yield from draft.notes.values()
