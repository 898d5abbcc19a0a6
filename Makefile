# From Neuron to Network. `make` does the main job, `make test` tests it.
# A fresh clone needs only Python 3.11-3.13, make and git; the rest is installed into .venv.

PYTHON ?= python3
JOBS   ?= $(shell nproc 2>/dev/null || echo 2)
# tests wait for processes they start: one more of them than cores
WORKERS ?= $(shell expr $(JOBS) + 1)
FUZZ_SECONDS ?= 600
FAULT_TIMES ?= 12
BAD_INPUTS ?= 5000
# the same examples in every run; `make test EXAMPLES=default` draws new ones
EXAMPLES ?= ci
# .pyc files spare each of the many processes a second or two
unexport PYTHONDONTWRITEBYTECODE
# processes are many and their arrays small: threads of OpenBLAS, which wait by spinning, would
# take the cores from them (a notebook of 10 s takes 97 s with two others beside it on two cores)
export OPENBLAS_NUM_THREADS ?= 1

BIN    := .venv/bin
STAMPS := _build/.stamps
# goes with what it stands for: `make clean` keeps the environment
INSTALLED := .venv/.installed

CHAPTERS  := $(wildcard chapters/* chapters/*/*)
SOLUTIONS := $(wildcard solutions/*/*.py)
PACKAGE   := $(shell find autograder -name '*.py' -o -path '*/publish/*' -type f ! -name '*.pyc' 2>/dev/null)
COURSE    := _toc.yml $(CHAPTERS) $(SOLUTIONS)

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all site release demo serve pdf test test-all pyodide pages-in-wasm mutants fuzz faults bad-input bench bill load lint format lock clean system-test system-demo help

all: site release demo ## everything: site, student notebooks, a graded sample class
	@echo
	@echo "site               _build/html/index.html        (make serve shows it)"
	@echo "student notebooks  _build/release/release/"
	@echo "sample class       _build/demo/gradebook.db, _build/demo/feedback/"

site: $(STAMPS)/site ## the book, in _build/html
release: $(STAMPS)/release ## student notebooks, in _build/release
demo: $(STAMPS)/demo ## hand in, grade and check a sample class, in _build/demo

# the release makes the digests of known mistakes on all cores; with `make -j2` the site and the
# sample class are then made side by side
# a build reads what has changed: after one that failed, all pages, so that no warning is lost
$(STAMPS)/site: $(COURSE) $(PACKAGE) _config.yml $(INSTALLED) | release
	$(BIN)/jupyter-book build . -W --keep-going || { rm -rf _build/.doctrees; exit 1; }
	@mkdir -p $(@D) && touch $@

$(STAMPS)/release: $(COURSE) $(PACKAGE) $(INSTALLED)
	$(BIN)/autograder release --class _build/release
	@mkdir -p $(@D) && touch $@

$(STAMPS)/demo: $(COURSE) $(PACKAGE) $(INSTALLED) | release system-demo
	$(BIN)/autograder demo --class _build/demo --jobs $(JOBS)
	@mkdir -p $(@D) && touch $@

# the environment: exactly what requirements.lock pins, by hash
$(INSTALLED): requirements.lock pyproject.toml
	@PYTHON=$(PYTHON) sh tools/make-environment.sh
	@touch $@

test: SAMPLE = --sample
test: test-all ## run the tests; of those with many cases a share, another one after each change

test-all: system-test pyodide $(INSTALLED) $(STAMPS)/site ## run every test with every case
	$(BIN)/python -m pytest $(SAMPLE) -n $(WORKERS) --dist loadfile --no-loadscope-reorder --nbval --nbval-current-env \
	  --hypothesis-profile $(EXAMPLES) tests _build/jupyter_execute/chapters

# without it the tests of answers in the page are skipped, and say so
pyodide: $(INSTALLED)
	@$(BIN)/python -m tools.fetch_pyodide || echo "make: goes on without it"

pages-in-wasm: system-test pyodide $(INSTALLED) ## run all chapters' cells with Pyodide in Chromium
	EVERY_CHAPTER=1 $(BIN)/python -m pytest -rP tests/publish/test_answer_here.py -k references

mutants: $(INSTALLED) ## prove the checks: every mutant fails, every right answer passes
	$(BIN)/autograder mutants --jobs $(JOBS)

fuzz: $(INSTALLED) ## throw bytes at what reads a student's answers, FUZZ_SECONDS=600
	$(BIN)/python -m tools.fuzz $(FUZZ_SECONDS)

faults: $(INSTALLED) ## disturb grading in every way, FAULT_TIMES=12 times each, and compare the marks
	$(BIN)/python -m tools.faults --times $(FAULT_TIMES)

bad-input: $(INSTALLED) ## give BAD_INPUTS=5000 malformed files to what reads them
	$(BIN)/python -m tools.bad_input --trials $(BAD_INPUTS)

bench: $(INSTALLED) ## how fast grading is, beside nbgrader, otter-grader and the checks alone
	$(BIN)/python -m tools.bench

load: $(INSTALLED) ## grade 10,000 submissions: rate, memory, disk, what looking at them takes
	$(BIN)/python -m tools.load --jobs $(JOBS)

bill: $(INSTALLED) ## what is locked and carried, with versions and licenses, in _build/bill
	$(BIN)/python -m tools.bill

lint: $(INSTALLED) ## style, types, imports and dependencies of the code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/oxlint --config autograder/publish/oxlint.json autograder/publish
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry autograder

format: $(INSTALLED) ## mend the style of the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

serve: site ## show the site on http://localhost:8000
	$(BIN)/python -m http.server --bind localhost --directory _build/html 8000

pdf: system-test site ## the book as one PDF, in _build/book.pdf
	$(BIN)/python -m tools.make_pdf

lock: ## pin anew what pyproject.toml asks for
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --all-extras \
	  --no-emit-index-url --no-annotate --no-header --upgrade pyproject.toml -o requirements.lock

system-test:
	@sh tools/system-packages.sh chromium bubblewrap libseccomp2 postgresql

# root can have the sandbox made; anybody else is told by `demo` that there is none
system-demo:
	@[ "$$(id -u)" != 0 ] || sh tools/system-packages.sh bubblewrap || echo "make: goes on without it"

clean: ## remove everything derived (a class folder is yours, and stays)
	rm -rf _build .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18
