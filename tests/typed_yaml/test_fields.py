import pytest

from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.typed_yaml import Fields, integer, list_of, read_yaml, record, text


def person(fields: Fields) -> tuple[str, int | None]:
    return fields.required("name", text()), fields.optional("age", integer(0, 150))


def people(fields: Fields) -> tuple[tuple[str, int | None], ...]:
    chief = fields.required("chief", record(person))
    return (chief, *(fields.optional("staff", list_of(record(person))) or ()))


def read(yaml: str) -> tuple[object, list[tuple[str, int]]]:
    report = Report()
    file = SourceFile("a.yaml", yaml)
    value = read_yaml(file, record(people), report, "H")
    return value, [(f.code, file.position(f.place.span.start).line) for f in report if f.place]


def test_records_nest() -> None:
    value, findings = read("chief: {name: Ann}\nstaff:\n- name: Bo\n  age: 3\n")
    assert value == (("Ann", None), ("Bo", 3))
    assert findings == []


def test_every_fault_of_every_record_comes_at_once() -> None:
    value, findings = read(
        "chief:\n  nam: Ann\nstaff:\n- name: [x]\n- age: old\n  name: Bo\nextra: 1\n"
    )
    assert value is None
    assert findings == [("H011", 2), ("H010", 2), ("H013", 4), ("H016", 5), ("H010", 7)]


def test_a_missing_record_gives_one_finding_and_not_one_for_each_of_its_keys() -> None:
    assert read("staff: []\n")[1] == [("H011", 1)]


def test_a_missing_key_says_what_to_add() -> None:
    report = Report()
    read_yaml(SourceFile("a.yaml", "age: 3"), record(person), report, "H")
    assert [(f.message, f.hints) for f in report] == [
        ("missing key `name`", ("add `name:` with a text",))
    ]


def test_an_unknown_key_suggests_the_nearest_or_lists_the_known_ones() -> None:
    report = Report()
    read_yaml(SourceFile("a.yaml", "name: x\nagee: 3\nzzz: 1"), record(person), report, "H")
    assert [f.hints for f in report] == [("did you mean `age`?",), ("known here: name, age",)]


def test_a_key_without_a_value_is_not_taken_for_a_missing_key() -> None:
    assert read("chief: {name: Ann}\nstaff:\n")[1] == [("H012", 2)]


@pytest.mark.parametrize(
    ("yaml", "hint"),
    [
        ("name: #0d4a5c", "`#` begins a comment: write what follows it alone, or quote it all"),
        ("name:  # to do", "write a value, or leave the key out"),
        ("name:\n#0d4a5c", "write a value, or leave the key out"),
    ],
)
def test_a_value_that_was_taken_for_a_comment_is_told(yaml: str, hint: str) -> None:
    report = Report()
    read_yaml(SourceFile("a.yaml", yaml), record(person), report, "H")
    assert [("H012", (hint,))] == [(f.code, f.hints) for f in report]


@pytest.mark.parametrize("yaml", ["chief: {name: #1}", "chief: {name: #1,\n  age: 3}\nstaff: []"])
def test_a_brace_that_was_taken_for_a_comment_is_told(yaml: str) -> None:
    report = Report()
    read_yaml(SourceFile("a.yaml", yaml), record(people), report, "H")
    (finding,) = report
    assert "mapping that is not closed" in finding.message
    assert finding.hints[0].endswith("a `#` behind a space begins a comment")


def test_a_document_that_is_no_mapping_is_refused() -> None:
    assert read("- a\n")[1] == [("H013", 1)]


def test_an_empty_document_is_refused() -> None:
    assert read("# only a comment\n")[1] == [("H012", 1)]


def test_a_fault_of_the_yaml_itself_leaves_no_value() -> None:
    value, findings = read("chief: {name: &x Ann}\n")
    assert value is None
    assert findings == [("H003", 1)]
