import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.edition.folder import FolderError, ReleaseFolder


@pytest.fixture
def folder(tmp_path: Path) -> ReleaseFolder:
    inside = tmp_path / "release"
    (inside / "pictures").mkdir(parents=True)
    (inside / "photo.png").write_bytes(b"a photo")
    (inside / "pictures" / "圖é.svg").write_bytes(b"a drawing")
    (tmp_path / "secret.png").write_bytes(b"a secret")
    return ReleaseFolder(inside)


def refusal(folder: ReleaseFolder, name: str, limit: int = 100) -> tuple[str, str]:
    with pytest.raises(FolderError) as caught:
        folder.read(name, limit)
    assert caught.value.hint
    return caught.value.code, caught.value.message


def test_files_below_the_folder_are_read(folder: ReleaseFolder) -> None:
    assert b"a photo" == folder.read("photo.png", 100)
    assert b"a drawing" == folder.read("pictures/圖é.svg", 100)


def test_a_name_in_another_normal_form_of_unicode_is_the_same_name(folder: ReleaseFolder) -> None:
    assert b"a drawing" == folder.read("pictures/圖e\u0301.svg", 100)


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "pictures/../../secret.png",
        "/etc/passwd",
        "..\\secret.png",
        "C:/x.png",
        "",
        "a\0",
    ],
)
def test_a_name_that_leaves_the_folder_is_refused(folder: ReleaseFolder, name: str) -> None:
    assert "I002" == refusal(folder, name)[0]


def test_a_link_is_followed_inside_the_folder_and_not_out_of_it(folder: ReleaseFolder) -> None:
    (folder.root / "inner.png").symlink_to("photo.png")
    (folder.root / "outer.png").symlink_to(folder.root.parent / "secret.png")
    (folder.root / "up").symlink_to(folder.root.parent)
    (folder.root / "ring.png").symlink_to("ring.png")
    assert b"a photo" == folder.read("inner.png", 100)
    assert "I002" == refusal(folder, "outer.png")[0]
    assert "I002" == refusal(folder, "up/secret.png")[0]
    assert refusal(folder, "ring.png")[0] in {"I002", "I004"}


def test_a_missing_file_is_named(folder: ReleaseFolder) -> None:
    assert ("I001", "there is no chart.png beside the release") == refusal(folder, "chart.png")


def test_a_name_that_differs_only_in_case_is_refused_on_every_machine(
    folder: ReleaseFolder,
) -> None:
    code, message = refusal(folder, "Photo.PNG")
    assert ("I001", True) == (code, "differs only in case from photo.png" in message)


def test_what_is_no_file_is_refused_without_waiting(folder: ReleaseFolder) -> None:
    os.mkfifo(folder.root / "pipe.png")
    assert "I003" == refusal(folder, "pipe.png")[0]
    assert refusal(folder, "pictures")[0] in {"I003", "I004"}
    if sys.platform == "linux":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(folder.root / "plug.png"))
            assert refusal(folder, "plug.png")[0] in {"I003", "I004"}


def test_a_file_above_the_limit_is_refused(folder: ReleaseFolder) -> None:
    assert b"a photo" == folder.read("photo.png", 7)
    assert "I005" == refusal(folder, "photo.png", 6)[0]


@given(name=st.text("./\\~:a\0é漢 ", max_size=12))
def test_no_name_reads_anything_but_a_finding(name: str) -> None:
    with pytest.raises(FolderError):
        ReleaseFolder(Path(__file__).parent).read(name, 100)
