"""Releases made up at random before the judges of their formats.

As many as one likes, before the slow judges too::

    PYTHONPATH=tests python -m validators.random_releases 200
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from random import Random

from pressroom.press.validators.registry import VALIDATORS, Validator, judge
from pressroom.writers.registry import writer
from proof.artifacts import world
from proof.random_release import random_release

FORMATS = ("pdf", "docx", "epub")


def faults(seed: int, judges: tuple[Validator, ...] = VALIDATORS) -> Iterator[str]:
    """Write a release in each format and yield what is said against it; a judge that is not installed says nothing."""
    release = random_release(Random(seed))  # noqa: S311  # chance that can be had again
    for name in FORMATS:
        artifact = writer(name).write(release, world()).artifact
        for said in judge(artifact.name, name, artifact.data, full=True, validators=judges):
            if said.verdict == "failed":
                yield from (f"{seed} {name}, {said.validator}: {fault}" for fault in said.faults)


def main(count: int) -> int:
    """Judge releases; say what is wrong and how many are clean."""
    spoilt = 0
    for seed in range(count):
        found = list(faults(seed))
        print(*found, sep="\n", end="\n" if found else "", flush=True)  # noqa: T201
        spoilt += bool(found)
    print(f"{count - spoilt} of {count} releases clean")  # noqa: T201
    return spoilt


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]))))
