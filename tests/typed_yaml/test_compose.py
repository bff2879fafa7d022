import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.place import SourceFile, Span
from pressroom.typed_yaml.compose import LONGEST, compose
from pressroom.typed_yaml.nodes import (
    BrokenNode,
    Context,
    ListNode,
    MappingNode,
    Node,
    ScalarNode,
)


def composed(text: str) -> tuple[Node | None, Report]:
    report = Report()
    file = SourceFile("a.yaml", text)
    return compose(Context(file, report, "M"), Span(0, len(text))), report


def found(text: str) -> list[tuple[str, str]]:
    """Return the code of each finding, and the text that its place covers."""
    _, report = composed(text)
    return [(f.code, f.place.file.slice(f.place.span)) for f in report if f.place]


def plain(node: Node | None) -> object:
    match node:
        case ScalarNode():
            return node.text
        case ListNode():
            return [plain(item) for item in node.items]
        case MappingNode():
            return {pair.key.text: plain(pair.value) for pair in node.pairs}
        case BrokenNode() | None:
            return None


def test_no_text_is_converted_to_another_type() -> None:
    node, report = composed("country: NO\nat: 12:30\ntel: 0123\nn: 1_000\nday: 2025-10-21\nx: ~\n")
    assert not report.findings
    assert plain(node) == {
        "country": "NO",
        "at": "12:30",
        "tel": "0123",
        "n": "1_000",
        "day": "2025-10-21",
        "x": "~",
    }


def test_block_and_flow_forms_give_the_same_values() -> None:
    block, _ = composed("a:\n  - x\n  - b: y\n")
    flow, _ = composed("{a: [x, {b: y}]}")
    assert plain(block) == plain(flow)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_exact_whatever_the_line_ends(end: str) -> None:
    text = end.join(["# 說明", "a: 漢字", "b:", "  - 'x'", "c: |", "  one", "", "d: 1", ""])
    node, _ = composed(text)
    assert isinstance(node, MappingNode)
    covered = [text[pair.value.span.start : pair.value.span.end] for pair in node.pairs]
    assert covered == ["漢字", "- 'x'", f"|{end}  one", "1"]


def test_a_mapping_ends_with_its_last_value_and_not_with_the_lines_after_it() -> None:
    text = "a:\n  b: 1\n  c: 2   # two\n\n# more\nd: 3\n"
    node, _ = composed(text)
    assert isinstance(node, MappingNode)
    assert text[node.span.start : node.span.end] == text.rstrip()
    assert text[node.pairs[0].value.span.start : node.pairs[0].value.span.end] == "b: 1\n  c: 2"


def test_many_mappings_beside_each_other_are_not_deep() -> None:
    node, report = composed("- {a: [1]}\n" * 100)
    assert not report.findings
    assert isinstance(node, ListNode)
    assert len(node.items) == 100


def test_a_part_of_a_file_is_read_with_places_of_the_whole_file() -> None:
    file = SourceFile("a.md", "前言\na: b\n尾")
    node = compose(Context(file, Report(), "M"), Span(3, 8))
    assert isinstance(node, MappingNode)
    assert file.slice(node.pairs[0].value.span) == "b"


@pytest.mark.parametrize(
    ("text", "code", "covered"),
    [
        ("title: a: b", "M001", ":"),
        ('a: "x', "M001", '"'),
        ("a: [x\nb: c", "M001", "["),
        ("a: {x: y\nb: c", "M001", "{"),
        ("a:\n\t- b", "M001", "\t"),
        ("a: 'x' y", "M001", "y"),
        ("a: `b`", "M001", "`"),
        ('a: "\\d"', "M001", "d"),
        ("a: b\n---\nc: d", "M002", "---"),
        ("a: &x b", "M003", "&"),
        ("a: *x", "M003", "*x"),
        ("a: !!python/object:os.system x", "M004", "!"),
        ("a: !x [1]", "M004", "!"),
        ('a: "\\0"', "M007", '"\\0"'),
        ('a: "\\ud800"', "M007", '"\\ud800"'),
        ("? [a]\n: b", "M008", "[a]"),
        ("a: 1\nb: 2\na: 3", "M009", "a"),
        ("a: x\u2028y: z", "M001", "\u2028"),
        ("a: {x: y z: w}", "M001", ":"),
    ],
)
def test_a_fault_is_shown_where_it_stands(text: str, code: str, covered: str) -> None:
    assert (code, covered) in found(text)


def test_several_faults_are_found_at_once() -> None:
    codes = [code for code, _ in found("a: &x 1\nb: *x\nc: !t 2\na: 3\n")]
    assert codes == ["M003", "M003", "M004", "M009"]


def test_a_key_that_is_written_twice_names_the_first_line() -> None:
    _, report = composed("a: 1\nb: 2\na: 3\n")
    assert [f.hints for f in report] == [("its first value stands in line 1",)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(opening: str) -> None:
    assert "M005" in [code for code, _ in found(opening * 5000)]


def test_entities_that_multiply_are_refused_without_being_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert {code for code, _ in found(bomb)} == {"M003"}


def test_a_long_document_is_refused_before_it_is_read() -> None:
    _, report = composed("a: " + "x" * LONGEST)
    assert [f.code for f in report] == ["M006"]


@pytest.mark.parametrize(
    "text", ['a: "\\UFFFFFFFF"', f"%YAML 1.{'9' * 5000}\n---\na: b", "%YAML 2.0\n---\na"]
)
def test_what_the_yaml_library_chokes_on_is_a_finding(text: str) -> None:
    assert [code for code, _ in found(text)] == ["M001"]


YAML_LIKE = st.text(
    st.sampled_from("ab漢\n\r\t :-#'\"[]{},&*!|>%@`?\\~.0\u2028\ufeff\x00"), max_size=60
)


@given(st.one_of(st.text(max_size=40), YAML_LIKE))
def test_no_text_raises_and_every_place_lies_in_the_file(text: str) -> None:
    node, report = composed(text)
    spans = [f.place.span for f in report if f.place] + ([node.span] if node else [])
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@given(st.text(max_size=40))
def test_a_quoted_text_comes_back_as_it_was(text: str) -> None:
    from pressroom.model.characters import UNUSABLE

    clean = UNUSABLE.sub("", "".join(text.splitlines()))
    node, _ = composed("a: '" + clean.replace("'", "''") + "'")
    assert plain(node) == {"a": clean}
