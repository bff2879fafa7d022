from pathlib import Path

from edition.making import block, set_release, written
from edition.shown import shown
from pressroom.diagnostics import Report
from pressroom.edition.projection import said
from pressroom.edition.resolved import FigureBlock, ResolvedRelease

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0h9v9z"/></svg>'
)
FIGURE = '![A caption](chart.svg){alt="A square" credit="A. Name"}'


def set_with(folder: Path, data: bytes | None) -> tuple[ResolvedRelease, Report]:
    if data is not None:
        (folder / "chart.svg").write_bytes(data)
    editions = [("en-HK", f"# A headline\n\n{FIGURE}"), ("zh-Hant-HK", f"# 標題\n\n{FIGURE}")]
    return set_release(written(*editions), folder)


def test_a_figure_has_its_picture_and_complete_wording(tmp_path: Path) -> None:
    release, report = set_with(tmp_path, DRAWING)
    assert [] == list(report)
    figure = block(release.editions[0], "e1-b1")
    assert isinstance(figure, FigureBlock)
    assert figure.caption
    assert figure.credit
    assert ("A square", "A caption", "Photograph: |A. Name") == (
        figure.alt,
        shown(figure.caption.pieces),
        shown(figure.credit.pieces),
    )
    assert (30, 20, "image/svg+xml") == (
        figure.image.width,
        figure.image.height,
        figure.image.media_type,
    )


def test_one_picture_in_two_editions_is_one_file_that_tells_nothing(tmp_path: Path) -> None:
    release, _ = set_with(tmp_path, DRAWING)
    figures = [b for e in release.editions for b in e.blocks if isinstance(b, FigureBlock)]
    first, second = (figure.image for figure in figures)
    assert first == second
    assert first.name.isascii()
    assert "chart" not in first.name


def test_a_picture_that_is_not_there_is_reported_at_its_name_and_left_out(tmp_path: Path) -> None:
    release, report = set_with(tmp_path, None)
    assert ["I001", "I001"] == [finding.code for finding in report]
    place = report.findings[0].place
    assert place
    assert "chart.svg" == place.file.slice(place.span)
    assert "alt" not in {one.kind for one in said(release.editions[0])}


def test_a_picture_that_cannot_be_trusted_is_reported_with_the_way_out(tmp_path: Path) -> None:
    _, report = set_with(tmp_path, DRAWING.replace(b"<path", b"<script/><path"))
    finding = report.findings[0]
    assert "I006" == finding.code
    assert (
        finding.message
        == "the picture chart.svg has an element <script>, which does more than draw"
    )
    assert finding.hints
