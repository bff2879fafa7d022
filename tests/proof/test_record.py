from __future__ import annotations

import json

import pytest

from pressroom.proof.compare import compare
from pressroom.proof.record import Entry, Proved, read_record, record, sha256
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.text import TextWriter

RELEASE = every_node()


def proved() -> Proved:
    writer = TextWriter()
    written = writer.write(RELEASE, World(fonts={}))
    heard = writer.read_back(written.artifact.data)
    verdict = compare(written.artifact.name, RELEASE, written.ledger, heard, writer.abilities)
    return Proved("text", written.artifact, written.ledger, verdict)


def test_a_record_says_what_was_made_and_that_it_is_equal() -> None:
    one = proved()
    content = json.loads(record(RELEASE, [one], {}, ()))

    artifact = content["artifacts"][0]
    assert "sample-1.txt" == artifact["name"]
    assert sha256(one.artifact.data) == artifact["sha256"]
    assert artifact["says"]["equal"] is True
    assert artifact["says"]["characters"] > 1000
    assert sha256(RELEASE.source.text.encode()) == content["source"]["sha256"]


def test_a_record_lists_every_loss_with_its_place_and_reason() -> None:
    losses = json.loads(record(RELEASE, [proved()], {}, ()))["artifacts"][0]["ledger"]["losses"]

    ruby = [loss for loss in losses if loss["feature"] == "ruby"]
    assert ruby
    assert all(loss["outcome"] == "dropped" and loss["reason"] and loss["line"] for loss in ruby)
    assert not [loss for loss in losses if loss["outcome"] == "exact"]


def test_a_record_is_the_same_every_time() -> None:
    assert record(RELEASE, [proved()], {}, ()) == record(RELEASE, [proved()], {}, ())


def test_a_record_can_be_read_again() -> None:
    one = proved()
    read = read_record(record(RELEASE, [one], {}, ()))

    assert (Entry("sample-1.txt", "text", sha256(one.artifact.data)),) == read.entries
    assert ("en-HK", "zh-Hant-HK") == read.editions


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"artifacts": 3}',
        b"[" * 100_000,
        (
            b'{"release": {"house": "x", "editions": []},'
            b' "artifacts": [{"name": "../a", "writer": "pdf", "sha256": ""}]}'
        ),
    ],
)
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"record|JSON|value"):
        read_record(data)
