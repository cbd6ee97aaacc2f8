"""The preview shows the editors' dashboard beside the site, and never in it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.build.previews import free_port, running
from tests.build.projects import copy_project
from tests.desk import EN, VI, files
from tests.trees import KEY, NOW


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(
        tmp_path_factory.mktemp("preview") / "du-an",
        files(VI, EN.replace("1,250.5", "1,350.5")) | {"_data/coverage.yml": 'rules: {"*": warning}\n'},
    )


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    port = free_port()
    docs = str(root / "docs")
    command = [sys.executable, str(root / "scripts/serve.py"), "--docs", docs, "--port", str(port), "--now", NOW]
    with running(command, root, port, {"PYTHONDONTWRITEBYTECODE": "1"}) as found:
        yield found


def fetch(address: str) -> tuple[int, str, str]:
    """Status, kind and text of an answer; the path is sent as it is."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=60)
    try:
        connection.request("GET", parts.path)
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Content-Type", ""), answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def test_the_dashboard_stands_beside_the_site(root: Path, address: str) -> None:
    status, kind, text = fetch(f"{address}/_report/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert "Bảng theo dõi bản dịch" in text
    assert fetch(f"{address}/_report/assets/dashboard.css")[:2] == (200, "text/css; charset=utf-8")
    assert fetch(f"{address}/_report/en/bulletins/{KEY}.html")[0] == 200
    assert "/_report/" in (root.parent / "log").read_text(encoding="utf-8")


def test_its_address_is_found_without_the_slash(address: str) -> None:
    assert fetch(f"{address}/_report")[0] == 302


def test_it_is_no_part_of_the_site(address: str) -> None:
    for path in ("/", "/en/", f"/{KEY}/"):
        status, _, text = fetch(address + path)
        assert status == 200
        assert "_report" not in text
        assert "Bảng theo dõi" not in text


@pytest.mark.parametrize(
    "path",
    ["../site/index.html", "%2e%2e/site/index.html", "/etc/passwd", ".files.json/x", "bulletins", "en", "no.html"],
)
def test_nothing_but_its_own_files_is_sent(address: str, path: str) -> None:
    assert fetch(f"{address}/_report/{path}")[0] == 404


def test_it_is_made_anew_when_the_content_has_changed(root: Path, address: str) -> None:
    page = f"{address}/_report/bulletins/{KEY}.html"
    assert "Giá trị không khớp" in fetch(page)[2]
    (root / "docs" / KEY / "index.en.md").write_text(EN, encoding="utf-8")
    deadline = time.monotonic() + 90
    while "Giá trị không khớp" in fetch(page)[2]:
        assert time.monotonic() < deadline
        time.sleep(0.3)
