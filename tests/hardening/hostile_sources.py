"""Releases made to do harm: what a source, its front matter and the files beside it may hold."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from struct import pack

from hardening.hostile_files import MANY, zeros

FRONT = "---\nid: bad\ndate: 2026-01-05\nhouse: plain\n---\n"
REFUSED, UNPROVED, BUILT = 3, 6, 0

Make = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A release; ``files`` stand beside it, as bytes or made by a function of their path; ``code`` is how a build ends."""

    name: str
    data: bytes
    code: int = REFUSED
    says: str = ""
    files: Mapping[str, bytes | Make] = field(default_factory=dict[str, bytes | Make])


def release(body: str, front: str = "", headline: str = "A headline") -> bytes:
    """Return a release with one paragraph or more; ``front`` is added to its front matter."""
    head = FRONT.replace("house: plain\n", f"house: plain\n{front}")
    return f"{head}\n::: {{.edition lang=en-HK}}\n\n# {headline}\n\n{body}\n\n:::\n".encode()


def nested() -> Iterator[Source]:
    """Yield what stands in itself."""
    bodies = {
        "lists": "- " * MANY + "x",
        "indented lists": "\n".join("  " * depth + "- x" for depth in range(700)),
        "quotes": ">" * MANY + " x",
        "lists in quotes": "- > " * MANY + "x",
        "emphasis": "*a **b " * MANY + "x" + "** a*" * MANY,
        "asterisks": "*" * MANY + "a" + "*" * MANY,
        "brackets": "[" * MANY + "x" + "]" * MANY,
        "spans": "[" * MANY + "x" + "]{.dots}" * MANY,
        "links": "[" * MANY + "x" + "](https://a.example)" * MANY,
        "raised in lowered": "^a~b" * MANY + "~^" * MANY,
        "divisions": "::: {.aside}\n\n" * MANY + "x\n\n" + ":::\n\n" * MANY,
        "notes in notes": "a[^0]\n\n"
        + "".join(f"[^{n}]: b[^{n + 1}]\n\n" for n in range(2000))
        + "[^2000]: c",
        "comments": "<!-- " * MANY,
    }
    for name, body in bodies.items():
        yield Source(f"ten thousand {name}", release(body))


def large() -> Iterator[Source]:
    """Yield more of everything."""
    bodies = {
        "paragraphs": "a\n\n" * 300_000,
        "rules": "---\n\n" * 200_000,
        "cells": "|a|b|\n|-|-|\n" + "|c|d|\n" * 20_000,
        "columns": "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n",
        "notes": "".join(f"a[^{n}] " for n in range(2000))
        + "".join(f"\n\n[^{n}]: b" for n in range(2000)),
        "words in a paragraph": "word " * 150_000,
        "letters in a word": "w" * 900_000,
        "accents on a letter": "a" + "\u0301" * 300_000,
        "code spans": "`a` " * 200_000,
        "open code spans": "` " * 400_000,
        "runs of backticks": "".join("`" * n + " " for n in range(1000)),
        "asterisks": "*a " * 300_000,
        "letters in an address": "<https://a.example/" + "a" * 100_000 + ">",
        "letters in a reading": f'[漢]{{ruby="{"x" * MANY}"}}',
        "attributes": "[x]{" + "a=b " * MANY + "}",
        "entities": "&amp;" * 100_000,
        "pipes": "|" * 200_000 + "\n|-|",
    }
    for name, body in bodies.items():
        yield Source(f"too many {name}", release(body))
    yield Source("a headline of 100 kB", release("x", headline="w " * 50_000))
    yield Source("100 MB of one letter", b"a" * 100 * 2**20, says="larger than")
    yield Source("100 MB of front matter", b"---\n" + b"a: b\n" * 20_000_000, says="larger than")


def odd_bytes() -> Iterator[Source]:
    """Yield what is no text."""
    yield Source("NULs", b"\0" * 1_000_000)
    yield Source("noise", bytes(range(256)) * 1000)
    yield Source("UTF-16", release("x").decode().encode("utf-16"), says="UTF-16")
    yield Source("overlong UTF-8", release("x\uffff").replace("\uffff".encode(), b"\xc0\xaf"))
    yield Source("surrogates", release("x\uffff").replace("\uffff".encode(), b"\xed\xa0\x80"))
    for name, character in {
        "an escape": "\x1b[31m",
        "a bell": "\x07",
        "a next line": "\x85",
        "a noncharacter": "\ufffe",
        "an override": "\u202e",
        "an isolate": "\u2066",
    }.items():
        yield Source(f"{name} in the text", release(f"a{character}b"))
    yield Source("an escape in an escape", release("x", 'links: [{label: "\\e[2J", url: "a"}]\n'))
    yield Source("an unprintable reference", release("a&#0;b &#xD800; &#x110000;"))


def front_matter() -> Iterator[Source]:
    """Yield front matter that wants more than to be read."""
    laughs = "".join(
        f"{b}: &{b} [{f'*{a}, ' * 9}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
    )
    fronts = {
        "aliases that multiply": "a: &a [x]\n" + laughs,
        "an alias to itself": "links: &a [*a]\n",
        "an object": "version: !!python/object/apply:os.system ['true']\n",
        "merge keys": "<<: {version: 2}\n",
        "lists in lists": "links: " + "[" * MANY + "\n",
        "mappings in mappings": "links: " + "{a: " * MANY + "\n",
        "a key of 60 kB": "a" * 60_000 + ": b\n",
        "keys without end": "".join(f"k{n}: 1\n" for n in range(8000)),
        "a number of 5000 digits": f"version: {'9' * 5000}\n",
        "a date of another age": "embargo: 0001-01-01T00:00 Asia/Tokyo\n",
        "a zone from the disk": "embargo: 2026-01-01T00:00 ../../../etc/passwd\n",
        "a zone by an absolute path": "embargo: 2026-01-01T00:00 /etc/localtime\n",
        "a zone that is a folder": "embargo: 2026-01-01T00:00 Asia\n",
        "contacts without end": "contacts:\n" + "  - {name: a, tel: 12345}\n" * 9000,
        "authors without end": f"reference: {{authors: [{'A B, ' * 40_000}]}}\n",
        "a second document": "---\nid: other\n",
    }
    for name, front in fronts.items():
        yield Source(f"front matter: {name}", release("x", front))
    for identifier in ("../bad", "/bad", "bad/../../x", "a" * 300, ".bad", "bad\\x", "C:bad", "-o"):
        data = release("x").replace(b"id: bad", f"id: '{identifier}'".encode())
        yield Source(f"the id {identifier[:12]}", data)
    for house in ("../plain", "/etc", "plain/../plain"):
        data = release("x").replace(b"house: plain", f"house: {house}".encode())
        yield Source(f"the house {house}", data)


def paths() -> Iterator[Source]:
    """Yield pictures from elsewhere."""

    def folder(path: Path) -> None:
        path.mkdir()
        (path / "up").symlink_to("/etc")

    beside: dict[str, bytes | Make] = {
        "a.png": raster(),
        "pipe.png": os.mkfifo,
        "zero.png": lambda path: path.symlink_to("/dev/zero"),
        "loop.png": lambda path: path.symlink_to("loop.png"),
        "proc.png": lambda path: path.symlink_to("/proc/self/environ"),
        "folder": folder,
    }
    for address in (
        "../a.png",
        "x/../../a.png",
        "%2e%2e/a.png",
        "..%2fa.png",
        "..\\\\a.png",
        "/a.png",
        "C:\\\\a.png",
        "C:a.png",
        "\\\\\\\\host\\\\share\\\\a.png",
        "//host.example/a.png",
        "file:///etc/passwd",
        "https://host.example/a.png",
        "data:image/png;base64,AAAA",
        "~/a.png",
        "a&#10;.png",
        "x" * 300 + ".png",
        "pipe.png",
        "zero.png",
        "loop.png",
        "proc.png",
        "folder",
        "folder/up/hostname",
        "A.PNG",
        ".",
        "bad.md",
    ):
        body = f'![x](<{address}>){{alt="x"}}'
        yield Source(f"a picture from {address[:24]}", release(body), files=beside)


def _figure(name: str, file: str, data: bytes, code: int = REFUSED) -> Source:
    return Source(name, release(f'![x]({file}){{alt="x"}}'), code, files={file: data})


def drawings() -> Iterator[Source]:
    """Yield drawings that do more than draw."""

    def svg(content: str, attributes: str = 'width="9" height="9"', before: str = "") -> bytes:
        names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        return f"{before}<svg {names} {attributes}>{content}</svg>".encode()

    doctype = '<!DOCTYPE svg [<!ENTITY a "{}">]>'
    drawings = {
        "a script": svg("<script>1</script>"),
        "an event": svg('<g onload="1"/>'),
        "another document": svg("<foreignObject/>"),
        "a link that runs": svg('<a href="javascript:1"><rect/></a>'),
        "an animation": svg('<set attributeName="href" to="https://a.example"/>'),
        "a far reference": svg('<use href="https://a.example/b#c"/>'),
        "a file": svg('<use xlink:href="file:///etc/passwd#c"/>'),
        "an image": svg('<image href="data:image/png;base64,AAAA"/>'),
        "an import": svg("<style>@import url(https://a.example)</style>"),
        "an address in styles": svg('<rect style="fill:url(https://a.example)"/>'),
        "a hidden address": svg('<rect style="fill:u\\72l(https://a.example)"/>'),
        "a style sheet": svg("", before='<?xml-stylesheet href="https://a.example"?>'),
        "entities": svg("&a;", before=doctype.format("a")),
        "an outer entity": svg(
            "&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        ),
        "a base": svg('<g xml:base="https://a.example"/>'),
        "UTF-7": b'<?xml version="1.0" encoding="utf-7"?>' + svg("+ADw-script+AD4-"),
        "groups in groups": svg("<g>" * 250 + "</g>" * 250),
        "ten thousand groups": svg("<g>" * MANY + "</g>" * MANY),
        "shapes without end": svg("<rect/>" * 200_000),
        "attributes without end": svg("<g " + " ".join(f'a{n}="1"' for n in range(MANY)) + "/>"),
        "rules without end": svg(
            "<style>" + "a b c d *{fill:red}" * 9000 + "</style>" + "<g/>" * 900
        ),
        "a style without end": svg(f'<rect style="{"fill:red;" * 100_000}"/>'),
        "uses that multiply": svg(
            "".join(f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(9))
        ),
        "a pattern of itself": svg('<pattern id="p"><rect fill="url(#p)"/></pattern>'),
        "a clip of itself": svg('<clipPath id="a" clip-path="url(#a)"><rect/></clipPath>'),
        "no extent": svg("", 'width="nan" height="inf"'),
        "an endless extent": svg("", 'width="1e9" height="1e9"'),
        "a view of nothing": svg("", 'width="9" height="9" viewBox="0 0 1e-300 1e-300"'),
        "numbers out of range": svg('<path d="M0 0L1e400 0"/>'),
        "a broken transform": svg('<g transform="matrix(1"/>'),
        "a packed drawing": b"\x1f\x8b\x08" + bytes(100),
        "6 MB": svg(" " * 6 * 2**20),
    }
    for name, data in drawings.items():
        yield _figure(f"a drawing with {name}", "a.svg", data)
    harmless = {
        "a gradient of itself": svg('<linearGradient id="a" href="#a"/><rect fill="url(#a)"/>'),
        "a tiny pattern": svg(
            '<pattern id="p" width="0.0001" height="0.0001"/><rect fill="url(#p)"/>'
        ),
    }
    for name, data in harmless.items():
        yield _figure(f"a drawing with {name}", "a.svg", data, BUILT)
    # the engine of the PDF draws it otherwise than other programs
    dashes = svg('<path d="M0 0L9 9" stroke="#000" stroke-dasharray="0.0001"/>')
    yield _figure("a drawing with a dash of nothing", "a.svg", dashes, UNPROVED)


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))


def png(pixels: bytes, *others: bytes, width: int = 8, height: int = 8, colour: int = 0) -> bytes:
    """Return a PNG with these packed pixels."""
    header = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
    end = chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(others) + end


@cache
def raster(
    kind: str = "PNG", side: int = 8, mode: str = "RGB", *, progressive: bool = False
) -> bytes:
    """Return an ordinary picture."""
    from PIL import Image

    buffer = BytesIO()
    Image.new(mode, (side, side)).save(buffer, kind, progressive=progressive)
    return buffer.getvalue()


def rasters() -> Iterator[Source]:
    """Yield pictures that are not what they say."""
    jpeg = raster("JPEG", 64)
    scans = raster("JPEG", 1000, progressive=True)
    last = scans[scans.rindex(b"\xff\xda") : -2]
    rasters = {
        "2500 million pixels": png(zeros(2**20), width=50_000, height=50_000),
        "no pixels": png(b"", width=0, height=5),
        "more data than pixels": png(zeros(512 * 2**20)),
        "less data than pixels": png(zlib.compress(b"")),
        "an endless profile": png(
            zlib.compress(bytes(72)), chunk(b"iCCP", b"a\0\0" + zeros(2**29))
        ),
        "no palette": png(zlib.compress(bytes(72)), colour=3),
        "an unknown colour": png(zlib.compress(bytes(72)), colour=7),
        "a chunk of 4 GB": b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT" + bytes(50),
        "45 MB": b"\x89PNG\r\n\x1a\n" + bytes(45 * 2**20),
        "another format": raster("GIF"),
        "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n",
        "4295 million pixels": re.sub(
            rb"(\xff\xc0..\x08)....", lambda found: found[1] + b"\xff" * 4, jpeg, flags=re.DOTALL
        ),
        "no end": jpeg[:-2],
        "a loop in its Exif": jpeg[:2] + b"\xff\xe1\x00\x08Exif\0\0" + jpeg[3:],
        "the inks of a press": raster("JPEG", 8, "CMYK"),
    }
    for name, data in rasters.items():
        yield _figure(f"a picture of {name}", "a.png", data)
    harmless = {
        "a hidden text of 1 GB": png(
            zlib.compress(bytes(72)), chunk(b"zTXt", b"a\0\0" + zeros(2**30))
        ),
        "a hundred scans": scans[:-2] + last * 100 + scans[-2:],
        "something behind its end": jpeg + b"PK\x03\x04" * 1000,
        "half a million segments": jpeg[:2] + b"\xff\xe1\x00\x04ab" * 500_000 + jpeg[2:],
    }
    for name, data in harmless.items():
        yield _figure(f"a picture of {name}", "a.png", data, BUILT)


GROUPS = (nested, large, odd_bytes, front_matter, paths, drawings, rasters)
