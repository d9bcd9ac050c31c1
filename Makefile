# Two commands do everything: `make run` reads, `make test` proves. See README.md.
SHELL := /bin/bash
PYTHON := .venv/bin/python
.DEFAULT_GOAL := run

.PHONY: run test lint types bench fuzz i18n screens clean

run: ## open the window on a sample article, or on ARGS=path/to/article.txt
	@tools/setup.sh run
	@$(PYTHON) -m reader $(ARGS)

test: ## lint, types, tests and quality floors
	@tools/setup.sh test
	@$(MAKE) --no-print-directory lint types
	@$(PYTHON) -m pytest -q $(ARGS)

lint:
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .

types:
	@.venv/bin/mypy

bench: ## print the figures
	@tools/setup.sh test
	@$(PYTHON) -m tests.bench $(ARGS)

fuzz: ## the hostile-input suite, long
	@tools/setup.sh test
	@COMILLAS_FUZZ=long $(PYTHON) -m pytest -q -m fuzz $(ARGS)

i18n: ## collect the window's texts and compile its translations
	@tools/setup.sh test
	@tools/i18n.sh

screens: ## pictures of every view, theme and state, in build/screens
	@tools/setup.sh test
	@$(PYTHON) -m pytest -q tests/qt/test_screens.py

clean:
	rm -rf .venv .tools build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis
