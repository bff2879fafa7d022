"""The place of a file that a user named for what will be made: refused before the work if nothing can stand there."""

from __future__ import annotations

from pathlib import Path

from pressroom.diagnostics import Diagnostic, Severity, UsageError
from pressroom.press.desk import STANDARD_INPUT


def goal_of(output: Path | None, source: Path, ending: str) -> Path:
    """Return the file that was named, else one beside a source with another ending; raise as ``check_goal`` does."""
    beside = source if source == STANDARD_INPUT else source.with_name(source.stem + ending)
    goal = output or beside
    check_goal(goal)
    return goal


def check_goal(path: Path) -> None:
    """Raise ``UsageError`` for a file in a folder that is not there, or with the name of a folder.

    Only the folder that a whole build goes into is made: in the name of one file, a folder that is missing is a slip.
    """
    if path == STANDARD_INPUT:
        raise _refused(path, "what is made needs a file of its own", "name one with -o")
    if path.is_dir():
        raise _refused(path, "it is a folder", "name a file in it with -o")
    if not path.parent.is_dir():
        raise _refused(path, f"there is no folder {path.parent}", "make it, or name another one")


def _refused(path: Path, why: str, hint: str) -> UsageError:
    message = f"cannot write {path}: {why}"
    return UsageError(Diagnostic("U010", Severity.ERROR, message, hints=(hint,)))
