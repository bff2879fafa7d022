import re
from enum import Enum
from typing import TypeVar

import pytest

from pressroom.diagnostics import Report
from pressroom.model.release import Localised
from pressroom.place import SourceFile
from pressroom.typed_yaml import (
    Form,
    Kind,
    boolean,
    by_key,
    choice,
    integer,
    language_tag,
    length,
    list_of,
    localised,
    read_yaml,
    text,
)

T = TypeVar("T")


class Colour(Enum):
    RED = "red"
    GREEN = "green"


def value(kind: Kind[T], yaml: str) -> T | None:
    report = Report()
    result = read_yaml(SourceFile("a.yaml", yaml), kind, report, "H")
    assert not report.findings
    return result


def fault(kind: Kind[T], yaml: str) -> tuple[str, str]:
    report = Report()
    assert read_yaml(SourceFile("a.yaml", yaml), kind, report, "H") is None
    (finding,) = report
    assert finding.place
    return finding.code, finding.place.file.slice(finding.place.span)


def test_a_text_is_what_was_written() -> None:
    assert value(text(), "0123") == "0123"
    assert value(text(), "'a  b '") == "a  b "
    assert value(text(), ">\n  a\n  b\n") == "a b"


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("", "H012"),
        ("''", "H012"),
        ("[a]", "H013"),
        ("{a: b}", "H013"),
        ("|\n  a\n  b\n", "H014"),
        ('"a\\tb"', "H014"),
        ("漢\n字", "H014"),
    ],
)
def test_what_is_no_text_on_one_line_is_refused(yaml: str, code: str) -> None:
    assert fault(text(), yaml)[0] == code


def test_an_empty_text_may_be_admitted_but_must_be_written() -> None:
    assert value(text(empty=True), "''") == ""
    assert fault(text(empty=True), "# nothing")[0] == "H012"


def test_a_text_of_another_form_gets_the_hint_of_the_form() -> None:
    form = Form("a grade", re.compile("[A-C]"), "write A, B or C")
    report = Report()
    read_yaml(SourceFile("a.yaml", "D"), text(form), report, "H")
    assert [(f.message, f.hints) for f in report] == [("`D` is not a grade", ("write A, B or C",))]
    assert value(text(form), "B") == "B"


@pytest.mark.parametrize("yaml", ["0", "6", "1.0", "01", "1_0", "0x1", "one", "１", "9" * 9999])
def test_only_a_plain_whole_number_within_its_limits_is_an_integer(yaml: str) -> None:
    assert fault(integer(1, 5), yaml) == ("H016", yaml)


def test_an_integer_is_read() -> None:
    assert value(integer(-5, 5), "-3") == -3


@pytest.mark.parametrize("yaml", ["yes", "True", "on", "1"])
def test_only_true_and_false_are_truth_values(yaml: str) -> None:
    assert fault(boolean(), yaml)[0] == "H019"
    assert value(boolean(), "false") is False


def test_a_word_that_is_nearly_right_is_suggested() -> None:
    report = Report()
    read_yaml(SourceFile("a.yaml", "gren"), choice(Colour), report, "H")
    assert [f.hints for f in report] == [("did you mean `green`?", "choose red or green")]
    assert value(choice(Colour), "green") is Colour.GREEN


@pytest.mark.parametrize(
    ("yaml", "points"), [("10.5pt", 10.5), ("25.4mm", 72), ("2.54cm", 72), ("1 in", 72), ("0pt", 0)]
)
def test_lengths_of_print_are_returned_in_points(yaml: str, points: float) -> None:
    assert value(length(), yaml) == pytest.approx(points)


@pytest.mark.parametrize(
    "yaml", ["10", "0", "1.5em", "12px", "50%", "1,5mm", "-1pt", "1e3pt", "pt"]
)
def test_a_bare_number_or_another_unit_is_no_length(yaml: str) -> None:
    assert fault(length(), yaml) == ("H020", yaml)


def test_every_wrong_entry_of_a_list_is_reported() -> None:
    report = Report()
    read_yaml(SourceFile("a.yaml", "[1, x, 2, y]"), list_of(integer(1, 5)), report, "H")
    assert [f.message[:3] for f in report] == ["`x`", "`y`"]


def test_a_list_may_need_entries() -> None:
    assert fault(list_of(text(), least=1), "[]") == ("H022", "[]")
    assert value(list_of(text()), "[]") == ()


def test_keys_can_be_data() -> None:
    kind = by_key(choice(Colour), integer(0, 9))
    assert value(kind, "{red: 1, green: 2}") == ((Colour.RED, 1), (Colour.GREEN, 2))
    assert fault(kind, "{red: 1, blue: 2}") == ("H019", "blue")


def test_two_spellings_of_one_language_are_the_same_key() -> None:
    assert fault(by_key(language_tag(), text()), "{en-HK: a, en-hk: b}") == ("H009", "en-hk")


def test_a_text_may_be_one_for_all_or_one_for_each_language() -> None:
    assert value(localised(), "Ann") == Localised((("", "Ann"),))
    assert value(localised(), "{en: Ann, zh-hant: 安}") == Localised(
        (("en", "Ann"), ("zh-Hant", "安"))
    )


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [("{en_HK: a}", ("H021", "en_HK")), ("{}", ("H022", "{}")), ("[a]", ("H013", "[a]"))],
)
def test_a_localised_text_needs_language_tags(yaml: str, expected: tuple[str, str]) -> None:
    assert fault(localised(), yaml) == expected
