"""Input and output at URLs give what folders give."""

import pytest

from extract.corpus.listing import RunError
from extract.corpus.runner import run
from extract.corpus.storage import list_files, place, read_bytes, read_sidecar

fsspec = pytest.importorskip("fsspec")

FILES = {
    "b/una.txt": b"Hubo 30 casos en la zona.",
    "a.txt": b"Se entregaron 20 becas.",
    "b.txt": b"Abrieron 3 aulas.",
    ".hidden/c.txt": b"9 gatos",
    "b/Thumbs.db": b"",
    "metadata.csv": b"file,published\na.txt,2024-05-03\n",
}


@pytest.fixture
def store():
    system = fsspec.filesystem("memory")
    for name, data in FILES.items():
        system.pipe_file(f"/releases/{name}", data)
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@pytest.fixture
def folder(tmp_path):
    for name, data in FILES.items():
        path = tmp_path / "releases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "releases"


@pytest.mark.usefixtures("store")
def test_a_url_lists_and_reads_as_a_folder_does(folder):
    url = place("memory://releases/")
    assert list_files(url) == list_files(folder) == ["a.txt", "b.txt", "b/una.txt"]
    assert read_bytes(url, "a.txt", 100) == FILES["a.txt"]
    assert read_sidecar(url) == read_sidecar(folder)
    assert place(folder.as_uri()) == folder


def test_a_run_from_url_to_url_writes_the_same_bytes(folder, tmp_path):
    run(folder, tmp_path / "out")
    url = f"local://{folder}"  # a store that the worker processes see too
    far = run(url, f"{url}/out")
    written = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir() if path.is_file()}
    assert (far.documents, far.rejected, far.out) == (3, [], f"{url}/out")
    assert run(url, f"{url}/out").documents == 3


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("raw", "out", "says"),
    [
        ("memory://nothing", "x", "holds no releases"),
        ("memory://releases", "memory://releases", "Input and output are both"),
        ("nonsense://a", "x", "no address of a known kind"),
        ("s3://bucket/a", "x", r"press-quantities\[s3\]"),
    ],
)
def test_what_is_wrong_with_a_url_is_told(tmp_path, raw, out, says):
    if raw.startswith("s3") and __import__("importlib").util.find_spec("s3fs"):
        pytest.skip("s3fs is installed")
    with pytest.raises(RunError, match=says):
        run(raw, out if "://" in out else tmp_path / out)


def test_files_that_are_too_large_are_rejected(folder, tmp_path):
    summary = run(f"local://{folder}", tmp_path / "out", max_mb=0.00002)
    assert [file for file, _ in summary.rejected] == ["a.txt", "b/una.txt"]
