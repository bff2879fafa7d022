"""The glyph proof: characters are drawn in the form that their language wants, from the faces of the house and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.face import FontSet
from pressroom.writers.contract import Artifact


def prove_glyphs(
    artifact: Artifact, release: ResolvedRelease, fonts: FontSet
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the glyphs of an artifact; formats without fonts of their own have none to prove."""
    from pressroom.proof.glyphs import docx, epub, pdf

    kinds: dict[str, Callable[[], Iterator[tuple[str, str]]]] = {
        "application/pdf": lambda: pdf.faults(artifact.data, release, fonts),
        "application/epub+zip": lambda: epub.faults(artifact.data, release, fonts),
        docx.MEDIA_TYPE: lambda: docx.faults(artifact.data, release),
    }
    look = kinds.get(artifact.media_type)
    found = dict.fromkeys(look()) if look else ()
    return tuple(
        Diagnostic(code, Severity.ERROR, f"{artifact.name} {fault}") for code, fault in found
    )
