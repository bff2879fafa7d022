"""A Word file to a draft: its text, its notes, and what is left out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.diagnostics import WriterError
from pressroom.merge.returned import base_of, read_return
from pressroom.merge.threads import threads
from pressroom.merge.views import ENDNOTE
from pressroom.readers.carried import carried
from pressroom.readers.docx.clearing import cleared, said
from pressroom.readers.docx.paragraph import letters_in, note_name
from pressroom.readers.docx.story import Story
from pressroom.readers.draft import (
    LARGEST_TEXT,
    Change,
    Draft,
    Imported,
    UnreadableError,
    line_by_line,
)
from pressroom.readers.pictures import Pictures
from pressroom.writers.docx.hearing.declared import Sheet, sheet
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.numbers import Numbers
from pressroom.writers.docx.hearing.parcel import Parcel, open_parcel


def read_docx(data: bytes, stem: str) -> Draft | Imported:
    """Take apart a Word file, or take the source that one of our own carries; pictures are named by ``stem``.

    Raises ``UnreadableError``.
    """
    try:
        parcel = open_parcel(data)
        _, _, base = base_of(parcel)
        main = parcel.main()
        document = parcel.part("", "officeDocument")
        body = document.child("w:body") if document else None
        if body is None:
            raise UnreadableError("is no Word file", "save it as .docx")
        if base is not None:
            doubt = (
                "what was changed in the Word file is not in it: bring it in with `pressroom merge`"
            )
            return carried(base, "", doubt, read_return("", data).pictures)
        if len(said(body)) > LARGEST_TEXT:
            raise UnreadableError("holds more text than a release may have", "part it")
        return _Reader(parcel, main, body, stem).draft()
    except WriterError as fault:
        reason = fault.findings[0].message
        raise UnreadableError(
            f"is no Word file, or is damaged: {reason}", "save it again as .docx"
        ) from fault


@dataclass(slots=True)
class _Reader:
    parcel: Parcel
    main: str
    body: Node
    stem: str
    _draft: Draft = field(default_factory=Draft)

    def draft(self) -> Draft:
        draft = self._draft
        styles = sheet(self.parcel.part(self.main, "styles"))
        numbers = Numbers(self.parcel.part(self.main, "numbering"))
        pictures = Pictures(draft, self.stem)
        links, images = self.parcel.addresses(self.main), self.parcel.targets(self.main, "image")
        story = Story(self.parcel, links, images, styles, numbers, draft, pictures)
        story.blocks(cleared(self.body, styles, draft))
        for kind, before in (("footnotes", ""), ("endnotes", ENDNOTE)):
            self._notes(kind, before, styles)
        for kind in ("header", "footer"):
            for name in sorted(set(self.parcel.targets(self.main, kind).values())):
                part = self.parcel.part_named(name)
                if part and (text := said(part)):
                    draft.changes.append(Change(f"{kind} left out", text, ""))
        self._comments()
        return draft

    def _comments(self) -> None:
        """Take in the comments that nobody has settled."""
        extended = self.parcel.part(self.main, "commentsExtended")
        for identifier, comment in threads(self.parcel.part(self.main, "comments"), extended):
            if comment.settled:
                what = f"settled comment of {comment.author or 'someone'} left out"
                self._draft.changes.append(Change(what, comment.text, ""))
            else:
                self._draft.comments[identifier] = comment

    def _notes(self, kind: str, before: str, styles: Sheet) -> None:
        part = self.parcel.part(self.main, kind)
        links = self.parcel.addresses(self.parcel.related(self.main, kind) or "")
        for note in cleared(part, styles, self._draft).children if part else ():
            if note.attributes.get("w:type", "normal") == "normal":
                name = note_name(before + note.attributes.get("w:id", ""))
                doubts = self._draft.doubts
                lines = (letters_in(x, styles, links, doubts) for x in note.all("w:p"))
                self._draft.notes[name] = line_by_line(lines)
