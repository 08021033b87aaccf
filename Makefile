# `make run` and `make test` are all that a fresh checkout needs; `make help` lists the rest.

EVAL ?= ../shared/eval
INGEST ?= ../shared/ingest
ARGS ?=

BIN := .venv/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# A file's tests stay in one process: they share what its fixtures made.
PYTEST := $(OFFSCREEN) $(BIN)/pytest -q -n auto --maxprocesses 4 --dist loadscope

.PHONY: help run demo setup setup-tests check test test-fast eval measure bench soak clean
.DEFAULT_GOAL := help

help: ## Say what each target does
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-12s %s\n' "$$name" "$$text"; done

run: setup ## Open the window on the sample articles; without a display, run the demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(BIN)/crosslight gui --sample; \
	else \
		exec $(MAKE) --no-print-directory demo; \
	fi

demo: setup ## Compare the sample articles, and write report and pictures to build/demo
	@$(OFFSCREEN) $(BIN)/crosslight demo

setup: ## Make .venv with Crosslight in it, and see to the system's libraries
	@packaging/setup.sh

setup-tests:
	@packaging/setup.sh tests

check: setup ## Check format, lint, types and import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/pyright
	$(BIN)/lint-imports

test: setup-tests check ## Run every check and every test (ARGS="..." goes to pytest)
	$(PYTEST) $(ARGS)

test-fast: setup ## Run the tests that take less than a second each
	$(PYTEST) -m "not slow" $(ARGS)

eval: setup ## Measure accuracy on evaluation data (EVAL=folder, INGEST=folder)
	@for folder in $(EVAL) $(INGEST); do \
		if [ -f "$$folder/score.py" ]; then \
			$(BIN)/python "$$folder/score.py" run --data "$$folder/dev" \
				--command "$(CURDIR)/$(BIN)/crosslight" || exit 1; \
		else \
			echo "No evaluation data in $$folder; EVAL=folder and INGEST=folder name other places."; \
		fi; \
	done

measure: setup-tests ## Measure how long the window takes until its first picture, and to compare
	@$(BIN)/python tests/measure_start.py

bench: setup ## Measure the speed of the analysis on made-up articles (ARGS="--profile 25": where it goes)
	@$(BIN)/python -m tests.bench $(ARGS)

soak: setup-tests ## Kill imports 1,000 times, cut the power 2,000 times, and more (takes hours)
	@$(BIN)/python -m tests.kit.faults kills --rounds $(or $(KILLS),1000) --articles 40
	@$(BIN)/python -m tests.kit.faults power --rounds $(or $(STATES),2000) --articles 40
	@$(BIN)/python -m tests.kit.faults full --rounds $(or $(FULL),40) --articles 40
	@$(BIN)/python -m tests.kit.faults damage --rounds $(or $(DAMAGE),1000) --articles 40
	@$(BIN)/python -m tests.kit.faults locks --rounds $(or $(LOCKS),10) --articles 40

clean: ## Remove what was built and cached; .venv stays
	rm -rf build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	find desktop db resources seeds tests -name __pycache__ -prune -exec rm -rf {} +
