"""Measure the composer against the engine alone: ``python -m measure.speed RELEASE``, of 200 Chinese pages without one.

Both set the same job in turn, in this process: with the composer and without it, all else being equal. What is printed is
processor time, of which a busy machine steals least; ratios are those of the pairs.
"""

from __future__ import annotations

import gc
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import process_time

import pikepdf

from pressroom.press.job import Order, set_up
from pressroom.writers.pdf.engine import Typesetting, typeset
from pressroom.writers.pdf.write import typesetting
from writers.pdf.composer.press import job
from writers.pdf.composer.sentences import paragraph

_LONG = 1_750
"""Paragraphs that fill about 200 pages."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of the processor, bytes of the PDF."""

    seconds: float
    data: bytes


def taken(one: Typesetting) -> Taken:
    """Set a job, without what others left to be collected."""
    gc.collect()
    before = process_time()
    data = typeset(one)
    return Taken(process_time() - before, data)


def pairs(prepare: Callable[[], Typesetting], rounds: int) -> Iterator[tuple[Taken, Taken]]:
    """Set a job with the composer and without, after a first time that counts for nothing."""
    for number in range(rounds + 1):
        pair = taken(prepare()), taken(replace(prepare(), composed=False))
        if number:
            yield pair


def main(arguments: list[str]) -> None:
    parser = ArgumentParser(prog="measure.speed")
    parser.add_argument("release", nargs="?", type=Path)
    parser.add_argument("--paragraphs", type=int, default=_LONG)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--only", choices=("composed", "plain"), help="once, for the peak of memory"
    )
    chosen = parser.parse_args(arguments)
    if chosen.release:
        galley = set_up(Order(chosen.release, ()))
        prepare = partial(typesetting, galley.resolved, galley.world)
    else:
        text = "".join(f"<p>{paragraph(at)}</p>" for at in range(chosen.paragraphs))
        prepare = partial(job, text)
    if chosen.only:
        data = typeset(replace(prepare(), composed=chosen.only == "composed"))
        peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(f"{chosen.only}: {_pages(data)} pages, at most {peak:.0f} MB\n")
        return
    found = list(pairs(prepare, chosen.rounds))
    for name, side in zip(("composed", "plain"), zip(*found, strict=True), strict=True):
        seconds, pages = median(run.seconds for run in side), _pages(side[0].data)
        size = len(side[0].data) / 1000
        speed = f"{seconds:.3f} s, {pages / seconds:.1f} pages/s"
        sys.stdout.write(f"{name}: {pages} pages, {size:.1f} kB, {speed}\n")
    ratios = sorted(one.seconds / other.seconds for one, other in found)
    sys.stdout.write(f"ratio: {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})\n")


def _pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    main(sys.argv[1:])
