"""Feeds as readers' programs see them over time: what is told, in which order, and under which name."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from bulletin.model.feed import Entry, Feed

from tests.stage.sites import ENGLISH, STANDING, TOPICS, Staged, dated, stage
from tests.trees import KEY, SOURCE, pair, with_body, with_field

HOME = "https://ban-tin-nghe-an.example/"
WIND, RICE, SALT = "news/2026/03/gio", "news/2026/03/lua", "features/2026/02/muoi"
THREE = {
    **dated(WIND, "2026-03-12", "topics: [investment]", title="Điện gió", english="Wind"),
    **dated(RICE, "2026-03-04", title="Lúa", english="Rice"),
    **dated(SALT, "2026-02-20", title="Muối", english=None),
    "_data/topics.yml": TOPICS,
}


def feed(staged: Staged, url: str = "feeds/") -> Feed:
    return next(each for each in staged.prepared.extras.feeds if each.url == url)


def told(staged: Staged, url: str = "feeds/") -> list[str]:
    """The keys of which a feed tells, as its ids name them."""
    return [entry.id.split(":")[2] for entry in feed(staged, url).entries]


def entry_of(staged: Staged, key: str, url: str = "feeds/") -> Entry:
    return next(entry for entry in feed(staged, url).entries if entry.id.split(":")[2] == key)


def test_each_locale_section_and_topic_tells_of_its_own(tmp_path: Path) -> None:
    staged = stage(tmp_path, THREE)
    assert told(staged) == [WIND, RICE, SALT]
    assert told(staged, "en/feeds/") == [WIND, RICE]
    assert told(staged, "feeds/news/") == [WIND, RICE]
    assert told(staged, "feeds/features/") == [SALT]
    assert told(staged, "feeds/topics/investment/") == [WIND]
    english = feed(staged, "en/feeds/topics/investment/")
    assert (english.locale, english.title.split(" – ")[0]) == ("en", "Investment")
    assert english.description == "News on investment."
    assert english.translations == {"vi": f"{HOME}topics/investment/"}
    assert [entry.title for entry in english.entries] == ["Wind"]
    assert entry_of(staged, SALT).translations == ()


def test_what_has_no_day_is_in_none(tmp_path: Path) -> None:
    staged = stage(tmp_path, {**THREE, "about/co-quan/index.vi.md": STANDING})
    assert told(staged) == [WIND, RICE, SALT]
    assert not [each.url for each in staged.prepared.extras.feeds if "about" in each.url]


def test_a_numbered_issue_with_a_day_is_announced_with_what_is_in_it(tmp_path: Path) -> None:
    issue = with_field(SOURCE, "number: 1", "period: 2026-03", f"contents: [{WIND}]").replace("03-05", "03-14")
    staged = stage(tmp_path, {**THREE, "issues/2026-1/index.vi.md": issue})
    assert told(staged)[0] == "issues/2026-1"
    assert (
        f'<h2>Trong số này</h2>\n<ul><li><a href="{HOME}{WIND}/">Điện gió</a></li></ul>'
        in feed(staged).entries[0].content
    )


def test_only_the_newest_are_told_of(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for day in range(1, 29):
        files |= dated(f"news/2026/02/bai-{day:02}", f"2026-02-{day:02}", english=None)
    assert told(stage(tmp_path, files)) == [f"news/2026/02/bai-{day:02}" for day in range(28, 8, -1)]


CHANGES = [
    pytest.param(("corrections: [{on: 2026-03-14, note: Sửa số liệu.}]",), "2026-03-14T00:00:01+07:00", id="corrected"),
    pytest.param(("updated: 2026-03-15",), "2026-03-15T00:00:01+07:00", id="updated"),
    pytest.param(
        ("corrections: [{on: 2026-03-04, note: Sửa tên.}]",), "2026-03-04T00:00:01+07:00", id="on-its-own-day"
    ),
    pytest.param(
        ("corrections: [{on: 2026-03-04, note: Sửa tên.}, {on: 2026-03-04, note: Sửa số.}]",),
        "2026-03-04T00:00:02+07:00",
        id="twice-on-one-day",
    ),
]


@pytest.mark.parametrize(("fields", "updated"), CHANGES)
def test_a_change_is_an_update_in_the_old_place_and_never_new(
    tmp_path: Path, fields: tuple[str, ...], updated: str
) -> None:
    before = stage(tmp_path / "before", THREE)
    after = stage(
        tmp_path / "after", {**THREE, **dated(RICE, "2026-03-04", *fields, title="Lúa gạo mới", english="Rice")}
    )
    assert told(after) == told(before)
    old, new = entry_of(before, RICE), entry_of(after, RICE)
    assert (old.id, old.published) == (new.id, new.published)
    assert (old.updated.isoformat(), new.updated.isoformat()) == ("2026-03-04T00:00:00+07:00", updated)
    assert new.title == "Lúa gạo mới"


def test_an_approval_or_comparison_that_is_renewed_moves_nothing(tmp_path: Path) -> None:
    before = stage(tmp_path / "before", THREE)
    files = dated(RICE, "2026-03-04", title="Lúa", english="Rice")
    source = str(files[f"{RICE}/index.vi.md"]).replace("on: 2026-03-04", "on: 2026-03-18")
    english = str(files[f"{RICE}/index.en.md"]).replace("status: reviewed", "status: reviewed, checked: 2026-03-18")
    after = stage(tmp_path / "after", {**THREE, f"{RICE}/index.vi.md": source, f"{RICE}/index.en.md": english})
    for url in ("feeds/", "en/feeds/"):
        assert [(each.id, each.published, each.updated) for each in feed(after, url).entries] == [
            (each.id, each.published, each.updated) for each in feed(before, url).entries
        ]


def test_a_move_changes_the_address_and_not_the_id(tmp_path: Path) -> None:
    moved = "news/2026/03/lua-gao"
    files = {name.replace(RICE, moved): text for name, text in THREE.items()}
    files |= dated(moved, "2026-03-04", f"redirect_from: [{RICE}, news/2026/03/gao]", title="Lúa", english="Rice")
    before, after = stage(tmp_path / "before", THREE), stage(tmp_path / "after", files)
    for url in ("feeds/", "en/feeds/"):
        assert [each.id for each in feed(after, url).entries] == [each.id for each in feed(before, url).entries]
    assert entry_of(after, RICE).url == f"{HOME}{moved}/"


def test_the_editions_of_a_bulletin_have_ids_of_their_own(tmp_path: Path) -> None:
    staged = stage(tmp_path, THREE)
    ids = [entry.id for each in ("feeds/", "en/feeds/") for entry in feed(staged, each).entries]
    assert len(set(ids)) == len(ids)
    assert ids[0] == f"tag:ban-tin-nghe-an.example,2026:{WIND}:vi"


def test_what_is_withdrawn_or_not_yet_public_is_told_nowhere(tmp_path: Path) -> None:
    withdrawn = ("status: withdrawn", "withdrawn: {on: 2026-03-15, reason: {vi: Nhầm, en: An error}}")
    files = {name: text for name, text in THREE.items() if not name.startswith(RICE)}
    gone = {
        name: str(text).replace("status: published\n", "") if name.endswith("vi.md") else text
        for name, text in dated(RICE, "2026-03-04", *withdrawn, title="Lúa rút", english="Rice gone").items()
    }
    soon = dated("news/2026/03/sap", "2026-03-10", "embargo_until: 2026-03-21T09:00+07:00", title="Sắp", english="Soon")
    staged = stage(tmp_path, {**files, **gone, **soon})
    assert told(staged) == [WIND, SALT]
    assert told(staged, "en/feeds/") == [WIND]
    assert not [e for each in staged.prepared.extras.feeds for e in each.entries if "Lúa" in e.content + e.title]
    later = stage(tmp_path / "later", {**files, **gone, **soon}, now="2026-03-21T09:00:00+07:00")
    assert told(later)[0] == "news/2026/03/sap"
    assert entry_of(later, "news/2026/03/sap").published.isoformat() == "2026-03-21T09:00:00+07:00"


def test_the_feed_of_a_list_that_became_empty_stays(tmp_path: Path) -> None:
    withdrawn = ("status: withdrawn", "withdrawn: {on: 2026-03-15, reason: {vi: Nhầm, en: An error}}")
    files = {
        name: str(text).replace("status: published\n", "")
        for name, text in dated(SALT, "2026-02-20", *withdrawn, english=None).items()
        if name.endswith("vi.md")
    }
    staged = stage(tmp_path, {**THREE, **files})
    assert told(staged, "feeds/features/") == []
    assert staged["features/"].content["feeds"] == []


def test_a_translation_that_comes_late_is_told_where_its_bulletin_stands(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for at in range(24):
        day = (date(2026, 2, 1) + timedelta(at)).isoformat()
        files |= dated(f"news/2026/02/bai-{at:02}", day, title=f"Bài {at}", english=f"Story {at}")
    late = {
        name: str(text).replace("status: reviewed", "status: reviewed, checked: 2026-03-19")
        for name, text in dated("news/2026/01/cu", "2026-01-05", title="Cũ", english="Old").items()
    }
    staged = stage(tmp_path / "late", {**files, **late})
    assert "news/2026/01/cu" not in told(staged)
    assert told(staged, "en/feeds/")[-2:] == ["news/2026/02/bai-05", "news/2026/01/cu"]
    assert len(told(staged, "en/feeds/")) == 20
    name = "news/2026/01/cu/index.en.md"
    corrected = {**late, name: with_field(late[name], "corrections: [{on: 2026-03-19, note: A name.}]")}
    assert "news/2026/01/cu" not in told(stage(tmp_path / "corrected", {**files, **corrected}), "en/feeds/")


BODY = """\
Xem [kế hoạch](../../../../news/2026/03/gio/), [tệp](bang.pdf), [mục dưới](#ket-qua) và
[trang tỉnh](https://nghean.gov.vn/a?b=1&c=2).[^1] Tên tiếng Anh: <span lang="en">Nghệ An Province</span>.

![Bản đồ](so-do.svg)

!!! note "Lưu ý"
    Đọc kỹ.

## Kết quả

Xong.

[^1]: Theo Thống kê tỉnh.
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z"/></svg>'


def test_every_address_in_a_text_is_whole(tmp_path: Path) -> None:
    source = with_field(with_body(SOURCE, BODY), "image: {file: so-do.svg, alt: Sơ đồ & núi, caption: Sơ đồ}")
    files = {**THREE, **pair(KEY, source, None), f"{KEY}/so-do.svg": SVG, f"{KEY}/bang.pdf": "%PDF-1.4\n%%EOF\n"}
    entry = entry_of(stage(tmp_path, files), KEY)
    for part in (
        f'<a href="{HOME}news/2026/03/gio/">kế hoạch</a>',
        f'<a href="{HOME}{KEY}/bang.pdf">tệp</a>',
        f'<a href="{HOME}{KEY}/#ket-qua">mục dưới</a>',
        '<a href="https://nghean.gov.vn/a?b=1&amp;c=2">trang tỉnh</a>',
        '<span lang="en">Nghệ An Province</span>',
        f'<figure><img src="{HOME}{KEY}/so-do.svg" alt="Sơ đồ &amp; núi"',
        "<p><strong>Lưu ý</strong></p>",
        f'<sup><a href="{HOME}{KEY}/#fn',
    ):
        assert part in entry.content
    assert entry.content.startswith('<div lang="vi">\n<p>Tỉnh giới thiệu')
    assert entry.image == f"{HOME}{KEY}/so-do.svg"
    assert " id=" not in entry.content
    assert 'href="#' not in entry.content


def test_what_stands_around_a_text_is_told_with_it(tmp_path: Path) -> None:
    claim = with_field(
        SOURCE.replace("2026-03-05", "2026-03-06"),
        "claim: Cảng đã bị bán <cho> nước ngoài.",
        "verdict: misleading",
        "evidence: [{text: Hợp đồng thuê, url: 'https://nghean.gov.vn/hop-dong'}]",
        "source: {name: {vi: Báo Nghệ An, en: Nghệ An Newspaper}, url: 'https://baonghean.vn/'}",
        "corrections: [{on: 2026-03-09, note: Sửa diện tích.}]",
    )
    entry = entry_of(
        stage(tmp_path, {**THREE, **pair("clarifications/2026/03/cang", claim, None)}), "clarifications/2026/03/cang"
    )
    parts = [
        "<p><strong>Thông tin lan truyền:</strong> Cảng đã bị bán &lt;cho&gt; nước ngoài.</p>",
        "<p><strong>Kết luận:</strong> Gây hiểu lầm</p>",
        '<h2>Căn cứ</h2>\n<ul><li><a href="https://nghean.gov.vn/hop-dong">Hợp đồng thuê</a></li></ul>',
        "<h2>Đính chính</h2>\n<ul><li>ngày 09 tháng 3 năm 2026: Sửa diện tích.</li></ul>",
        '<p>Nguồn: <a href="https://baonghean.vn/">Báo Nghệ An</a></p>',
    ]
    places = [entry.content.index(part) for part in parts]
    assert places == sorted(places)


def test_an_event_keeps_the_words_of_its_announcement_when_it_is_over(tmp_path: Path) -> None:
    event = with_field(SOURCE, "start: 2026-03-10T08:00+07:00", "place: {vi: Cửa Hội, en: Cửa Hội}")
    files = {**THREE, **pair("events/2026/03/le-hoi", event, None)}
    before = entry_of(stage(tmp_path / "before", files, now="2026-03-06T08:00:00+07:00"), "events/2026/03/le-hoi")
    after = entry_of(stage(tmp_path / "after", files), "events/2026/03/le-hoi")
    assert before == after
    assert "năm 2026 · Cửa Hội</p>" in after.content


def test_pages_lead_to_the_feeds_of_their_locale(tmp_path: Path) -> None:
    staged = stage(tmp_path, {**THREE, "news/2026/03/consulates/index.en.md": ENGLISH})
    page = staged["en/feeds/"]
    groups = {group["name"]: [each["title"] for each in group["feeds"]] for group in page.content["groups"]}  # type: ignore[index, union-attr, call-overload]
    assert groups == {
        "feeds_whole": ["All bulletins"],
        "feeds_by_section": ["News"],
        "feeds_by_topic": ["Investment"],
    }
    assert page.alternates == {"vi": "feeds/", "en": "en/feeds/"}
    assert [each["url"] for each in staged["topics/investment/"].content["feeds"]] == [  # type: ignore[index, union-attr, call-overload]
        "feeds/topics/investment/atom.xml",
        "feeds/topics/investment/feed.json",
    ]
    furniture = staged.prepared.furniture["en"]
    assert furniture["feeds"][0]["url"] == "en/feeds/atom.xml"  # type: ignore[index, call-overload]
    assert "en/feeds/" in [way["url"] for way in furniture["ways"]]  # type: ignore[index, union-attr, call-overload]


def test_an_empty_site_has_no_feed_to_name(tmp_path: Path) -> None:
    staged = stage(tmp_path, {})
    assert staged.prepared.furniture["vi"]["feeds"] == []  # type: ignore[index, call-overload]
    assert feed(staged).entries == ()
    assert not staged["feeds/"].is_indexable
