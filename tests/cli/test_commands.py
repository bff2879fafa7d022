"""The commands as a user types them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cli.conftest import NOTICE
from pressroom.cli import app
from pressroom.cli.app import run


def test_build_makes_what_is_asked_for_and_a_record(shelf: Path) -> None:
    names = sorted(path.name for path in shelf.iterdir())

    made = ["notice.docx", "notice.epub", "notice.html"]
    kept = ["notice.proof.html", "notice.proof.json", "notice.sent.json"]
    assert [*made, *kept, "notice.txt"] == names


def test_build_tells_what_it_made_and_is_quiet_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["build", str(NOTICE), "--to", "text", "-o", str(tmp_path)])
    assert "notice.txt" in capsys.readouterr().out
    assert 0 == run(["build", str(NOTICE), "--to", "text", "-q", "-o", str(tmp_path)])
    assert ("", "") == capsys.readouterr()


def test_verbose_names_each_kind_of_loss_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "a.md"
    source.write_text(NOTICE.read_text().replace("Enquiries that", "**Enquiries** that"))

    assert 0 == run(["build", str(source), "--to", "text", "-v", "-o", str(tmp_path)])
    assert 1 == capsys.readouterr().out.count("degraded: strong: ")


def test_one_edition_can_be_built_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lack = "zh-Hant-HK only: en-HK is not in these files"
    assert 0 == run(
        ["build", str(NOTICE), "--to", "text", "--edition", "zh-Hant-HK", "-o", str(tmp_path)]
    )
    text = (tmp_path / "notice.txt").read_text()

    assert text.startswith("=== zh-Hant-HK ===")
    assert "en-HK" not in text
    assert lack in capsys.readouterr().out
    assert 0 == run(["proof", str(NOTICE), "-o", str(tmp_path)])
    assert f"warning[A025]: {lack}" in capsys.readouterr().err
    assert 0 == run(["build", str(NOTICE), "--to", "text", "-o", str(tmp_path)])
    assert 0 == run(["proof", str(NOTICE), "-o", str(tmp_path)])
    told = capsys.readouterr()
    assert "not in these files" not in told.out + told.err


def test_an_edition_that_is_not_there_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["build", str(NOTICE), "--edition", "ja", "-o", str(tmp_path)])
    assert "en-HK, zh-Hant-HK" in capsys.readouterr().err


def test_another_house_can_be_asked_for(tmp_path: Path) -> None:
    order = ["build", str(NOTICE), "--to", "html", "--house", "journal", "-o", str(tmp_path)]

    assert 0 == run(order)
    assert "journal" == json.loads((tmp_path / "notice.proof.json").read_text())["release"]["house"]


def test_a_source_can_come_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NOTICE.read_bytes())))

    assert 0 == run(["build", "-", "--to", "text", "-o", str(tmp_path)])
    assert (tmp_path / "notice.txt").exists()


def test_one_bad_source_does_not_keep_the_others_from_being_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text("nothing of a release")
    order = ["build", str(bad), str(NOTICE), "--to", "text", "-o", str(tmp_path / "output")]

    assert 3 == run(order)
    assert (tmp_path / "output" / "notice.txt").exists()
    assert "bad.md:1:1" in capsys.readouterr().err


def test_two_sources_of_one_id_do_not_overwrite_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.md"
    other.write_bytes(NOTICE.read_bytes())
    order = ["build", str(NOTICE), str(other), "--to", "text", "-o", str(tmp_path / "output")]

    assert 2 == run(order)
    assert "notice" in capsys.readouterr().err


def test_files_for_the_public_are_refused_before_the_embargo_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "soon.md"
    text = NOTICE.read_text()
    source.write_text(
        text.replace(
            "date: 2026-05-18", "date: 2026-05-18\nembargo: 2099-05-18T00:01 Asia/Hong_Kong"
        )
    )
    order = ["build", str(source), "--to", "text", "-o", str(tmp_path / "output")]

    assert 2 == run([*order, "--public"])
    assert "2099-05-18 00:01 Asia/Hong_Kong" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()
    assert 0 == run(order)


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [("draft", 2, "is a draft"), ("withdrawn", 2, "was withdrawn"), ("final", 0, "")],
)
def test_only_a_final_release_is_for_the_public(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], status: str, code: int, said: str
) -> None:
    source = tmp_path / "a.md"
    source.write_text(NOTICE.read_text().replace("house:", f"status: {status}\nhouse:"))

    order = ["build", str(source), "--to", "text", "--public", "-o", str(tmp_path / "output")]

    assert code == run(order)
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--public"], "rule each other out"),
        (["--to", "epub,pdf"], "--review locks the recording of changes in the DOCX"),
    ],
)
def test_a_file_for_review_is_a_docx_and_not_for_the_public(
    capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert 2 == run(["build", str(NOTICE), "--review", *options])
    assert said in capsys.readouterr().err


def test_a_redline_appears_beside_the_later_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = tmp_path / "later.md"
    later.write_text(NOTICE.read_text("utf-8").replace("will be closed", "is closed"), "utf-8")

    assert 0 == run(["redline", str(NOTICE), str(later), "--author", "Lee"])
    assert "later.redline.docx  2 recorded changes" in capsys.readouterr().out
    assert {"later.md", "later.redline.docx"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("head", "warned"),
    [
        ("id: notice", 0),
        ("id: notice-2", 1),
        ("id: notice-2\nsupersedes: notice", 0),
        ("id: notice-2\nsupersedes: notice-1", 1),
    ],
)
def test_a_redline_of_two_releases_is_told_unless_one_supersedes_the_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str, warned: int
) -> None:
    later = tmp_path / "later.md"
    later.write_text(NOTICE.read_text("utf-8").replace("id: notice", head), "utf-8")

    assert 0 == run(["redline", str(NOTICE), str(later)])
    assert warned == capsys.readouterr().err.count("warning[U019]")


def test_an_author_whose_name_no_file_can_hold_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 2 == run(["redline", str(NOTICE), str(NOTICE), "--author", "Lee\x01"])
    assert "error[U018]" in capsys.readouterr().err


def test_a_public_docx_does_not_carry_the_source(tmp_path: Path, shelf: Path) -> None:
    assert 0 == run(["build", str(NOTICE), "--to", "docx", "--public", "-o", str(tmp_path)])

    editors = zipfile.ZipFile(shelf / "notice.docx").namelist()
    public = zipfile.ZipFile(tmp_path / "notice.docx").namelist()
    assert any(name.startswith("customXml/") for name in editors)
    assert not any(name.startswith("customXml/") for name in public)


def test_a_new_source_can_be_built_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert 0 == run(["new", "my-release"])
    assert 0 == run(["check", "my-release.md"])
    assert "" == capsys.readouterr().err
    assert 0 == run(["build", "my-release.md", "--to", "text"])
    assert 2 == run(["new", "my-release"])
    assert "there already" in capsys.readouterr().err


def test_new_refuses_an_id_that_names_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["new", "../etc"])
    assert "identifier" in capsys.readouterr().err


def test_fonts_houses_and_writers_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["fonts"])
    assert 0 == run(["houses"])
    assert 0 == run(["writers"])
    shown = capsys.readouterr().out

    assert "Noto Serif CJK HK regular" in shown
    assert "journal" in shown
    assert "application/epub+zip" in shown


def test_an_unknown_command_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["bulid"])
    assert "bulid" in capsys.readouterr().err


def test_a_command_that_is_almost_one_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["biuld", "a.md"])
    assert "Did you mean 'build'?" in capsys.readouterr().err
    assert 2 == run(["xyzzy"])
    assert "Did you mean" not in capsys.readouterr().err


def test_each_command_says_in_one_line_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["--help"])
    shown = capsys.readouterr().out
    assert "..." not in shown.partition("Commands:")[2]


def test_a_new_release_gives_no_finding_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert 0 == run(["new", "a", "-o", "新 a.md"])
    assert 0 == run(["build", "新 a.md", "--to", "text"])
    assert 0 == run(["check", "新 a.md"])
    told = capsys.readouterr()
    assert "" == told.err
    assert "pressroom build '新 a.md'\n" in told.out


def test_help_is_given_and_loads_none_of_the_heavy_libraries() -> None:
    script = (
        "import sys; from pressroom.cli.app import run; code = run(['--help']);"
        "heavy = {'weasyprint', 'docx', 'ebooklib', 'lxml', 'fontTools', 'uharfbuzz', 'pikepdf', 'PIL'};"
        "sys.exit(code or ', '.join(sorted(heavy & sys.modules.keys())) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert "" == done.stderr
    assert "build" in done.stdout
    assert 0 == done.returncode


def test_a_bug_is_shown_as_one_and_its_traceback_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(**_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app, "program", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert 70 == run([])
    (kept,) = tmp_path.iterdir()
    assert "ZeroDivisionError" in kept.read_text()
    shown = capsys.readouterr().err
    assert str(kept) in shown
    assert "Traceback" not in shown


def test_a_killed_build_leaves_the_former_files_whole(tmp_path: Path) -> None:
    (tmp_path / "notice.pdf").write_bytes(b"the former file")
    build = subprocess.Popen(
        [sys.executable, "-m", "pressroom", "build", str(NOTICE), "-o", str(tmp_path)]
    )
    with pytest.raises(subprocess.TimeoutExpired):
        build.wait(0.3)
    build.terminate()

    assert build.wait(20) in {128 + 15, -15}  # told, or before the program was up
    assert ["notice.pdf"] == [path.name for path in tmp_path.iterdir()]
    assert b"the former file" == (tmp_path / "notice.pdf").read_bytes()
