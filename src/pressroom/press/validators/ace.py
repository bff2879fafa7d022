"""Ace, the DAISY Consortium's checker of EPUB Accessibility 1.1, in the system's Chromium."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pressroom.press.validators.tool import (
    NoAnswerError,
    node,
    node_module,
    node_version,
    program,
    run,
)


def version() -> str:
    """Return its version; raises MissingToolError."""
    return node_version("@daisy", "ace-cli")


def validate(document: bytes) -> list[str]:
    """List violations of an EPUB: those of the package, then those of each document.

    Raises MissingToolError, and NoAnswerError where it ends without a report: the book cannot be read, or Chromium does not start.
    """
    with TemporaryDirectory() as folder:
        book = Path(folder, "book.epub")
        book.write_bytes(document)
        done = run(
            node(),
            node_module("@daisy", "ace-cli", "bin", "ace.js"),
            "--outdir",
            str(Path(folder, "report")),
            str(book),
            environment={
                "HOME": folder,  # it keeps settings and a log there
                "PUPPETEER_EXECUTABLE_PATH": program("chromium"),
                "ACE_TIMEOUT_INITIAL": "60000",  # ms; its own five seconds are short on a busy machine
            },
        )
        report = Path(folder, "report", "report.json")
        if not report.exists():
            raise NoAnswerError(done)
        return _violations(json.loads(report.read_text("utf-8")))


def _violations(report: dict[str, Any]) -> list[str]:
    return [
        f"{finding['earl:test']['dct:title']} ({finding['earl:test']['earl:impact']}), "
        f"{document['earl:testSubject']['url']}: {finding['earl:result']['dct:description']}"
        for document in report["assertions"]
        for finding in document["assertions"]
        if finding["earl:result"]["earl:outcome"] == "fail"
    ]
