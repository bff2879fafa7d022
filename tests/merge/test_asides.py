"""What editors put beside the text: what no source can hold is told and never lost, links come back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from merge.conftest import Press
from merge.desk import OFFICE, edit, run, with_parts
from merge.editing import Element, W, q
from merge.test_merging import merged
from pressroom.merge.merging import merge
from pressroom.merge.returned import read_return
from validators.docx_checks import replaced

SENTENCE = "This notice is a specimen: the press, its office and its enquiries are invented."
ADDRESS = "https://ward.example/a"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML = "urn:schemas-microsoft-com:vml"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:wp="{DRAWN}/wordprocessingDrawing"'
SIGNED = 'w:id="9" w:author="Lee" w:date="2026-05-01T09:00:00Z"'
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def put(markup: str, words: str = "") -> Callable[[Element], object]:
    """Put XML behind a sentence, or in the place of some words of it; ``@`` there stands for them."""

    def change(root: Element) -> None:
        old = run(root, SENTENCE)
        before, _, behind = SENTENCE.partition(words) if words else (SENTENCE, "", "")
        pieces = [text_run(before), markup.replace("@", text_run(words)), text_run(behind)]
        made = etree.fromstring(f"<w:p {SPACES}>{''.join(pieces)}</w:p>")
        for child in list(made):
            old.addprevious(child)
        old.getparent().remove(old)

    return change


def text_run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' * bool(text)


def changed(press: Press, markup: str, words: str = "") -> list[tuple[str, str]]:
    """Return what became of each change, and what it says."""
    result = merged(press, edit(press.docx(press.text), put(markup, words)))
    return [(change.outcome, change.after) for change in result.changes]


def field(instruction: str, shown: str = "@") -> str:
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{BEGIN}{code}{SEPARATE}{shown}{END}"


FORMULA = f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>E=m</m:t></m:r><m:r><m:t>c</m:t></m:r></m:oMath>'
LETTERS = f'<v:shape xmlns:v="{VML}"><v:textpath string="CALL ME"/></v:shape>'
OBJECT = '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/>'
CHART = f'<c:chart xmlns:c="{DRAWN}/chart" r:id="rId1"/>'


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (FORMULA, "a formula: E=mc"),
        (f"<w:ins {SIGNED}><w:r>{FORMULA}</w:r></w:ins>", "a formula: E=mc"),
        (f"<w:r><w:pict>{LETTERS}</w:pict></w:r>", "drawn letters: CALL ME"),
        (f"<w:r><w:object>{OBJECT}</w:object></w:r>", "an embedded object: Excel.Sheet.12"),
        (
            f'<w:r><w:drawing><wp:inline><wp:docPr descr="Falls"/>{CHART}</wp:inline></w:drawing></w:r>',
            "a chart: Falls",
        ),
        (
            '<w:r><w:drawing><wp:anchor><wp:docPr/><n:arrow xmlns:n="urn:n"/></wp:anchor></w:drawing></w:r>',
            "a drawing",
        ),
        (
            '<n:thing xmlns:n="urn:nobody"><n:said>words</n:said></n:thing>',
            "an element of another program: words",
        ),
        (
            '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
            "a sign of the font Wingdings (F0E0)",
        ),
        (
            '<w:r><w:rPr><w:rFonts w:ascii="Webdings"/></w:rPr><w:t>\uf061</w:t></w:r>',
            "a sign of the font Webdings (F061)",
        ),
        ("<w:r><w:pgNum/></w:r>", "a page number"),
    ],
)
def test_what_no_source_can_hold_is_told_in_words(notice: Press, markup: str, told: str) -> None:
    assert [("unmapped", told)] == changed(notice, markup)


def test_what_is_new_between_the_paragraphs_is_told_with_the_block_before_it(
    notice: Press,
) -> None:
    def change(root: Element) -> None:
        above = run(root, SENTENCE).getparent()
        formula = etree.fromstring(f"<w:p {SPACES}>{FORMULA}</w:p>")
        above.addnext(formula)
        above.addnext(etree.fromstring(f'<w:altChunk {SPACES} r:id="x0"/>'))

    result = merged(notice, edit(notice.docx(notice.text), change))

    assert ["a file that was inserted", "a formula: E=mc"] == [one.after for one in result.changes]
    assert ["e1-b2"] * 2 == [one.identifier for one in result.changes]


def test_a_formula_in_a_paragraph_that_joins_the_next_one_is_not_lost(notice: Press) -> None:
    def change(root: Element) -> None:
        mark = f"<w:pPr><w:rPr><w:del {SIGNED}/></w:rPr></w:pPr>"
        formula = etree.fromstring(f"<w:p {SPACES}>{mark}{FORMULA}</w:p>")
        run(root, SENTENCE).getparent().addnext(formula)

    result = merged(notice, edit(notice.docx(notice.text), change))

    assert ["a formula: E=mc"] == [one.after for one in result.changes]


BOX = f"<w:txbxContent><w:p>{text_run(' Call.')}</w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F062"/></w:r>', "β"),
        (f"<w:ins {SIGNED}><w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r></w:ins>", "≥"),
        (f"<w:r><w:drawing><wp:anchor>{BOX}</wp:anchor></w:drawing></w:r>", " Call."),
    ],
)
def test_signs_of_the_font_symbol_and_text_in_boxes_are_text(
    notice: Press, markup: str, text: str
) -> None:
    assert [("taken", SENTENCE + text)] == changed(notice, markup)


UNDERLINED = text_run("office and", '<w:u w:val="single"/>')
LINKED = f'<w:hyperlink r:id="x0">{UNDERLINED}</w:hyperlink>'


@pytest.mark.parametrize(
    "markup",
    [
        LINKED,
        f"<w:ins {SIGNED}>{LINKED}</w:ins>",
        field(f'HYPERLINK "{ADDRESS}"', text_run("office ") + text_run("and")),
        f"<w:fldSimple w:instr=' HYPERLINK \"{ADDRESS}\" '>{UNDERLINED}</w:fldSimple>",
    ],
)
def test_a_link_that_was_laid_over_words_is_taken(notice: Press, markup: str) -> None:
    docx = edit(notice.docx(notice.text), put(markup, "office and"))
    result = merged(notice, with_parts(docx, {}, {f'{ADDRESS}" TargetMode="External': LINK}))

    linked = notice.text.replace("its office and", f"its [office and]({ADDRESS})", 1)
    assert linked == result.source
    assert ["taken"] == [change.outcome for change in result.changes]


LINK = f"{OFFICE}/hyperlink"
WITH_LINK = "[The records](https://ward.example/a) were kept."


@pytest.mark.parametrize(
    ("instruction", "paragraph"),
    [
        ('HYPERLINK "https://ward.example/b"', "[The records](https://ward.example/b) were kept."),
        ('HYPERLINK "https://ward.example/a" \\l "b"', f"{WITH_LINK[:-12]}#b) were kept."),
        ("", "The records were kept."),
    ],
)
def test_a_link_that_was_changed_or_taken_away_without_a_record_is_taken(
    notice: Press, instruction: str, paragraph: str
) -> None:
    def change(root: Element) -> None:
        old = run(root, "The records").getparent()
        assert q("hyperlink") == old.tag
        shown = text_run("The records")
        markup = field(instruction, shown) if instruction else shown
        for child in list(etree.fromstring(f"<w:p {SPACES}>{markup}</w:p>")):
            old.addprevious(child)
        old.getparent().remove(old)

    text = notice.text.replace(f"{SENTENCE}\n", f"{WITH_LINK}\n\n{SENTENCE}\n")
    returned = read_return("return.docx", edit(notice.docx(text), change))
    result = merge(text, text, returned, notice.read)

    assert text.replace(WITH_LINK, paragraph) == result.source


@pytest.mark.parametrize("address", ["file:///C:/falls.xlsx", "#_Toc12", "javascript:alert(1)"])
def test_a_link_that_no_source_may_have_is_told_with_its_address_and_text_beside_it_taken(
    notice: Press, address: str
) -> None:
    to, _, at = address.partition("#")
    instruction = f'HYPERLINK "{to}"' if to else f'HYPERLINK \\l "{at}"'
    markup = field(instruction) + f"<w:ins {SIGNED}>{text_run('s')}</w:ins>"

    assert [
        ("taken", SENTENCE.replace("office and", "office ands")),
        ("unmapped", f"a link to {address} over “office and”"),
    ] == changed(notice, markup, "office and")


def _recorded(now: str, before: str) -> str:
    return f"{now}<w:rPrChange {SIGNED}><w:rPr>{before}</w:rPr></w:rPrChange>"


@pytest.mark.parametrize(
    ("look", "how", "who"),
    [
        ("<w:strike/>", "struck through", ""),
        ("<w:dstrike/>", "struck through", ""),
        (_recorded("<w:strike/>", ""), "struck through", "Lee 2026-05-01"),
        (_recorded('<w:strike/><w:color w:val="FF0000"/>', "<w:strike/>"), "struck through", ""),
        ('<w:highlight w:val="yellow"/>', "highlighted", ""),
        ("<w:vanish/>", "hidden", ""),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "highlighted", ""),
    ],
)
def test_words_that_were_marked_by_hand_are_told_and_stay(
    notice: Press, look: str, how: str, who: str
) -> None:
    markup = text_run("its office", look) + text_run(" ") + text_run("and", look)
    result = merged(notice, edit(notice.docx(notice.text), put(markup, "its office and")))

    assert [("remark", who, how, "its office and")] == [
        (one.outcome, one.who, one.before, one.after) for one in result.changes
    ]
    assert notice.text == result.source


def test_words_that_nobody_is_recorded_to_have_marked_are_not_told_as_of_who_changed_others(
    notice: Press,
) -> None:
    markup = f"<w:ins {SIGNED}>{text_run('all ')}</w:ins>" + text_run("office", "<w:strike/>")
    result = merged(notice, edit(notice.docx(notice.text), put(markup, "office")))

    assert [("taken", "Lee 2026-05-01"), ("remark", "")] == [
        (one.outcome, one.who) for one in result.changes
    ]


@pytest.mark.parametrize("address", ["https://ward.example/(a)", "https://ward.example/a)b\\c"])
def test_an_address_with_brackets_is_written_between_pointed_ones(
    notice: Press, address: str
) -> None:
    markup = f"<w:fldSimple w:instr=' HYPERLINK \"{address}\" '>@</w:fldSimple>"
    result = merged(notice, edit(notice.docx(notice.text), put(markup, "office")))

    assert ["taken"] == [change.outcome for change in result.changes]
    assert f"[office](<{address}>)".replace("\\", "\\\\") in result.source


def test_an_address_behind_the_wording_of_the_house_that_leads_elsewhere_is_told(
    specimen: Press,
) -> None:
    rels, former = "word/_rels/document.xml.rels", "tel:+85255500123"
    docx = replaced(specimen.docx(specimen.text), rels, former, "tel:+85255500999")
    (change, *_) = merged(specimen, docx).changes

    assert "wording" == change.outcome
    assert "(tel:+85255500999)" in change.after
