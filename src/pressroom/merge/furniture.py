"""Headers and footers of a return: they are the house's and are never merged, so what an editor did there is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.writers.docx.hearing.furniture import lines_of
from pressroom.writers.docx.hearing.parcel import Parcel


def lines_around(parcel: Parcel, main: str) -> tuple[str, ...]:
    """Return the lines of all headers and footers, each once: programs put them into other parts when they save."""
    parts = (name for kind in ("header", "footer") for name in parcel.targets(main, kind).values())
    lines = (" ".join(line.split()) for name in parts for line in lines_of(parcel, name))
    return tuple(dict.fromkeys(filter(None, lines)))


def retouched(sent: Collection[str], returned: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a finding if headers or footers say what was not ``sent``.

    That they say less is no work of an editor: LibreOffice 7.4 drops a running head that no page shows.
    """
    known = {" ".join(line.split()) for line in sent} - {""}
    if come := [line for line in returned if line not in known]:
        gone = sorted(known - set(returned))
        message = "a header or a footer was changed; they are the house's: change it there"
        both = (
            f"{when}: {' ¶ '.join(lines) or 'nothing'}"
            for when, lines in (("before", gone), ("after", come))
        )
        yield Diagnostic("W012", Severity.ERROR, message, hints=tuple(both))
