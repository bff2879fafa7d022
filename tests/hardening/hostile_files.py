"""Artifacts made to do harm, from clean ones."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

MANY = 10_000
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {y} "{f"&{x};" * 10}">' for x, y in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
FAR = '<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">'
REFUSED, EITHER = 6, -1

Change = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Hostile:
    """An artifact for a proof; ``code`` is how the proof must end, EITHER if it may also find that nothing is changed."""

    writer: str
    name: str
    data: bytes
    code: int = REFUSED


def zeros(count: int) -> bytes:
    """Return packed zeros (zlib)."""
    packer = zlib.compressobj(9)
    step = bytes(2**20)
    return b"".join(packer.compress(step) for _ in range(count // 2**20)) + packer.flush()


def parts(package: bytes) -> dict[str, bytes]:
    """Return the files of a package."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """Return the package of some files."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def packages(writer: str, clean: bytes, main: str) -> Iterator[Hostile]:
    """Yield what can be done to a package; ``main`` is the part that holds the text."""
    files = parts(clean)
    text = files[main].decode()

    def made(name: str, changed: dict[str, bytes], code: int = REFUSED) -> Hostile:
        return Hostile(writer, name, packed({**files, **changed}), code)

    def with_text(name: str, changed: str | bytes, code: int = REFUSED) -> Hostile:
        data = changed if isinstance(changed, bytes) else changed.encode()
        return made(name, {main: data}, code)

    start = re.search(r"^(?:<\?xml[^>]*>)?\s*(?:<!DOCTYPE[^>]*>)?", text)
    body = re.search(r"<(?:w:)?body[^>]*>", text)
    assert start
    assert body
    prologue = "<?xml version='1.0' encoding='UTF-8'?>"

    def with_head(head: str, inside: str, encoding: str = "UTF-8") -> bytes:
        changed = text[start.end() : body.end()] + inside + text[body.end() :]
        return (prologue.replace("UTF-8", encoding) + head + changed).encode(encoding)

    yield made("300 MB of zeros in the text", {main: bytes(300 * 2**20)})
    yield made("many parts", {f"a/{n}": b"" for n in range(5000)})
    yield made("a part outside", {"../outside": b""})
    yield made("a part at the root", {"/etc/passwd": b""})
    yield made("a part of another system", {"..\\outside": b""})
    yield Hostile(writer, "cut in half", clean[: len(clean) // 2])
    yield Hostile(writer, "without its directory", clean[: clean.rindex(b"PK\x01\x02") - 10])
    yield Hostile(writer, "nothing", b"")
    yield Hostile(writer, "an empty archive", packed({}))
    yield Hostile(writer, "another format", b"%PDF-1.7\n%%EOF\n")
    yield Hostile(writer, "100 MB of zeros", b"PK\x03\x04" + bytes(100 * 2**20))
    word = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>" if writer == "docx" else "<p>{}</p>"
    held = '<w:p w:rsidR="&i;"/>' if writer == "docx" else '<p title="&i;"/>'
    yield with_text("entities that multiply", with_head(ENTITIES, word.format("&i;")))
    yield with_text("entities that multiply in an attribute", with_head(ENTITIES, held))
    yield with_text("an entity from a file", with_head(OUTSIDE, word.format("&i;")))
    yield with_text("an entity from a file in an attribute", with_head(OUTSIDE, held))
    yield with_text("in UTF-16, with entities", with_head(OUTSIDE, word.format("&i;"), "UTF-16"))
    yield with_text("a definition from far away", with_head(FAR, ""), EITHER)
    yield with_text("no XML", "no XML")
    yield with_text("nothing in the text", "")
    yield with_text("NUL in the text", text.replace("><", ">\0<", 1))
    opened, closed = ("<w:sdt>", "</w:sdt>") if writer == "docx" else ("<div>", "</div>")
    for name, depth in (("200 deep", 190), ("1000 deep", 1000), ("10000 deep", MANY)):
        deep = text[: body.end()] + opened * depth + closed * depth + text[body.end() :]
        yield with_text(name, deep, EITHER if depth < 200 else REFUSED)
    many, long = word.format("a") * 30_000, word.format("a" * 1_000_000)
    names = " ".join(f'a{number}="1"' for number in range(MANY))
    busy = f"<p {names}/>"
    for name, inside in (
        ("30 000 paragraphs", many),
        ("1 MB in a paragraph", long),
        ("10 000 attributes", busy),
    ):
        yield with_text(name, text[: body.end()] + inside + text[body.end() :], EITHER)


def changed_pdf(clean: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF after a change to its objects."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(clean)) as pdf:
        change(pdf)
        pdf.save(buffer)
    return buffer.getvalue()


def many_strokes(pdf: pikepdf.Pdf) -> None:
    """Paint where a logo may stand."""
    page = pdf.pages[0]
    left, top = float(page.mediabox[0]) + 9, float(page.mediabox[3]) - 9
    strokes = b"".join(
        b"%f %f m %f %f l S " % (left + at % 20, top - at % 21, left + at % 19, top - 5 - at % 17)
        for at in range(20_000)
    )
    page.contents_add(b"/Artifact BMC " + strokes + b"EMC")


def pdfs(clean: bytes) -> Iterator[Hostile]:
    """Yield what can be done to a PDF."""

    def made(name: str, change: Callable[[pikepdf.Pdf], None], code: int = REFUSED) -> Hostile:
        return Hostile("pdf", name, changed_pdf(clean, change), code)

    def stream(data: bytes) -> Change:
        head = b"%%PDF-1.7\n1 0 obj <</Length %d /Filter /FlateDecode>> stream\n" % len(data)
        return lambda clean: head + data + b"\nendstream endobj\n" + clean

    def deep(pdf: pikepdf.Pdf) -> None:
        inner = pikepdf.Array()
        for _ in range(400):
            inner = pikepdf.Array([inner])
        pdf.Root.Deep = inner

    def endless_pages(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)

    def many_pages(pdf: pikepdf.Pdf) -> None:
        for _ in range(6000):
            pdf.add_blank_page(page_size=(9, 9))

    def giant_page(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 10**9, 10**9])

    def fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
        for page in pdf.pages:
            for font in page.resources.Font.values():
                yield font.DescendantFonts[0].FontDescriptor

    def font_of(data: bytes) -> Callable[[pikepdf.Pdf], None]:
        def change(pdf: pikepdf.Pdf) -> None:
            for font in fonts(pdf):
                for key in ("/FontFile2", "/FontFile3"):
                    if key in font:
                        font[key].write(data)

        return change

    def acting(pdf: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.Root.OpenAction = action

    def giant_image(pdf: pikepdf.Pdf) -> None:
        image = pdf.make_stream(zeros(2**20))
        image.update(
            {
                "/Type": pikepdf.Name.XObject,
                "/Subtype": pikepdf.Name.Image,
                "/Width": 60_000,
                "/Height": 60_000,
                "/BitsPerComponent": 8,
                "/ColorSpace": pikepdf.Name.DeviceRGB,
                "/Filter": pikepdf.Name.FlateDecode,
            }
        )
        pdf.pages[0].resources.XObject = pikepdf.Dictionary({"/I": image})
        pdf.pages[0].contents_add(b"/Artifact BMC q 9 0 0 9 0 0 cm /I Do Q EMC")

    def many_glyphs(pdf: pikepdf.Pdf) -> None:
        name = next(iter(pdf.pages[0].resources.Font.keys())).encode()
        show = b"<0003000400050006> Tj " * 50_000
        pdf.pages[0].contents_add(b"/Artifact BMC BT %s 9 Tf " % name + show + b"ET EMC")

    yield Hostile("pdf", "nothing", b"")
    yield Hostile("pdf", "another format", b"PK\x03\x04")
    yield Hostile("pdf", "100 MB of zeros", b"%PDF-1.7\n" + bytes(100 * 2**20))
    yield Hostile("pdf", "cut in half", clean[: len(clean) // 2])
    yield Hostile("pdf", "600 MB of zeros before the rest", stream(zeros(600 * 2**20))(clean))
    yield Hostile("pdf", "a million stream marks", b"%PDF-1.7\n" + b"stream\n" * 10**6 + clean)
    yield Hostile("pdf", "brackets without end", b"%PDF-1.7\n1 0 obj " + b"[" * 10**6 + clean)
    yield Hostile("pdf", "a former version at the end", clean + clean, EITHER)
    yield made("arrays in arrays", deep, EITHER)
    yield made("pages that hold themselves", endless_pages, EITHER)
    yield made("six thousand pages", many_pages)
    yield made("a page of 350 km", giant_page, EITHER)
    yield made("fonts that are none", font_of(b"no font"), EITHER)
    yield made("fonts of 8 MB of zeros", font_of(bytes(8 * 2**20)), EITHER)
    yield made("a script", acting)
    yield made("a picture of 11 GB", giant_image, EITHER)
    yield made("200 000 glyphs", many_glyphs, EITHER)
    yield made("20 000 strokes that may be the logo", many_strokes, EITHER)


def texts(writer: str, clean: bytes) -> Iterator[Hostile]:
    """Yield what can be done to a format that is a single text."""
    yield Hostile(writer, "nothing", b"")
    yield Hostile(writer, "another format", b"%PDF-1.7\n%%EOF\n")
    yield Hostile(writer, "NUL", b"\0" * 1000)
    yield Hostile(writer, "no UTF-8", b"\xff\xfe" + clean, EITHER)
    yield Hostile(writer, "100 MB of it", clean + b"<p>noise</p>\n\n" * 8_000_000)
    yield Hostile(writer, "a line of 9 MB behind its end", clean + b"a" * 9_000_000)
    if writer == "html":
        for depth in (190, 1000, MANY):
            inside = b"<div>" * depth + b"</div>" * depth
            yield Hostile(
                writer,
                f"{depth} deep",
                clean.replace(b"</section>", inside + b"</section>", 1),
                EITHER,
            )
        yield Hostile(
            writer, "unclosed without end", clean.replace(b"</section>", b"<b>" * 100_000, 1)
        )
