"""Whatever is wrong with a source: a clear finding with its place, the right exit code, and the output folder as it was."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pressroom.cli.app import run

FRONT = """\
---
id: bad
date: 2026-01-05
house: plain
---
"""
BODY = """\

::: {.edition lang=en-HK}

# A headline

A paragraph.

:::
"""
SOURCE, HOUSE = 3, 4


@dataclass(frozen=True)
class Bad:
    """A source that cannot be used, and what the user is told."""

    name: str
    make: Callable[[Path], object]
    place: str | None  # line and column, or several beginnings of them
    says: str
    code: int = SOURCE


def text(content: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(content, encoding="utf-8", newline="")


def raw(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def front(line: str) -> Callable[[Path], object]:
    return text(FRONT.replace("house: plain\n", f"house: plain\n{line}\n") + BODY)


def body(paragraph: str) -> Callable[[Path], object]:
    return text(FRONT + BODY.replace("A paragraph.", paragraph))


def with_link_out_of_the_folder(path: Path) -> None:
    outside = path.parent.parent / "outside.png"
    outside.write_bytes(b"\x89PNG\r\n\x1a\n")
    (path.parent / "inside.png").symlink_to(outside)
    body('![x](inside.png){alt="x"}')(path)


def with_a_picture_that_is_none(path: Path) -> None:
    (path.parent / "a.png").write_bytes(b"GIF89a, or so it says")
    body('![x](a.png){alt="x"}')(path)


def with_an_active_picture(path: Path) -> None:
    (path.parent / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'
    )
    body('![x](a.svg){alt="x"}')(path)


BAD = [
    Bad("broken YAML", front("glossary: [{en: x"), "5:12", "closed"),
    Bad("an unknown key", front("authr: x"), "5:1", "authr"),
    Bad("a key written twice", front("date: 2026-01-06"), "5:1", "twice"),
    Bad("an impossible date", text(FRONT.replace("01-05", "02-30") + BODY), "3:7", "2026-02-30"),
    Bad("a date that is none", text(FRONT.replace("2026-01-05", "NO") + BODY), "3:7", "NO"),
    Bad("an id that names no file", text(FRONT.replace("bad", "../bad") + BODY), "2:5", "id"),
    Bad("an alias in YAML", front("links: &a [*a]"), "5:", "anchor|alias"),
    Bad("a tag in YAML", front("version: !!python/name:os.system 1"), "5:10", "tag"),
    Bad("no front matter", text("# A headline\n"), "1:1", "front matter"),
    Bad("front matter without an end", text(FRONT[:-4]), "1:1", "closed|---"),
    Bad("no edition", text(FRONT), None, "no edition"),
    Bad("an unknown language", text(FRONT + BODY.replace("en-HK", "xx-XX")), "7:", "xx-XX"),
    Bad("two editions in one language", text(FRONT + BODY + BODY), "15:20", "en-HK"),
    Bad("an unclosed div", text(FRONT + BODY[:-5]), "7:1", "closed|:::"),
    Bad("text outside the editions", text(FRONT + "\nAstray.\n" + BODY), "7:1", "outside"),
    Bad(
        "an edition without a headline", text(FRONT + BODY.replace("# A", "A")), "7:|9:", "headline"
    ),
    Bad("raw HTML", body("a <b>bold</b> move"), "11:3", "HTML"),
    Bad("a missing picture", body('![x](no.png){alt="x"}'), "11:", "no.png"),
    Bad("a picture outside the folder", body('![x](../a.png){alt="x"}'), "11:", r"\.\./a\.png"),
    Bad("a picture by an absolute path", body('![x](/etc/passwd){alt="x"}'), "11:", "/etc/passwd"),
    Bad("a link that leaves the folder", with_link_out_of_the_folder, "11:", "inside.png"),
    Bad("a picture without alternative text", body("![x](a.png)"), "11:", "alt"),
    Bad("a picture that is none", with_a_picture_that_is_none, "11:", "a.png"),
    Bad("a picture with a script", with_an_active_picture, "11:", "script"),
    Bad("a link that runs code", body("[x](javascript:alert)"), "11:", "javascript"),
    Bad("a note that is not there", body("Hm.[^1]"), "11:4", r"\^?1"),
    Bad("a character without a glyph", body("A \U0001f9ea tube."), "11:3", "1F9EA", HOUSE),
    Bad("a control character", body("A\x07 bell."), "11:2", "U\\+0007"),
    Bad("NUL", body("A \x00 byte."), "11:3", "U\\+0000"),
    Bad("another encoding", raw((FRONT + BODY).encode("utf-16")), "1:1", "UTF-16"),
    Bad("Big5", raw((FRONT + BODY.replace("A p", "中文")).encode("big5")), "11:1", "Big5"),
    Bad("a Word file", raw(b"PK\x03\x04" + bytes(99)), None, "Word file"),
    Bad("an empty file", raw(b""), None, "empty"),
    Bad("a line of 50 MB", raw(b"a" * 50_000_000), None, "larger"),
    Bad("an unknown house", text(FRONT.replace("plain", "nowhere") + BODY), None, "nowhere", HOUSE),
]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")}


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_source_gets_a_clear_finding_and_leaves_the_output_as_it_was(
    bad: Bad, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, output = tmp_path / "desk", tmp_path / "output"
    desk.mkdir()
    output.mkdir()
    (output / "bad.pdf").write_bytes(b"the former file")
    bad.make(desk / "bad.md")
    monkeypatch.chdir(desk)

    code = run(["build", "bad.md", "-o", str(output)])

    shown = capsys.readouterr().err
    assert bad.code == code, shown
    assert re.search(bad.says, shown), shown
    assert "Traceback" not in shown
    if bad.place:
        places = [rf"bad\.md:{place}" for place in bad.place.split("|")]
        assert any(re.search(place, shown) for place in places), shown
    assert {"bad.pdf": b"the former file"} == tree(output)


def test_a_folder_in_place_of_a_file_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["build", str(tmp_path), "-o", str(tmp_path / "output")])
    assert "folder" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_a_file_that_is_not_there_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run(["build", str(tmp_path / "no.md"), "-o", str(tmp_path / "output")])
    assert "no.md" in capsys.readouterr().err


def test_a_pipe_that_never_ends_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.md")

    assert 2 == run(["build", str(tmp_path / "pipe.md"), "-o", str(tmp_path / "output")])
    assert "pipe.md" in capsys.readouterr().err


def test_an_unknown_writer_names_the_known_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "bad.md"
    text(FRONT + BODY)(source)

    assert 2 == run(["build", str(source), "--to", "pdf,odt", "-o", str(tmp_path / "output")])
    shown = capsys.readouterr().err
    assert "odt" in shown
    assert "docx" in shown
