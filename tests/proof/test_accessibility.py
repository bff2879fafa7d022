"""Claims of accessibility that are not so, and facts that nobody claims: planted into a book and a PDF, and found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    ResolvedBlock,
    ResolvedEdition,
    ResolvedRelease,
    TextBlock,
)
from pressroom.proof.accessibility import unfounded
from pressroom.testing.sample import every_node
from pressroom.writers.contract import Artifact
from pressroom.writers.registry import writer
from proof.artifacts import artifact, redrawn, repacked, world

Files = dict[str, bytes]
PACKAGE, ENGLISH = "EPUB/package.opf", "EPUB/edition-en-hk.xhtml"


def told(name: str, data: bytes) -> list[str]:
    """Return what is found of the claims in some bytes that pass for an artifact."""
    found = unfounded(Artifact("it", artifact(name).media_type, data), press=name == "print")
    return [finding.message for finding in found]


def only(kept: Callable[[ResolvedBlock], bool]) -> ResolvedRelease:
    def cut(edition: ResolvedEdition) -> ResolvedEdition:
        return replace(edition, blocks=tuple(filter(kept, edition.blocks)))

    release = every_node()
    return replace(release, editions=tuple(map(cut, release.editions)))


@pytest.mark.parametrize("name", ["pdf", "print", "epub"])
def test_what_we_write_claims_what_is_so(name: str) -> None:
    assert [] == told(name, artifact(name).data)


@pytest.mark.parametrize(
    "release",
    [
        only(lambda block: not isinstance(block, FigureBlock)),
        only(
            lambda block: (
                not isinstance(block, DivisionBlock)
                and not (isinstance(block, TextBlock) and block.level)
            )
        ),
    ],
    ids=["without pictures", "without headings"],
)
def test_what_we_write_of_less_claims_less(release: ResolvedRelease) -> None:
    assert [] == told("epub", writer("epub").write(release, world()).artifact.data)


def taken(part: str, old: str, new: str = "") -> Callable[[Files], None]:
    """Replace what fits a pattern everywhere in a file."""

    def change(files: Files) -> None:
        text, count = re.subn(old, new, files[part].decode())
        assert count
        files[part] = text.encode()

    return change


def claimed(name: str, value: str) -> Callable[[Files], None]:
    meta = f'<meta property="{name}">{value}</meta></metadata>'
    return taken(PACKAGE, "</metadata>", meta)


@pytest.mark.planted("claims of accessibility made false, and found")
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            taken(ENGLISH, r'(<img src="images/figure[^>]*alt=")[^"]*', r"\1"),
            [
                "it claims schema:accessModeSufficient textual, and that is not so",
                "it claims schema:accessibilityFeature alternativeText, and that is not so",
            ],
        ),
        (
            taken(ENGLISH, r"<(/?)h\d", r"<\1p"),
            ["it claims schema:accessibilityFeature structuralNavigation, and that is not so"],
        ),
        (
            taken("EPUB/nav.xhtml", r'epub:type="toc"', 'epub:type="loi"'),
            ["it claims schema:accessibilityFeature tableOfContents, and that is not so"],
        ),
        (
            taken("EPUB/style.css", r"\Z", "p { animation: blink 1s }"),
            ["it claims schema:accessibilityHazard none, and that is not so"],
        ),
        (
            taken(PACKAGE, r"<meta[^>]*>rubyAnnotations</meta>"),
            ["it does not claim schema:accessibilityFeature rubyAnnotations, and it is so"],
        ),
        (
            taken(PACKAGE, r"<meta[^>]*>visual</meta>"),
            ["it does not claim schema:accessMode visual, and it is so"],
        ),
        (
            taken(PACKAGE, r'(property="schema:accessibilitySummary"[^>]*>)[^<]*', r"\1"),
            ["it has an empty summary of its accessibility"] * 2,
        ),
        (
            taken(PACKAGE, r'<meta property="schema:accessibilitySummary".*?</meta>'),
            ["it has no summary of its accessibility"],
        ),
        (
            claimed("schema:accessibilityFeature", "pageNavigation"),
            ["it claims schema:accessibilityFeature pageNavigation, and that is not so"],
        ),
        (
            claimed("dcterms:conformsTo", "WCAG 2.1 Level AA"),
            ["it claims dcterms:conformsTo WCAG 2.1 Level AA, and that is not so"],
        ),
    ],
)
def test_claims_of_a_book_are_held_against_its_content(
    change: Callable[[Files], None], said: list[str]
) -> None:
    assert said == told("epub", repacked(artifact("epub").data, change))


def unmarked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def with_hidden_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def without_alternative(pdf: pikepdf.Pdf) -> None:
    figure = next(held for held in pdf.objects if _role(held) == "/Figure")
    figure.Alt = pikepdf.String("")


def _role(held: pikepdf.Object) -> str:
    return str(held.get("/S")) if isinstance(held, pikepdf.Dictionary) else ""


def without_claim(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:part", b"pdfuaid:amd")
    pdf.Root.Metadata.write(packet)


@pytest.mark.planted("claims of accessibility made false, and found")
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (unmarked, "it claims to be PDF/UA-1, and its content is not marked"),
        (without_language, "it claims to be PDF/UA-1, and it has no language"),
        (with_hidden_title, "it claims to be PDF/UA-1, and its title is not shown"),
        (without_alternative, "it claims to be PDF/UA-1, and a figure has no alternative text"),
        (without_claim, "it does not claim to be PDF/UA-1, and has what belongs to it"),
    ],
)
def test_claims_of_a_pdf_are_held_against_its_content(
    change: Callable[[pikepdf.Pdf], None], said: str
) -> None:
    assert [said] == told("pdf", redrawn(artifact("pdf").data, change))
