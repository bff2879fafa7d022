"""A draft to the parts of a release: editions by script, headline, dateline, citation, contacts, links, date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import assert_never

from pressroom.readers.citation import Citation, read_citation
from pressroom.readers.companions import with_companions
from pressroom.readers.contacts import ContactLine, is_line_of_links, links_in, read_contact
from pressroom.readers.draft import (
    Block,
    Change,
    Draft,
    Grid,
    Image,
    Item,
    Passage,
    plain,
)
from pressroom.readers.head import Section, take_head
from pressroom.readers.wording import (
    CITATION,
    CONTACT,
    CORRECTION,
    DRAWN_RULE,
    EMBARGO,
    END,
    KICKER,
    NOTES,
    SOCIAL,
    SOURCE,
    SUPERSEDES,
    VERSION,
    closed_up,
    date_in,
    embargo_in,
    is_wording,
    language_of,
)
from pressroom.writers.text.form import OPENING

_FIRST = "en-HK"
_FOLLOWING = 40
"""How many blocks may belong to a label."""
_CONTACT_LINES = 8
_MASTHEAD = 2
"""How many blocks may stand in a masthead behind its logo."""


@dataclass(slots=True)
class Parts:
    """The parts of a release; ``day`` is None if no date of issue was found.

    ``links`` are labels by language by address; ``embargo`` is an instant as the front matter has it, ``""`` where a person has
    to read it, None without one; ``corrected`` tells of a correction, whose class a person has to say.
    """

    sections: list[Section] = field(default_factory=list[Section])
    citation: Citation | None = None
    contacts: list[ContactLine] = field(default_factory=list[ContactLine])
    links: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    day: date | None = None
    embargo: str | None = None
    version: str = ""
    supersedes: str = ""
    corrected: bool = False


def find_parts(draft: Draft, printed: frozenset[str]) -> Parts:
    """Find the parts of a release in a draft; what goes and what is doubtful is added to its lists.

    ``printed`` is what the house prints above each release.
    """
    finder = _Finder(draft, printed)
    finder.run()
    parts = finder.parts
    for section in parts.sections:
        section.blocks = with_companions(section.blocks, draft)
        take_head(section, draft)
    for image in (x for s in parts.sections for x in s.blocks if isinstance(x, Image)):
        if image.name not in draft.pictures:
            what = f"the picture {image.name!r} is not in the file: put it beside the source"
            draft.doubts.append(what)
    dated = [section.dateline for section in parts.sections if section.dateline]
    texts = [plain(x.letters) for s in parts.sections for x in s.blocks if isinstance(x, Passage)]
    parts.day = next(filter(None, map(date_in, dated)), None)
    if parts.sections and parts.day is None:
        parts.day = next(filter(None, map(date_in, texts)), None)
        found = (
            f"{parts.day} was taken for the date of issue: it stands in the text, not in a dateline"
        )
        missing = "no date of issue was found: write it behind `date:`"
        draft.doubts.append(found if parts.day else missing)
    return parts


@dataclass(slots=True)
class _Finder:
    draft: Draft
    printed: frozenset[str]
    parts: Parts = field(default_factory=Parts)
    _language: str = _FIRST
    _in_notes: bool = False

    def run(self) -> None:
        blocks = self.draft.blocks
        at = 0
        while at < len(blocks):
            block = blocks[at]
            match block:
                case Passage():
                    taken = self._passage(block, blocks[at + 1 : at + 1 + _FOLLOWING])
                case Image():
                    taken = self._logo(block, blocks[at + 1 : at + 1 + _MASTHEAD])
                case Item() | Grid():
                    taken = 0
            self._in_notes &= not taken or NOTES.fullmatch(_words(block)) is not None
            if not taken:
                self._add(block)
            at += taken or 1

    def _passage(self, block: Passage, following: Sequence[Block]) -> int:
        """Take a passage that is no running text; return how many blocks were taken with it, 0 for running text."""
        text = plain(block.letters)
        if taken := self._citation(text, following):
            return taken
        if self._is_printed(text):
            return self._left_out("wording of the house left out", text)
        if DRAWN_RULE.fullmatch(text):
            return self._left_out("drawn rule left out", text)
        if OPENING.fullmatch(text):
            return self._left_out("opening of an edition left out", text)
        if EMBARGO.fullmatch(text):
            return self._embargo(text)
        if taken := self._standing(text):
            return taken
        if NOTES.fullmatch(text):
            self._in_notes = True
            return self._left_out("title of the notes left out, which the house prints", text)
        if END.fullmatch(text):
            section = self._section(self._language) if self.parts.sections else None
            first = section is not None and not section.ended
            if section:
                section.ended = True
            return self._left_out("end mark", text, "###" if first else "")
        if found := SOCIAL.match(text):
            return self._social(text, block, found.end(), following)
        if found := CONTACT.match(text):
            return self._contact(text, found.end(), following)
        return 0

    def _logo(self, image: Image, following: Sequence[Block]) -> int:
        """Leave out a picture that the house prints, or one that says nothing and stands above a kicker."""
        above = any(self._is_printed(_words(block)) for block in following)
        if not (above if image.alt == "" else closed_up(image.alt) in self.printed):
            return 0
        self.draft.pictures.pop(image.name, None)
        return self._left_out("logo left out, which the house prints", image.name)

    def _is_printed(self, text: str) -> bool:
        """Tell whether a text is what every release of a house has above it."""
        return KICKER.fullmatch(closed_up(text)) is not None or closed_up(text) in self.printed

    def _embargo(self, text: str) -> int:
        """Read the instant of an embargo; what two editions say of it has to be the same."""
        instant = embargo_in(text)
        if instant is None or self.parts.embargo not in {None, instant}:
            if self.parts.embargo != "":
                self.draft.doubts.append(f"{text!r}: write day, time and zone behind `embargo:`")
            instant = ""
        self.parts.embargo = instant
        what = (
            "embargo moved to the front matter"
            if instant
            else "embargo to be written in the front matter"
        )
        return self._left_out(what, text, instant)

    def _standing(self, text: str) -> int:
        """Take a line that tells which version of the release this is."""
        if found := VERSION.fullmatch(text):
            self.parts.version = found["en"] or found["zh"]
            return self._left_out("version moved to the front matter", text, self.parts.version)
        if found := SUPERSEDES.fullmatch(text):
            self.parts.supersedes = found["release"].lower()
            return self._left_out("version moved to the front matter", text, self.parts.supersedes)
        if CORRECTION.fullmatch(text):
            self.parts.corrected = True
            self.draft.doubts.append(f"{text!r}: write class, date and note behind `correction:`")
            return self._left_out("correction to be written in the front matter", text)
        return 0

    def _citation(self, text: str, following: Sequence[Block]) -> int:
        """Take a citation behind its label, on the same line or the next."""
        named = CITATION.fullmatch(text)
        cited, taken = (named["citation"] if named else ""), 1
        if SOURCE.fullmatch(text) and following and isinstance(following[0], Passage):
            cited, taken = plain(following[0].letters), 2
        citation = read_citation(cited)
        if citation is None:
            return 0
        self.parts.citation = citation
        for line in (text, cited)[:taken]:
            self._left_out("citation moved to the front matter", line)
        return taken

    def _left_out(self, what: str, before: str, after: str = "") -> int:
        if before != after:
            self.draft.changes.append(Change(what, before, after))
        return 1

    def _social(self, text: str, block: Passage, end: int, following: Sequence[Block]) -> int:
        """Move the addresses behind a label, on its own line and the next ones, to the front matter."""
        rest = block.letters[end:]
        if rest and not list(links_in(rest)):
            return 0
        lines = [
            x.letters for x in takewhile(is_line_of_links, following) if isinstance(x, Passage)
        ]
        links = [link for letters in (rest, *lines) for link in links_in(letters)]
        if not links:
            what = f"{text!r} has nothing behind it: add the addresses as `links:`"
            self.draft.doubts.append(what)
            return self._left_out("label without links left out", text)
        language = language_of(text, self._language)
        for label, target in links:
            self.parts.links.setdefault(target, {}).setdefault(language, label)
        for line in (text, *map(plain, lines)):
            self._left_out("links moved to the front matter", line)
        return 1 + len(lines)

    def _contact(self, text: str, end: int, following: Sequence[Block]) -> int:
        """Move contacts behind a label, on its own line and the next ones, to the front matter."""
        lines = [text[end:]] if text[end:].strip() else []
        own = len(lines)
        for other in following[:_CONTACT_LINES]:
            if not isinstance(other, Passage) or is_wording(plain(other.letters)):
                break
            lines.append(plain(other.letters))
        language = language_of(text, self._language)
        at, found = 0, list[ContactLine]()
        while at < len(lines):
            sizes = range(min(len(lines) - at, 5), 0, -1)
            tried = ((size, read_contact(lines[at : at + size], language)) for size in sizes)
            size, contact = next((one for one in tried if one[1]), (0, None))
            if contact is None:
                break
            found.append(contact)
            at += size
        if not found:
            if end == len(text) or text[end - 1] in ":：":
                self.draft.doubts.append(f"{text!r} could not be read: write it as `contacts:`")
            return 0
        self.parts.contacts += found
        for line in (text, *lines[own:at]):
            self._left_out("contact moved to the front matter", line)
        return 1 + at - own

    def _add(self, block: Block) -> None:
        """Put a block into the edition of its script."""
        self._language = language_of(_words(block), self._language)
        section = self._section(self._language)
        self._in_notes &= not (isinstance(block, Passage) and block.level)
        if section.notes and not self._in_notes:
            what = f"text in {self._language} stood behind the notes to editors: it stands before them now"
            self.draft.doubts += [] if what in self.draft.doubts else [what]
        (section.notes if self._in_notes else section.blocks).append(block)

    def _section(self, language: str) -> Section:
        for section in self.parts.sections:
            if section.language == language:
                return section
        self.parts.sections.append(Section(language))
        return self.parts.sections[-1]


def _words(block: Block) -> str:
    match block:
        case Passage() | Item():
            return plain(block.letters)
        case Grid():
            return " ".join(plain(cell) for row in block.rows for cell in row)
        case Image():
            return block.alt
        case _:
            assert_never(block)
