"""The ninjs writer keeps what is expected of every writer, and to the standard."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import ResolvedContact, ResolvedRelease
from pressroom.model.release import Status
from pressroom.proof.leaks import scan
from pressroom.testing.conformance import DEMANDS, Demand
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.ninjs import NinjsWriter
from validators import ninjs

WORLD = World(fonts={})
TAGS = ("en-HK", "zh-Hant-HK")


def written(release: ResolvedRelease) -> bytes:
    return NinjsWriter().write(release, WORLD).artifact.data


def news(release: ResolvedRelease) -> dict[str, Any]:
    return json.loads(written(release))


def held(status: Status = Status.DRAFT) -> ResolvedRelease:
    release = every_node()
    metadata = replace(
        release.metadata,
        version=2,
        status=status,
        embargo=datetime(2026, 3, 28, 16, tzinfo=UTC),
        supersedes="sample-0",
    )
    contact = ResolvedContact("Ms Lam", "Press officer", "+852 2345 6789", "press@example.org")
    editions = tuple(
        replace(
            e,
            watermark="DRAFT",
            dateline="Hong Kong, 1 March",
            located="Hong Kong",
            contacts=(contact,),
        )
        for e in release.editions
    )
    return replace(release, metadata=metadata, editions=editions)


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_the_writer_conforms(demand: Demand) -> None:
    assert () == demand(NinjsWriter(), WORLD)


@pytest.mark.parametrize("release", [every_node(), held()], ids=["plain", "held"])
def test_the_object_keeps_to_the_standard(release: ResolvedRelease) -> None:
    assert [] == ninjs.validate(written(release))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"uri"', '"url"'),
        ('"usable"', '"final"'),
        ('"firstCreated": "2026-03-01T00:00:00+00:00"', '"firstCreated": "1 March 2026"'),
        ('"bodies"', '"body"'),
        ('"version": "1"', '"version": 1'),
        ('"name": "sample"', '"nam": "sample"'),
    ],
)
def test_the_judge_notices_what_does_not(old: str, new: str) -> None:
    data = written(every_node())
    assert old.encode() in data
    assert ninjs.validate(data.replace(old.encode(), new.encode(), 1))


def test_each_edition_is_an_object_of_one_language() -> None:
    first = news(every_node())
    translation, article = first["associations"]
    assert TAGS == (first["language"], translation["language"])
    assert first["uri"] != translation["uri"]
    assert ("translation", "source") == (translation["rel"], article["rel"])
    assert "https://doi.org/10.5555/sample.1" == article["uri"]
    for one, edition in zip((first, translation), every_node().editions, strict=True):
        assert [{"role": "main", "value": edition.title}] == one["headlines"]


def test_what_is_held_says_so_as_data() -> None:
    first = news(held())
    for one in (first, first["associations"][0]):
        assert "2026-03-28T16:00:00+00:00" == one["embargoedUntil"]
        assert ("withheld", "2", "DRAFT") == (one["pubStatus"], one["version"], one["edNote"])
        assert {"role": "supersedes", "value": "sample-0"} in one["altIds"]
        assert "Hong Kong" == one["located"]
        (person,) = one["people"]
        assert [("phone", "+852 2345 6789"), ("email", "press@example.org")] == [
            (way["type"], way["value"]) for way in person["contactInfo"]
        ]


@pytest.mark.parametrize(
    ("status", "said"),
    [(Status.FINAL, "usable"), (Status.DRAFT, "withheld"), (Status.WITHDRAWN, "canceled")],
)
def test_the_status_is_that_of_the_standard(status: Status, said: str) -> None:
    assert said == news(held(status))["pubStatus"]


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"{}",
        b'{"language": "en", "bodies": []}',
        b'{"language": "en", "bodies": [{"contentType": "text/plain", "value": "a"}]}',
        b"[" * 100_000,
        b'{"a": ' + b"[" * 900 + b"]" * 900 + b"}",
        *(
            b'{"a": ' + b'{"a":' * depth + b"1" + b"}" * (depth + 1)
            for depth in range(400, 1000, 100)
        ),
        b"\xff",
    ],
)
def test_what_is_no_release_is_refused(data: bytes) -> None:
    with pytest.raises(WriterError):
        NinjsWriter().read_back(data)


@pytest.mark.parametrize(
    ("planted", "code"),
    [("<!-- who -->", "A032"), ('<p style=\\"display:none\\">who</p>', "A033")],
)
def test_what_a_body_hides_is_found(planted: str, code: str) -> None:
    artifact = NinjsWriter().write(every_node(), WORLD).artifact
    assert () == scan(artifact, every_node(), (), public=True)
    data = artifact.data.replace(b"</section>", planted.encode() + b"</section>", 1)
    found = scan(replace(artifact, data=data), every_node(), (), public=True)
    assert code in [leak.code for leak in found]
