"""The public form of a source says the same and holds nothing that only editors should read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.source.parse import parse
from pressroom.source.public import _shape, public_form  # pyright: ignore[reportPrivateUsage]

FRONT = """---
id: sample # CANARY
date: 2026-03-03
# CANARY
house: journal
approvals:
  - {name: CANARY One, role: "editor # CANARY", date: 2026-03-01}
  # CANARY
  - name: CANARY Two
    date: 2026-03-02
links:
- {label: "one # two", url: https://example.org/#three}
---
"""
BODY = """<!-- CANARY
over
lines -->

::: {.edition lang=en-HK}

# Head <!-- CANARY --> line

One <!-- CANARY --> two<!-- CANARY -->three `<!-- kept -->`.

- a
<!-- CANARY -->
- b

First.
<!-- CANARY -->
Second.

> quoted <!-- CANARY --> words

[^n]: a note
    <!-- CANARY -->

Called.[^n]
:::
"""


def shape(text: str) -> object:
    release = parse(SourceFile("x.md", text), Report())
    assert release is not None
    return _shape(replace(release, approvals=(), omissions=()))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_comments_and_approvals_go_and_everything_else_stays(ends: str) -> None:
    text = (FRONT + BODY).replace("\n", ends)
    public = public_form(SourceFile("x.md", text))

    assert "CANARY" not in public
    assert "`<!-- kept -->`" in public
    assert "one # two" in public
    assert shape(text) == shape(public)


def test_approvals_in_a_mapping_on_one_line_become_an_empty_list() -> None:
    front = "---\n{id: a, date: 2026-03-03, approvals: [{name: CANARY, date: 2026-03-03}], house: journal}\n---\n"
    public = public_form(SourceFile("x.md", front + BODY))

    assert "CANARY" not in public
    assert shape(front + BODY) == shape(public)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "front",
    [
        "id: a\ndate: 2026-03-03\nomit: {zh-Hant-HK: CANARY}\nhouse: journal",
        "id: a\ndate: 2026-03-03\nhouse: journal\nomit:\n  zh-Hant-HK: CANARY\n  ja: CANARY",
        "omit: {ja: CANARY}\napprovals: [{name: CANARY, date: 2026-03-03}]\nid: a\ndate: 2026-03-03\nhouse: journal",
        "{id: a, date: 2026-03-03, omit: {ja: CANARY}, house: journal}",
    ],
)
def test_why_an_edition_is_missing_stays_in_the_house(front: str, ends: str) -> None:
    text = f"---\n{front}\n---\n{BODY}".replace("\n", ends)
    public = public_form(SourceFile("x.md", text))

    assert "CANARY" not in public
    assert shape(text) == shape(public)


def test_a_source_without_either_stays_as_it_is() -> None:
    text = "---\nid: a\ndate: 2026-03-03\nhouse: journal\n---\n\n::: {.edition lang=en-HK}\n\n# H\n\nText #1.\n:::\n"

    assert text == public_form(SourceFile("x.md", text))


def test_the_public_form_of_every_release_here_says_the_same() -> None:
    for path in (Path(__file__).parents[2] / "releases").rglob("*.md"):
        text = path.read_text("utf-8")
        public = public_form(SourceFile(path.name, text))
        assert shape(text) == shape(public)
        assert "<!--" not in public
        assert "approvals" not in public


COMMENTS = st.sampled_from(["<!-- CANARY -->", "<!-- CANARY\n more -->"])
PLACES = st.lists(st.integers(0, len(BODY.replace(" <!-- CANARY -->", ""))), max_size=4)


@given(PLACES, COMMENTS)
@settings(max_examples=60)
def test_wherever_a_comment_stands_it_goes(places: list[int], comment: str) -> None:
    body = BODY.replace(" <!-- CANARY -->", "")
    for at in sorted(places, reverse=True):
        body = body[:at] + comment + body[at:]
    file = SourceFile("x.md", FRONT + body)
    if (release := parse(file, Report())) is None:
        return
    public = public_form(file)
    assert _shape(replace(release, approvals=(), omissions=())) == shape(public)
    said = str(_shape(replace(release, approvals=(), omissions=())))
    assert said.count("CANARY") >= public.count("CANARY")
