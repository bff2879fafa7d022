"""Whatever the metadata of a file state is held against the release: each fact is changed once, and taken away once."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeAlias, cast

import pikepdf
import pytest

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import ResolvedContact, ResolvedRelease
from pressroom.model.release import Status
from pressroom.proof.compare import compare
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import Written
from pressroom.writers.registry import writer
from proof.artifacts import redrawn, repacked, world

Json: TypeAlias = Any  # what json.loads gives
Path: TypeAlias = tuple[str | int, ...]
Change: TypeAlias = Callable[[Json, str | int], None]

FORMATS = ("pdf", "print", "docx", "epub", "html", "ninjs")
EMBARGO = datetime(2026, 3, 28, 16, tzinfo=UTC)


@cache
def full() -> ResolvedRelease:
    """Return the sample with everything that metadata can state."""
    made = every_node()
    about = replace(
        made.metadata, version=3, status=Status.DRAFT, embargo=EMBARGO, supersedes="sample-0"
    )
    contact = ResolvedContact("Ms Lam", "Press officer", "+852 2345 6789", "press@example.org")
    editions = tuple(
        replace(
            one,
            watermark="Draft",
            dateline="Hong Kong, 1 March",
            located="Hong Kong",
            correction="Corrected on 1 March",
            contacts=(contact,),
        )
        for one in made.editions
    )
    return replace(made, metadata=about, editions=editions)


@cache
def written(name: str) -> Written:
    return writer(name).write(full(), World(world().fonts, public=True))


def file(name: str) -> bytes:
    return written(name).artifact.data


def codes(name: str, data: bytes) -> set[str]:
    made = writer(name)
    try:
        heard = made.read_back(data)
    except WriterError as refusal:
        return {finding.code for finding in refusal.findings}
    findings = compare("a", full(), written(name).ledger, heard, made.abilities).findings
    return {finding.code for finding in findings}


def changed_at(data: Json, path: Path, change: Change) -> Json:
    """Return a copy of some data, changed at one place: a member of an object, or an item of a list."""
    copy = json.loads(json.dumps(data))
    holder = copy
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    return copy


def places(data: Json, path: Path = ()) -> Iterator[Path]:
    held = cast("dict[str, Json] | list[Json]", data)
    members: Iterable[tuple[str | int, Json]] = (
        held.items() if isinstance(held, dict) else enumerate(held)
    )
    for step, inner in members:
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, step))
        elif inner != "application/xhtml+xml" and not str(inner).startswith("<section"):
            yield (*path, step)


def other(holder: Json, step: str | int) -> None:
    holder[step] += "9"


def nothing(holder: Json, step: str | int) -> None:
    del holder[step]


def more(holder: Json, step: str | int) -> None:
    if isinstance(step, int):
        holder.append("more")
    else:
        holder["more"] = "more"


SCRIPT = re.compile(rb'(?<=<script type="application/ld\+json">).*?(?=</script>)', re.DOTALL)


def told(name: str) -> Json:
    data = file(name)
    found = SCRIPT.search(data)
    return json.loads(found[0] if found else data)


def telling(name: str, data: Json) -> bytes:
    text = json.dumps(data).encode()
    return SCRIPT.sub(lambda _: text, file(name)) if name == "html" else text


@pytest.mark.parametrize("name", FORMATS)
def test_what_we_write_states_the_facts(name: str) -> None:
    assert set() == codes(name, file(name))


@pytest.mark.parametrize("name", ["html", "ninjs"])
def test_each_text_of_the_data_that_is_changed_added_or_taken_away_is_found(
    name: str, counts: Counter[str]
) -> None:
    data = told(name)
    for path in places(data):
        for change in (other, nothing, more):
            found = codes(name, telling(name, changed_at(data, path, change)))
            assert found & {"A001", "A002", "A011", "A160", "A202"}, (path, change.__name__)
            counts["facts in the metadata of files made false, and found"] += 1


PACKAGE = "EPUB/package.opf"
CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"
MARKUP = {
    "docx": [
        *((CORE, f"<{name}>") for name in ("dc:title", "dc:creator", "dc:description")),
        *((CORE, f"<{name}>") for name in ("dc:identifier", "dc:language", "cp:keywords")),
        *((CORE, f"<cp:{name}>") for name in ("lastModifiedBy", "revision", "contentStatus")),
        (CORE, "<cp:version>"),
        *(
            (CORE, f'<dcterms:{name} xsi:type="dcterms:W3CDTF">')
            for name in ("created", "modified")
        ),
        *((CUSTOM, f'name="{name}"><vt:lpwstr>') for name in ("DOI", "Supersedes")),
        (CUSTOM, 'name="Embargo"><vt:filetime>'),
    ],
    "epub": [
        (PACKAGE, '<dc:identifier id="identifier">'),
        *((PACKAGE, f'<dc:{name} id="{name}" xml:lang="en-HK">') for name in ("title", "creator")),
        (PACKAGE, '<dc:publisher id="publisher" xml:lang="en-HK">'),
        *(
            (PACKAGE, f'"#{name}" property="alternate-script" xml:lang="zh-Hant-HK">')
            for name in ("title", "creator", "publisher")
        ),
        *((PACKAGE, f"<dc:{name}>") for name in ("language", "date", "source", "subject")),
        *((PACKAGE, f'<dc:description xml:lang="{tag}">') for tag in ("en-HK", "zh-Hant-HK")),
        *((PACKAGE, f'property="dcterms:{name}">') for name in ("modified", "replaces")),
        *((PACKAGE, f'property="schema:{name}">') for name in ("version", "creativeWorkStatus")),
        *((PACKAGE, f'property="prism:{name}">') for name in ("embargoDate", "doi")),
    ],
}
PACKET = [
    *(f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">' for name in ("title", "description")),
    *(f"<dc:{name}><rdf:Seq><rdf:li>" for name in ("creator", "date")),
    *(f"<dc:{name}><rdf:Bag><rdf:li>" for name in ("language", "subject")),
    *(f"<xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate")),
    *(f"<xmpMM:{name}>" for name in ("DocumentID", "VersionID", "RenditionClass")),
    *(f"<prism:{name}>" for name in ("doi", "embargoDate")),
]


def spoilt(text: str, before: str, *, empty: bool) -> str:
    """Change, or take away, the words that follow a text."""
    assert before in text
    head, _, tail = text.partition(before)
    words, end, rest = tail.partition("<")
    return head + before + ("" if empty else f"{words}9") + end + rest


@pytest.mark.planted("facts in the metadata of files made false, and found")
@pytest.mark.parametrize("empty", [False, True], ids=["changed", "taken away"])
@pytest.mark.parametrize(
    ("name", "part", "before"),
    [(name, part, before) for name, known in MARKUP.items() for part, before in known],
)
def test_each_statement_of_word_and_of_a_book_is_compared(
    name: str, part: str, before: str, *, empty: bool
) -> None:
    def spoil(files: dict[str, bytes]) -> None:
        files[part] = spoilt(files[part].decode(), before, empty=empty).encode()

    assert codes(name, repacked(file(name), spoil)) & {"A002", "A011"}


@pytest.mark.planted("facts in the metadata of files made false, and found")
@pytest.mark.parametrize("before", PACKET)
def test_each_statement_of_a_pdf_is_compared(before: str) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().decode()
        pdf.Root.Metadata.write(spoilt(packet, before, empty=False).encode())

    assert codes("pdf", redrawn(file("pdf"), spoil)) & {"A002", "A011"}
