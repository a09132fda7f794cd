# The jobs of this project; `make help` lists them. What each one needs is installed the first time, into .venv.

PYTHON ?= python3
RAW ?= data/raw
OUT ?= data/out
ARGS ?=

BIN := .venv/bin

# A .venv whose Python is gone, or that was copied from another folder, is made again.
$(shell [ -x $(BIN)/python ] && [ "$$(cat .venv/made-in 2>/dev/null)" = "$$(pwd -P)" ] || rm -f .venv/*.stamp)

.PHONY: help extract test lint check score bench lock clean
.DEFAULT_GOAL := help

help: ## list the jobs
	@echo "make JOB [ARGS='more options'], where JOB is one of:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r job what; do printf '  %-9s %s\n' "$$job" "$$what"; done

extract: .venv/run.stamp ## read the releases in RAW (data/raw) and write the tables to OUT (data/out)
	@$(BIN)/extract run "$(RAW)" "$(OUT)" $(ARGS)

test: .venv/dev.stamp ## run the tests
	@$(BIN)/python -m pytest $(ARGS)

lint: .venv/dev.stamp ## check format, style, types and which module imports which
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test ## lint and test

score: .venv/run.stamp ## score the extraction against the gold records
	@$(BIN)/extract score $(ARGS)

bench: .venv/bench.stamp ## measure quality and speed, beside other tools
	@$(BIN)/python -m benchmarks $(ARGS)

lock: ## lock the versions of all packages again (newer ones: ARGS=--upgrade)
	@requirements/lock.sh "$(PYTHON)" $(ARGS)

clean: ## remove .venv and the caches, but no data
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run.stamp: pyproject.toml requirements/run.txt requirements/model.txt
	@requirements/install.sh "$(PYTHON)" run

.venv/dev.stamp: .venv/run.stamp requirements/dev.txt
	@requirements/install.sh "$(PYTHON)" dev

.venv/cluster.stamp: .venv/run.stamp requirements/cluster.txt
	@requirements/install.sh "$(PYTHON)" cluster

.venv/bench.stamp: .venv/run.stamp requirements/bench.txt
	@requirements/install.sh "$(PYTHON)" bench
