# The two commands are `make demo` and `make test`. Every target first brings the checkout to the
# state of its lock files, which takes a tenth of a second when it is there already.

# Which Python creates the virtual environment: 3.11 or 3.12.
PYTHON ?= python3
# make demo KEEP=1 leaves the chains running; PORT=… is the first of their five ports.
KEEP ?=
PORT ?=
# make test SUITES="unit evm" runs some suites only.
SUITES ?=
# make fuzz DURATION=… in seconds.
DURATION ?= 300

BIN := .venv/bin
RUN := $(BIN)/python -m

.DEFAULT_GOAL := help
.PHONY: help setup doctor demo report test unit compile format gates gas abi fuzz analyse clean

help: ## List the targets.
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 \t\2/p' Makefile | expand -t 18

setup: ## Create the virtual environment, node_modules and the compiler inside the checkout.
	@command -v $(PYTHON) >/dev/null || \
		{ echo "set-up: $(PYTHON) is missing; install Python 3.11 or 3.12" >&2; exit 1; }
	@$(PYTHON) -m quantera.toolchain.setup

doctor: ## Say what this machine lacks, and how to get it.
	@command -v $(PYTHON) >/dev/null || \
		{ echo "FAIL python: $(PYTHON) is missing; install Python 3.11 or 3.12" >&2; exit 1; }
	@$(PYTHON) -m quantera.toolchain.doctor

demo: setup ## Tell the whole story on five local chains, and write a report of it.
	@$(BIN)/ape run demo $(if $(KEEP),--keep) $(if $(PORT),--port $(PORT))

report: setup ## Open the report of make demo in Chromium and compare it with its record.
	@$(RUN) quantera.demo.browser

test: setup ## Run every suite, each against its time budget.
	@$(RUN) quantera.suites $(SUITES)

unit: setup ## Run the unit tests through Ape.
	@$(BIN)/ape test tests/unit

compile: setup ## Compile what changed and what depends on it.
	@$(RUN) quantera.toolchain.compile

format: setup ## Format Python and Solidity.
	@$(BIN)/ruff check --select I --fix --quiet .
	@$(BIN)/ruff format .
	@.quantera/bin/forge fmt contracts

gates: setup ## Ask every gate: format, lint, types, Slither, layout, size, gas, ABIs, secrets …
	@$(RUN) quantera.gates all

gas: setup ## Measure gas and write gas-snapshot.json.
	@$(RUN) quantera.gas

abi: compile ## Write the ABI package, the access matrix, the invariants and the generated pages.
	@$(RUN) quantera.abi.generate
	@$(RUN) quantera.access.matrix
	@$(RUN) quantera.audit.invariants
	@$(RUN) quantera.docs

fuzz: setup ## Run the deep profile for DURATION seconds and keep what fails as regression tests.
	@$(BIN)/ape run fuzz --duration $(DURATION)

analyse: setup ## Analyse the contracts statically and write audits/reports/analysis.md.
	@$(BIN)/ape run analyse

clean: ## Remove everything that these commands have created.
	rm -rf .venv node_modules .quantera .build .hypothesis .pytest_cache .mypy_cache .ruff_cache foundry.toml
	rm -rf deployments/local-*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
