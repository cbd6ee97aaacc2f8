"""The language of a block: what readers of an edition cannot read is told from the names and terms that it may hold."""

from __future__ import annotations

import time
import unicodedata

import pytest
from bulletin.checks.language import is_foreign

ENGLISH = "The fair opened on Monday, with 250 stands from six provinces and from two partner provinces in Laos."
VIETNAMESE = "Hội chợ khai mạc hôm thứ Hai với 250 gian hàng của sáu tỉnh và hai tỉnh bạn Lào."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sở Y tế phối hợp Bộ Chỉ huy Bộ đội Biên phòng tỉnh tổ chức lễ khai mạc.", id="paragraph"),
        pytest.param("Xuất khẩu", id="heading-of-one-noun"),
        pytest.param("Kết quả nổi bật", id="heading"),
        pytest.param("KẾT QUẢ NỔI BẬT", id="heading-in-capitals"),
        pytest.param("Kết Quả Nổi Bật", id="heading-with-capitals"),
        pytest.param("Nhiệm vụ trọng tâm năm 2026", id="heading-with-year"),
        pytest.param("Ngày", id="cell-of-one-word"),
        pytest.param("12,5 triệu đồng", id="amount"),
        pytest.param("Doanh thu (triệu đồng)", id="unit-in-parentheses"),
        pytest.param("Thu hoạch lúa ở Yên Thành", id="alt-with-place"),
        pytest.param("Bà Mận trong buổi tập chiều 9/11", id="caption-with-person"),
        pytest.param("Ảnh: Nguyễn Văn An", id="credit-with-label"),
        pytest.param("Nguồn: TTXVN", id="source-with-label"),
        pytest.param("du an dau tu ha tang khu kinh te", id="no-marks"),
        pytest.param("Sang 15/3, UBND tinh Nghe An to chuc hoi nghi danh gia ket qua.", id="sentence-without-marks"),
        pytest.param(f"{ENGLISH} {VIETNAMESE}", id="last-sentence"),
        pytest.param(f"{VIETNAMESE} {ENGLISH}", id="first-sentence"),
        pytest.param(f"{ENGLISH} Co 250 gian hang cua sau tinh tham gia hoi cho.", id="sentence-that-lost-its-marks"),
        pytest.param(f"“We count contracts.” {VIETNAMESE}", id="sentence-after-a-quotation"),
        pytest.param(
            f"The chair of the committee told reporters at the gate of the stadium: “We count contracts.” {VIETNAMESE}",
            id="sentence-after-a-sentence-in-quotation-marks",
        ),
        pytest.param("“Muốn sang thì bắc cầu kiều, muốn con hay chữ”", id="nothing-but-a-long-quotation"),
        pytest.param("“Chúng tôi tính hợp đồng chứ không tính doanh thu nữa”, bà nói.", id="speech"),
        pytest.param(
            f"“We used to count takings and now we count contracts. {VIETNAMESE}” said Ms Mai.", id="half-of-a-speech"
        ),
    ],
)
def test_vietnamese_is_foreign_in_the_english_edition(text: str) -> None:
    assert is_foreign(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The fleet of Quỳnh Lưu has 1,200 boats.", id="paragraph"),
        pytest.param("Main tasks for 2026", id="heading"),
        pytest.param("Main Tasks", id="heading-with-capitals"),
        pytest.param("KEY FIGURES", id="heading-in-capitals"),
        pytest.param("Why Diễn Châu?", id="question"),
        pytest.param("Fishing fleet", id="cell"),
        pytest.param("Fishing Fleet", id="cell-with-capitals"),
        pytest.param("Date", id="cell-of-one-word"),
        pytest.param("10 May", id="date"),
        pytest.param("Price (VND)", id="currency-in-parentheses"),
        pytest.param("Decree 118/2025/NĐ-CP", id="document"),
        pytest.param("Conference in Warsaw", id="capitals-joined"),
        pytest.param("Thành Vinh Ward", id="place-in-its-english-form"),
        pytest.param("Nghệ An Provincial People's Committee", id="office-in-its-english-form"),
        pytest.param("Clam harvest", id="words-on-no-list"),
        pytest.param("Photo: Nguyễn Văn An", id="credit-with-label"),
        pytest.param(f"{VIETNAMESE} {ENGLISH}", id="last-sentence"),
        pytest.param(f"{ENGLISH} {VIETNAMESE}", id="first-sentence"),
        pytest.param("“We sang every night so that we forgot our hunger,” she recalls.", id="speech"),
    ],
)
def test_english_is_foreign_in_the_vietnamese_edition(text: str) -> None:
    assert is_foreign(text, "vi")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Nguyễn Thị Hồng Vân, Chair of the People's Committee of Nghi Lộc Commune, met Lê Văn Đức.", id="names"
        ),
        pytest.param("Nghe An, Ha Tinh, Tuong Duong", id="names-without-marks"),
        pytest.param("Nguyễn Văn An, Trần Thị Bình, Lê Hồng Phong, Võ Thị Sáu", id="names-only"),
        pytest.param("Thành Vinh Ward", id="ward"),
        pytest.param("Hưng Nguyên", id="heading-that-is-a-name"),
        pytest.param("Hòa Bình", id="name-that-is-a-noun-too"),
        pytest.param("nhút", id="dish"),
        pytest.param("cháo lươn", id="dish-of-two-words"),
        pytest.param("bánh chưng, bánh tét", id="dishes"),
        pytest.param("Bánh mướt bột gạo", id="dish-of-common-words"),
        pytest.param("Try cháo lươn, súp lươn, miến lươn and bánh mướt.", id="dishes-in-a-sentence"),
        pytest.param("chao luon, banh muot and nhut", id="dishes-without-marks"),
        pytest.param("Ví phường vải: sung at the spinning wheel, usually until two or three.", id="song"),
        pytest.param("Lễ hội Làng Sen (Lotus Village Festival)", id="festival-with-gloss"),
        pytest.param("Lễ hội Làng Sen", id="festival"),
        pytest.param(
            "He quoted “Uống nước nhớ nguồn, ăn quả nhớ kẻ trồng cây” to her.", id="proverb-in-quotation-marks"
        ),
        pytest.param(
            "Lạy trời cho cả gió nồm, cho thuyền cha tôi chạy. (I beg heaven for a south-east wind, for my father.)",
            id="verse-with-its-translation",
        ),
        pytest.param("“Ngược dòng sông Lam”", id="title-in-quotation-marks"),
        pytest.param("“Đất lành chim đậu, người khôn tìm”", id="nothing-but-a-short-quotation"),
        pytest.param(
            "The Đề án phát triển kinh tế biển đến năm 2030 (Project on the Marine Economy) was approved.",
            id="document",
        ),
        pytest.param("No. 3 Trường Thi Street, Trường Vinh Ward", id="address"),
        pytest.param("số 3 đường Trường Thi, phường Trường Vinh", id="address-in-vietnamese"),
        pytest.param("72/2015/NĐ-CP", id="document-number"),
        pytest.param("127-KH/TU", id="document-number-of-the-party"),
        pytest.param("1,250.5", id="figure"),
        pytest.param("USD 12 million", id="amount"),
        pytest.param("TEU", id="unit"),
        pytest.param("Photo: Nguyễn Văn An", id="credit"),
        pytest.param("Mangroves (Rhizophora apiculata)", id="species"),
        pytest.param("", id="nothing"),
    ],
)
def test_names_and_terms_are_at_home_in_the_english_edition(text: str) -> None:
    assert not is_foreign(text, "en")
    assert not is_foreign(text, "en", text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Công ty TNHH Luxshare-ICT ký với WHA Industrial Zone", id="company-and-zone"),
        pytest.param("chương trình Startup Nation 2026", id="programme"),
        pytest.param("Startup Nation 2026", id="programme-alone"),
        pytest.param("VSIP Nghệ An", id="company"),
        pytest.param("WHA Industrial Zone", id="zone"),
        pytest.param("Orange Vinhomes", id="company-with-a-common-word"),
        pytest.param("Hoàng Mai I", id="zone-with-numeral"),
        pytest.param("Ông John Smith, Giám đốc World Bank tại Việt Nam, phát biểu", id="person-and-bank"),
        pytest.param("FAO, The State of World Fisheries and Aquaculture 2024", id="publication"),
        pytest.param("khẩu hiệu “Made in Vietnam, sold to the world for everyone” được in", id="slogan"),
        pytest.param("marketing", id="loan-marketing"),
        pytest.param("Logistics", id="loan-logistics"),
        pytest.param("livestream", id="loan-livestream"),
        pytest.param("Marketing online", id="loans"),
        pytest.param("iPhone 17", id="product"),
        pytest.param("m³/s", id="unit"),
        pytest.param("Penaeus vannamei", id="species"),
        pytest.param("Lợn Móng Cái (Sus scrofa domesticus)", id="subspecies"),
        pytest.param("Nghe An, Ha Tinh", id="names-without-marks"),
        pytest.param("du an dau tu ha tang khu kinh te", id="vietnamese-without-marks"),
        pytest.param("Ảnh: Nguyễn Văn An", id="credit"),
    ],
)
def test_names_and_terms_are_at_home_in_the_vietnamese_edition(text: str) -> None:
    assert not is_foreign(text, "vi")
    assert not is_foreign(text, "vi", text)


@pytest.mark.parametrize(
    ("text", "counterpart", "foreign"),
    [
        pytest.param("Tau ca", "Tàu cá", True, id="without-the-marks-of-the-other"),
        pytest.param("Nghe An", "Nghệ An", False, id="a-name-without-its-marks"),
        pytest.param("vi giam", "ví giặm", False, id="a-song-without-its-marks"),
        pytest.param("5 sao", "5 SAO", True, id="repeated-but-for-case"),
        pytest.param("5 sao", "5 stars", False, id="too-little-to-tell"),
    ],
)
def test_the_other_edition_is_evidence_for_a_short_block(text: str, counterpart: str, *, foreign: bool) -> None:
    assert is_foreign(text, "en", counterpart) is foreign


def test_decomposed_letters_read_as_composed_ones() -> None:
    assert is_foreign(unicodedata.normalize("NFD", "Xuất khẩu"), "en")
    assert not is_foreign(unicodedata.normalize("NFD", VIETNAMESE), "vi")


def test_a_long_quotation_is_no_longer_a_quotation() -> None:
    assert is_foreign(f"Ms Mai told the meeting: “{VIETNAMESE} {VIETNAMESE}”", "en")


def test_of_other_languages_nothing_is_said() -> None:
    assert not is_foreign(VIETNAMESE, "lo")
    assert not is_foreign(ENGLISH, "fr")


@pytest.mark.parametrize("piece", ["a", "ấ ", "(", '"', "“a”(b) ", "a-", ". ", " ", "'", ":", "A ", "1", "\n"])
@pytest.mark.parametrize("expected", ["vi", "en"])
def test_no_text_takes_long(piece: str, expected: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = time.process_time()
    is_foreign(text, expected, text)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("text", ["mg/kg", "0,06 mg/kg", "0.06 mg/kg", "< 0,5 mg/l", "60–80 km/h", "1.250 VND/kWh"])
@pytest.mark.parametrize("tag", ["vi", "en"])
def test_a_quantity_with_its_unit_is_in_every_language(text: str, tag: str) -> None:
    assert not is_foreign(text, tag)
