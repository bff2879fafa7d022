"""What the styles are called: Word's own names where it has one for the purpose, else the house's trade terms.

Word matches built-in styles by their lower-case English name, in every language of its interface; readers that re-save a
file keep names and change ids.
"""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.house.tokens import Role
from pressroom.language.record import Script


@dataclass(frozen=True, slots=True)
class StyleName:
    """The id and the name of a paragraph style; ``built_in`` names are Word's and carry no ``w:customStyle``."""

    style_id: str
    name: str
    built_in: bool


_BUILT_IN = {
    Role.BODY: "Body Text",
    Role.QUOTE: "Quote",
    Role.CAPTION: "caption",
    Role.FOOTNOTE: "footnote text",
    Role.FURNITURE: "header",
}

_OWN = {
    Role.KICKER: "Kicker",
    Role.EMBARGO: "Embargo",
    Role.STAMP: "Stamp",
    Role.LEAD: "Lead",
    Role.ATTRIBUTION: "Attribution",
    Role.TABLE_HEAD: "Table Head",
    Role.TABLE_CELL: "Table Text",
    Role.CREDIT: "Credit",
    Role.END_MARK: "End Mark",
    Role.DIVISION_TITLE: "Division Title",
    Role.BOILERPLATE: "Boilerplate",
    Role.EDITORS_NOTE: "Notes to Editors",
    Role.CONTACT: "Contact",
    Role.ASIDE: "Aside",
    Role.SOURCE: "Source",
    Role.LINKS: "Links",
    Role.PUBLISHER: "Publisher",
}

HEADINGS = {Role.HEADLINE: (1,), Role.SUBHEAD: (2,), Role.MINOR_SUBHEAD: (3, 4, 5, 6)}
"""The outline levels that a role of headings is set at, each a style of its own."""

LIST_LEVELS = (1, 2, 3, 4, 5)
"""The depths for which Word has list styles of its own; a deeper list takes the last."""


def style_name(
    role: Role, script: Script, *, level: int = 0, ordered: bool | None = None, footer: bool = False
) -> StyleName:
    """Return the name of a style.

    ``level`` is the outline level of a heading or the depth of a list item, from 1; ``ordered`` tells a numbered list
    item from a bulleted one; ``footer`` is asked for furniture at the foot of the page. A Han form is based on the Latin
    one and is never built in.
    """
    latin = _latin(role, level, ordered=ordered, footer=footer)
    if script is Script.LATIN:
        return latin
    own = latin.name[0].upper() + latin.name[1:]
    return StyleName(f"{latin.style_id}Chinese", f"{own} Chinese", built_in=False)


def _latin(role: Role, level: int, *, ordered: bool | None, footer: bool) -> StyleName:
    if role in HEADINGS:
        levels = HEADINGS[role]
        name = f"heading {min(max(level, levels[0]), levels[-1])}"
    elif role is Role.LIST_ITEM:
        depth = min(max(level, 1), LIST_LEVELS[-1])
        name = f"List {'Number' if ordered else 'Bullet'}{f' {depth}' if depth > 1 else ''}"
    elif role is Role.FURNITURE and footer:
        name = "footer"
    elif role in _BUILT_IN:
        name = _BUILT_IN[role]
    else:
        return StyleName(_identifier(_OWN[role]), _OWN[role], built_in=False)
    return StyleName(_identifier(name), name, built_in=True)


def _identifier(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split())
