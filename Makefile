# make demo: the whole way of one person. make test: everything that must hold.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: demo test test-fast test-slow setup index docs load-table bench campaign clean

demo: setup
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

test: setup
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/ladderback book check
	$(BIN)/pytest -n 2 -m "not slow"

test-fast: setup
	$(BIN)/pytest -n 2 -m "not slow" -x tests/unit tests/spec

test-slow: setup
	$(BIN)/pytest -m slow

setup: $(STAMP)

# uv when the index has it (seconds), plain pip otherwise; both check every hash.
$(STAMP): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q uv 2>/dev/null || true
	@if test -x $(BIN)/uv; then VIRTUAL_ENV=.venv $(BIN)/uv pip install -q --require-hashes -r requirements.lock; \
	 else $(BIN)/python -m pip install -q --require-hashes -r requirements.lock; fi
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $(STAMP)

index: setup
	$(BIN)/python -m ladderback.evidence.build

docs: setup
	$(BIN)/python docs/make.py

# The table of loads, from the exact solve at its nodes; needed after a change of poses or of the body (a minute).
load-table: setup
	$(BIN)/python bench/make_load_table.py

bench: setup
	for script in bench/bench_*.py; do $(BIN)/python $$script; done

# The crash test: 20,000 simulated people planned and verified, resumable.
campaign: setup
	$(BIN)/python bench/campaign.py --people 20000

clean:
	rm -rf .venv build out src/*.egg-info
