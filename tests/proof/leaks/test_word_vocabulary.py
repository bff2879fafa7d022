"""A Word file holds nothing but what releases are made of."""

from __future__ import annotations

import pytest

from proof.artifacts import artifact, found, replaced

canary = pytest.mark.planted("canaries hidden, and found")

BODY, STYLES, END = "word/document.xml", "word/styles.xml", "</w:body>"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
WORDS = "<w:t>CANARY</w:t>"


def run(properties: str) -> tuple[str, str, str]:
    return BODY, "<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>{WORDS}</w:r><w:r>"


def paragraph(properties: str) -> tuple[str, str, str]:
    return BODY, "</w:pPr>", f"{properties}</w:pPr>"


def added(content: str) -> tuple[str, str, str]:
    return BODY, END, f"<w:p><w:r>{content}</w:r></w:p>{END}"


def style(properties: str) -> tuple[str, str, str]:
    return STYLES, "<w:rPr>", f"<w:rPr>{properties}"


HIDDEN = {
    "white letters": run('<w:color w:val="FFFFFF"/>'),
    "letters on their own colour": run('<w:highlight w:val="black"/>'),
    "letters on black": run('<w:shd w:val="clear" w:fill="000000"/>'),
    "letters above the page": run('<w:position w:val="2000"/>'),
    "letters without breadth": run('<w:w w:val="1"/>'),
    "letters of pictures": run('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
    "struck letters": run("<w:strike/>"),
    "letters written backwards": run("<w:rtl/>"),
    "small letters as capitals": run("<w:caps/>"),
    "a frame off the page": paragraph('<w:framePr w:x="-20000" w:hAnchor="page"/>'),
    "a paragraph beside the page": paragraph('<w:ind w:left="30000"/>'),
    "a line without height": paragraph('<w:spacing w:line="1" w:lineRule="exact"/>'),
    "white letters of a style": (
        STYLES,
        '<w:color w:val="',
        '<w:color w:val="FFFFFF" w:themeTint="',
    ),
    "a style of small size": style('<w:sz w:val="2"/>'),
    "a style of capitals": style("<w:caps/>"),
    "a style off the page": (STYLES, "<w:ind ", '<w:ind w:right="31000" '),
    "a formula": added(
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>CANARY</m:t></m:r></m:oMath>"
    ),
    "words of a drawing": added(
        '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="CANARY"/></v:shape></w:pict>'
    ),
    "the day of whoever reads": added("<w:dayLong/>"),
    "an image from elsewhere": (
        BODY,
        END,
        '<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;http://elsewhere.example/a.png&quot;"/></w:p>'
        + END,
    ),
    "a field that starts a program": (
        BODY,
        END,
        "<w:p><w:r><w:instrText>DDEAUTO calc</w:instrText></w:r></w:p>" + END,
    ),
    "the name of a bookmark": (BODY, 'w:name="_rel_', 'w:name="Somebody_'),
    "a hint at a link": (BODY, "<w:hyperlink ", '<w:hyperlink w:tooltip="CANARY" '),
    "a picture from elsewhere": (BODY, "<a:blip ", '<a:blip r:link="rId1" '),
    "a link on a picture": (BODY, "<a:stretch>", '<a:hlinkClick r:id="rId1"/><a:stretch>'),
    "a picture of no size": (BODY, '<wp:extent cx="', '<wp:extent cx="1" cz="'),
    "a picture cut off": (BODY, "<a:stretch>", '<a:srcRect l="99000"/><a:stretch>'),
    "a picture turned": (BODY, "<a:xfrm>", '<a:xfrm rot="10800000">'),
    "the title of a picture": (BODY, '<wp:docPr id="2" name="', '<wp:docPr id="2" name="CANARY'),
    "a row that is hidden": (BODY, "<w:trPr>", "<w:trPr><w:hidden/>"),
    "what is told of a table": (BODY, '<w:tblCaption w:val="', '<w:tblCaption w:val="CANARY '),
    "a narrow page": (BODY, '<w:pgSz w:w="', '<w:pgSz w:w="2'),
    "words between paragraphs": (BODY, END, "CANARY" + END),
    "the relation to a picture elsewhere": (
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rId99" Target="http://elsewhere.example/" Type="{IMAGE}"/></Relationships>',
    ),
    "numbers of another kind": ("word/numbering.xml", '"decimal"', '"upperRoman"'),
    "the name of a theme": ("word/theme/theme1.xml", ' name="', ' name="Somebody '),
    "the name of a style": (STYLES, '<w:name w:val="', '<w:name w:val="Somebody '),
    "another source": ("customXml/item1.xml", "</source>", "AAAA</source>"),
    "an element of another's namespace": added('<x:t xmlns:x="w">CANARY</x:t>'),
    "a style of another's namespace": (
        STYLES,
        "</w:styles>",
        '<x:style xmlns:x="w" x:styleId="BodyText"/></w:styles>',
    ),
    "an attribute of another's namespace": (BODY, "<w:p>", '<w:p xmlns:x="xml" x:space="CANARY">'),
    "an instruction between relations": (
        "word/_rels/document.xml.rels",
        "</Relationships>",
        "<?CANARY words?></Relationships>",
    ),
    "a document type": (BODY, "<w:document", '<!DOCTYPE w SYSTEM "CANARY"><w:document'),
    "a variable": ("word/settings.xml", "</w:settings>", "<w:docEvents/></w:settings>"),
}


@canary
@pytest.mark.parametrize(("part", "old", "new"), HIDDEN.values(), ids=HIDDEN)
def test_what_no_release_is_made_of_is_found(part: str, old: str, new: str) -> None:
    strange = [
        one.message for one in found("docx", replaced(artifact("docx").data, part, old, new))
    ]

    assert [] != [message for message in strange if "what no release is made of" in message]
    assert [] == [message for message in strange if "no XML" in message]


def strange(spoilt: bytes) -> list[str]:
    """Return the names of what no release is made of, as they are told."""
    told = [one.message for one in found("docx", spoilt)]
    assert [] == [message for message in told if not message.endswith(f") (in {BODY})")]
    return [message.partition("made of (")[2].partition(")")[0] for message in told]


def test_what_is_strange_in_a_part_is_named_each_once() -> None:
    spoilt = replaced(artifact("docx").data, *run("<w:strike/><w:caps/><w:strike/>"))

    assert ["w:strike", "w:caps"] == strange(spoilt)


def test_of_much_that_is_strange_in_a_part_some_is_named() -> None:
    many = "".join(f"<w:odd{number}/>" for number in range(99))

    assert [f"w:odd{n}" for n in range(8)] == strange(replaced(artifact("docx").data, *run(many)))


@canary
def test_nothing_but_links_leads_out_of_a_file() -> None:
    links = "word/_rels/document.xml.rels"
    spoilt = replaced(
        artifact("docx").data, links, "relationships/hyperlink", "relationships/image"
    )

    assert ["A035"] == [
        one.code for one in found("docx", spoilt) if "fetched from elsewhere" in one.message
    ]
