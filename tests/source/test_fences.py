import pytest

from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.source.fences import split


def parted(text: str) -> tuple[str, str] | str:
    report = Report()
    file = SourceFile("a.md", text)
    parts = split(file, report)
    if parts:
        return file.slice(parts.front_matter), text[parts.body :]
    (finding,) = report
    return finding.code


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_stands_between_two_lines_of_hyphens(end: str) -> None:
    text = end.join(["---", "id: a", "--- ", "", "body", "---", "more"])
    assert parted(text) == (f"id: a{end}", end.join(["", "body", "---", "more"]))


def test_hyphens_inside_a_line_close_nothing() -> None:
    assert parted("---\na: x\n ---\n----\n---x\n---\nbody") == ("a: x\n ---\n----\n---x\n", "body")


def test_front_matter_may_be_empty_and_the_file_may_end_with_it() -> None:
    assert parted("---\n---") == ("", "")


@pytest.mark.parametrize(
    "text", ["id: a\n---\n", "\n---\nid: a\n---\n", " ---\n---\n", "----\n---\n", "---"]
)
def test_a_file_must_begin_with_front_matter(text: str) -> None:
    assert parted(text) == "P010"


@pytest.mark.parametrize("text", ["---\nid: a\n", "---\nid: a\n --- \n", "---\r\n"])
def test_front_matter_must_be_closed(text: str) -> None:
    assert parted(text) == "P011"
