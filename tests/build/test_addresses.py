"""Addresses are for ever: what was published once is kept, moved or withdrawn, and the build holds editors to it."""

from pathlib import Path

import pytest

from tests.trees import KEY, SOURCE, TRANSLATION, build, pair, with_field, write_docs

WITHDRAWN = with_field(
    SOURCE.replace("published", "withdrawn"),
    "withdrawn: {on: 2026-03-10, reason: {vi: Số liệu sai., en: The figures were wrong.}}",
)
OLD_KEY = "news/2026/02/cu"
LOCK = f"# Địa chỉ đã công bố\n/\n/en/\n/en/{OLD_KEY}/\n/{OLD_KEY}/\n/news/\n/en/news/2026/02/\n"


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text(encoding="utf-8")


def test_a_lost_address_stops_publication(tmp_path: Path) -> None:
    write_docs(tmp_path, {"urls.lock": LOCK})
    run = build(write_docs(tmp_path / "docs", pair()), tmp_path / "site")
    assert (run.status, run.site.exists()) == (1, False)
    told = [line.split(" / ")[-1] for line in run.output.splitlines() if line.startswith("urls.lock:")]
    assert len(told) == 2
    assert "urls.lock:4: error: lost-url: " in run.output
    assert f'published address "/en/{OLD_KEY}/" would be lost' in told[0]
    assert f'published address "/{OLD_KEY}/" would be lost' in told[1]


def test_a_bulletin_that_becomes_a_draft_again_loses_its_address(tmp_path: Path) -> None:
    write_docs(tmp_path, {"urls.lock": f"/{KEY}/\n"})
    run = build(write_docs(tmp_path / "docs", pair(source=SOURCE.replace("published", "draft"))), tmp_path / "site")
    assert run.status == 1
    assert "urls.lock:1: error: lost-url: " in run.output


def test_a_translation_that_goes_leaves_a_stub_at_its_address(tmp_path: Path) -> None:
    write_docs(tmp_path, {"urls.lock": f"/en/{KEY}/\n/{KEY}/\n"})
    run = build(write_docs(tmp_path / "docs", pair(translation=None)), tmp_path / "site")
    assert run.status == 0
    assert "Not available in English" in page(run.site, f"en/{KEY}/")


def test_a_redirect_keeps_an_address_in_both_languages(tmp_path: Path) -> None:
    write_docs(tmp_path, {"urls.lock": LOCK})
    files = pair(source=with_field(SOURCE, f"redirect_from: [{OLD_KEY}]"))
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert run.status == 0
    for prefix, tag, words in (("", "vi", "Đến địa chỉ mới"), ("en/", "en", "Go to the new address")):
        text = page(run.site, f"{prefix}{OLD_KEY}/")
        assert f'<html lang="{tag}">' in text
        assert f'<link rel="canonical" href="https://ban-tin-nghe-an.example/{prefix}{KEY}/">' in text
        assert '<meta http-equiv="refresh" content="0; url=../../03/hoi-nghi/">' in text
        assert f'<a href="../../03/hoi-nghi/">{words}</a>' in text
        assert '<meta name="robots" content="noindex">' in text
    assert OLD_KEY not in (run.site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_withdrawn_page_says_when_and_why_and_not_what(tmp_path: Path) -> None:
    write_docs(tmp_path, {"urls.lock": f"/en/{KEY}/\n/{KEY}/\n"})
    run = build(write_docs(tmp_path / "docs", pair(source=WITHDRAWN)), tmp_path / "site")
    assert run.status == 0
    said = {"": ("Bài này đã được gỡ", "ngày 10 tháng 3 năm 2026", "Số liệu sai.")}
    said["en/"] = ("This item has been withdrawn", "10 March 2026", "The figures were wrong.")
    for prefix, words in said.items():
        text = page(run.site, f"{prefix}{KEY}/")
        assert [word for word in words if word not in text] == []
        assert '<meta name="robots" content="noindex">' in text
    for betrayed in ("Hội nghị xúc tiến", "Tỉnh giới thiệu", "diễn ra ngày", "investment conference", "was held"):
        assert run.holds(betrayed) == []
    assert KEY not in (run.site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_translation_of_a_withdrawn_bulletin_is_withdrawn_in_its_own_words(tmp_path: Path) -> None:
    files = {
        "_data/coverage.yml": "rules: {untranslated-block: off}\n",
        f"{KEY}/index.en.md": WITHDRAWN,
        f"{KEY}/index.vi.md": TRANSLATION.replace("of: vi", "of: en"),
    }
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert run.status == 0
    assert "The figures were wrong." in page(run.site, f"en/{KEY}/")
    assert "Số liệu sai." in page(run.site, f"{KEY}/")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        pytest.param("news/2026/02/cu/", "is not an address", id="no-slash-at-its-head"),
        pytest.param("/news/2026/02/cu", "is not an address", id="no-slash-at-its-end"),
        pytest.param("/tin-tức/", "is not an address", id="letters-with-marks"),
        pytest.param("<<<<<<< HEAD", "is not an address", id="an-unsettled-merge"),
    ],
)
def test_a_line_that_is_no_address_stops_publication(tmp_path: Path, line: str, word: str) -> None:
    write_docs(tmp_path, {"urls.lock": f"/\n{line}\n"})
    run = build(write_docs(tmp_path / "docs", pair()), tmp_path / "site")
    assert run.status == 1
    assert "urls.lock:2: error: lost-url: " in run.output
    assert word in run.output


def test_the_build_does_not_write_the_lock(tmp_path: Path) -> None:
    write_docs(tmp_path, {"urls.lock": f"/{KEY}/\n"})
    assert build(write_docs(tmp_path / "docs", pair()), tmp_path / "site").status == 0
    assert (tmp_path / "urls.lock").read_text(encoding="utf-8") == f"/{KEY}/\n"


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("news/2026/03/khac", id="the-key-of-another-bulletin"),
        pytest.param("news/2026/03/nhap", id="the-key-of-a-draft"),
        pytest.param(KEY, id="its-own-key"),
    ],
)
def test_a_former_key_that_is_in_use_stops_publication(tmp_path: Path, key: str) -> None:
    files = {
        **pair(source=with_field(SOURCE, f"redirect_from: [{key}]")),
        **pair("news/2026/03/khac"),
        **pair("news/2026/03/nhap", SOURCE.replace("published", "draft")),
    }
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert run.status == 1
    assert f"docs/{KEY}/index.vi.md:7: error: schema: redirect_from" in run.output
