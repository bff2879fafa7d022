"""``pressroom merge``: an editor's Word file back into the source."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.show import show
from pressroom.diagnostics import Severity


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("returned", metavar="RETURN", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The merged source; by default beside SOURCE, with .merged in its name.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
def command(source: Path, returned: Path, output: Path | None, *, dry_run: bool) -> int:
    """Bring the changes and comments of RETURN, a DOCX that was edited, into SOURCE.

    What nobody edited keeps every byte. What cannot be written into SOURCE is listed in full, and the exit code is 1.
    """
    from pressroom.press.merging import merge_return
    from pressroom.press.shelf import put

    merged, findings = merge_return(source, returned)
    for change in merged.changes:
        if change.outcome == "taken":
            click.echo(f"{change.identifier}  {change.who or 'not recorded'}")
            for sign, text in (("-", change.before), ("+", change.after)):
                click.echo("\n".join(f"  {sign} {line}" for line in text.split("\n")))
    for comment in merged.comments:
        click.echo(f"comment  {comment.author} {comment.date}: {comment.text}")
    show(findings)
    if not dry_run:
        goal = output or source.with_name(f"{source.stem}.merged{source.suffix}")
        put(goal.parent, {goal.name: merged.source.encode()})
        click.echo(f"{goal}")
    return int(any(finding.severity is Severity.ERROR for finding in findings))
