"""A trivial change leaves the digests of a text alone; a change of anything that a reader is told does not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from bulletin.source.blocks import split_body
from hypothesis import given, settings
from hypothesis import strategies as st

TEXT = """\
## Vốn đầu tư năm 2025

Hội nghị **xúc tiến** đầu tư diễn ra ngày 15 tháng 3 tại Vinh, không có ông Nguyễn Văn An. Xem [số liệu](../bao-cao/index.vi.md)
và <https://dautu.nghean.gov.vn/bao-cao> của Sở.[^1]

- Vốn đạt 1.250,5 tỷ đồng
- *Tăng* 12% so với năm 2024

    Chưa tính quý IV.

1. Cảng Cửa Lò
2. Sân bay Vinh

> Chúng tôi cam kết đồng hành.

| Năm | Vốn |
|-----|----:|
| 2024 | 1.100 |
| 2025 | 1.250,5 |

!!! note "Lưu ý"
    Xem [trang chủ](https://nghean.gov.vn/).

![Cảng](cang.jpg "Ảnh: Văn Bình")

[^1]: Nguồn: Cục Thống kê.
"""
Change = Callable[[str], str]


def digests(body: str) -> list[str]:
    """The digests of a whole text, in order."""
    return [block.digest for block in split_body(body)]


def reflowed(text: str) -> str:
    """Break the long paragraph elsewhere."""
    return text.replace("tư diễn ra", "tư\ndiễn ra").replace("index.vi.md)\nvà", "index.vi.md) và")


TRIVIAL: dict[str, Change] = {
    "reflow": reflowed,
    "white space at the ends of lines": lambda text: re.sub(r"(?m)$", " ", text),
    "tabs for indents": lambda text: text.replace("    ", "\t"),
    "empty lines": lambda text: text.replace("\n\n##", "\n\n\n##").replace("\n\n>", "\n\n\n\n>"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "emphasis added": lambda text: text.replace("diễn ra", "*diễn ra*").replace("Cảng Cửa Lò", "**Cảng Cửa Lò**"),
    "emphasis changed": lambda text: text.replace("**xúc tiến**", "_xúc tiến_").replace("*Tăng*", "__Tăng__"),
    "emphasis removed": lambda text: text.replace("**xúc tiến**", "xúc tiến").replace("*Tăng*", "Tăng"),
    "stars for list markers": lambda text: re.sub(r"(?m)^- ", "* ", text),
    "pluses for list markers": lambda text: re.sub(r"(?m)^- ", "+ ", text),
    "other numbers of a list": lambda text: text.replace("1. Cảng", "4. Cảng").replace("2. Sân", "4. Sân"),
    "padding of a table": lambda text: text.replace("| 2024 | 1.100 |", "|  2024|   1.100    |"),
    "a table without borders": lambda text: re.sub(r"(?m)^\|[ ]*(.*?)[ ]*\|(?=[ ]*$)", r"\1", text),
    "another alignment of a table": lambda text: text.replace("|-----|----:|", "|:-|:--------:|"),
    "a heading underlined": lambda text: re.sub(r"## (.*?)(?: ##)?\n", r"\1\n-------\n", text),
    "a heading closed": lambda text: re.sub(r"## (.*)", r"## \1 ##", text),
    "a lazy quotation": lambda text: text.replace("tôi cam kết", "tôi\ncam kết"),
    "an address with its own text": lambda text: re.sub(r"<(https.*?)>", r"[\1](\1)", text),
    "a reference": lambda text: text.replace("(https://nghean.gov.vn/)", "[1]") + "\n[1]: https://nghean.gov.vn\n",
    "the case of a host": lambda text: text.replace("https://nghean.gov.vn/", "HTTPS://NgheAn.gov.vn"),
    "the target of an internal link": lambda text: text.replace("../bao-cao/index.vi.md", "/about/bao-cao/"),
    "another mark of a footnote": lambda text: text.replace("[^1]", "[^nguon]"),
    "a title in other quotation marks": lambda text: text.replace('"Ảnh: Văn Bình"', "'Ảnh: Văn Bình'"),
    "an entity": lambda text: text.replace("12%", "12&#37;"),
    "a backslash": lambda text: text.replace("Sở.", "Sở\\."),
    "an attribute": lambda text: text.replace("đồng hành.", "đồng hành.\n> {: .lead }"),
    "a comment": lambda text: text.replace("## ", "<!-- Sửa lần hai -->\n\n## ", 1),
}
MEANT: dict[str, tuple[str, str]] = {
    "a number": ("1.250,5 tỷ", "1.205,5 tỷ"),
    "a percentage": ("12%", "13%"),
    "a separator": ("1.250,5 tỷ", "1,250.5 tỷ"),
    "a magnitude": ("tỷ đồng", "triệu đồng"),
    "a day": ("ngày 15", "ngày 16"),
    "a year in a heading": ("năm 2025\n", "năm 2026\n"),
    "a cell": ("| 1.100 |", "| 1.101 |"),
    "a cell that moved": ("| 2024 | 1.100 |", "| 1.100 | 2024 |"),
    "a name": ("Nguyễn Văn An", "Nguyễn Văn Ân"),
    "a tone": ("Cửa Lò", "Cửa Lỗ"),
    "a negation": ("không có ông", "có ông"),
    "a word": ("cam kết", "hứa"),
    "a capital": ("Cục Thống kê", "cục Thống kê"),
    "a footnote": ("Nguồn: Cục", "Nguồn: Chi cục"),
    "a title of a box": ("Lưu ý", "Chú ý"),
    "a level of a heading": ("## Vốn", "### Vốn"),
    "a heading that is one no more": ("## Vốn", "Vốn"),
    "a target of another site": ("https://nghean.gov.vn/", "https://quangbinh.gov.vn/"),
    "a path of another site": ("gov.vn/bao-cao>", "gov.vn/bao-cao-2>"),
    "a picture": ("cang.jpg", "san-bay.jpg"),
    "the text of a picture": ("![Cảng]", "![Bến]"),
    "the caption of a picture": ("Văn Bình", "Văn Minh"),
    "a paragraph left out": ("    Chưa tính quý IV.\n\n", ""),
    "an item left out": ("2. Sân bay Vinh\n", ""),
    "two items that changed places": ("1. Cảng Cửa Lò\n2. Sân bay Vinh", "1. Sân bay Vinh\n2. Cảng Cửa Lò"),
    "a raised number": ("1.100", "1.10^0^"),
}


@pytest.mark.parametrize("name", TRIVIAL)
def test_a_trivial_change_leaves_the_digests_alone(name: str) -> None:
    changed = TRIVIAL[name](TEXT)
    assert changed != TEXT
    assert digests(changed) == digests(TEXT)


FIRST = "white space at the ends of lines"
"""Before others: behind the closing marks of a heading it would make the renderer show them."""
LAST = ("line ends of Windows", "NFD")
"""After others, which look for words and line feeds."""


@pytest.mark.parametrize("name", TRIVIAL)
def test_two_trivial_changes_leave_the_digests_alone(name: str) -> None:
    for other in set(TRIVIAL) - {name}:
        changed = TEXT
        for each in sorted((name, other), key=lambda each: (each in LAST, each != FIRST)):
            changed = TRIVIAL[each](changed)
        assert digests(changed) == digests(TEXT), other


@pytest.mark.parametrize("name", MEANT)
def test_a_change_of_what_a_reader_is_told_changes_a_digest(name: str) -> None:
    old, new = MEANT[name]
    assert old in TEXT
    assert digests(TEXT.replace(old, new, 1)) != digests(TEXT)


@given(st.sampled_from(sorted(TRIVIAL)), st.sampled_from(sorted(MEANT)))
def test_a_trivial_change_does_not_hide_another(trivial: str, name: str) -> None:
    old, new = MEANT[name]
    assert digests(TRIVIAL[trivial](TEXT.replace(old, new, 1))) != digests(TEXT)


LETTERS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ0123456789", min_size=1, max_size=8)


@settings(max_examples=200)
@given(st.lists(LETTERS, min_size=3, max_size=40), st.data())
def test_a_word_that_is_replaced_changes_one_digest_and_new_lines_none(words: list[str], data: st.DataObject) -> None:
    breaks = data.draw(st.lists(st.sampled_from((" ", "\n", "  \n", "\n  ")), min_size=len(words), max_size=len(words)))
    body = "Tin " + "".join(f"a{word}{gap}" for word, gap in zip(words, breaks, strict=True))
    assert digests(f"Đầu.\n\n{body}\n") == digests(f"Đầu.\n\nTin {' '.join(f'a{word}' for word in words)}\n")
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(LETTERS.filter(lambda word: word != words[place]))
    changed = [*words[:place], other, *words[place + 1 :]]
    old, new = digests(f"Đầu.\n\n{body}\n"), digests(f"Đầu.\n\nTin {' '.join(f'a{word}' for word in changed)}\n")
    assert [one == two for one, two in zip(old, new, strict=True)] == [True, False]


def test_a_box_without_a_title_is_known_by_its_kind() -> None:
    assert digests("!!! note\n    a\n") != digests("!!! warning\n    a\n")


def test_letters_of_an_address_may_be_escaped() -> None:
    plain = digests("[a](https://vi.wikipedia.org/wiki/Nghệ_An)")
    assert digests("[a](https://vi.wikipedia.org/wiki/Ngh%e1%bb%87_An)") == plain
    assert digests("[a](https://vi.wikipedia.org/wiki/Nghe_An)") != plain
