"""What every page of a pair tells its reader: how the two stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bulletin.checks.states import digests
from bulletin.model.page import PageKind
from bulletin.model.state import Accepted, Standing, State
from bulletin.source.blocks import read_blocks
from bulletin.source.lock import write_lock
from bulletin.source.tree import read_tree
from bulletin.stage.standings import how_they_stand

from tests.stage.sites import dated, stage
from tests.trees import KEY, SOURCE, TRANSLATION, pair, with_field, write_docs

UNCHECKED = TRANSLATION.replace(", checked: 2026-03-05", "")
LATER = "Hội nghị diễn ra ngày 06 tháng 3 năm 2026."
LENIENT = {
    "_data/coverage.yml": "sections:\n  news: {machine: true, grace_days: 30}\n"
    "rules: {value-mismatch: warning, missing-translation: warning}\n"
}
"""A policy under which a translation may be behind, or made by a machine."""


def lock_of(folder: Path, files: Mapping[str, str | bytes], on: date) -> dict[str, str | bytes]:
    """The `translation.lock` of the pair in some files, accepted on a day."""
    bulletin = read_tree(write_docs(folder / "accepted", files), ("vi", "en")).bulletins[KEY]
    own, other = (tuple(digest for digest, _ in digests(read_blocks(bulletin.editions[tag]))) for tag in ("vi", "en"))
    return {f"{KEY}/translation.lock": write_lock({"en": Accepted("vi", on, own, other)})}


def told(folder: Path, files: Mapping[str, str | bytes], url: str) -> list[str]:
    """The sentences that a page has about itself and its other editions."""
    page: Any = stage(folder, {**LENIENT, **files})[url]
    found = [other["standing"] for other in page.content["other_editions"]]
    return [f"{each['before']}{each['day']['text'] if each['day'] else ''}{each['after']}" for each in found if each]


def on_both(folder: Path, source: str, translation: str, accepted: date | None = date(2026, 3, 5)) -> list[list[str]]:
    """What the Vietnamese and the English page say when `SOURCE` and its translation were accepted as they were."""
    lock = lock_of(folder, pair(translation=UNCHECKED), accepted) if accepted else {}
    files = {**pair(source=source, translation=translation), **lock}
    return [told(folder, files, f"{KEY}/"), told(folder, files, f"en/{KEY}/")]


def test_a_pair_that_matches_says_so_with_the_day_on_which_it_was_accepted(tmp_path: Path) -> None:
    assert on_both(tmp_path, SOURCE, UNCHECKED) == [
        ["Bản tiếng Anh khớp với bản tiếng Việt ngày 05 tháng 3 năm 2026"],
        ["English version matches the Vietnamese text of 5 March 2026"],
    ]


def test_a_translation_that_was_only_edited_still_matches(tmp_path: Path) -> None:
    edited = UNCHECKED.replace("was held", "took place")
    assert on_both(tmp_path, SOURCE, edited)[1] == ["English version matches the Vietnamese text of 5 March 2026"]


@pytest.mark.parametrize(
    "translation",
    [pytest.param(UNCHECKED, id="stale"), pytest.param(UNCHECKED.replace("held", "opened"), id="diverged")],
)
def test_a_changed_source_is_told_with_the_day_that_its_editors_gave(tmp_path: Path, translation: str) -> None:
    source = with_field(SOURCE, "updated: 2026-03-09").replace("05 tháng 3", "06 tháng 3")
    assert on_both(tmp_path, source, translation) == [
        ["Bài này đã được cập nhật ngày 09 tháng 3 năm 2026; bản tiếng Anh đang được chỉnh sửa"],
        ["The Vietnamese text was updated on 9 March 2026; this translation is being revised"],
    ]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param((), id="no-day"),
        pytest.param(("updated: 2026-03-05",), id="a-day-before-the-change"),
        pytest.param(("updated: 2026-03-21",), id="a-day-to-come"),
    ],
)
def test_without_a_day_of_the_change_none_is_told(tmp_path: Path, fields: tuple[str, ...]) -> None:
    source = with_field(SOURCE, *fields).replace("05 tháng 3", "06 tháng 3")
    assert on_both(tmp_path, source, UNCHECKED) == [
        ["Bài này đã thay đổi sau lần đối chiếu gần nhất; bản tiếng Anh đang được chỉnh sửa"],
        ["The Vietnamese text has changed since the two were compared; this translation is being revised"],
    ]


def test_a_pair_that_nobody_compared_says_so(tmp_path: Path) -> None:
    assert on_both(tmp_path, SOURCE, UNCHECKED, accepted=None) == [
        ["Bản tiếng Anh chưa được đối chiếu với bản tiếng Việt"],
        ["The English version has not yet been compared with the Vietnamese text"],
    ]


def test_a_day_in_the_form_accepts_as_the_lock_does(tmp_path: Path) -> None:
    checked = UNCHECKED.replace("reviewed", "reviewed, checked: 2026-03-12")
    assert on_both(tmp_path, SOURCE, checked)[1] == ["English version matches the Vietnamese text of 12 March 2026"]


def test_a_vietnamese_translation_speaks_of_its_english_source(tmp_path: Path) -> None:
    source = (
        "---\ntitle: A story\ndescription: About it.\n" + "".join(SOURCE.splitlines(keepends=True)[3:7]) + "Text.\n"
    )
    translation = "---\ntitle: Bài viết\ndescription: Mô tả.\ntranslation: {of: en, status: reviewed, checked: 2026-03-06}\n---\nNội dung.\n"
    files = {f"{KEY}/index.en.md": source, f"{KEY}/index.vi.md": translation}
    assert told(tmp_path, files, f"{KEY}/") == ["Bản tiếng Việt khớp với bản tiếng Anh ngày 06 tháng 3 năm 2026"]
    assert told(tmp_path, files, f"en/{KEY}/") == ["Vietnamese version matches the English text of 6 March 2026"]


def test_a_machine_translation_is_called_one_and_nothing_is_said_to_match(tmp_path: Path) -> None:
    machine = TRANSLATION.replace("reviewed", "machine")
    assert on_both(tmp_path, SOURCE, machine) == [["Bản tiếng Anh do máy dịch, chưa có người rà soát"], []]
    page: Any = stage(tmp_path, {**LENIENT, **pair(translation=machine)})[f"en/{KEY}/"]
    assert page.content["is_machine"] is True


def test_only_the_page_of_a_translation_warns_its_readers(tmp_path: Path) -> None:
    changed = SOURCE.replace("05 tháng 3", "06 tháng 3")
    lock = lock_of(tmp_path, pair(translation=UNCHECKED), date(2026, 3, 5))
    staged = stage(tmp_path, {**LENIENT, **pair(source=changed, translation=UNCHECKED), **lock})
    pages: list[Any] = [staged[f"{KEY}/"], staged[f"en/{KEY}/"]]
    assert [page.content["other_editions"][0]["standing"]["is_changed"] for page in pages] == [False, True]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(dated(KEY, "2026-03-05", english=None), id="one-language"),
        pytest.param(pair(translation=UNCHECKED.replace("reviewed", "draft")), id="draft-translation"),
        pytest.param(pair(translation=with_field(UNCHECKED, "embargo_until: 2026-04-01")), id="translation-to-come"),
    ],
)
def test_a_page_without_a_public_counterpart_says_nothing(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    assert told(tmp_path, files, f"{KEY}/") == []
    stub: Any = stage(tmp_path, {**LENIENT, **files})[f"en/{KEY}/"]
    assert "standing" not in stub.content["editions"][0]


def test_home_pages_and_lists_say_nothing(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair())
    for page in staged.prepared.pages:
        if page.kind is PageKind.API:
            continue  # it says how such a sentence is told to programs
        assert ("khớp" in str(page.content) or "matches" in str(page.content)) == (KEY in page.url)


@pytest.mark.parametrize("state", [State.STALE, State.DIVERGED])
def test_an_update_of_the_day_of_comparison_is_not_the_change(state: State) -> None:
    standing = Standing(state, date(2026, 3, 5))
    assert how_they_stand(standing, date(2026, 3, 5)).day is None
    assert how_they_stand(standing, date(2026, 3, 6)).day == date(2026, 3, 6)
