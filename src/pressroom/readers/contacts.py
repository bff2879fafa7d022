"""Whom journalists may ask, and where a journal is followed: lines of text to fields of the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pressroom.readers.citation import quoted
from pressroom.readers.draft import Block, Letters, Passage, marked, plain
from pressroom.readers.wording import ADDRESS
from pressroom.source.forms import EMAIL, TELEPHONE

_FIELDS = {
    "name": re.compile(r"(?:name|姓名|聯絡人) ?[:：] ?", re.IGNORECASE),
    "tel": re.compile(r"(?:tel(?:ephone)?|phone|電話)\.? ?[:：]? ?", re.IGNORECASE),
    "email": re.compile(r"(?:e-?mail|電郵|電子郵件)(?: address)? ?[:：]? ?", re.IGNORECASE),
}
_PARTS = re.compile(r"[;；|\n]|, (?=[A-Z])|，|,(?= ?(?:tel|e-?mail|phone))|　", re.IGNORECASE)
_BEFORE_LABEL = re.compile(
    r" +(?=(?:tel(?:ephone)?|phone|e-?mail)\b)| *(?=電話|電郵|電子郵件)", re.IGNORECASE
)
_NOTE = re.compile("^[0-9]|[.。]$")
"""A footnote or a sentence, which is nobody's role."""
_LONGEST_NAME = 60
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact as one language gives it; what was not said is ``""``."""

    language: str
    name: str
    role: str
    tel: str
    email: str


def read_contact(texts: Sequence[str], language: str) -> ContactLine | None:
    """Read name, role, telephone and address from lines of text; None unless each of their parts is one of these, once."""
    found: dict[str, str] = {}
    apart = (_BEFORE_LABEL.sub("\n", text) for text in texts)
    for piece in (piece.strip(" ,") for text in apart for piece in _PARTS.split(text)):
        part = piece.rstrip(" ,.")
        if not part:
            continue
        kind, value = _field(part)
        if not kind and len(part) <= _LONGEST_NAME:
            kind = "role" if "name" in found else "name"
            if kind == "role" and (_NOTE.search(piece) or {"tel", "email"} <= found.keys()):
                return None
            value = part
        if not kind or kind in found:
            return None
        found[kind] = value
    if "name" not in found or not {"tel", "email"} & found.keys():
        return None
    return ContactLine(language, *(found.get(key, "") for key in ("name", "role", "tel", "email")))


def contacts_field(contacts: Sequence[ContactLine]) -> list[str]:
    """Return the lines of ``contacts:``; what two languages say of one telephone or address is one contact."""
    groups: list[list[ContactLine]] = []
    for contact in contacts:
        for group in groups:
            if group[0].email == contact.email and group[0].tel == contact.tel:
                group.append(contact)
                break
        else:
            groups.append([contact])
    lines = ["contacts:"] if groups else []
    for group in groups:
        fields = [
            f"name: {localised([(one.language, one.name) for one in group])}",
            f"role: {localised([(one.language, one.role) for one in group if one.role])}",
            f"tel: {quoted(group[0].tel)}",
            f"email: {quoted(group[0].email)}",
        ]
        said = [field for field in fields if not field.endswith((": ", ': ""'))]
        lines += [f"  - {said[0]}", *(f"    {field}" for field in said[1:])]
    return lines


def localised(values: Sequence[tuple[str, str]]) -> str:
    """Return values by language as a field: one value if all are the same, ``""`` for none."""
    if len({value for _, value in values}) == 1:
        return quoted(values[0][1])
    pairs = ", ".join(f"{language}: {quoted(value)}" for language, value in values)
    return f"{{{pairs}}}" if pairs else ""


def is_line_of_links(block: Block) -> bool:
    """Tell whether a block is a short line with an address."""
    return (
        isinstance(block, Passage)
        and len(block.letters) <= _LONGEST_LINE
        and bool(list(links_in(block.letters)))
    )


def links_in(letters: Letters) -> Iterator[tuple[str, str]]:
    """Yield label and target of each link; an address without a label has its host for one."""
    waiting = ""
    linked = marked(letters, ADDRESS, "link")
    for target, group in groupby(
        linked, lambda x: next((v for k, v in x.marks if k == "link"), "")
    ):
        text = plain(tuple(group)).strip()
        if not target:
            waiting = text.strip(" :：|,，、;；–—-")
            continue
        label = text if text.rstrip("/") != target.rstrip("/") else waiting
        yield label or re.sub("^https?://(?:www[.])?|/.*", "", target), target
        waiting = ""


def _field(part: str) -> tuple[str, str]:
    """Return what a part of a line is, and its value; ``""`` for what has no label and is neither number nor address."""
    for kind, label in _FIELDS.items():
        if found := label.match(part):
            value = part[found.end() :].strip()
            forms = {"tel": TELEPHONE, "email": EMAIL}
            if kind not in forms or forms[kind].pattern.fullmatch(value):
                return kind, value
    if EMAIL.pattern.fullmatch(part):
        return "email", part
    return ("tel", part) if TELEPHONE.pattern.fullmatch(part) else ("", part)
