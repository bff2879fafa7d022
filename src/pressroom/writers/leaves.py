"""The texts of a JSON document, each with the members that lead to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

from pressroom.writers.contract import Fact, Stated

Path: TypeAlias = tuple[str, ...]


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, str | None]]:
    """Yield all values, a list's one after the other under its own path, and None for each object.

    What is no text is yielded as Python writes it.
    """
    match value:
        case dict():
            yield path, None
            for name, inner in cast("dict[str, object]", value).items():
                yield from leaves(inner, (*path, name))
        case list():
            for inner in cast("list[object]", value):
                yield from leaves(inner, path)
        case _:
            yield path, value if isinstance(value, str) else repr(value)


def stated(
    content: object, facts: Mapping[Path, Fact], form: Mapping[Path, str]
) -> Iterator[Stated]:
    """Yield what a document states at the places of ``facts``, and as ``other`` all that is neither there nor its mere ``form``.

    The form has to be there: each of its members in every object that may have it.
    """
    found: dict[Path, list[str]] = {path: [] for path in facts}
    others: list[str] = []
    objects: Counter[Path] = Counter()
    formed: Counter[Path] = Counter()
    for path, value in leaves(content):
        if value is None:
            objects[path] += 1
        elif path in found:
            found[path].append(value)
        elif form.get(path) == value:
            formed[path] += 1
        else:
            others.append(f"{'.'.join(path)}: {value}")
    others += [f"no {'.'.join(path)}" for path in form if formed[path] != objects[path[:-1]]]
    yield from (Stated(fact, tuple(found[path])) for path, fact in facts.items())
    yield Stated("other", tuple(others))
