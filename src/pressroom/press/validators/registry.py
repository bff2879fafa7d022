"""Which judge is asked about what, and what comes of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pressroom.press.validators import (
    ace,
    epubcheck,
    libreoffice,
    ooxml_sdk,
    openxml_audit,
    outloud,
    page_validation,
    pdf_oxide,
    qpdf,
    verapdf,
)
from pressroom.press.validators.alone import asked
from pressroom.press.validators.tool import MissingToolError, NoAnswerError
from pressroom.proof.record import Judgement


@dataclass(frozen=True, slots=True)
class Validator:
    """A judge: ``writers`` names those whose files it is asked about, ``validate`` lists faults in words.

    One that is ``inside`` is a library that comes with pressroom; it is asked at every proof.
    """

    name: str
    writers: frozenset[str]
    version: Callable[[], str]
    validate: Callable[[bytes], list[str]]
    inside: bool = False


_PDF, _PRINT, _DOCX, _EPUB = (frozenset({name}) for name in ("pdf", "print", "docx", "epub"))

VALIDATORS = (
    Validator("qpdf", _PDF | _PRINT, qpdf.version, qpdf.validate, inside=True),
    Validator(
        "page-validation (PDF/A-3a)",
        _PDF,
        page_validation.version,
        lambda data: asked("page_validation", data, "3a"),
        inside=True,
    ),
    Validator(
        "page-validation (PDF/UA-1)",
        _PDF,
        page_validation.version,
        lambda data: asked("page_validation", data, "ua-1"),
        inside=True,
    ),
    Validator(
        "pdf-oxide (PDF/A-3a)",
        _PDF,
        pdf_oxide.version,
        lambda data: asked("pdf_oxide", data, "PDF/A-3a"),
        inside=True,
    ),
    Validator(
        "pdf-oxide (PDF/X-4)",
        _PRINT,
        pdf_oxide.version,
        lambda data: asked("pdf_oxide", data, "PDF/X-4"),
        inside=True,
    ),
    Validator(
        "openxml-audit",
        _DOCX,
        openxml_audit.version,
        lambda data: asked("openxml_audit", data),
        inside=True,
    ),
    Validator("outloud (PDF/UA-1)", _PDF, outloud.version, lambda data: asked("outloud", data)),
    Validator(
        "veraPDF (PDF/A-3a)", _PDF, verapdf.version, lambda data: verapdf.validate(data, "3a")
    ),
    Validator(
        "veraPDF (PDF/UA-1)", _PDF, verapdf.version, lambda data: verapdf.validate(data, "ua1")
    ),
    Validator("Open XML SDK", _DOCX, ooxml_sdk.version, ooxml_sdk.validate),
    Validator("LibreOffice", _DOCX, libreoffice.version, libreoffice.validate),
    Validator("EPUBCheck", _EPUB, epubcheck.version, epubcheck.validate),
    Validator("Ace", _EPUB, ace.version, ace.validate),
)


def judge(
    name: str,
    writer: str,
    data: bytes,
    *,
    full: bool,
    validators: Sequence[Validator] = VALIDATORS,
) -> Iterator[Judgement]:
    """Ask those who know the files of a writer about one: the ones inside, and if ``full`` all others.

    Who is not there, or gives no answer, is named as well.
    """
    for one in validators:
        if writer in one.writers and (one.inside or full):
            yield _asked(one, name, data)


def _asked(one: Validator, name: str, data: bytes) -> Judgement:
    try:
        version = one.version()
        faults = one.validate(data)
    except MissingToolError as missing:
        return Judgement(one.name, None, name, "absent", (str(missing),))
    except subprocess.TimeoutExpired as late:
        return Judgement(
            one.name, "unknown", name, "failed", (f"no answer within {late.timeout:.0f} seconds",)
        )
    except NoAnswerError as silence:
        return Judgement(one.name, "unknown", name, "failed", (f"no answer: {silence}",))
    except (OSError, ValueError, LookupError) as fault:
        told = f"no answer that can be read ({type(fault).__name__}: {fault})"
        return Judgement(one.name, "unknown", name, "failed", (told,))
    return Judgement(one.name, version, name, "failed" if faults else "passed", tuple(faults))
