"""Document numbers as links, and abbreviations with what they stand for."""

import unicodedata

import pytest

from tests.render.texts import render

PLAN = '<a class="document" href="../../../../documents/ke-hoach/">{}</a>'
REPEALED = '<a class="document repealed" href="../../../../documents/bai-bo/">31/2021/QĐ-UBND</a>'
NOTE = ' <small class="repealed">(hết hiệu lực)</small>'
DEPARTMENT = '<abbr tabindex="0" title="Sở Kế hoạch và Đầu tư">Sở KH&amp;ĐT</abbr>'


def html(text: str, tag: str = "vi") -> str:
    body = render(text, tag)
    assert body.problems == ()
    return body.html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("theo Kế hoạch số 142/KH-UBND,", f"theo Kế hoạch số {PLAN.format('142/KH-UBND')},", id="a-number"),
        pytest.param("142/KH–UBND", PLAN.format("142/KH–UBND"), id="with-another-dash"),
        pytest.param("0142/KH-UBND", PLAN.format("0142/KH-UBND"), id="with-a-zero"),
        pytest.param("*142/KH-UBND* và", f"<em>{PLAN.format('142/KH-UBND')}</em> và", id="in-emphasis"),
        pytest.param("**a** 142/KH-UBND", f"<strong>a</strong> {PLAN.format('142/KH-UBND')}", id="behind-emphasis"),
        pytest.param("31/2021/QĐ-UBND cũ", f"{REPEALED}{NOTE} cũ", id="a-repealed-one-is-told"),
    ],
)
def test_a_number_of_a_document_that_has_a_page_leads_to_it(text: str, expected: str) -> None:
    assert html(text) == f"<p>{expected}</p>"


def test_a_decomposed_letter_is_the_same_number() -> None:
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", "31/2021/QĐ-UBND"))
    assert REPEALED in html(text)


def test_several_numbers_in_one_sentence_lead_to_their_pages() -> None:
    expected = f"<p>{PLAN.format('142/KH-UBND')} thay {REPEALED}{NOTE}; xem {PLAN.format('142/KH-UBND')}.</p>"
    assert html("142/KH-UBND thay 31/2021/QĐ-UBND; xem 142/KH-UBND.") == expected


def test_a_repealed_document_is_told_once_in_a_text() -> None:
    found = html("31/2021/QĐ-UBND\n\n31/2021/QĐ-UBND")
    assert (found.count(REPEALED), found.count(NOTE)) == (2, 1)


def test_a_document_of_which_a_part_is_repealed_says_so() -> None:
    assert html("08/2025/NQ-HĐND").endswith(
        '08/2025/NQ-HĐND</a> <small class="repealed">(hết hiệu lực một phần)</small></p>'
    )
    assert "(partly repealed)" in html("08/2025/NQ-HĐND", "en")


def test_an_english_reader_is_led_to_a_vietnamese_document_that_has_no_english_page() -> None:
    expected = '<a class="document repealed" href="../../../../../documents/bai-bo/" hreflang="vi">31/2021/QĐ-UBND</a>'
    assert expected in html("Decision 31/2021/QĐ-UBND", "en")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("143/KH-UBND", id="a-document-without-a-page"),
        pytest.param("[142/KH-UBND](https://nghean.gov.vn/)", id="in-a-link"),
        pytest.param("`142/KH-UBND`", id="in-code"),
        pytest.param("## 142/KH-UBND", id="in-a-heading"),
        pytest.param("01/2020/QĐ-UBND", id="on-its-own-page"),
        pytest.param("1142/KH-UBND và 142/KH-UBNDX", id="a-part-of-another-number"),
    ],
)
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert 'class="document' not in html(text)


def test_an_abbreviation_is_explained_where_it_first_stands_and_can_be_reached_by_keyboard() -> None:
    expected = f"<p>{DEPARTMENT} và Sở KH&amp;ĐT.</p>\n<p>Sở KH&amp;ĐT</p>"
    assert html("Sở KH&ĐT và Sở KH&ĐT.\n\nSở KH&ĐT") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sở Kế hoạch và Đầu tư (Sở KH&ĐT) họp.", id="explained-by-the-text"),
        pytest.param("TTĐNX và xTTĐN", id="a-part-of-a-word"),
        pytest.param("12/BC-TTĐN và TTĐN-TH", id="a-part-of-a-number"),
        pytest.param("`TTĐN`", id="in-code"),
        pytest.param("PPC", id="of-another-language"),
    ],
)
def test_what_needs_no_explanation_gets_none(text: str) -> None:
    assert "<abbr" not in html(text)


def test_an_editor_s_own_explanation_stands_before_the_registry_s() -> None:
    found = html("TTĐN và TTĐN\n\n*[TTĐN]: một tên khác")
    assert found.count('title="một tên khác"') == 2
    assert found.count("tabindex") == 1
    assert "thông tin đối ngoại" not in found
