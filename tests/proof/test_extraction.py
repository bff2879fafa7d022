"""What other programs extract from a PDF is the release, and a difference is found though the tags do not show it."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from pressroom.edition.projection import said
from pressroom.proof.extraction import extracted_otherwise, ink
from pressroom.proof.pdfium import extracts
from pressroom.testing.sample import every_node
from pressroom.writers.contract import Artifact
from proof.artifacts import artifact, redrawn
from validators import poppler


def codes(data: bytes) -> list[str]:
    whole = artifact("pdf")
    spoilt = Artifact(whole.name, whole.media_type, data)
    return [finding.code for finding in extracted_otherwise(spoilt, every_node())]


def test_what_pdfium_reads_is_the_release() -> None:
    assert [] == codes(artifact("pdf").data)
    assert sum(len(one.text) for one in extracts(artifact("pdf").data)) > 2000


def test_other_formats_have_nothing_to_extract() -> None:
    assert () == extracted_otherwise(artifact("text"), every_node())


def test_poppler_reads_the_same_by_the_tags() -> None:
    shown = [
        line.strip().strip('"')
        for line in poppler.structure(artifact("pdf").data).splitlines()
        if line.strip().startswith('"')
    ]
    pieces = [piece for edition in every_node().editions for piece in said(edition)]
    wanted = "".join(ink(piece.text) for piece in pieces if piece.kind != "alt")

    # Readings, markers and notes stand elsewhere in the tree than in the projection; what they say is the same.
    markers = "".join(
        trait.value.partition(" ")[2]
        for piece in pieces
        for trait in piece.traits
        if trait.feature == "item"
    )
    assert sorted(wanted + markers) == sorted(ink("".join(shown)))


def test_poppler_extracts_every_line_of_the_release() -> None:
    text = ink(poppler.text(artifact("pdf").data))

    for edition in every_node().editions:
        for piece in said(edition):
            if piece.kind == "text" and not any(t.feature == "ruby" for t in piece.traits):
                for line in piece.text.split("\n"):
                    assert ink(line)[:12] in text, line


def in_content(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        assert old in content
        page.Contents = pdf.make_stream(content.replace(old, new, 1))

    return change


def remapped(pdf: pikepdf.Pdf) -> None:
    """Let the glyph of one letter be extracted as another."""
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and "/ToUnicode" in held:
            table = held.ToUnicode.read_bytes()
            if b"<0050>" in table:
                held.ToUnicode = pdf.make_stream(table.replace(b"<0050>", b"<0051>"))


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("A012", remapped),
        ("A033", in_content(b"\nBT\n", b"\n1 1 1 rg BT\n")),
        ("A033", in_content(b"\nBT\n1 0 0 -1 ", b"\nBT\n1 0 0 -1 9")),
    ],
)
def test_what_others_would_read_otherwise_or_not_see_is_found(
    code: str, change: Callable[[pikepdf.Pdf], None]
) -> None:
    assert code in codes(redrawn(artifact("pdf").data, change))
