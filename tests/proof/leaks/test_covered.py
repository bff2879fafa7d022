"""Text of a PDF under what is painted, on pages that are made to take long."""

from __future__ import annotations

import io

import pikepdf

from pressroom.proof.leaks.covered import covered


def page(*strokes: bytes) -> bytes:
    """Return a PDF of one page that is painted with some strokes."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(600, 800))
        face = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
        )
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=face))
        pdf.pages[0].Contents = pdf.make_stream(b"\n".join(strokes))
        pdf.save(out)
    return out.getvalue()


def test_a_page_of_more_than_can_be_compared_is_told_and_not_looked_through() -> None:
    letters = [b"BT /F 1 Tf 1 0 0 1 %d 9 Tm (a) Tj ET" % (at % 500) for at in range(6000)]
    areas = [b"%d 500 0.5 0.5 re f" % (at % 500) for at in range(6000)]

    assert () == tuple(covered(page(*letters[:60], *areas[:60])))
    (told,) = covered(page(*letters, *areas))
    assert "more text and areas than can be compared" == told[1]
