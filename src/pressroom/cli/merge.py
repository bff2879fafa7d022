"""``pressroom merge``: an editor's Word file back into the source."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli.paths import PATH
from pressroom.cli.show import show
from pressroom.diagnostics import Severity
from pressroom.diagnostics.cells import visible

if TYPE_CHECKING:
    from pressroom.merge.changes import Change
    from pressroom.place import Place
    from pressroom.press.merging import MergedReturn

_SIGNS = {"-": ("[-", "-]"), "+": ("{+", "+}"), " ": ("", "")}
_INKS = {"-": ("\x1b[9;31m", "\x1b[0m"), "+": ("\x1b[32m", "\x1b[0m"), " ": ("", "")}


_ALREADY = "already in the source"


@click.command()
@click.argument("source", type=PATH)
@click.argument("returned", metavar="RETURN", type=PATH)
@click.option(
    "-o",
    "--output",
    type=PATH,
    help="The merged source; by default beside SOURCE, with .merged in its name.",
)
@click.option(
    "--shelf",
    default="output",
    show_default=True,
    type=PATH,
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

    What nobody edited keeps every byte. What cannot be written into SOURCE is listed in full, and the exit code is 1. New pictures
    are saved beside the merged source.
    """
    from pressroom.press.goal import goal_of
    from pressroom.press.merging import merge_return, put_merged

    goal = None if dry_run else goal_of(output, source, f".merged{source.suffix}")
    made = merge_return(source, returned, shelf, select, goal)
    if goal:
        put_merged(made, source, goal, over=output is not None)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for line in _listed(made, _INKS if colour else _SIGNS):
        click.echo(line, color=colour)
    show(made.findings)
    merged = made.merged
    if not (merged.changes or merged.comments or merged.known or made.findings):
        click.echo(f"nothing was changed in {returned.name}")
    elif not (made.findings or merged.comments or any(map(_is_new, merged.changes))):
        click.echo(f"nothing in {returned.name} is new")
    if goal:
        click.echo(f"{goal}")
    return int(any(finding.severity is Severity.ERROR for finding in made.findings))


def _is_new(change: Change) -> bool:
    return change.outcome != "there"


def _listed(made: MergedReturn, signs: dict[str, tuple[str, str]]) -> Iterator[str]:
    """Yield what was taken over, and what the source holds already."""
    for change in made.merged.changes:
        if change.outcome in {"taken", "there"}:
            yield from _told(change, made.places.of_block(change.identifier), signs)
    for comment in (*made.merged.comments, *made.merged.known):
        new = comment in made.merged.comments
        said = f": {' '.join(comment.text.split())}" if new else f"  {_ALREADY}"
        yield visible(
            f"comment  {made.places.of(comment.label) or '-'}  {comment.author} {comment.date}{said}"
        )


def _told(change: Change, place: Place | None, signs: dict[str, tuple[str, str]]) -> Iterator[str]:
    from pressroom.merge.sentences import sentences

    new = change.outcome == "taken"
    was, became = change.kinds
    turned = "" if was == became else f"  {was or 'nothing'} -> {became or 'nothing'}"
    said = turned if new else f"  {_ALREADY}"
    yield visible(f"{change.number:>3}  {place or '-'}  {change.who or 'not recorded'}{said}")
    for sentence in sentences(change.before, change.after) if new else ():
        pieces = (visible(text).join(signs[sign]) for sign, text in sentence)
        yield f"     {''.join(pieces).strip()}"
