"""A source that was changed since its files were built: what else is found may come of that."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.model.release import Release
from pressroom.proof.record import Record, sha256


def overtaken(release: Release, recorded: Record) -> Iterator[Diagnostic]:
    """Yield that a source is another than the recorded one, and that it asks for another house now.

    The house of an unchanged source may differ from that of the record: ``--house`` chose it.
    """
    if sha256(release.source.text.encode()) == recorded.source.sha256:
        return
    message = f"{release.source.name} was changed after its files were built"
    hint = "build it again: what is found of the files may come of that"
    yield Diagnostic("A028", Severity.WARNING, message, hints=(hint,))
    if release.house != recorded.release.house:
        message = (
            f"{release.source.name} asks for the house {release.house} now,"
            f" its files are in that of {recorded.release.house}"
        )
        yield Diagnostic("A029", Severity.ERROR, message, hints=("build it again",))
