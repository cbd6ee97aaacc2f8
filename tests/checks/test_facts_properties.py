"""What holds for every value, however it is said: the forms are in `forms`, one module for each family of values."""

from __future__ import annotations

import time
from typing import Any

import pytest
from bulletin.checks.facts import read_facts
from bulletin.model.fact import Strength
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.checks.forms import clock, dates, labels, measures, money, numbers, periods, ranges, shapes, words
from tests.checks.forms.said import Kind, Said, are_equal, is_found, place, unique
from tests.checks.forms.texts import told

AnyKind = Kind[Any]
MODULES = (numbers, money, measures, dates, periods, clock, ranges, shapes, labels)
KINDS: list[AnyKind] = [kind for module in MODULES for kind in vars(module).values() if isinstance(kind, Kind)]
EVERY_KIND = pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name.replace(" ", "-")) for kind in KINDS])
MILLISECONDS = 50
"""For 2,000 characters."""
EXAMPLES = settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(EXAMPLES, max_examples=250)


@EVERY_KIND
@EXAMPLES
@given(data=st.data())
def test_a_value_is_equal_in_every_form(kind: AnyKind, data: st.DataObject) -> None:
    said: Said = kind.say(data.draw(kind.values, "value"))
    carrier = data.draw(st.sampled_from(kind.carriers), "carrier")
    vi = data.draw(st.sampled_from(said.vi), "vi")
    en = data.draw(st.sampled_from(said.en), "en")
    pairs = unique([*((vi, other) for other in said.en), *((other, en) for other in said.vi)])
    for left, right in pairs:
        assert are_equal(place(carrier.vi, left), place(carrier.en, right)), (left, right)


@EVERY_KIND
@EXAMPLES
@given(data=st.data())
def test_another_value_is_found_in_every_form(kind: AnyKind, data: st.DataObject) -> None:
    value = data.draw(kind.values, "value")
    carrier = data.draw(st.sampled_from(kind.carriers), "carrier")
    said = kind.say(value)
    for change in kind.changes(value):
        other = kind.say(change)
        vi = data.draw(st.sampled_from(said.vi), "vi")
        for en in other.en:
            if change != value and en not in said.en:
                assert is_found(place(carrier.vi, vi), place(carrier.en, en)), (vi, en)


@pytest.mark.parametrize("number", range(2, 101))
def test_a_number_to_a_hundred_is_the_same_in_words_and_digits(number: int) -> None:
    for vi in (str(number), *words.vietnamese(number)):
        for en in (str(number), *words.english(number)):
            assert are_equal(f"Xã có {vi} hộ nghèo.", f"The commune has {en} poor households.")


@pytest.mark.parametrize("number", range(2, 101))
def test_numbers_to_a_hundred_in_words_are_told_apart(number: int) -> None:
    texts = {
        other: f"The commune has {words.english(other)[0]} poor households."
        for other in range(2, 101)
        if other != number
    }
    for vi in words.vietnamese(number):
        assert all(is_found(f"Xã có {vi} hộ nghèo.", text) for text in texts.values())


_NOUNS = (
    "xã|phường|thôn|hộ|người|em học sinh|doanh nghiệp|hợp tác xã|nhà máy|khách sạn|tàu|ô tô|dự án|nhiệm vụ|mục tiêu|sáng kiến|ngôi nhà|hồ chứa|trạm y tế|"
    "nghệ nhân|đại biểu|ứng viên|thí sinh|vận động viên|luật sư|ngư dân|trận lũ|cơn bão|vụ cháy|thị trấn|thành phố|hòn đảo|hang động|con trâu|thỏa thuận|"
    "bản ghi nhớ|gian hàng|tiết mục|cuốn sách|quốc gia|huy chương|tháng|tuần|ngày|phút|mô hình|cửa khẩu|tuyến đường|nạn nhân|hành khách|nhà thầu|tập đoàn|"
    "ngân hàng|suất quà|bến cảng|mỏ đá|lò gạch|giống lúa|loài chim|hiện vật|di tích|câu lạc bộ|ca mắc|kiến nghị|văn bản|bị cáo|thế hệ|dân tộc|bàn thắng|"
    "tầng|nhịp|làn xe|gói thầu|héc-ta|sào"
)
NOUNS = tuple(_NOUNS.split("|"))
"""What news counts: "năm" and "chín" are numbers before them, elsewhere "year" and "ripe"."""


@pytest.mark.parametrize("noun", NOUNS)
def test_five_and_nine_are_numbers_before_what_is_counted(noun: str) -> None:
    for carrier in ("Hôm qua, tỉnh có thêm {} {}.", "{} {} đã được chọn.", "Tại đây, {} {} bị ảnh hưởng."):
        for word, digit in (("năm", "5"), ("chín", "9")):
            sentence, other = carrier.format(word, noun), carrier.format(digit, noun)
            spelled, written = (read_facts(each[0].upper() + each[1:], "vi") for each in (sentence, other))
            assert {key for fact in spelled for key in fact.keys} & {key for fact in written for key in fact.keys}


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize(
    "carrier",
    [
        "Mỗi năm {} lại đổi khác.", "Hằng năm {} đều được kiểm tra.", "Một năm {} vắng bóng.", "Đầu năm {} được khởi công.", "Trong năm {} được hỗ trợ.",
        "Nhiều năm {} gặp khó khăn.", "Vài năm {} mới đông trở lại.", "Từng năm {} khởi sắc.", "Cuối năm {} về đích.", "Giữa năm {} được nghiệm thu.",
    ],
)  # fmt: skip
def test_five_is_a_year_after_what_counts_years(carrier: str, noun: str) -> None:
    facts = read_facts(carrier.format(noun), "vi")
    assert not [fact.text for fact in facts if fact.strength is Strength.STRONG]


@MANY
@given(told(changed=False))
def test_texts_with_several_values_are_equal(texts: tuple[str, str]) -> None:
    assert are_equal(*texts)


@MANY
@given(told(changed=True))
def test_one_other_value_among_several_is_found(texts: tuple[str, str]) -> None:
    assert is_found(*texts)


# Writing

SPACES = {"no-break": "\u00a0", "line-break": "\n"}


@pytest.mark.parametrize("space", [pytest.param(space, id=name) for name, space in SPACES.items()])
@MANY
@given(told(changed=False))
def test_a_text_reads_the_same_with_other_spaces(space: str, texts: tuple[str, str]) -> None:
    for text, tag in zip(texts, ("vi", "en"), strict=True):
        assert _readings(text.replace(" ", space), tag) == _readings(text, tag)


@EVERY_KIND
@EXAMPLES
@given(data=st.data())
def test_a_form_reads_the_same_with_other_spaces(kind: AnyKind, data: st.DataObject) -> None:
    said = kind.say(data.draw(kind.values))
    carrier = data.draw(st.sampled_from(kind.carriers))
    for forms, sentence, tag in ((said.vi, carrier.vi, "vi"), (said.en, carrier.en, "en")):
        text = place(sentence, data.draw(st.sampled_from(forms)))
        for space in SPACES.values():
            assert _readings(text.replace(" ", space), tag) == _readings(text, tag)


def _readings(text: str, tag: str) -> list[tuple[object, ...]]:
    return [
        (fact.keys, fact.foreign, fact.strength, fact.family, fact.year, fact.month) for fact in read_facts(text, tag)
    ]


# Any text

_TOKENS = (
    "1 2 15 31 2026 1.250,5 1,250.5 0,5 3/4 15/3 15/3/2026 % ‰ km ha m² m2 °C tỷ triệu nghìn đồng VND USD $ € ₫ năm tháng ngày quý thứ hai ba tư lăm mốt mươi trăm linh rưỡi nửa và đến từ "
    "- – − , . ; : / ( ) “ ” II XX IV h giờ phút 8h30 14:00 p.m. am May March second half first quarter a an of and the to from past million billion thousand hundred twenty twenty-five fold "
    "+84 0238 (0238) QL1A Quốc Highway × ² ½ ٣ ０ १ 𝟙 Ⅻ ① một gấp đôi lần phần rằm mùng âm lịch thế kỷ thập niên những century 1990s ’90s minus 12345678901234567890 1e5 000 0 | \n \t \u00a0 \u0301 \ud7ff"
)
TOKENS = tuple(_TOKENS.split(" "))


@pytest.mark.parametrize("tag", ["vi", "en"])
@MANY
@given(
    text=st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from(TOKENS), max_size=60).map(" ".join),
        st.lists(st.sampled_from(TOKENS), max_size=60).map("".join),
    )
)
def test_any_text_is_read(tag: str, text: str) -> None:
    facts = read_facts(text, tag)
    assert all(0 <= fact.start < fact.end <= len(text) for fact in facts)
    assert all(fact.text == text[fact.start : fact.end].strip() for fact in facts)
    assert all(fact.keys or fact.foreign for fact in facts)


@pytest.mark.parametrize("tag", ["vi", "en"])
@settings(MANY, max_examples=100)
@given(
    tokens=st.lists(st.sampled_from(TOKENS), min_size=1, max_size=12), separator=st.sampled_from(["", " ", "\u00a0"])
)
def test_two_thousand_characters_are_read_at_once(tag: str, tokens: list[str], separator: str) -> None:
    unit = separator.join(tokens) + separator
    assume(unit)
    text = (unit * (2000 // len(unit) + 1))[:2000]
    assert min(_milliseconds(text, tag) for _ in range(3)) < MILLISECONDS


def _milliseconds(text: str, tag: str) -> float:
    """Of the processor, not of the clock: the machine has other work."""
    start = time.process_time()
    read_facts(text, tag)
    return (time.process_time() - start) * 1000


def test_reading_takes_time_in_proportion_to_the_text() -> None:
    text = (
        "Thu ngân sách quý II đạt 1.250,5 tỷ đồng, tăng từ 5 đến 7% so với ngày 15/3/2026; năm xã có hai mươi lăm hộ. "
    )
    short, long = (min(_milliseconds(text * count, "vi") for _ in range(3)) for count in (20, 160))
    assert long < 8 * 3 * max(short, 1)
