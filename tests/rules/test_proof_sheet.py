"""The proof sheet and the index show every rule."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from rules.case import INDEX
from rules.index import index
from rules.proof_sheet import proof_sheet, shown_cases


def test_the_index_is_up_to_date() -> None:
    assert index() == INDEX.read_text(encoding="utf-8"), "make proof-sheet writes it anew"


def test_the_outline_of_the_sheet_names_every_rule_that_is_shown() -> None:
    with pikepdf.open(BytesIO(proof_sheet())) as pdf, pdf.open_outline() as outline:
        entries = [entry for top in outline.root for entry in (top, *top.children)]
        titles = [entry.title for entry in entries]
    assert titles == ["Rules of composition", *sorted_titles(), "Rules without a sample"]


def sorted_titles() -> list[str]:
    """Return the titles of the pages in the order of the table."""
    from rules.standards import IDS

    pages = sorted(shown_cases(), key=lambda case: IDS.index(case.rule))
    return [f"{case.rule} {case.title}".replace("`", "") for case in pages]
