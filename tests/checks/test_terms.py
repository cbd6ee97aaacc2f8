"""`term-mismatch` and `name-mismatch` on a pair: what the source names, the translation calls by a right form."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from tests.checks.registered import told

RIGHT = [
    pytest.param("Công tác thông tin đối ngoại.", "External information work.", id="the-term"),
    pytest.param("Công tác thông tin đối ngoại.", "External communication work.", id="another-right-form"),
    pytest.param("Hai cửa khẩu mới.", "Two new border gates.", id="plural"),
    pytest.param("Sở Tài chính đề xuất.", "The Department of Finance’s proposal.", id="possessive"),
    pytest.param("Ngành thông tin, đối ngoại của tỉnh.", "Information and diplomacy.", id="a-comma-parts-two-things"),
    pytest.param("Cục Thông tin đối ngoại họp.", "The Authority of Foreign Affairs met.", id="part-of-a-longer-name"),
    pytest.param("Tỉnh Nghệ An mời.", "Nghe An Province invites.", id="without-diacritics"),
    pytest.param("Tại Hà Nội.", "In Hanoi.", id="exonym"),
    pytest.param("Tại Hà Nội.", "In Ha Noi.", id="exonym-without-diacritics"),
    pytest.param("Tỉnh Thừa Thiên - Huế năm 2020.", "Thừa Thiên–Huế in 2020.", id="hyphen-and-dash"),
    pytest.param("Tại Thanh Hoá.", "In Thanh Hóa.", id="tone-on-the-other-vowel"),
    pytest.param("Các tỉnh của Lào đã đến.", "Lao provinces came.", id="adjective"),
    pytest.param("UBND tỉnh ban hành.", "The provincial People's Committee issued it.", id="abbreviation"),
    pytest.param(
        "Sở Văn hóa, Thể thao và Du lịch.", "The Department of Culture, Sports, and Tourism.", id="serial-comma"
    ),
    pytest.param("Sở Nông nghiệp & Môi trường.", "The Department of Agriculture & Environment.", id="ampersand"),
    pytest.param("Ông Nguyễn Văn Ánh phát biểu.", "Mr Nguyen Van Anh spoke.", id="a-person"),
    pytest.param("Bộ phim về vinh dự và lòng dũng cảm.", "A film on honour and courage.", id="a-common-word"),
    pytest.param("Vinh dự này thuộc về bà con.", "This honour is the people's.", id="a-common-word-first"),
    pytest.param(
        "Tỉnh Nghệ An mời.\n\nNghệ An có biển.", "Nghệ An invites.\n\nThe province has a coast.", id="the-province"
    ),
    pytest.param("Ông Nguyễn Văn Ánh đến.\n\nNguyễn Văn Ánh nói.", "Nguyễn Văn Ánh came.\n\nHe spoke.", id="a-pronoun"),
    pytest.param(
        "Ông Nguyễn Văn Ánh đến.\n\nNguyễn Văn Ánh nói.", "Nguyễn Văn Ánh came.\n\nÁnh spoke.", id="a-given-name"
    ),
    pytest.param(
        "Mở đầu.\n\nTỉnh Nghệ An mời.\n\nKết thúc.",
        "A beginning.\n\nInvitations.\n\nNghệ An ends.",
        id="the-next-block",
    ),
    pytest.param("Giám đốc Sở Tài chính nói.", "The Director of Finance spoke.", id="who-speaks-for-a-body"),
    pytest.param("Ăn ở `Nghệ An` thôi.", "Only eat.", id="code"),
    pytest.param("Kế hoạch số 2500/KH-UBND.", "Plan 2500/KH-UBND.", id="a-document-number"),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("source", "translation"), RIGHT)
def test_a_right_rendering_has_no_finding(source: str, translation: str, form: str) -> None:
    # Reading composes every file; a text that came another way must do no harm.
    if form == "NFD":
        source, translation = (normalize("NFC", normalize("NFD", text)) for text in (source, translation))

    assert told(source, translation) == []


WRONG = [
    pytest.param(
        "Công tác thông tin đối ngoại.",
        "Overseas publicity work.",
        'term-mismatch: the source (line 7) says "thông tin đối ngoại"; expected "external information" here: "Overseas publicity work."',
        id="another-term",
    ),
    pytest.param(
        "Sở Tài chính đề xuất.",
        "The Finance Department proposed it.",
        'name-mismatch: "Finance Department" but the source (line 7) says "Sở Tài chính"; expected "Department of Finance"',
        id="a-body-in-other-words",
    ),
    pytest.param(
        "Ông Nguyễn Văn Ánh phát biểu.",
        "Mr Nguyễn Văn Ấnh spoke.",
        'name-mismatch: "Nguyễn Văn Ấnh" but the source (line 7) says "Nguyễn Văn Ánh"; expected "Nguyễn Văn Ánh"',
        id="wrong-marks",
    ),
    pytest.param(
        "Ông Nguyễn Văn Ánh phát biểu.",
        "Mr Nguyen Van Binh spoke, and he left.",
        'name-mismatch: "Nguyen Van Binh" but the source (line 7) says "Nguyễn Văn Ánh"; expected "Nguyễn Văn Ánh"',
        id="another-given-name",
    ),
    pytest.param(
        "Tỉnh Nghệ An mời.",
        "Nghe En Province invites.",
        'name-mismatch: "Nghe En" but the source (line 7) says "Nghệ An"; expected "Nghệ An"',
        id="one-letter",
    ),
    pytest.param(
        "Tỉnh Nghệ An mời.",
        "Thanh Hoa Province invites.",
        'name-mismatch: "Thanh Hoa" but the source (line 7) says "Nghệ An"; expected "Nghệ An"',
        id="another-place",
    ),
    pytest.param(
        "Tỉnh Nghệ An mời.",
        "The province of Đồng Tháp invites.",
        'name-mismatch: "Đồng Tháp" but the source (line 7) says "Nghệ An"; expected "Nghệ An"',
        id="a-place-in-no-registry",
    ),
    pytest.param(
        "Ông Nguyễn Văn Ánh, Phó Chủ tịch tỉnh, đến.",
        "Nguyễn Văn Ánh, a provincial leader, came.",
        'name-mismatch: the source (line 7) says "Phó Chủ tịch tỉnh"; expected "Vice-Chair of the province" here: "Nguyễn Văn Ánh, a provincial leader, came."',
        id="a-post",
    ),
    pytest.param(
        "Nghị quyết về chuyển đổi số.",
        "A resolution on numbers.",
        'term-mismatch: the source (line 7) says "chuyển đổi số"; expected "digital transformation" here: "A resolution on numbers."',
        id="never-named",
    ),
]


@pytest.mark.parametrize(("source", "translation", "said"), WRONG)
def test_a_wrong_rendering_is_told_with_the_right_form(source: str, translation: str, said: str) -> None:
    assert told(source, translation) == [f"en:7: {said}"]


def test_each_name_is_told_once_a_block() -> None:
    found = told("Nghệ An mời, Nghệ An đón.\n\nNghệ An nói.", "An invitation.\n\nA speech.")

    assert [line.split(":")[1] for line in found] == ["7", "9"]


def test_the_longest_name_is_meant_and_not_those_inside_of_it() -> None:
    assert told("Hãng hàng không Quốc gia Việt Nam bay.", "Vietnam Airlines flies.") == []


def test_a_source_in_english_is_compared_with_its_vietnamese_translation() -> None:
    assert told("The Department of Finance met.", "Sở Tài chính họp.", tags=("en", "vi")) == []
    assert told("The Department of Finance met.", "Ban Tài chánh họp.", tags=("en", "vi")) == [
        'vi:7: name-mismatch: the source (line 7) says "Department of Finance"; expected "Sở Tài chính" here: "Ban Tài chánh họp."'
    ]


def test_titles_descriptions_and_pictures_are_read_too() -> None:
    found = told("![Chợ ở Nghệ An](a.jpg)", "![A market in Thanh Hoa](a.jpg)")

    assert [line.split(" but")[0] for line in found] == ['en:7: name-mismatch: "Thanh Hoa"']


def test_a_block_that_is_not_translated_is_told_once_as_that() -> None:
    assert (
        told("Tỉnh Nghệ An mời các nhà đầu tư đến tìm hiểu.", "Tỉnh Thanh Hóa mời các nhà đầu tư đến tìm hiểu.") == []
    )
