"""Releases at random, written, proved clean, and then spoilt: how many defects were planted, how many found.

As long as one likes, and not only as long as a test may take::

    PYTHONPATH=tests python -m proof.planting.campaign 300
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from pressroom.diagnostics import Diagnostic, WriterError
from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.compare import compare
from pressroom.proof.extraction import extracted_otherwise
from pressroom.proof.furniture import furniture_otherwise
from pressroom.proof.glyphs import prove_glyphs
from pressroom.proof.leaks import scan
from pressroom.proof.pictures import seen_otherwise
from pressroom.writers.contract import Artifact, Writer, Written
from pressroom.writers.registry import writer
from proof.artifacts import SECRETS, world
from proof.planting.plant import plant
from proof.random_release import random_release


@dataclass
class Campaign:
    """What became of the releases and defects of one format."""

    format: str
    releases: int = 0
    alarms: list[str] = field(default_factory=list[str])
    planted: Counter[str] = field(default_factory=Counter[str])
    missed: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        defects = self.planted.total()
        kinds = len(self.planted)
        return (
            f"{self.format}: {self.releases} releases clean but for {len(self.alarms)}; "
            f"{defects} defects of {kinds} kinds planted, {defects - len(self.missed)} found"
        )


def campaign(name: str, seeds: Iterable[int], defects: int = 1) -> Campaign:
    """Write a release for each seed, prove it, and plant some defects into it, one at a time."""
    made = Campaign(name)
    maker = writer(name)
    for seed in seeds:
        random = Random(seed)  # noqa: S311  # chance that can be had again
        release = random_release(random)
        written = maker.write(release, world())
        made.releases += 1
        made.alarms += (f"{seed}: {one.message}" for one in _findings(maker, release, written))
        for _ in range(defects):
            planted = plant(name, written.artifact.data, random)
            made.planted[planted.name] += 1
            if not _differs(maker, release, written, planted.data):
                made.missed.append(f"{seed}: {planted.name}")
    return made


def _findings(maker: Writer, release: ResolvedRelease, written: Written) -> tuple[Diagnostic, ...]:
    """Return whatever a judge says of an artifact that nobody has touched."""
    artifact = written.artifact
    heard = maker.read_back(artifact.data)
    verdict = compare(artifact.name, release, written.ledger, heard, maker.abilities)
    return (
        *verdict.findings,
        *_seen(maker, release, artifact),
        *extracted_otherwise(artifact, release),
        *prove_glyphs(artifact, release, world().fonts),
        *scan(artifact, release, SECRETS, public=False),
    )


def _differs(maker: Writer, release: ResolvedRelease, written: Written, data: bytes) -> bool:
    """Tell whether the comparison finds that an artifact says something else than the release."""
    spoilt = Artifact(written.artifact.name, written.artifact.media_type, data)
    try:
        heard = maker.read_back(data)
    except WriterError:
        return True
    verdict = compare(spoilt.name, release, written.ledger, heard, maker.abilities)
    return bool(verdict.findings) or any(_seen(maker, release, spoilt))


def _seen(maker: Writer, release: ResolvedRelease, artifact: Artifact) -> Iterator[Diagnostic]:
    """Yield what is found of pictures, and of what stands around the text."""
    yield from furniture_otherwise(artifact, release, maker, press=False)
    yield from seen_otherwise(artifact, release, press=False)


def main(count: int) -> int:
    """Run a campaign for every format that holds all there is; say what was found and what was not."""
    code = 0
    for name in ("pdf", "docx", "epub", "html"):
        made = campaign(name, range(count))
        print(made, *made.alarms, *made.missed, sep="\n  ", flush=True)  # noqa: T201
        code |= bool(made.alarms or made.missed)
    return code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
