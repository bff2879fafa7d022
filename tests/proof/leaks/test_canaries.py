"""Whatever is planted into an artifact is found; nothing is found in one that is left alone."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image

from proof.artifacts import artifact, codes, found, redrawn, repacked, replaced

ZIPS = ("docx", "epub")
CANARY = "CANARY WORDS"
canary = pytest.mark.planted("canaries hidden, and found")


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("name", ["pdf", "docx", "epub", "html", "text"])
def test_nothing_leaks_out_of_what_we_write(name: str, *, public: bool) -> None:
    data = artifact(name, public=public).data

    assert () == found(name, data, public=public)


@canary
@pytest.mark.parametrize("form", ["utf-8", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("name", ["pdf", "docx", "epub", "html", "text"])
def test_a_secret_is_found_in_the_bytes_themselves(name: str, form: str) -> None:
    assert "A030" in codes(name, artifact(name).data + b" " + CANARY.encode(form) + b" ")


def hidden(text: str) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        name = next(name for name in files if name.endswith(("styles.xml", "style.css")))
        files[name] += text.encode()

    return change


@canary
@pytest.mark.parametrize("name", ZIPS)
@pytest.mark.parametrize(
    "text",
    [
        CANARY,
        "made by python-docx 1.2",
        "EbookLib 0.20",
        "/home/editor/draft.md",
        "/Users/editor/draft.md",
        "C:\\Users\\editor\\draft.md",
        "file:///srv/draft.md",
        "data:text/plain;base64," + b64encode(CANARY.encode()).decode(),
    ],
)
def test_words_are_found_inside_of_archives(name: str, text: str) -> None:
    assert "A030" in codes(name, repacked(artifact(name).data, hidden(f" {text} ")))


def exif_jpeg() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[2] = (22.0, 16.0, 42.0)  # GPSLatitude
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def commented_jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", comment=b"a word to the editor")
    return out.getvalue()


def chunky_png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    body = b"tEXtAuthor\0somebody"
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    data = out.getvalue()
    return data[:33] + chunk + data[33:]


def trailing_png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    return out.getvalue() + b"another file"


def telling_svg() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg"><metadata>somebody</metadata></svg>'


PICTURES = [exif_jpeg, commented_jpeg, chunky_png, trailing_png, telling_svg]


@canary
@pytest.mark.parametrize("picture", PICTURES, ids=lambda make: make.__name__)
@pytest.mark.parametrize("name", ZIPS)
def test_what_pictures_tell_is_found(name: str, picture: Callable[[], bytes]) -> None:
    def swap(files: dict[str, bytes]) -> None:
        at = next(n for n in files if n.endswith(".png") and "cover" not in n)
        files[at] = picture()

    assert "A031" in codes(name, repacked(artifact(name).data, swap))


@canary
def test_what_a_photograph_in_a_pdf_tells_is_found() -> None:
    def swap(pdf: pikepdf.Pdf) -> None:
        for held in pdf.objects:
            if isinstance(held, pikepdf.Stream) and held.get("/Subtype") == "/Image":
                held.write(exif_jpeg(), filter=pikepdf.Name.DCTDecode)

    assert "A031" in codes("pdf", redrawn(artifact("pdf").data, swap))


DOCX = [
    ("A032", "word/document.xml", "<w:body>", "<w:body><!-- a word -->"),
    ("A032", "word/document.xml", "<w:body>", "<w:body><?draft 2?>"),
    ("A032", "word/_rels/document.xml.rels", "</Relationships>", "<?draft 2?></Relationships>"),
    ("A032", "word/document.xml", "<w:p>", '<w:p w:rsidR="00A1">'),
    (
        "A032",
        "word/document.xml",
        "<w:r>",
        '<w:del w:id="9"><w:r><w:delText>x</w:delText></w:r></w:del><w:r>',
    ),
    ("A032", "word/document.xml", "<w:r>", '<w:ins w:id="9" w:author="A"/><w:r>'),
    ("A032", "word/document.xml", "<w:r>", '<w:commentReference w:id="1"/><w:r>'),
    (
        "A033",
        "word/document.xml",
        "<w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r>",
    ),
    ("A033", "word/styles.xml", "<w:rPr>", '<w:rPr><w:sz w:val="1"/>'),
    ("A036", "word/settings.xml", "<w:zoom", '<w:attachedTemplate r:id="rId9"/><w:zoom'),
    ("A036", "docProps/core.xml", "<dc:title>", "<cp:category>x</cp:category><dc:title>"),
]


@canary
@pytest.mark.parametrize(("code", "part", "old", "new"), DOCX)
def test_what_word_keeps_of_its_editors_is_found(code: str, part: str, old: str, new: str) -> None:
    assert code in codes("docx", replaced(artifact("docx").data, part, old, new))


@canary
@pytest.mark.parametrize(
    "name", ["word/comments.xml", "word/media/image9.png", "docProps/thumbnail.jpeg", "odd.bin"]
)
def test_parts_that_nothing_needs_are_found(name: str) -> None:
    def add(files: dict[str, bytes]) -> None:
        files[name] = b"<x/>"

    assert "A035" in codes("docx", repacked(artifact("docx").data, add))


@canary
def test_the_way_home_is_for_editors_alone() -> None:
    data = artifact("docx").data

    assert set() == codes("docx", data)
    assert "A035" in codes("docx", data, public=True)


@canary
def test_only_a_lock_of_recording_is_let_through_and_only_to_editors() -> None:
    lock = '<w:documentProtection w:edit="trackedChanges" w:enforcement="1" />'
    locked = replaced(artifact("docx").data, "word/settings.xml", "<w:zoom", f"{lock}<w:zoom")
    password = lock.replace(" />", ' w:hash="AA==" />')
    other = replaced(artifact("docx").data, "word/settings.xml", "<w:zoom", f"{password}<w:zoom")

    assert set() == codes("docx", locked)
    assert "A036" in codes("docx", locked, public=True)
    assert "A036" in codes("docx", other)


EPUB = [
    ("A032", "EPUB/edition-en-hk.xhtml", "<body>", "<body><!-- a word -->"),
    ("A032", "EPUB/edition-en-hk.xhtml", "<body>", "<body><?draft 2?>"),
    ("A032", "EPUB/style.css", "body", "/* a word */ body"),
    ("A033", "EPUB/edition-en-hk.xhtml", "<body>", '<body><p hidden="hidden">x</p>'),
    ("A033", "EPUB/edition-en-hk.xhtml", "<body>", '<body><p style="display: none">x</p>'),
    ("A033", "EPUB/style.css", "body", "p.stamp { display: none } body"),
    ("A033", "EPUB/style.css", "body", "p.stamp { font-size: 0 } body"),
    ("A033", "EPUB/style.css", "body", "p.stamp { visibility: hidden } body"),
    ("A034", "EPUB/edition-en-hk.xhtml", "<body>", '<body><script src="a.js"/>'),
    ("A034", "EPUB/edition-en-hk.xhtml", "<body>", '<body onload="x()">'),
    ("A036", "EPUB/package.opf", "<dc:title", "<dc:contributor>x</dc:contributor><dc:title"),
    ("A036", "EPUB/package.opf", "<dc:title", '<meta name="generator" content="x"/><dc:title'),
]


@canary
@pytest.mark.parametrize(("code", "part", "old", "new"), EPUB)
def test_what_a_book_hides_is_found(code: str, part: str, old: str, new: str) -> None:
    assert code in codes("epub", replaced(artifact("epub").data, part, old, new))


@canary
@pytest.mark.parametrize("listed", [False, True])
def test_a_picture_that_no_page_shows_is_found(*, listed: bool) -> None:
    def add(files: dict[str, bytes]) -> None:
        files["EPUB/images/former.svg"] = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
        if listed:
            item = b'<item id="f" href="images/former.svg" media-type="image/svg+xml"/></manifest>'
            package = files["EPUB/package.opf"]
            files["EPUB/package.opf"] = package.replace(b"</manifest>", item)

    assert "A035" in codes("epub", repacked(artifact("epub").data, add))


@canary
@pytest.mark.parametrize("name", ZIPS)
def test_what_stands_in_an_archive_outside_of_its_files_is_found(name: str) -> None:
    data = artifact(name).data
    commented = io.BytesIO(data)
    with zipfile.ZipFile(commented, "a") as archive:
        archive.comment = b"a word"

    assert "A032" in codes(name, commented.getvalue())
    assert "A035" in codes(name, b"a former file" + data)


def information(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Company"] = "somebody's"


def packet(pdf: pikepdf.Pdf) -> None:
    old = pdf.Root.Metadata.read_bytes()
    new = old.replace(b"<dc:format>", b"<xmpMM:History>x</xmpMM:History><dc:format>")
    pdf.Root.Metadata = pdf.make_stream(
        new, {"/Type": pikepdf.Name.Metadata, "/Subtype": pikepdf.Name.XML}
    )


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def named_script(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    scripts = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), action]))
    pdf.Root.Names = pikepdf.Dictionary({"/EmbeddedFiles": pdf.Root.Names.EmbeddedFiles})
    pdf.Root.Names["/JavaScript"] = scripts


def followed(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
    pdf.pages[0].Annots[0].A.Next = pikepdf.Array([action])


def turned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Rotate = 180


def remark(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents="x")
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["former.md"] = b"what was said before"


def layer(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array())


def workings(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].PieceInfo = pikepdf.Dictionary()


def invisible(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"BT 3 Tr ET"))


def sizeless(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"BT /F0 0 Tf ET"))


def undrawn(pdf: pikepdf.Pdf) -> None:
    picture = pdf.make_stream(b"\0", {"/Subtype": pikepdf.Name.Image})
    pdf.pages[0].add_resource(picture, pikepdf.Name.XObject)


@canary
@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("A036", information),
        ("A036", packet),
        ("A034", script),
        ("A034", named_script),
        ("A034", followed),
        ("A033", turned),
        ("A034", remark),
        ("A035", attachment),
        ("A035", layer),
        ("A035", workings),
        ("A033", invisible),
        ("A033", sizeless),
        ("A035", undrawn),
    ],
)
def test_what_a_pdf_carries_along_is_found(
    code: str, change: Callable[[pikepdf.Pdf], None]
) -> None:
    assert code in codes("pdf", redrawn(artifact("pdf").data, change))


@canary
def test_an_earlier_version_of_a_pdf_is_found() -> None:
    data = artifact("pdf").data

    assert "A035" in codes("pdf", data + b"\n1 0 obj null endobj\nstartxref\n0\n%%EOF\n")


@canary
def test_a_string_of_a_pdf_is_read_as_text() -> None:
    def title(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = f"隱 {CANARY} 藏"

    assert "A030" in codes("pdf", redrawn(artifact("pdf").data, title))
