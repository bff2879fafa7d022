from hypothesis import given
from hypothesis import strategies as st

from measure.effort import calls
from pressroom.readers.changes import told
from pressroom.readers.draft import Change

LINE = "All of the boats came back at night because the wind was strong, and the crews slept"


def shown(before: str, after: str, source: str = "") -> str:
    (line,) = told([Change("joined", before, after)], source)
    return line


def test_long_texts_are_shown_where_they_differ() -> None:
    before = f"{LINE}\n{LINE} well-\nknown"
    after = f"{LINE} {LINE} wellknown"
    expected = (
        "joined: '… the crews slept\\nAll of the boats…' -> '… the crews slept All of the boats…', "
        "'…crews slept well-\\nknown' -> '…crews slept wellknown'"
    )
    assert expected == shown(before, after)


def test_a_change_names_the_line_of_the_source_that_came_of_it() -> None:
    source = f"---\n---\n\n# {LINE}\n\nTwice.\n\nTwice.\n"
    assert shown(LINE.replace(" ", "\n"), LINE, source).startswith("line 4: joined: ")
    assert shown("Twice\n.", "Twice.", source).startswith("joined: ")


def test_nothing_is_compared_with_nothing() -> None:
    assert "joined" == shown("", "")
    assert "joined: 'boats.md'" == shown("boats.md", "boats.md")
    assert "joined: 'page 1' -> ''" == shown("page 1", "")


@given(st.text("ab\n ", max_size=200), st.text("ab\n ", max_size=200))
def test_two_texts_are_shown_if_and_only_if_they_differ(before: str, after: str) -> None:
    line = shown(before, after)
    assert (" -> " in line) == (before != after)


def test_the_effort_is_linear() -> None:
    def effort(times: int) -> int:
        return calls(lambda: shown("ab " * times, "ba " * times))

    assert effort(4000) < 2.5 * effort(2000)
