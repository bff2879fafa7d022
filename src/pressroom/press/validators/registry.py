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
    page_validation,
    qpdf,
    verapdf,
)
from pressroom.press.validators.tool import MissingToolError
from pressroom.proof.record import Judgement


@dataclass(frozen=True, slots=True)
class Validator:
    """A judge: ``writers`` names those whose files it is asked about, ``validate`` lists faults in words."""

    name: str
    writers: frozenset[str]
    version: Callable[[], str]
    validate: Callable[[bytes], list[str]]


_PDF, _DOCX, _EPUB = (frozenset({name}) for name in ("pdf", "docx", "epub"))

VALIDATORS = (
    Validator("qpdf", frozenset({"pdf", "print"}), qpdf.version, qpdf.validate),
    Validator(
        "page-validation (PDF/A-3a)",
        _PDF,
        page_validation.version,
        lambda data: page_validation.validate(data, "3a"),
    ),
    Validator(
        "page-validation (PDF/UA-1)",
        _PDF,
        page_validation.version,
        lambda data: page_validation.validate(data, "ua-1"),
    ),
    Validator(
        "veraPDF (PDF/A-3a)", _PDF, verapdf.version, lambda data: verapdf.validate(data, "3a")
    ),
    Validator(
        "veraPDF (PDF/UA-1)", _PDF, verapdf.version, lambda data: verapdf.validate(data, "ua1")
    ),
    Validator("Open XML SDK", _DOCX, ooxml_sdk.version, ooxml_sdk.validate),
    Validator("openxml-audit", _DOCX, openxml_audit.version, openxml_audit.validate),
    Validator("LibreOffice", _DOCX, libreoffice.version, libreoffice.validate),
    Validator("EPUBCheck", _EPUB, epubcheck.version, epubcheck.validate),
    Validator("Ace", _EPUB, ace.version, ace.validate),
)


def judge(
    name: str, writer: str, data: bytes, validators: Sequence[Validator] = VALIDATORS
) -> Iterator[Judgement]:
    """Ask all who know the files of a writer about one; who is not there, or gives no answer, is named as well."""
    for one in validators:
        if writer in one.writers:
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
    except (OSError, ValueError, LookupError) as fault:
        told = f"no answer that can be read ({type(fault).__name__}: {fault})"
        return Judgement(one.name, "unknown", name, "failed", (told,))
    return Judgement(one.name, version, name, "failed" if faults else "passed", tuple(faults))
