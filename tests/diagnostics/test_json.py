import json

from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.diagnostics.json import to_json
from pressroom.place import Place, SourceFile, Span


def test_a_finding_has_the_same_keys_whether_or_not_it_has_a_place() -> None:
    place = Place(SourceFile("甲.md", "ab\n漢字\n"), Span(4, 5))
    findings = [
        Diagnostic("P004", Severity.ERROR, "a fact", place, ("a way out",)),
        Diagnostic("U001", Severity.WARNING, "another"),
    ]
    assert json.loads(to_json(findings)) == [
        {
            "code": "P004",
            "severity": "error",
            "message": "a fact",
            "file": "甲.md",
            "start": {"offset": 4, "line": 2, "column": 2},
            "end": {"offset": 5, "line": 2, "column": 3},
            "hints": ["a way out"],
        },
        {
            "code": "U001",
            "severity": "warning",
            "message": "another",
            "file": None,
            "start": None,
            "end": None,
            "hints": [],
        },
    ]


def test_no_findings_are_an_empty_array() -> None:
    assert to_json([]) == "[]\n"


@given(st.text(), st.text(st.characters()))
def test_any_message_and_any_name_can_be_encoded(message: str, name: str) -> None:
    place = Place(SourceFile(name + "\udcff", "x"), Span(0, 1))
    written = to_json([Diagnostic("P004", Severity.ERROR, message, place)]).encode("utf-8")
    assert len(json.loads(written)) == 1
