"""Which pages have a picture for sharing, and what stands in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bulletin.model.page import PageKind
from bulletin.model.share_image import ShareImage

from tests.stage.sites import ENGLISH, STANDING, Staged, dated, stage
from tests.trees import KEY, SOURCE, build, pair, with_field, write_docs

EVENT = with_field(SOURCE, "start: 2026-12-10", "end: 2026-12-11", "event_status: cancelled")
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#1f7a3d"/></svg>'
)


def image_of(staged: Staged, url: str) -> ShareImage:
    (found,) = [image for image in staged.prepared.extras.share_images if image.folder == url]
    return found


def card(staged: Staged, url: str) -> dict[str, Any]:
    found: Any = staged[url].content["card"]
    return dict(found)


def test_each_public_edition_has_its_own_in_its_language(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair())
    vi, en = image_of(staged, f"{KEY}/"), image_of(staged, f"en/{KEY}/")
    assert (vi.title, vi.label, vi.note, vi.language) == (
        "Hội nghị xúc tiến đầu tư Nghệ An",
        "Tin tức",
        "Ngày 05 tháng 3 năm 2026",
        "Tiếng Việt",
    )
    assert (en.title, en.label, en.note, en.language) == (
        "Nghệ An investment conference",
        "News",
        "5 March 2026",
        "English",
    )
    assert card(staged, f"{KEY}/") == {"url": vi.url, "width": 1200, "height": 630, "alt": vi.alt}
    assert vi.alt == "Hội nghị xúc tiến đầu tư Nghệ An – Bản tin đối ngoại Nghệ An"


def test_all_other_pages_of_a_locale_share_one(tmp_path: Path) -> None:
    staged = stage(tmp_path, {**pair(), "about/chu-quan/index.vi.md": STANDING})
    default = card(staged, "")
    assert default["url"] == image_of(staged, "").url
    assert card(staged, "news/") == card(staged, "news/2026/03/") == default
    assert card(staged, "en/news/")["url"] == image_of(staged, "en/").url != default["url"]
    assert card(staged, "about/chu-quan/")["url"].startswith("about/chu-quan/card-")


def test_a_new_bulletin_changes_no_other_picture(tmp_path: Path) -> None:
    before = {image.url for image in stage(tmp_path / "a", pair()).prepared.extras.share_images}
    after = stage(tmp_path / "b", {**pair(), **dated("news/2026/03/moi", "2026-03-19")})
    new = {image.url for image in after.prepared.extras.share_images}
    assert before < new
    assert {url.rsplit("/", 1)[0] for url in new - before} == {"news/2026/03/moi", "en/news/2026/03/moi"}


@pytest.mark.parametrize(
    "field",
    [
        pytest.param("embargo_until: 2026-03-20T12:00:00+07:00", id="embargo"),
        pytest.param("status: draft", id="draft"),
    ],
)
def test_nothing_that_is_not_public_has_one(tmp_path: Path, field: str) -> None:
    source = SOURCE.replace("status: published\n", "") if field.startswith("status") else SOURCE
    staged = stage(tmp_path, pair(source=with_field(source, field)))
    assert {image.folder for image in staged.prepared.extras.share_images} == {"", "en/"}


def test_a_page_that_stands_in_for_another_has_none(tmp_path: Path) -> None:
    files = {**pair(translation=None), "news/2026/03/english/index.en.md": ENGLISH}
    staged = stage(tmp_path, files)
    assert staged[f"en/{KEY}/"].kind is PageKind.STUB
    for page in staged.prepared.pages:
        assert ("card" in page.content) == (page.is_indexable or bool(page.canonical)), page.url


def test_an_event_tells_its_own_day_and_that_it_is_cancelled(tmp_path: Path) -> None:
    key = "events/2026/03/hoi-nghi"
    image = image_of(stage(tmp_path, pair(key, EVENT, None)), f"{key}/")
    assert (image.label, image.note) == ("Sự kiện · Hủy", "Ngày 10–11 tháng 12 năm 2026")


def test_another_title_or_picture_gives_another_name(tmp_path: Path) -> None:
    first = image_of(stage(tmp_path / "a", pair()), f"{KEY}/").url
    assert image_of(stage(tmp_path / "b", pair(source=SOURCE.replace("Hội nghị", "Diễn đàn"))), f"{KEY}/").url != first
    source = with_field(SOURCE, "image: {file: bia.svg, alt: Hình vẽ}")
    seen = []
    for number, data in enumerate((DRAWING, DRAWING.replace("1f7a3d", "9c4a12"))):
        staged = stage(tmp_path / f"c{number}", {**pair(source=source), f"{KEY}/bia.svg": data})
        seen.append(image_of(staged, f"{KEY}/").url)
    assert len({first, *seen}) == 3


def test_a_build_puts_each_beside_its_page_and_says_so(tmp_path: Path) -> None:
    source = with_field(SOURCE, "image: {file: bia.svg, alt: Hình vẽ}")
    docs = write_docs(tmp_path / "docs", {**pair(source=source), f"{KEY}/bia.svg": DRAWING})
    run = build(docs, tmp_path / "site", "--no-cache")
    assert run.status == 0, run.output
    assert "pictures for sharing: 4" in run.output
    found = {path.relative_to(run.site).as_posix(): path.read_bytes() for path in run.site.rglob("card-*")}
    assert {name.rsplit("/", 1)[0] for name in found if "/" in name} == {KEY, f"en/{KEY}", "en"}
    again = build(docs, tmp_path / "again")
    assert {path.relative_to(again.site).as_posix(): path.read_bytes() for path in again.site.rglob("card-*")} == found
