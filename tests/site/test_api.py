"""The interface for machines on the built site: its addresses, its page, and a program that reads it."""

import json
import re
import urllib.request
from collections.abc import Iterator
from contextlib import redirect_stdout
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from bulletin.source.site import read_site

from tests.site.kinds import KINDS
from tests.trees import ROOT

SITE = read_site(ROOT / "mkdocs.yml").url
ADDRESS = re.compile(r'(?:href|src)="([^"]*)"')
PROGRAM = re.compile(r"<pre><code>(import json.*?)</code></pre>", re.DOTALL)


def files_of(site: Path) -> dict[str, Any]:
    return {
        path.relative_to(site).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in (site / "api").rglob("*.json")
    }


def addresses_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        yield from (unescape(each) for each in ADDRESS.findall(value))
        if value.startswith(SITE) and "<" not in value and " " not in value:
            yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from addresses_in(each)


def test_every_address_of_the_site_leads_to_something(kinds_dir: Path) -> None:
    files = files_of(kinds_dir)
    own = {
        unquote(address.removeprefix(SITE).split("#")[0])
        for name, value in files.items()
        if not name.endswith("schema.json")
        for address in addresses_in(value)
        if address.startswith(SITE)
    }
    lost = [
        each
        for each in own
        if not (kinds_dir / each / ("index.html" if each.endswith("/") or not each else "")).is_file()
    ]
    assert lost == []
    assert len(own) > 60


def test_no_address_in_a_text_needs_its_page(kinds_dir: Path) -> None:
    found = [address for value in files_of(kinds_dir).values() for address in addresses_in(value)]
    assert [address for address in found if not re.match("[a-z]+:", address)] == []


def test_every_public_edition_of_the_sitemap_is_in_it_and_no_other(kinds_dir: Path) -> None:
    told = {
        edition["url"]
        for name, value in files_of(kinds_dir).items()
        if name.startswith("api/v1/bulletins/") and value["kind"] == "bulletin"
        for edition in value.get("editions", [])
    }
    listed = re.findall("<loc>(.*?)</loc>", (kinds_dir / "sitemap.xml").read_text(encoding="utf-8"))
    sections = "news|features|clarifications|events|press"
    shape = re.compile(rf"{SITE}(en/)?(({sections})/\d{{4}}/\d\d|issues|opportunities|documents|about)/[^/]+/")
    no_bulletin = re.compile(r"/\d{4}/\d\d/$")
    assert told == {each for each in listed if shape.fullmatch(each) and not no_bulletin.search(each)}
    assert len(told) > 25


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_program_on_the_page_reads_every_bulletin(
    kinds_dir: Path, kinds_url: str, monkeypatch: pytest.MonkeyPatch, prefix: str
) -> None:
    (program,) = PROGRAM.findall((kinds_dir / prefix / "api/v1/index.html").read_text(encoding="utf-8"))
    real = urllib.request.urlopen
    monkeypatch.setattr(urllib.request, "urlopen", lambda url: real(url.replace(SITE, f"{kinds_url}/")))
    with redirect_stdout(StringIO()) as output:
        exec(unescape(program), {})
    read = [line.split(" ", 2) for line in output.getvalue().splitlines()]
    assert {tag for tag, _, _ in read} == {"vi", "en"}
    assert len(read) == len({url for _, url, _ in read}) > 25
    rich = f"{SITE}en/{KINDS['bulletin']}"
    assert ["en", rich, "Nghệ An announces projects open to investment in 2026–2030"] in read


def test_every_page_leads_to_it(kinds_dir: Path) -> None:
    page = (kinds_dir / "en" / KINDS["bulletin"] / "index.html").read_text(encoding="utf-8")
    assert '<a href="../../../../api/v1/">' in page
