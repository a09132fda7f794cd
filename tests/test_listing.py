import errno
import inspect
import os
import sys
from pathlib import Path

import pytest

from extract.corpus.listing import RunError, UnavailableError, list_files, read_bytes, source_file

posix = pytest.mark.skipif(os.name != "posix", reason="names and links are of another kind there")


def make(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def reason(raw, file, limit=1000):
    with pytest.raises(UnavailableError) as caught:
        read_bytes(raw, file, limit)
    return str(caught.value)


NAMES = ["b.txt", "a/z.txt", "a.txt", "a!.txt", "a-b.txt", "a/b/c.md", "B.txt", "ñ.txt", "a0.txt", "metadata.csv/x.txt"]


def test_files_are_listed_in_any_depth_sorted_by_their_whole_path(tmp_path):
    passed_over = [".gitkeep", "a/.DS_Store", "Thumbs.db", ".hidden/x.txt"]
    make(tmp_path, dict.fromkeys([*NAMES, *passed_over], "x"))
    assert list_files(tmp_path) == sorted(NAMES)


def test_the_table_about_the_files_is_none_of_them(tmp_path):
    make(tmp_path, {"metadata.csv": "file", "sub/metadata.csv": "file"})
    assert list_files(tmp_path) == ["sub/metadata.csv"]


def test_folders_may_be_nested_deeper_than_functions(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = Path(*["d"] * 300)
    folder.mkdir(parents=True)
    (folder / "deep.txt").write_text("x")
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 100)
    try:
        (file,) = list_files(tmp_path)
    finally:
        sys.setrecursionlimit(before)
    assert read_bytes(tmp_path, file, 10) == b"x"


def test_a_folder_too_deep_to_be_opened_is_listed_with_the_reason(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(30):
        os.mkdir("d" * 200)  # noqa: PTH102 (a path from the top would be too long)
        os.chdir("d" * 200)
    Path("deep.txt").write_text("x")
    (file,) = list_files(tmp_path)
    assert reason(tmp_path, file) == "The file cannot be opened: File name too long."


def test_a_folder_without_permission_is_listed_with_the_reason(tmp_path, monkeypatch):
    make(tmp_path, {"a.txt": "x", "closed/b.txt": "x"})
    scandir = os.scandir

    def guarded(path):
        if os.fspath(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert list_files(tmp_path) == ["a.txt", "closed"]
    assert reason(tmp_path, "closed") == "The file cannot be opened: Permission denied."


def test_the_output_folder_is_no_input(tmp_path):
    make(tmp_path, {"a.txt": "x", "out/records.csv": "x", "sub/out/b.txt": "x"})
    assert list_files(tmp_path) == ["a.txt", "out/records.csv", "sub/out/b.txt"]
    assert list_files(tmp_path, tmp_path / "out") == ["a.txt", "sub/out/b.txt"]


@pytest.mark.parametrize(
    ("raw", "out", "message"),
    [
        ("none", "out", "does not exist: put releases"),
        ("file.txt", "out", "is a file, not a folder"),
        ("empty", "out", r"holds no releases: put .txt, .md.* files there"),
        ("full", "full", "Input and output are both"),
    ],
)
def test_a_folder_that_cannot_be_the_input_is_named(tmp_path, raw, out, message):
    make(tmp_path, {"file.txt": "x", "empty/.gitkeep": "", "full/a.txt": "x"})
    with pytest.raises(RunError, match=message):
        list_files(tmp_path / raw, tmp_path / out)


@posix
def test_names_that_are_no_utf8_show_their_bytes():
    assert source_file(os.fsdecode(b"sub/ni\xf1os.txt")) == r"sub/ni\xf1os.txt"
    assert source_file("niños.txt") == "niños.txt"


@posix
def test_links_are_read_only_inside_the_folder(tmp_path):
    raw = make(tmp_path / "raw", {"sub/a.txt": "x"})
    make(tmp_path, {"secret.txt": "s", "others/b.txt": "s", "raw2/c.txt": "s"})
    links = {
        "inside.txt": "sub/a.txt",
        "outside.txt": tmp_path / "secret.txt",
        "beside.txt": "../raw2/c.txt",
        "nowhere.txt": "none.txt",
        "circle.txt": "circle.txt",
        "folder": "../others",
        "up": "..",
        "sub/self": ".",
    }
    for name, target in links.items():
        (raw / name).symlink_to(target)
    assert list_files(raw) == sorted([*links, "sub/a.txt"])
    assert read_bytes(raw, "inside.txt", 10) == b"x"
    out_of_the_folder = "This is a link that leads out of the input folder: put the file itself there."
    assert reason(raw, "outside.txt") == reason(raw, "beside.txt") == out_of_the_folder
    assert reason(raw, "nowhere.txt") == "The file is gone, or a link that leads nowhere."
    assert reason(raw, "circle.txt") == "This is a link that leads in a circle."
    to_folders = {reason(raw, name) for name in ("folder", "up", "sub/self")}
    assert to_folders == {"This is a link to a folder: put the folder itself there."}


def test_junctions_of_windows_are_not_followed(tmp_path, monkeypatch):
    raw = make(tmp_path / "raw", {"a.txt": "x", "loop/b.txt": "x"})
    junction = (raw / "loop").stat().st_ino
    monkeypatch.setattr("extract.corpus.listing._is_junction", lambda status: status.st_ino == junction)
    assert list_files(raw) == ["a.txt", "loop"]
    assert reason(raw, "loop") == "This is a link to a folder: put the folder itself there."


@posix
def test_an_input_folder_may_be_a_link_itself(tmp_path):
    make(tmp_path / "real", {"a.txt": "x"})
    (tmp_path / "real" / "b.txt").symlink_to("a.txt")
    (tmp_path / "raw").symlink_to("real")
    assert [read_bytes(tmp_path / "raw", file, 10) for file in list_files(tmp_path / "raw")] == [b"x", b"x"]


@posix
def test_what_is_no_file_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path, "pipe.txt") == "This is no regular file."


def test_the_size_limit(tmp_path):
    make(tmp_path, {"at.txt": b"x" * 1_200_000, "over.txt": b"x" * 1_200_001})
    assert len(read_bytes(tmp_path, "at.txt", 1_200_000)) == 1_200_000
    assert reason(tmp_path, "over.txt", 1_200_000) == "The file has 1.2 MB and the limit is 1.2 MB: split it."


def test_a_huge_file_is_not_read_at_all(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as handle:
        handle.truncate(10**12)
    assert reason(tmp_path, "huge.txt", 50_000_000) == "The file has 1,000,000 MB and the limit is 50 MB: split it."


def test_a_file_that_vanished_is_gone(tmp_path):
    assert reason(tmp_path, "a.txt") == "The file is gone, or a link that leads nowhere."
