from dataclasses import replace
from datetime import UTC, datetime

import pytest

from edition.making import chinese, english, pieces, set_release, written
from edition.shown import shown
from pressroom.edition.embargo import embargo_instant
from pressroom.edition.projection import said
from pressroom.edition.resolved import DivisionBlock, ResolvedEdition, TextBlock
from pressroom.edition.walk import blocks_of
from pressroom.house.tokens import Role
from pressroom.language.records import en_hk, zh_hant_hk
from pressroom.model.release import Embargo, Status
from pressroom.testing.house import sample_house

FRONT = """version: 2
supersedes: test-0
correction:
  class: B
  date: 2026-03-04
  note: {en-HK: the number is 12, zh-Hant-HK: 數目應為12}
embargo: 2026-03-03T00:01 Asia/Hong_Kong
reference:
  authors: [A One, B Two, C Three, D Four, E Five, F Six, G Seven]
  title: Is light enough?
  journal: Harbour Med J
  year: 2026
  volume: 12
  issue: 1
  pages: 45-52
  doi: 10.5555/x.1
contacts:
  - name: {en: Ms Lam, zh-Hant: 林女士}
    role: {en: Press officer, zh-Hant: 新聞主任}
    tel: +852 5550 0123
    email: press@harbour.example
links:
  - {label: {en: The journal, zh-Hant: 期刊}, url: https://harbour.example}
"""
CITATION = "A One, B Two, C Three, et al. Is light enough? Harbour Med J 2026;12(1):45-52."


def lines(edition: ResolvedEdition) -> list[tuple[str, str]]:
    return [(one.identifier, one.text) for one in said(edition)]


def test_an_english_edition_is_complete_in_reading_order() -> None:
    assert [
        ("e1-kicker", "PRESS RELEASE"),
        ("e1-embargo", "Embargoed until 00:01 HKT on 3 March 2026"),
        ("e1-version", "Version 2"),
        ("e1-correction", "Corrected 4 March 2026: the number is 12"),
        ("e1-supersedes", "Supersedes test-0"),
        ("e1-headline", "A headline"),
        ("e1-b1", "Text."),
        ("e1-contact-title", "Media enquiries"),
        (
            "e1-contact-b1",
            "Ms Lam\nPress officer\nTel +852 5550 0123\nE-mail press@harbour.example",
        ),
        ("e1-source-title", "Source"),
        (
            "e1-source-b1",
            f"{CITATION} https://doi.org/10.5555/x.1",
        ),
        ("e1-links-title", "Follow us"),
        ("e1-links-b1", "The journal: https://harbour.example"),
    ] == lines(english("Text.", FRONT))


def test_no_line_of_an_embargo_ends_inside_a_date_or_between_a_time_and_its_zone() -> None:
    blocks = {one.identifier: one for one in blocks_of(english("Text.", FRONT))}
    embargo = blocks["e1-embargo"]

    assert isinstance(embargo, TextBlock)
    expected = "Embargoed until {no-break:00:01 HKT} on {no-break:3 March} 2026"
    assert expected == shown(embargo.pieces)


def test_a_chinese_edition_says_the_same_in_its_own_way() -> None:
    found = dict(lines(chinese("正文。", FRONT)))
    assert "禁止於香港時間2026年3月3日凌晨0時1分前發布" == found["e1-embargo"]
    assert "2026年3月4日更正：數目應為12" == found["e1-correction"]
    assert (
        "林女士\n新聞主任\n電話：+852 5550 0123\n電郵：press@harbour.example"
        == found["e1-contact-b1"]
    )
    assert "期刊：https://harbour.example" == found["e1-links-b1"]


def test_a_citation_in_a_chinese_edition_is_english() -> None:
    edition = chinese("正文。", FRONT)
    source = next(b for b in blocks_of(edition) if b.identifier == "e1-source-b1")
    assert isinstance(source, TextBlock)
    assert "en-HK" == source.language.tag


def test_addresses_and_numbers_in_the_tail_are_links() -> None:
    edition = english("Text.", FRONT)
    assert (
        "{strong:Ms Lam}/Press officer/Tel {no-break:<+852 5550 0123>}/E-mail <press@harbour.example>"
        == shown(pieces(edition, "e1-contact-b1"))
    )


def test_an_edition_that_says_whom_to_ask_is_left_to_it() -> None:
    edition = english("Text.\n\n::: {.contact}\nAsk nobody.\n:::", FRONT)
    divisions = [b.identifier for b in edition.blocks if isinstance(b, DivisionBlock)]
    assert ["e1-b2", "e1-source", "e1-links"] == divisions


@pytest.mark.parametrize(
    ("status", "stamp"), [(Status.DRAFT, "DRAFT"), (Status.WITHDRAWN, "WITHDRAWN")]
)
def test_a_release_that_is_not_final_is_stamped(status: Status, stamp: str) -> None:
    release = replace(written(("en-HK", "# A headline\n\nText.")), status=status)
    resolved, _ = set_release(release)
    kinds = [
        (b.role, shown(b.pieces)) for b in resolved.editions[0].blocks if isinstance(b, TextBlock)
    ]
    assert (Role.STAMP, stamp) == kinds[1]


@pytest.mark.parametrize(
    ("utc", "zone", "english_form", "chinese_form"),
    [
        (
            datetime(2026, 6, 3, 22, 30, tzinfo=UTC),
            "Europe/London",
            "23:30 BST on 3 June 2026 / 06:30 HKT on 4 June",
            "英國時間2026年6月3日晚上11時30分／香港時間6月4日上午6時30分",
        ),
        (
            datetime(2026, 10, 25, 23, 30, tzinfo=UTC),
            "Europe/London",
            "23:30 GMT on 25 October 2026 / 07:30 HKT on 26 October",
            "英國時間2026年10月25日晚上11時30分／香港時間10月26日上午7時30分",
        ),
        (
            datetime(2026, 12, 31, 16, 0, tzinfo=UTC),
            "America/New_York",
            "11:00 EST on 31 December 2026 / 00:00 (midnight) HKT on 1 January 2027",
            "美國東部時間2026年12月31日上午11時／香港時間2027年1月1日凌晨0時正",
        ),
        (  # America has summer time, Europe not yet
            datetime(2026, 3, 15, 16, 0, tzinfo=UTC),
            "America/New_York",
            "12 noon EDT on 15 March 2026 / 00:00 (midnight) HKT on 16 March",
            "美國東部時間2026年3月15日中午12時正／香港時間3月16日凌晨0時正",
        ),
        (
            datetime(2026, 3, 7, 17, 0, tzinfo=UTC),
            "America/New_York",
            "12 noon EST on 7 March 2026 / 01:00 HKT on 8 March",
            "美國東部時間2026年3月7日中午12時正／香港時間3月8日凌晨1時",
        ),
        (
            datetime(2026, 3, 28, 16, 0, tzinfo=UTC),
            "Europe/London",
            "16:00 GMT on 28 March 2026 / 00:00 (midnight) HKT on 29 March",
            "英國時間2026年3月28日下午4時／香港時間3月29日凌晨0時正",
        ),
        (
            datetime(2026, 3, 29, 15, 0, tzinfo=UTC),
            "Europe/London",
            "16:00 BST on 29 March 2026 / 23:00 HKT on 29 March",
            "英國時間2026年3月29日下午4時／香港時間3月29日晚上11時",
        ),
        (  # Europe has left summer time, America not yet
            datetime(2026, 10, 26, 15, 0, tzinfo=UTC),
            "America/New_York",
            "11:00 EDT on 26 October 2026 / 23:00 HKT on 26 October",
            "美國東部時間2026年10月26日上午11時／香港時間10月26日晚上11時",
        ),
        (
            datetime(2026, 11, 1, 16, 0, tzinfo=UTC),
            "America/New_York",
            "11:00 EST on 1 November 2026 / 00:00 (midnight) HKT on 2 November",
            "美國東部時間2026年11月1日上午11時／香港時間11月2日凌晨0時正",
        ),
        (  # one minute after midnight, which was once announced as 12:01 p.m.
            datetime(2026, 3, 2, 16, 1, tzinfo=UTC),
            "Asia/Hong_Kong",
            "00:01 HKT on 3 March 2026",
            "香港時間2026年3月3日凌晨0時1分",
        ),
        (
            datetime(2026, 3, 3, 4, 0, tzinfo=UTC),
            "Asia/Hong_Kong",
            "12 noon HKT on 3 March 2026",
            "香港時間2026年3月3日中午12時正",
        ),
    ],
)
def test_an_embargo_is_said_in_its_zone_and_in_hong_kong_time(
    utc: datetime, zone: str, english_form: str, chinese_form: str
) -> None:
    embargo = Embargo(utc, zone)
    assert english_form == embargo_instant(embargo, en_hk.RECORD)
    assert chinese_form == embargo_instant(embargo, zh_hant_hk.RECORD)


def test_metadata_come_from_the_release_alone() -> None:
    body = ("en-HK", "# A headline\n\nText.")
    front = FRONT + "glossary:\n  - {en: light, zh-Hant: 光}\n"
    release = written(body, ("zh-Hant-HK", "# 標題\n\n正文。"), front=front)
    first, second = (set_release(release)[0].metadata for _ in range(2))
    assert first == second
    assert first.urn.startswith("urn:uuid:")
    assert first.urn != set_release(replace(release, identifier="other"))[0].metadata.urn
    assert datetime(2026, 3, 2, 16, tzinfo=UTC) == first.issued
    assert datetime(2026, 3, 3, 16, tzinfo=UTC) == first.modified
    assert ("10.5555/x.1", ("light", "光"), 2) == (first.doi, first.keywords, first.version)


def test_the_description_is_the_lead_without_its_dateline_cut_where_a_reader_pauses() -> None:
    edition = english(
        f"[Hong Kong]{{.dateline}} A first clause,[^n] {'and more ' * 30}\n\n[^n]: Note."
    )
    assert edition.description.startswith("A first clause, and more")
    assert edition.description.endswith(" more and…")
    assert len(edition.description) <= 200


def test_a_running_head_is_the_headline_shortened() -> None:
    release = written(("en-HK", f"# Headline *of* {'many words ' * 12}\n\nText."))
    edition = set_release(release)[0].editions[0]
    assert edition.title.startswith("Headline of many")
    assert edition.title.startswith(edition.running_head.removesuffix("…"))
    assert len(edition.running_head) < 73 < len(edition.title)


def test_every_page_of_a_release_that_is_held_says_so() -> None:
    draft = replace(written(("en-HK", "# A headline\n\nText."), front=FRONT), status=Status.DRAFT)
    edition = set_release(draft)[0].editions[0]
    assert "DRAFT · Embargoed until 00:01 HKT on 3 March 2026" == edition.running_head


@pytest.mark.parametrize(
    ("status", "watermark"),
    [(Status.DRAFT, "DRAFT"), (Status.WITHDRAWN, "WITHDRAWN"), (Status.FINAL, "")],
)
def test_what_is_no_final_release_has_a_watermark(status: Status, watermark: str) -> None:
    release = replace(written(("en-HK", "# A headline\n\nText.")), status=status)
    resolved, _ = set_release(release)
    assert watermark == resolved.editions[0].watermark
    assert status is resolved.metadata.status


def test_metadata_hold_the_embargo_in_utc() -> None:
    release = written(("en-HK", "# A headline\n\nText."), front=FRONT)
    assert datetime(2026, 3, 2, 16, 1, tzinfo=UTC) == set_release(release)[0].metadata.embargo


def test_a_house_without_the_language_of_an_edition_is_reported() -> None:
    house = replace(sample_house(), labels=sample_house().labels[:1])
    release = written(("en-HK", "# A headline\n\nText."), ("zh-Hant-HK", "# 標題\n\n正文。"))
    resolved, report = set_release(release, house=house)
    assert ["H110"] == [finding.code for finding in report]
    assert ["en-HK"] == [edition.language.tag for edition in resolved.editions]


def test_a_typed_space_between_han_and_latin_is_kept_and_told() -> None:
    release = written(("zh-Hant-HK", "# 標題\n\n使用 emapalumab 治療。"))
    resolved, report = set_release(release)
    assert "使用 emapalumab 治療。" == said(resolved.editions[0])[-1].text
    (finding,) = report
    assert finding.place
    assert ("T101", " ") == (finding.code, finding.place.file.slice(finding.place.span))
