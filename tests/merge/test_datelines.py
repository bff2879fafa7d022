"""Datelines that an editor types over: the place and the date are the source's, the brackets and the dash are the house's."""

from __future__ import annotations

import pytest
from lxml import etree

from merge.conftest import Press
from merge.desk import edit
from merge.editing import Element, q, signed
from merge.test_merging import merged

ENGLISH, CHINESE = "[Hong Kong, 3 March 2026]", "[香港，2026年3月3日]"


def typed(docx: bytes, block: str, old: str, new: str, *, recorded: bool, plain: bool) -> bytes:
    """Type over a text in a block, recorded or not, in the looks of what was there or in ``plain`` ones."""

    def change(root: Element) -> None:
        mark = next(m for m in root.iter(q("bookmarkStart")) if m.get(q("name")) == block)
        runs = mark.getparent().findall(q("r"))
        run = next(r for r in runs if old in (r.findtext(q("t")) or ""))
        look, text = run.find(q("rPr")), run.findtext(q("t"))
        before, after = text.split(old, 1)
        made = [_run(look, before), _run(None if plain else look, new), _run(look, after)]
        if recorded:
            made[1] = _recorded("ins", made[1])
            made.insert(1, _recorded("del", _run(look, old, "delText")))
        for one in made:
            run.addprevious(one)
        mark.getparent().remove(run)

    return edit(docx, change)


def _run(look: Element | None, text: str, tag: str = "t") -> Element:
    made = etree.Element(q("r"))
    if look is not None:
        made.append(etree.fromstring(etree.tostring(look)))
    etree.SubElement(made, q(tag)).text = text
    return made


def _recorded(kind: str, run: Element) -> Element:
    made = signed(etree.Element(q(kind)))
    made.append(run)
    return made


@pytest.mark.parametrize("recorded", [True, False])
@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize(
    ("block", "old", "new", "twins"),
    [
        ("_rel_e1_b1", "Hong Kong", "Kowloon", ("e1-b1", "e2-b1")),
        ("_rel_e1_b1", "3 March", "4 March", ("e1-b1", "e2-b1")),
        ("_rel_e1_b1", "2026", "2026 at noon", ("e1-b1", "e2-b1")),
        ("_rel_e2_b1", "香港", "中國香港", ("e2-b1", "e1-b1")),
    ],
)
def test_a_place_or_a_date_that_was_typed_over_is_taken_and_the_twin_named(
    specimen: Press,
    block: str,
    old: str,
    new: str,
    twins: tuple[str, str],
    *,
    recorded: bool,
    plain: bool,
) -> None:
    docx = typed(specimen.docx(specimen.text), block, old, new, recorded=recorded, plain=plain)
    result = merged(specimen, docx)

    dateline = ENGLISH if block == "_rel_e1_b1" else CHINESE
    assert specimen.text.replace(dateline, dateline.replace(old, new)) == result.source
    assert ["taken"] == [change.outcome for change in result.changes]
    assert (twins,) == result.twins


@pytest.mark.parametrize(("old", "new"), [("(", "["), (") –", ") —")])
def test_the_brackets_and_the_dash_are_the_house_s(specimen: Press, old: str, new: str) -> None:
    sent = specimen.docx(specimen.text)
    result = merged(specimen, typed(sent, "_rel_e1_b1", old, new, recorded=True, plain=False))

    assert specimen.text == result.source
    assert ["wording"] == [change.outcome for change in result.changes]


def test_looks_that_no_dateline_can_have_are_reported(specimen: Press) -> None:
    docx = specimen.docx(specimen.text)

    def unbold(root: Element) -> None:
        look = next(r for r in root.iter(q("r")) if r.findtext(q("t")) == ENGLISH[1:-1]).find(
            q("rPr")
        )
        former = etree.Element(q("rPr"))
        former.append(look[0])
        signed(etree.SubElement(look, q("rPrChange"))).append(former)

    result = merged(specimen, edit(docx, unbold))
    assert specimen.text == result.source
    assert ["unmapped"] == [change.outcome for change in result.changes]
