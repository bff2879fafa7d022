"""The typed tokens of a house style: what ``styles/<house>/style.yaml`` says, checked and converted.

Every length is a ``Length``; every ink six hexadecimal digits; every face names a Latin and a Han family.
A house decides how things look and what fixed wording says; it holds no code.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from pressroom.language.record import Script


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length in points (1/72 inch)."""

    points: float

    @property
    def css(self) -> str:
        """Return it as CSS writes it, in points with at most three decimals."""
        return f"{self.points:.3f}".rstrip("0").rstrip(".") + "pt"

    @property
    def twips(self) -> int:
        """Return it in twentieths of a point (ECMA-376 ST_TwipsMeasure)."""
        return round(self.points * 20)

    @property
    def half_points(self) -> int:
        """Return it in half points (ECMA-376 ST_HpsMeasure)."""
        return round(self.points * 2)


class FaceRole(Enum):
    """The faces that a house chooses."""

    TEXT = "text"
    HEADING = "heading"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Face:
    """A pair of families: for PDF and EPUB those that are embedded, for Word those that editors have.

    ``word_regional`` are Word's families for the Han of certain languages, by tag.
    """

    latin: str
    han: str
    word_latin: str
    word_han: str
    word_regional: tuple[tuple[str, str], ...] = ()

    def word_family(self, tag: str) -> str:
        """Return Word's family for the Han of a language: its own, else the one for all."""
        return dict(self.word_regional).get(tag, self.word_han)


class Role(Enum):
    """What a paragraph is for; each has a style in every house, in a Latin and a Han form."""

    KICKER = "kicker"
    EMBARGO = "embargo"
    STAMP = "stamp"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    MINOR_SUBHEAD = "minor-subhead"
    LEAD = "lead"
    BODY = "body"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    LIST_ITEM = "list-item"
    TABLE_HEAD = "table-head"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    CREDIT = "credit"
    END_MARK = "end-mark"
    DIVISION_TITLE = "division-title"
    BOILERPLATE = "boilerplate"
    EDITORS_NOTE = "editors-note"
    CONTACT = "contact"
    ASIDE = "aside"
    SOURCE = "source"
    LINKS = "links"
    FOOTNOTE = "footnote"
    PUBLISHER = "publisher"
    FURNITURE = "furniture"


RUNNING = (
    Role.LEAD,
    Role.BODY,
    Role.QUOTE,
    Role.LIST_ITEM,
    Role.BOILERPLATE,
    Role.EDITORS_NOTE,
    Role.ASIDE,
)
"""The roles of text that runs on from line to line: only there words may be divided (cjk-rules B09)."""


class Ink(Enum):
    """The inks of a house by purpose."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    RULE = "rule"
    TINT = "tint"
    LINK = "link"
    PAPER = "paper"


class Align(Enum):
    """How the lines of a paragraph stand in the measure."""

    START = "start"
    JUSTIFY = "justify"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How one role is set in one script.

    ``leading`` is the distance from baseline to baseline, a length and never a multiple; ``before`` and ``after`` are the
    spaces round the paragraph, and between two paragraphs they add up, as in Word; ``indent`` moves the start of all lines, ``first_line`` that of the first alone
    (cjk-rules J06: a gap or an indent, not both).
    """

    face: FaceRole
    size: Length
    leading: Length
    bold: bool
    italic: bool
    ink: Ink
    align: Align
    before: Length
    after: Length
    indent: Length
    first_line: Length
    tracking: Length
    keep_with_next: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins."""

    width: Length
    height: Length
    top: Length
    bottom: Length
    inner: Length
    outer: Length


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed wording of a house in one language; ``{…}`` are fields, those that ``LABEL_FIELDS`` names.

    ``kicker`` PRESS RELEASE, ``source`` Source, ``contact`` Contact, ``page`` "Page {page} of {pages}",
    ``dateline`` "({dateline}) –": what stands round the dateline, ``attribution`` "— {name}",
    ``embargo`` "Embargoed until {instant}", ``version`` "Version {version}", ``correction`` "Corrected {date}: {note}",
    ``notes``, ``boilerplate``, ``aside``: the titles of divisions that have no heading of their own, "" for none;
    ``other_edition`` is what an edition in this language is called in a list of editions.
    """

    kicker: str
    draft: str
    withdrawn: str
    embargo: str
    version: str
    correction: str
    supersedes: str
    dateline: str
    attribution: str
    boilerplate: str
    notes: str
    contact: str
    aside: str
    source: str
    links: str
    telephone: str
    email: str
    credit: str
    table_caption: str
    figure_caption: str
    page: str
    contents: str
    other_edition: str


LABEL_FIELDS: dict[str, frozenset[str]] = {
    "embargo": frozenset({"instant"}),
    "version": frozenset({"version"}),
    "correction": frozenset({"date", "note"}),
    "supersedes": frozenset({"release"}),
    "dateline": frozenset({"dateline"}),
    "attribution": frozenset({"name"}),
    "telephone": frozenset({"number"}),
    "email": frozenset({"address"}),
    "credit": frozenset({"credit"}),
    "table_caption": frozenset({"caption", "number"}),
    "figure_caption": frozenset({"caption", "number"}),
    "page": frozenset({"page", "pages"}),
}
"""The fields of each label that has any; all must stand in it but ``number``, which a house may leave out."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page: the publisher's name by language tag, and a logo (SVG bytes)."""

    names: tuple[tuple[str, str], ...]
    logo: bytes
    logo_alt: tuple[tuple[str, str], ...]
    logo_height: Length


class Weight(Enum):
    """What a house makes of the findings of a check, or of a loss: the severities, or nothing at all."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    OFF = "off"


FEATURES = frozenset(
    {role.value for role in Role if role not in {Role.PUBLISHER, Role.FURNITURE}}
    | {"list", "table", "figure", "rule", "division", "link", "line-break", "note-call", "ruby"}
    | {"slant", "strong", "superscript", "subscript", "code", "dots", "proper-name", "book-title"}
    | {"no-break", "dateline"}
)
"""What a ledger accounts for, by name: the roles of text, blocks without a role, marks and other inlines."""


@dataclass(frozen=True, slots=True)
class Losses:
    """What a house makes of what a format cannot hold: an error keeps a release from being built in it.

    ``formats`` holds, by the name of a writer and a feature, what weighs otherwise than ``degraded`` and ``dropped`` say.
    """

    degraded: Weight = Weight.OFF
    dropped: Weight = Weight.ERROR
    formats: tuple[tuple[str, tuple[tuple[str, Weight], ...]], ...] = ()

    def own(self, writer: str, feature: str) -> Weight | None:
        """Return what the loss of a feature weighs in a format, None if the house names it not."""
        return dict(dict(self.formats).get(writer, ())).get(feature)


class Plates(Enum):
    """What a house is printed with: the four process inks, or black alone."""

    PROCESS = "process"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition: its name in the registry of the ICC, and its profile (ISO 15076-1), of CMYK or of grey."""

    name: str
    profile: bytes

    @property
    def grey(self) -> bool:
        """Tell whether it prints with one ink."""
        return self.profile[16:20] == b"GRAY"


Screen: TypeAlias = tuple[int, int, int, int]
"""Cyan, magenta, yellow and black, in per cent of a solid."""


@dataclass(frozen=True, slots=True)
class Printing:
    """What the printer is given: how far colour goes over the edge, the plates, the most ink in one place (per cent).

    ``screens`` are the inks that the house mixes itself. ``condition`` is None for the one in ``house.conditions``.
    """

    bleed: Length = Length(3 * 72 / 25.4)
    plates: Plates = Plates.PROCESS
    ink_limit: int = 300
    screens: tuple[tuple[Ink, Screen], ...] = ()
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class House:
    """A house style, complete."""

    name: str
    title: str
    page: Page
    faces: tuple[tuple[FaceRole, Face], ...]
    inks: tuple[tuple[Ink, str], ...]
    roles: tuple[tuple[Role, Script, RoleStyle], ...]
    rule_weight: Length
    list_indent: Length
    figure_height: Length
    labels: tuple[tuple[str, Labels], ...]
    masthead: Masthead
    attach_source: bool
    extra_css: str
    severities: tuple[tuple[str, Weight], ...] = ()
    """What the findings of a check weigh in this house, by code; the rule itself says it for all others."""
    losses: Losses = Losses()
    printing: Printing = Printing()
    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """What this house writes instead of a word, by language tag; the words are in small letters."""
    hyphenate: bool = False
    """Whether English words of running text may be divided at the ends of lines."""
    embargo_in_names: bool = False
    """Whether the names of files that are not for the public carry the embargo."""

    def face(self, role: FaceRole) -> Face:
        """Return the families of a face role."""
        return dict(self.faces)[role]

    def ink(self, ink: Ink) -> str:
        """Return an ink as six hexadecimal digits, without ``#``."""
        return dict(self.inks)[ink]

    def wording(self, tag: str) -> Labels | None:
        """Return the labels for a language tag: its own, else those of a shorter form of it."""
        known = dict(self.labels)
        while tag and tag not in known:
            tag = tag.rpartition("-")[0]
        return known.get(tag)

    def style(self, role: Role, script: Script) -> RoleStyle:
        """Return how a role is set in a script."""
        return next(s for r, c, s in self.roles if r is role and c is script)
