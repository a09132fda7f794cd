#!/bin/sh
# Lock the packages named in pyproject.toml, with hashes, for every supported Python and system (make lock).
# A version that is locked already stays, unless asked for: make lock ARGS=--upgrade
set -eu

python=$1
shift
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"$python" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv==0.13.9

lock() {
    output=$1
    shift
    echo "Locking $output …"
    "$tools/bin/uv" pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --output-file "$output" "$@"
}

# The run requirements come first, and the others keep to their versions, as all share one environment.
lock requirements/run.txt pyproject.toml --group build "$@"
lock requirements/cluster.txt pyproject.toml --group build --extra cluster --constraints requirements/run.txt "$@"
lock requirements/dev.txt pyproject.toml --group build --extra dev --constraints requirements/run.txt "$@"
lock requirements/bench.txt pyproject.toml --group build --extra bench --constraints requirements/run.txt "$@"
lock requirements/model.txt --group model --no-deps "$@"
