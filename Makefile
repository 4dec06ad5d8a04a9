# Everything that a newcomer needs is `make run` and `make test`; both do their own set-up.
# They use uv if it is there, and venv with pip otherwise; both install exactly the lock.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

ifdef UV
MAKE_VENV = $(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
INSTALL = $(UV) pip install --quiet --compile-bytecode --python $(BIN)/python
else
MAKE_VENV = $(PYTHON) -m venv $(VENV)
INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check
endif

.PHONY: run test bench format soak clean

run: $(VENV)/installed
	@$(BIN)/whosaid

test: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadscope

soak: $(VENV)/installed-dev
	$(BIN)/pytest -m soak

bench: $(VENV)/installed-bench
	@$(BIN)/python -m tests.bench $(if $(DATA),--data "$(DATA)") $(BENCH)

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "WhoSaid needs Python 3.11 or newer: try make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV); this happens once."
	@$(MAKE_VENV)
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/installed-bench: requirements-bench.lock $(VENV)/installed
	@$(INSTALL) --require-hashes -r requirements-bench.lock
	@touch $@
