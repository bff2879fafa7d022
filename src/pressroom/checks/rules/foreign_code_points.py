"""T214: characters that only look right (cjk-rules T14, T15)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity
from pressroom.model.characters import describe

_FOREIGN = re.compile("[\u2e80-\u2fd5\u3190-\u319f\ue000-\uf8ff\uff61-\uff64]")
_RADICALS = dict(zip("⺠⻑⻘⻝⻆⻣⻤⻳⻩⻄", "民長青食角骨鬼龜黃西", strict=True))


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        for match in line.search(_FOREIGN):
            char = match[0]
            plain = _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
            known = plain != char and not "\ue000" <= char <= "\uf8ff"
            message = f"{describe(char)} in the place of an ordinary character"
            hint = f"write {plain}" if known else "write the character that is meant"
            found = at(line, *match.span(), message, plain if known else None, hint)
            yield replace(found, safe=not "\u2e80" <= char <= "\u2eff")


RULE = Rule(
    "T214",
    "Every character is itself",
    "Text out of a PDF may hold radicals, annotation marks and private characters that look like Chinese characters; nobody can "
    "search for them, and a reading program is silent. Characters of the Hong Kong set are left alone, even where Unicode "
    "counts them as compatibility forms.",
    Severity.ERROR,
    Repair.SAFE,
    Example("海⼈回來了。", "海人回來了。"),
    _look,
)
