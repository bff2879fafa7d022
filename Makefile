# make         what building needs, then the specimen as PDF, DOCX and EPUB in output/
# make test    what the tests need, then every check and every test
# make check   format, lint, types, direction of imports
# make proof-sheet   the rules of docs/rules with their samples in output/rules.pdf, and their index
# make lock    newer versions into the locks
# make clean   take away what was made here, .venv and node_modules too
# What is installed on the machine, and why, stands in setup/system.list.

.PHONY: all build-tools test-tools specimen check test proof-sheet lock clean

BIN := .venv/bin
RELEASES := $(wildcard releases/specimen/specimen.md releases/notice.md)

all: specimen

build-tools:
	@setup/system.sh build
	@setup/venv.sh build

test-tools: build-tools
	@setup/system.sh test
	@setup/venv.sh test
	@setup/node.sh

specimen: build-tools
	$(BIN)/pressroom build $(RELEASES) -o output

check: test-tools
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/pyright
	$(BIN)/lint-imports --no-logo

test: specimen check
	$(BIN)/python -m pytest

proof-sheet: test-tools
	PYTHONPATH=tests $(BIN)/python -m rules.proof_sheet output/rules.pdf
	PYTHONPATH=tests $(BIN)/python -m rules.index

lock: build-tools
	setup/lock.sh

clean:
	rm -rf .venv setup/node/node_modules build dist .hypothesis .pytest_cache .ruff_cache .import_linter_cache
	find output -mindepth 1 ! -name .gitignore -delete
	find src tests -name __pycache__ -prune -exec rm -rf {} +
