#!/bin/sh
# Install one set of locked packages into .venv: install.sh PYTHON run|dev|bench|cluster
# Every failure ends in one sentence that says what to do; what pip said is in .venv/install.log.
# The stamp .venv/SET.stamp is written last, so an install that was interrupted is done again.
set -eu

python=$1
set_name=$2
log=.venv/install.log

fail() {
    echo "error: $1" >&2
    exit 1
}

check_python() {
    command -v "$python" >/dev/null ||
        fail "$python was not found: install Python 3.11 or newer, or name one, as in: make extract PYTHON=python3.12"
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) ||
        fail "$python does not start: install Python 3.11 or newer, or name one, as in: make extract PYTHON=python3.12"
    case $version in
    3.11 | 3.12 | 3.13 | 3.14) ;;
    *) fail "this needs Python 3.11 to 3.14 and $python is $version: name another, as in: make extract PYTHON=python3.12" ;;
    esac
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Python $version has no venv module: install it (on Debian and Ubuntu: sudo apt install python$version-venv) and run make again."
}

pip_install() {
    .venv/bin/python -m pip install --disable-pip-version-check "$@" >>"$log" 2>&1 || explain_failure
}

explain_failure() {
    if grep -q 'No space left on device' "$log"; then
        fail "the disk is full: free about 1 GB and run make again."
    elif grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        fail "a downloaded package is not the one in requirements/: run make again, and if it happens twice do not use this network."
    fi
    fail "the packages could not be installed: check the internet connection or the proxy and run make again (details: .venv/install.log)."
}

if [ ! -e .venv/run.stamp ]; then
    check_python
    "$python" -m venv --clear .venv || fail ".venv could not be made: check that this folder can be written to and run make again."
fi
rm -f ".venv/$set_name.stamp"
: >"$log"

case $set_name in
run)
    echo "Installing what the extraction needs (once, about a minute) …"
    pip_install --require-hashes --only-binary :all: -r requirements/run.txt
    pip_install --require-hashes --no-deps -r requirements/model.txt
    pip_install --no-deps --no-build-isolation --no-index --editable .
    ;;
dev)
    echo "Installing what the tests need (once, about a minute) …"
    pip_install --require-hashes --only-binary :all: -r requirements/dev.txt
    ;;
cluster)
    echo "Installing what a cluster needs (once, about a minute) …"
    pip_install --require-hashes --only-binary :all: -r requirements/cluster.txt
    ;;
bench)
    echo "Installing what the benchmarks need (once, about a minute) …"
    pip_install --require-hashes -r requirements/bench.txt # some have no wheel
    ;;
esac

pwd -P >.venv/made-in
touch ".venv/$set_name.stamp"
