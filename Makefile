# Two commands do all the set-up: `make run` opens the sample corpus, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What `make run` needs, and what is needed on top of it to work on the program.
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# `make soak ROUNDS=100 SEED=7`: a monkey at the keyboard for long, each round with a seed of its own.
ROUNDS ?= 20
SEED ?= 0

.PHONY: run test soak check format docs screenshot clean

run: $(READY)
	@$(BIN)/reader sample_corpus/

test: check
	@$(BIN)/pytest

soak: $(TOOLS)
	@$(BIN)/python -m tests.end_to_end.monkey --rounds $(ROUNDS) --seed $(SEED)

check: $(TOOLS)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(TOOLS)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: $(READY)
	@$(BIN)/python docs/make_keys.py

screenshot: $(READY)
	@$(BIN)/python docs/screenshot.py

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "reader needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV), which is done once …"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --editable .
	@touch $@

$(TOOLS): $(READY)
	@echo "Adding the tools that check the program …"
	@$(PIP) --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
