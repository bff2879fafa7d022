"""Addresses that LibreOffice 7.4 spelt anew when it saved lead where they led; all others lead elsewhere."""

from __future__ import annotations

import pytest

from merge.conftest import Press
from merge.test_merging import changed
from pressroom.merge.addresses import respelt
from pressroom.merge.merging import merge
from pressroom.merge.returned import read_return

SPELT_ANEW = [
    ("https://A.Example", "https://a.example/"),
    ("https://a.example#f", "https://a.example/#f"),
    ("https://a.example/%e8%b7%af", "https://a.example/路"),
    ("https://a.example/?q=%7e%26%ff", "https://a.example/?q=~%26%FF"),
    ("https://a.example/a//b/../c", "https://a.example/a//c"),
    ("mailto:a@b.example?subject=x%20y", "mailto:a@b.example?subject=x y"),
]


@pytest.mark.parametrize(("sent", "returned"), SPELT_ANEW)
def test_an_address_that_was_spelt_anew_is_the_one_that_was_sent(sent: str, returned: str) -> None:
    assert {returned: sent} == respelt({sent}, [returned])


@pytest.mark.parametrize(
    ("sent", "returned"),
    [
        ("https://a.example/x", "https://a.example/x/"),
        ("https://a.example/x", "https://a.example/X"),
        ("https://a.example", "http://a.example"),
        ("https://[a", "https://[b"),
        ("https://a.example/?q=salt%26light", "https://a.example/?q=salt&light"),
        ("https://a.example/a%2fb", "https://a.example/a/b"),
        ("https://a.example/100%25", "https://a.example/100%"),
        ("https://a.example/%e8", "https://a.example/%e9"),
    ],
)
def test_an_address_that_may_lead_elsewhere_is_another(sent: str, returned: str) -> None:
    assert {} == respelt({sent}, [returned])


def test_an_address_that_was_sent_as_it_is_stays() -> None:
    assert {} == respelt({"https://a.example", "https://a.example/"}, ["https://a.example/"])


@pytest.mark.parametrize(("sent", "returned"), SPELT_ANEW)
def test_a_link_of_which_the_address_was_spelt_anew_is_no_change(
    notice: Press, sent: str, returned: str
) -> None:
    text = notice.text.replace("This notice", f"[This notice]({sent})")
    markup = f"<w:fldSimple w:instr=' HYPERLINK \"{returned}\" '>"
    docx = changed(notice.docx(text), '<w:hyperlink w:history="1" r:id="rId1">', markup)
    docx = changed(docx, "</w:hyperlink>", "</w:fldSimple>")
    result = merge(text, text, read_return("return.docx", docx), notice.read)

    assert (text, ()) == (result.source, result.changes)
