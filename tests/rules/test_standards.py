"""The table of the rules and their pages agree, and no rule is forgotten."""

from __future__ import annotations

import pytest

from rules import files, pages
from rules.case import RULES, Case, cases
from rules.standards import IDS, STATES, Rule, rules

CASES = cases()
TABLE = {rule.id: rule for rule in rules()}
KINDS = {*files.CHECKS, *pages.CHECKS}


def test_all_ninety_four_rules_are_in_the_table_in_their_order() -> None:
    assert list(IDS) == list(TABLE)
    assert 94 == len(IDS)


@pytest.mark.parametrize("rule", TABLE.values(), ids=lambda rule: rule.id)
def test_a_rule_says_how_far_and_where_it_is_kept(rule: Rule) -> None:
    assert rule.state in STATES
    assert rule.priority in {1, 2, 3}
    assert {*rule.where} <= {"pdf", "docx", "epub", "source"}
    assert (rule.state == "kept") == (rule.reason == "")
    if rule.state in {"kept", "partly"}:
        assert rule.where
        assert rule.case == f"rules/{rule.id}.md"
    if rule.state == "later":
        assert rule.case == ""


def test_every_page_is_in_the_table_and_every_page_of_the_table_is_there() -> None:
    named = {rule.case for rule in TABLE.values() if rule.case}
    assert {f"rules/{path.name}" for path in RULES.glob("*.md")} - {"rules/README.md"} == named


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_page_bears_the_title_of_its_rule_and_proves_it(case: Case) -> None:
    rule = TABLE[case.rule]
    wanted = [expectation for sample in case.samples for expectation in sample.expectations]
    assert rule.title == case.title
    assert {expectation.kind for expectation in wanted} <= KINDS
    assert {sample.expectations != () for sample in case.samples} == {True}
    if rule.state == "kept":
        assert [] == [expectation for expectation in wanted if not expectation.kept]
    if rule.state == "not":
        assert {False} == {expectation.kept for expectation in wanted}


FILES = {
    "docx": "docx",
    "epub": "epub",
    "css": "epub",
    "said": "source",
    "findings": "source",
    "checked": "source",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_page_looks_in_the_files_that_the_table_names(case: Case) -> None:
    kinds = {expectation.kind for sample in case.samples for expectation in sample.expectations}
    looked = {FILES.get(kind, "pdf") for kind in kinds - {"houses"}}
    # what a house is told, all its files follow
    named = {*TABLE[case.rule].where} if "houses" not in kinds else looked
    assert looked == named
