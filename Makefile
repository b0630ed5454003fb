# 学时管家. `make run` on a fresh machine is all that it takes: Python 3.11 or newer and make are needed, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := bot handlers nlu policies storage
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-virtualenv
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-annotate \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check lint audit format bench eval fuzz faults lock clean

help:  ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

setup: $(VENV)/installed  ## install what running needs into .venv (again only when the pins change)

setup-dev: $(VENV)/installed-dev  ## and what testing needs

run: setup  ## chat in this terminal
	@$(BIN)/xueshi

test: setup-dev  ## run the tests
	@$(BIN)/python -m pytest -n auto --dist worksteal

check: setup-dev  ## format, lint, types, import contracts, known weaknesses of dependencies, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.release.audit
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: setup-dev  ## lint, types and import contracts alone
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: setup-dev  ## hold the pinned dependencies against the published advisories
	@$(BIN)/python -m tests.release.audit

format: setup-dev  ## format the code and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup-dev  ## measure start-up, turns, storage, understanding, beside peers where installed
	@$(BIN)/python -m tests.bench

eval: setup-dev  ## score understanding on the project's own corpus
	@$(BIN)/python -m tests.nlu.score

fuzz: setup-dev  ## inputs by the thousand into everything that takes any, for FUZZ_MINUTES (3)
	@$(PIP) --only-binary :all: --require-hashes -r requirements-fuzz.txt 2>/dev/null || echo "no atheris for this system: fuzzing by chance alone"
	@$(BIN)/python -m tests.nlu.fuzz --number 20000
	@$(BIN)/python -m pytest -m hypothesis --hypothesis-profile by_chance
	@$(BIN)/python -m tests.fuzz

faults: setup-dev  ## kill the process thousands of times, on Telegram too, and look whether anything was lost or doubled
	@$(BIN)/python -m tests.faults
	@$(BIN)/python -m tests.telegram.storm
	@$(BIN)/python -m tests.telegram.storm --webhook --seed 2

lock: setup-dev  ## renew the pinned requirements from pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) --build-deps-for editable --only-build-deps --output-file requirements-build.txt pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) --output-file requirements.txt pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
	echo 'atheris>=3.0' | CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) --output-file requirements-fuzz.txt -

clean:  ## remove .venv and what tools left behind
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .fuzz .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "学时管家需要 Python 3.11 或更新版本；这里的 $(PYTHON) 是 $$($(PYTHON) --version 2>&1 | head -n 1)。"; \
		echo "装好后再试，或指明它：make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "这个 Python 缺少 venv 模块；Debian、Ubuntu 请先安装 python3-venv 软件包。"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# jieba comes as source: it is built with the pinned setuptools, not with whatever is newest that day
$(VENV)/installed: requirements-build.txt requirements.txt pyproject.toml | $(BIN)/python
	@echo "正在安装（只需一次）…"
	@$(PIP) --require-hashes -r requirements-build.txt
	@$(PIP) --require-hashes --no-build-isolation -r requirements.txt
	@PYTHONWARNINGS=ignore $(PIP) --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "正在安装测试工具（只需一次）…"
	@$(PIP) --require-hashes --no-build-isolation -r requirements-dev.txt
	@touch $@
