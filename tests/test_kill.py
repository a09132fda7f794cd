"""A run that is killed at any moment, and the one after it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from extract.tables.publishing import output_hashes

#: With EXTRACT_KILLS=30 as many moments as one may want to see; fewer in a usual run of the tests.
KILLS = int(os.environ.get("EXTRACT_KILLS", "3"))
DOCUMENTS = 300
RUN = "import sys; from extract.cli import main; main(sys.argv[1:])"
#: The same, but it ends itself as a kill would after the 150th new document.
STOP = """
import os, sys
from extract.corpus.cache import Cache
from extract.cli import main

kept, put = [], Cache.put

def counting(cache, *entry):
    put(cache, *entry)
    kept.append(entry)
    if len(kept) == 150:
        cache._commit()
        os.kill(os.getpid(), 9)

Cache.put = counting
main(sys.argv[1:])
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")


def command(raw, out):
    return [sys.executable, "-c", RUN, "run", raw, out, "--workers", "2"]


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kill") / "raw"
    folder.mkdir()
    for i in range(DOCUMENTS):
        (folder / f"{i:03}.txt").write_text(
            f"Apoyos\n\nToluca, a 3 de mayo de 2024.- Se dieron {i + 2} becas y dos mil más."
        )
    return folder


@pytest.fixture(scope="module")
def earlier(raw):
    """The output of a run over some of the documents, as an earlier day would have left it."""
    some = raw.parent / "some"
    shutil.copytree(raw, some, ignore=lambda _, names: sorted(names)[30:])
    subprocess.run(command(some, raw.parent / "earlier"), check=True, capture_output=True)  # noqa: S603
    return raw.parent / "earlier"


@pytest.fixture(scope="module")
def undisturbed(raw):
    """Seconds that a whole run takes, and the hashes of what it writes."""
    started = time.monotonic()
    subprocess.run(command(raw, raw.parent / "undisturbed"), check=True, capture_output=True)  # noqa: S603
    return time.monotonic() - started, output_hashes(raw.parent / "undisturbed")


def kill_after(seconds, raw, out):
    with subprocess.Popen(command(raw, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)


def assert_whole(out, earlier, whole):
    """Each file that may be seen is that of the earlier run or of this one, and all of one run but while they change."""
    before, seen = output_hashes(earlier), output_hashes(out)
    assert seen.keys() == whole.keys()
    assert all(digest in {before[name], whole[name]} for name, digest in seen.items())
    # Between the first and the last of some renames, the finished files wait for the next run.
    assert seen in (before, whole) or (out / ".finished").is_dir()


def test_a_run_that_is_killed_harms_nothing_and_the_next_one_goes_on(raw, earlier, undisturbed, tmp_path):
    seconds, whole = undisturbed
    moments = random.Random(5)  # noqa: S311 (any moments will do)
    for number in range(KILLS):
        out = shutil.copytree(earlier, tmp_path / f"{number}")
        kill_after(moments.uniform(0, seconds), raw, out)
        assert_whole(out, earlier, whole)
        subprocess.run(command(raw, out), check=True, capture_output=True)  # noqa: S603
        assert output_hashes(out) == whole
        assert sorted(path.name for path in out.iterdir() if path.name.startswith(".")) == [".cache"]


def test_the_next_run_does_not_start_over(raw, earlier, undisturbed, tmp_path):
    out = shutil.copytree(earlier, tmp_path / "out")
    killed = subprocess.run([sys.executable, "-c", STOP, *command(raw, out)[3:]], check=False, capture_output=True)  # noqa: S603
    assert killed.returncode == -signal.SIGKILL
    assert output_hashes(out) == output_hashes(earlier)
    again = subprocess.run(command(raw, out), check=True, capture_output=True, text=True)  # noqa: S603
    assert "180 files unchanged" in again.stdout
    assert output_hashes(out) == undisturbed[1]
