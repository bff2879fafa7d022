"""The block grammar: markdown-it's CommonMark rules, and our own for divisions, notes, tables and comments.

Only the block half of markdown-it is used: its inlines know no places and break emphasis beside Han. Each rule is
wrapped so that the tokens it makes carry the offsets of their lines as the rule saw them, behind quote marks and indents;
nothing has to be found again by searching.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from markdown_it import MarkdownIt, rules_block
from markdown_it.rules_block import StateBlock

MAX_LEVEL = 20
"""How deep markdown-it nests; a list takes two levels."""

LINES = "lines"
"""Key of a token's lines: pairs of offsets, from the first character that is no blank to the line's end."""

Rule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]

_NOTE = re.compile(r"\[\^[^\s\[\]^]+\][:：]")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")

_LEAF_CHAINS = ["paragraph", "blockquote", "list"]


@cache
def block_grammar() -> MarkdownIt:
    """Return the parser of blocks; it keeps no state between calls."""
    grammar = MarkdownIt("commonmark", {"maxNesting": MAX_LEVEL})
    grammar.core.ruler.disable(["inline", "text_join"])
    ruler = grammar.block.ruler
    ruler.disable(["table", "reference"])
    stock: tuple[tuple[str, Rule, list[str]], ...] = (
        ("code", rules_block.code, []),
        ("fence", rules_block.fence, _LEAF_CHAINS),
        ("blockquote", rules_block.blockquote, _LEAF_CHAINS),
        ("hr", rules_block.hr, _LEAF_CHAINS),
        ("list", rules_block.list_block, ["paragraph", "blockquote"]),
        ("html_block", rules_block.html_block, ["paragraph", "blockquote"]),
        ("heading", rules_block.heading, ["paragraph", "blockquote"]),
        ("lheading", rules_block.lheading, []),
        ("paragraph", rules_block.paragraph, []),
    )
    for name, rule, chains in stock:
        ruler.at(name, _stamped(rule), {"alt": chains})
    ruler.before("code", "colon_fence", _stamped(_colon_fence), {"alt": _LEAF_CHAINS})
    ruler.before("code", "comment", _stamped(_comment), {"alt": ["paragraph", "blockquote"]})
    ruler.before("code", "note", _stamped(_note), {"alt": ["paragraph"]})
    ruler.before("code", "pipe_table", _stamped(_table), {"alt": ["paragraph"]})
    return grammar


def _stamped(rule: Rule) -> Rule:
    """Let a rule leave the offsets of its lines in the tokens that it makes."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        first = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in state.tokens[first:]:
            if token.map is not None and LINES not in token.meta:
                begin, after = token.map
                container = token.nesting == 1 and token.type not in {
                    "paragraph_open",
                    "heading_open",
                }
                lines = range(begin, begin + 1 if container else after)
                token.meta[LINES] = [(_begin(state, line), state.eMarks[line]) for line in lines]
        return True

    return run


def _begin(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _text(state: StateBlock, line: int) -> str:
    return state.src[_begin(state, line) : state.eMarks[line]]


def _leaf(state: StateBlock, kind: str, start: int, after: int) -> None:
    token = state.push(kind, "", 0)
    token.map = [start, after]
    state.line = after


def _colon_fence(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take a line of three or more colons, which opens or closes a division (Pandoc: fenced divs)."""
    if state.is_code_block(start) or not state.src.startswith(":::", _begin(state, start)):
        return False
    if not silent:
        _leaf(state, "colon_fence", start, start + 1)
    return True


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take a comment up to the line that closes it (CommonMark §4.6, start condition 2)."""
    at = _begin(state, start)
    if state.is_code_block(start) or not state.src.startswith("<!--", at):
        return False
    if silent:
        return True
    line = start
    at += 2
    while state.src.find("-->", at, state.eMarks[line]) < 0:
        line += 1
        if line >= end or (state.sCount[line] < state.blkIndent and not state.isEmpty(line)):
            line -= 1
            break
        at = _begin(state, line)
    _leaf(state, "comment", start, line + 1)
    return True


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take the definition of a footnote; its further blocks are indented by four (Pandoc: footnotes)."""
    begin = _begin(state, start)
    mark = _NOTE.match(state.src, begin, state.eMarks[start])
    if state.is_code_block(start) or not mark:
        return False
    if silent:
        return True
    token = state.push("note_open", "", 1)
    token.map = lines = [start, start + 1]
    saved = state.bMarks[start], state.tShift[start], state.sCount[start]
    outer = state.blkIndent, state.parentType, state.tight
    text = state.skipSpaces(mark.end())
    state.bMarks[start] = mark.end()
    state.tShift[start] = text - mark.end()
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    state.parentType = "note"
    state.md.block.tokenize(state, start, end)
    state.bMarks[start], state.tShift[start], state.sCount[start] = saved
    state.blkIndent, state.parentType, state.tight = outer
    lines[1] = state.line
    state.push("note_close", "", -1)
    return True


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Take a pipe table: a header, a line of delimiters, and the lines after it that hold a pipe."""
    if start + 1 >= end or state.is_code_block(start) or state.is_code_block(start + 1):
        return False
    if state.sCount[start + 1] < state.blkIndent or not _PIPE.search(_text(state, start)):
        return False
    delimiters = _text(state, start + 1)
    if "|" not in delimiters or not _DELIMITERS.fullmatch(delimiters):
        return False
    if silent:
        return True
    line = start + 2
    while line < end and _row_goes_on(state, line, end):
        line += 1
    _leaf(state, "pipe_table", start, line)
    return True


def _row_goes_on(state: StateBlock, line: int, end: int) -> bool:
    if state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return False
    if not _PIPE.search(_text(state, line)):
        return False
    silent = True
    rules = state.md.block.ruler.getRules("blockquote")
    return not any(rule(state, line, end, silent) for rule in rules)
