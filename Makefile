# The doors for people. `make help` lists them; everything else is `snakemake` and `dvc`.
SCALE ?= full
PYTHON ?= python3
BIN := .venv/bin
SNAKEMAKE = $(BIN)/snakemake --config scale=$(SCALE)

.DEFAULT_GOAL := help
.PHONY: help setup reproduce pull checkout verify digest report times guide archive test test-fast test-llm check lock schema clean

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'
	@echo "  SCALE=smoke|full|paper chooses the size (default: full)"

reproduce: .venv/.runtime  ## Regenerate everything at SCALE, then print where it is and the table of claims
	$(SNAKEMAKE)
	@$(BIN)/muse verify

verify: .venv/.runtime  ## Check the claims against the results at hand
	@$(BIN)/muse verify

pull: .venv/.runtime  ## Fetch the data of this commit from DVC's remote, then as `make checkout`
	@[ -n "$$($(BIN)/dvc config core.remote)" ] || { echo "error: no remote to fetch from: \`dvc remote add -d ..\` names one" \
	  "(docs/cluster.md), \`make reproduce\` makes the data"; exit 2; }
	$(BIN)/dvc fetch
	@$(MAKE) --no-print-directory -o .venv/.runtime checkout

checkout: .venv/.runtime  ## Put the data of this commit in place from DVC's cache; both doors then take it as made
	$(BIN)/dvc checkout
	@$(BIN)/dvc status -q || { echo "error: the data are not those of this configuration and these sources:" \
	  "\`dvc status\` tells where, \`make reproduce\` makes them"; exit 2; }
	@said=$$($(BIN)/snakemake --touch --forceall 2>&1) || { echo "$$said"; exit 2; }

digest: .venv/.runtime  ## Print the SHA-256 of each part of the dataset and the results
	@$(BIN)/muse digest

# Of the run at hand, whatever the default is: after a smoke run nobody wants the whole one for its report.
report archive: SCALE = $(or $(shell sed -n 's/^scale: //p' work/config/claims.yaml 2>/dev/null),full)

report: .venv/.runtime  ## Write results/report.html of the run at hand: results with captions, times, code of each step
	$(SNAKEMAKE) --report results/report.html

times: .venv/.runtime  ## Print what each step took, and put it into ARTIFACT.md
	@$(BIN)/muse times --config work/config/claims.yaml --into ARTIFACT.md

guide: .venv/.runtime  ## Write docs/claims.md, the reviewer's list, from config/claims.yaml
	@$(BIN)/muse guide --claims config/claims.yaml --output docs/claims.md

archive: .venv/.runtime  ## Bring the run at hand up to date, then write dist/muse-artifact-<version>.tar.gz
	@git diff --quiet HEAD || { echo "error: an archive holds a commit: commit your changes first (git status)"; exit 2; }
	$(SNAKEMAKE)
	@$(BIN)/muse archive --config work/config/claims.yaml --folder dist

setup: .venv/.runtime  ## Make .venv from requirements.lock

test: .venv/.test  ## Run the whole test suite
	$(BIN)/python -m pytest

test-fast: .venv/.test  ## Run the tests but the slow ones
	$(BIN)/python -m pytest -m "not slow"

test-llm: .venv/.test .venv/llama/.made  ## Build a server, and let a real small model talk through every step
	$(BIN)/python -m pytest -s -m real_model tests/llm/test_small_model.py

check: .venv/.test  ## Lint, format, types, one-way imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock:  ## Pin requirements*.in anew in a throw-away environment
	PYTHON=$(PYTHON) workflow/lock.sh

schema: .venv/.runtime  ## Write workflow/schemas/config.schema.json from the settings' types
	$(BIN)/python -c 'import json; from muse.config import Config; print(json.dumps(Config.model_json_schema(), indent=2))' \
	  > workflow/schemas/config.schema.json

clean:  ## Delete generated data and results; paid answers (work/llm) and fetched images stay
	find data results -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	rm -rf .snakemake
	[ ! -d work ] || find work -mindepth 1 -maxdepth 1 ! -name llm ! -name amazon-images -exec rm -rf {} +

.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "error: $(PYTHON) is older than 3.11 (make PYTHON=python3.12 ..)"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	@touch $@

.venv/.runtime: .venv/.python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $@

.venv/llama/.made: .venv/.python requirements-llm.txt
	$(PYTHON) -m venv .venv/llama
	CMAKE_ARGS=-DLLAVA_BUILD=OFF .venv/llama/bin/pip install --quiet --no-deps --requirement requirements-llm.txt
	@touch $@

.venv/.test: .venv/.runtime requirements-test.lock
	$(BIN)/pip install --quiet --requirement requirements-test.lock
	@touch $@
