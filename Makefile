# The front door: every target works on a machine that has Python 3.11 or later and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
DEMO   := demo
GOLD   := $(wildcard ../shared/evaluate.py)

.PHONY: help demo test lint types imports tests wheel evaluate align-weights layouts yardsticks bench fuzz lock clean

help: ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@

demo: $(READY) ## add the sample, answer three questions, write the exports to demo/
	rm -rf $(DEMO) && mkdir $(DEMO)
	$(BIN)/zhengmai --store $(DEMO)/store add --sample
	$(BIN)/zhengmai --store $(DEMO)/store lineage "库政办发〔2018〕171号 五（十五）"
	$(BIN)/zhengmai --store $(DEMO)/store responsibility 市公安局
	$(BIN)/zhengmai --store $(DEMO)/store rights 三权
	$(BIN)/zhengmai --store $(DEMO)/store export ttl $(DEMO)/graph.ttl
	$(BIN)/zhengmai --store $(DEMO)/store export jsonld $(DEMO)/graph.jsonld
	$(BIN)/zhengmai --store $(DEMO)/store export graphml $(DEMO)/graph.graphml
	$(BIN)/zhengmai --store $(DEMO)/store export html $(DEMO)/graph.html

test: lint types imports wheel tests ## everything that CI runs

lint: $(READY) ## ruff, check and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy, strict
	$(BIN)/mypy ontology graph exports cli tests

imports: $(READY) ## the rooms and the order of the steps
	$(BIN)/lint-imports

# Stores are written through to the disk: in memory, where there is room, the tests take half the time.
ROOMY := $(and $(wildcard /dev/shm/.),$(shell awk '/MemAvailable/ && $$2 > 8000000' /proc/meminfo 2>/dev/null))
tests: $(READY) ## pytest, with the doctests, on every processor
	dir=$$(mktemp -d $(if $(ROOMY),-p /dev/shm)) && trap 'rm -rf "$$dir"' EXIT && \
	$(BIN)/python -m pytest --numprocesses=logical --dist=worksteal --basetemp="$$dir/tests"

wheel: $(READY) ## build the wheel, install it elsewhere, ask it one question
	rm -rf dist build && mkdir build
	$(BIN)/python -m hatchling build -t wheel
	$(PYTHON) -m venv build/wheel
	sed -nE 's/^([A-Za-z0-9._-]+==[^\\]+) \\$$/\1/p' requirements.lock > build/constraints.txt
	build/wheel/bin/python -m pip install --quiet --disable-pip-version-check --constraint build/constraints.txt dist/*.whl
	cd build && wheel/bin/zhengmai --version
	cd build && wheel/bin/zhengmai --store wheel.store add --sample
	cd build && wheel/bin/zhengmai --store wheel.store responsibility 市公安局 --format csv

evaluate: $(READY) ## precision and recall, and what was gained and lost since BASE
	@test -n "$(GOLD)" || { echo "no annotated documents beside this checkout (../shared)"; exit 1; }
	$(BIN)/python $(GOLD) --reader '$(BIN)/zhengmai read {file} --format json'
	$(BIN)/python tests/evaluation/precision.py
	$(BIN)/python tests/evaluation/gains_and_losses.py ../shared/corpus $(if $(BASE),--base $(BASE))

align-weights: $(READY) ## how right correspondences are on pairs left out; WRITE=1 stores the weights
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "scikit-learn>=1.5"
	$(BIN)/python -m tests.evaluation.align_weights $(if $(WRITE),--write --date "$$(date +%F)") $(if $(REVIEWS),--reviews $(REVIEWS))

layouts: $(READY) ## what of a reading survives in other settings of the same words
	$(BIN)/python tests/evaluation/layouts.py $(if $(VERBOSE),--verbose)

yardsticks: $(READY) ## statutes, their versions and heads of pages from outside, where fetched
	-$(BIN)/python tests/yardsticks/lawrefbook.py $(LAWREFBOOK)
	-$(BIN)/python tests/yardsticks/page_heads.py $(PAGE_HEADS)
	-$(BIN)/python tests/yardsticks/lawcomparator.py $(LAWCOMPARATOR)

bench: $(READY) ## measurements, as ratios within one run
	for file in tests/benchmarks/bench_*.py; do $(BIN)/python $$file || exit 1; done

fuzz: $(READY) ## the property tests, ten times as long
	$(BIN)/python -m pytest --hypothesis-profile=long -m hypothesis

lock: $(READY) ## resolve requirements.lock anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --no-strip-extras --generate-hashes --no-emit-index-url --no-annotate --no-header --output-file requirements.lock

clean: ## remove what was made
	rm -rf $(VENV) $(DEMO) build dist
