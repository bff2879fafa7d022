from checks.written import FRONT, HOUSE, codes, edition, findings, of, source
from pressroom.checks.mend import mend
from pressroom.place import SourceFile

REFERENCE = "reference: {{authors: [{authors}], title: '{title}', journal: {journal}, year: 2026, volume: 1, pages: {pages}}}"


def reference(
    authors: str = "AB Example",
    title: str = "Boats",
    journal: str = "Harbour Med J",
    pages: str = "45-52",
) -> SourceFile:
    entry = REFERENCE.format(authors=authors, title=title, journal=journal, pages=pages)
    return source("漁船都回來了。", front=entry)


def test_a_reference_in_the_form_of_the_trade_is_left_alone() -> None:
    for file in (
        reference(),
        reference(authors="Example AB, Sample C"),
        reference(authors="AB Example, Harbour Study Group"),
        reference(authors="Example AB, WHO Study Group"),
        reference(pages="e45"),
        reference(pages="98-103"),
        reference(pages="387-90"),
        reference(title="Is it a boat?"),
    ):
        assert [] == codes(file)


def test_each_departure_from_a_vancouver_citation_is_shown_where_it_stands() -> None:
    for file, wrong in (
        (reference(authors="A.B. Example"), "A.B. Example"),
        (reference(authors="AB Example, CD Sample, Other EF"), "Other EF"),
        (reference(title="Boats."), "Boats."),
        (reference(journal="Harbour Med. J."), "Harbour Med. J."),
        (reference(pages="387–390"), "387–390"),
    ):
        (found,) = of(findings(file), "M203")
        assert found.place
        assert wrong == file.slice(found.place.span)


def test_pages_are_shortened_to_what_differs() -> None:
    for written, short in (("387-390", "387-90"), ("1001–1009", "1001-9"), ("45--52", "45-52")):
        mended = mend(reference(pages=written), HOUSE, unsafe=True).file.text
        assert f"pages: {short}}}" in mended


def test_a_comment_in_the_front_matter_silences_a_rule_there_and_nowhere_else() -> None:
    entry = "# allow M205\ncontacts: [{name: 林女士, tel: (852) 5550 0123}]"
    assert [] == codes(source("漁船。", front=entry))
    assert ["T201"] == codes(source("風大,船回來。", front=entry.replace("M205", "T201 M205")))


APPROVED = "approvals: [{{name: EF Example, date: 2026-03-02, texts: {{{texts}}}}}]"


def approved(texts: str, chinese: str = "漁船。") -> SourceFile:
    return source(chinese, "Boats.", APPROVED.format(texts=texts))


def mark(texts: str, tag: str) -> str:
    """Take the mark that `check` tells from its hint."""
    hints = [hint for found in of(findings(approved(texts)), "M206") for hint in found.hints]
    (told,) = [hint for hint in hints if f"`{tag}: " in hint]
    return told.rpartition(": ")[2].rstrip("`")


def test_check_tells_the_mark_of_an_approved_text_and_is_content_with_it() -> None:
    both = "en-HK: pending, zh-Hant-HK: pending"
    assert ["M206", "M206"] == codes(approved(both))
    marks = f"en-HK: {mark(both, 'en-HK')}, zh-Hant-HK: {mark(both, 'zh-Hant-HK')}"
    assert [] == codes(approved(marks))
    windows = SourceFile("a.md", approved(marks).text.replace("\n", "\r\n"))
    assert [] == codes(windows)


def test_an_edition_that_was_changed_after_its_approval_is_named_with_the_one_that_was_not() -> (
    None
):
    both = "en-HK: pending, zh-Hant-HK: pending"
    marks = f"en-HK: {mark(both, 'en-HK')}, zh-Hant-HK: {mark(both, 'zh-Hant-HK')}"
    (found,) = findings(approved(marks, "漁船回來了。"))
    assert (
        found.message
        == "zh-Hant-HK was changed after EF Example approved it on 2026-03-02, and en-HK was not"
    )


def test_a_contact_that_can_be_reached_both_ways_is_complete() -> None:
    whole = "contacts: [{name: 林女士, tel: (852) 5550 0123, email: press@harbour.example}]"
    assert [] == codes(source("漁船。", front=whole))


def test_former_addresses_of_a_doi_are_replaced_on_request_and_the_rest_of_it_stays() -> None:
    file = source("見[文章](http://dx.doi.org/10.5555/Harbour.1)。")
    assert file.text == mend(file, HOUSE).file.text
    mended = mend(file, HOUSE, unsafe=True).file.text
    assert "(https://doi.org/10.5555/Harbour.1)" in mended


def test_other_dois_may_be_cited_beside_that_of_the_reference_and_in_notes() -> None:
    right, other = "<https://doi.org/10.5555/harbour.1>", "<https://doi.org/10.5555/other.9>"
    assert ["M201"] == codes(source(f"見{other}。"))
    assert [] == codes(source(f"見{right}及{other}。"))
    assert [] == codes(source(f"漁船。[^1]\n\n[^1]: 見{other}。"))


def test_what_one_edition_dates_the_other_dates_as_well() -> None:
    english = edition("en-HK", "Boats", "[Hong Kong, 3 March 2026]{.dateline} Boats.")
    chinese = edition("zh-Hant-HK", "漁船", "漁船於2026年3月3日回來。")
    assert ["S310"] == codes(SourceFile("a.md", FRONT + english + chinese))
