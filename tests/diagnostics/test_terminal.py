import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.diagnostics.excerpt import WINDOW
from pressroom.diagnostics.terminal import render
from pressroom.place import Place, SourceFile, Span


def shown(
    text: str, start: int, end: int, message: str = "a fact", hints: tuple[str, ...] = ()
) -> list[str]:
    place = Place(SourceFile("a.md", text), Span(start, end))
    return render([Diagnostic("P999", Severity.ERROR, message, place, hints)]).splitlines()


def under(text: str, part: str) -> list[str]:
    start = text.index(part)
    return shown(text, start, start + len(part))


def test_a_finding_shows_what_where_and_the_way_out() -> None:
    assert shown(
        "id: x\nhosue: journal\n", 6, 11, "unknown key `hosue`", ("did you mean `house`?",)
    ) == [
        "error[P999]: unknown key `hosue`",
        " --> a.md:2:1",
        "  |",
        "2 | hosue: journal",
        "  | ^^^^^",
        "  = help: did you mean `house`?",
    ]


def test_a_finding_without_a_place_shows_its_message_and_hints() -> None:
    finding = Diagnostic("P999", Severity.WARNING, "a fact", hints=("a way out",))
    assert render([finding]) == "warning[P999]: a fact\n  = help: a way out\n"


def test_findings_are_parted_by_an_empty_line() -> None:
    finding = Diagnostic("P999", Severity.ADVICE, "a fact")
    assert render([finding, finding]) == "advice[P999]: a fact\n\nadvice[P999]: a fact\n"
    assert render([]) == ""


def test_carets_are_two_cells_wide_under_han_and_full_width_marks() -> None:
    assert under("(香港, 二月)，完", ",")[-2:] == ["1 | (香港, 二月)，完", "  |      ^"]
    assert under("香港，二月", "，二")[-1] == "  |     ^^^^"


def test_marks_that_combine_take_no_cell() -> None:
    assert under("e\u0301té x", "x")[-1] == "  |     ^"


def test_tabs_are_expanded_to_the_next_stop() -> None:
    assert under("a\tb\tcd", "cd")[-2:] == ["1 | a   b   cd", "  |         ^^"]


def test_an_empty_span_still_gets_one_caret() -> None:
    assert shown("a:\n", 2, 2)[-2:] == ["1 | a:", "  |   ^"]


def test_a_line_end_is_no_part_of_a_line() -> None:
    assert shown("ab\r\ncd\r\n", 1, 3)[-2:] == ["1 | ab", "  |  ^"]


def test_a_span_over_lines_is_underlined_in_each_without_the_indents() -> None:
    assert shown("a {x\n\n  y} z\n", 2, 10)[2:] == [
        "  |",
        "1 | a {x",
        "  |   ^^",
        "2 |",
        "3 |   y} z",
        "  |   ^^",
    ]


def test_a_long_span_shows_its_beginning_and_its_end() -> None:
    lines = shown("".join(f"line {n}\n" for n in range(1, 13)), 0, 12 * 7)
    assert [line for line in lines if "line" in line or "⋮" in line] == [
        " 1 | line 1",
        " 2 | line 2",
        " 3 | line 3",
        "   ⋮",
        "12 | line 12",
    ]


def test_a_very_long_line_is_cut_round_the_carets() -> None:
    lines = under("字" * 5000 + "x" + "y" * 5000, "x")
    assert "…" in lines[-2]
    assert lines[-2].count("字") == 30
    assert cell_count(lines[-2]) <= WINDOW + len("1 | ……")
    assert cell_count(lines[-2][: lines[-2].index("x")]) == lines[-1].index("^")


def test_nothing_of_a_source_can_steer_the_terminal() -> None:
    text = "a\x1b[31m\u202eb\u2028c\ud800"
    place = Place(SourceFile("\x1b]0;x\x07.md", text), Span(1, 2))
    finding = Diagnostic("P999", Severity.ERROR, f"bad {text}", place, (text,))
    written = render([finding])
    assert {unicodedata.category(c) for c in written if c != "\n"}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl"}
    )
    assert "a<U+001B>[31m<U+202E>b<U+2028>c<U+D800>" in written


def test_colour_is_added_only_when_asked_for_and_changes_no_word() -> None:
    import re

    place = Place(SourceFile("a.md", "ab\n"), Span(0, 1))
    findings = [Diagnostic("P999", Severity.ERROR, "a fact", place, ("a way out",))]
    assert "\x1b" not in render(findings)
    coloured = render(findings, colour=True)
    assert "\x1b[1;31m^\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(findings)


def test_a_file_without_text_is_named_without_a_line() -> None:
    place = Place(SourceFile("a.md", ""), Span(0, 0))
    assert (
        render([Diagnostic("P001", Severity.ERROR, "a fact", place)])
        == "error[P001]: a fact\n --> a.md\n"
    )


def test_of_very_many_findings_the_errors_are_shown_and_the_rest_is_counted() -> None:
    warnings = [Diagnostic("P998", Severity.WARNING, "a fact")] * 150
    lines = render([*warnings, Diagnostic("P999", Severity.ERROR, "another")]).splitlines()
    assert lines[0] == "error[P999]: another"
    assert lines[-1] == "… and 51 more findings"
    assert lines.count("warning[P998]: a fact") == 99


def cell_count(text: str) -> int:
    return sum(
        0
        if unicodedata.category(c) in {"Mn", "Me"}
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


@given(st.text(max_size=80), st.text(min_size=1, max_size=20), st.text(max_size=80))
def test_carets_stand_under_the_words_and_are_as_wide(before: str, marked: str, after: str) -> None:
    safe = [
        c
        for c in before + marked + after
        if unicodedata.category(c)[0] != "C" and c not in "\u2028\u2029"
    ]
    line = "".join(safe)
    start = min(len(before), max(len(line) - 1, 0))
    end = min(start + len(marked), len(line))
    drawn = shown(line, start, end)
    if line.strip() and cell_count(line) <= WINDOW:
        assert drawn[-1].index("^") == cell_count("1 | " + line[:start])
        assert drawn[-1].count("^") == max(cell_count(line[start:end]), 1)


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_any_span_of_any_text_can_be_shown(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    lines = shown(text, start, end)
    assert lines[0] == "error[P999]: a fact"
    assert not text or "^" in lines[4]
