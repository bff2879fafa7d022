"""Comments and their threads: who answers whom, and what was settled ([MS-DOCX] §2.5.4.6, commentsExtended)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.merge.returned import Comment
from pressroom.writers.docx.hearing.node import Node

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ON = frozenset({"1", "true", "on"})


def threads(comments: Node | None, extended: Node | None) -> Iterator[tuple[str, Comment]]:
    """Yield id and comment in the order of the part; a thread is settled as its first comment is."""
    known = {
        entry.attributes.get(f"{_W15}paraId", ""): entry
        for entry in (extended.all(f"{_W15}commentEx") if extended else ())
    }
    authors: dict[str, str] = {}
    for comment in comments.children if comments else ():
        given = comment.attributes
        lines = list(comment.all("w:p"))
        text = "\n".join("".join(piece.text for piece in line.all("w:t")) for line in lines)
        # Word knows a comment by its last paragraph.
        own = lines[-1].attributes.get(f"{_W14}paraId", "") if lines else ""
        authors[own] = given.get("w:author", "")
        entry = known.get(own)
        parent = entry.attributes.get(f"{_W15}paraIdParent", "") if entry else ""
        first = known.get(parent, entry)
        settled = first is not None and first.attributes.get(f"{_W15}done") in _ON
        answered = authors.get(parent, "") if parent else ""
        day = given.get("w:date", "")[:10]
        yield (
            given.get("w:id", ""),
            Comment(given.get("w:author", ""), day, text, "", answered, settled),
        )
