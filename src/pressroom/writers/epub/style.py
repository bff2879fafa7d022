"""The stylesheet of a book: its faces, the house for books, and what only a book has."""

from __future__ import annotations

from pressroom.house.css import Medium, stylesheet
from pressroom.house.tokens import House
from pressroom.writers.epub.faces import EmbeddedFace, face_rules

FONTS = "fonts"

# Latin words in Han lines must not push the lines apart (cjk-rules J11), hence their own line-height.
_BOOK = """\
@namespace epub "http://www.idpf.org/2007/ops";
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; padding: 0 }
.masthead { border-bottom: var(--rule-weight) solid; padding: 0 0 0.75rem; margin: 0 0 1.5rem }
:lang(zh) span:lang(en) { line-height: 1 }
.division { break-inside: auto }
.no-break.long { white-space: normal }
aside.note { margin: 0.75rem 0 0 }
a.note-mark { text-decoration: underline }
.cover { text-align: start; break-after: page }
.cover .logo { margin: 2rem 0 3rem }
.cover .logo img { height: 3.5rem; width: auto }
.cover > div { margin-bottom: 2rem }
.cover .headline { margin: 0 }
.cover .imprint { border-top: var(--rule-weight) solid; padding-top: 1rem; margin: 0 }
p.publisher { margin: 0 }
nav ol { list-style: none; margin: 0; padding: 0 0 0 1.25rem }
nav > ol { padding: 0 }
nav li { margin: 0.5rem 0 }
nav a { text-decoration: none }
@media (prefers-color-scheme: dark) {
body * { color: inherit !important }
aside.aside { background: none }
.masthead img, .cover .logo img { background: var(--paper) }
}
"""


def book_style(house: House, faces: tuple[EmbeddedFace, ...]) -> bytes:
    """Return the stylesheet."""
    sheet = stylesheet(house, Medium.BOOK)
    return f'@charset "UTF-8";\n{face_rules(house, faces, FONTS)}{sheet}{_BOOK}'.encode()
