"""What every step of setting an edition needs to know."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.diagnostics import Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.resolved import NoteCall
from pressroom.house.tokens import Labels
from pressroom.language.record import Language
from pressroom.place import SourceFile


@dataclass(slots=True)
class Numbers:
    """Counts what an edition numbers, in reading order: notes, tables and figures that have a caption."""

    edition: str
    tables: int = 0
    figures: int = 0
    notes: dict[str, list[NoteCall]] = field(default_factory=dict[str, list[NoteCall]])

    def call(self, label: str) -> NoteCall:
        """Call a note; its number is that of its first call."""
        calls = self.notes.setdefault(label, [])
        mark = calls[0].mark if calls else str(len(self.notes))
        note = f"{self.edition}-n{mark}"
        calls.append(NoteCall(mark, note, f"{note}-r{len(calls) + 1}"))
        return calls[-1]


@dataclass(frozen=True, slots=True)
class Setting:
    """One edition on the way to be set; ``identifier`` begins every id in it, ``terms`` are not to be broken."""

    file: SourceFile
    identifier: str
    language: Language
    labels: Labels
    terms: tuple[str, ...]
    folder: ReleaseFolder
    report: Report
    numbers: Numbers
