"""Numbered issues: number, contents and imprint, the issues around, and the page that has all texts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from bulletin.model.page import PageKind
from bulletin.render.templates import css_string

from tests.stage.sites import Staged, dated, stage
from tests.trees import pair, with_body, with_field, write_docs

KEY = "issues/2026-1"
ISSUE = """\
---
title: Xuân về trên biển
description: Số đầu năm.
status: published
approved: {by: Nguyễn Văn A, on: 2026-03-10}
number: 1
period: 2026-02
publisher: {vi: Sở Ngoại vụ, en: Department of Foreign Affairs}
responsible: Nguyễn Văn A
licence: {vi: Giấy phép số 04/GP-XBBT, en: Licence 04/GP-XBBT}
address: {vi: Số 1 Hồ Sen, en: 1 Hồ Sen Street}
---
Xem [tin một](../../news/2026/02/mot/) và [tin ngoài số](../../news/2026/03/ngoai/).
"""
ENGLISH = """\
---
title: Spring on the coast
description: The first issue of the year.
translation: {of: vi, status: reviewed}
responsible: Nguyễn Văn A
---
See [story one](../../news/2026/02/mot/) and [one outside](../../news/2026/03/ngoai/).
"""


def files(issue: str = ISSUE, english: str | None = ENGLISH) -> dict[str, str | bytes]:
    return {
        **dated("news/2026/02/mot", "2026-02-03", title="Tin một", english="Story one"),
        **dated("news/2026/02/hai", "2026-02-20", title="Tin hai", english=None),
        **dated("features/2026/02/ba", "2026-02-10", title="Bài ba", english="Feature three"),
        **dated("news/2026/03/ngoai", "2026-03-01", title="Tin ngoài", english="Outside"),
        **pair(KEY, issue, english),
    }


def content(staged: Staged, url: str = f"{KEY}/") -> dict[str, Any]:
    return dict(staged[url].content)


def contents(staged: Staged, url: str = f"{KEY}/") -> list[tuple[str, list[str]]]:
    return [(group["title"], [item["title"] for item in group["items"]]) for group in content(staged, url)["groups"]]


def test_number_and_period_stand_in_each_language_s_own_form(tmp_path: Path) -> None:
    staged = stage(tmp_path, files())
    assert staged[f"{KEY}/"].kind is PageKind.ISSUE
    assert content(staged)["heading"] == "Số 1, Tháng 02 năm 2026"
    assert content(staged, f"en/{KEY}/")["heading"] == "No. 1, February 2026"


def test_an_issue_holds_what_was_published_in_its_period_and_says_what_is_not_to_be_read(tmp_path: Path) -> None:
    staged = stage(tmp_path, files())
    assert contents(staged) == [("Tin tức", ["Tin một", "Tin hai"]), ("Chuyên đề", ["Bài ba"])]
    assert content(staged)["elsewhere"] == []
    assert contents(staged, f"en/{KEY}/") == [("News", ["Story one"]), ("Features", ["Feature three"])]
    assert content(staged, f"en/{KEY}/")["elsewhere"] == ["1 more item is available in Vietnamese only."]


def test_an_issue_may_name_its_contents_and_their_order(tmp_path: Path) -> None:
    keys = "contents: [features/2026/02/ba, news/2026/03/ngoai, news/2026/02/mot]"
    staged = stage(tmp_path, files(with_field(ISSUE, keys)))
    assert contents(staged) == [("Chuyên đề", ["Bài ba"]), ("Tin tức", ["Tin ngoài", "Tin một"])]


def test_nothing_is_said_of_what_is_not_public(tmp_path: Path) -> None:
    secret = dated("news/2026/02/mat", "2026-02-04", "embargo_until: 2026-04-01", title="Tin mật", english="Secret")
    staged = stage(tmp_path, {**files(), **secret})
    for page in staged.prepared.pages:
        assert "Tin mật" not in str(page)
    assert content(staged, f"en/{KEY}/")["elsewhere"] == ["1 more item is available in Vietnamese only."]


def test_an_issue_without_number_and_period_is_an_ordinary_page(tmp_path: Path) -> None:
    plain = re.sub(r"(?m)^(number|period|publisher|responsible|licence|address): .*\n", "", ISSUE)
    kinds = stage(tmp_path, files(plain, None)).kinds()
    assert kinds[f"{KEY}/"] is PageKind.STANDING
    assert f"{KEY}/whole/" not in kinds


def test_the_imprint_has_what_the_law_asks_in_the_reader_s_language(tmp_path: Path) -> None:
    staged = stage(tmp_path, files())
    assert [(field["name"], field["text"], field["tag"]) for field in content(staged, f"en/{KEY}/")["imprint"]] == [
        ("Publisher", "Department of Foreign Affairs", "en"),
        ("Responsible for publication", "Nguyễn Văn A", "en"),
        ("Licence", "Licence 04/GP-XBBT", "en"),
        ("Address", "1 Hồ Sen Street", "en"),
    ]


def test_issues_lead_to_those_before_and_after_by_year_and_number(tmp_path: Path) -> None:
    others: dict[str, str | bytes] = {}
    for name, number in (("2025-12", 12), ("2026-2", 2), ("2026-10", 10)):
        issue = ISSUE.replace("number: 1", f"number: {number}").replace("period: 2026-02", "period: Xuân")
        others |= {f"issues/{name}/index.vi.md": with_body(issue, "Lời tòa soạn.\n")}
    staged = stage(tmp_path, {**files(), **others})

    def around(url: str) -> tuple[list[str], list[str]]:
        found = content(staged, url)
        return [step["url"] for step in found["previous"]], [step["url"] for step in found["next"]]

    assert around(f"{KEY}/") == (["issues/2025-12/"], ["issues/2026-2/"])
    assert around("issues/2026-10/") == (["issues/2026-2/"], [])
    assert around("issues/2025-12/") == ([], [f"{KEY}/"])
    assert around(f"en/{KEY}/") == ([], [])


def test_the_whole_issue_has_every_text_once_and_links_within_it_stay_on_it(tmp_path: Path) -> None:
    mot = "news/2026/02/mot/index.{}.md"
    told = files()
    told[mot.format("vi")] = with_body(
        str(told[mot.format("vi")]), "## Vốn\n\nXem [bài ba](/features/2026/02/ba/).[^1]\n\n[^1]: Theo tỉnh.\n"
    )
    told[mot.format("en")] = with_body(
        str(told[mot.format("en")]),
        "## Capital\n\nSee [feature](/features/2026/02/ba/).[^1]\n\n[^1]: By the province.\n",
    )
    page = stage(tmp_path, told)[f"{KEY}/whole/"]
    sections: Any = page.content["sections"]
    texts = [text for section in sections for text in section["texts"]]
    assert [text["anchor"] for text in texts] == ["news-2026-02-mot", "news-2026-02-hai", "features-2026-02-ba"]
    assert '<h4 id="news-2026-02-mot.von">Vốn</h4>' in texts[0]["html"]
    assert '<a href="#features-2026-02-ba">bài ba</a>' in texts[0]["html"]
    assert 'id="news-2026-02-mot.fn:1"' in texts[0]["html"]
    editorial = str(page.content["editorial"])
    assert '<a href="#news-2026-02-mot">tin một</a>' in editorial
    assert '<a href="../../../news/2026/03/ngoai/">tin ngoài số</a>' in editorial
    assert page.content["running_head"] == "Bản tin đối ngoại Nghệ An · Số 1, Tháng 02 năm 2026"


def test_the_whole_issue_says_which_of_its_translations_are_behind(tmp_path: Path) -> None:
    lock = f"en:\n  of: vi\n  accepted: 2026-02-03\n  source:\n  - {'0' * 16}\n  translation:\n  - {'0' * 16}\n"
    policy = "rules: {stale-translation: warning, diverged-translation: warning, missing-translation: warning}\n"
    staged = stage(tmp_path, {**files(), "news/2026/02/mot/translation.lock": lock, "_data/coverage.yml": policy})

    def told(url: str) -> list[str]:
        sections: Any = staged[url].content["sections"]
        texts = [text for section in sections for text in section["texts"] if text["standing"]]
        return [f"{text['title']}: {text['standing']['before']}" for text in texts]

    assert told(f"{KEY}/whole/") == []
    expected = "The Vietnamese text has changed since the two were compared; this translation is being revised"
    assert told(f"en/{KEY}/whole/") == [f"Story one: {expected}"]


def test_search_engines_are_sent_from_the_whole_issue_to_its_own_page(tmp_path: Path) -> None:
    staged = stage(tmp_path, files())
    page = staged[f"en/{KEY}/whole/"]
    assert (page.kind, page.canonical, page.is_indexable) == (PageKind.WHOLE, f"en/{KEY}/", False)
    assert page.switch == {"vi": f"{KEY}/whole/"}
    assert stage(tmp_path / "b", files(english=None))[f"{KEY}/whole/"].switch == {"en": f"en/{KEY}/"}


def test_a_whole_issue_that_is_gone_leads_to_what_is_left(tmp_path: Path) -> None:
    write_docs(tmp_path, {"urls.lock": f"/en/{KEY}/whole/\n/{KEY}/whole/\n"})
    staged = stage(tmp_path, files(english=None))
    page = staged[f"en/{KEY}/whole/"]
    assert (page.kind, page.content["target"]) == (PageKind.GONE, {"url": f"en/{KEY}/", "tag": "en"})
    assert staged[f"{KEY}/whole/"].kind is PageKind.WHOLE
    assert "whole" in page.title
    assert page.switch == {"vi": f"{KEY}/", "en": f"en/{KEY}/"}


def test_side_by_side_an_issue_shows_numbers_contents_and_imprint_of_both(tmp_path: Path) -> None:
    issue = content(stage(tmp_path, files()), f"both/{KEY}/")["issue"]
    assert issue["headings"] == ["Số 1, Tháng 02 năm 2026", "No. 1, February 2026"]
    assert [[step and step["title"] for step in row] for row in issue["contents"]] == [
        ["Tin một", "Story one"],
        ["Tin hai", None],
        ["Bài ba", "Feature three"],
    ]
    assert [imprint[0]["text"] for imprint in issue["imprints"]] == ["Sở Ngoại vụ", "Department of Foreign Affairs"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bản tin · Số 3", '"Bản tin · Số 3"', id="plain"),
        pytest.param('a"b\\c', '"a\\22 b\\5c c"', id="marks-of-css"),
        pytest.param("</style><b>\n&", '"\\3c /style\\3e \\3c b\\3e \\a \\26 "', id="marks-of-html"),
    ],
)
def test_a_running_head_cannot_leave_its_quotes(text: str, expected: str) -> None:
    assert css_string(text) == expected
