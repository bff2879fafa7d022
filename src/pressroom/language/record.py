"""What the program knows of one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from pressroom.language.profile import Profile


class Script(Enum):
    """Which rules of composition a language follows: spaces between words, or Han cells (clreq, jlreq)."""

    LATIN = "latin"
    HAN = "han"


@dataclass(frozen=True, slots=True)
class Connectives:
    """The marks that generated wording is put together with.

    ``colon`` parts a label from its value, ``alternative`` two names of one instant, ``ellipsis`` ends a text that was cut.
    """

    colon: str
    alternative: str
    ellipsis: str


@dataclass(frozen=True, slots=True)
class Language:
    """One language record.

    ``tag`` is the BCP 47 tag for HTML, EPUB and PDF (for Chinese it selects the regional glyphs, cjk-rules G01);
    ``word_tag`` what Word calls it (zh-HK), written in the slot that ``script`` selects: ``w:val`` or ``w:eastAsia``;
    ``name`` is the language's own name; ``profile`` the measures that its text is composed by. ``latin`` is the tag of Latin words inside Han text, ``han`` that of Han words
    inside Latin text; each is ``tag`` itself in the language's own script. ``short_date`` leaves the year out;
    ``quotes`` are the marks of a quotation and of one inside it, each
    an opening and a closing one; ``zone_name`` names the zone of an aware local time; ``moment`` is how ``{time}``, ``{zone}`` and ``{date}`` stand
    together.
    """

    tag: str
    name: str
    script: Script
    profile: Profile
    word_tag: str
    latin: str
    han: str
    long_date: Callable[[date], str]
    short_date: Callable[[date], str]
    clock_time: Callable[[datetime], str]
    zone_name: Callable[[datetime], str]
    moment: str
    quotes: tuple[str, str]
    connectives: Connectives
