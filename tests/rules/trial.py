"""A trial of cases: what they want printed is printed once, then each expectation is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from measure.cells import Page, pages
from measure.glyphs import Glyph, glyphs
from measure.reading import READERS
from rules import files
from rules import pages as on_pages
from rules.case import Case, Expectation, Sample
from rules.pages import Proof
from rules.press import Setting, pdf
from validators import poppler


@dataclass(frozen=True)
class Print:
    """Samples in one PDF, a page each."""

    settings: Sequence[Setting]

    @cached_property
    def data(self) -> bytes:
        """Return the file."""
        return pdf(self.settings)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Return what stands on its pages."""
        found = pages(self.data)
        if len(found) != len(self.settings):
            raise ValueError(f"{len(self.settings)} samples take {len(found)} pages")
        return found

    @cached_property
    def copies(self) -> Mapping[str, list[str]]:
        """Return what each reader makes of its pages."""
        return {name: read(self.data) for name, read in READERS.items()}

    def proof(self, setting: Setting) -> Proof:
        """Return one page as expectations see it."""
        at = self.settings.index(setting)

        def drawn() -> tuple[Glyph, ...]:
            return glyphs(self.data, at)

        def copies() -> Mapping[str, str]:
            return {name: texts[at] for name, texts in self.copies.items()}

        return Proof(
            setting.measure, self.pages[at], drawn, copies, lambda: poppler.fonts(self.data)
        )


class Trial:
    """Cases under trial."""

    def __init__(self, cases: Sequence[Case]) -> None:
        # What is to be copied stands in a file of its own: five readers take long over a long one.
        self._measured = Print(_settings(cases, set(on_pages.CHECKS) - {"copied"}))
        self._copied = Print(_settings(cases, {"copied"}))

    def faults(self, case: Case) -> Iterator[str]:
        """Yield what a case says that is not so."""
        for sample in case.samples:
            for expectation in sample.expectations:
                faults = list(self._faults(sample, expectation))
                if expectation.kept:
                    yield from faults
                elif not faults:
                    yield f"{expectation.kind} is kept by now: {expectation.body!r}"

    def _faults(self, sample: Sample, wanted: Expectation) -> Iterator[str]:
        if check := files.CHECKS.get(wanted.kind):
            yield from check(wanted, sample)
            return
        judge = on_pages.CHECKS[wanted.kind]
        where = self._copied if wanted.kind == "copied" else self._measured
        for measure in sample.measures:
            proof = where.proof(Setting(sample, measure))
            yield from (f"at {measure:g} em {fault}" for fault in judge(wanted, proof))


def _settings(cases: Sequence[Case], kinds: set[str]) -> tuple[Setting, ...]:
    return tuple(
        dict.fromkeys(
            Setting(sample, measure)
            for case in cases
            for sample in case.samples
            if kinds & {expectation.kind for expectation in sample.expectations}
            for measure in sample.measures
        )
    )
