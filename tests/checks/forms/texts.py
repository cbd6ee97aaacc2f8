"""Sentences with several values, and values that stand close together."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.checks.forms.clock import CLOCK
from tests.checks.forms.dates import DATES, DAY_RANGES, DAYS
from tests.checks.forms.measures import MEASURES, SPANS
from tests.checks.forms.money import MONEY
from tests.checks.forms.numbers import COUNTS, PERCENTAGES, POINTS
from tests.checks.forms.periods import CENTURIES, HALVES, MONTHS, QUARTERS, YEARS
from tests.checks.forms.ranges import PERCENT_RANGES
from tests.checks.forms.said import Kind
from tests.checks.forms.shapes import FRACTIONS, MULTIPLES, ORDINALS

AnyKind = Kind[Any]
"""The values of a text are of many types, and only their kind looks at them."""

TEXTS: list[tuple[str, str, tuple[AnyKind, ...]]] = [
    ("Lễ khai mạc diễn ra lúc {} {} tại Vinh.", "The opening is at {} on {} in Vinh.", (CLOCK, DATES)),
    ("Từ {}, {} hộ dân được cấp nước sạch.", "From {}, {} households have had clean water.", (DAYS, COUNTS)),
    ("Thu ngân sách đạt {}, tăng {} so với cùng kỳ.", "Revenue came to {}, up {} year on year.", (MONEY, PERCENTAGES)),
    ("Thu ngân sách tăng {}, đạt {}.", "Revenue rose by {} to {}.", (PERCENTAGES, MONEY)),
    ("Dự án có vốn {} (giai đoạn 1: {}).", "The project costs {} (phase 1: {}).", (MONEY, MONEY)),
    ("Trong {}, xuất khẩu đạt {}; nhập khẩu {}.", "In {} exports came to {}; imports to {}.", (QUARTERS, MONEY, MONEY)),
    (
        "Tỉnh có {} xã, {} phường và {} thôn.",
        "The province has {} communes, {} wards and {} hamlets.",
        (COUNTS, COUNTS, COUNTS),
    ),
    ("{} tàu với {} lao động bị cấm ra khơi.", "{} boats with {} crew were kept in port.", (COUNTS, COUNTS)),
    ("Kết quả là {}, {} và {}.", "The results were {}, {} and {}.", (MEASURES, MEASURES, PERCENTAGES)),
    ("Tỷ lệ giảm từ {} xuống {}.", "The rate fell from {} to {}.", (PERCENTAGES, PERCENTAGES)),
    (
        "Tỷ lệ này là {}, cao hơn {} so với năm trước.",
        "The rate is {}, {} higher than a year before.",
        (PERCENTAGES, POINTS),
    ),
    (
        "Trong {}, tỉnh đón {} lượt khách, bằng {} kế hoạch.",
        "In {} the province received {} visitors, {} of the plan.",
        (HALVES, COUNTS, PERCENTAGES),
    ),
    ("Hội chợ diễn ra {} với {} gian hàng.", "The fair runs {} with {} stands.", (DAY_RANGES, COUNTS)),
    ("Cầu khởi công {}, hoàn thành sau {}.", "The bridge was begun on {} and finished after {}.", (DATES, SPANS)),
    (
        "Đền dựng từ {}, trùng tu {}, còn {} pho tượng.",
        "The temple dates from {}, was restored in {} and has {} statues.",
        (CENTURIES, YEARS, COUNTS),
    ),
    (
        "Giá tăng {}, doanh thu {} năm trước, đạt {}.",
        "Prices rose by {}, and sales were {} the previous year’s, at {}.",
        (PERCENT_RANGES, MULTIPLES, MONEY),
    ),
    (
        "Vào {}, {} số hộ đã có điện, {} hộ còn chờ.",
        "In {}, {} of the households had power and {} households were waiting.",
        (MONTHS, FRACTIONS, COUNTS),
    ),
    (
        "Được tổ chức {}, giải năm nay kéo dài {} với {} vận động viên.",
        "Held for {}, this year’s cup lasts {} with {} athletes.",
        (ORDINALS, SPANS, COUNTS),
    ),
]


@st.composite
def told(draw: st.DrawFn, *, changed: bool) -> tuple[str, str]:
    """A text and its translation; one of whose values is told otherwise, if that is asked for."""
    vi, en, kinds = draw(st.sampled_from(TEXTS))
    slip = draw(st.integers(0, len(kinds) - 1)) if changed else -1
    left, right = [], []
    for index, kind in enumerate(kinds):
        value = draw(kind.values)
        said = kind.say(value)
        other = said
        if index == slip:
            other = kind.say(draw(st.sampled_from([each for each in kind.changes(value) if each != value])))
        left.append(draw(st.sampled_from(said.vi)))
        right.append(
            draw(st.sampled_from([form for form in other.en if other is said or form not in said.en] or list(other.en)))
        )
    return tuple(text[0].upper() + text[1:] for text in (vi.format(*left), en.format(*right)))  # type: ignore[return-value]
