"""New paragraphs of a return that state what no other edition states."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from measure.effort import calls
from merge.conftest import NOTICE, SPECIMEN, Press
from merge.desk import edit, moved, new_paragraph
from merge.editing import Element
from pressroom.diagnostics import Diagnostic
from pressroom.merge.changes import Change
from pressroom.merge.places import places
from pressroom.place import SourceFile
from pressroom.press.merging import merge_return
from pressroom.press.one_sided import one_sided

Edit = Callable[[Element], object]
ENGLISH, CHINESE = "will be closed", "休息。"
DOSES = new_paragraph(ENGLISH, "All 42 doses of 2.5 mg were given on 4 May.", ENGLISH)
DOSES_TOO = new_paragraph(CHINESE, "42劑各2.5毫克，5月4日施用。", CHINESE)
NUMBER_TOO = new_paragraph(CHINESE, "共42劑。", CHINESE)
WORDS = new_paragraph(ENGLISH, "It is one of those specimens.", ENGLISH)


def told(source: Path, docx: bytes, folder: Path) -> list[str]:
    returned = folder / "return.docx"
    returned.write_bytes(docx)
    return [found.message for found in merge_return(source, returned, folder).findings]


def states(number: int, facts: str, language: str = "zh-Hant-HK") -> str:
    return f"a new paragraph (change {number}) states {facts}, and nothing new in the edition in {language} does"


@pytest.mark.parametrize(
    ("edits", "messages"),
    [
        ([DOSES], [states(1, "42, 2.5 mg, 4 May")]),
        ([DOSES, NUMBER_TOO], [states(1, "2.5 mg, 4 May")]),
        ([NUMBER_TOO], [states(1, "42", "en-HK")]),
        ([DOSES, DOSES_TOO], []),
        ([WORDS], []),
    ],
)
def test_the_facts_of_a_new_paragraph_are_named_where_another_edition_lacks_them(
    tmp_path: Path, notice: Press, edits: list[Edit], messages: list[str]
) -> None:
    assert messages == told(NOTICE, edit(notice.docx(notice.text), *edits), tmp_path)


def test_what_the_office_has_written_in_the_other_language_is_nothing_to_name(
    tmp_path: Path, notice: Press
) -> None:
    source = tmp_path / "notice.md"
    new = "42劑各2.5毫克，5月4日施用。"
    source.write_text(notice.text.replace("本通告為", f"{new}\n\n本通告為"), "utf-8")

    assert [] == told(source, edit(notice.docx(notice.text), DOSES), tmp_path)


def test_a_paragraph_that_was_moved_is_not_new(tmp_path: Path, specimen: Press) -> None:
    change = moved("The trial that never", "Light was the only thing")
    messages = told(SPECIMEN, edit(specimen.docx(specimen.text), change), tmp_path)

    assert [False] == [message.startswith("a new paragraph") for message in messages]


def test_twice_the_new_paragraphs_take_twice_the_work() -> None:
    work = {count: calls(lambda count=count: _findings(count)) for count in (20, 40)}

    assert work[40] < 2.2 * work[20]


def _findings(count: int) -> list[Diagnostic]:
    """Look through so many new paragraphs in each of two editions, which say the same."""
    new = [
        Change(number, f"e{number % 2 + 1}-p1", "Lee", "", text, "taken")
        for number, text in enumerate(["42劑。", "All 42 doses."] * count)
    ]
    languages = {1: "zh-Hant-HK", 2: "en-HK"}
    where = places(SourceFile("", ""), "", {})
    return list(one_sided(new, ("", ""), lambda _: (), languages, where))
