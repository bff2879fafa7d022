"""Microsoft's Open XML SDK validator: the schemas and semantic rules that Word itself is built on."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pressroom.press.validators.tool import NoAnswerError, node_module, node_version, run


def version() -> str:
    """Return the version of the package that holds it; raises MissingToolError."""
    return node_version("@xarsh", "ooxml-validator-linux-x64")


def validate(document: bytes) -> list[str]:
    """List the faults of a DOCX; raises MissingToolError, NoAnswerError."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.docx")
        path.write_bytes(document)
        done = run(node_module("@xarsh", "ooxml-validator-linux-x64", "ooxml-validator"), str(path))
    if not done.stdout:
        raise NoAnswerError(done)
    report: dict[str, Any] = json.loads(done.stdout)
    return [
        f"{error['errorType']} {error['id']}: {error['description']} "
        f"({error['path']} {error['xPath']})"
        for error in report["errors"]
    ]
