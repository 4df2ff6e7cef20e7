# `make run` and `make test` do all the set-up they need on a machine with Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

.PHONY: run bench test check build lint types unit browser-tests browser office clean symbols

run: $(VENV)/.app
	$(BIN)/streamlit run serve.py --server.port $(PORT)

test: $(VENV)/.dev browser office lint types check unit

check: $(VENV)/.app
	$(BIN)/python -m border_atlas check

build: $(VENV)/.app
	$(BIN)/python -m border_atlas build

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/oxlint --deny-warnings -D correctness -D suspicious --ignore-pattern bundle.js src/border_atlas/maps/assets src/border_atlas/export/html/assets

types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev
	$(BIN)/pytest -n 2 --dist loadscope

# Three apps side by side, the load test and the library; writes the table of the README.
bench: $(VENV)/.dev browser
	$(BIN)/python -m tests.benchmarks $(BENCH)

browser-tests: $(VENV)/.dev browser
	$(BIN)/pytest -m browser

# Debian and Ubuntu split venv off; elsewhere python3 has it.
$(BIN)/python:
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "Python 3.11 or newer is needed"'
	$(PYTHON) -m venv $(VENV) || ($(SUDO) apt-get update && $(SUDO) apt-get install -y python3-venv && $(PYTHON) -m venv --clear $(VENV))

$(VENV)/.app: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -r requirements.txt
	touch $@

$(VENV)/.dev: $(VENV)/.app
	$(BIN)/python -m pip install --quiet -r requirements.txt -e '.[dev]'
	touch $@

browser:
	@command -v chromium chromium-browser google-chrome >/dev/null || ($(SUDO) apt-get update && $(SUDO) apt-get install -y chromium)

# Tests open the PowerPoint files in LibreOffice.
office:
	@command -v soffice >/dev/null || ($(SUDO) apt-get update && $(SUDO) apt-get install -y --no-install-recommends libreoffice-impress-nogui)

# After an exchange of Streamlit or a new icon.
symbols: $(VENV)/.dev
	$(BIN)/python -m border_atlas.symbols

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
