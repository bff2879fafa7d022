"""What is different between two records of a release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from pressroom.proof.record.form import Record, Text

_Item = TypeVar("_Item")


def changes(old: Record, new: Record) -> tuple[str, ...]:
    """Return a line for each difference: the release, its pictures, texts, approvals, files, losses, fonts, versions and judgements."""
    return (
        *_facts(old, new),
        *_differing("picture", _pictures(old), _pictures(new)),
        *_texts(old, new),
        *_differing("approval by", _approvals(old), _approvals(new)),
        *_differing("file", _hashes(old), _hashes(new)),
        *_differing("loss", _losses(old), _losses(new)),
        *_differing("font", _fonts(old), _fonts(new)),
        *_differing("version of", _versions(old), _versions(new)),
        *_differing("judgement of", _judgements(old), _judgements(new)),
    )


def _facts(old: Record, new: Record) -> Iterator[str]:
    for what, former, now in (
        ("id", old.release.id, new.release.id),
        ("version", old.release.version, new.release.version),
        ("status", old.release.status, new.release.status),
        ("day of issue", old.release.issued, new.release.issued),
        ("embargo", old.release.embargo, new.release.embargo),
        ("house", old.release.house, new.release.house),
        ("for the public", old.release.public, new.release.public),
        ("source", old.source.sha256, new.source.sha256),
    ):
        if former != now:
            yield f"{what}: {former} -> {now}"


def _texts(old: Record, new: Record) -> Iterator[str]:
    former, now = ({text.language: text for text in record.texts} for record in (old, new))
    for tag in dict.fromkeys((*former, *now)):
        if tag not in now:
            yield f"edition {tag}: taken out"
        elif tag not in former:
            yield f"edition {tag}: new"
        else:
            yield from _pieces(former[tag], now[tag])


def _pieces(old: Text, new: Text) -> Iterator[str]:
    former, now = ([piece.text for piece in text.pieces] for text in (old, new))
    for kind, a, b, c, d in SequenceMatcher(None, former, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        paired = min(b - a, d - c)
        yield from (
            f"text {new.language} {new.pieces[c + at].block}: {former[a + at]!r} -> {now[c + at]!r}"
            for at in range(paired)
        )
        yield from (f"text {new.language}: taken out: {text!r}" for text in former[a + paired : b])
        yield from (
            f"text {new.language} {piece.block}: new: {piece.text!r}"
            for piece in new.pieces[c + paired : d]
        )


def _differing(
    what: str, old: Mapping[str, Sequence[_Item]], new: Mapping[str, Sequence[_Item]]
) -> Iterator[str]:
    for name in sorted({*old, *new}):
        former, now = old.get(name), new.get(name)
        if former == now:
            continue
        if now is None:
            yield f"{what} {name}: taken out"
        elif former is None:
            yield f"{what} {name}: new, {_words(now)}"
        else:
            yield f"{what} {name}: {_words(former)} -> {_words(now)}"


def _words(values: Sequence[object]) -> str:
    return ", ".join(str(value) for value in values if value not in (None, "")) or "nothing"


def _pictures(record: Record) -> dict[str, tuple[str]]:
    return {one.name: (one.sha256,) for one in record.pictures}


def _approvals(record: Record) -> dict[str, tuple[str, ...]]:
    return {
        one.name: (one.date, *(f"{text.language} {text.mark}" for text in one.texts))
        for one in record.approvals
    }


def _hashes(record: Record) -> dict[str, tuple[str]]:
    return {one.name: (one.sha256,) for one in record.artifacts}


def _losses(record: Record) -> dict[str, tuple[str, str]]:
    return {
        f"in {one.name} at {loss.node}, {loss.feature}": (loss.outcome, loss.reason)
        for one in record.artifacts
        for loss in one.ledger.losses
    }


def _fonts(record: Record) -> dict[str, tuple[str]]:
    return {font.name: (font.version,) for font in record.fonts}


def _versions(record: Record) -> dict[str, tuple[str]]:
    program = record.program
    own = {"pressroom": program.pressroom, "Python": program.python}
    return {name: (number,) for name, number in (own | program.libraries).items()}


def _judgements(record: Record) -> dict[str, tuple[str | None, ...]]:
    return {
        f"{one.validator} on {one.artifact}": (one.verdict, one.version, *one.faults)
        for one in record.validators
    }
