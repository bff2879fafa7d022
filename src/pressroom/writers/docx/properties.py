"""What the file says of itself: core properties and, in the editors' file, which revision it was made from."""

from __future__ import annotations

from datetime import UTC, datetime

from pressroom.edition.resolved import Metadata, ResolvedRelease
from pressroom.model.release import Status
from pressroom.writers.docx.markup import Markup, plain

_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The property set of user-defined properties; its first free number is 2 ([MS-OLEPS] §2.21)."""

_STATUS = {Status.DRAFT: "Draft", Status.FINAL: "Final", Status.WITHDRAWN: "Withdrawn"}


def core_properties(release: ResolvedRelease) -> Markup:
    """Make the core properties (ECMA-376 part 2 §11); the publisher stands for the person that Word would name."""
    about, editions = release.metadata, release.editions
    publisher = editions[0].publisher
    when = _written(about.modified)
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
        plain("cp:contentStatus", _STATUS[about.status]),
        plain("cp:version", str(about.version)),
        _instant("dcterms:created", when),
        _instant("dcterms:modified", when),
    )


def _written(instant: datetime) -> str:
    """Write an aware instant in UTC, to the second."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _instant(name: str, when: str) -> Markup:
    element = plain(name, when)
    element.set("xsi:type", "dcterms:W3CDTF")
    return element


def custom_properties(about: Metadata, *, public: bool) -> Markup:
    """Make the properties that Word has no place for: embargo, article, the former release.

    An editors' file also names release and revision, by which it finds its source again.
    """
    stated = (
        ("pressroom", None if public else plain("vt:lpwstr", revision(about))),
        ("Embargo", about.embargo and plain("vt:filetime", _written(about.embargo))),
        ("DOI", plain("vt:lpwstr", about.doi) if about.doi else None),
        ("Supersedes", plain("vt:lpwstr", about.supersedes) if about.supersedes else None),
    )
    named = [(name, content) for name, content in stated if content is not None]
    return plain(
        "op:Properties",
        *(
            plain("op:property", content, fmtid=_CUSTOM, pid=number, name=name)
            for number, (name, content) in enumerate(named, start=2)
        ),
    )


def revision(about: Metadata) -> str:
    """Return ``<id>@<version>``."""
    return f"{about.identifier}@{about.version}"
