"""Letters written as Markdown say the same when they are read again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.merge.markup import escaped
from pressroom.model.inlines import HardBreak, Text
from pressroom.place import SourceFile
from pressroom.source.markdown.walk import leaves, lines_of
from pressroom.source.parse import parse

_LINES = st.lists(
    st.sampled_from(["-", "- x", "===", "---", "# x", "1. x", "12)", "> x", ": x", "| x |", "+ x"])
    | st.text("-=#>1.)|:+ *x", min_size=1, max_size=6),
    min_size=1,
    max_size=4,
)


@given(_LINES)
def test_no_line_of_a_text_becomes_a_block_of_its_own(lines: list[str]) -> None:
    wanted = "\n".join(" ".join(line.split()) or "x" for line in lines)
    head = "---\nid: x\ndate: 2026-01-01\nhouse: plain\n---\n\n::: {.edition lang=en-HK}\n\n# x\n\n"
    source = f"{head}{escaped(wanted, cell=False, opening=True)}\n\n:::\n"

    release = parse(SourceFile("", source), Report())
    assert release is not None
    read = leaves(leaf for line in lines_of(release.editions[0].blocks[-1:]) for leaf in line)
    said = [
        leaf.text if isinstance(leaf, Text) else "\n"
        for leaf in read
        if isinstance(leaf, Text | HardBreak)
    ]
    assert wanted == "".join(said)
