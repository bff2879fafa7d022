"""The command line: it reads arguments, calls the press, shows findings and sets the exit code."""

from __future__ import annotations


def main() -> None:
    """Run the program and leave with its exit code."""
    from pressroom.cli.app import run

    raise SystemExit(run())
