"""Only regular files are read, without waiting for anybody, and only within bounds."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from reader.files import UnreadableError, is_within, read_regular


def test_a_regular_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"Words\r\n\x00")
    assert read_regular(path) == b"Words\r\n\x00"


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.touch()
    assert read_regular(path) == b""


def test_a_pipe_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    os.mkfifo(path)
    with pytest.raises(UnreadableError, match="it is a pipe, not a file"):
        read_regular(path)


def test_a_device_is_refused() -> None:
    with pytest.raises(UnreadableError, match="it is a device, not a file"):
        read_regular(Path("/dev/null"))


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("article.txt")
        with pytest.raises(UnreadableError):
            read_regular(tmp_path / "article.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="it is a folder, not a file"):
        read_regular(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="it is not there"):
        read_regular(tmp_path / "article.txt")


def test_a_file_that_is_too_large_is_told_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(UnreadableError, match="larger than 1 MB"):
        read_regular(path, most=1024 * 1024)


def test_a_link_inside_the_bounds_is_followed(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Words")
    link = tmp_path / "link.txt"
    link.symlink_to("article.txt")
    assert read_regular(link, within=[tmp_path.resolve()]) == b"Words"


def test_a_link_that_leads_out_is_refused_also_when_swapped_in_later(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    outside = tmp_path / "outside.txt"
    outside.write_text("Words")
    link = corpus / "article.txt"
    link.symlink_to(outside)
    with pytest.raises(UnreadableError, match="leads out of the corpus"):
        read_regular(link, within=[corpus.resolve()])


def test_a_folder_that_has_become_a_link_out_is_refused(tmp_path: Path) -> None:
    corpus, outside = tmp_path / "corpus", tmp_path / "outside"
    corpus.mkdir()
    outside.mkdir()
    (outside / "article.txt").write_text("Words")
    (corpus / "sub").symlink_to(outside)
    with pytest.raises(UnreadableError, match="leads out of the corpus"):
        read_regular(corpus / "sub" / "article.txt", within=[corpus.resolve()])


@pytest.mark.parametrize(
    ("path", "bounds", "inside"),
    [
        ("/a/b", ["/a"], True),
        ("/a", ["/a"], True),
        ("/ab", ["/a"], False),
        ("/", ["/a"], False),
        ("/c/d", ["/a", "/c"], True),
        ("/a", [], False),
    ],
)
def test_being_within_is_told_by_whole_names(path: str, bounds: list[str], inside: bool) -> None:
    assert is_within(Path(path), [Path(bound) for bound in bounds]) is inside
