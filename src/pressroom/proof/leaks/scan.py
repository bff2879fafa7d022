"""The scan: words in all bytes, metadata of pictures, and what each format could hide or carry along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks.parts import Part, parts_of
from pressroom.proof.leaks.pictures import telling
from pressroom.proof.leaks.secrets import Secret, places_in, printed
from pressroom.writers.contract import Artifact

_BASE = "customXml/item1.xml"
"""The base of an editors' DOCX, which carries the whole source by declaration; never in a public one."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that should not be in a file; ``where`` is the part of the file, "" for all of it."""

    code: str
    what: str
    where: str = ""


def scan(
    artifact: Artifact,
    release: ResolvedRelease,
    secrets: Sequence[Secret],
    *,
    public: bool,
    listed: bool = True,
) -> tuple[Diagnostic, ...]:
    """Look through all bytes of an artifact; one finding for each thing that leaks, however often it is there.

    ``listed`` tells that everything which the writer makes is on the lists of its format: nobody lists for writers of other packages.
    """
    leaks: dict[tuple[str, str], Leak] = {}
    for leak in (
        *_words(artifact.data, release, secrets, public=public),
        *_of_format(artifact, release, public=public, listed=listed),
    ):
        leaks.setdefault((leak.code, leak.what), leak)
    return tuple(
        Diagnostic(
            leak.code,
            Severity.ERROR,
            f"{artifact.name} holds {leak.what}" + (f" (in {leak.where})" if leak.where else ""),
        )
        for leak in leaks.values()
    )


def _words(
    data: bytes, release: ResolvedRelease, secrets: Sequence[Secret], *, public: bool
) -> Iterator[Leak]:
    own, shown = release.public_source.encode(), printed(release)
    kept = [secret for secret in secrets if secret.word not in shown]
    for part in parts_of(data):
        if part.name == _BASE and not public:
            continue
        yield from (
            Leak("A030", f"{secret.what}: {secret.word!r}", part.name)
            for secret in kept
            if secret.is_in(part.data)
        )
        yield from (
            Leak("A030", f"a folder of somebody's machine: {place!r}", part.name)
            for place in places_in(part.data)
            if place.encode() not in own
        )
        yield from (
            Leak("A031", f"a picture with {what}", part.name) for what in telling(part.data)
        )


def _of_format(
    artifact: Artifact, release: ResolvedRelease, *, public: bool, listed: bool
) -> Iterator[Leak]:
    from pressroom.proof.leaks import docx, epub, news, page, pdf

    kinds: dict[str, Callable[[], Iterator[tuple[str, str, str]]]] = {
        "application/pdf": lambda: pdf.leaks(artifact.data, release, listed=listed),
        "application/epub+zip": lambda: epub.leaks(artifact.data, release, listed=listed),
        "text/html": lambda: page.leaks(Part("", artifact.data), release, listed=listed),
        "application/json": lambda: news.leaks(
            Part(artifact.name, artifact.data), release, listed=listed
        ),
        docx.MEDIA_TYPE: lambda: docx.leaks(artifact.data, release, public=public, listed=listed),
    }
    look = kinds.get(artifact.media_type)
    if look:
        for code, what, where in look():
            yield Leak(code, what, where)
