import pytest
from hypothesis import given
from hypothesis import strategies as st

from measure.effort import calls
from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.source.reading import LARGEST, MOST_LINES, MOST_REPORTED, read_source


def read(data: bytes) -> tuple[SourceFile | None, Report]:
    report = Report()
    return read_source("a.md", data, report), report


def refused(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    file, report = read(data)
    assert file is None
    (finding,) = report
    return finding.code, finding.message, finding.hints


def test_text_and_line_ends_are_kept_as_they_are() -> None:
    file, report = read("甲\r\n乙\r丙\n\ud83d".encode("utf-8", "ignore"))
    assert file == SourceFile("a.md", "甲\r\n乙\r丙\n")
    assert not report.findings


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read(b"\xef\xbb\xbf---\n")[0] == SourceFile("a.md", "---\n")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refused(data)[:2] == ("P001", "the file is empty")


def test_a_line_of_fifty_megabytes_is_refused_unread() -> None:
    data = b"x" * 50_000_000
    assert refused(data)[:2] == ("P002", "the file is larger than 1 MiB")
    assert calls(lambda: refused(data)) < 50


def test_the_largest_file_is_read() -> None:
    assert read(b"x" * LARGEST)[0]
    assert not read(b"x" * (LARGEST + 1))[0]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"PK\x03\x04", "a Word file or another ZIP"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"<!DOCTYPE html>", "a web page"),
        (b"\xef\xbb\xbf\r\n <!doctype HTML>", "a web page"),
        (b"<HTML lang=en>", "a web page"),
        (b"<?xml version='1.0'?>", "an XML file"),
        (b"{\\rtf1", "an RTF file"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
@pytest.mark.parametrize("rest", [b"\xe2\xe3" + bytes(200), bytes(200), b" text"])
def test_what_is_no_source_is_named(start: bytes, kind: str, rest: bytes) -> None:
    assert ("P006", f"the file is {kind}, no source") == refused(start + rest)[:2]


@pytest.mark.parametrize(
    ("encoding", "guess"),
    [
        ("big5hkscs", "Big5"),
        ("gb18030", "GB 18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_another_encoding_is_guessed_from_the_bytes(encoding: str, guess: str) -> None:
    text = "---\nid: a\n---\n\n醫院今日公布，手術成功。\n病人穩定，下星期可以出院。\n"
    code, _, hints = refused(text.encode(encoding))
    assert (code, hints) == ("P003", (f"the bytes look like {guess}: save it as UTF-8",))


def test_the_first_byte_that_is_not_utf8_is_named_with_its_line() -> None:
    file, report = read("甲\n乙caf".encode() + b"\xe9 x\n")
    assert file is None
    (finding,) = report
    assert finding.message == "the file is not UTF-8: byte e9 at offset 10, line 2"
    assert finding.place
    at = finding.place.file.position(finding.place.span.start)
    assert (at.line, at.column) == (2, 5)
    assert finding.hints == ("the bytes look like Windows-1252: save it as UTF-8",)


def test_every_control_character_is_shown_where_it_stands() -> None:
    file, report = read(b"a\x00b\n\x1bc\n")
    assert file is None
    assert [(f.code, f.message.split(" in ")[0]) for f in report] == [
        ("P004", "U+0000 NULL"),
        ("P004", "U+001B ESCAPE"),
    ]
    assert [f.place.span.start for f in report if f.place] == [1, 4]


def test_a_file_of_more_lines_than_any_release_has_is_refused() -> None:
    assert refused(b"a\n" * (MOST_LINES + 1))[0] == "P002"


def test_a_file_full_of_controls_is_not_reported_byte_by_byte() -> None:
    _, report = read(b"\x00" * 100_000)
    assert len(report.findings) == MOST_REPORTED + 1
    assert report.findings[-1].message == f"{100_000 - MOST_REPORTED} more such characters"


def test_a_character_that_reorders_the_line_is_refused() -> None:
    file, report = read("價\u202e錢\n".encode())
    assert not file
    assert [f.code for f in report] == ["P005"]


@given(st.binary(max_size=200))
def test_no_bytes_raise_and_what_is_refused_says_why(data: bytes) -> None:
    file, report = read(data)
    assert (file is None) == report.failed
    assert all(f.place and f.place.span.end <= len(f.place.file.text) + 1 for f in report)
