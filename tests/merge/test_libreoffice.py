"""LibreOffice as the editor's program."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from merge.conftest import Press
from merge.editing import accepted, part, q
from merge.offices import Work, worked_on
from merge.sources import random_source, seeded
from pressroom.merge.merging import merge
from pressroom.merge.returned import read_return

SESSIONS = 3
_PIECE = re.compile(r"[\u4e00-\u9fff]{3}|[a-z]{4,}")


def session(press: Press, number: int) -> tuple[str, Work]:
    """Return a source, and work on its document of one to four steps, recorded in two of three sessions."""
    random = seeded(f"office {number}")
    text = random_source(random)
    document = press.docx(text)
    return text, Work(
        document, number % 3 > 0, [_step(document, random) for _ in range(random.randint(1, 4))]
    )


def _step(document: bytes, random: Random) -> tuple[str, ...]:
    texts = [
        "".join(node.text or "" for node in paragraph.iter(q("t")))
        for paragraph in part(document).iter(q("p"))
        if any("_b" in m.get(q("name"), "") for m in paragraph.iter(q("bookmarkStart")))
    ]
    place = random.choice([piece for text in texts for piece in _PIECE.findall(text)])
    match random.choice(["insert", "replace", "delete", "bold", "part", "join"]):
        case "insert" | "replace" as kind:
            return kind, place, random.choice([" a *new* word ", "新的字句", "5 < 6"])
        case kind:
            return kind, place


def outcomes(press: Press, numbers: range) -> Counter[str]:
    """Merge what LibreOffice made of documents, build again, and compare what the two say."""
    made = [session(press, number) for number in numbers]
    found: Counter[str] = Counter()
    for (text, _), returned in zip(made, worked_on([work for _, work in made]), strict=True):
        result = merge(text, text, read_return("return.docx", returned), press.read)
        wanted, got = accepted(part(returned)), accepted(part(press.docx(result.source)))
        lines = any(change.lines for change in result.changes)
        if wanted == got or (lines and "\n".join(wanted) == "\n".join(got)):
            found["taken over"] += 1
            found["of these as lines of one"] += lines
        elif any(change.outcome not in {"taken", "looks"} for change in result.changes):
            found["reported"] += 1
        else:
            found["wrong"] += 1
    return found


def test_what_was_done_in_libreoffice_is_taken_over(notice: Press) -> None:
    found = outcomes(notice, range(SESSIONS))
    assert SESSIONS == found["taken over"]
