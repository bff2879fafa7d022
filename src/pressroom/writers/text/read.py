"""From the text file back to what it says."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.edition.projection import Trait
from pressroom.writers.contract import Heard, HeardEdition
from pressroom.writers.text.form import IMAGE, INDENT, MARKED, NOTE, OPENING, ROW, split_row

_MOST_BYTES = 16 * 1024 * 1024


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Read the editions of a text file; raise ``WriterError`` if it is not of our form."""
    if len(data) > _MOST_BYTES:
        raise _broken(f"it has more than {_MOST_BYTES} bytes")
    try:
        text = data.decode()
    except UnicodeDecodeError as reason:
        raise _broken("it is not UTF-8") from reason
    editions: list[tuple[str, list[Heard]]] = []
    for paragraph in text.removesuffix("\n").split("\n\n"):
        opening = OPENING.fullmatch(paragraph.removeprefix("\n"))
        if opening:
            editions.append((opening[1], []))
        elif editions:
            language, pieces = editions[-1]
            pieces += _pieces(paragraph, language)
        else:
            raise _broken("it does not begin with the line that opens an edition")
    return tuple(HeardEdition(language, tuple(pieces)) for language, pieces in editions)


def _pieces(paragraph: str, language: str, mark: str = "", item: str = "") -> Iterator[Heard]:
    if note := NOTE.match(paragraph):
        mark, paragraph = f"{note[1]} ", paragraph[note.end() :]
    marked = MARKED.fullmatch(paragraph)
    if not marked:
        paragraph = mark + paragraph
        said = (Trait("item", item, 0, len(paragraph)),) if item else ()
        yield Heard("text", paragraph, language, said)
        return
    indent, marker, text = marked.groups()
    if marker == IMAGE:
        yield Heard("alt", text, language)
    elif marker == ROW:
        first, *others = split_row(text)
        for cell in (mark + first, *others):
            yield Heard("text", cell, language)
    else:
        yield from _pieces(text, language, mark, f"{len(indent) // len(INDENT)} {marker}")


def _broken(why: str) -> WriterError:
    message = f"this is no text file of a release: {why}"
    return WriterError(Diagnostic("A010", Severity.ERROR, message))
