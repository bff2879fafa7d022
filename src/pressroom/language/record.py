"""What the program knows of one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class Script(Enum):
    """Which rules of composition a language follows: spaces between words, or Han cells (clreq, jlreq)."""

    LATIN = "latin"
    HAN = "han"


@dataclass(frozen=True, slots=True)
class Language:
    """One language record.

    ``tag`` is the BCP 47 tag for HTML, EPUB and PDF (for Chinese it selects the regional glyphs, cjk-rules G01);
    ``word_tag`` what Word calls it (zh-HK), written in the slot that ``script`` selects: ``w:val`` or ``w:eastAsia``;
    ``name`` is the language's own name. ``latin`` is the tag of Latin words inside Han text.
    """

    tag: str
    name: str
    script: Script
    word_tag: str
    latin: str
    long_date: Callable[[date], str]
    clock_time: Callable[[datetime], str]
