"""Code spans (CommonMark §6.1)."""

from __future__ import annotations

import re
from bisect import bisect_right

from pressroom.model.inlines import Code
from pressroom.source.markdown.inline.draft import Draft

_BACKTICKS = re.compile(r"`+")


class CodeSpans:
    """Finds the partner of a run of backticks in a table made once, so that lonely runs cost nothing."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._runs: dict[int, list[int]] | None = None

    def backticks(self) -> None:
        """Take a code span, or a run of backticks that closes nowhere."""
        draft = self._draft
        found = _BACKTICKS.match(draft.text, draft.at, draft.end)
        length = len(found[0]) if found else 1
        closers = self._closers().get(length, [])
        number = bisect_right(closers, draft.at)
        if number == len(closers):
            draft.take(draft.at + length)
            return
        code = draft.text[draft.at + length : closers[number]].replace("\n", " ")
        if code.strip(" ") and code[0] == code[-1] == " ":
            code = code[1:-1]
        stop = closers[number] + length
        draft.put(Code(code, draft.span(stop)), stop)
        draft.refuse_attributes("code")

    def _closers(self) -> dict[int, list[int]]:
        """Return where runs of backticks begin, by their length."""
        if self._runs is None:
            self._runs = {}
            for run in _BACKTICKS.finditer(self._draft.text, self._draft.start, self._draft.end):
                self._runs.setdefault(len(run[0]), []).append(run.start())
        return self._runs
