"""T222: the spaces of French marks (Lexique des règles typographiques, Imprimerie nationale, « Ponctuation »)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_SPACE = "\u202f"
_PLAIN = "[ \u2000-\u200a]*"
"""Spaces at which a line may end; a no-break one, narrow or wide, is no fault."""

_BEFORE = re.compile(
    f"(?<=[^\\s(\\[«“;:!?])({_PLAIN})([;!?]|:(?!\\S))|(?<=[^\\s(\\[«“])({_PLAIN})(»)"
)
_AFTER = re.compile(f"(«)({_PLAIN})(?=\\S)")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        if line.language == "fr":
            for match in line.search(_BEFORE):
                mark = match[2] or match[4]
                yield at(
                    line,
                    *match.span(),
                    _said(match[1] or match[3], "before", mark),
                    _SPACE + mark,
                    _HINT,
                )
            for match in line.search(_AFTER):
                yield at(line, *match.span(), _said(match[2], "behind", "«"), f"«{_SPACE}", _HINT)


_HINT = "write the narrow no-break space U+202F"


def _said(space: str, side: str, mark: str) -> str:
    return f"{'a space that a line may end at' if space else 'no space'} {side} {mark}"


RULE = Rule(
    "T222",
    "French marks have their narrow space",
    "Before ; : ! ? » and behind « stands a space at which no line ends. A plain one leaves the mark alone on the next line, in Word and on "
    "screens; a wide no-break space is left as it is.",
    Severity.WARNING,
    Repair.SAFE,
    Example(
        "Les bateaux : « Sont-ils là ? »",
        "Les bateaux\u202f: «\u202fSont-ils là\u202f?\u202f»",
        headline="Le port",
        language="fr",
    ),
    _look,
)
