# Everything here needs Python 3.11 or newer and make, nothing else; packages go into .venv.
# Another Python: make demo PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# A stamp says what is installed: the program alone, or all that tests and checks need.
DEMO := $(VENV)/demo.stamp
DEV := $(VENV)/dev.stamp

.PHONY: demo test check lint types docs quality bench clean

demo: $(DEMO)  ## Install the program and look for a word in its first corpus.
	$(BIN)/quotetrace find "menu"

test: $(DEV)  ## Run the tests.
	$(BIN)/python -m pytest

check: lint types docs test quality  ## Run everything that must pass before a commit.

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEV)
	$(BIN)/mypy
	$(BIN)/mypy benchmarks/*.py

docs: $(DEV)  ## Check that the help and the picture in docs/ are those of the program.
	$(BIN)/python docs/generate.py --check

quality: $(DEV)  ## Compare what annotated data say with the floors and with docs/quality.md.
	$(BIN)/python benchmarks/quality.py --check

bench: $(DEV)  ## Measure quality, time and memory, and write docs/quality.md.
	$(BIN)/python benchmarks/quality.py --times
	$(BIN)/python benchmarks/sentences.py

clean:  ## Remove what was installed and built.
	rm -rf $(VENV) dist build

$(DEMO): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(DEV): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $(DEMO) $@

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "No $(PYTHON) here. Name yours: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed, and this is %d.%d. Name another: make PYTHON=python3.12" % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV)
