"""The seam to EbookLib: it keeps the list of a book's resources; every byte of them, of the package document and of the ZIP is ours.

EbookLib's own documents are not used: its serializer puts white space between inlines, loses ``head`` and language, writes local
time as UTC and a random identifier, and links to an NCX that may not be there.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from ebooklib import epub

from pressroom.writers.archive import write_archive

FOLDER = "EPUB"
PACKAGE = "package.opf"
_CONTAINER = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>\
<rootfile full-path="{FOLDER}/{PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles></container>
"""


@dataclass(frozen=True, slots=True)
class Resource:
    """A publication resource: ``identifier`` in the manifest, ``name`` below the folder of the package.

    ``properties`` are those of the manifest; ``in_spine`` puts it into the reading order.
    """

    identifier: str
    name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    in_spine: bool = False


class _Item(epub.EpubItem):
    """Bytes in, bytes out."""

    def __init__(self, resource: Resource) -> None:
        super().__init__(
            uid=resource.identifier, file_name=resource.name, media_type=resource.media_type
        )
        self.resource = resource
        self.content = resource.data


class _Writer(epub.EpubWriter):
    """Packs the items as they are, in their order, with a fixed time."""

    def __init__(self, book: epub.EpubBook, package: bytes, moment: datetime) -> None:
        super().__init__("", book)
        self.package = package
        self.moment = moment
        self.packed = b""

    def write(self) -> None:
        """Make the bytes of the container (EPUB OCF 3.3)."""
        items = cast("list[_Item]", self.book.items)
        files = [
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", _CONTAINER.encode()),
            (f"{FOLDER}/{PACKAGE}", self.package),
            *((f"{FOLDER}/{item.resource.name}", item.resource.data) for item in items),
        ]
        self.packed = write_archive(files, self.moment, stored=frozenset({"mimetype"}))


def pack(package: bytes, resources: tuple[Resource, ...], moment: datetime) -> bytes:
    """Return the EPUB of a package document and the resources it names; ``moment``, in UTC, is the time of every file.

    Raises ``ValueError`` for two resources of one identifier or of one name, upper and lower case being one.
    """
    book = epub.EpubBook()
    taken: set[str] = set()
    for resource in resources:
        for claim in (f"#{resource.identifier}", resource.name.lower()):
            if claim in taken:
                raise ValueError(f"the book holds {claim!r} twice")
            taken.add(claim)
        book.add_item(_Item(resource))
    writer = _Writer(book, package, moment)
    writer.write()
    return writer.packed
