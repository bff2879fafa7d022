from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.model.blocks import Edition
from pressroom.model.release import (
    Approval,
    Contact,
    Correction,
    CorrectionClass,
    Localised,
    Omission,
    Reference,
    RelatedLink,
    Release,
    Status,
    Term,
)
from pressroom.place import SourceFile, Span
from pressroom.source.front_matter import release_of
from pressroom.typed_yaml import read_yaml

LEAST = "id: harbour-7\ndate: 2025-10-21\nhouse: journal\n"
FULL = (
    LEAST
    + """\
version: 2
status: draft
embargo: 2025-10-21T00:01 Asia/Hong_Kong
supersedes: harbour-6
reference:
  authors: [A Chan, B Lee]
  title: "Sleep and shifts: a cohort"
  journal: Harbour Med J
  year: 2025
  volume: 031
  issue: 4
  pages: 12-9
  doi: 10.12345/hmj.2025.7
contacts:
  - name: {en-HK: Ann Ho, zh-Hant-HK: 何安}
    role: Editor
    tel: (852) 2345 6789
    email: press@example.org
glossary:
  - {en: cohort, zh-Hant: 隊列}
links:
  - {label: Journal, url: "https://example.org/期刊?x=1#y"}
approvals:
  - {name: C Mak, role: author, date: 2025-10-20}
correction: {class: B, date: 2025-10-22, note: A number was wrong., old: 12, new: 21}
omit: {en-GB: the same as Hong Kong English}
"""
)


def edition(tag: str) -> Edition:
    return Edition(tag, (), (), (), Span(0, 0))


def read(yaml: str, *tags: str) -> tuple[Release | None, list[tuple[str, str]]]:
    report = Report()
    file = SourceFile("a.md", yaml)
    kind = release_of(file, tuple(edition(tag) for tag in tags))
    release = read_yaml(file, kind, report, "M")
    return release, [(f.code, file.slice(f.place.span)) for f in report if f.place]


def faults(yaml: str, *tags: str) -> list[tuple[str, str]]:
    release, findings = read(yaml, *tags)
    assert release is None
    return findings


def test_the_least_front_matter_has_an_id_a_date_and_a_house() -> None:
    release, findings = read(LEAST)
    assert findings == []
    assert release == Release(
        SourceFile("a.md", LEAST), "harbour-7", date(2025, 10, 21), "journal", ()
    )


def test_everything_that_can_be_said_arrives_typed() -> None:
    release, findings = read(FULL, "en-HK", "zh-Hant-HK")
    assert findings == []
    assert release
    assert release.version == 2
    assert release.status is Status.DRAFT
    assert release.embargo
    assert (release.embargo.instant.isoformat(), release.embargo.zone) == (
        "2025-10-21T00:01:00+08:00",
        "Asia/Hong_Kong",
    )
    assert release.supersedes == "harbour-6"
    assert release.reference == Reference(
        ("A Chan", "B Lee"),
        "Sleep and shifts: a cohort",
        "Harbour Med J",
        2025,
        "031",
        "4",
        "12-9",
        "10.12345/hmj.2025.7",
    )
    everyone = Localised((("", "Editor"),))
    name = Localised((("en-HK", "Ann Ho"), ("zh-Hant-HK", "何安")))
    assert release.contacts == (Contact(name, everyone, "(852) 2345 6789", "press@example.org"),)
    assert release.glossary == (Term(Localised((("en", "cohort"), ("zh-Hant", "隊列")))),)
    journal = Localised((("", "Journal"),))
    assert release.links == (RelatedLink(journal, "https://example.org/期刊?x=1#y"),)
    assert release.approvals == (Approval("C Mak", "author", date(2025, 10, 20)),)
    assert release.correction == Correction(
        CorrectionClass.B,
        date(2025, 10, 22),
        Localised((("", "A number was wrong."),)),
        Localised((("", "12"),)),
        Localised((("", "21"),)),
    )
    assert release.omissions == (Omission("en-GB", "the same as Hong Kong English"),)


def test_all_faults_come_at_once_each_with_its_place() -> None:
    yaml = "id: Harbour 7\ndate: 2025-02-30\nhosue: journal\nversion: two\nstatus: finl\n"
    assert sorted(faults(yaml)) == [
        ("M010", "hosue"),
        ("M011", "id: Harbour 7"),
        ("M015", "Harbour 7"),
        ("M016", "two"),
        ("M017", "2025-02-30"),
        ("M019", "finl"),
    ]


@pytest.mark.parametrize(
    "identifier", ["Harbour", "a_b", "-a", "a-", "a--b", "a.b", "../a", "a/b", "海", "a" * 65]
)
def test_an_identifier_is_safe_as_a_file_name(identifier: str) -> None:
    yaml = LEAST.replace("harbour-7", f"'{identifier}'")
    assert faults(yaml) == [("M015", f"'{identifier}'")]


@pytest.mark.parametrize("identifier", ["a", "7", "a-7-b", "a" * 64])
def test_small_letters_digits_and_single_hyphens_make_an_identifier(identifier: str) -> None:
    release, _ = read(LEAST.replace("harbour-7", identifier))
    assert release
    assert release.identifier == identifier


@pytest.mark.parametrize(
    "doi", ["10.12/x", "doi:10.1234/x", "https://doi.org/10.1234/x", "10.1234", "10.1234/a b"]
)
def test_a_doi_is_written_bare(doi: str) -> None:
    assert ("M015", f"'{doi}'") in faults(FULL.replace("10.12345/hmj.2025.7", f"'{doi}'"))


@pytest.mark.parametrize(
    "email",
    [
        "press",
        "press@",
        "@example.org",
        "a b@example.org",
        "a@b",
        "a..b@example.org",
        "新聞@example.org",
    ],
)
def test_an_e_mail_address_has_its_form(email: str) -> None:
    assert ("M015", f"'{email}'") in faults(FULL.replace("press@example.org", f"'{email}'"))


@pytest.mark.parametrize("tel", ["call us", "12", "2345x6789", "٣٤٥"])
def test_a_telephone_number_has_its_form(tel: str) -> None:
    assert ("M015", f"'{tel}'") in faults(FULL.replace("(852) 2345 6789", f"'{tel}'"))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//example.org",
        "example.org",
        "https://",
        "http:///x",
        "https://user@example.org",
        "https://example.org/a b",
        "https://exam<ple.org",
    ],
)
def test_a_link_leads_to_the_web(url: str) -> None:
    assert ("M015", f"'{url}'") in faults(
        FULL.replace('"https://example.org/期刊?x=1#y"', f"'{url}'")
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("correction: {class: A, date: 2025-10-22, note: x}", "M040"),
        ("version: 2\ncorrection: {class: A, date: 2025-10-20, note: x}", "M041"),
        ("omit: {en-HK: too late}", "M042"),
        ("embargo: 2025-10-20T09:59 UTC", "M043"),
        ("contacts: [{name: Ann}]", "M044"),
        ("links: [{label: {en: Journal}, url: https://example.org}]", "M045"),
        ("supersedes: harbour-7", "M046"),
    ],
)
def test_facts_that_contradict_each_other_are_refused(line: str, expected: str) -> None:
    assert [code for code, _ in faults(f"{LEAST}{line}\n", "en-HK", "zh-Hant-HK")] == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "embargo: 2025-10-20T10:00 UTC",
        "embargo: 2025-10-20T23:30 Europe/London",
        "omit: {zh-Hant-HK: in translation}",
        "version: 2\nsupersedes: harbour-7",
        "version: 2\ncorrection: {class: C, date: 2025-10-21, note: {en: x}}",
        "links: [{label: {en: Journal}, url: https://example.org}]",
    ],
)
def test_facts_that_agree_are_accepted(line: str) -> None:
    assert read(f"{LEAST}{line}\n", "en-HK")[1] == []


def test_a_wrong_field_is_not_followed_by_contradictions_that_it_causes() -> None:
    yaml = f"{LEAST}version: two\ncorrection: {{class: A, date: 2025-10-22, note: x}}\n"
    assert faults(yaml) == [("M016", "two")]


@given(st.text(max_size=60), st.sampled_from(FULL.splitlines(keepends=True)))
def test_no_front_matter_raises(text: str, line: str) -> None:
    for yaml in (
        text,
        LEAST + text,
        FULL.replace(line, text + "\n"),
        FULL.replace(line, line[:-1] + text + "\n"),
    ):
        release, findings = read(yaml, "en-HK")
        assert (release is None) == bool(findings)
