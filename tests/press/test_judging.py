"""What validators from outside say of a file is told and recorded; one that is not there is named, never passed over."""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest

from pressroom.cli.app import run
from pressroom.press import inspection
from pressroom.press.validators import VALIDATORS, Validator, judge, tool, verapdf
from pressroom.press.validators.alone import asked
from pressroom.press.validators.tool import MissingToolError, NoAnswerError, program
from pressroom.proof.record import Judgement

NOTICE = Path(__file__).parents[2] / "releases" / "notice.md"
FILES = frozenset({"text"})


def absent(_: bytes) -> list[str]:
    raise MissingToolError("the judge is not on the path: buy one")


def late(_: bytes) -> list[str]:
    raise subprocess.TimeoutExpired("judge", 120)


def speechless(_: bytes) -> list[str]:
    return list(json.loads(""))


def broken(_: bytes) -> list[str]:
    raise NoAnswerError(
        subprocess.CompletedProcess("judge", 3, "", "\x1b[31merror\x1b[39m:\n no display\n")
    )


CONTENT = Validator("Content", FILES, lambda: "1.0", lambda _: [])
STRICT = Validator("Strict", FILES, lambda: "2.0", lambda _: ["one fault", "another"])
ABSENT = Validator("Absent", FILES, lambda: "3.0", absent)
LATE = Validator("Late", FILES, lambda: "4.0", late)
BROKEN = Validator("Broken", FILES, lambda: "6.0", broken)
INSIDE = Validator("Inside", FILES, lambda: "7.0", lambda _: ["a fault"], inside=True)
SPEECHLESS = Validator("Speechless", FILES, lambda: "5.0", speechless)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    assert 0 == run(["build", str(NOTICE), "--to", "text", "-q", "-o", str(tmp_path)])
    return tmp_path


def proved(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, *validators: Validator, full: bool = True
) -> int:
    def ask(name: str, writer: str, data: bytes, *, full: bool) -> list[Judgement]:
        return list(judge(name, writer, data, full=full, validators=validators))

    monkeypatch.setattr(inspection, "judge", ask)
    return run(["proof", str(NOTICE), *(["--full"] if full else []), "-o", str(shelf)])


def recorded(shelf: Path) -> list[tuple[str, str | None, str]]:
    validators = json.loads((shelf / "notice.proof.json").read_text("utf-8"))["validators"]
    return [(one["validator"], one["version"], one["verdict"]) for one in validators]


def test_every_judge_is_told_and_recorded_with_version_and_verdict(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == proved(shelf, monkeypatch, CONTENT, ABSENT)

    told = capsys.readouterr()
    assert "notice.txt  accepted by Content 1.0" in told.out
    assert "A071" in told.err
    assert (
        "Absent was not asked about notice.txt: the judge is not on the path: buy one" in told.err
    )
    assert [("Content", "1.0", "passed"), ("Absent", None, "absent")] == recorded(shelf)
    assert "not asked" in (shelf / "notice.proof.html").read_text("utf-8")


def test_a_fault_fails_the_proof_and_stands_in_the_record(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 6 == proved(shelf, monkeypatch, STRICT, LATE)

    told = capsys.readouterr().err
    assert "Strict does not accept notice.txt: one fault" in told
    assert "another" in told
    assert "Late does not accept notice.txt: no answer within 120 seconds" in told
    assert [("Strict", "2.0", "failed"), ("Late", "unknown", "failed")] == recorded(shelf)


def test_the_record_of_files_that_were_changed_is_left_as_it_is(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = shelf / "notice.txt"
    file.write_bytes(file.read_bytes().replace("休息".encode(), "營業".encode()))
    before = (shelf / "notice.proof.json").read_bytes()

    assert 6 == proved(shelf, monkeypatch, CONTENT)
    assert before == (shelf / "notice.proof.json").read_bytes()


def test_a_plain_proof_asks_and_records_those_that_come_with_pressroom_alone(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 6 == proved(shelf, monkeypatch, INSIDE, ABSENT, STRICT, full=False)
    told = capsys.readouterr().err
    assert "Inside does not accept notice.txt: a fault" in told
    assert "Strict" not in told
    assert "A071" not in told
    assert [("Inside", "7.0", "failed")] == recorded(shelf)


def test_a_plain_proof_leaves_in_the_record_what_others_said_before(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 6 == proved(shelf, monkeypatch, CONTENT, INSIDE)
    mended = replace(INSIDE, version=lambda: "7.1", validate=CONTENT.validate)

    assert 0 == proved(shelf, monkeypatch, CONTENT, mended, full=False)
    assert [("Content", "1.0", "passed"), ("Inside", "7.1", "passed")] == recorded(shelf)


def test_a_plain_proof_that_finds_nothing_new_writes_nothing(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 6 == proved(shelf, monkeypatch, CONTENT, INSIDE)
    page = shelf / "notice.proof.html"
    page.write_text("with pages that LibreOffice drew")

    assert 6 == proved(shelf, monkeypatch, CONTENT, INSIDE, full=False)
    assert "with pages that LibreOffice drew" == page.read_text()


def test_what_is_said_while_another_build_takes_the_shelf_is_no_part_of_its_record(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_meanwhile(_: bytes) -> list[str]:
        order = ["build", str(NOTICE), "--to", "text,html", "-q", "-o", str(shelf)]
        return [] if 0 == run(order) else ["not built"]

    slow = replace(INSIDE, validate=build_meanwhile)
    assert 0 == proved(shelf, monkeypatch, slow)
    assert [] == recorded(shelf)
    names = json.loads((shelf / "notice.proof.json").read_text("utf-8"))["artifacts"]
    assert ["notice.txt", "notice.html"] == [one["name"] for one in names]


def test_a_proof_on_a_shelf_that_takes_no_files_says_so_and_goes_on(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def forbidden(name: str, *_: object) -> None:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr("os.mkdir", forbidden)
    mended = replace(INSIDE, validate=CONTENT.validate)

    assert 0 == proved(shelf, monkeypatch, mended, full=False)
    told = capsys.readouterr()
    assert f"warning[U010]: cannot write to {shelf}: permission denied" in told.err
    assert "accepted by Inside 7.0" in told.out
    assert [] == recorded(shelf)


def test_a_file_that_the_record_does_not_name_is_put_before_judges_too(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["build", str(NOTICE), "--to", "html", "-q", "-o", str(shelf)])

    assert 6 == proved(shelf, monkeypatch, INSIDE, full=False)
    told = capsys.readouterr().err
    assert "A023" in told
    assert "Inside does not accept notice.txt: a fault" in told
    assert [] == recorded(shelf)


def test_what_a_judge_says_instead_of_an_answer_is_told_in_a_line(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 6 == proved(shelf, monkeypatch, BROKEN)
    assert (
        "Broken does not accept notice.txt: no answer: error: no display" in capsys.readouterr().err
    )


def test_a_file_that_brings_a_library_down_leaves_the_proof_standing() -> None:
    brackets = b"%PDF-1.7\n1 0 obj\n" + b"[" * 500_000
    with suppress(NoAnswerError):
        assert asked("pdf_oxide", brackets, "PDF/A-3a")


def test_a_library_that_fails_says_why_in_a_line() -> None:
    with pytest.raises(NoAnswerError, match=r"^\w*Error: [^\n]*takes 2 positional arguments"):
        asked("page_validation", b"", "3a", "one too many")


def test_a_file_that_says_something_else_is_not_put_before_judges(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = shelf / "notice.txt"
    file.write_bytes(file.read_bytes().replace("休息".encode(), "營業".encode()))
    assert 6 == proved(shelf, monkeypatch, STRICT)
    assert "Strict" not in capsys.readouterr().err


def test_every_format_that_has_a_library_for_a_judge_is_judged_at_every_proof() -> None:
    inside = {name for one in VALIDATORS if one.inside for name in one.writers}
    assert {"pdf", "print", "docx"} == inside


@pytest.mark.parametrize(
    ("said", "code", "faults"),
    [
        ("PASS document.pdf 3a", 0, []),
        ("FAIL document.pdf 3a", 1, ["FAIL document.pdf 3a"]),
        ("", 7, ["it ended with 7"]),
    ],
)
def test_what_verapdf_says_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, code: int, faults: list[str]
) -> None:
    script = tmp_path / "verapdf"
    script.write_text(f'#!/bin/sh\n[ -z "{said}" ] || echo "{said}"\nexit {code}\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    program.cache_clear()

    assert faults == verapdf.validate(b"%PDF", "3a")
    program.cache_clear()


def test_a_judge_whose_answer_cannot_be_read_has_not_accepted(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 6 == proved(shelf, monkeypatch, SPEECHLESS)
    assert "Speechless does not accept notice.txt: no answer" in capsys.readouterr().err


def test_a_program_that_hangs_takes_with_it_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "PATIENCE", 0.3)
    started = tmp_path / "started"
    with pytest.raises(subprocess.TimeoutExpired):
        tool.run(program("sh"), "-c", f"sleep 600 & echo $! > {started}; wait")

    state = Path("/proc", started.read_text().strip(), "stat")
    for _ in range(500):  # the system takes a moment
        if not state.exists() or ") Z" in state.read_text():
            break
        sleep(0.01)
    else:
        pytest.fail("it still runs")
