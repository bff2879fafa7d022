"""``pressroom check``: what may be wrong with a text, before it is set."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pressroom.cli.paths import PATH
from pressroom.cli.show import show
from pressroom.diagnostics import Diagnostic, PressroomError, Severity
from pressroom.diagnostics.counted import counted

_FORMATS = ("text", "json", "sarif", "github")
_CLEAR = "\x1b[H\x1b[2J"
"""Erase the screen and go to its corner (ECMA-48 CUP, ED); what was scrolled out stays."""


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="How findings are written; all but text go to standard output.",
)
@click.option("--house", metavar="NAME", help="Another house style than the source names.")
@click.option(
    "--watch",
    is_flag=True,
    help="Look again whenever a source, its house or one of its pictures changes, until Ctrl-C.",
)
def command(sources: tuple[Path, ...], form: str, house: str | None, *, watch: bool) -> int:
    """Look for faults in the text of each SOURCE, and for facts in which its editions differ.

    The exit code is 1 if there is an error among the findings. SOURCE may be - for standard input.
    """
    if watch and form != "text":
        message = "--watch shows text"
        raise click.UsageError(message)
    return _watched(sources, house) if watch else _checked(sources, form, house)


def _watched(sources: tuple[Path, ...], house: str | None) -> int:
    from pressroom.press.watching import changes

    try:
        for count in changes(sources, house):
            if sys.stderr.isatty():
                click.echo(_CLEAR, nl=False, err=True)
            _checked(sources, "text", house)
            click.echo(f"watching {counted(count, 'file')}; Ctrl-C ends", err=True)
    except KeyboardInterrupt:
        click.echo(err=True)
    return 0


def _checked(sources: tuple[Path, ...], form: str, house: str | None) -> int:
    from pressroom.press.reading import read

    code = 0
    findings: list[Diagnostic] = []
    for source in sources:
        try:
            found = read(source, house)
        except PressroomError as failure:
            found = failure.findings
            code = code or failure.exit_code
        findings += found
    if form == "text":
        show(findings)
    else:
        click.echo(_written(findings, form), nl=False)
    return code or int(any(finding.severity is Severity.ERROR for finding in findings))


def _written(findings: list[Diagnostic], form: str) -> str:
    from pressroom.diagnostics.json import to_json
    from pressroom.diagnostics.sarif import to_github, to_sarif

    return {"json": to_json, "sarif": to_sarif, "github": to_github}[form](findings)
