"""The whole preflight: report and faults of one file."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from io import BytesIO

import pikepdf

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.house.tokens import House
from pressroom.proof.preflight.claims import aim_of, claim_faults
from pressroom.proof.preflight.colours import PLATES
from pressroom.proof.preflight.faces import face_faults, faces_of
from pressroom.proof.preflight.inks import heaviest, ink_faults
from pressroom.proof.preflight.painting import Paint, paints_of
from pressroom.proof.preflight.report import Preflight
from pressroom.proof.preflight.sheets import sheet_faults, sheets_of
from pressroom.writers.contract import Artifact
from pressroom.writers.pdf.reading import DAMAGE
from pressroom.writers.pdf.reading.limits import RefusedError


def preflight(artifact: Artifact, house: House) -> tuple[Preflight | None, tuple[Diagnostic, ...]]:
    """Return the report on a PDF, None if it cannot be read, and what is wrong with it for the press of a house."""
    try:
        with warnings.catch_warnings(), pikepdf.open(BytesIO(artifact.data)) as pdf:
            warnings.simplefilter(
                "ignore", UserWarning
            )  # content that is cut short: read_back tells
            report, faults = _look(pdf, house)
    except (RefusedError, *DAMAGE) as reason:
        message = f"{artifact.name} cannot be followed to its end: {reason}"
        return None, (Diagnostic("A110", Severity.ERROR, message),)
    findings = (
        Diagnostic(code, Severity.ERROR, f"{artifact.name} {fault}")
        for code, fault in dict.fromkeys(faults)
    )
    return report, tuple(findings)


def _look(pdf: pikepdf.Pdf, house: House) -> tuple[Preflight, list[tuple[str, str]]]:
    aim, faces, painted = aim_of(pdf), faces_of(pdf), tuple(paints_of(pdf))
    faults = [
        *claim_faults(pdf),
        *sheet_faults(pdf, house),
        *ink_faults(painted, house, grey=aim.inks == 1),
        *face_faults(faces),
    ]
    report = Preflight(
        pages=len(pdf.pages),
        sheets=sheets_of(pdf),
        aim=aim,
        plates=_plates(painted),
        heaviest=heaviest(painted, house.page.height),
        ink_limit=house.printing.ink_limit,
        overprint=_overprints(painted),
        transparent=tuple(sorted({paint.page for paint in painted if paint.transparent})),
        faces=faces,
        pictures=tuple(dict.fromkeys(paint.picture for paint in painted if paint.picture)),
    )
    return report, faults


def _plates(painted: Sequence[Paint]) -> tuple[str, ...]:
    inked = [paint.inks for paint in painted if paint.inks]
    return tuple(plate for at, plate in enumerate(PLATES) if any(inks[at] for inks in inked))


def _overprints(painted: Sequence[Paint]) -> bool:
    """Tell whether all text in solid black goes over what is below it (ISO 32000-1 §8.6.7)."""
    black = [one for one in painted if one.what == "text" and one.inks == (0, 0, 0, 1)]
    return all(one.overprints for one in black)
