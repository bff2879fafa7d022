import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.source.parse import parse

ENGLISH = "::: {.edition lang=en-HK}\n\n# A clinic opens\n\nIt opens today.\n\n:::\n"
CHINESE = "::: {.edition lang=zh-Hant-HK}\n\n# 診所開幕\n\n今日啟用。\n\n:::\n"
FRONT = "---\nid: clinic-1\ndate: 2025-10-21\nhouse: journal\n---\n\n"


def parsed(text: str) -> tuple[Release | None, list[tuple[str, int, str]]]:
    """Return the release, and of each finding its code, its line and the text under its place."""
    report = Report()
    file = SourceFile("a.md", text)
    release = parse(file, report)
    places = [(f, f.place.span) for f in report if f.place]
    return release, [
        (f.code, file.position(span.start).line, file.slice(span)) for f, span in places
    ]


def test_a_release_holds_its_editions_in_the_order_of_the_source() -> None:
    release, findings = parsed(FRONT + CHINESE + ENGLISH)
    assert findings == []
    assert release
    assert [edition.language for edition in release.editions] == ["zh-Hant-HK", "en-HK"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    release, findings = parsed((FRONT + ENGLISH).replace("\n", end))
    assert findings == []
    assert release


def test_a_release_without_edition_is_refused() -> None:
    release, findings = parsed(FRONT)
    assert release is None
    assert findings == [("P020", 7, "")]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("zh_HK", "P021"),
        ("Chinese", "P021"),
        ("tlh", "P022"),
        ("zh-hant-hk", "P022"),
        ("en-HK", "P023"),
    ],
)
def test_an_edition_needs_a_known_language_of_its_own(tag: str, code: str) -> None:
    release, findings = parsed(FRONT + ENGLISH + CHINESE.replace("zh-Hant-HK", tag))
    assert release is None
    assert findings == [(code, 14, tag)]


def test_an_unknown_language_names_the_known_ones() -> None:
    report = Report()
    parse(SourceFile("a.md", FRONT + ENGLISH.replace("en-HK", "en-ZZ")), report)
    (finding,) = report
    assert finding.hints[0] == "did you mean `en-HK`?"
    assert "zh-Hant-HK" in finding.hints[1]


def test_an_edition_that_is_there_cannot_be_omitted() -> None:
    front = FRONT.replace("house:", "omit: {en-HK: too late}\nhouse:")
    assert parsed(front + ENGLISH)[1] == [("M042", 4, "{en-HK: too late}")]
    assert parsed(front + CHINESE)[1] == []


def test_faults_of_front_matter_and_text_come_together_in_the_order_of_their_places() -> None:
    text = (
        FRONT.replace("journal", "Journal")
        + ENGLISH.replace("# A", "A")
        + CHINESE.replace("zh", "xx")
    )
    release, findings = parsed(text.replace("2025-10-21", "2025-10-41"))
    assert release is None
    codes = [code for code, _, _ in findings]
    assert codes[:2] == ["M017", "M015"]
    assert codes[-1] == "P022"
    lines = [line for _, line, _ in findings]
    assert lines == sorted(lines)
    assert len(findings) == 4


def test_text_without_front_matter_is_refused_without_a_flood_of_findings() -> None:
    assert [code for code, _, _ in parsed(ENGLISH)[1]] == ["P010"]


PIECES = st.sampled_from(
    [
        FRONT,
        ENGLISH,
        CHINESE,
        "---\n",
        ":::\n",
        "::: {.edition lang=en-HK}\n",
        "# 題\n",
        "a: b\n",
        "\r",
        "\x0b",
        "漢*字*",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=10)), max_size=8))
def test_no_text_raises_and_every_place_lies_in_the_file(pieces: list[str]) -> None:
    text = "".join(pieces)
    report = Report()
    release = parse(SourceFile("a.md", text), report)
    assert (release is None) == report.failed
    assert all(f.place and 0 <= f.place.span.start <= f.place.span.end <= len(text) for f in report)
