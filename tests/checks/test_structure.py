"""`structure-mismatch`: one finding for each thing that one edition has and the other has not, at its place."""

from __future__ import annotations

import pytest

from tests.checks.editions import findings

VI = """\
## Kết quả

Hội nghị có 250 doanh nghiệp tham dự.[^1]

Tỉnh giới thiệu 42 dự án với tổng vốn 12.500 tỷ đồng.

> Chúng tôi cam kết đồng hành cùng nhà đầu tư trong 10 năm tới.

### Danh mục

- Cảng nước sâu Cửa Lò, 3.500 tỷ đồng
- Nhà máy điện gió Quỳnh Lưu, 96 MW
    - Giai đoạn 1: 48 MW
- Khu công nghiệp Hoàng Mai, 264 ha

| Lĩnh vực | Dự án | Vốn |
|---|---|---|
| Năng lượng | 12 | 5.100 |
| Cảng biển | 7 | 4.900 |

!!! note "Lưu ý"

    Hồ sơ nộp trước ngày 30/4.

Hội nghị bế mạc lúc 17h.

[^1]: Theo Sở Tài chính.
"""
EN = """\
## Results

The conference drew 250 companies.[^1]

The province presented 42 projects worth VND 12,500 billion in all.

> We promise to stand by our investors over the next 10 years.

### List

- Cửa Lò deep-water port, VND 3,500 billion
- Quỳnh Lưu wind farm, 96 MW
    - Phase 1: 48 MW
- Hoàng Mai industrial park, 264 ha

| Sector | Projects | Capital |
|---|---|---|
| Energy | 12 | 5,100 |
| Ports | 7 | 4,900 |

!!! note "Please note"

    Files are to be handed in before 30 April.

The conference closed at 5 p.m.

[^1]: According to the Department of Finance.
"""
FOOTNOTE = "\n[^1]: According to the Department of Finance.\n"


def told(new: str, old: str = "") -> list[str]:
    """What is said of the translation with one passage replaced."""
    assert not old or EN.count(old) == 1
    return findings("structure-mismatch", VI, EN.replace(old, new) if old else new)


def test_the_same_blocks_have_no_finding() -> None:
    assert told(EN) == []
    assert findings("structure-mismatch", EN, VI, tags=("en", "vi")) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        pytest.param(
            "The province presented 42 projects worth VND 12,500 billion in all.\n\n", "", 9, "1 paragraph", id="paragraph-dropped"
        ),
        pytest.param("## Results\n\n", "", 7, "1 heading", id="heading-dropped"),
        pytest.param("## Results", "### Results", 7, "a heading of level 3", id="level-of-a-heading"),
        pytest.param("## Results", "**Results**", 7, "a paragraph", id="heading-to-paragraph"),
        pytest.param("- Quỳnh Lưu wind farm, 96 MW\n", "", 17, "1 list item", id="item-dropped"),
        pytest.param("    - Phase 1: 48 MW", "- Phase 1: 48 MW", 19, "an item at depth 1", id="item-not-nested"),
        pytest.param("> We promise", "We promise", 13, "text by itself", id="quotation-flattened"),
        pytest.param("> We promise to stand by our investors over the next 10 years.\n\n", "", 11, "1 paragraph", id="quotation-dropped"),
        pytest.param("| Ports | 7 | 4,900 |\n", "", 24, "1 table row", id="row-dropped"),
        pytest.param("| Ports | 7 | 4,900 |", "| Ports | 7 | |", 25, "1 filled cell", id="cell-emptied"),
        pytest.param("| Ports | 7 | 4,900 |", "| Ports | 7 |", 25, "cell", id="cell-dropped"),
        pytest.param("!!! note", "!!! warning", 27, 'a box of the kind "warning"', id="kind-of-box"),
        pytest.param('!!! note "Please note"\n\n    Files', "Files", 27, "1 box", id="box-flattened"),
        pytest.param(
            "companies.[^1]", "companies.", 9, "references to footnotes", id="reference-to-a-footnote-lost"
        ),
        pytest.param(FOOTNOTE, "\n", 31, "1 footnote", id="footnote-dropped"),
        pytest.param(
            "The conference closed", "A second one is planned for 2028 in Hà Tĩnh.\n\nThe conference closed", 31, "1 paragraph", id="paragraph-added"
        ),
        pytest.param(FOOTNOTE, f"{FOOTNOTE}\n[^2]: The province has 130 communes.\n", 35, "1 footnote", id="footnote-of-the-translator"),
    ],
)  # fmt: skip
def test_one_difference_is_one_finding_at_its_place(old: str, new: str, line: int, words: str) -> None:
    found = told(new, old)

    assert len(found) == 1
    assert found[0].startswith(f"en:{line}: ")
    assert words in found[0]
    assert "source (line " in found[0] or "(line " in found[0]


def test_a_section_that_is_gone_is_one_finding_with_its_blocks() -> None:
    begin, end = EN.index("### List"), EN.index("| Sector")

    (found,) = told(EN[:begin] + EN[end:])

    assert "1 heading, 4 list items" in found
    assert 'expected after "We promise to stand by our investors over the next 10 years."' in found


def test_a_section_takes_its_footnote_along() -> None:
    begin, end = EN.index("The conference drew"), EN.index("> We promise")

    (found,) = told((EN[:begin] + EN[end:]).replace(FOOTNOTE, ""))

    assert "2 paragraphs" in found


def test_a_column_that_is_gone_is_one_finding_for_each_table() -> None:
    short = (
        EN.replace(" | Capital |\n|---|---|---|", " |\n|---|---|")
        .replace(" | 5,100 |", " |")
        .replace(" | 4,900 |", " |")
    )

    (found,) = told(short)

    assert found.startswith("en:22: ")
    assert '"Sector | Projects" is a row of 2 cells; expected a row of 3 cells' in found


def test_a_list_that_became_a_paragraph_is_one_finding() -> None:
    begin, end = EN.index("- Cửa Lò"), EN.index("| Sector")
    line = "Cửa Lò deep-water port, VND 3,500 billion; Quỳnh Lưu wind farm, 96 MW; Phase 1: 48 MW; Hoàng Mai industrial park, 264 ha\n\n"

    (found,) = told(EN[:begin] + line + EN[end:])

    assert "1 paragraph" in found
    assert "4 list items" in found


def test_a_numbered_list_that_got_bullets_is_one_finding() -> None:
    numbered = "1. Mở thầu ngày 5/3\n2. Chấm thầu ngày 9/3\n3. Ký hợp đồng ngày 20/3\n"
    bullets = "- Bids opened on 5 March\n- Bids judged on 9 March\n- Contract signed on 20 March\n"

    (found,) = findings("structure-mismatch", numbered, bullets)

    assert "of a list without numbers; expected an item at depth 1 of a numbered list" in found


def test_two_lists_that_were_joined_are_one_finding() -> None:
    two = "- Cảng Cửa Lò\n- Cảng Nghi Sơn\n\nHai cảng trên do tỉnh quản lý.\n\n- Sân bay Vinh\n- Ga Vinh\n"
    one = "- Cửa Lò Port\n- Nghi Sơn Port\n- Vinh Airport\n- Vinh Station\n"

    (found,) = findings("structure-mismatch", two, one)

    assert "1 paragraph" in found


def test_a_paragraph_split_in_two_is_one_finding_that_says_so() -> None:
    whole = "Tỉnh giới thiệu 42 dự án với tổng vốn 12.500 tỷ đồng. Trong số này, 12 dự án thuộc lĩnh vực năng lượng tái tạo.\n"
    first, second = (
        "The province presented 42 projects worth VND 12,500 billion.",
        "Of these, 12 are in renewable energy.",
    )
    frame = (
        "Hội nghị có 250 doanh nghiệp tham dự, đông nhất từ trước tới nay.\n\n",
        "The conference drew 250 companies, more than ever before.\n\n",
    )

    split = findings("structure-mismatch", frame[0] + whole, f"{frame[1]}{first}\n\n{second}\n")
    joined = findings("structure-mismatch", f"{frame[1]}{first}\n\n{second}\n", frame[0] + whole, tags=("en", "vi"))

    assert len(split) == len(joined) == 1
    assert "are one block of the source (line 9)" in split[0]
    assert "joins blocks that are apart in the source" in joined[0]


def test_paragraphs_in_another_order_are_one_finding() -> None:
    first, second = (
        "The conference drew 250 companies.[^1]",
        "The province presented 42 projects worth VND 12,500 billion in all.",
    )

    (found,) = told(EN.replace(first, "*").replace(second, first).replace("*", second))

    assert "stands elsewhere than in the source" in found


def test_pictures_lines_and_comments_are_no_matter_of_structure() -> None:
    more = EN.replace("### List", "---\n\n![A map](map.png)\n\n<!-- tên xã? -->\n\n### List")

    assert told(more) == []


def test_a_head_without_a_word_over_its_first_column_is_no_difference() -> None:
    assert told("|  | Projects |", "| Sector | Projects |") == []
