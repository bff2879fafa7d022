"""What stands above and below a pasted release goes to its front matter, or is left to a person."""

import pytest

from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.source.parse import parse
from readers.test_pasted import imported


def test_contacts_and_links_of_both_languages_come_to_the_front_matter() -> None:
    source = imported("""\
Boats

(Hong Kong, 3 March 2026) – They came.

Media contact
Ms Ada Lam, Officer
Tel: (852) 2345 6789
Email: ada@example.org

漁船

（香港，2026年3月3日）——漁船回來了。

傳媒查詢：林女士　電話：(852) 2345 6789　電郵：ada@example.org

-Ends-

Follow us:
Shore: https://shore.example/boats
https://www.example.org/a
""").source
    release = parse(SourceFile("boats.md", source), Report())
    assert release
    (contact,) = release.contacts
    assert "Ms Ada Lam" == contact.name.in_language("en-HK")
    assert "林女士" == contact.name.in_language("zh-Hant-HK")
    assert ("(852) 2345 6789", "ada@example.org") == (contact.telephone, contact.email)
    assert ["https://shore.example/boats", "https://www.example.org/a"] == [
        link.target for link in release.links
    ]
    assert ["Shore", "example.org"] == [link.label.in_language("en-HK") for link in release.links]


def test_notes_behind_the_contacts_of_our_own_text_are_nobodys_role() -> None:
    made = imported("""\
=== en-HK ===

Boats

They came.1

Media enquiries

Ms Ada Lam
Tel: +852 5550 0199
Email: ada@example.org

1 From June to August.

=== zh-Hant-HK ===

漁船

漁船都回來了。1

傳媒查詢

林女士
電話：+852 5550 0199
電郵：ada@example.org

1 由6月至8月。
""")
    assert "\n    role:" not in made.source
    assert "Ms Ada Lam" in made.source.partition("---\n\n")[0]
    assert "They came.1\n\n1 From June to August.\n\n:::" in made.source
    assert "漁船都回來了。1\n\n1由6月至8月。\n\n:::" in made.source
    assert "===" not in made.source
    assert "=== zh-Hant-HK ===" in {change.before for change in made.changes}


def test_a_role_before_telephone_and_address_is_read() -> None:
    made = imported("""\
Boats

They came.

Media contact

Ms Ada Lam, Press officer, tel: 2345 6789, ada@example.org
""")
    assert "\n    role: Press officer\n" in made.source


def test_an_embargo_is_never_passed_over() -> None:
    made = imported("Embargoed until 23:30 UK time, 3 March 2026\n\nBoats\n\nThey came.")
    report = Report()
    assert parse(SourceFile("boats.md", made.source), report) is None
    assert "embargo" in made.doubts[0]


def test_a_kicker_may_be_set_with_space_between_its_letters() -> None:
    made = imported("P R E S S   R E L E A S E\n\nBoats\n\n(Hong Kong, 3 March 2026) – They came.")
    assert "# Boats\n" in made.source
    assert "P R E S S R E L E A S E" in {change.before for change in made.changes}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("EMBARGOED until 13:05 HKT on 3 March 2026", "禁止於香港時間2026年3月3日下午1時5分前發布"),
        ("EMBARGOED until 13:05 HKT on 3 March 2026", "禁止於香港時間2026年3月3日13時5分前發布"),
        ("Embargoed until 1.05 pm Hong Kong time, 3 March 2026", "禁發至香港時間2026年3月3日13:05"),
    ],
)
def test_an_embargo_of_hong_kong_time_is_read(first: str, second: str) -> None:
    made = imported(f"{first}\n\nBoats\n\nThey came.\n\n{second}\n\n漁船\n\n漁船都回來了。")
    assert "\nembargo: 2026-03-03T13:05 Asia/Hong_Kong\n" in made.source


@pytest.mark.parametrize(
    "second",
    ["禁止於香港時間2026年3月3日下午1時6分前發布", "禁止於倫敦時間2026年3月3日下午1時5分前發布"],
)
def test_two_embargoes_that_differ_are_for_a_person_to_decide(second: str) -> None:
    first = "EMBARGOED until 13:05 HKT on 3 March 2026"
    made = imported(f"{first}\n\nBoats\n\nThey came.\n\n{second}\n\n漁船\n\n漁船都回來了。")
    assert "\nembargo:\n" in made.source
    assert any(second in doubt for doubt in made.doubts)


def test_what_a_house_prints_above_a_release_goes_to_the_front_matter() -> None:
    made = imported("""\
Version 2
Corrected 4 March 2026: 12 boats, not 11
Replaces boats-1

Boats

They came.
""")
    assert "\nversion: 2\nsupersedes: boats-1\ncorrection:\n" in made.source
    assert "'Corrected 4 March 2026: 12 boats, not 11'" in made.doubts[0]
    assert "# Boats\n\nThey came.\n" in made.source


def test_one_address_has_a_label_in_each_language() -> None:
    made = imported("""\
Boats

They came.

Follow us
The bay: https://bay.example

漁船

漁船都回來了。

關注我們
海灣：https://bay.example
""")
    assert (
        '- {label: {en-HK: The bay, zh-Hant-HK: "海灣"}, url: "https://bay.example"}' in made.source
    )
