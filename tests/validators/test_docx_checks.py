"""Our own checks of DOCX notice what the two validators miss."""

from __future__ import annotations

from functools import cache

import pytest

from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.docx import DocxWriter
from validators.docx_checks import replaced, validate

DOCUMENT = "word/document.xml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
DEFECTS = {
    "occurs twice": ('w:name="_rel_e1_b2"', 'w:name="_rel_e1_b1"'),
    "without start or end": ('<w:bookmarkEnd w:id="1" />', ""),
    "paragraph id 1A occurs twice": (
        "<w:p><w:pPr>",
        f'<w:p xmlns:x="{W14}" x:paraId="1A" /><w:p xmlns:x="{W14}" x:paraId="1A"><w:pPr>',
    ),
    "stands in w:t": ("<w:r><w:t>", "<w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>"),
    "list 99 is not there": ('<w:numId w:val="1" />', '<w:numId w:val="99" />'),
    "a comment": ("<w:r><w:t>", '<w:commentRangeStart w:id="1" /><w:r><w:t>'),
    "picture id 1 occurs twice": ("<wp:docPr", '<wp:docPr id="1" name="x" descr="x" /><wp:docPr'),
    "bookmark nowhere": ("<w:hyperlink ", '<w:hyperlink w:anchor="nowhere" '),
    "a field": ("<w:r><w:t>", '<w:r><w:fldChar w:fldCharType="begin" /></w:r><w:r><w:t>'),
    "direct formatting: w:b": ("<w:r><w:t>", "<w:r><w:rPr><w:b /></w:rPr><w:t>"),
    "direct formatting: w:jc": ("</w:pPr>", '<w:jc w:val="center" /></w:pPr>'),
    "names a face": ('<w:rFonts w:hint="eastAsia"', '<w:rFonts w:eastAsia="Song"'),
    "no head row": ("<w:tblHeader />", ""),
    "no words": ('descr="', 'descr="" w:was="'),
    "is empty": ("<w:p><w:pPr>", '<w:p><w:pPr><w:pStyle w:val="Lead" /></w:pPr></w:p><w:p><w:pPr>'),
    "from level 0 to level 2": ('<w:pStyle w:val="Heading1" />', '<w:pStyle w:val="Heading2" />'),
}


@cache
def _sound() -> bytes:
    return DocxWriter().write(every_node(), World(fonts={})).artifact.data


@pytest.mark.parametrize("fault", DEFECTS)
def test_a_planted_defect_is_noticed(fault: str) -> None:
    faults = validate(replaced(_sound(), DOCUMENT, *DEFECTS[fault]))
    assert [] != [found for found in faults if fault in found], faults
