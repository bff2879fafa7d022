from __future__ import annotations

import pytest

from pressroom.place import SourceFile
from pressroom.source.markdown.codes import Code
from source.markdown.written import edition, findings, findings_of, forms, read

EN = "::: {.edition lang=en-HK}\n# Head\n\nText\n\n:::\n"
ZH = "::: {.edition lang=zh-Hant-HK}\n\n# 頭\n\n文\n\n:::\n"


def codes(text: str) -> list[str]:
    return [code for code, _ in findings_of(SourceFile("release.md", text))]


def test_editions_come_in_written_order_with_their_language_and_headline() -> None:
    (english, chinese), report = read(SourceFile("release.md", EN + "\n<!-- and -->\n\n" + ZH))
    assert [] == list(report)
    assert ("en-HK", "zh-Hant-HK") == (english.language, chinese.language)
    assert (("Head",), ("頭",)) == (forms(english.headline), forms(chinese.headline))


def test_an_edition_spans_its_fences() -> None:
    file = SourceFile("release.md", "\n" + EN)
    (found,), _ = read(file)
    assert EN.strip() == file.slice(found.span)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Text\n\nmore", ["P101"]),
        (EN + "Text\n\nmore\n\n" + ZH + "again", ["P101", "P101"]),
        ("::: notes\na\n:::", ["P101"]),
        (EN.replace(" lang=en-HK", ""), ["P102"]),
        (EN.replace("lang", "language"), ["P114", "P102"]),
        (EN.replace("lang", ".wide lang"), ["P114"]),
        (EN.replace("# Head", ""), ["P106"]),
        (EN.replace("# Head", "## Head"), ["P106"]),
        (EN.replace("# Head", "#"), ["P109"]),
        (EN.replace("# Head", "Text\n\n# Head"), ["P106", "P107"]),
        (EN.removesuffix(":::\n"), ["P110"]),
        (EN.removesuffix(":::\n") + ZH, ["P110"]),
        (EN + ":::\n", ["P111"]),
    ],
)
def test_the_frame_of_the_editions_is_checked(text: str, expected: list[str]) -> None:
    assert expected == codes(text)


def test_an_edition_that_is_not_closed_does_not_swallow_the_next() -> None:
    editions, _ = read(SourceFile("release.md", EN.removesuffix(":::\n") + ZH))
    assert ["en-HK", "zh-Hant-HK"] == [found.language for found in editions]


def test_notes_stand_in_the_order_of_their_first_call() -> None:
    found = edition("[^c]: third\n\nA[^b] b[^a] c[^b]\n\n[^a]: one[^c]\n\n    two\n[^b]: x")
    assert ["b", "a", "c"] == [note.label for note in found.notes]
    assert 2 == len(found.notes[1].blocks)


def test_notes_may_call_each_other_without_end() -> None:
    assert ["a", "b"] == [
        note.label for note in edition("A[^a]\n\n[^a]: b[^b]\n\n[^b]: a[^a]").notes
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A[^x]", [("P140", "[^x]")]),
        ("A\n\n[^x]: b", [("P141", "[^x]: b")]),
        ("A\n\n[^x]: b[^x]", [("P141", "[^x]: b[^x]")]),
        ("A[^x]\n\n[^x]: b\n\n[^x]: c", [("P142", "[^x]: c")]),
        ("A[^x]\n\n[^x]：甲", [("P144", "：")]),
        ("A[^x]\n\n[^x]:\n\nB", [("P143", "[^x]:")]),
    ],
)
def test_notes_and_their_calls_belong_together(body: str, expected: list[tuple[str, str]]) -> None:
    assert expected == findings(body)


@pytest.mark.parametrize("before", ["", "## Sub-head\n\n", "<!-- c -->\n\n"])
def test_a_dateline_opens_the_first_paragraph(before: str) -> None:
    assert [] == findings(f"{before}[Hong Kong, 1 May 2026]{{.dateline}} Text")


@pytest.mark.parametrize(
    "body",
    [
        "Text [a]{.dateline}",
        "Text\n\n[a]{.dateline} text",
        "- [a]{.dateline} text",
        "**[a]{.dateline}** text",
        "## [a]{.dateline}",
        "A[^n]\n\n[^n]: [a]{.dateline}",
    ],
)
def test_a_dateline_stands_nowhere_else(body: str) -> None:
    assert [("P182", "[a]{.dateline}")] == findings(body)


def test_there_is_one_dateline() -> None:
    assert [("P182", "[b]{.dateline}")] == findings("[a]{.dateline} [b]{.dateline} text")


def test_every_code_has_one_number_and_a_meaning() -> None:
    assert len(Code) == len({code.value for code in Code})
    assert all(code.meaning for code in Code)


def open_with(text: str) -> str:
    """Put a text at the end of the first of two editions."""
    return EN.removesuffix(":::\n") + text + "\n\n:::\n\n" + ZH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (open_with("Text[^a]\n\n<!-- a\n\n[^a]: b"), [("P121", "<!-- a")]),
        (open_with("<!-- a") + "<!-- b -->", [("P121", "<!-- a")]),
        (open_with("```\na"), [("P123", "```")]),
        (open_with("```\na\n\n::: notes\n```"), [("P123", "```")]),
        ("<!-- a\n\n" + EN + ZH, [("P121", "<!-- a")]),
        (open_with("a\n\n:::\n\nb\n\n## C"), [("P101", "b")]),
        (EN.replace(":::", "::", 1), [("P118", ":: {.edition lang=en-HK}")]),
        (EN.removesuffix(":::\n") + "::\n\n" + ZH, [("P118", "::")]),
        (
            EN.replace(":::", "：：："),
            [("P118", "：：： {.edition lang=en-HK}"), ("P118", "：：：")],
        ),
        (EN.replace("HK}", "HK"), [("P113", "::: {.edition lang=en-HK")]),
        (EN.replace("edition", "editon"), [("P101", "::: {.editon lang=en-HK}")]),
    ],
)
def test_the_cause_is_told_without_what_follows_from_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == findings_of(SourceFile("release.md", text))


def test_what_is_commented_out_hides_no_other_fault() -> None:
    text = "<!--\n::: notes\na\n:::\n-->\n" + EN.removesuffix(":::\n")
    assert ["P110"] == codes(text)


@pytest.mark.parametrize("sign", ["#Head", "## Head", "＃ Head"])
def test_a_headline_that_is_almost_one_is_shown_how_to_write_it(sign: str) -> None:
    _, report = read(SourceFile("release.md", EN.replace("# Head", sign)))
    (finding,) = report
    assert ("write it as a line `# …`",) == finding.hints
