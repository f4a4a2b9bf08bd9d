# Two to remember: `make demo` shows what it does, `make test` checks that it does it.
.PHONY: demo test lint docs templates samples bench fuzz lock clean

demo: ; @scripts/bootstrap demo && scripts/demo
test: ; @scripts/bootstrap test && scripts/install-programs && scripts/lint && scripts/pytest
lint: ; @scripts/bootstrap test && scripts/lint
docs: ; @scripts/bootstrap test && .venv/bin/python scripts/docs.py
templates: ; @scripts/bootstrap test && .venv/bin/python -m mijlpalen_xlsx.writer.blanks
samples: ; @scripts/bootstrap test && .venv/bin/python -m samples.make
bench: ; @scripts/bootstrap test && .venv/bin/python bench/bench.py $(BENCH)
fuzz: ; @scripts/bootstrap test && .venv/bin/python -m tests.corpus.mutate 2000
lock: ; @scripts/lock
clean: ; @rm -rf .venv .venv.log demo dist bench/made .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
