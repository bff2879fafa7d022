"""The head of an edition: which passage is its headline, and the dateline behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pressroom.readers.draft import Block, Change, Draft, Letters, Passage, plain, unmarked
from pressroom.readers.wording import dateline
from pressroom.source.markdown.inline.line_ends import fills_cell

_LONG_HEADLINE = 200
_HEADLINE_WORDS = 4
_STOPS = (".", "。")


@dataclass(slots=True)
class Section:
    """An edition: ``blocks`` without headline; ``dateline`` is that of one of them, ``ended`` tells of an end mark."""

    language: str
    blocks: list[Block] = field(default_factory=list[Block])
    headline: Letters = ()
    dateline: str = ""
    ended: bool = False


def take_head(section: Section, draft: Draft) -> None:
    """Find headline and dateline, and bring the levels of sub-heads into order."""
    dated = next((x for x in section.blocks if _dateline(x, section)), None)
    above = section.blocks[: section.blocks.index(dated)] if dated else section.blocks
    passages = [x for x in above if isinstance(x, Passage)]
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
    levels = sorted({x.level for x in section.blocks if isinstance(x, Passage) and x.level})
    for at, block in enumerate(section.blocks):
        if isinstance(block, Passage) and block.level:
            level = min(levels.index(block.level) + 2, 6)
            section.blocks[at] = Passage(unmarked(block.letters, "strong"), level)
    if isinstance(dated, Passage):
        _take_dateline(section, dated, draft)


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
    section.blocks = section.blocks[at + 1 :] + section.blocks[:at]
    section.headline = unmarked(headline.letters, "strong")


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
