"""The rules: the built-in ones from a table, those of other packages through the entry points ``pressroom.checks``.

An entry point names a ``Rule``. A test holds the table against the modules of ``rules``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from pressroom.checks.rule import Rule

GROUP = "pressroom.checks"

BUILT_IN = (
    "western_marks",
    "colons",
    "dashes",
    "ellipses",
    "quotation_marks",
    "title_marks",
    "bare_titles",
    "wide_letters",
    "stray_spaces",
    "interpuncts",
    "brackets",
    "foreign_code_points",
    "indents",
    "house_words",
    "invisible",
    "strong_edges",
    "unpaired",
    "french_spaces",
    "printed_marks",
    "stars_in_words",
    "written_twice",
    "english_marks",
    "headline_stops",
    "fixed_wording",
    "empty_sections",
    "bare_addresses",
    "alternatives",
    "credits",
    "resolutions",
    "file_names",
    "headline_lengths",
    "leads",
    "shown_addresses",
    "dois",
    "datelines",
    "references",
    "doi_addresses",
    "contacts",
    "approvals",
    "facts_differ",
    "facts_missing",
    "facts_in_order",
    "other_units",
    "paragraph_counts",
    "paragraph_order",
    "lengths",
    "wrong_language",
    "glossary_terms",
    "simplified_characters",
)


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule: the built-in ones in their order, then those of other packages by code."""
    from importlib.metadata import entry_points

    own = [cast("Rule", import_module(f"pressroom.checks.rules.{name}").RULE) for name in BUILT_IN]
    others = [cast("Rule", point.load()) for point in entry_points(group=GROUP)]
    return (*own, *sorted(others, key=lambda rule: rule.code))
