"""Pairs on one page: which have one, what it shows, and what becomes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bulletin.model.page import PageKind
from bulletin.stage.markup import Text
from bulletin.stage.side_by_side import side_by_side

from tests.build.projects import picture
from tests.stage.sites import ENGLISH, STANDING, Staged, stage
from tests.trees import KEY, SOURCE, TRANSLATION, pair, with_body, with_field, write_docs

BOTH = f"both/{KEY}/"


def shown(staged: Staged, url: str = BOTH) -> dict[str, Any]:
    return dict(staged[url].content)


def test_a_complete_pair_is_shown_with_its_source_first(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair())
    page = staged[BOTH]
    assert (page.kind, page.locale, page.title) == (
        PageKind.BOTH,
        "vi",
        "Hội nghị xúc tiến đầu tư Nghệ An · Nghệ An investment conference",
    )
    sides = shown(staged)["sides"]
    assert [(side["tag"], side["title"], side["description"]) for side in sides] == [
        ("vi", "Hội nghị xúc tiến đầu tư Nghệ An", "Tỉnh giới thiệu các dự án với nhà đầu tư."),
        ("en", "Nghệ An investment conference", "The province presents its projects to investors."),
    ]
    assert [side["date"]["text"] for side in sides] == ["ngày 05 tháng 3 năm 2026", "5 March 2026"]
    assert [side["standing"]["before"] for side in sides] == [
        "Bản tiếng Anh khớp với bản tiếng Việt ",
        "English version matches the Vietnamese text of ",
    ]


def test_a_bulletin_written_in_english_has_english_on_the_left(tmp_path: Path) -> None:
    vietnamese = TRANSLATION.replace("of: vi", "of: en").replace(
        "The conference was held on 5 March 2026", "Ba nơi mở cửa"
    )
    files: dict[str, str | bytes] = {
        "_data/coverage.yml": "rules: {untranslated-block: off}\n",
        f"{KEY}/index.en.md": ENGLISH,
        f"{KEY}/index.vi.md": vietnamese,
    }
    staged = stage(tmp_path, files)
    assert [side["tag"] for side in shown(staged)["sides"]] == ["en", "vi"]
    assert (staged[BOTH].locale, staged[BOTH].canonical) == ("vi", f"en/{KEY}/")


def test_search_engines_are_sent_to_the_source_and_lists_know_nothing_of_it(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair())
    page = staged[BOTH]
    assert (page.canonical, page.is_indexable, page.alternates) == (f"{KEY}/", False, {})
    assert page.switch == {"vi": f"{KEY}/", "en": f"en/{KEY}/"}
    for other in staged.prepared.pages:
        assert BOTH not in other.alternates.values()
        if other.kind not in (PageKind.BULLETIN, PageKind.BOTH):
            assert BOTH not in str(other.content)


def test_each_edition_leads_to_it(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair())
    assert [staged[url].content["both"] for url in (f"{KEY}/", f"en/{KEY}/")] == [BOTH, BOTH]
    alone = stage(tmp_path / "b", pair(translation=None))
    assert alone[f"{KEY}/"].content["both"] == ""


def test_standing_pages_have_one_too(tmp_path: Path) -> None:
    translation = (
        "---\ntitle: Publisher\ndescription: Who makes it.\ntranslation: {of: vi, status: reviewed}\n---\nDFA.\n"
    )
    staged = stage(tmp_path, pair("about/organisation", STANDING, translation))
    assert staged["both/about/organisation/"].kind is PageKind.BOTH


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(pair(translation=None), id="missing"),
        pytest.param(pair(translation=TRANSLATION.replace("reviewed", "draft")), id="draft"),
        pytest.param(pair(translation=TRANSLATION.replace("reviewed", "machine")), id="machine-not-allowed"),
        pytest.param(pair(translation=with_field(TRANSLATION, "embargo_until: 2026-03-21")), id="embargoed"),
        pytest.param(pair(source=SOURCE.replace("published", "review")), id="source-in-review"),
        pytest.param({"index.vi.md": SOURCE, "index.en.md": TRANSLATION}, id="texts-of-the-front-page"),
    ],
)
def test_nothing_is_shown_of_a_pair_that_is_not_complete(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    kinds = stage(tmp_path, files).kinds()
    assert [url for url in kinds if url.startswith("both/")] == []


def test_a_machine_translation_bears_its_label(tmp_path: Path) -> None:
    files = {
        **pair(translation=TRANSLATION.replace("reviewed", "machine")),
        "_data/coverage.yml": "sections: {news: {machine: true}}\n",
    }
    left, right = shown(stage(tmp_path, files))["sides"]
    assert (left["is_machine"], right["is_machine"]) == (False, True)
    assert "máy" in left["standing"]["before"]
    assert right["standing"] is None


def test_what_says_the_same_stands_in_one_row_and_footnotes_come_last(tmp_path: Path) -> None:
    source = "Vốn 15 tỷ đồng.[^1]\n\nCó 42 dự án.\n\n- Một\n- Hai\n\n[^1]: Theo tỉnh.\n"
    translation = "The capital is VND 15 billion.[^1]\n\n- One\n- Two\n\n[^1]: The province says.\n"
    files = {
        **pair(source=with_body(SOURCE, source), translation=with_body(TRANSLATION, translation)),
        "_data/coverage.yml": "rules: {value-mismatch: warning, structure-mismatch: warning}\n",
    }
    content = shown(stage(tmp_path, files))
    assert [[bool(cell) for cell in row] for row in content["rows"]] == [[True, True], [True, False], [True, True]]
    assert "42 dự án" in content["rows"][1][0]
    assert "<li>Hai</li>" in content["rows"][2][0]
    assert "<li>Two</li>" in content["rows"][2][1]
    assert ["Theo tỉnh" in content["notes"][0], "The province" in content["notes"][1]] == [True, True]
    assert 'id="vi.fn:1"' in content["notes"][0]
    assert 'href="#en.fn:1"' in content["rows"][0][1]


def test_elements_of_which_no_row_knows_are_not_lost() -> None:
    left, right = Text(("a", "b"), ""), Text(("c", "d", "e"), "")
    assert side_by_side(left, right, ((1, 1),)) == [["a", "c"], ["b", ""], ["", "d"], ["", "e"]]
    assert side_by_side(left, Text((), ""), ((1, 1), (2, 2))) == [["a", ""], ["b", ""]]


def test_one_picture_is_shown_once_with_both_captions(tmp_path: Path) -> None:
    image = "image: {file: anh.png, alt: %s, caption: %s}"
    files = {
        **pair(source=with_field(SOURCE, image % ("Cảng", "Cảng biển"))),
        f"{KEY}/index.en.md": with_field(TRANSLATION, image % ("A port", "The seaport")),
        f"{KEY}/anh.png": picture("x"),
    }
    found = shown(stage(tmp_path, files))["image"]
    assert found["is_shared"]
    assert [each["caption"] for each in found["of"]] == ["Cảng biển", "The seaport"]
    found = shown(stage(tmp_path / "b", {**files, f"{KEY}/anh.en.png": picture("y")}))["image"]
    assert not found["is_shared"]
    assert found["of"][0]["url"] != found["of"][1]["url"]


def gone(folder: Path, files: dict[str, str | bytes], *recorded: str) -> Staged:
    write_docs(folder, {"urls.lock": "".join(f"/{url}\n" for url in recorded)})
    return stage(folder, files)


def test_a_pair_that_is_complete_no_more_leads_to_the_edition_that_is_left(tmp_path: Path) -> None:
    staged = gone(tmp_path, pair(translation=None), BOTH)
    page = staged[BOTH]
    assert (page.kind, page.is_indexable, page.canonical) == (PageKind.GONE, False, "")
    assert page.content["target"] == {"url": f"{KEY}/", "tag": "vi"}
    assert page.switch == {"vi": f"{KEY}/", "en": f"en/{KEY}/"}


def test_a_pair_of_which_the_translation_is_left_leads_to_that(tmp_path: Path) -> None:
    staged = gone(tmp_path, {f"{KEY}/index.en.md": ENGLISH}, BOTH)
    assert staged[BOTH].content["target"] == {"url": f"en/{KEY}/", "tag": "en"}


def test_a_withdrawn_pair_leads_to_the_page_that_says_so(tmp_path: Path) -> None:
    withdrawn = SOURCE.replace(
        "status: published", "status: withdrawn\nwithdrawn: {on: 2026-03-10, reason: {vi: Sai., en: Wrong.}}"
    )
    staged = gone(tmp_path, pair(source=withdrawn), BOTH)
    assert staged[BOTH].kind is PageKind.GONE
    assert staged[f"{KEY}/"].kind is PageKind.WITHDRAWN
    assert "Hội nghị" not in str(staged[BOTH])


def test_a_pair_that_moved_is_found_from_its_former_address(tmp_path: Path) -> None:
    moved = with_field(SOURCE, "redirect_from: [news/2026/02/cu]")
    staged = gone(tmp_path, pair(source=moved), "both/news/2026/02/cu/", BOTH)
    assert staged["both/news/2026/02/cu/"].content["target"] == {"url": f"{KEY}/", "tag": "vi"}
    assert staged[BOTH].kind is PageKind.BOTH
