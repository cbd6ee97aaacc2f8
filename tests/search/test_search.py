"""The index of a few pages, asked by the real script."""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pytest
from bulletin.finish import search
from bulletin.finish.search.folding import WITHOUT, Folder
from bulletin.model.search import Catalogue, Entry, Synonyms

from tests.search.asking import SCRIPT, Answer, Question, ask, size_of, units_of

PORT = Synonyms(said=("Cảng Cửa Lạch",), names=("Cảng Cửa Lạch", "Cửa Lạch Port"))
COMMITTEE = Synonyms(
    said=("Ủy ban nhân dân tỉnh Mẫu", "UBND tỉnh"),
    names=("Ủy ban nhân dân tỉnh Mẫu", "UBND tỉnh", "Sample Provincial People’s Committee", "PPC"),
)


def page(url: str, title: str, body: str = "", names: tuple[str, ...] = ()) -> Entry:
    return Entry(url, title, "", "Tin tức", body=body, names=names)


def write(folder: Path, entries: Iterable[Entry], tag: str = "vi", synonyms: Iterable[Synonyms] = ()) -> Path:
    for name, data in search.written([Catalogue(tag, tuple(entries), tuple(synonyms))]):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def found(site: Path, text: str, tag: str = "vi", *, typing: bool = False) -> list[str]:
    (answer,) = ask(site, [Question(tag, text, typing)])
    assert answer.error == ""
    return answer.urls


PAGES = (
    page("a/", "Hải Dương mời gọi đầu tư", "Tỉnh ven biển có bốn khu công nghiệp."),
    page("b/", "Thông xe đường ven biển", "Con đường dài 18 km, qua hai cây cầu."),
    page("c/", "Kế hoạch 2500/KH-UBND", "Theo Kế hoạch 127-KH/TU và Quyết định 15/2016/QĐ-UBND."),
    page("d/", "Bến số 2", "Cảng Cửa Lạch đón tàu. Ủy ban nhân dân tỉnh Mẫu đã duyệt."),
    page("e/", "Bác sỹ về xã", "Kĩ thuật mới ở trạm y tế."),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path, PAGES, synonyms=(PORT, COMMITTEE))


TEXTS = (
    "Đường ven biển, Ủy ban nhân dân; hòa – hoà",
    "2500/KH-UBND 127-KH/TU QĐ 15/2016 1.250,5 tỷ 86,400 m² ½",
    "bác sỹ kỹ thuật quý lý Mỹ Thụy ký tý",
    "The province’s planners planned planning; studies, studied, study; 'quoted' nurses' king need thing",
    "Ðường (chữ Ð của Bắc Âu), ﬁle, ＡＢＣ１２３, İstanbul, straße, Ὀδυσσεύς",
    "日本の港 ບໍ່ ກະລຸນາ ประเทศไทย 한국어 123abc " + "x" * 60,
    "😀 … — “” \u200b a\u0301\u0323",
    "",
)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("tag", ["vi", "en", "fr"])
def test_the_script_folds_a_question_as_the_index_folds_texts(form: Literal["NFC", "NFD"], tag: str) -> None:
    written = [unicodedata.normalize(form, text) for text in TEXTS]
    for text, theirs in zip(TEXTS, units_of(written, tag, WITHOUT.get(tag, ())), strict=True):
        assert theirs == [unit for sentence in Folder(tag).sentences(text) for unit in sentence], text


def test_a_question_with_marks_finds_first_what_bears_them_and_one_without_finds_both(site: Path) -> None:
    assert found(site, "đường") == ["b/", "a/"]
    assert found(site, "dương") == ["a/", "b/"]
    assert sorted(found(site, "duong")) == ["a/", "b/"]
    assert found(site, unicodedata.normalize("NFD", "dương")) == ["a/", "b/"]


@pytest.mark.parametrize(
    "text",
    ["2500/KH-UBND", "2500 kh ubnd", "2500", "127-KH/TU", "127 KH TU", "QĐ 15/2016", "15/2016/QĐ-UBND", "KH-UBND"],
)
def test_a_number_is_found_whole_in_part_and_however_it_is_written(site: Path, text: str) -> None:
    assert found(site, text)[0] == "c/"


@pytest.mark.parametrize("text", ["Cửa Lạch Port", "cua lach port", "People's Committee", "PPC", "UBND tỉnh", "ubnd"])
def test_a_page_is_found_by_other_names_of_what_it_names(site: Path, text: str) -> None:
    assert "d/" in found(site, text)


def test_what_a_page_is_about_is_found_by_its_names_in_every_language(tmp_path: Path) -> None:
    site = write(tmp_path, [page("a/", "Mùa chim"), page("b/", "Mùa sen", names=("Đầm Sen", "Sen Lagoon"))])
    assert found(site, "lagoon") == ["b/"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("đuogn", id="two-changed-with-one-another"),
        pytest.param("duog", id="one-less"),
        pytest.param("duonng", id="one-more"),
        pytest.param("duomg", id="another"),
        pytest.param("udong", id="the-first-two-changed"),
        pytest.param("sduong", id="one-more-before-it"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(site: Path, text: str) -> None:
    assert found(site, f"{text} ven biển")[0] == "b/"
    assert sorted(found(site, text)) == ["a/", "b/"]


def test_a_word_is_completed_only_while_it_is_typed(site: Path) -> None:
    assert found(site, "ngh", typing=True) == ["a/"]
    assert found(site, "công ngh", typing=True) == ["a/"]
    assert found(site, "ngh ", typing=True) == found(site, "ngh") == []
    assert found(site, "th", typing=True)


def test_i_and_y_are_one_at_the_end_of_a_syllable(site: Path) -> None:
    assert found(site, "bác sĩ") == found(site, "bac sy") == ["e/"]
    assert found(site, "kỹ thuật") == ["e/"]


def test_forms_of_an_english_word_find_one_another(tmp_path: Path) -> None:
    site = write(tmp_path, [page("en/a/", "Planting mangroves"), page("en/b/", "A plan for fees")], "en")
    assert found(site, "mangrove planted", "en")[0] == "en/a/"
    assert found(site, "fee planning", "en")[0] == "en/b/"
    assert found(site, "of the", "en") == []


def test_what_is_in_the_title_comes_before_what_is_in_the_text(tmp_path: Path) -> None:
    site = write(tmp_path, [page("a/", "Lễ hội Sen"), page("b/", "Mưa lớn", "Lễ hội Sen vẫn diễn ra.")])
    assert found(site, "le hoi sen") == ["a/", "b/"]


def test_of_two_alike_the_later_comes_first(tmp_path: Path) -> None:
    assert found(write(tmp_path, [page("a/", "Họp báo"), page("b/", "Họp báo")]), "họp báo") == ["b/", "a/"]


def test_the_same_pages_give_the_same_bytes_and_another_page_other_addresses() -> None:
    def files(*entries: Entry) -> dict[str, bytes]:
        return dict(search.written([Catalogue("vi", entries), Catalogue("en", ())]))

    once, again, more = files(*PAGES), files(*PAGES), files(*PAGES, page("f/", "Thêm một bài"))
    assert once == again
    kept = {name for name in once if name in more}
    assert {name for name in kept if name.startswith("search/") and "/vi/" in name} == set()
    assert {"search/vi.json", "search/en.json"} <= kept
    assert once["search/en.json"] == more["search/en.json"]


def test_results_are_told_as_they_are(tmp_path: Path) -> None:
    title = "“Đầm Sen” <script>alert(1)</script> & 5%"
    entry = Entry("a/", title, "Mô tả", "Tin tức", "ngày 05 tháng 3 năm 2026")
    (answer,) = ask(write(tmp_path, [entry]), [Question("vi", "dam sen")])
    assert answer.items == [
        {"url": "a/", "title": title, "date": "ngày 05 tháng 3 năm 2026", "section": "Tin tức", "description": "Mô tả"}
    ]


def test_nothing_matches_in_an_empty_index(tmp_path: Path) -> None:
    assert found(write(tmp_path, []), "gì đó", typing=True) == []


@pytest.mark.parametrize("text", ["", "   ", "!!!", "/-.", "constructor __proto__", "\u0301", "x" * 5000, "a " * 500])
def test_any_question_has_an_answer(site: Path, text: str) -> None:
    assert isinstance(found(site, text), list)


def test_what_was_loaded_is_not_loaded_again(site: Path) -> None:
    one, two = ask(site, [Question("vi", "đường ven biển"), Question("vi", "ven biển đường")])
    assert one.files
    assert "search/vi.json" in one.files
    assert not {*one.files} & {*two.files}


def test_a_site_that_has_changed_since_is_asked_again(tmp_path: Path) -> None:
    old, new = write(tmp_path / "old", PAGES), write(tmp_path / "new", [*PAGES, page("f/", "Đèn lồng phố cổ")])
    answers = ask(old, [Question("vi", "đường"), Question("vi", "đèn lồng", site=new)])
    assert answers[1].urls == ["f/"]


def test_what_cannot_be_loaded_is_an_error_and_can_be_asked_again(tmp_path: Path, site: Path) -> None:
    def said(answer: Answer) -> bool:
        return bool(answer.error)

    nowhere = tmp_path / "nowhere"
    answers = ask(nowhere, [Question("vi", "đường"), Question("vi", "đường", site=site)])
    assert [said(answer) for answer in answers] == [True, False]
    other = "bác sĩ về xã"
    answers = ask(
        site, [Question("vi", "đường"), Question("vi", other, site=nowhere), Question("vi", other, site=site)]
    )
    assert [said(answer) for answer in answers] == [False, True, False]


def test_the_script_is_small_and_can_be_read_in_one_sitting() -> None:
    assert len(SCRIPT.read_text("utf-8").splitlines()) <= 250
    assert size_of(SCRIPT) <= 4096


def test_the_manifest_is_small_and_names_no_page(site: Path) -> None:
    manifest = json.loads((site / "search" / "vi.json").read_bytes())
    assert sorted(manifest) == [
        *("files", "lists", "pages", "path", "split", "terms", "together", "without", "words"),
    ]
