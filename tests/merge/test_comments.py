"""Threads of comments in the source, and out of it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from merge.conftest import SPECIMEN, Press
from merge.desk import OFFICE, W14, W15, edit, new_paragraph, run, with_parts
from merge.editing import Element, W, q
from pressroom.cli.app import run as run_command
from pressroom.diagnostics import Report
from pressroom.edition.projection import said
from pressroom.edition.resolve import resolve
from pressroom.merge.comments import known_in, placed, written
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import Comment, read_return
from pressroom.merge.splices import spliced
from pressroom.place import SourceFile
from pressroom.source.parse import parse

Said = tuple[str, str, str, bool]
"""Author, text, number of the comment that is answered or "", whether it is settled."""


def with_comments(docx: bytes, at: str, *comments: Said) -> bytes:
    """Put a thread of comments at the run with a text, as Word does."""
    bodies = "".join(
        f'<w:comment w:id="{n}" w:author="{author}" w:date="2026-05-0{n + 1}T09:00:00Z">'
        f'<w:p w14:paraId="0000000{n}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
        for n, (author, text, _, _) in enumerate(comments)
    )
    entries = "".join(
        f'<w15:commentEx w15:paraId="0000000{n}" w15:done="{int(done)}"'
        + (f' w15:paraIdParent="0000000{parent}"/>' if parent else "/>")
        for n, (_, _, parent, done) in enumerate(comments)
    )
    parts = {
        "word/comments.xml": f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{bodies}</w:comments>',
        "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{W15}">{entries}</w15:commentsEx>',
    }
    kinds = {
        "comments.xml": f"{OFFICE}/comments",
        "commentsExtended.xml": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    }

    def anchor(root: Element) -> None:
        place = run(root, at)
        for n in range(len(comments)):
            reference = place.makeelement(q("r"), {})
            reference.append(reference.makeelement(q("commentReference"), {q("id"): str(n)}))
            place.addnext(reference)

    return with_parts(edit(docx, anchor), {k: v.encode() for k, v in parts.items()}, kinds)


def merged(press: Press, docx: bytes, current: str | None = None) -> Merged:
    returned = read_return("return.docx", docx)
    return merge(press.text, current or press.text, returned, press.read)


PLACE = "next working day."


def test_a_reply_stands_behind_what_it_answers_and_says_so(notice: Press) -> None:
    thread = ("Lee", "which day?", "", False), ("Wong", "Monday -- sure", "0", False)
    result = merged(notice, with_comments(notice.docx(notice.text), "office of", *thread))

    marks = " <!-- @Lee 2026-05-01: which day? --> <!-- @Wong -> @Lee 2026-05-02: Monday - sure -->"
    assert notice.text.replace(PLACE, PLACE + marks) == result.source


def test_a_settled_thread_is_told_and_not_written(notice: Press) -> None:
    thread = ("Lee", "which day?", "", True), ("Wong", "Monday", "0", False)
    result = merged(notice, with_comments(notice.docx(notice.text), "office of", *thread))

    assert notice.text == result.source
    assert ["which day?", "Monday"] == [comment.text for comment in result.settled]


def test_threads_of_two_editors_stand_in_the_same_order_whoever_comes_first(
    notice: Press,
) -> None:
    sent = notice.docx(notice.text)
    one = with_comments(sent, "office of", ("Lee", "b", "", False), ("Wong", "c", "0", False))
    other = with_comments(sent, "office of", ("Chan", "a", "", False))
    first = merged(notice, other, merged(notice, one).source).source

    assert first == merged(notice, one, merged(notice, other).source).source
    assert first == merged(notice, one, first).source


def test_a_comment_stays_at_its_block_though_another_one_is_new_before_it(notice: Press) -> None:
    docx = with_comments(notice.docx(notice.text), "This notice", ("Lee", "which?", "", False))
    new = new_paragraph("will be closed", "A new paragraph.", "This notice")
    result = merged(notice, edit(docx, new))

    assert "are invented. <!-- @Lee 2026-05-01: which? -->" in result.source


def test_a_comment_at_a_block_that_is_gone_is_told(notice: Press) -> None:
    docx = with_comments(notice.docx(notice.text), "This notice", ("Lee", "which?", "", False))
    line = next(one for one in notice.text.splitlines() if one.startswith("This notice"))
    result = merged(notice, docx, notice.text.replace(f"{line}\n\n", ""))

    assert ["which?"] == [comment.text for comment in result.unplaced]


def test_a_comment_at_a_picture_stands_in_its_caption(specimen: Press) -> None:
    def to_picture(root: Element) -> None:
        reference = next(root.iter(q("commentReference"))).getparent()
        next(root.iter(q("drawing"))).getparent().addnext(reference)

    docx = with_comments(specimen.docx(specimen.text), "Sedatives", ("Lee", "this?", "", False))
    result = merged(specimen, edit(docx, to_picture))

    line = next(one for one in result.source.splitlines() if "@Lee" in one)
    assert line.startswith("![Falls at night")
    assert specimen.text == result.source.replace(" <!-- @Lee 2026-05-01: this? -->", "")


def test_of_comments_that_read_the_same_a_source_holds_as_many_as_stand_in_it() -> None:
    comments = [Comment("Lee", "2026-05-01", "sure?", label) for label in ("a", "b")]
    mark = written(comments[0])

    assert [[], comments[:1], comments] == [
        known_in(source, comments) for source in ("", mark, f"{mark} and {mark}")
    ]


def test_settling_leaves_every_other_byte(
    tmp_path: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = ("Lee", "which day?", "", False), ("Wong", "Monday", "0", False)
    source = tmp_path / "notice.md"
    own = notice.text.replace("# Harbour", "<!-- ours: keep -->\n\n# Harbour").encode("utf-8-sig")
    source.write_bytes(own)
    returned = tmp_path / "return.docx"
    docx = notice.docx(own.decode("utf-8-sig"))
    returned.write_bytes(with_comments(docx, "office of", *thread))

    assert 0 == run_command(["merge", str(source), str(returned), "-o", str(source)])
    line = next(n for n, t in enumerate(source.read_text().split("\n"), 1) if "@Lee" in t)
    assert 0 == run_command(["settle", str(source), "--line", str(line + 1)])
    assert b"@Lee" in source.read_bytes()
    assert 0 == run_command(["settle", str(source)])
    assert own == source.read_bytes()
    assert f"notice.md:{line} <!-- @Lee" in capsys.readouterr().out


def test_a_comment_at_any_block_reaches_no_format_and_stops_no_build(
    tmp_path: Path, specimen: Press
) -> None:
    blocks = [unit for unit in specimen.read(specimen.text) or () if unit.text not in {"", "###"}]
    comments = [Comment("Lee", "2026-03-04", f"{n}", one.label) for n, one in enumerate(blocks)]
    homes = {one.label: one for one in blocks}
    cuts, unplaced = placed(specimen.text, comments, (), homes, specimen.read)
    text = spliced(specimen.text, cuts) or ""
    source = tmp_path / "specimen.md"
    source.write_text(text, "utf-8")
    for beside in SPECIMEN.parent.glob("c*.*g"):
        (tmp_path / beside.name).write_bytes(beside.read_bytes())

    assert (len(blocks), []) == (text.count("<!-- @Lee"), unplaced)
    assert heard(specimen, specimen.text) == heard(specimen, text)
    assert 0 == run_command(["build", str(source), "-q", "-o", str(tmp_path / "output")])


def heard(press: Press, text: str) -> list[tuple[object, ...]]:
    """Return what each edition of a source says, without the places."""
    release = parse(SourceFile("", text), Report())
    assert release
    resolved = resolve(release, press.reading.house, press.reading.folder, Report())
    pieces = [piece for edition in resolved.editions for piece in said(edition)]
    return [(one.kind, one.text, one.identifier, one.traits) for one in pieces]


def test_standard_input_cannot_be_settled() -> None:
    assert 2 == run_command(["settle", "-"])
