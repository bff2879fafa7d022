"""Small files of each kind that no validator minds, to plant defects in."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""

PACKAGE = """<?xml version="1.0"?>
<package version="3.0" xml:lang="en" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:5b0f4a5e-3c07-5f0c-9d1b-6a9a5b9c0001</dc:identifier>
<dc:title>Two hills</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2025-01-02T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Plain text under headings.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="text"/></spine>
</package>"""

PAGE = """<?xml version="1.0"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>Two hills</title></head>
<body>{body}</body>
</html>"""

NAV = '<nav epub:type="toc" role="doc-toc" aria-label="Contents"><h1>Contents</h1><ol><li><a href="text.xhtml">Two hills</a></li></ol></nav>'
TEXT = '<section epub:type="chapter" role="doc-chapter" aria-label="Two hills"><h1>Two hills</h1><p>One is green.</p></section>'


def epub(text: str = TEXT, package: str = PACKAGE) -> bytes:
    """Make an EPUB of one chapter, whose body is given as XHTML, and whose package document may be given."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip", ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("book.opf", package)
        archive.writestr("nav.xhtml", PAGE.format(body=NAV))
        archive.writestr("text.xhtml", PAGE.format(body=text))
    return buffer.getvalue()


def docx(old: str = "", new: str = "") -> bytes:
    """Make a DOCX of one paragraph, "One is green."; a text of its document.xml may be replaced by another."""
    from docx import Document

    document = Document()
    for key, relationship in tuple(document.part.rels.items()):
        if relationship.reltype.endswith("/stylesWithEffects"):  # a stale twin of the styles
            del document.part.rels[key]
    document.add_paragraph("One is green.")
    buffer, changed = BytesIO(), BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as before, ZipFile(changed, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            after.writestr(name, data)
    return changed.getvalue()


@cache
def pdf(title: str = "Two hills") -> bytes:
    """Make a tagged PDF/UA of one page."""
    from weasyprint import HTML

    page = f'<html lang="en"><title>{title}</title><h1>Two hills</h1><p>One is green.'
    html: Any = HTML(string=page)
    done: bytes = html.write_pdf(pdf_variant="pdf/ua-1")
    return done
