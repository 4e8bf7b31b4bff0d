# `make` lists the targets. Only python3 (3.11 or later, with venv and pip) and make are needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH_READY := $(VENV)/.bench-ready
FUZZ_READY := $(VENV)/.fuzz-ready
MUTATION_READY := $(VENV)/.mutation-ready
# Seconds for each target of scripts/fuzz_targets.py.
FUZZ_SECONDS ?= 300
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Two processes are faster than one from here on; on one core xdist only costs.
PYTEST := $(BIN)/pytest -n auto

.DEFAULT_GOAL := help
.PHONY: help setup demo test check accept test-deep mutation fuzz bench lint format docs console docs-check clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## Make .venv with the locked libraries and the project

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "salesperf needs Python 3.11 or later; name one with make PYTHON=python3.12")'
	@echo "setting up $(VENV) (about half a minute the first time)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(BENCH_READY): requirements-bench.lock $(READY)
	@$(PIP) install --require-hashes -r requirements-bench.lock
	@touch $@

$(FUZZ_READY): requirements-fuzz.lock $(READY)
	@$(PIP) install --require-hashes -r requirements-fuzz.lock
	@touch $@

$(MUTATION_READY): requirements-mutation.lock $(READY)
	@$(PIP) install --require-hashes -r requirements-mutation.lock
	@touch $@

demo: $(READY)  ## Write the two sample companies to demo/ and show how they sell
	@$(BIN)/salesperf demo demo --overwrite
	$(BIN)/salesperf kpi demo/hengyuan_zh
	$(BIN)/salesperf kpi demo/acme_en --by team --period 2025 --metrics net_revenue,orders,gross_margin,new_customers
	@$(BIN)/salesperf report executive demo/hengyuan_zh -q -o demo/executive.html --overwrite
	@echo "the executive report of the sample company: demo/executive.html"

test: $(READY)  ## Run the tests and doctests in random order
	$(PYTEST)

check: lint test docs-check  ## Everything the gate demands

accept: $(READY)  ## Run only the tests on real data (SALESPERF_REAL_DATA, default ../shared/data)
	$(PYTEST) -m real

test-deep: $(READY) mutation  ## Run the tests with 10,000 cases for each property, and change the code of money
	HYPOTHESIS_PROFILE=deep $(PYTEST)

mutation: $(MUTATION_READY)  ## Change the code of money in small ways; its tests must notice 90 % of them
	$(BIN)/python scripts/mutation.py

fuzz: $(FUZZ_READY)  ## Feed reading and the look at workbooks with damaged bytes (FUZZ_SECONDS each, default 300)
	@for target in $$($(BIN)/python scripts/fuzz_targets.py); do \
		$(BIN)/python scripts/fuzz.py $$target $(FUZZ_SECONDS) || exit 1; done

bench: $(BENCH_READY)  ## Measure against bare Polars, DuckDB, pandas and tools for segments
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/statements.py
	$(BIN)/python benchmarks/commission.py
	$(BIN)/python benchmarks/customers.py
	$(BIN)/python benchmarks/customers_beside.py

lint: $(READY)  ## Check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## Format the code
	$(BIN)/ruff check --select I --fix
	$(BIN)/ruff format

docs: $(READY)  ## Write the generated pages of docs/, and the profiles as they are read
	$(BIN)/python scripts/gen_docs.py
	$(BIN)/python scripts/gen_profiles.py

console: $(READY)  ## Rewrite what documents and gallery show of commands; read the diff
	$(BIN)/python scripts/console.py

docs-check: $(READY)
	$(BIN)/python scripts/gen_docs.py --check
	$(BIN)/python scripts/gen_profiles.py --check

clean:  ## Remove everything that can be made again
	rm -rf $(VENV) build dist demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests scripts benchmarks -name __pycache__ -type d -exec rm -rf {} +
