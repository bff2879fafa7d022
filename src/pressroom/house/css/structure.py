"""What stands round the paragraphs: lists, quotations, tables, figures, divisions, the masthead."""

from __future__ import annotations

from pressroom.house.css.medium import Medium, Units
from pressroom.house.tokens import House, Ink, Length, Role
from pressroom.language.record import Script


def structure_rules(house: House, medium: Medium) -> str:
    """Return the rules for elements that hold paragraphs; the spaces inside are those of the roles."""
    units = Units(house, medium)
    body = house.style(Role.BODY, Script.LATIN).after
    item = house.style(Role.LIST_ITEM, Script.LATIN).after
    gap, half = units.length(body), units.length(Length(body.points / 2))
    wide = units.length(Length(body.points * 1.5))
    step = units.length(house.list_indent)
    line = f"{house.rule_weight.css} solid #{house.ink(Ink.RULE)}"
    edge = Length(2 * house.rule_weight.points)
    heavy = f"{edge.css} solid #{house.ink(Ink.RULE)}"
    logo = units.length(house.masthead.logo_height)
    return f"""\
ul, ol {{ margin: 0; padding: 0 0 0 {step} }}
ul.tight, ol.tight {{ margin-bottom: {units.length(item)} }}
.tight > li > .list-item, .tight .tight {{ margin-bottom: 0 }}
blockquote {{ margin: 0 0 {gap} -{units.length(edge)}; border-left: {heavy} }}
blockquote > :last-child, aside.aside > :last-child {{ margin-bottom: 0 }}
table {{ width: 100%; border-collapse: collapse; border-bottom: {heavy}; margin: {half} 0 {gap} }}
caption.caption {{ caption-side: top; padding: 0 0 {half}; break-after: avoid }}
th.table-head, td.table-cell {{ padding: {half} {half} {half} 0 }}
tr > :last-child {{ padding-right: 0 }}
th.table-head {{ border-top: {heavy}; border-bottom: {line}; vertical-align: bottom }}
td.table-cell {{ border-bottom: {line}; vertical-align: top }}
th.centre, td.centre {{ text-align: center }}
th.end, td.end {{ text-align: end }}
thead {{ display: table-header-group }}
tr, figure {{ break-inside: avoid }}
.end-mark, .attribution {{ break-before: avoid }}
tbody tr:nth-child(-n+4):not(:last-child) {{ break-after: avoid }}
tbody tr:nth-last-child(-n+4) {{ break-before: avoid }}
figure {{ margin: {half} 0 {gap} }}
figure img {{ display: block; width: auto; height: auto; max-width: 100%; \
max-height: {units.length(house.figure_height)}; margin-bottom: {half} }}
hr {{ width: 25%; margin: {gap} auto {gap} 0; border: none; border-top: {line} }}
.division {{ margin: {wide} 0 0; padding: {half} 0 0; border-top: {line} }}
aside.aside {{ margin: {wide} 0; padding: {gap}; border: none; background: #{house.ink(Ink.TINT)} }}
a {{ color: #{house.ink(Ink.LINK)}; text-decoration: underline; \
text-decoration-thickness: 0.05em; text-underline-offset: 0.15em }}
a.note-mark, .note-call a {{ text-decoration: none }}
.masthead img {{ height: {logo}; width: auto; vertical-align: middle; margin-right: {gap} }}
span.publisher {{ display: inline-block; vertical-align: middle; padding: 0; margin: 0 }}
"""
