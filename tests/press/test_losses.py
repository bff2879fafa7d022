"""A house decides what a loss means to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pressroom.cli.app import run
from pressroom.diagnostics import Severity
from pressroom.house.tokens import Losses, Weight
from pressroom.press.losses import weigh_losses
from pressroom.testing.sample import every_node
from pressroom.writers.contract import LedgerEntry, Outcome

ROOT = Path(__file__).parents[2]
LEDGER = (
    LedgerEntry("e1-b1", "body", Outcome.EXACT, "", None),
    LedgerEntry("e1-b2", "dots", Outcome.DEGRADED, "it has no dots", None),
    LedgerEntry(
        "e1-b3", "dots", Outcome.DEGRADED, "it has no dots", every_node().editions[0].blocks[0].span
    ),
    LedgerEntry("e1-b4", "ruby", Outcome.DROPPED, "it has no ruby", None),
)


def weighed(losses: Losses) -> list[tuple[str, str]]:
    release = every_node()
    release = replace(release, house=replace(release.house, losses=losses))
    return [(f.severity.value, f.message) for f in weigh_losses("wire", LEDGER, release)]


def test_what_is_degraded_passes_and_what_is_dropped_stops_unless_the_house_says_otherwise() -> (
    None
):
    assert [("error", "ruby is dropped in wire: it has no ruby")] == weighed(Losses())


def test_a_house_may_weigh_all_losses_otherwise() -> None:
    assert [
        ("warning", "dots is degraded in wire, 2 times: it has no dots"),
        ("advice", "ruby is dropped in wire: it has no ruby"),
    ] == weighed(Losses(degraded=Weight.WARNING, dropped=Weight.ADVICE))


def test_a_feature_of_one_format_may_weigh_otherwise_than_all() -> None:
    formats = (
        ("wire", (("dots", Weight.ERROR), ("ruby", Weight.OFF))),
        ("docx", (("dots", Weight.OFF),)),
    )
    assert [("error", "dots is degraded in wire, 2 times: it has no dots")] == weighed(
        Losses(formats=formats)
    )


def house(folder: Path, losses: str) -> None:
    plain = (ROOT / "styles" / "plain" / "style.yaml").read_text("utf-8")
    (folder / "styles" / "strict").mkdir(parents=True)
    (folder / "styles" / "strict" / "style.yaml").write_text(
        plain[: plain.index("losses:")] + losses, "utf-8"
    )
    logo = (ROOT / "styles" / "plain" / "logo.svg").read_bytes()
    (folder / "styles" / "strict" / "logo.svg").write_bytes(logo)


def built(folder: Path, monkeypatch: pytest.MonkeyPatch, losses: str) -> int:
    house(folder, losses)
    (folder / "a.md").write_text(
        "---\nid: a\ndate: 2026-01-05\nhouse: strict\n---\n\n::: {.edition lang=en-HK}\n\n# Head\n\n"
        'A [word]{ruby="reading"} and **another**.\n\n:::\n'
    )
    monkeypatch.chdir(folder)
    return run(["build", "a.md", "--to", "text"])


def test_a_release_is_not_built_in_a_format_that_drops_some_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 5 == built(tmp_path, monkeypatch, "")
    shown = capsys.readouterr().err
    assert "error[A150]: ruby is dropped in text" in shown
    assert "a.md:11:" in shown
    assert "losses: {formats: {text: {ruby: off}}}" in shown
    assert not (tmp_path / "output").exists()


def test_a_house_that_wants_to_know_of_losses_is_told_and_gets_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    losses = "losses: {degraded: warning, formats: {text: {ruby: off}}}\n"
    assert 0 == built(tmp_path, monkeypatch, losses)
    assert f"{Severity.WARNING.value}[A150]: strong is degraded in text" in capsys.readouterr().err
    assert (tmp_path / "output" / "a.txt").exists()


@pytest.mark.parametrize(
    ("losses", "says"),
    [
        ("losses: {formats: {text: {rubby: off}}}", "ruby"),
        ("losses: {formats: {text: {ruby: never}}}", "never"),
        ("losses: {lost: off}", "lost"),
        ("losses: {formats: {../text: {ruby: off}}}", "name of a format"),
    ],
)
def test_what_a_house_says_of_losses_is_read_strictly(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    losses: str,
    says: str,
) -> None:
    assert 4 == built(tmp_path, monkeypatch, losses)
    assert says in capsys.readouterr().err
