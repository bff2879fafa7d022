"""Archives come out the same every time, and hostile ones are refused."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest

from pressroom.diagnostics import WriterError
from pressroom.writers.archive import read_archive, write_archive

_MOMENT = datetime(2026, 3, 1, 12, 30, 59, tzinfo=UTC)


def _zip(*entries: tuple[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


def test_an_archive_is_read_as_it_was_written() -> None:
    files = {"mimetype": b"a", "b/c.xhtml": "漢".encode() * 99, "d.png": b"\x89PNG"}
    data = write_archive(files.items(), _MOMENT, stored=frozenset({"mimetype"}))
    assert files == read_archive(data)
    assert data == write_archive(files.items(), _MOMENT, stored=frozenset({"mimetype"}))


def test_entries_carry_the_given_moment_and_nothing_of_the_machine() -> None:
    data = write_archive({"a": b"1", "b.png": b"2"}.items(), _MOMENT, frozenset({"a"}))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            assert (2026, 3, 1, 12, 30, 58) == entry.date_time
            assert (3, 0o100644 << 16, b"") == (
                entry.create_system,
                entry.external_attr,
                entry.extra,
            )
            assert zipfile.ZIP_STORED == entry.compress_type


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a", "a\\..\\b"])
def test_a_name_that_leaves_the_archive_is_refused(name: str) -> None:
    with pytest.raises(WriterError, match="outside it"):
        read_archive(_zip((name, b"x")))


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    zeros = bytes(64 * 1024 * 1024)
    with pytest.raises(WriterError, match="unpacks to more"):
        read_archive(_zip(*((str(at), zeros) for at in range(5))))


def test_too_many_files_are_refused() -> None:
    with pytest.raises(WriterError, match="more than 4096 files"):
        read_archive(_zip(*((str(at), b"") for at in range(4097))))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused() -> None:
    with pytest.raises(WriterError, match="twice"):
        read_archive(_zip(("a", b"1"), ("a", b"2")))


@pytest.mark.parametrize("damage", [b"", b"PK", b"x" * 100])
def test_what_is_no_archive_is_refused(damage: bytes) -> None:
    with pytest.raises(WriterError, match="cannot be read"):
        read_archive(damage)


def test_a_damaged_entry_is_refused() -> None:
    data = bytearray(_zip(("a", b"0123456789" * 50)))
    data[40] ^= 0xFF
    with pytest.raises(WriterError, match="cannot be read"):
        read_archive(bytes(data))
