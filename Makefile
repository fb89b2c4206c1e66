# Two commands: `make demo` to look at it, `make test` to prove it. `make help` lists all.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8000
HOST ?= 127.0.0.1

.DEFAULT_GOAL := help
.PHONY: help install demo demo-reset test lint bench clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

install: ## Install the product into .venv; leaves the command at .venv/bin/groeimodel
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it (Debian and Ubuntu: apt-get install python3) or set PYTHON=/path/to/python3." >&2; exit 1; }
	@"$(PYTHON)" tools/bootstrap.py

demo: install ## Serve the example data on 127.0.0.1:8000 (PORT= for another port); keeps its data
	@.venv/bin/groeimodel demo --host $(HOST) --port $(PORT)

demo-reset: install ## The same, starting anew with fresh example data
	@.venv/bin/groeimodel demo --host $(HOST) --port $(PORT) --reset

test: ## Everything that proves that it works: lint, types, tests on SQLite and PostgreSQL, browser
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it (Debian and Ubuntu: apt-get install python3) or set PYTHON=/path/to/python3." >&2; exit 1; }
	@"$(PYTHON)" tools/bootstrap.py --dev
	@.venv/bin/python tools/check.py

lint: ## Only lint, types and import contracts
	@"$(PYTHON)" tools/bootstrap.py --dev
	@.venv/bin/python tools/check.py --lint

bench: ## Run the benchmarks; writes bench/results/latest.json and latest.md
	@"$(PYTHON)" tools/bootstrap.py --dev
	@.venv/bin/python -m bench.run

clean: ## Remove what was installed and made (not your data in var/)
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
