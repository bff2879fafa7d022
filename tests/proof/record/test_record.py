from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pressroom.model.release import PENDING, Approval, Release
from pressroom.proof.compare import compare
from pressroom.proof.preflight.report import Aim, Face, Heaviest, Preflight, Sheet
from pressroom.proof.preflight.report import Picture as Placed
from pressroom.proof.record import (
    Picture,
    Proved,
    Record,
    changes,
    read_record,
    record,
    record_page,
    sha256,
    write_record,
)
from pressroom.proof.record.form import Font, Judgement
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.text import TextWriter
from pressroom.writers.xhtml.parse import html_tree
from pressroom.writers.xhtml.tree import words

RESOLVED = every_node()
PICTURES = (Picture("view.png", "c0ffee"),)
NAME = f"{RESOLVED.stem}.txt"
HOSTILE = '</title><script>alert(1)</script> & "so"\x00'


def proved() -> Proved:
    writer = TextWriter()
    written = writer.write(RESOLVED, World(fonts={}))
    heard = writer.read_back(written.artifact.data)
    verdict = compare(written.artifact.name, RESOLVED, written.ledger, heard, writer.abilities)
    return Proved("text", written.artifact, written.ledger, verdict)


def made(*approvals: Approval) -> Record:
    release = Release(
        RESOLVED.source, "sample-1", date(2026, 3, 1), "house", (), approvals=approvals
    )
    return record(release, RESOLVED, [proved()], {}, (), PICTURES, public=True)


def shown(one: Record) -> str:
    return words(html_tree(record_page(one, ()), "the page"))


def test_a_record_says_what_was_made_and_that_it_is_equal() -> None:
    one = made()

    (artifact,) = one.artifacts
    assert NAME == artifact.name
    assert sha256(proved().artifact.data) == artifact.sha256
    assert artifact.says.equal
    assert artifact.says.characters > 1000
    assert sha256(RESOLVED.source.text.encode()) == one.source.sha256


def test_a_record_lists_every_loss_with_its_place_and_reason() -> None:
    losses = made().artifacts[0].ledger.losses

    ruby = [loss for loss in losses if loss.feature == "ruby"]
    assert ruby
    assert all(loss.outcome == "dropped" and loss.reason and loss.line for loss in ruby)
    assert not [loss for loss in losses if loss.outcome == "exact"]


def test_a_record_is_the_same_every_time() -> None:
    assert write_record(made()) == write_record(made())
    assert record_page(made(), ()) == record_page(made(), ())


def test_a_record_can_be_read_again() -> None:
    judged = replace(made(), validators=(Judgement("Judge", None, "a.pdf", "absent", ()),))

    assert judged == read_record(write_record(judged))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format": 3', '"format": 1'),
        ('"format": 3', '"format": 3, "more": 2'),
        (f'"name": "{NAME}"', f'"name": "../{NAME}"'),
        ('"equal": true', '"equal": 1'),
        ('"approvals": []', '"approvals": {}'),
        ('"python"', '"snake"'),
        ('"issued": "2026-03-01T00:00:00+00:00"', '"issued": "2026-03-01T00:00:00"'),
        ('"issued": "2026-03-01T00:00:00+00:00"', '"issued": "9999-12-31T23:00:00+00:00"'),
    ],
)
def test_what_is_nearly_a_record_is_refused(old: str, new: str) -> None:
    data = write_record(made())
    assert old.encode() in data
    with pytest.raises(ValueError, match=r"^it "):
        read_record(data.replace(old.encode(), new.encode()))


def test_a_record_of_a_former_version_is_called_so() -> None:
    with pytest.raises(ValueError, match=r"^it has format 2, those of this version have 3$"):
        read_record(b'{"format": 2, "release": {}}')


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b'{"artifacts": 3}', b"[" * 100_000])
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="it has not the form of a record"):
        read_record(data)


def test_the_page_says_who_approved_what_and_whether_that_is_what_was_made() -> None:
    approval = Approval("Ms Lam", "Editor", date(2026, 3, 2), (("en-HK", "0123456789ab"),))

    page = shown(made(approval))

    assert "Ms LamEditor2026-03-02en-HK 0123456789ab (not the text of these files)" in page
    assert "The source names nobody who approved it." in shown(made())


def test_the_page_does_not_call_an_approval_that_is_awaited_one_of_another_text() -> None:
    approval = Approval("Ms Lam", None, date(2026, 3, 2), (("en-HK", PENDING),))

    assert "2026-03-02en-HK pendingWhat a format" in shown(made(approval))


def test_the_page_gives_instants_in_the_time_of_the_office() -> None:
    one = made()
    embargoed = replace(one, release=replace(one.release, embargo="2026-03-02T16:01:00+00:00"))

    page = shown(embargoed)

    assert "Embargo until2026-03-03 00:01 in Hong Kong (2026-03-02T16:01:00+00:00)" in page


def test_the_page_says_when_a_file_is_not_as_the_source_or_not_accepted() -> None:
    one = made()
    (artifact,) = one.artifacts
    differing = replace(artifact, says=replace(artifact.says, equal=False))
    refused = Judgement("Judge", "3.1", NAME, "failed", ("it is bad",))

    assert "says what the source says, character by character" in shown(one)
    assert f"Not as the source: {NAME}." in shown(replace(one, artifacts=(differing,)))
    assert f"Not accepted: {NAME} (Judge)." in shown(replace(one, validators=(refused,)))
    assert f"{NAME}ValidatorVersionVerdictJudge3.1failedit is bad" in shown(
        replace(one, validators=(refused,))
    )


def test_the_page_says_first_who_accepted_the_files_and_who_was_not_there() -> None:
    passed = Judgement("Judge", "3.1", NAME, "passed", ())
    absent = Judgement("Other", None, NAME, "absent", ("buy one",))

    page = shown(replace(made(), validators=(passed, absent)))

    assert "character by character.Accepted by Judge.Not asked, since not here: Other." in page
    assert "Other" + "not here" + "not asked" + "buy one" in page
    assert "No validator has been asked" in shown(made())


def test_the_page_can_be_held_against_the_texts_that_were_approved() -> None:
    one = made()

    marks = "".join(f"{text.language} {text.mark}" for text in one.texts)
    assert f"Texts and their marks{marks}" in shown(one)


def test_each_sheet_of_the_printed_page_says_of_which_record_it_is() -> None:
    one = made()
    draft = record_page(replace(one, release=replace(one.release, status="draft")), ())

    foot = f"Proof record of sample-1, version 1 (draft), of the source {one.source.sha256[:12]}"
    assert f'@bottom-left {{ content: "{foot}"' in draft.decode()


def test_a_hostile_name_stays_text_on_the_page() -> None:
    hostile = made(Approval(HOSTILE, HOSTILE, date(2026, 3, 2)))
    text = replace(hostile.texts[0], title=HOSTILE)
    page = record_page(replace(hostile, texts=(text, *hostile.texts[1:])), ())

    assert b"<script" not in page
    assert 3 == words(html_tree(page, "the page")).count(HOSTILE.replace("\x00", "\ufffd"))
    assert b"default-src 'none'" in page


def test_the_page_names_the_pictures_of_the_source() -> None:
    assert "view.pngc0ffee" in shown(made())


def test_two_records_of_one_build_have_no_differences() -> None:
    assert () == changes(made(), made())


def test_the_differences_of_two_records_are_named_one_by_one() -> None:
    judged = Judgement("Judge", "1", NAME, "passed", ())
    old = replace(made(Approval("Ms Lam", None, date(2026, 3, 2))), validators=(judged,))
    (artifact,) = old.artifacts
    first, *rest = old.texts
    one, two, *more = first.pieces
    losses = artifact.ledger.losses
    ruby = [loss for loss in losses if loss.feature == "ruby"]
    new = replace(
        made(),
        release=replace(
            old.release, version=2, house="other", public=False, embargo="2026-03-02T16:01:00+00:00"
        ),
        texts=(replace(first, pieces=(replace(one, text="New words"), *more)), *rest[1:]),
        artifacts=(
            replace(
                artifact,
                sha256="0" * 64,
                ledger=replace(artifact.ledger, losses=tuple(ruby[1:])),
            ),
            replace(artifact, name="b.html", writer="html"),
        ),
        fonts=(Font("Noto", bold=False, italic=False, name="Noto-Regular", version="2"),),
        pictures=(Picture("view.png", "bean"), Picture("b.png", "1")),
        program=replace(old.program, libraries=old.program.libraries | {"lxml": "1"}),
        validators=(
            Judgement("Judge", "2", NAME, "failed", ("it is bad",)),
            Judgement("Judge", "2", "b.html", "passed", ()),
        ),
    )

    lines = changes(old, new)

    short = artifact.sha256[:12]
    for line in (
        "version: 1 -> 2",
        f"house: {old.release.house} -> other",
        "made for: the public -> the office",
        "embargo: none -> 2026-03-03 00:01 in Hong Kong (2026-03-02T16:01:00+00:00)",
        f"text en-HK: {one.text!r} -> 'New words'",
        f"text en-HK: taken out: {two.text!r}",
        "edition zh-Hant-HK: taken out",
        "approval by Ms Lam: taken out",
        f"file {NAME}: {short} -> 000000000000",
        f"file b.html: new, {short}",
        f"loss in {NAME}, ruby dropped, {ruby[0].reason}: {len(ruby)} -> {len(ruby) - 1}",
        "picture view.png: c0ffee -> bean",
        "picture b.png: new, 1",
        "font Noto-Regular: new, 2",
        f"version of lxml: {old.program.libraries['lxml']} -> 1",
        "judgement of Judge on text: passed, 1 -> failed, 2, it is bad",
    ):
        assert line in lines
    kinds = {(loss.feature, loss.outcome, loss.reason) for loss in losses}
    assert len(kinds) == sum(line.startswith("loss in ") for line in lines)
    assert not [line for line in lines if "on html" in line]


def test_files_that_only_got_other_names_are_not_taken_for_others() -> None:
    old = replace(made(), validators=(Judgement("Judge", "1", NAME, "passed", ()),))
    (artifact,) = old.artifacts
    new = replace(
        old,
        artifacts=(replace(artifact, name="sample-1.txt"),),
        validators=(Judgement("Judge", "1", "sample-1.txt", "passed", ()),),
    )

    assert (f"file {NAME}: now called sample-1.txt",) == changes(old, new)


def test_of_a_long_text_only_what_differs_is_shown() -> None:
    old = made()
    first, *rest = old.texts
    one, *more = first.pieces
    before = "Nobody fell in the first ward, and 12 people fell in the second ward."

    def saying(text: str) -> Record:
        return replace(old, texts=(replace(first, pieces=(replace(one, text=text), *more)), *rest))

    assert (
        "text en-HK: '…irst ward, and 12 people fell in …' -> '…irst ward, and 11 people fell in …'",
    ) == changes(saying(before), saying(before.replace("12", "11")))


def test_judgements_are_counted_where_one_record_has_none() -> None:
    judged = replace(made(), validators=(Judgement("Judge", "1", NAME, "passed", ()),))

    assert ("judgements of validators: none -> 1",) == changes(made(), judged)


def test_the_preflight_of_a_file_for_the_printer_is_in_the_record_and_on_its_page() -> None:
    one = proved()
    report = Preflight(
        pages=1,
        sheets=(Sheet((210, 297), (230, 317), 3),),
        aim=Aim("FOGRA39", 4),
        plates=("black",),
        heaviest=Heaviest(100, 1, "text", 20, 30),
        ink_limit=300,
        overprint=True,
        transparent=(),
        faces=(Face("Serif", "CIDFontType2", subset=True, embedded=True),),
        pictures=(Placed(1, 300, 200, 150, "DeviceGray"),),
    )
    judged = replace(one, verdict=replace(one.verdict, preflight=report))
    release = Release(RESOLVED.source, "sample-1", date(2026, 3, 1), "house", ())
    kept = record(release, RESOLVED, [judged], {}, (), PICTURES, public=True)

    assert kept == read_record(write_record(kept))
    assert "210 × 297 mm trimmed, 3 mm bleed" in shown(kept)
