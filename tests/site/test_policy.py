"""Every kind of page under the policy of deploy/nginx: it forbids every script that stands in a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.kinds import addresses
from tests.site.server import serve
from tests.site.visits import Visits
from tests.trees import ROOT

PAGES = {kind: address for kind, _, address in reversed(addresses()) if kind != "redirect"}
HEADER = "Content-Security-Policy"


def policy() -> str:
    """As the server sends it, but for what makes a browser ask for https, which is not spoken here."""
    text = (ROOT / "deploy/nginx/site.conf").read_text(encoding="utf-8")
    found = re.search(rf'add_header {HEADER} "([^"]+)" always;', text)
    assert found
    return found[1].removesuffix("; upgrade-insecure-requests")


@pytest.fixture(scope="module")
def guarded_url(kinds_dir: Path) -> Iterator[str]:
    with serve(kinds_dir, {HEADER: policy()}) as address:
        yield address


def test_the_policy_allows_no_script_in_a_page() -> None:
    directives = dict(part.split(" ", 1) for part in policy().split("; "))
    assert directives["script-src"] == "'self'"
    assert directives["object-src"] == directives["base-uri"] == "'none'"


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_asks_for_nothing_that_the_policy_forbids(guarded_url: str, open_page: Visits, kind: str) -> None:
    """A violation is an error in the console, of which `open_page` complains."""
    page = open_page(f"{guarded_url}/{PAGES[kind]}")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-do=theme]").get_attribute("aria-pressed") == "false"  # set by a script


@pytest.mark.parametrize("address", ["", "en/"])
def test_a_search_runs_under_the_policy(guarded_url: str, open_page: Visits, address: str) -> None:
    page = open_page(f"{guarded_url}/{address}")
    page.keyboard.press("/")
    page.keyboard.type("Nghệ An ")
    page.locator(".found a").first.wait_for()


def test_the_policy_is_not_blind(guarded_url: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{guarded_url}/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'evil = 1' }))")
    assert page.evaluate("typeof evil") == "undefined"
    assert any("script-src" in each for each in complaints)
    context.close()
