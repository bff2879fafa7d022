"""A book, a page and a news object hold nothing but what releases are made of, in the house's style."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressroom.proof.leaks import scan
from pressroom.testing.sample import every_node
from proof.artifacts import artifact, found, replaced

canary = pytest.mark.planted("canaries hidden, and found")

EDITION, STYLE, PACKAGE = "EPUB/edition-en-hk.xhtml", "EPUB/style.css", "EPUB/package.opf"
BODY, END = "<body>", "</body>"


def rule(text: str) -> tuple[str, str, str]:
    return STYLE, "body {", f"{text} body {{"


def added(markup: str) -> tuple[str, str, str]:
    return EDITION, END, markup + END


HIDDEN = {
    "letters in the paper's ink": rule("p { color: #fff }"),
    "letters without an ink": rule("p { color: transparent }"),
    "words of a style sheet": rule('p::before { content: "CANARY" }'),
    "letters made small": rule("p { transform: scale(0) }"),
    "paragraphs without height": rule("p { max-height: 0; overflow: hidden }"),
    "paragraphs from the last to the first": rule("body { flex-direction: column-reverse }"),
    "words struck through": rule("p { text-decoration: line-through }"),
    "another face": rule("p { font-family: Arial }"),
    "a style sheet from elsewhere": rule("@import url(http://elsewhere.example/a.css);"),
    "a picture from elsewhere": rule("p { background: url(http://elsewhere.example/a.png) }"),
    "a face from elsewhere": rule(
        '@font-face { font-family: "A"; font-weight: bold; font-style: normal; src: url("fonts/a.otf") }'
    ),
    "words that are not read out": (EDITION, "<p ", '<p aria-hidden="true" '),
    "other words that are read out": (EDITION, "<p ", '<p aria-label="CANARY" '),
    "a hint": (EDITION, "<p ", '<p title="CANARY" '),
    "data of a program": (EDITION, "<p ", '<p data-who="CANARY" '),
    "words written backwards": (EDITION, "<p ", '<p dir="rtl" '),
    "a style of its own": (EDITION, "<p ", '<p style="color: #fff" '),
    "an unknown class": (EDITION, 'class="', 'class="CANARY '),
    "an unknown id": (EDITION, ' id="', ' id="CANARY-'),
    "struck words": added("<del>CANARY</del>"),
    "words of no namespace": added('<p xmlns="">CANARY</p>'),
    "words of another's namespace": added('<x:p xmlns:x="epub">CANARY</x:p>'),
    "words in a line break": (EDITION, "<br/>", "<br>CANARY</br>"),
    "another document type": (EDITION, "<!DOCTYPE html", '<!DOCTYPE html SYSTEM "CANARY"'),
    "another page": added('<iframe src="http://elsewhere.example/"></iframe>'),
    "a field": added('<input value="CANARY"/>'),
    "words for programs": added("<template><p>CANARY</p></template>"),
    "a link that reports": (EDITION, "<a ", '<a ping="http://elsewhere.example/" '),
    "a cell that takes two": (EDITION, "<td ", '<td colspan="2" '),
    "numbers of another kind": (EDITION, "<ol ", '<ol type="A" '),
    "numbers backwards": (EDITION, "<ol ", '<ol reversed="reversed" '),
    "metadata of a page": (EDITION, "</head>", '<meta name="author" content="A"/></head>'),
    "where all addresses begin": (
        EDITION,
        "</head>",
        '<base href="http://elsewhere.example/"/></head>',
    ),
    "pages from right to left": (PACKAGE, "<spine ", '<spine page-progression-direction="rtl" '),
    "a page beside the order": (PACKAGE, "<itemref ", '<itemref linear="no" '),
    "a part of a package": (PACKAGE, "</package>", "<collection/></package>"),
    "a file elsewhere": (PACKAGE, 'href="toc.ncx"', 'href="http://elsewhere.example/toc.ncx"'),
    "words of an old table of contents": ("EPUB/toc.ncx", "<docTitle>", "<docAuthor/><docTitle>"),
}


@canary
@pytest.mark.parametrize(("part", "old", "new"), HIDDEN.values(), ids=HIDDEN)
def test_what_no_release_is_made_of_is_found_in_a_book(part: str, old: str, new: str) -> None:
    strange = [
        one.message for one in found("epub", replaced(artifact("epub").data, part, old, new))
    ]

    assert [] != [one for one in strange if "made of" in one or "sheet" in one or "read out" in one]
    assert [] == [one for one in strange if "no XML" in one]


PAGE = {
    "a rule": ("html", "body {", "p { opacity: .01 } body {"),
    "a second style sheet": ("html", "</head>", "<style>p { opacity: .01 }</style></head>"),
    "a field": ("html", "</main>", "<input value=CANARY></main>"),
    "a hint": ("html", "<h1 ", "<h1 title=CANARY "),
    "a frame": ("html", "</main>", "<object data=http://elsewhere.example></object></main>"),
    "a declaration": ("html", "</p>", "<!CANARY words></p>"),
    "a marked section": ("html", "</p>", "<![CDATA[CANARY]]></p>"),
    "another document type": ("html", "<!DOCTYPE html>", '<!DOCTYPE html SYSTEM "CANARY">'),
    "the end of nothing": ("html", "</p>", "</p></x>"),
    "words in a tag that ends": ("html", "</p>", '</p title="CANARY">'),
    "words in a tag that ends nothing": ("html", "</p>", "</ CANARY></p>"),
    "words behind the page": ("html", "</html>", "</html>CANARY"),
    "a tag that is cut off": ("html", "</html>", "</html><p CANARY"),
    "an attribute given twice": ("html", " class=", ' class="CANARY" class='),
    "an attribute called as words are": ("html", "<p ", "<p #text=CANARY "),
    "a field of news": ("ninjs", "</section>", "<input/></section>"),
    "a hint in news": ("ninjs", "<h1 ", "<h1 title='CANARY' "),
}


@canary
@pytest.mark.parametrize(("name", "old", "new"), PAGE.values(), ids=PAGE)
def test_what_no_release_is_made_of_is_found_in_a_page(name: str, old: str, new: str) -> None:
    whole = artifact(name)
    assert old.encode() in whole.data
    spoilt = replace(whole, data=whole.data.replace(old.encode(), new.encode(), 1))

    assert {"A035"} == {one.code for one in scan(spoilt, every_node(), (), public=False)}
