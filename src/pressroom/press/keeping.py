"""The files of a proof record: what programs read, and the page for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pressroom.proof.record import Pages, Record, record_page, thumbnails, write_record

RECORD_SUFFIX = ".proof.json"
_PAGE_SUFFIX = ".proof.html"


def kept(
    record: Record, files: Mapping[str, bytes], opened: Iterable[Pages] = ()
) -> dict[str, bytes]:
    """Return the two files of a record by their names, that which vouches for all others last.

    ``files`` holds the artifacts by name; those with pages are shown, and those that were ``opened`` by another program.
    """
    own = [
        Pages(one.name, "PDFium", thumbnails(files[one.name]))
        for one in record.artifacts
        if one.media_type == "application/pdf"
    ]
    identifier = record.release.id
    return {
        identifier + _PAGE_SUFFIX: record_page(record, (*own, *opened)),
        identifier + RECORD_SUFFIX: write_record(record),
    }
