SWIFT ?= swift
PREFIX ?= /usr/local
DATASET ?= datasets/tpu-lyceum
SIZE ?= small
SEED ?= 1
WITHOUT_GLPK = --disable-default-traits --scratch-path .build/no-glpk
DOCUMENTED = Wording MentoringModel AssignmentKernel AssignmentGLPK InstanceIO Matching BankIO Registry Reports WordDocuments Orders NastavnikKit Workbench

.DEFAULT_GOAL := help
.PHONY: help setup run test test-browser lint docs bench bench-page bench-test install

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the Debian packages that the build needs
	@scripts/setup

# Exit code 1 says that the data has errors; the pairs are proposed all the same.
run: setup ## Build and propose pairs for a lyceum
	$(SWIFT) build -c release --product nastavnik
	@.build/release/nastavnik match $(DATASET) || [ $$? -eq 1 ]

test: setup lint ## Run every test, with GLPK and without it, and the format lint
	$(SWIFT) test
	$(SWIFT) test $(WITHOUT_GLPK)

test-browser: setup ## Test the page in Debian's Chromium; screenshots go to .build/browser
	$(SWIFT) build --product nastavnik
	Tests/Browser/run

lint: ## Check the format of the sources
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Fuzzing Package.swift

docs: setup ## Build the documentation; a warning is an error
	@for target in $(DOCUMENTED); do \
	  NASTAVNIK_DOCS=1 $(SWIFT) package generate-documentation \
	    --target $$target --warnings-as-errors || exit 1; \
	done

bench: setup ## Time both solvers beside other tools (SIZE=small|full, SEED=1, BENCH=options)
	$(SWIFT) build -c release --product nastavnik
	Benchmarks/run bench --size $(SIZE) --seed $(SEED) $(BENCH)

bench-page: setup ## Measure the curator's page in Chromium and under load
	$(SWIFT) build -c release --product nastavnik
	NASTAVNIK=$(CURDIR)/.build/release/nastavnik Tests/Browser/run figures.py \
	  --out $(CURDIR)/Benchmarks/results/$$(date +%F)-page/results.md

bench-test: ## Test the harness of the benchmarks
	Benchmarks/run pytest -q tests

install: setup ## Put one nastavnik binary and its launcher into PREFIX (PREFIX=/usr/local)
	$(SWIFT) build -c release --product nastavnik --static-swift-stdlib -Xlinker -s
	install -D -m 755 .build/release/nastavnik $(DESTDIR)$(PREFIX)/bin/nastavnik
	install -D -m 644 scripts/nastavnik.desktop \
	  $(DESTDIR)$(PREFIX)/share/applications/nastavnik.desktop
