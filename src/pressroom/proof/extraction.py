"""The text of a PDF as another program extracts it, held against the release.

What extractors give is in the order of drawing, not of reading: notes come at the foot of each page, readings before their
base, a paragraph may go on behind the notes. So each drawn sequence has to continue a piece that has begun, or to begin one; and
at the end every piece, every reading and every marker of a list has been read to its last character, once. White space and
the forms of space and hyphen that share a glyph are left out (cjk-rules S14, G10): extractors guess spaces from gaps, and the
reading by tags has compared those that are there. The order of pieces is compared there, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.projection import Said, said
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.house.tokens import Ink
from pressroom.proof.findings import Where, quote
from pressroom.proof.pdfium import HYPHEN, Extract, extracts, unseen
from pressroom.writers.contract import Artifact

_PLAIN_FORMS = str.maketrans({"\u2011": "-", "\u2060": None, "\u200b": None, HYPHEN: None})
_MOST = 5
"""How many differences are told: one lost character may leave many sequences without a piece."""


def extracted_otherwise(artifact: Artifact, release: ResolvedRelease) -> tuple[Diagnostic, ...]:
    """Return what PDFium reads otherwise in a PDF, and what it finds that nobody can see; nothing for other formats."""
    if artifact.media_type != "application/pdf":
        return ()
    wanted = [
        piece
        for edition in release.editions
        for piece in _drawn(
            edition, Where(f"{artifact.name} ({edition.language.tag})", release.source)
        )
    ]
    different = list(match(wanted, extracts(artifact.data)))[:_MOST]
    hidden = (
        Diagnostic(
            "A033", Severity.ERROR, f"{artifact.name} holds text {one.why} (page {one.page})"
        )
        for one in unseen(artifact.data, release.house.ink(Ink.PAPER))
    )
    return (*different, *hidden)


@dataclass(slots=True, eq=False)
class Piece:
    """Characters that have to be read, without white space, from ``start`` on in what is said; ``read`` of them have been.

    A label, the marker of an item or the mark of a note, is drawn in one go.
    """

    where: Where
    said: Said
    text: str
    start: int = 0
    label: bool = False
    read: int = 0

    def takes(self, extract: str) -> int | None:
        """Return how far the piece has been read if it goes on with an extract, else None.

        A hyphen at the end of a line may be the text's own, or divide a word.
        """
        at = self.read
        for character in extract:
            if at < len(self.text) and character == self.text[at]:
                at += 1
            elif character == HYPHEN:
                at += at < len(self.text) and self.text[at] == "-"
            else:
                return None
        return None if self.label and at < len(self.text) else at

    def place(self, read: int) -> int:
        """Return where in the full text the character stands that follows as many that were read."""
        text = self.said.text
        inked = [at for at in range(self.start, len(text)) if not text[at].isspace()]
        return inked[read] if read < len(inked) else self.start


def _drawn(edition: ResolvedEdition, where: Where) -> Iterator[Piece]:
    """Yield what is drawn of an edition: its texts and readings, the markers of lists and the marks of notes by themselves."""
    body = said(replace(edition, notes=()))
    yield from (piece for one in body for piece in _pieces(where, one, ""))
    for note in edition.notes:
        mark = f"{note.mark} "
        for one in said(replace(edition, blocks=(), notes=(note,))):
            yield from _pieces(where, one, mark if one.kind == "text" else "")
            mark = "" if one.kind == "text" else mark


def _pieces(where: Where, one: Said, mark: str) -> Iterator[Piece]:
    if one.kind == "alt":
        return
    for trait in one.traits:
        if trait.feature == "item":
            yield Piece(where, one, ink(trait.value.partition(" ")[2]), label=True)
    if mark:
        yield Piece(where, one, ink(mark), label=True)
    if text := ink(one.text[len(mark) :]):
        yield Piece(where, one, text, len(mark))


def ink(text: str) -> str:
    """Return the characters of a text that leave ink, in the forms that glyphs are known by."""
    return "".join(text.translate(_PLAIN_FORMS).split())


def match(wanted: Sequence[Piece], read: Sequence[Extract]) -> Iterator[Diagnostic]:
    """Give every extract to a piece; yield the first that fits nowhere, or the pieces that lack something."""
    search = _Search(wanted, read)
    stopped, lacking = search.run()
    if stopped is not None:
        message = f"PDFium reads {quote(stopped.text, 0)} on page {stopped.page}, where no text goes on like that"
        yield Diagnostic("A012", Severity.ERROR, message)
    for piece, read_of_it in lacking:
        message = f"PDFium does not read {quote(piece.text, read_of_it)} in {piece.where.name}"
        at = piece.place(read_of_it)
        yield Diagnostic("A012", Severity.ERROR, message, piece.where.place(piece.said, at, at + 1))


@dataclass(slots=True)
class _Choice:
    """Who may take an extract, the likeliest first; ``taker`` is who has it, ``before`` how much that one had."""

    takers: Iterator[Piece]
    taker: Piece | None = None
    before: int = 0


class _Search:
    """Tries takers in turn: the same few characters can begin a cell and be the mark of a note at the foot of its page."""

    def __init__(self, wanted: Sequence[Piece], read: Sequence[Extract]) -> None:
        self._wanted = wanted
        self._extracts = read
        self._recent: list[Piece] = []
        self._left = 10 * len(read) + 1000

    def run(self) -> tuple[Extract | None, list[tuple[Piece, int]]]:
        """Return the extract at which every try ended, and pieces that are not read to their end, with how far they are."""
        choices: list[_Choice] = []
        furthest, lacking = 0, self._lacking()
        while self._left:
            self._left -= 1
            at = len(choices)
            if at == len(self._extracts):
                if not self._lacking():
                    return None, []
                going_on = False
            else:
                choices.append(_Choice(iter(self._takers(self._extracts[at].text))))
                going_on = self._take(choices, self._extracts[at].text)
            if at > furthest or (at == furthest and not going_on):
                furthest, lacking = at, self._lacking()
            while not going_on and choices:
                self._give_back(choices[-1])
                going_on = self._take(choices, self._extracts[len(choices) - 1].text)
            if not choices:
                break
        stopped = self._extracts[furthest] if furthest < len(self._extracts) else None
        return stopped, lacking[:_MOST] if stopped is None else []

    def _lacking(self) -> list[tuple[Piece, int]]:
        return [(piece, piece.read) for piece in self._wanted if piece.read < len(piece.text)]

    def _takers(self, extract: str) -> list[Piece]:
        begun = [p for p in dict.fromkeys(reversed(self._recent)) if 0 < p.read < len(p.text)]
        unread = [piece for piece in self._wanted if not piece.read]
        waiting = [piece for piece in unread if piece.takes(extract) is not None]
        # The next one in order, else one that this is the whole of, else one that begins like that.
        waiting.sort(key=lambda p: (p is not unread[0], p.takes(extract) != len(p.text)))
        return [*(p for p in begun if p.takes(extract) is not None), *waiting]

    def _take(self, choices: list[_Choice], extract: str) -> bool:
        """Let the next taker have the last extract; without one the choice is gone."""
        choice = choices[-1]
        choice.taker = next(choice.takers, None)
        if choice.taker is None:
            choices.pop()
            return False
        choice.before = choice.taker.read
        choice.taker.read = choice.taker.takes(extract) or 0
        self._recent.append(choice.taker)
        return True

    def _give_back(self, choice: _Choice) -> None:
        if choice.taker is not None:
            choice.taker.read = choice.before
            self._recent.pop()
