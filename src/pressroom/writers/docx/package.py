"""The package of a DOCX: parts and their relationships (ECMA-376 part 2). python-docx is its container, and only here.

Its default template is never opened: it brings a Japanese theme face, American English and someone's thumbnail.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart

from pressroom.writers.archive import read_archive, write_archive
from pressroom.writers.docx.schema import OFFICE

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
"""What the content types of the parts of a text document begin with."""

_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
"""What comes first, so that a program that looks at the head of the file knows what it has."""


class Part(OpcPart):
    """A part in the making: it can be referred to before its content is known."""

    def __init__(self, name: str, content_type: str, content: bytes = b"") -> None:
        super().__init__(PackURI(name), content_type)
        self.content = content

    @property
    def blob(self) -> bytes:
        """Return the content."""
        return self.content

    def relate(self, target: Part, kind: str) -> str:
        """Refer to another part by a type of relationship (a last step of ``OFFICE``, or an address); return its id."""
        return self.relate_to(target, kind if ":" in kind else f"{OFFICE}/{kind}")

    def link(self, address: str) -> str:
        """Refer to an address outside the package; return the relationship's id."""
        return self.relate_to(address, f"{OFFICE}/hyperlink", is_external=True)


class Package:
    """The parts that the package itself refers to; the others hang on them."""

    def __init__(self) -> None:
        self._package = OpcPackage()

    def relate(self, target: Part, kind: str) -> None:
        """Refer to a part by a type of relationship."""
        self._package.relate_to(target, kind if ":" in kind else f"{OFFICE}/{kind}")

    def save(self, moment: datetime) -> bytes:
        """Return the package as a file whose bytes depend on nothing but its parts and ``moment``."""
        buffer = BytesIO()
        self._package.save(buffer)
        parts = read_archive(buffer.getvalue())
        names = [*_FIRST, *sorted(parts.keys() - set(_FIRST))]
        return write_archive(((name, parts[name]) for name in names), moment)
