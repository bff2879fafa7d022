"""The base: the source that an editors' file was made from, carried in it as a custom XML part (ECMA-376 part 1 §15.2.5).

Bookmarks lead from a paragraph to its block, the base leads from the block to its characters.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

from pressroom.edition.resolved import ResolvedRelease
from pressroom.writers.docx.markup import Markup, plain

BASE_NAMESPACE = "urn:pressroom:base:1"


def base(release: ResolvedRelease, bookmarks: Mapping[str, str]) -> Markup:
    """Make the part: id, version, the source and its hash, and the bookmark of each block."""
    source = release.source.text.encode()
    return plain(
        "release",
        plain("source", b64encode(source).decode("ascii"), encoding="base64"),
        *(plain("block", id=block, bookmark=name) for block, name in bookmarks.items()),
        xmlns=BASE_NAMESPACE,
        id=release.metadata.identifier,
        version=release.metadata.version,
        sha256=sha256(source).hexdigest(),
    )


def base_item(release: ResolvedRelease) -> Markup:
    """Make the properties of the part: an id of its own and the namespace of its content (ECMA-376 part 1 §22.5)."""
    about = release.metadata
    identifier = uuid5(NAMESPACE_URL, f"{about.urn}@{about.version}")
    item = plain("ds:datastoreItem", plain("ds:schemaRefs"))
    item.set("ds:itemID", f"{{{str(identifier).upper()}}}")
    reference = plain("ds:schemaRef")
    reference.set("ds:uri", BASE_NAMESPACE)
    item[0].append(reference)
    return item
