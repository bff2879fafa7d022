"""``--profile print`` adds the PDF for the printer, and ``proof`` says what a printer asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressroom.cli.app import run

NOTICE = Path(__file__).parents[2] / "releases" / "notice.md"


def test_the_pdf_for_the_printer_stands_beside_what_else_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = ["build", str(NOTICE), "--to", "text", "--profile", "print", "-o", str(tmp_path)]
    assert 0 == run(build)
    assert {"notice.txt", "notice.print.pdf"} < {path.name for path in tmp_path.iterdir()}
    capsys.readouterr()

    assert 0 == run(["proof", str(NOTICE), "-o", str(tmp_path)])
    told = capsys.readouterr().out
    assert "mm trimmed, 3 mm bleed" in told
    assert "plates       black" in told


def test_the_office_has_no_pdf_for_the_printer(tmp_path: Path) -> None:
    assert 0 == run(["build", str(NOTICE), "--to", "text", "-q", "-o", str(tmp_path)])
    assert not list(tmp_path.glob("*.print.pdf"))
