"""Headers and footers of a return: they are the house's and are never merged, so what an editor did there is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.writers.docx.hearing.furniture import lines_of
from pressroom.writers.docx.hearing.line import embedded
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.parcel import Parcel
from pressroom.writers.docx.hearing.strangers import told


def lines_around(parcel: Parcel, main: str) -> tuple[str, ...]:
    """Return the lines of all headers and footers and what else they hold but pictures, each once: programs put them into other parts."""
    parts = [name for kind in ("header", "footer") for name in parcel.targets(main, kind).values()]
    lines = (" ".join(line.split()) for name in parts for line in lines_of(parcel, name))
    roots = filter(None, map(parcel.part_named, parts))
    others = chain.from_iterable(map(_others, roots))
    return tuple(dict.fromkeys((*filter(None, lines), *others)))


def _others(node: Node) -> Iterator[str]:
    for child in node.children:
        if child.name in {"wp:inline", "wp:anchor"} and next(embedded(child), None) is not None:
            continue
        if stranger := told(child):
            yield stranger
        else:
            yield from _others(child)


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
