"""What the file says of itself: core properties and, in the editors' file, which revision it was made from."""

from __future__ import annotations

from pressroom.edition.resolved import Metadata, ResolvedRelease
from pressroom.writers.docx.markup import Markup, plain

_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The property set of user-defined properties; its first free number is 2 ([MS-OLEPS] §2.21)."""


def core_properties(release: ResolvedRelease) -> Markup:
    """Make the core properties (ECMA-376 part 2 §11); the publisher stands for the person that Word would name."""
    about, editions = release.metadata, release.editions
    publisher = editions[0].publisher
    when = about.modified.strftime("%Y-%m-%dT%H:%M:%SZ")
    return plain(
        "cp:coreProperties",
        plain("dc:title", " / ".join(edition.title for edition in editions)),
        plain("dc:creator", publisher),
        plain("dc:description", editions[0].description),
        plain("cp:keywords", "; ".join(about.keywords)) if about.keywords else None,
        plain("dc:identifier", about.identifier),
        plain("dc:language", ", ".join(edition.language.tag for edition in editions)),
        plain("cp:lastModifiedBy", publisher),
        plain("cp:revision", str(about.version)),
        _instant("dcterms:created", when),
        _instant("dcterms:modified", when),
    )


def _instant(name: str, when: str) -> Markup:
    element = plain(name, when)
    element.set("xsi:type", "dcterms:W3CDTF")
    return element


def custom_properties(about: Metadata) -> Markup:
    """Make the property that names release and revision, by which an edited file finds its source again."""
    return plain(
        "op:Properties",
        plain(
            "op:property",
            plain("vt:lpwstr", revision(about)),
            fmtid=_CUSTOM,
            pid=2,
            name="pressroom",
        ),
    )


def revision(about: Metadata) -> str:
    """Return ``<id>@<version>``."""
    return f"{about.identifier}@{about.version}"
