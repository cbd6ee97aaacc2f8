"""The demo province: it builds, it shows the states that its README promises, and its pictures are those drawn."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bulletin.source.svg import svg_flaw
from draw.covers import COVERS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "examples" / "demo-province" / "docs"
NOW = "2026-11-20T09:00+07:00"
TODAY = "2026-11-20"
STALE = "news/2026/10/nine-month-figures"
MISSING = "news/2026/11/sen-lagoon-marathon"
EMBARGOED = "news/2026/11/ocop-to-rotterdam"
DRAFT = "news/2026/11/coastal-road-section-two"
WITHDRAWN = "news/2026/08/coastal-road-opening-day"
KIBIBYTE = 1024


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, f"scripts/{program}.py", "--docs", str(DOCS), *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as it is built at its own moment."""
    folder = tmp_path_factory.mktemp("demo") / "site"
    done = run("build", "--site-dir", str(folder), "--now", NOW)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def words(site: Path, address: str) -> str:
    """What a reader reads in the main part of a page."""
    page = (site / address / "index.html").read_text(encoding="utf-8")
    main = re.search(r"<main.*?</main>", page, re.DOTALL)
    assert main, address
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0])).split())


def front_matter(path: Path) -> dict[str, object]:
    fields = yaml.safe_load(path.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)[0])
    assert isinstance(fields, dict)
    return fields


def named_covers() -> set[str]:
    """Keys of the bulletins that name a picture of their own."""
    return {
        path.parent.relative_to(DOCS).as_posix()
        for path in DOCS.rglob("index.*.md")
        if isinstance(image := front_matter(path).get("image"), dict) and image["file"] == "cover.svg"
    }


@pytest.mark.parametrize("key", sorted(COVERS))
def test_drawing_again_gives_the_picture_in_the_tree(key: str) -> None:
    assert (DOCS / key / "cover.svg").read_bytes() == COVERS[key]().encode()


def test_every_picture_that_a_bulletin_names_is_drawn_and_no_other() -> None:
    assert named_covers() == set(COVERS) == {p.parent.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.svg")}


@pytest.mark.parametrize("key", sorted(COVERS))
def test_a_picture_is_small_and_holds_nothing_but_shapes(key: str) -> None:
    data = (DOCS / key / "cover.svg").read_bytes()
    assert svg_flaw(data) is None
    assert len(data) <= 12 * KIBIBYTE


def test_the_check_tells_the_two_states_on_show_and_nothing_besides() -> None:
    done = run("check", "--today", TODAY, "--format", "json")
    found = [(f["rule"], f["severity"], f["key"]) for f in json.loads(done.stdout)["findings"] if "waived" not in f]
    assert sorted(found) == [("missing-translation", "warning", MISSING), ("stale-translation", "warning", STALE)]
    assert done.returncode == 0


def test_both_states_become_errors_when_their_grace_has_passed() -> None:
    done = run("check", "--today", "2026-12-04", "--format", "json")
    errors = {(f["rule"], f["key"]) for f in json.loads(done.stdout)["findings"] if f["severity"] == "error"}
    assert {("missing-translation", MISSING), ("stale-translation", STALE)} <= errors


def test_the_demo_has_no_translation_by_machine() -> None:
    statuses = [fields.get("translation") for fields in map(front_matter, DOCS.rglob("index.*.md"))]
    assert not [status for status in statuses if isinstance(status, dict) and status.get("status") == "machine"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param(f"en/{STALE}", "this translation is being revised", id="stale"),
        pytest.param(f"en/{MISSING}", "There is no English translation at present", id="missing"),
        pytest.param("en/news/2026/09/mid-autumn-traffic", "published in another language only", id="never-translated"),
        pytest.param("en/events/2026/10/language-job-day", "Not available in English", id="optional-event"),
        pytest.param("en/press/2026/10/radio-rowing-songs", "Not available in English", id="optional-press"),
        pytest.param("news/2025/08/english-one-stop-desk", "Bài này chưa có bản tiếng Việt", id="english-only"),
        pytest.param("features/2026/06/folding-lanterns", "khớp với bản tiếng Anh", id="english-source"),
        pytest.param("news/2026/10/foreign-business-meeting", "khớp với bản tiếng Anh", id="english-source-news"),
        pytest.param("news/2026/10/cua-lach-second-berth", "Đính chính", id="corrected"),
        pytest.param("en/news/2026/10/cua-lach-second-berth", "Correction", id="corrected-english"),
        pytest.param(WITHDRAWN, "Bài này đã được gỡ", id="withdrawn"),
        pytest.param(f"en/{WITHDRAWN}", "This item has been withdrawn", id="withdrawn-english"),
        pytest.param("en/events/2026/11/may-river-boat-race", "postponed", id="postponed"),
        pytest.param("en/documents/decision-31-2021-coastal-zone", "15/2026/QĐ-UBND", id="repealed"),
        pytest.param("en/opportunities/ben-sen-food-processing", "closed", id="closed"),
    ],
)
def test_a_page_tells_its_state(site: Path, address: str, said: str) -> None:
    assert said in words(site, address)


def test_a_withdrawn_bulletin_keeps_nothing_of_its_text(site: Path) -> None:
    assert "thông xe ngày 02 tháng 9" not in words(site, WITHDRAWN)
    assert not list((site / WITHDRAWN).glob("*.svg"))


@pytest.mark.parametrize(
    ("key", "word"), [pytest.param(EMBARGOED, "Rotterdam", id="embargoed"), pytest.param(DRAFT, DRAFT, id="draft")]
)
def test_what_is_not_public_is_nowhere_on_the_site(site: Path, key: str, word: str) -> None:
    assert not list(site.rglob(f"*{Path(key).name}*"))
    texts = (path for path in site.rglob("*") if path.suffix in {".html", ".xml", ".json", ".ics", ".txt"})
    assert [path for path in texts if word in path.read_text(encoding="utf-8")] == []


def test_the_embargo_ends_by_itself(tmp_path: Path) -> None:
    done = run("build", "--site-dir", str(tmp_path / "site"), "--now", "2026-12-01T07:00+07:00")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Rotterdam" in words(tmp_path / "site", EMBARGOED)


def test_the_featured_bulletin_leads_the_front_page(site: Path) -> None:
    headings = re.findall(r"<h[12][^>]*>(.*?)</h[12]>", (site / "index.html").read_text(encoding="utf-8"), re.DOTALL)
    titles = [re.sub(r"<[^>]+>", "", heading).strip() for heading in headings]
    assert "Điện gió Đèo Gió hòa lưới dòng điện đầu tiên" in titles[:2]


def test_every_page_says_that_the_province_is_fictional(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    silent = [
        page.relative_to(site).as_posix()
        for page in pages
        if "Tỉnh Mẫu là một tỉnh hư cấu" not in (text := page.read_text(encoding="utf-8"))
        or "Sample Province is fictional" not in text
    ]
    assert silent == []
