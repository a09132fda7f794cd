from pathlib import Path

import pytest

from extract.tables.publishing import WriteError, make_folder, output_hashes, publishing, tidy

OLD, NEW = {"records.csv": "old", "documents.csv": "old"}, {"records.csv": "new", "documents.csv": "new"}


def write(folder, files):
    for name, content in files.items():
        (folder / name).write_text(content)


def read(out):
    return {path.name: path.read_text() for path in out.iterdir() if path.is_file()}


@pytest.fixture
def out(tmp_path):
    with publishing(tmp_path / "out") as folder:
        write(folder, OLD)
    return tmp_path / "out"


def test_files_come_to_their_places_at_the_end(out):
    with publishing(out) as folder:
        write(folder, NEW)
        assert read(out) == OLD
    assert read(out) == NEW
    assert sorted(path.name for path in out.iterdir()) == sorted(NEW)


def test_what_fails_leaves_the_earlier_files_alone(out):
    def failing():
        with publishing(out) as folder:
            write(folder, NEW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        failing()
    assert read(out) == OLD
    assert sorted(path.name for path in out.iterdir()) == sorted(OLD)


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_moves_that_were_cut_short_are_finished(out, moved):
    (out / ".finished").mkdir()
    (out / ".unfinished-x").mkdir()
    write(out / ".finished", dict(list(NEW.items())[moved:]))
    write(out, dict(list(NEW.items())[:moved]))
    tidy(out)
    assert read(out) == NEW
    assert sorted(path.name for path in out.iterdir()) == sorted(NEW)


def test_finished_files_are_not_lost_to_later_ones(out):
    (out / ".finished").mkdir()
    write(out / ".finished", {"records.csv": "cut short"})
    with publishing(out) as folder:
        assert read(out) == OLD | {"records.csv": "cut short"}
        write(folder, {"documents.csv": "new"})
    assert read(out) == {"records.csv": "cut short", "documents.csv": "new"}


@pytest.mark.parametrize("where", ["file", "file/below"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path, where):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WriteError, match="cannot be written: ") as caught:
        make_folder(tmp_path / where)
    assert str(tmp_path / where) in str(caught.value)


def test_hashes_are_of_the_output_files_that_are_there(out):
    write(out, {"notes.txt": "of the user"})
    assert set(output_hashes(out)) == set(OLD)


def test_a_file_that_another_program_holds_on_windows_is_named(out, monkeypatch):
    def held(path, target):
        error = PermissionError(13, "Access is denied", str(path), None, str(target))
        vars(error)["winerror"] = 5  # what Windows sets, and no other system
        raise error

    def publish():
        with publishing(out) as folder:
            write(folder, NEW)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        with pytest.raises(WriteError, match=r"^documents.csv is open in another program: close it and run again\.$"):
            publish()
    assert read(out) == OLD
    tidy(out)
    assert read(out) == NEW
