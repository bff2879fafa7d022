"""What stays of a document when its recorded changes are accepted or rejected."""

from __future__ import annotations

import pytest

from pressroom.merge.views import ACCEPTED, REJECTED, View
from pressroom.writers.docx.hearing.node import parse

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def said(view: View, rows: str) -> list[str]:
    """Return what the rows of a table say in a view."""
    table = parse(f"<w:body {_W}><w:tbl>{rows}</w:tbl></w:body>".encode(), "the test")
    return ["".join(text.text for text in row.all("w:t")) for row in view.of(table).all("w:tr")]


@pytest.mark.parametrize(("view", "mark"), [(ACCEPTED, "w:del"), (REJECTED, "w:ins")])
def test_a_row_that_went_takes_only_text_along_that_went_too(view: View, mark: str) -> None:
    name = {"w:del": "w:delText", "w:ins": "w:t"}[mark]
    marked = f"<{mark}><w:r><{name}>gone</{name}></w:r></{mark}>"
    rows = "".join(
        f"<w:tr><w:trPr><{mark}/></w:trPr><w:tc><w:p>{text}</w:p></w:tc></w:tr>"
        for text in (marked, marked + "<w:r><w:t>kept</w:t></w:r>")
    )

    assert ["kept"] == said(view, rows)
