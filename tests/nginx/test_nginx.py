"""deploy/nginx with a real nginx: what readers get, and what they never get."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import brotli
import pytest
from bulletin.publish.releases import LASTING_NAMES, publish, roll_back

from tests.nginx.server import CONFIGURATION, HOST, Nginx
from tests.trees import KEY, ROOT

pytestmark = pytest.mark.nginx
PAGE = f"/{KEY}/"
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
}
LASTING, ASKED_AGAIN = "public, max-age=31536000, immutable", "no-cache"
SECONDS = int(os.environ.get("LOAD_SECONDS", "30"))


def icon_of(site: Path) -> str:
    return next(f"/assets/{path.name}" for path in (site / "assets").glob("icon.*.svg"))


# What readers get


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 200, id="home"),
        pytest.param("/en/", 200, id="english-home"),
        pytest.param(PAGE, 200, id="bulletin"),
        pytest.param("/sitemap.xml", 200, id="sitemap"),
        pytest.param("/khong-co/", 404, id="no-address"),
        pytest.param("/.nojekyll", 404, id="dotfile"),
        pytest.param("/news/2026/02/ten-cu/", 301, id="moved"),
    ],
)
def test_every_answer_has_the_headers_that_protect_its_reader(nginx: Nginx, path: str, status: int) -> None:
    answer = nginx.get(path)
    assert answer.status == status
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "; script-src 'self'; " in policy  # no script in a page runs: tests/site/test_policy.py
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["server"] == "nginx"


def test_pages_say_their_encoding_and_type(nginx: Nginx) -> None:
    assert nginx.get(PAGE).headers["content-type"] == "text/html; charset=utf-8"
    assert nginx.get("/sitemap.xml").headers["content-type"].startswith(("text/xml", "application/xml"))
    assert nginx.get("/assets/" + _asset(nginx, "*.woff2")).headers["content-type"] == "font/woff2"


@pytest.mark.parametrize("path", ["/api/v1/index.json", f"/api/v1/bulletins/{KEY}.json", "/api/v1/khong-co.json"])
def test_pages_of_other_sites_may_read_the_interface(nginx: Nginx, path: str) -> None:
    answer = nginx.get(path, origin="https://khac.example")
    assert answer.headers["access-control-allow-origin"] == "*"
    if answer.status == 200:
        assert answer.headers["content-type"] == "application/json; charset=utf-8"
        again = nginx.get(path, if_none_match=answer.headers["etag"])
        assert (again.status, again.headers["access-control-allow-origin"]) == (304, "*")


@pytest.mark.parametrize("path", [PAGE, "/en/", "/sitemap.xml", "/apiary/feeds.json"])
def test_pages_of_other_sites_may_read_nothing_else(nginx: Nginx, path: str) -> None:
    assert "access-control-allow-origin" not in nginx.get(path, origin="https://khac.example").headers


def _asset(nginx: Nginx, pattern: str) -> str:
    return next((nginx.base / "current/site/assets").glob(pattern)).name


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        pytest.param("br", "br", id="brotli"),
        pytest.param("gzip", "gzip", id="gzip"),
        pytest.param("gzip, deflate, br, zstd", "br", id="as-browsers-ask"),
        pytest.param("identity", None, id="neither"),
    ],
)
def test_a_text_comes_in_the_smallest_form_that_its_reader_takes(
    nginx: Nginx, accepted: str, encoding: str | None
) -> None:
    answer = nginx.get(PAGE, accept_encoding=accepted)
    whole = (nginx.base / "current/site" / KEY / "index.html").read_bytes()
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert answer.headers.get("content-encoding") == encoding
    assert unpack(answer.body) == whole
    assert answer.headers["vary"] == "Accept-Encoding"
    assert (len(answer.body) < len(whole)) == (encoding is not None)


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
def test_a_page_is_asked_for_again_and_costs_nothing_if_it_is_the_same(nginx: Nginx, accepted: str) -> None:
    answer = nginx.get(PAGE, accept_encoding=accepted)
    assert answer.headers["cache-control"] == ASKED_AGAIN
    again = nginx.get(PAGE, accept_encoding=accepted, if_none_match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == ASKED_AGAIN


def test_a_page_that_did_not_change_costs_nothing_after_a_switch_and_one_that_did_comes_anew(
    nginx: Nginx, versions: tuple[Path, Path]
) -> None:
    tags = {path: nginx.get(path).headers["etag"] for path in ("/robots.txt", PAGE)}
    publish(versions[1], nginx.base, 3)
    assert nginx.get("/robots.txt", if_none_match=tags["/robots.txt"]).status == 304
    changed = nginx.get(PAGE, if_none_match=tags[PAGE])
    assert changed.status == 200
    assert "Phiên bản B" in changed.body.decode()


def test_a_file_whose_name_changes_with_its_content_is_kept_for_ever(nginx: Nginx) -> None:
    assert nginx.get("/assets/" + _asset(nginx, "icon.*.svg")).headers["cache-control"] == LASTING
    pictures = list((nginx.base / "current/site" / KEY).glob("*.webp"))
    assert pictures
    for each in pictures:
        answer = nginx.get(f"{PAGE}{each.name}")
        assert (answer.status, answer.headers["cache-control"]) == (200, LASTING)
        assert answer.headers["content-type"] == "image/webp"


def test_the_server_and_the_releases_have_one_rule_for_such_names() -> None:
    text = (CONFIGURATION / "bulletin.conf").read_text(encoding="utf-8")
    block = text[text.index("$bulletin_lasts {") :]
    rules = re.findall(r'"~(.+)" 1;', block[: block.index("}\n\n")])
    assert "|".join(re.sub(r"^\^/", "^", rule) for rule in rules) == LASTING_NAMES


@pytest.mark.parametrize(
    ("path", "first"),
    [
        pytest.param("/khong-co/", "vi", id="no-address"),
        pytest.param("/news/2026/03/khong-co/", "vi", id="deep"),
        pytest.param("/assets/khong-co.0123456789.svg", "vi", id="no-asset"),
        pytest.param("/assets/", "vi", id="folder-without-page"),
        pytest.param("/en/no-such-page/", "en", id="english"),
        pytest.param("/en/news/2026/03/none-0123456789-800.webp", "en", id="no-english-picture"),
        pytest.param("/en/.git/config", "en", id="english-dotfile"),
    ],
)
def test_an_unknown_address_is_answered_in_its_own_language_first(nginx: Nginx, path: str, first: str) -> None:
    answer = nginx.get(path)
    text = answer.body.decode()
    assert answer.status == 404
    assert f'<html lang="{first}"' in text
    assert re.findall(r'<section lang="(\w+)"', text)[0] == first
    assert answer.headers["cache-control"] == ASKED_AGAIN


@pytest.mark.parametrize(
    "path",
    [
        "/.nojekyll",
        "/.git/config",
        f"{PAGE}.env",
        "/index.html.gz",
        f"{PAGE}index.html.br",
        "/404.html",
        "/en/404.html",
    ],
)
def test_what_is_no_address_is_not_answered(nginx: Nginx, path: str) -> None:
    assert nginx.get(path).status == 404


@pytest.mark.parametrize(
    "path", ["/../nginx/redirects.map", "/%2e%2e/manifest.sha256", "/assets/../../nginx/redirects.map"]
)
def test_nothing_outside_of_the_site_is_served(nginx: Nginx, path: str) -> None:
    assert nginx.get(path).status in (400, 404)


def test_no_folder_is_listed(nginx: Nginx) -> None:
    for folder in ("/assets/", "/both/"):
        answer = nginx.get(folder)
        assert (answer.status, b"Index of" in answer.body) == (404, False)


def test_a_folder_without_its_slash_leads_to_the_page(nginx: Nginx) -> None:
    answer = nginx.get(PAGE.rstrip("/"))
    assert (answer.status, answer.headers["location"]) == (301, PAGE)


@pytest.mark.parametrize("path", ["/news/2026/02/ten-cu/", "/news/2026/02/ten-cu"])
def test_a_former_address_is_moved_for_good(nginx: Nginx, path: str) -> None:
    answer = nginx.get(path)
    assert (answer.status, answer.headers["location"]) == (301, PAGE)
    english = nginx.get(f"/en{path}")
    assert (english.status, english.headers["location"]) == (301, f"/en{PAGE}")


def test_without_tls_a_reader_is_led_to_it(nginx: Nginx) -> None:
    answer = nginx.get_plain(f"{PAGE}?x=1")
    assert (answer.status, answer.headers["location"]) == (301, f"https://{HOST}{PAGE}?x=1")
    (nginx.folder / "letsencrypt/.well-known/acme-challenge").mkdir(parents=True)
    (nginx.folder / "letsencrypt/.well-known/acme-challenge/token").write_text("yes")
    assert nginx.get_plain("/.well-known/acme-challenge/token").body == b"yes"


def test_nothing_but_reading_is_allowed(nginx: Nginx) -> None:
    assert nginx.get(PAGE, "POST").status == 405
    assert nginx.get(PAGE, "DELETE").status == 405
    assert (nginx.get(PAGE, "HEAD").status, nginx.get(PAGE, "HEAD").body) == (200, b"")


# The switch


def run_publish(*arguments: str | Path) -> None:
    command = [sys.executable, str(ROOT / "scripts/publish.py"), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_new_former_addresses_are_known_after_the_reload_that_publish_orders(
    nginx: Nginx, versions: tuple[Path, Path], tmp_path: Path
) -> None:
    publish(_empty_site(tmp_path), nginx.base, 3)
    nginx.reload()
    _until(lambda: nginx.get("/news/2026/02/ten-cu/").status == 404)
    run_publish("--to", nginx.base, "--site-dir", versions[1], "--reload", " ".join(nginx.command("-s", "reload")))
    _until(lambda: nginx.get("/news/2026/02/ten-cu/").status == 301)


def _empty_site(folder: Path) -> Path:
    from bulletin.publish import write_manifest  # noqa: PLC0415 - for this test alone

    site = folder / "empty"
    site.mkdir()
    (site / "index.html").write_text("<p>Trống</p>")
    (site / "404.html").write_text("<p>Không có</p>")
    write_manifest(site)
    return site


def _until(is_so: object) -> None:
    assert callable(is_so)
    for _ in range(100):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError


def load_files(folder: Path, versions: tuple[Path, Path]) -> int:
    """Write what the threads of wrk ask for, and what they may get; return how many they are."""
    a, b = versions
    asked = [
        *((path, encoding) for path in (PAGE, f"/en{PAGE}") for encoding in ("br", "gzip", "identity")),
        (icon_of(a), "br"),
        (icon_of(b), "identity"),
    ]
    forms = {"br": ".br", "gzip": ".gz", "identity": ""}
    for number, (path, encoding) in enumerate(asked):
        (folder / f"{number}.request").write_text(f"{path}\n{encoding}\n")
        name = f"{path[1:]}index.html" if path.endswith("/") else path[1:]
        for version, suffix in ((a, "a"), (b, "b")):
            packed = folder / f"release-{suffix}/current/site/{name}{forms[encoding]}"
            file = packed if packed.exists() else version / name
            if file.exists():
                (folder / f"{number}.{suffix}").write_bytes(file.read_bytes())
    return len(asked)


def read_whole_pages(nginx: Nginx, until: float) -> Iterator[str]:
    """Read pages with all that they load, as browsers do; yield what went wrong."""
    while time.monotonic() < until:
        page = nginx.get(PAGE)
        text = page.body.decode()
        if page.status != 200 or ("Phiên bản A" in text) == ("Phiên bản B" in text):
            yield f"page: {page.status}"
        time.sleep(0.02)  # long enough for a switch in between
        for href in set(re.findall(r'(?:href|src)="([^"]*assets/[^"]+)"', text)):
            path = urljoin(PAGE, unescape(href))
            answer = nginx.get(path)
            if answer.status != 200:
                yield f"{path}: {answer.status}"
            elif "icon" in path and ("nâu" in answer.body.decode()) != ("Phiên bản B" in text):
                yield f"{path}: of the other version"


def test_a_switch_under_load_fails_nobody_and_mixes_nothing(
    nginx: Nginx, versions: tuple[Path, Path], tmp_path: Path
) -> None:
    a, b = versions
    folder = tmp_path / "load"
    for version, suffix in ((a, "a"), (b, "b")):
        publish(version, folder / f"release-{suffix}", 1)
    threads = load_files(folder, versions)
    publish(b, nginx.base, 3)  # from here on readers may know the addresses of both
    command = ["wrk", "-t", str(threads), "-c", str(4 * threads), "-d", f"{SECONDS}s", "--timeout", "10s"]
    command += ["-s", str(Path(__file__).with_name("load.lua")), f"https://127.0.0.1:{nginx.https}/"]
    until = time.monotonic() + SECONDS
    switches = 0
    with ThreadPoolExecutor(2) as pool:
        reading = [pool.submit(list, read_whole_pages(nginx, until)) for _ in range(2)]
        wrk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "LOAD": str(folder)})
        while time.monotonic() < until - 2:
            roll_back(nginx.base)
            time.sleep(0.7)
            run_publish("--to", nginx.base, "--site-dir", b, "--keep", "3")
            time.sleep(0.7)
            switches += 2
        output, _ = wrk.communicate(timeout=60)
        wrong = [each for future in reading for each in future.result()]
    counted = json.loads(output.splitlines()[-1])
    print(f"{switches} switches, {counted}")
    assert wrong == []
    assert (counted["failed"], counted["mixed"], counted["errors"]) == (0, 0, 0)
    assert counted["a"] > 100
    assert counted["b"] > 100
    assert counted["requests"] >= 1000
    assert switches >= 4
    assert nginx.errors() == ""
