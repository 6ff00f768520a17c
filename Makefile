# `make` lists the targets. Nothing here reaches further than the package index that pip is set up with.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
UV ?= $(shell command -v uv 2>/dev/null || echo $(BIN)/uv)
DEMO := build/demo.db

# Stamps: a second call does nothing that is already done.
MADE := $(VENV)/.stamp-made
RUN := $(VENV)/.stamp-run
TEST := $(VENV)/.stamp-test

# Training has an environment of its own: torch is needed there and nowhere else.
TRAINING := training/.venv
TRAINER := PYTHONPATH=training/src:src $(TRAINING)/bin/python
DATA ?= ../shared/data
RUN_OF ?= build/training/minilm

.PHONY: help demo test test-training train export lint lock clean distclean
.DEFAULT_GOAL := help

help: ## list these targets
	@echo "make TARGET [PYTHON=python3.11]"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(RUN) ## install in .venv, read the example reports, list the incidents
	@mkdir -p $(dir $(DEMO))
	$(BIN)/dateline add examples/reports --ledger $(DEMO)
	$(BIN)/dateline incidents --ledger $(DEMO)

test: $(TEST) ## install the test tools in .venv, check style and types, run the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2

test-training: $(TRAINING)/.stamp ## install torch and the like in training/.venv, check and test the training project
	cd training && MYPYPATH=src:../src:tests .venv/bin/mypy --strict --explicit-package-bases src tests
	$(TRAINER) -m pytest -q -c training/pyproject.toml training/tests

train: $(TRAINING)/.stamp ## train the shipped weights anew from the corpora in DATA (an hour or two on two cores)
	$(TRAINER) -m dateline_training train training/configs/minilm.yml --data "$(DATA)" --data . --data training --out "$(RUN_OF)"

export: $(TRAINING)/.stamp ## calibrate the trained weights and put them into the package, with their model card
	$(TRAINER) -m dateline_training export training/configs/minilm.yml --data "$(DATA)" --data . --data training --out "$(RUN_OF)" --to src/dateline/encoder/weights

lint: $(TEST) ## style, types, import contracts and generated tables only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/build_lexicon.py --check

LOCK := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

lock: ## write requirements/*.txt anew from pyproject.toml (needs uv; add LOCK_FLAGS=--upgrade for newer versions)
	@command -v "$(UV)" >/dev/null || { \
	  echo "make lock needs uv, and found none. Install it (pip install uv) or name it: make lock UV=/path/to/uv" >&2; exit 1; }
	"$(UV)" $(LOCK) $(LOCK_FLAGS) requirements/build.in -o requirements/build.txt
	"$(UV)" $(LOCK) $(LOCK_FLAGS) pyproject.toml --extra postgres -o requirements/run.txt
	"$(UV)" $(LOCK) $(LOCK_FLAGS) pyproject.toml requirements/build.in --all-extras --group test -o requirements/test.txt
	"$(UV)" $(LOCK) $(LOCK_FLAGS) training/pyproject.toml --group training/pyproject.toml:test -o training/requirements.txt

$(TRAINING)/.stamp: training/requirements.txt
	"$(PYTHON)" -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r training/requirements.txt
	@touch $@

clean: ## remove build results and caches
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## the same, and the virtual environment
	rm -rf $(VENV) $(TRAINING)

$(MADE):
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "No '$(PYTHON)' here. Dateline needs Python 3.11 or newer: make $(or $(MAKECMDGOALS),demo) PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Dateline needs Python 3.11 or newer; '$(PYTHON)' is $$("$(PYTHON)" --version 2>&1)." >&2; \
	  echo "Name another one, for instance: make $(or $(MAKECMDGOALS),demo) PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { \
	  echo "'$(PYTHON)' can't make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(RUN): requirements/build.txt requirements/run.txt pyproject.toml | $(MADE)
	@echo "Installing Dateline and what it runs on into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): requirements/test.txt pyproject.toml | $(MADE)
	@echo "Installing Dateline and its test tools into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements/test.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
