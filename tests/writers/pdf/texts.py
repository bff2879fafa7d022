"""Short ways to blocks of text."""

from __future__ import annotations

from pressroom.edition.resolved import Piece, Run, TextBlock
from pressroom.house.tokens import Role
from pressroom.language.record import Language, Script
from pressroom.language.records import en_hk, zh_hant_hk

ENGLISH = en_hk.RECORD
CHINESE = zh_hant_hk.RECORD


def run(text: str, language: Language = CHINESE) -> Run:
    return Run(text, language.tag, language.script is Script.HAN, None)


def block(
    *pieces: Piece | str, language: Language = CHINESE, role: Role = Role.BODY, name: str = "b1"
) -> TextBlock:
    made = tuple(run(piece, language) if isinstance(piece, str) else piece for piece in pieces)
    level = 1 if role is Role.HEADLINE else 0
    return TextBlock(name, role, level, language, made, None)
