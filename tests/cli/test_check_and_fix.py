import json
import shutil
from pathlib import Path

import pytest

from pressroom.cli.app import run

NOTICE = Path(__file__).parents[2] / "releases" / "notice.md"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "notice.md"
    text = NOTICE.read_text(encoding="utf-8")
    path.write_text(text.replace("樣本，", "樣本,").replace("25 May", "26 May"), encoding="utf-8")
    return path


def test_a_clean_release_has_no_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(["check", str(NOTICE)])
    assert ("", "") == capsys.readouterr()


def test_a_finding_is_shown_with_both_places(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == run(["check", str(faulty)])
    shown = capsys.readouterr().err
    assert "error[T201]: a western , in a Chinese sentence" in shown
    assert "error[B101]" in shown
    assert shown.count("--> ") == 3


@pytest.mark.parametrize("held", [None, b"no picture"])
def test_a_picture_that_cannot_be_set_is_found_as_build_finds_it(
    held: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "notice.md"
    figure = '\n\n![A view](view.png){alt="A wall"}\n\nEnquiries that'
    source.write_text(NOTICE.read_text("utf-8").replace("Enquiries that", figure), "utf-8")
    if held:
        (tmp_path / "view.png").write_bytes(held)
    fault = "error[I006]: the picture view.png is no PNG" if held else "error[I001]: there is no"

    assert 1 == run(["check", str(source)])
    assert fault in capsys.readouterr().err
    assert 3 == run(["build", str(source), "--to", "text", "-o", str(tmp_path)])
    assert fault in capsys.readouterr().err


def test_findings_are_written_for_programs(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", "--format", "json", str(faulty)])
    found = {one["code"]: one for one in json.loads(capsys.readouterr().out)}
    assert ("，", True) == (found["T201"]["fix"]["text"], found["T201"]["fix"]["safe"])
    run(["check", "--format", "sarif", str(faulty)])
    (sarif,) = json.loads(capsys.readouterr().out)["runs"]
    results = {one["ruleId"]: one for one in sarif["results"]}
    assert results["B101"]["relatedLocations"]
    (change,) = results["T201"]["fixes"][0]["artifactChanges"]
    assert "，" == change["replacements"][0]["insertedContent"]["text"]
    run(["check", "--format", "github", str(faulty)])
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("::error file=") for line in lines)


def test_fix_repairs_what_is_certain_once(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = faulty.read_text(encoding="utf-8").replace("樣本,", "樣本，")
    assert 0 == run(["fix", str(faulty)])
    assert "T201 ',' -> '，'" in capsys.readouterr().out
    assert wanted == faulty.read_text(encoding="utf-8")
    before = faulty.stat().st_mtime_ns
    run(["fix", str(faulty)])
    assert before == faulty.stat().st_mtime_ns


def test_a_house_may_switch_a_check_and_its_repair_off(
    faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    styles = NOTICE.parents[1] / "styles"
    shutil.copytree(styles / "plain", tmp_path / "styles" / "mild")
    style = tmp_path / "styles" / "mild" / "style.yaml"
    text = style.read_text(encoding="utf-8")
    style.write_text(text + "\nseverities: {T201: off, B101: advice}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert 0 == run(["check", "--house", "mild", str(faulty)])
    before = faulty.read_text(encoding="utf-8")
    assert 0 == run(["fix", "--house", "mild", str(faulty)])
    assert before == faulty.read_text(encoding="utf-8")


def test_a_build_stops_at_an_error(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 3 == run(["build", str(faulty), "--to", "text", "-o", str(faulty.parent / "out")])
    assert "B101" in capsys.readouterr().err
    assert not (faulty.parent / "out").exists()


def test_a_source_that_cannot_be_parsed_is_shown_and_ends_with_its_code(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("no front matter", encoding="utf-8")
    assert 3 == run(["check", str(path)])
    assert 3 == run(["fix", str(path)])
    assert "no front matter" == path.read_text(encoding="utf-8")
