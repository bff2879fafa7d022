"""A second version of a source, made of a first one at random: words, marks, blocks, kinds of blocks, notes."""

from __future__ import annotations

import re
from random import Random

_FENCE = ":::"
_BREAK = "[]{.break}"
_GAP = re.compile("(?<=[a-z]) (?=[a-z])|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")


def revised(source: str, random: Random) -> str:
    """Change a source made by ``merge.sources`` in one to eight places; it stays one that can be read."""
    head, *parts = source.split("::: {.edition ")
    editions = [part.split("\n\n") for part in parts]
    for _ in range(random.randint(1, 8)):
        _change(random.choice(editions), random)
    return head + "".join("::: {.edition " + "\n\n".join(blocks) for blocks in editions)


def _change(blocks: list[str], random: Random) -> None:
    """Change an edition; its first two blocks are its fence and its headline, its last ones the end of the fence."""
    end = blocks.index(_FENCE)
    places = [at for at in range(2, end) if not blocks[at].startswith("[^")]
    if len(places) < 2:
        return
    at, other = random.choice(places), random.choice(places)
    block = blocks[at]
    plain = block[:1] not in "#->|1"
    match random.choice(
        ["word", "gone", "moved", "again", "kind", "strong", "row", "note", "part", "lines"]
    ):
        case "word":
            blocks[at] = _other_words(block, random)
        case "gone":
            if "[^" not in block:
                del blocks[at]
        case "moved":
            blocks[at], blocks[other] = blocks[other], blocks[at]
        case "again":
            if "[^" not in block:
                blocks.insert(other, _other_words(block, random))
        case "kind" if plain and "\n" not in block:
            blocks[at] = random.choice(["## ", "> ", "- ", "3. "]) + block
        case "strong" if plain and "*" not in block:
            blocks[at] = f"**{block[:4].strip()}**{block[4:]}"
        case "row" if block.startswith("|"):
            blocks[at] = f"{block}\n| 9 | new |"
        case "note" if plain and "[^" not in "".join(blocks):
            blocks[at] = f"{block}[^m] and[^m]"
            blocks.insert(end, "[^m]: a note that came")
        case "part" if plain and " " in block and "*" not in block and "`" not in block:
            first, _, rest = block.partition(" ")
            blocks[at : at + 1] = [first, rest]
        case "lines":
            line = random.choice([1, *places])
            blocks[line] = _other_lines(blocks[line], random)
        case _:
            pass


def _other_lines(block: str, random: Random) -> str:
    """Put a line break between two words, or take the one out that is there."""
    if _BREAK in block:
        return block.replace(_BREAK, " ")
    gaps = list(_GAP.finditer(block))
    gap = random.choice(gaps) if gaps else None
    return f"{block[: gap.start()]}{_BREAK}{block[gap.end() :]}" if gap else block


def _other_words(block: str, random: Random) -> str:
    if _BREAK in block:  # which has to stand between words
        return block
    for word in random.sample(["12", "ward", "病房", "名病人", "the", "琥珀", "On "], 3):
        block = block.replace(
            word, random.choice(["", f"{word} new ", "新的", f"新{word}"]) or word
        )
    return block
