"""PyYAML's complaints in words that help."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.error import MarkedYAMLError

_QUOTE = "put the value between quotation marks"
_COMMENT = "a `#` behind a space begins a comment"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong, the way out, and the offset (in the text that was read) at which to look."""

    message: str
    hint: str
    offset: int


def complaint(error: MarkedYAMLError) -> Complaint:
    """Explain a syntax error."""
    problem = error.problem or "this is not YAML"
    at = error.problem_mark.index if error.problem_mark else 0
    opened = error.context_mark.index if error.context_mark else at
    if problem.endswith("but got ':'") and _on_one_line(error):
        return Complaint("a second colon and space in one value", _QUOTE, at)
    for beginning, message, hint, at_opening in _KNOWN:
        if problem.startswith(beginning):
            return Complaint(message, hint, opened if at_opening else at)
    return Complaint(problem, "", at)


def _on_one_line(error: MarkedYAMLError) -> bool:
    """Tell whether the bracket that is still open stands on the line of the problem."""
    opened, problem = error.context_mark, error.problem_mark
    return opened is not None and problem is not None and opened.line == problem.line


_KNOWN = (
    ("mapping values are not allowed", "a second colon and space on one line", _QUOTE, False),
    (
        "found character '\\t'",
        "a tab where YAML wants spaces",
        "indent and separate with spaces",
        False,
    ),
    ("found character", "a value cannot begin with this character", _QUOTE, False),
    (
        "could not find expected ':'",
        "a line that is not `key: value`",
        "write `:`, not `：`, and a space after the key, or indent a text that goes on",
        True,
    ),
    (
        "found unexpected end of stream",
        "a quotation mark that is never closed",
        "close it; of a text with `'` in it the marks are `\"`",
        True,
    ),
    (
        "expected <block end>",
        "this does not belong here",
        "check the indentation, and that nothing follows a closing quotation mark",
        False,
    ),
    ("expected ',' or ']'", "a list that is not closed", f"check commas and `]`; {_COMMENT}", True),
    (
        "expected ',' or '}'",
        "a mapping that is not closed",
        f"check commas and `}}`; {_COMMENT}",
        True,
    ),
    (
        "expected the node content, but found '<stream end>'",
        "a list or mapping that is not closed",
        f"check `]` and `}}`; {_COMMENT}",
        True,
    ),
    (
        "found unknown escape character",
        "an unknown escape after `\\`",
        "between single quotation marks a backslash is only itself",
        False,
    ),
)
