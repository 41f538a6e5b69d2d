# `make crawl` and `make test` work on a fresh clone; both create .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PEERS := $(VENV)/.peers

.DEFAULT_GOAL := help
.PHONY: help setup peers crawl test lint bench soak clean

help:
	@echo "make crawl    crawl the bundled practice department (SITE=ID: that department)"
	@echo "make test     run every test"
	@echo "make lint     ruff and mypy"
	@echo "make bench    quality and speed beside other tools"
	@echo "make soak     the long acceptance runs"
	@echo "make clean    remove caches and .venv (collected data stays)"

setup: $(STAMP)

# pip 23 (Python 3.11) crashes on lxml's extras, so pip is upgraded first.
$(STAMP): requirements.txt requirements-dev.txt pyproject.toml
	@$(PYTHON) -m venv --help >/dev/null 2>&1 || { echo "Python's venv module is missing: install the package python3-venv"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: install the package python3"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $(STAMP)

crawl: setup
ifdef SITE
	$(BIN)/sotin crawl $(SITE)
else
	$(BIN)/sotin practice
endif

test: setup
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The tools that the benchmarks compare with.
peers: $(PEERS)

$(PEERS): benchmarks/requirements.txt | $(STAMP)
	$(BIN)/python -m pip install --quiet -r benchmarks/requirements.txt
	@touch $(PEERS)

bench: peers
	$(BIN)/python -m benchmarks

soak: setup
	SOTIN_SOAK=1 $(BIN)/python -m pytest tests/operations/test_kills.py
	SOTIN_SOAK=1 $(BIN)/python -m pytest -n auto tests/fuzz
	$(BIN)/python -m benchmarks.crawl

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
