"""Two versions in one Word file: accepted it is the later one, rejected the former one, and an editor can read it."""

from __future__ import annotations

from itertools import pairwise
from types import ModuleType

import pytest

from merge.conftest import Press
from merge.editing import with_part
from merge.sources import random_source, seeded
from pressroom.merge.merging import merge
from pressroom.merge.returned import read_return
from pressroom.press.validators import ooxml_sdk, openxml_audit
from redline.conftest import Redlining
from redline.reading import W, part, structure
from redline.revising import revised
from redline.second_readers import libreoffice, ours
from validators import docx_checks


def changes(docx: bytes, name: str = "word/document.xml") -> list[tuple[str, str]]:
    """Return the recorded changes: what was done, and to which text."""
    return [
        (
            element.tag.removeprefix(W),
            "".join(node.text or "" for node in element.iter(f"{W}t", f"{W}delText")),
        )
        for element in part(docx, name).iter(f"{W}ins", f"{W}del", f"{W}rPrChange", f"{W}pPrChange")
    ]


REWORKED = (
    ("- one strip on the way to each bathroom, and\n   - one", "- one"),
    ("| White ceiling light | 12 | 41,190 | 173 | 4.2 |\n", ""),
    ("Falls per[]{.break}1,000", "Falls per 1,000"),
    ("halves night-time falls on", "halves night-time falls[]{.break}on"),
    ("4.2 to 2.1 per", "4.2 to 2.0 per"),
    ("lamps gave 5 lux", "lamps gave **5 lux**"),
    ("### A word from the wards", "## A word from the wards"),
    ("[ask the press office](mailto:press@harbour.example)", "ask the press office"),
    ("remained the upper limit.[^dose]", "remained the upper limit."),
    ("sensors in the rooms", "sensors[^dose] in the rooms"),
    ("is set aside for examples", "is kept for examples"),
    ("    - never with alcohol.\n", "    - never with wine;\n    - never at noon.\n"),
    ("chart-zh.svg", "corridor.png"),
    ("sai3 dang1", "sai3 dang6"),
    ("（lorazepam）", ""),
    ("[全屬虛構]{.dots}", "全屬虛構"),
    ("::: {.boilerplate}\n## 關於出版社", "::: {.boilerplate}\n新的一段。\n\n## 關於出版社"),
)
"""What is changed in the specimen: a change of each kind."""


def reworked(text: str) -> str:
    for old, new in REWORKED:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def test_accepted_it_is_the_later_version_and_rejected_the_former_one(
    notice: Press, redlined: Redlining
) -> None:
    for seed in range(30):
        random = seeded(seed)
        old = random_source(random)
        new = revised(old, random)
        docx = redlined(notice, old, new)
        assert structure(notice.docx(new)) == structure(docx, "accept"), seed
        assert structure(notice.docx(old)) == structure(docx, "reject"), seed


@pytest.fixture(scope="module")
def changed(notice: Press, specimen: Press, redlined: Redlining) -> list[bytes]:
    """Return a redline made up at random and one with a change of each kind."""
    random = seeded(1)
    old = random_source(random)
    return [
        redlined(notice, old, revised(old, random)),
        redlined(specimen, specimen.text, reworked(specimen.text)),
    ]


@pytest.mark.parametrize("judge", [docx_checks, openxml_audit, ooxml_sdk])
def test_every_judge_is_content(judge: ModuleType, changed: list[bytes]) -> None:
    for docx in changed:
        # that a change is recorded is, to the eye of a check, formatting of its own
        faults = [one for one in judge.validate(docx) if not one.startswith("direct formatting")]
        assert [] == faults


def test_ruby_pictures_tables_lists_links_and_notes_are_held_in_both_versions(
    specimen: Press, changed: list[bytes]
) -> None:
    docx = changed[1]

    assert structure(specimen.docx(reworked(specimen.text))) == structure(docx, "accept")
    assert structure(specimen.docx(specimen.text)) == structure(docx, "reject")


def test_only_what_differs_is_marked(notice: Press, redlined: Redlining) -> None:
    new = notice.text.replace("will be closed", "is closed")

    assert [("del", "will be"), ("ins", "is")] == changes(redlined(notice, notice.text, new))


def test_a_list_at_the_end_stays_the_list_that_it_is(notice: Press, redlined: Redlining) -> None:
    head = notice.text[: notice.text.index(":::")]
    old, new = (
        f"{head}::: {{.edition lang=en-HK}}\n\n# T\n\n{words}\n\n- A red boat\n    - a small one\n\n:::\n"
        for words in ("All came", "All went")
    )

    assert [("del", "came"), ("ins", "went")] == changes(redlined(notice, old, new))


def test_a_paragraph_that_was_moved_is_recorded_as_a_move(
    notice: Press, redlined: Redlining
) -> None:
    moved, *others = "Boats came.", "## The pier at night", "Nobody waited there."
    old, new = (
        notice.text.replace("###", "\n\n".join([*lines, "###"]), 1)
        for lines in ([moved, *others], [*others, moved])
    )
    docx = redlined(notice, old, new)
    root = part(docx, "word/document.xml")

    for way in ("moveFrom", "moveTo"):
        (place,) = root[0].iterfind(f"{W}p/{W}{way}")
        assert moved == "".join(node.text for node in place.iter(f"{W}t"))
    names = {
        one.get(f"{W}name")
        for way in ("From", "To")
        for one in root.iter(f"{W}move{way}RangeStart")
    }
    assert 1 == len(names)
    assert structure(notice.docx(new)) == structure(docx, "accept")
    assert structure(notice.docx(old)) == structure(docx, "reject")
    assert [] == [*openxml_audit.validate(docx), *ooxml_sdk.validate(docx)]


def test_two_versions_that_say_the_same_have_no_changes(
    specimen: Press, redlined: Redlining
) -> None:
    assert [] == changes(redlined(specimen, specimen.text, specimen.text))


def test_a_clause_of_chinese_is_exchanged_as_a_whole(notice: Press, redlined: Redlining) -> None:
    line = "::: {.edition lang=zh-Hant-HK}\n\n# 題\n\n病人在晚上可以安心離床，%s。\n\n:::\n"
    head = notice.text[: notice.text.index(":::")]
    docx = redlined(notice, head + line % "次數減少一半", head + line % "時間縮短一成")

    assert [("del", "次數減少一半"), ("ins", "時間縮短一成")] == changes(docx)


@pytest.mark.parametrize("tag", ["ins", "del"])
def test_a_paragraph_that_was_parted_and_two_that_were_joined_differ_in_a_mark(
    tag: str, notice: Press, redlined: Redlining
) -> None:
    parted = notice.text.replace("2026. Enquiries", "2026.\n\nEnquiries")
    versions = (notice.text, parted) if tag == "ins" else (parted, notice.text)
    docx = redlined(notice, *versions)

    assert [(tag, ""), ({"ins": "del", "del": "ins"}[tag], " ")] == sorted(
        (each for each in changes(docx) if each[0] != "pPrChange"), key=lambda each: each[1]
    )
    assert structure(notice.docx(versions[1])) == structure(docx, "accept")
    assert structure(notice.docx(versions[0])) == structure(docx, "reject")


def test_a_new_paragraph_is_no_part_of_one_before_that_has_its_words(
    notice: Press, redlined: Redlining
) -> None:
    new = notice.text.replace("working day.", "working day.\n\n## The next working day", 1)

    made = changes(redlined(notice, notice.text, new))
    assert [("ins", ""), ("ins", "The next working day")] == made


def test_bold_that_came_is_a_change_of_looks(notice: Press, redlined: Redlining) -> None:
    new = notice.text.replace("will be closed", "**will be closed**")

    assert [("rPrChange", "")] == changes(redlined(notice, notice.text, new))


def test_a_paragraph_that_became_a_heading_is_a_change_of_its_properties(
    notice: Press, redlined: Redlining
) -> None:
    old = notice.text.replace("\n\n###", "\n\nA last word\n\n###", 1)
    new = notice.text.replace("\n\n###", "\n\n## A last word\n\n###", 1)

    assert [("pPrChange", "")] == changes(redlined(notice, old, new))


def test_a_note_that_came_is_marked_with_its_call(notice: Press, redlined: Redlining) -> None:
    note = " And more.[^more]\n\n[^more]: Told by the ward.\n\n###"
    new = notice.text.replace("\n\n###", note, 1)
    docx = redlined(notice, notice.text, new)

    assert [("ins", " And more.")] == changes(docx)
    assert ("ins", " Told by the ward.") in changes(docx, "word/footnotes.xml")


def test_an_edition_that_came_is_marked_as_a_whole(notice: Press, redlined: Redlining) -> None:
    one = notice.text[: notice.text.index("::: {.edition lang=zh")]
    docx = redlined(notice, one, notice.text)

    assert structure(notice.docx(one)) == structure(docx, "reject")[:-1]
    assert structure(notice.docx(notice.text)) == structure(docx, "accept")


def test_a_redline_that_comes_back_untouched_changes_nothing_in_the_later_version(
    specimen: Press, changed: list[bytes]
) -> None:
    new = reworked(specimen.text)
    returned = read_return("return.docx", changed[1])
    merged = merge(new, new, returned, specimen.reading.units)

    assert new == merged.source


def test_a_change_that_an_editor_rejects_takes_the_former_words_back(
    notice: Press, redlined: Redlining
) -> None:
    new = notice.text.replace("will be closed", "is closed").replace("next working", "next")
    docx = redlined(notice, notice.text, new)
    root = part(docx, "word/document.xml")
    rejected = next(ins for ins in root.iter(f"{W}ins") if "is" in "".join(ins.itertext()))
    restored = rejected.getprevious()
    for text in restored.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for run in restored:
        restored.addprevious(run)
    for change in (rejected, restored):
        change.getparent().remove(change)
    returned = read_return("return.docx", with_part(docx, root))

    wanted = new.replace("is closed", "will be closed")
    assert wanted == merge(new, new, returned, notice.reading.units).source


MARK = f"{W}bookmarkStart"

HARD = [
    # two insertions would meet at the mark of a paragraph that stays
    ("Beds are free\n\nCall us.", "Beds are few\n\nWe wait.\n\nCall us."),
    ("Beds are free\n\nCall us.", "Beds are free now\n\nWe wait.\n\nCall us."),
    ("Beds are free\n\nwe call you", "Beds are free now\n\nThen we call you"),
    ("病房設有床位\n\n請來電。", "病房設有空置床位十張\n\n現正等候。\n\n請來電。"),
    # line breaks in a sub-head and in cells
    ("## A head[]{.break}of two\n\n| a[]{.break}b |\n|---|\n| c d |\n\nEnd.", "## A head of two\n\n| a b |\n|---|\n| c[]{.break}d |\n\nEnd."),
    # what goes stands behind a table and its bookmark
    ("| A | B |\n|---|---|\n| 1 | 2 |\n\nBeds are free.\n\nCall us.", "| A | B |\n|---|---|\n| 1 | 2 |\n\nCall us."),
]  # fmt: skip
"""Versions that LibreOffice 7.4 reads wrongly, or ends over, where their changes are written in another way."""


def test_libreoffice_accepts_and_rejects_what_it_found_hard(
    notice: Press, redlined: Redlining
) -> None:
    head = notice.text[: notice.text.index(":::")]
    versions = [
        tuple(f"{head}::: {{.edition lang=en-HK}}\n\n# T\n\n{text}\n\n:::\n" for text in pair)
        for pair in HARD
    ]
    files = [redlined(notice, old, new) for old, new in versions]
    for (old, new), docx, read in zip(versions, files, libreoffice(files), strict=True):
        assert read is not None
        assert ours(notice.docx(new), "accept") == ours(docx, "accept") == read["accept"]
        assert ours(notice.docx(old), "accept") == ours(docx, "reject") == read["reject"]


def test_a_table_of_other_columns_comes_in_the_place_of_the_former_one(
    notice: Press, redlined: Redlining
) -> None:
    old, new = (
        notice.text.replace("###", f"{table}\n\n###", 1)
        for table in (
            "| A | B |\n|---|---|\n| 1 | 2 |",
            "| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |",
        )
    )
    docx = redlined(notice, old, new)

    assert structure(notice.docx(new)) == structure(docx, "accept")
    assert structure(notice.docx(old)) == structure(docx, "reject")
    assert [] == openxml_audit.validate(docx)
    # Word makes one table of two that touch
    names = [block.tag for block in part(docx, "word/document.xml")[0] if block.tag != MARK]
    assert (f"{W}tbl", f"{W}tbl") not in pairwise(names)


def test_an_author_and_a_day_sign_every_change(notice: Press, redlined: Redlining) -> None:
    root = part(
        redlined(notice, notice.text, notice.text.replace("closed", "open")), "word/document.xml"
    )
    signed = {
        (change.get(f"{W}author"), change.get(f"{W}date"))
        for change in root.iter(f"{W}ins", f"{W}del")
    }

    assert {("Lee 編輯", "2026-03-04T00:00:00Z")} == signed
