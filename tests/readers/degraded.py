"""How much of a release comes back out of a PDF: clean sources, printed by three engines, extracted by three programs, imported.

``PYTHONPATH=tests python -m readers.degraded 20`` prints the table for so many releases. Chromium has to be on the PATH and Typst
(``pip install typst``) importable; an engine that is not there is left out.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from html import escape
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from checks.corpus import release as generated
from measure.engines import printed
from pressroom.checks.mend import mend
from pressroom.diagnostics import Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.resolve import resolve
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.house.tokens import House
from pressroom.model.blocks import Edition
from pressroom.model.inlines import Dateline, Text
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Draft
from pressroom.readers.pasted import read_pasted
from pressroom.readers.pdf.reading import read_pdf
from pressroom.source.markdown.walk import leaves, lines_of
from pressroom.source.parse import parse
from pressroom.world import World
from pressroom.writers.pdf import PdfWriter
from validators import poppler

_WORD = re.compile(r"https?://[!-~]+|[A-Za-z]+(?:-[A-Za-z]+)*|[0-9]+(?:[.,][0-9]+)*")
_KICKERS = {"en-HK": "PRESS RELEASE", "zh-Hant-HK": "新聞稿"}
_FACES = ("Noto Serif", "Noto Serif CJK HK")


@dataclass(slots=True)
class Figures:
    """Characters that should have come back and that did, words (Latin words, figures, addresses) that were harmed."""

    characters: int = 0
    right: int = 0
    harmed: int = 0

    @property
    def share(self) -> float:
        """Return which part of the characters is right; what is there too much is wrong, too."""
        return self.right / self.characters


def source(seed: int) -> Release:
    """Return a clean release that names an article."""
    address = f"<https://doi.org/10.5555/harbour.2026.{seed:04}>"
    text = re.sub(r"(?m)^!\[.*\n\n?", "", generated(seed))
    english, chinese = text.split("::: {.edition lang=zh")
    ends = (
        f"The article is to be had at {address} for all readers.",
        f"論文載於{address}，歡迎瀏覽。",
    )
    parts = (
        part.rstrip().removesuffix(":::") for part in (english, "::: {.edition lang=zh" + chinese)
    )
    text = "\n\n".join(f"{part}{end}\n\n:::" for part, end in zip(parts, ends, strict=True))
    parsed = parse(SourceFile("clean.md", text), Report())
    assert parsed
    return parsed


def paragraphs(edition: Edition) -> list[str]:
    """Return headline and paragraphs as plain text, the dateline as it is printed."""
    texts: list[str] = []
    for line in (edition.headline, *lines_of(edition.blocks)):
        text = ""
        for node in line:
            said = "".join(leaf.text for leaf in leaves((node,)) if isinstance(leaf, Text))
            if isinstance(node, Dateline):
                said = f"（{said}）——" if edition.language.startswith("zh") else f"({said}) – "
            text = f"{text}{said}" if not text.endswith(" ") else text + said.lstrip()
        texts.append(text.strip())
    return texts


def by_pressroom(release: Release) -> bytes:
    house, world = _house()
    resolved = resolve(release, house, ReleaseFolder(Path()), Report())
    return PdfWriter().write(resolved, world).artifact.data


def by_chromium(release: Release) -> bytes:
    body = "".join(
        f'<div lang="{edition.language}"><p>{_KICKERS[edition.language]}</p><h1>{escape(first)}</h1>'
        + "".join(f"<p>{escape(text)}</p>" for text in rest)
        + "</div>"
        for edition in release.editions
        for first, *rest in [paragraphs(edition)]
    )
    sheet = (
        "@page { size: A4; margin: 30mm } body { text-align: justify; hyphens: auto; font: 11pt/1.5 "
        + ", ".join(f'"{face}"' for face in _FACES)
        + " }"
    )
    return printed(f"<!doctype html><meta charset=utf-8><style>{sheet}</style>{body}")


def by_typst(release: Release) -> bytes:
    typst: Any = import_module("typst")
    lines = [
        f"#set text(font: {json.dumps(_FACES).replace('[', '(').replace(']', ')')}, size: 11pt)",
        '#set page(paper: "a4", numbering: "1")',
        "#set par(justify: true)",
    ]
    for edition in release.editions:
        language = 'lang: "zh", region: "HK"' if edition.language.startswith("zh") else 'lang: "en"'
        first, *rest = (json.dumps(text, ensure_ascii=False) for text in paragraphs(edition))
        lines += [
            f"#set text({language})",
            f"#[{_KICKERS[edition.language]}]",
            f"#heading({first})",
        ]
        lines += [f"#par({text})" for text in rest]
    made: bytes = typst.compile("\n\n".join(lines).encode())
    return made


def _pdfium(data: bytes) -> str:
    document: Any = import_module("pypdfium2").PdfDocument(data)
    return "\f".join(page.get_textpage().get_text_range() for page in document)


def _pdfminer(data: bytes) -> str:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it minds each font of Chromium
    text: str = import_module("pdfminer.high_level").extract_text(BytesIO(data))
    return text


ENGINES: dict[str, Callable[[Release], bytes]] = {
    "pressroom": by_pressroom,
    "Chromium": by_chromium,
    "Typst": by_typst,
}


def drawn(data: bytes) -> Draft:
    draft = read_pdf(data)
    assert isinstance(draft, Draft)
    return draft


READERS: dict[str, Callable[[bytes], Draft]] = {
    "pdftotext": lambda data: read_pasted(poppler.text(data)),
    "PDFium": lambda data: read_pasted(_pdfium(data)),
    "pdfminer.six": lambda data: read_pasted(_pdfminer(data)),
    "the PDF itself": drawn,
}


@cache
def measure(releases: int, engine: str) -> dict[str, Figures]:
    """Print, read and import so many releases; return the figures of each reader."""
    figures = {name: Figures() for name in READERS}
    for seed in range(releases):
        clean = source(seed)
        data = without_source(ENGINES[engine](clean))
        for name, read in READERS.items():
            compare(clean, imported(read(data)), figures[name])
    return figures


def imported(draft: Draft) -> Release | None:
    """Make a source of a draft and repair it safely; None if it cannot be parsed."""
    made = make_source(draft, _house()[0], "degraded")
    return parse(mend(SourceFile("degraded.md", made.source)).file, Report())


def compare(clean: Release, back: Release | None, figures: Figures) -> None:
    """Add to the figures how much of a release came back."""
    for edition in clean.editions:
        wanted_ = "\n".join(paragraphs(edition))
        others = back.editions if back else ()
        found = "\n".join(
            text for x in others if x.language == edition.language for text in paragraphs(x)
        )
        blocks = SequenceMatcher(None, wanted_, found, autojunk=False).get_matching_blocks()
        figures.characters += max(len(wanted_), len(found))
        figures.right += sum(block.size for block in blocks)
        harmed = Counter(_WORD.findall(wanted_)) - Counter(_WORD.findall(found))
        figures.harmed += harmed.total()


def without_source(data: bytes) -> bytes:
    """Take the attached source out of a PDF."""
    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        for name in list(document.attachments):
            del document.attachments[name]
        document.save(made)
    return made.getvalue()


@cache
def _house() -> tuple[House, World]:
    house = load_house(find_house("plain"))
    return house, World(find(wanted(house)))


def _table(releases: int) -> Iterator[str]:
    yield f"| engine | {' | '.join(READERS)} |"
    yield "|---" * (len(READERS) + 1) + "|"
    for engine in ENGINES:
        if engine == "Typst" and not find_spec("typst"):
            continue
        cells = (f"{x.share:.2%}, {x.harmed}" for x in measure(releases, engine).values())
        yield f"| {engine} | {' | '.join(cells)} |"


if __name__ == "__main__":
    for row in _table(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        sys.stdout.write(row + "\n")
