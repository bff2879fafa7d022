from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args

import pytest

from pressroom.diagnostics import Report
from pressroom.model import blocks, inlines
from pressroom.model.json import to_json
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.source.parse import parse

RELEASES = Path(__file__).parents[2] / "releases"


def release(name: str) -> Release:
    text = (RELEASES / name).read_text(encoding="utf-8")
    found = parse(SourceFile(name, text), Report())
    assert found
    return found


def types(written: str) -> set[str]:
    return set(re.findall(r'"type": "(\w+)"', written))


def test_the_form_is_the_one_that_other_programs_know() -> None:
    written = json.loads(to_json(release("notice.md")))

    assert 1 == written["format"]
    assert "2026-05-18" == written["release"]["date"]
    assert "final" == written["release"]["status"]
    edition = written["release"]["editions"][1]
    assert ["type", "language", "headline", "blocks", "notes", "span"] == list(edition)
    assert {"type": "Text", "text": "海港醫學出版社的虛構辦事處休息一天"}.items() <= edition[
        "headline"
    ][0].items()


@pytest.mark.parametrize("name", ["notice.md", "specimen/specimen.md"])
def test_a_text_in_it_is_found_in_the_source_by_its_span(name: str) -> None:
    one = release(name)
    written = json.loads(to_json(one))
    headline = written["release"]["editions"][0]["headline"][0]
    start, end = headline["span"]

    assert headline["text"] == one.source.text[start:end]


def test_the_specimen_holds_every_kind_of_node() -> None:
    nodes = {kind.__name__ for kind in (*get_args(blocks.Block), *get_args(inlines.Inline))}

    assert nodes <= types(to_json(release("specimen/specimen.md")))


def test_it_is_the_same_every_time() -> None:
    assert to_json(release("notice.md")) == to_json(release("notice.md"))


def test_every_field_of_a_node_is_in_it() -> None:
    one = release("notice.md")
    written = json.loads(to_json(one))["release"]

    assert is_dataclass(one)
    assert {"type", *(field.name for field in fields(one))} == written.keys()
