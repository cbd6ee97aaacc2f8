"""`link-mismatch` and the rules on pictures: where links lead, which pictures stand where, and what they say."""

from __future__ import annotations

import pytest
from bulletin.checks.destinations import canonical, shown_addresses
from bulletin.checks.targets import Anchor, anchors_agree
from bulletin.model.bulletin import Image
from bulletin.source.blocks import split_body

from tests.checks.editions import KEY, findings, result


def links(source: str, translation: str, tags: tuple[str, str] = ("vi", "en")) -> list[str]:
    return findings("link-mismatch", source, translation, tags=tags)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("../dien-gio/index.vi.md", "../dien-gio/index.en.md", id="editions"),
        pytest.param("../dien-gio/", "/en/news/2026/03/dien-gio/", id="folder-and-path-of-the-site"),
        pytest.param("/news/2026/03/dien-gio/index.vi.md", "../dien-gio", id="from-the-docs-folder"),
        pytest.param("to-khai.vi.pdf", "to-khai.en.pdf", id="file-of-a-locale"),
        pytest.param("to-khai.pdf", "./to%2Dkhai.en.pdf", id="file-for-all-locales"),
        pytest.param("https://nghean.gov.vn/vi/tin", "https://nghean.gov.vn/en/tin/", id="folder-of-a-language"),
        pytest.param("https://vi.nghean.gov.vn/tin", "http://en.nghean.gov.vn/tin", id="host-of-a-language"),
        pytest.param("https://www.nghean.gov.vn/tin?id=5&p=1&lang=vi", "https://nghean.gov.vn/tin?p=1&lang=en&id=5", id="parameter"),
        pytest.param("https://nghean.gov.vn", "https://nghean.gov.vn/index.html", id="home"),
        pytest.param("https://nghean.gov.vn/t%E1%BB%89nh", "https://nghean.gov.vn/tỉnh", id="percent-encoding"),
        pytest.param("https://nghean.gov.vn:443/tin", "https://NGHEAN.gov.vn/tin?utm_source=zalo", id="port-and-tracking"),
        pytest.param("https://vi.wikipedia.org/wiki/Ngh%E1%BB%87_An", "https://en.wikipedia.org/wiki/Nghe_An_province", id="wikipedia"),
        pytest.param("mailto:DauTu@nghean.gov.vn", "mailto:dautu@nghean.gov.vn?subject=Investment", id="mail"),
        pytest.param("tel:02383592188", "tel:+84-238-359-2188", id="telephone"),
    ],
)  # fmt: skip
def test_links_to_the_same_are_equal(one: str, other: str) -> None:
    assert links(f"Xem [trang này]({one}).\n", f"See [this page]({other}).\n") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("../dien-gio/index.vi.md", "../cang-bien/index.en.md", id="another-bulletin"),
        pytest.param("../dien-gio/index.vi.md", "../../02/dien-gio/index.en.md", id="another-month"),
        pytest.param("to-khai.pdf", "to-khai-2.pdf", id="another-file"),
        pytest.param("https://nghean.gov.vn/vi/tin", "https://nghean.gov.vn/en/van-ban", id="another-path"),
        pytest.param("https://nghean.gov.vn/tin/46", "https://nghean.gov.vn/tin/47", id="another-number"),
        pytest.param("https://nghean.gov.vn/tin?id=5", "https://nghean.gov.vn/tin?id=6", id="another-parameter"),
        pytest.param("https://nghean.gov.vn:8080/tin", "https://nghean.gov.vn/tin", id="another-port"),
        pytest.param("https://nghean.gov.vn/tin", "https://nghean.com.vn/tin", id="another-host"),
        pytest.param("https://nghean.gov.vn/tin", "https://nghean.gov/tin", id="another-country"),
        pytest.param("https://vi.wikipedia.org/wiki/Vinh", "https://vi.wikipedia.org/wiki/Huế", id="another-article"),
        pytest.param("mailto:dautu@nghean.gov.vn", "mailto:dulich@nghean.gov.vn", id="another-person"),
        pytest.param("tel:02383592188", "tel:02383592187", id="another-number-to-call"),
        pytest.param("../dien-gio/", "../dien-gio/#gia", id="an-anchor-on-one-side"),
    ],
)
def test_a_link_that_leads_elsewhere_is_found_and_both_are_named(one: str, other: str) -> None:
    (found,) = links(f"Xem\n[trang này]({one}).\n", f"See\n[this page]({other}).\n")

    assert (
        found == f'en:8: link "this page" leads to "{other}"; expected "{one}", as in the source (line 8, "trang này")'
    )


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        pytest.param("## Xem [A](../a/)\n", "## See [A](../b/)\n", id="heading"),
        pytest.param("| Cột |\n|---|\n| [A](../a/) |\n", "| Column |\n|---|\n| [A](../b/) |\n", id="cell"),
        pytest.param("Chữ[^1]\n\n[^1]: [A](../a/)\n", "Text[^1]\n\n[^1]: [A](../b/)\n", id="footnote"),
        pytest.param("- [A](../a/)\n", "- [A](../b/)\n", id="item"),
        pytest.param("> [A](../a/)\n", "> [A](../b/)\n", id="quotation"),
        pytest.param("[![Bản đồ](m.png)](../a/)\n", "[![A map](m.png)](../b/)\n", id="picture"),
        pytest.param("<https://a.vn/x>\n", "<https://a.vn/y>\n", id="address-itself"),
        pytest.param(
            "Xem [trang][1].\n\n[1]: https://a.vn/x\n", "See [the page][1].\n\n[1]: https://a.vn/y\n", id="by-label"
        ),
        pytest.param("Đọc tiếp ở [trang này](../a/) nhé.\n", "Đọc tiếp ở [trang này](../b/) nhé.\n", id="untranslated"),
    ],
)
def test_a_link_anywhere_is_compared(source: str, translation: str) -> None:
    assert any("leads to" in found for found in links(source, translation))


def test_a_lost_link_is_told_with_the_block_that_lacks_it() -> None:
    (found,) = links(
        "Mở đầu.\n\nXem [kế hoạch](../ke-hoach/) của tỉnh.\n", "Opening.\n\nSee the plan of the province.\n"
    )

    assert found.startswith('en:9: missing here: the link to "../ke-hoach/" of the source (line 9, "kế hoạch")')
    assert 'expected in "See the plan of the province."' in found


def test_an_added_link_is_told() -> None:
    (found,) = links("Xem kế hoạch của tỉnh.\n", "See [the plan](../ke-hoach/) of the province.\n")

    assert found.startswith('en:7: link "the plan" to "../ke-hoach/" is not in the source (line 7')


def test_a_sentence_that_moved_takes_its_link_along() -> None:
    source = "Hội nghị có 250 khách. Xem [kế hoạch](../ke-hoach/).\n\nTỉnh có 42 dự án.\n\nHội nghị bế mạc lúc 17h.\n"
    near = "The conference drew 250 guests.\n\nSee [the plan](../ke-hoach/). The province has 42 projects.\n\nIt closed at 5 p.m.\n"
    far = "The conference drew 250 guests.\n\nThe province has 42 projects.\n\nIt closed at 5 p.m. See [the plan](../ke-hoach/).\n"

    assert links(source, near) == []
    assert links(source, far) == []


def test_links_that_changed_places_between_blocks_are_found_at_both() -> None:
    source = "Gửi về [hộp thư](mailto:a@b.vn).\n\nXem [kế hoạch](../ke-hoach/).\n"

    found = links(source, "Write to [our mailbox](../ke-hoach/).\n\nSee [the plan](mailto:a@b.vn).\n")

    assert [each.split(": ")[0] for each in found] == ["en:7", "en:9"]


def test_links_that_changed_places_within_a_block_are_found_by_their_texts() -> None:
    source = "Xem [Quyết định 46](../qd-46/) và [Kế hoạch 318](../kh-318/).\n"

    assert links(source, "See [Plan 318](../kh-318/) and [Decision 46](../qd-46/).\n") == []
    assert len(links(source, "See [Decision 46](../kh-318/) and [Plan 318](../qd-46/).\n")) == 2


def test_a_target_named_twice_in_one_block_may_be_named_once() -> None:
    source = "Xem [kế hoạch](../ke-hoach/); [kế hoạch này](../ke-hoach/) dài 30 trang.\n"

    assert links(source, "See [the plan](../ke-hoach/), which has 30 pages.\n") == []


def test_the_links_of_a_paragraph_that_is_gone_are_told_with_it() -> None:
    source = "Hội nghị có 250 khách.\n\nXem [kế hoạch](../ke-hoach/) gồm 42 dự án.\n"

    assert links(source, "The conference drew 250 guests.\n") == []


def test_a_link_to_the_other_language_is_found_where_the_other_edition_keeps_its_readers() -> None:
    (found,) = links("Xem [bài](../dien-gio/index.vi.md).\n", "See [this](../dien-gio/index.vi.md).\n")
    (slip,) = links("Xem [bài](../dien-gio/index.en.md).\n", "See [this](../dien-gio/index.en.md).\n")

    assert "a page in another language" in found
    assert found.startswith("en:7")
    assert slip.startswith("vi:7")
    assert links("[English](index.en.md)\n", "[Tiếng Việt](index.vi.md)\n") == []


ANCHORS = "## Kết quả\n\nTốt.\n\n## Kế hoạch\n\nXem [mục trên](#ket-qua).\n"


def test_an_anchor_of_the_page_is_that_of_the_same_heading() -> None:
    page = "## Results\n\nGood.\n\n## Plan\n\nSee [above](#{}).\n"

    assert links(ANCHORS, page.format("results")) == []
    assert len(links(ANCHORS, page.format("plan"))) == 1
    assert len(links(ANCHORS, page.format("ket-qua"))) == 1
    assert links(ANCHORS.replace("(#", f"(../../../../{KEY}/index.vi.md#"), page.format("results")) == []


def test_an_anchor_of_another_bulletin_waits_for_its_headings() -> None:
    there = result("[A](../dien-gio/index.vi.md#gia)\n", "[A](../dien-gio/index.en.md#price)\n").anchors

    assert [(each.key, each.source, each.translation) for each in there] == [("news/2026/03/dien-gio", "gia", "price")]


@pytest.mark.parametrize(
    ("source", "translation", "agree"),
    [
        pytest.param("gia", "price", True, id="same-heading"),
        pytest.param("gia", "schedule", False, id="another-heading"),
        pytest.param("gia", "gia", False, id="no-heading-there"),
        pytest.param("khong-co", "nowhere", True, id="broken-on-both-sides"),
        pytest.param("tien-do", "schedule", True, id="behind-a-heading-that-one-side-lacks"),
    ],
)
def test_anchors_of_other_bulletins_are_compared_by_aligned_headings(
    source: str,
    translation: str,
    agree: bool,  # noqa: FBT001 - a case
) -> None:
    vi = split_body(
        "## Giá 5.000 đồng {#gia}\n\nChữ\n\n## Phụ lục của ông Lê Văn Giáp\n\n## Tiến độ đến 2028 {#tien-do}\n"
    )
    en = split_body("## Price of VND 5,000 {#price}\n\nText\n\n## Schedule until 2028 {#schedule}\n")

    assert anchors_agree(Anchor("k", source, translation, 1, 1, "", ""), vi, en) is agree


def test_an_address_that_is_no_link_is_compared_too() -> None:
    source = "Liên hệ dautu@nghean.gov.vn hoặc dichvucong.nghean.gov.vn.\n"

    assert links(source, "Write to dautu@nghean.gov.vn or see dichvucong.nghean.gov.vn.\n") == []
    assert links(source, "See www.dichvucong.nghean.gov.vn, or write to DauTu@nghean.gov.vn.\n") == []
    (found,) = links(source, "Write to dautu@nghean.gov.vn or see dichvu.nghean.gov.vn.\n")
    assert found.startswith('en:7: address "dichvu.nghean.gov.vn" but the source (line 7) says "dichvucong.')


def test_a_link_whose_address_still_stands_there_is_lost_all_the_same() -> None:
    mail = "[dautu@nghean.gov.vn](mailto:dautu@nghean.gov.vn)"

    (found,) = links(f"Liên hệ {mail}.\n", "Write to dautu@nghean.gov.vn.\n")

    assert "missing here: the link" in found


def test_what_is_no_address_of_the_web_or_not_to_be_read_stays_as_it_is() -> None:
    assert canonical("https://[::1", KEY) == "https://[::1"
    assert canonical("http://x.vn:99999/", KEY) == "http://x.vn:99999/"
    assert shown_addresses("Ông Nguyễn Văn A. Bà B. 12.500 tỷ đồng, 3.5 km.") == []


# Pictures


def pictures(source: str, translation: str) -> list[str]:
    return findings("image-mismatch", source, translation)


@pytest.mark.parametrize("other", ["anh.jpg", "anh.en.jpg", "./anh.jpg", "%61nh.jpg"])
def test_the_same_picture_or_its_variant_for_a_locale_is_equal(other: str) -> None:
    assert pictures("![Cảng](anh.jpg)\n", f"![A port]({other})\n") == []


def test_another_picture_a_missing_one_and_an_added_one_are_told_at_their_places() -> None:
    vi = "Mở đầu 5.\n\n![Cảng](cang.jpg)\n\nKết 7.\n"
    en = "The\nopening\n5.\n\nIt has two parts: 3 and 4.\n\n![A port](cang.jpg)\n\nEnd 7.\n"

    assert pictures(vi, en.replace("cang", "ga")) == [
        'en:13: picture "ga.jpg", but the source (line 9) shows "cang.jpg"; expected the same picture'
    ]
    assert pictures(vi, en.replace("![A port](cang.jpg)\n\n", "")) == [
        'en:11: missing here: the picture "cang.jpg" of the source (line 9); expected it here'
    ]
    assert pictures(vi.replace("![Cảng](cang.jpg)\n\n", ""), en) == [
        'en:13: picture "cang.jpg" is not in the source (line 7); expected the same pictures'
    ]


def test_pictures_in_another_order_are_told() -> None:
    (found,) = pictures("![A](a.jpg)\n\n![B](b.jpg)\n", "![B](b.jpg)\n\n![A](a.jpg)\n")

    assert found.startswith('en:7: picture "b.jpg" stands in another order')


def test_a_caption_that_one_edition_lacks_is_told_in_that_edition() -> None:
    with_caption, without = '![Cảng](c.jpg "Cảng Cửa Lò")\n', "![A port](c.jpg)\n"

    (missing,) = findings("missing-caption", with_caption, without)
    (in_source,) = findings("missing-caption", without, with_caption, tags=("en", "vi"))

    assert missing.startswith('en:7: picture "c.jpg" has no caption, but the other edition (line 7)')
    assert in_source.startswith("en:7: ")


def test_the_lead_picture_is_compared_with_its_caption() -> None:
    lead = Image("cang.jpg", "Cảng", "Cảng Cửa Lò", line=4, alt_line=4, caption_line=5)
    other = Image("ga.jpg", "A station", "Vinh", line=4, alt_line=4, caption_line=5)
    bare = Image("cang.en.jpg", "A port", line=4)

    assert findings("image-mismatch", "Chữ\n", "Text\n", (lead, bare)) == []
    assert findings("image-mismatch", "Chữ\n", "Text\n", (lead, other)) == [
        'en:4: picture "ga.jpg", but the source (line 4) shows "cang.jpg"; expected the same picture'
    ]
    assert findings("image-mismatch", "Chữ\n", "Text\n", (lead, None))[0].startswith("en:2: missing here")
    assert findings("image-mismatch", "Chữ\n", "Text\n", (None, other))[0].startswith("en:4: picture")
    assert findings("missing-caption", "Chữ\n", "Text\n", (lead, bare))[0].startswith("en:4: ")
