"""The head of an edition: which passage is its headline, and the dateline behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pressroom.readers.draft import (
    STOP,
    Block,
    Change,
    Draft,
    Letters,
    Passage,
    on_one_line,
    plain,
    unmarked,
)
from pressroom.readers.wording import dateline
from pressroom.source.markdown.inline.line_ends import fills_cell

_LONG_HEADLINE = 200
_HEADLINE_WORDS = 4
_LONGEST_SUB_HEAD = 60
_STOPS = (".", "。")
_COLONS = (":", "：")


@dataclass(slots=True)
class Section:
    """An edition: ``blocks`` without headline, ``notes`` those to editors; ``dateline`` is that of one of the blocks.

    ``ended`` tells of an end mark.
    """

    language: str
    blocks: list[Block] = field(default_factory=list[Block])
    notes: list[Block] = field(default_factory=list[Block])
    headline: Letters = ()
    dateline: str = ""
    ended: bool = False


def take_head(section: Section, draft: Draft) -> None:
    """Find headline and dateline, and bring the levels of sub-heads into order."""
    dated = next((x for x in section.blocks if _dateline(x, section)), None)
    head = section.blocks[: section.blocks.index(dated)] if dated else section.blocks
    passages = [x for x in head if isinstance(x, Passage)]
    headings = [x for x in passages if x.level]
    headline = (
        min(headings, key=lambda x: x.level)
        if headings
        else _longer(passages if dated else passages[:1])
    )
    if headline is None:
        draft.doubts.append(f"no headline was found in {section.language}: write `# …` above it")
    else:
        _take_headline(section, headline, draft)
    above: list[int] = []
    for at, block in enumerate(section.blocks):
        if isinstance(block, Passage) and block.level:
            above = [level for level in above if level < block.level]
            level = min(len(above) + 2, 6)
            section.blocks[at] = Passage(unmarked(block.letters, "strong"), level)
            above.append(block.level)
    if isinstance(dated, Passage):
        _take_dateline(section, dated, draft)
    if not above and (found := list(_like_headings(section.blocks))):
        draft.doubts.append(
            f"{', '.join(map(repr, found))} may be sub-heads: write `## ` before what is one"
        )


def _longer(passages: Sequence[Passage]) -> Passage | None:
    """Return the first passage that is long enough for a headline: names of institutions stand above it."""
    for passage in passages:
        text = plain(passage.letters)
        if (
            len(text.split()) >= _HEADLINE_WORDS
            or sum(map(fills_cell, text)) >= 2 * _HEADLINE_WORDS
        ):
            return passage
    return passages[0] if passages else None


def _take_headline(section: Section, headline: Passage, draft: Draft) -> None:
    text = plain(headline.letters)
    at = section.blocks.index(headline)
    if at:
        draft.doubts.append(f"what stood before the headline {text!r} stands at the end now")
    elif not headline.level and (len(text) > _LONG_HEADLINE or text.endswith(_STOPS)):
        draft.doubts.append(f"the first paragraph was taken for the headline: {text!r}")
    rest = section.blocks[at + 1 :]
    letters = headline.letters
    if text.endswith(_COLONS) and (second := _second_half(rest)):
        letters = on_one_line((letters, second.letters))
        draft.changes.append(
            Change("headline put together", f"{text}\n{plain(second.letters)}", plain(letters))
        )
        rest = rest[1:]
    section.blocks = rest + section.blocks[:at]
    section.headline = unmarked(letters, "strong")


def _second_half(rest: Sequence[Block]) -> Passage | None:
    """Return the line that stands alone between a headline with a colon at its end and running text."""
    match rest:
        case [Passage(level=0) as line, Passage(level=0) as text, *_]:
            alone = not STOP.search(plain(line.letters)) and STOP.search(plain(text.letters))
            return line if alone and len(line.letters) <= _LONG_HEADLINE else None
        case _:
            return None


def _like_headings(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield what stands on short lines without a stop between running text."""
    for before, line, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        match before, line, after:
            case Passage(), Passage(quoted=False, caption=False), Passage():
                text, said = plain(line.letters), (plain(before.letters), plain(after.letters))
                if (
                    len(text) <= _LONGEST_SUB_HEAD
                    and not STOP.search(text)
                    and all(map(_is_sentence, said))
                ):
                    yield text
            case _:
                pass


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_SUB_HEAD and STOP.search(text) is not None


def _take_dateline(section: Section, dated: Passage, draft: Draft) -> None:
    """Take the dateline out of its passage; only the first one may have it."""
    end, said = dateline(plain(dated.letters), section.language) or (0, "")
    if section.blocks[0] is not dated:
        draft.doubts.append(f"what stands before the dateline {said!r} has to go elsewhere")
        return
    before, after = plain(dated.letters[:end]), f"[{said}]{{.dateline}} "
    draft.changes.append(Change("dateline marked", before, after))
    section.blocks[0] = replace(dated, letters=dated.letters[end:], dateline=said)
    section.dateline = said


def _dateline(block: Block, section: Section) -> bool:
    if not isinstance(block, Passage) or block.level:
        return False
    return dateline(plain(block.letters), section.language) is not None
