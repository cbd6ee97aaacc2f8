"""Quantities in Vietnamese: numbers in words, "tháng Ba", "quý II", "8 giờ 30 phút chiều", "gấp rưỡi", "thứ Sáu"."""

from __future__ import annotations

import re

from bulletin.checks.facts.scanning.units import magnitude_pattern, unit_pattern
from bulletin.checks.facts.vietnamese.amounts import Amounts
from bulletin.checks.facts.vietnamese.centuries import Centuries
from bulletin.checks.facts.vietnamese.halves import Halves
from bulletin.checks.facts.vietnamese.lunar import Lunar
from bulletin.checks.facts.vietnamese.numbers import Numbers
from bulletin.checks.facts.vietnamese.ordinals import Ordinals
from bulletin.checks.facts.vietnamese.vague import Vague
from bulletin.checks.facts.vietnamese.zodiac import Zodiac


class Vietnamese(Amounts, Vague, Numbers, Halves, Lunar, Zodiac, Centuries, Ordinals):
    """Reads a Vietnamese text."""

    tag = "vi"
    decimal = ","
    thousands = "."
    unit_re = unit_pattern("vi")
    magnitude_re = magnitude_pattern("vi")
    link_re = re.compile(
        r"\s*(?:[-–,;/&]|và|đến|tới|hoặc|hay|xuống|lên|sang|rồi|,? và|so với|thay vì|thay cho)?\s*(?:(?:đến|tới|hết|các|rạng|nửa)?\s*(?:ngày|tháng|khoảng|còn|mức|gần|hơn|mùng|mồng|hết|sáng sớm|sáng mùng|sáng mồng|sáng ngày|sáng|trưa|chiều tối|chiều|tối|đêm|rạng|đến)?)?\s*"
    )
    negative_re = re.compile(r"(?:(?<![^\W_])âm|dưới âm)\s$")
    negative_ends = "mM"
    after_digits = frozenset(("tháng", "giờ", "g", "h"))
    roman_cue_re = re.compile(
        r"(?<![^\W_])(?:phiên|buổi|bảng|tổ|đội|tuyến|trạm|lô|cụm|khối|gói|hợp phần|bộ|hệ|cơ sở|phòng|tòa|quý|khóa|khoá|kỳ|kì|thứ|lần|quân khu|vùng|khu|loại|hạng|cấp|bậc|chương|phần|đại hội|giai đoạn|nhóm|đợt|thế kỷ|thế kỉ|mục|điều|"
        r"học kỳ|nhà máy|phân khu|tập|quyển|viện|trung ương|đô thị|đông hồi|hoàng mai|số|và|,|-|–)\s$"
    )
