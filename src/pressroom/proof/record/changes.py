"""What is different between two records of a release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from pressroom.proof.record.form import ArtifactFacts, Record, Text

_DIGITS = 12
"""So many of a hash are shown."""

_AROUND = 16
"""So many characters are shown on either side of what is different in a text."""


def changes(old: Record, new: Record) -> tuple[str, ...]:
    """Return a line for each difference: the release, its pictures, texts, approvals, files, losses, judgements, fonts and versions.

    Files are of one kind if the same writer made them, whatever they are called.
    """
    return (
        *_facts(old, new),
        *_differing("picture", _pictures(old), _pictures(new)),
        *_texts(old, new),
        *_differing("approval by", _approvals(old), _approvals(new)),
        *_files(old, new),
        *_judgements(old, new),
        *_differing("font", _fonts(old), _fonts(new)),
        *_differing("version of", _versions(old), _versions(new)),
    )


def _facts(old: Record, new: Record) -> Iterator[str]:
    for what, former, now in (
        ("id", old.release.id, new.release.id),
        ("version", old.release.version, new.release.version),
        ("status", old.release.status, new.release.status),
        ("day of issue", old.release.day, new.release.day),
        ("embargo", old.release.held_until, new.release.held_until),
        ("house", old.release.house, new.release.house),
        ("made for", old.release.audience, new.release.audience),
        ("source", _short(old.source.sha256), _short(new.source.sha256)),
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
            yield from (f"text {tag}: {line}" for line in _pieces(former[tag], now[tag]))


def _pieces(old: Text, new: Text) -> Iterator[str]:
    former, now = ([piece.text for piece in text.pieces] for text in (old, new))
    for kind, a, b, c, d in SequenceMatcher(None, former, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        paired = min(b - a, d - c)
        for before, after in zip(former[a : a + paired], now[c : c + paired], strict=True):
            yield "{!r} -> {!r}".format(*_cut_to_what_differs(before, after))
        yield from (f"taken out: {text!r}" for text in former[a + paired : b])
        yield from (f"new: {text!r}" for text in now[c + paired : d])


def _cut_to_what_differs(old: str, new: str) -> tuple[str, str]:
    """Take from two texts what both begin and what both end with, but for a few characters."""
    begin = _alike(old, new)
    end = _alike(old[begin:][::-1], new[begin:][::-1])
    begin, end = max(begin - _AROUND, 0), max(end - _AROUND, 0)
    return _between(old, begin, end), _between(new, begin, end)


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between(text: str, begin: int, end: int) -> str:
    return ("…" if begin else "") + text[begin : len(text) - end] + ("…" if end else "")


def _files(old: Record, new: Record) -> Iterator[str]:
    former, now = _by_writer(old), _by_writer(new)
    for writer in dict.fromkeys((*former, *now)):
        before, after = former.get(writer), now.get(writer)
        if after is None:
            yield from (f"file {one.name}: taken out" for one in (before,) if one)
        elif before is None:
            yield f"file {after.name}: new, {_short(after.sha256)}"
        else:
            if before.name != after.name:
                yield f"file {before.name}: now called {after.name}"
            if before.sha256 != after.sha256:
                yield f"file {after.name}: {_short(before.sha256)} -> {_short(after.sha256)}"
            yield from _differing(f"loss in {after.name},", _losses(before), _losses(after))


def _losses(artifact: ArtifactFacts) -> dict[str, tuple[int]]:
    counts = Counter(
        f"{loss.feature} {loss.outcome}, {loss.reason}" for loss in artifact.ledger.losses
    )
    return {kind: (count,) for kind, count in counts.items()}


def _judgements(old: Record, new: Record) -> Iterator[str]:
    """Yield what validators said otherwise of files that both records name; one line if one of them was never put before any."""
    if bool(old.validators) != bool(new.validators):
        former, now = (len(record.validators) or "none" for record in (old, new))
        yield f"judgements of validators: {former} -> {now}"
        return
    both = _by_writer(old).keys() & _by_writer(new).keys()
    yield from _differing("judgement of", _said_of(old, both), _said_of(new, both))


def _said_of(record: Record, writers: set[str]) -> dict[str, tuple[str, ...]]:
    made_by = {one.name: one.writer for one in record.artifacts}
    return {
        f"{one.validator} on {made_by[one.artifact]}": (
            one.verdict,
            *((one.version,) if one.version else ()),
            *one.faults,
        )
        for one in record.validators
        if made_by.get(one.artifact) in writers
    }


def _differing(
    what: str, old: Mapping[str, Sequence[object]], new: Mapping[str, Sequence[object]]
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
    return ", ".join(map(str, values)) or "nothing"


def _short(digest: str) -> str:
    return digest[:_DIGITS]


def _by_writer(record: Record) -> dict[str, ArtifactFacts]:
    return {one.writer: one for one in record.artifacts}


def _pictures(record: Record) -> dict[str, tuple[str]]:
    return {one.name: (_short(one.sha256),) for one in record.pictures}


def _approvals(record: Record) -> dict[str, tuple[str, ...]]:
    return {
        one.name: (one.date, *(f"{text.language} {text.mark}" for text in one.texts))
        for one in record.approvals
    }


def _fonts(record: Record) -> dict[str, tuple[str]]:
    return {font.name: (font.version,) for font in record.fonts}


def _versions(record: Record) -> dict[str, tuple[str]]:
    program = record.program
    own = {"pressroom": program.pressroom, "Python": program.python}
    return {name: (number,) for name, number in (own | program.libraries).items()}
