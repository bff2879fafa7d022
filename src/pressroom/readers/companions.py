"""Blocks that belong together: a picture or a table and what is written beside it, a quotation and who said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressroom.readers.draft import (
    Block,
    Change,
    Draft,
    Grid,
    Image,
    Letters,
    Passage,
    plain,
    without_bold,
)
from pressroom.readers.wording import ATTRIBUTION, CREDIT, QUOTED, TABLE_CAPTION


def with_companions(blocks: Sequence[Block], draft: Draft) -> list[Block]:
    """Return blocks with captions, credits and attributions where they belong."""
    kept: list[Block] = []
    for block in blocks:
        before = kept[-1] if kept else None
        match before, block:
            case Image(), Passage() if not before.credit:
                if joined := _under_picture(before, block, draft):
                    kept[-1] = joined
                    continue
            case Passage(), Grid() if (caption := _of_table(before)) and not block.caption:
                kept[-1] = replace(block, caption=caption)
                continue
            case Grid(), Passage(caption=True) if not before.caption:
                kept[-1] = replace(before, caption=_of_table(block) or block.letters)
                continue
            case Passage(level=0), Passage(level=0):
                if said_by := _attribution(before, block, draft):
                    kept[-1:] = [replace(before, quoted=True), said_by]
                    continue
            case _:
                pass
        if isinstance(block, Passage) and block.caption:
            block = replace(block, letters=without_bold(block.letters))  # noqa: PLW2901
        kept.append(block)
    return kept


def _under_picture(image: Image, passage: Passage, draft: Draft) -> Image | None:
    """Return a picture with its caption or its credit, None for a passage that is neither."""
    text = plain(passage.letters)
    if credit := CREDIT.fullmatch(text):
        draft.changes.append(Change("credit put to its picture", text, credit["credit"]))
        return replace(image, credit=credit["credit"])
    if passage.caption and not image.caption:
        return replace(image, caption=without_bold(passage.letters))
    return None


def _of_table(passage: Passage) -> Letters:
    """Return the caption of a table without its number, which the house gives; nothing for another passage."""
    found = TABLE_CAPTION.fullmatch(plain(passage.letters))
    if not found:
        return passage.letters if passage.caption else ()
    start = found.start("en" if found["en"] else "zh")
    return without_bold(passage.letters)[start:]


def _attribution(quotation: Passage, passage: Passage, draft: Draft) -> Passage | None:
    """Return the passage that tells who said what is quoted before; None for another."""
    text = plain(passage.letters)
    found = ATTRIBUTION.fullmatch(text)
    if not found or not (quotation.quoted or QUOTED.fullmatch(plain(quotation.letters))):
        return None
    if not quotation.quoted:
        said = plain(quotation.letters)
        what = "taken for a quotation, and who said it"
        draft.changes.append(Change(what, f"{said}\n{text}", f"> {said}\n> {text}"))
    dash = "——" if found[0].startswith("——") else "— "
    return replace(passage, letters=passage.letters[found.start("name") :], quoted=True, dash=dash)
