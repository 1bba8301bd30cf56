# make demo   a synthetic Eindhoven and its report
# make test   the tests
# make check  everything a change must pass
# make slow   the checks that take minutes
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Neighbouring tests stay in one process, so that what a file makes is made there once.
BESIDE := -n auto --dist worksteal

.PHONY: demo test check slow lock

demo: $(VENV)/run
	$(BIN)/clusters demo

test: $(VENV)/dev
	$(BIN)/pytest $(BESIDE)

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest $(BESIDE)

slow: $(VENV)/dev
	$(BIN)/pytest -m slow

$(VENV)/run: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev: $(VENV)/run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

# Universal: the same file serves Linux, macOS and Windows, Python 3.11 to 3.14.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header
lock:
	$(LOCK) --group build pyproject.toml -o requirements.lock
	$(LOCK) --group build --group dev pyproject.toml -o requirements-dev.lock
