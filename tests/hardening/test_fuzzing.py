"""Seeded damage to everything that is read: each reader gives a result or findings, in time, and never anything else."""

from __future__ import annotations

import random
import time
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from hardening.hostile_files import packed, parts
from pressroom.checks.examine import examine
from pressroom.diagnostics import PressroomError, Report
from pressroom.house.read import Files, read_house
from pressroom.pictures import PictureError, read_picture
from pressroom.place import SourceFile
from pressroom.press.job import Order, set_up
from pressroom.proof.record import read_record
from pressroom.source.parse import parse
from pressroom.source.reading import read_source
from pressroom.writers import registry

ROOT = Path(__file__).parents[2]
NOTICE, SPECIMEN = ROOT / "releases" / "notice.md", ROOT / "releases" / "specimen" / "specimen.md"
SECONDS = 30.0
"""Past this, reading one damaged input counts as a hang."""

MORSELS = [
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b"<", b"&", b"&#0;", b"]]>", b"<!DOCTYPE a>", b"<!--", b"{", b"[",
    b"]", b"*", b"**", b"`", b"|", b":::", b"---\n", b"\n\n", b"\r", b"[^1]", b"^", b"~", b"\\", b"999999999999", b"-1",
    b"e99", b"../", b"%", b'"', b"'", b"</w:p>", b"</p>", b" obj ", b"endstream", b" R ", b"<<", b">>", b"Tj", b"BT", b"q ",
]  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Cut, repeat, swap, flip and insert, some times over."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 4, 16])):
        at = chance.randrange(len(found) + 1)
        size = chance.choice([1, 2, 8, 64, 512])
        match chance.randrange(6):
            case 0:
                del found[at : at + size]
            case 1:
                found[at:at] = found[at : at + size] * chance.choice([1, 2, 50])
            case 2:
                found[at : at + 1] = bytes([chance.randrange(256)])
            case 3:
                found[at:at] = chance.choice(MORSELS) * chance.choice([1, 1, 3, 100])
            case 4:
                other = chance.randrange(len(found) + 1)
                found[at:at] = found[other : other + size]
            case _:
                del found[at:]
    return bytes(found)


def read_release(data: bytes) -> None:
    report = Report()
    file = read_source("a.md", data, report)
    release = parse(file, report) if file else None
    assert (release is None) == report.failed
    assert all(0 <= f.place.span.start <= f.place.span.end for f in report if f.place)


def check_release(data: bytes) -> None:
    release = parse(SourceFile("a.md", data.decode(errors="replace")), Report())
    if release:
        examine(release)


def read_front_matter(data: bytes) -> None:
    body = b"\n---\n\n::: {.edition lang=en-HK}\n\n# A\n\nB.\n\n:::\n"
    read_release(b"---\n" + data + body)


def read_style(data: bytes) -> None:
    report = Report()
    file = SourceFile("style.yaml", data.decode(errors="replace"))
    house = read_house(
        file, "a", Files(lambda _name, _span: b"", lambda _name, _span: b""), "", report
    )
    assert house or report.failed


def reader(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        with suppress(PressroomError):
            registry.writer(name).read_back(data)

    return read


def package_reader(name: str, part: str) -> Callable[[bytes], None]:
    """Read a package one part of which is damaged, so that the damage lies behind the packing."""
    files: dict[str, bytes] = {}

    def read(data: bytes) -> None:
        if not files:
            files.update(parts(artifact(name)))
        reader(name)(packed({**files, part: data}))

    return read


def read_image(data: bytes) -> None:
    with suppress(PictureError):
        read_picture(data)


def read_proof(data: bytes) -> None:
    with suppress(ValueError):
        read_record(data)


_MADE: dict[str, bytes] = {}


def artifact(name: str) -> bytes:
    """Return a clean artifact of the notice, or one part of it (``docx:word/document.xml``)."""
    if name not in _MADE:
        writer, _, part = name.partition(":")
        if part:
            _MADE[name] = parts(artifact(writer))[part]
        else:
            galley = set_up(Order(NOTICE, (), None, ()))
            _MADE[name] = registry.writer(writer).write(galley.resolved, galley.world).artifact.data
    return _MADE[name]


def front_matter(path: Path) -> bytes:
    return path.read_bytes().split(b"---\n")[1]


def plain_pdf() -> bytes:
    """Return the PDF with its streams unpacked, so that damage falls into what they say."""
    from io import BytesIO

    import pikepdf

    buffer = BytesIO()
    with pikepdf.open(BytesIO(artifact("pdf"))) as pdf:
        pdf.save(
            buffer,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return buffer.getvalue()


DOCUMENT, CHAPTER = "word/document.xml", "EPUB/edition-en-hk.xhtml"
TARGETS: list[tuple[str, int, Callable[[], bytes], Callable[[bytes], None]]] = [
    ("source", 400, SPECIMEN.read_bytes, read_release),
    ("source of one page", 400, NOTICE.read_bytes, read_release),
    ("checks", 400, NOTICE.read_bytes, check_release),
    ("front matter", 600, lambda: front_matter(SPECIMEN), read_front_matter),
    ("house", 100, (ROOT / "styles" / "journal" / "style.yaml").read_bytes, read_style),
    ("DOCX", 200, lambda: artifact("docx"), reader("docx")),
    ("text of a DOCX", 150, lambda: artifact(f"docx:{DOCUMENT}"), package_reader("docx", DOCUMENT)),
    ("EPUB", 200, lambda: artifact("epub"), reader("epub")),
    ("text of an EPUB", 150, lambda: artifact(f"epub:{CHAPTER}"), package_reader("epub", CHAPTER)),
    ("PDF", 100, lambda: artifact("pdf"), reader("pdf")),
    ("unpacked PDF", 150, plain_pdf, reader("pdf")),
    ("HTML", 150, lambda: artifact("html"), reader("html")),
    ("ninjs", 150, lambda: artifact("ninjs"), reader("ninjs")),
    ("text", 300, lambda: artifact("text"), reader("text")),
    ("drawing", 300, (ROOT / "releases/specimen/chart-en.svg").read_bytes, read_image),
    ("proof record", 300, lambda: b'{"release": {"house": "a", "editions": ["en"]}, "artifacts": [{"name": "a.pdf", '
     b'"writer": "pdf", "sha256": "0"}]}', read_proof),
]  # fmt: skip


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target[0])
def test_any_damage_is_read_or_refused(
    target: tuple[str, int, Callable[[], bytes], Callable[[bytes], None]], counts: Counter[str]
) -> None:
    name, times, clean, read = target
    chance = random.Random(zlib.crc32(name.encode()))  # noqa: S311  # the same damage in each run
    whole = clean()
    read(whole)
    for number in range(times):
        data = damaged(whole, chance)
        begun = time.perf_counter()
        try:
            read(data)
        except Exception as fault:
            raise AssertionError(f"{name}, number {number}: {data[:200]!r}") from fault
        assert time.perf_counter() - begun < SECONDS, (name, number)
        counts["damaged inputs read"] += 1
