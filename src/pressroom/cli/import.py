# ruff: noqa: N999  # the module is named as its command
"""``pressroom import``: from pasted text, Word, a web page, a book or a PDF to a source."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from pressroom.cli.paths import PATH
from pressroom.cli.show import show
from pressroom.diagnostics import Diagnostic, Severity


@click.command("import")
@click.argument("file", metavar="FILE", type=PATH)
@click.option("-o", "--output", required=True, type=PATH, help="The source to make.")
@click.option("--house", default="journal", show_default=True, help="The house style to name.")
def command(file: Path, output: Path, house: str) -> int:
    """Make a source of FILE: plain text, Word (.docx), a web page, an EPUB or a PDF; - is standard input.

    Every change on the way is listed, every doubt is a warning. The wording is left as it is: `pressroom check` names what is wrong
    with it, `pressroom fix` repairs what is certain. Pictures are saved beside the source. The exit code is 1 if the source cannot be
    used before somebody has decided something, 3 if FILE is refused.
    """
    from pressroom.press.importing import bring_in
    from pressroom.readers.changes import told

    brought = bring_in(file, output, house)
    for line in told(brought.imported.changes, brought.imported.source):
        click.echo(line)
    doubts = (Diagnostic("U014", Severity.WARNING, doubt) for doubt in brought.imported.doubts)
    show((*doubts, *brought.findings))
    click.echo(f"{output} is made; next: pressroom check {quote(str(output))}")
    return int(any(finding.severity is Severity.ERROR for finding in brought.findings))
