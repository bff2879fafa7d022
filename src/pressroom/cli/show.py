"""Show findings to whoever typed the command: on standard error, in colour where that is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click

from pressroom.diagnostics import Diagnostic
from pressroom.diagnostics.terminal import render


def show(findings: Iterable[Diagnostic]) -> None:
    """Show findings, each with its place and the way out."""
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    click.echo(render(findings, colour=colour), nl=False, err=True, color=colour)
