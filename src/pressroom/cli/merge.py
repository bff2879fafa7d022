"""``pressroom merge``: an editor's Word file back into the source."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli.show import show
from pressroom.diagnostics import Severity

if TYPE_CHECKING:
    from pressroom.merge.changes import Change

_SIGNS = {"-": ("[-", "-]"), "+": ("{+", "+}"), " ": ("", "")}
_INKS = {"-": ("\x1b[9;31m", "\x1b[0m"), "+": ("\x1b[32m", "\x1b[0m"), " ": ("", "")}


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("returned", metavar="RETURN", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The merged source; by default beside SOURCE, with .merged in its name.",
)
@click.option(
    "--shelf",
    default="output",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder of the build that was sent; asked where RETURN does not tell what it was made from.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--select",
    metavar="WHAT",
    multiple=True,
    help="Take only what an editor of this name did, or the change of this number; can be given several times.",
)
def command(
    source: Path,
    returned: Path,
    output: Path | None,
    shelf: Path,
    select: tuple[str, ...],
    *,
    dry_run: bool,
) -> int:
    """Bring the changes and comments of RETURN, a DOCX that was edited or a ZIP with one, into SOURCE.

    What nobody edited keeps every byte. What cannot be written into SOURCE is listed in full, and the exit code is 1.
    """
    from pressroom.press.desk import encoded_like
    from pressroom.press.merging import merge_return
    from pressroom.press.shelf import put

    merged, findings = merge_return(source, returned, shelf, select)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for change in merged.changes:
        if change.outcome == "taken":
            click.echo("\n".join(_told(change, _INKS if colour else _SIGNS)), color=colour)
    for comment in merged.comments:
        click.echo(f"comment  {comment.author} {comment.date}: {comment.text}")
    show(findings)
    if not (merged.changes or merged.comments or findings):
        click.echo(f"nothing was changed in {returned.name}")
    if not dry_run:
        goal = output or source.with_name(f"{source.stem}.merged{source.suffix}")
        put(goal.parent, {goal.name: encoded_like(source, merged.source)})
        click.echo(f"{goal}")
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _told(change: Change, signs: dict[str, tuple[str, str]]) -> Iterator[str]:
    from pressroom.merge.sentences import sentences

    was, became = change.kinds
    kind = "" if was == became else f"  {was or 'nothing'} -> {became or 'nothing'}"
    yield f"{change.number:>3}  {change.identifier}  {change.who or 'not recorded'}{kind}"
    for sentence in sentences(change.before, change.after):
        pieces = (text.join(signs[sign]) for sign, text in sentence)
        yield f"     {''.join(pieces).strip()}"
