# Every target first sets up what it needs; the next time it finds that in place. See README.md.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

# To the recipes through the environment, word for word: any quote, space, dollar or script is allowed in them.
override RASTER := $(value RASTER)
override QUESTION := $(value QUESTION)
override ZIP := $(value ZIP)
export RASTER QUESTION ZIP

.PHONY: help setup demo self-test gallery test lint check format translations screenshots zip release fresh test-qgis test-cuda-build first-answer check-qt6 fuzz kill torture bench bench-refine bench-training bench-ui gpu-training clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing: QGIS and tools (apt), one .venv
	@.ci/setup

demo: setup ## ask a question about the sample, or about RASTER=… QUESTION="…", in the shell and in QGIS
	@.ci/demo

self-test: setup ## whether everything works here, in one line, and how many real questions are answered rightly
	@.venv/bin/python -m askmap.backend.self_test

gallery: setup ## random real answers as one picture, build/gallery.jpg; GALLERY="--count 20", see --help
	@OMP_NUM_THREADS=1 .venv/bin/python -m askmap.training.evaluation.gallery $(GALLERY)

test: setup ## run all tests, those in real QGIS included
	@.ci/test

lint: setup ## ruff and mypy
	@.venv/bin/python -m ruff check .
	@.venv/bin/python -m ruff format --check .
	@.venv/bin/python -m mypy -p askmap.backend -p askmap.plugin -p askmap.training

check: lint test ## lint, then test

format: setup ## let ruff put the code into shape
	@.venv/bin/python -m ruff check --fix .
	@.venv/bin/python -m ruff format .

translations: ## collect the sentences of the sources into resources/i18n/*.ts, check and compile them
	@.ci/translations
	@.ci/translations check
	@.ci/translations compile

screenshots: setup ## the pictures of docs/guide.md, taken in real QGIS; also all windows larger and dark, to look at
	@.ci/screenshots

zip: ## build/askmap.zip, what plugins.qgis.org takes
	@mkdir -p build
	@.ci/translations compile
	@git archive --format=zip --output="$${ZIP:-build/askmap.zip}" --prefix=askmap/resources/i18n/ \
		$(patsubst %.ts,--add-file=%.qm,$(wildcard resources/i18n/*.ts)) --prefix=askmap/ HEAD
	@.ci/release addresses "$${ZIP:-build/askmap.zip}"

release: setup zip ## the zip, and all that must be right before it goes out: see .ci/release
	@.ci/release check "$${ZIP:-build/askmap.zip}"

fresh: ## `make demo` and `make test` as a new user types them, in a bare Debian made for it, SUITE=bookworm or trixie
	@.ci/fresh "$(SUITE)"

test-qgis: setup ## the plugin's tests, and the engine's, in another QGIS, RELEASE=3.22, 3.40, 3.40-trixie or 3.44
	@.ci/qgis-root "$(RELEASE)"

test-cuda-build: setup ## a question in a QGIS window with torch's CUDA build, 3 GB, no GPU; RELEASE= as for test-qgis
	@.ci/cuda-build "$(RELEASE)"

first-answer: setup ## from the zip in an empty profile to the first answer, RELEASE= as for test-qgis, WAY=crash or bundle
	@.ci/first-answer "$(or $(RELEASE),here)" $(WAY)

check-qt6: setup ## what QGIS's own migration script and flake8-qgis say of the plugin on Qt 6
	@.ci/qt6 check

fuzz: setup ## hostile inputs for every reader of strangers' texts and files, seeded; FUZZ="parser --count 1000"
	@.venv/bin/python tests/fuzz $(FUZZ)

kill: setup ## kill -9 in the middle of asking, also in a child, labelling, training, keeping and exporting; KILL="ask --count 10"
	@.venv/bin/python tests/kill $(KILL)

torture: setup ## the same, 20 times each: installs of small wheels, answers and saves; it says how to kill true installs
	@.venv/bin/python tests/kill install child history samples export --count 20 --seed 16 || code=$$?; \
		echo 'True installs, 1 GB each; the same command goes on where it was stopped:'; \
		echo '.venv/bin/python tests/kill pypi --count 20 --seed 16 --results build/kill-pypi.jsonl'; exit $${code:-0}

bench: bench-refine bench-training bench-ui ## all of the following three

bench-refine: setup ## from a click to its mask, beside the same networks without what is kept, in the same run
	@OMP_NUM_THREADS=1 .venv/bin/python -m askmap.training.benchmarks.refine_speed
	@OMP_NUM_THREADS=1 .venv/bin/python -m askmap.training.benchmarks.refine_speed --segmenter small --clicks 11

bench-training: setup ## rollouts per second of the training, beside TRL's plain GRPOTrainer in the same run
	@OMP_NUM_THREADS=1 .venv/bin/python -m askmap.training.benchmarks.training_speed

bench-ui: setup ## what 5,000 answers in the history cost the window, beside its whole list read and shown anew
	@cd tests && OMP_NUM_THREADS=1 xvfb-run -a -s '-screen 0 1600x1000x24' ../.venv/bin/python support/bench_ui.py

gpu-training: setup ## what only a GPU can show: one stage a call, ten minutes at most, resumable
	@.ci/gpu-training

clean: ## remove what was built, but not .venv and .qgis-roots
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis
