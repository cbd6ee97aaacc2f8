"""Quantities in Vietnamese: numbers in words, "tháng Ba", "quý II", "8 giờ 30 phút chiều", "gấp rưỡi", "thứ Sáu"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.colloquial import Colloquial
from bulletin.checks.facts.scanner import (
    LEAST_KIP,
    NO_MAGNITUDE,
    NOON,
    THOUSAND,
    Draft,
    Spelled,
    date_keys,
    is_date,
    magnitude_pattern,
    number_keys,
    rounded,
    unit_pattern,
)
from bulletin.checks.facts.tables import BEFORE, MAGNITUDES, ROMAN, VIETNAMESE_DIGITS
from bulletin.model.fact import Family, Key, Strength

_TIME = re.compile(
    r"([01]?\d|2[0-4])\s?(?:h|g|giờ|H)(?![^\W\d_])(?:\s?([0-5]\d(?!\d|[.,]\d)|\d(?=\s?(?:phút|ph)(?![^\W_]))))?(?:\s?(?:phút|'|’|ph)(?![^\W_]))?"
)
_SECONDS = re.compile(r"\s(\d{1,2}(?:,\d+)?)\s?giây(?![^\W_])")
_PART = re.compile(r"\s(sáng|trưa|chiều|tối|đêm|khuya)(?![^\W_])")
_HALF_HOUR = re.compile(r"\srưỡi(?![^\W_])")
_KEM = re.compile(r"\ském\s(\d{1,2}|mười(?:\slăm)?|năm|hai\smươi(?:\slăm)?)(?:\sphút)?(?![^\W_])")
_LONG = re.compile(
    r"(\d{1,2})\s+tháng\s+(\d{1,2}(?!\d|[.,]\d|/\d{1,2}(?!\d))|[^\W\d_]+(?:\s(?:một|hai))?)(?:(?:,)?\s+(?:năm\s+)?(\d{4})(?!\d))?",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\s+(\d{1,2}(?![\d.,]\d|\d)|[^\W\d_]+(?:\s(?:một|hai)(?![^\W_]))?)", re.IGNORECASE)
_YEAR_TAIL = re.compile(r"\s?[/-]\s?(\d{4})(?!\d)")
_QUARTER = re.compile(r"\s+(IV|I{1,3}|[1-4](?![\d.,]*\d)|một|hai|ba|bốn|tư)(?![^\W_])", re.IGNORECASE)
_QUARTER_OF_YEAR = re.compile(r"\s+(đầu|cuối)(?:\s+(?:tiên|cùng))?(?:\s+của)?\s+năm(?![^\W_])", re.IGNORECASE)
_MORE_QUARTERS = re.compile(r"\s?(?:,|và|-|–|đến)\s?(?:quý\s)?(IV|I{1,3})(?![^\W_])")
_ORDINAL = re.compile(
    r"\s+(nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)(?![^\W_]))?|\d{1,4}(?![.,]?\d))",
    re.IGNORECASE,
)
_CENTURY = re.compile(r"\s+(?:thứ\s+)?(\d{1,2}(?!\d)|[IVX]+(?![^\W_]))")
_DECADE = re.compile(r"\s+(?:đầu |cuối |giữa )?(\d{4}|\d0)(?!\d)")
_FRACTION = re.compile(
    r"\s+phần\s+(\d+|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|nghìn|một(?=\snghìn))(?![^\W_])", re.IGNORECASE
)
_TIMES = re.compile(r"\s+(đôi|rưỡi|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W_])", re.IGNORECASE)
_AFTER_MONTHS = re.compile(r"\s+(đầu|cuối)(?:\s+(?:năm|của năm))?(?![^\W_])")
_ONCE = re.compile(r"\s+(?:một|1)\s+(?:lần|kỳ|đợt|báo cáo)(?![^\W_])")
_YEAR_HALF = re.compile(r"\s+(đầu|cuối|sau)\s+(?:năm|của năm)(?![^\W_])")
_RUOI = re.compile(r"\s+rưỡi(?![^\W_])")
_TIMES_OF_RATES = {"giờ": "hour", "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
_EACH = re.compile(r"\s+(?:một\s+)?(giờ|ngày|tuần|tháng|quý|năm)(?![^\W_])", re.IGNORECASE)
_PER = re.compile(r"\s?/\s?(giờ|ngày|tuần|tháng|quý|năm)(?![^\W_])", re.IGNORECASE)
_LABELLED = re.compile(r"(?:lớp|khối|bão số|áp thấp số|90\s?\+)\s?$")
"""Before numbers that are names, or part of one."""
_ADDED_TIME = re.compile(r"\s?\+\s?(\d{1,2})(?!\d)")
_FULL_MARKS = re.compile(r"điểm\s$")
_PENALTY = re.compile(r"(?:chấm|quả|phạt đền|đá)\s$")
_VAGUE = re.compile(r"\s+(chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![^\W_])(?!\s+(?:đồng|usd))", re.IGNORECASE)
_LUNAR = {"giêng": 1, "chạp": 12, "một": 11}
_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = {
    name: number
    for number, names in enumerate(
        ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
    )
    for name in (names,)
} | {"tí": 0, "mẹo": 3, "tị": 5}
_BRANCH = re.compile(r"\s(" + "|".join(_BRANCHES) + r")(?![^\W_])", re.IGNORECASE)
HUNDRED = 100
FULL_MARKS = 10
FIRST_CYCLE = 1564
"""The first of eight cycles of sixty years that end in 2043; in a cycle, year 4 is Giáp Tý."""

_COUNTED = re.compile(
    r"\s+(?:xã|phường|thị (?:xã|trấn)|huyện|tỉnh|thành (?:phố|viên|phần|tố)|địa (?:phương|bàn|điểm|chỉ)|người|bác sĩ|kỹ sư|công (?:ty|nhân|trình|đoạn|dân|chức|bố|nghệ)|"
    r"học (?:sinh|viên|bổng|giả|phần|kỳ)|sinh viên|giáo (?:viên|sư)|cán bộ|chiến sĩ|đoàn|đội|nhóm|tổ|ban|hội|lớp|trường|bệnh (?:viện|nhân)|nhà|hộ|gia đình|dự án|doanh nghiệp|đơn vị|cơ (?:quan|sở)|cửa|chương|đề (?:án|tài|mục)|"
    r"giải|hạng mục|huy chương|bài|bản(?! lề)|cuốn|tập|tiết|loại|giống|sản phẩm|mặt hàng|ngành|lĩnh vực|nhiệm vụ|nhiệm kỳ|mục tiêu|chỉ tiêu|nội dung|vấn đề|điểm|tuyến|con|đường|cầu|cống|hồ|đập|tàu|thuyền|xe|máy|chiếc|cái|"
    r"bức|tấm|ngôi|căn|phòng|khu|cụm|làng|thôn|xóm|khối|di (?:tích|sản)|đền|chùa|lễ|trận|vòng|ván|bàn|hiệp|cú|lần|lượt|ngày|tuần|tháng|giờ|phút|cây|vườn|trang|mô hình|thửa|ao|chuồng|hợp (?:tác|đồng|phần)|nghệ (?:nhân|sĩ)|diễn viên|vận động viên|"
    r"đại (?:biểu|diện|lý|học)|tác (?:phẩm|giả)|tham luận|nước|quốc gia|bên|mũi|chốt|trạm|đồn|cột|mốc|tấn|tạ|héc|mét|km|lít|đồng|triệu|tỷ|tỉ|nghìn|trăm|phần|cấp|bước|giai đoạn|đợt|kỳ|khóa|văn (?:bản|kiện)|kênh|màu|vị|món|suất|phiên|cuộc|buổi|"
    r"hoạt động|sự (?:kiện|cố)|vụ|ca|năm|thế (?:kỷ|kỉ|hệ)|thập|câu|chữ|gian|châu|tầng|cánh|lá|miếng|sao|hòn|đảo|mỏ|bãi|tiếng|chục|ki|héc-ta|ha|phân|trung tâm|tiêu chí|tiêu chuẩn|nước|sở|bộ|quận|cảng|cửa khẩu|chuyến|lô|container|toa|cổ đông|nguyên tắc|giải pháp|kiến nghị|đối tượng|ý|bị cáo|nạn nhân|thành phố|mùa|vụ|gói|hạt|quả|nhánh|dòng|ngọn|đồi|khẩu|tay|bậc|hàng|dân tộc|gương|tấm|thủ tục|quy trình|dịch vụ)(?![^\W_])",
    re.IGNORECASE,
)
"""Words before which "năm" and "chín" are numbers, for elsewhere they are "year" and "ripe"."""
_OTHERS = re.compile(
    r"\s(?!học|tài|kế|ngân|dương|âm|mới|cũ|năm|nay|sau|trước)[^\W\d_]+(?:\s[^\W\d_]+)?\s(?:còn lại|khác|nói trên|kể trên|đầu tiên)"
    r"(?![^\W_])"
)
"""What makes "năm" five: "năm bến còn lại"."""
_CLOCK_WORDS = re.compile(
    r"\s+giờ(?:\s+(rưỡi|kém\s+(?P<less>\d{1,2}|[^\W\d_]+(?:\s(?:lăm|mươi))?)|(?P<more>\d{1,2}|[^\W\d_]+(?:\s(?:lăm|mươi))?)\s+phút))?(?=\s|[.,;:!?)”\"]|$)"
)
_HALF_PAST = re.compile(r"\s+rưỡi\s+(?=sáng|chiều|tối|trưa|đêm)")
_TENTHS = re.compile(r"\s(\d{1,2})(?![\d.,]\d|\d|\s?(?:%|[^\W\d_]))")
_LISTED = re.compile(r"(?:\s[a-zà-ỹđ]+){1,8}:?\s(?=[A-ZÀ-ỸĐ\d“\"])")
_IN_LIST = re.compile(r",|\s(?:và|với|cùng|đến)\s")
_NOT_COUNTED = {
    "hai": frozenset(["bà"]),
    "ba": frozenset(
        [
            "ba",
            "mẹ",
            "má",
            "lô",
            "gai",
            "kích",
            "khía",
            "chỉ",
            "rọi",
            "vì",
            "đình",
            "bể",
            "tơ",
            "con",
            "sao",
            "la",
            "tri",
            "trò",
            "hoa",
            "miền",
            "chẽ",
            "zô",
            "vạ",
            "que",
            "ngoại",
            "nội",
            "tôi",
            "anh",
            "em",
        ]
    )
    - {"sao", "con", "miền", "em", "anh"},
    "bốn": frozenset(["phương", "bề", "mùa"]),
    "chín": frozenset(["muồi", "chắn", "mọng", "rộ", "vàng", "sớm", "muộn", "đỏ", "bói", "cây", "kỹ"]),
    "bảy": frozenset(["mẫu", "núi"]),
    "năm": frozenset(),
    "mười": frozenset(),
    "sáu": frozenset(),
    "tám": frozenset(["xoan", "thơm"]),
}
_NOT_AFTER = {
    "ba": frozenset(["chú", "cô", "bác", "ông", "anh", "ngã", "tốp", "ba", "thứ"]),
    "năm": frozenset(["tốp"]),
    "bảy": frozenset(["ngã"]),
    "tư": frozenset(["ngã"]),
}
_YEAR_CUES = frozenset(
    [
        "mỗi",
        "hằng",
        "hàng",
        "trong",
        "các",
        "mấy",
        "nhiều",
        "từng",
        "đầu",
        "cuối",
        "giữa",
        "suốt",
        "những",
        "là",
        "từ",
        "vài",
        "quanh",
        "bao",
        "sang",
        "hết",
        "lâu",
        "theo",
        "trước",
        "qua",
    ]
)
"""Words behind which "năm" is more often a year than five."""
_NUMBER_BEFORE_NAME = frozenset(
    [
        "giải",
        "hạng",
        "thứ",
        "khóa",
        "lần",
        "loại",
        "cấp",
        "hàng",
        "bậc",
        "nhóm",
        "đợt",
        "kỳ",
        "vòng",
        "quý",
        "nhất",
        "ngày",
        "khoá",
        "tháng",
        "ngôi",
    ]
)
_KINSHIP = frozenset(
    ("anh", "chị", "chú", "bác", "cô", "ông", "bà", "dì", "cậu", "mợ", "thím", "dượng", "má", "ba", "mệ")
)
"""Words before which "Hai" or "Bảy" is a name: a child is called by its place among the others."""
_TOGETHER = frozenset(
    [
        "bên",
        "nước",
        "phía",
        "địa",
        "đất",
        "dân",
        "quốc",
        "đoàn",
        "đội",
        "đầu",
        "vợ",
        "chiều",
        "miền",
        "bờ",
        "tỉnh",
        "chính",
        "đồng",
        "mặt",
    ]
)
"""Words before which "hai" is often left out: "hai bên" is "they"."""
_DAY_CUES = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng|hôm|từ|đến|tới|hết|trước|sau|vào|và|rằm|khuya|trong|,|-|–)\s*\(?$"
)
_STRONG_DAY_CUES = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng|hôm|thứ (?:hai|ba|tư|năm|sáu|bảy),?|chủ nhật,?)\s*\(?$"
)
_LAST_MAGNITUDE = re.compile(r"(nghìn|ngàn|vạn|triệu|tỷ|tỉ)$")
_DAY_BEFORE = re.compile(r"(?:ngày|mùng|mồng|rằm|hôm|sáng|chiều|tối)\s$")
_RANGE_OF_DATES = re.compile(r"\d{1,2}[-.]\d{1,2}\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}[-.]\d{1,2}(?!\d)")


class Vietnamese(Colloquial):
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
    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(VIETNAMESE_DIGITS, "number_words"), "mười": "number_words", "hăm": "number_words",
        **dict.fromkeys(("trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"), "bare_magnitude"), "đôi": "pair_of", "xưa": "rare_age", "cổ": "rare_age", "cú": "brace", "tạ": "bare_unit", "yến": "bare_unit", "mét": "metre_and", "mươi": "about", "dăm": "about", "chục": "about", "vài": "vague_words",
        **dict.fromkeys(("nhị", "tam", "tứ", "ngũ", "lục", "thất", "bát", "cửu", "song", "lưỡng"), "sino"), "hat-trick": "sino",
        "tháng": "month_words",  "thứ": "ordinal_words", "chủ": "sunday", "rằm": "full_moon", "nửa": "half_words",
        "gấp": "times_words", "nhân": "times_words", "thế": "century_words", "thập": "decade_words", "những": "decade_words",
        **dict.fromkeys(("tết", "quốc", "giáng", "noel"), "holiday"), "mỗi": "rate", "hàng": "vague_words", "mấy": "vague_words", "hằng": "vague_words", "cùng": "same_period", "năm": "year_words",
        **dict.fromkeys(("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"), "cyclic_year"), "giờ": "double_hour", "nhất": "alone", "nhì": "alone", "giải": "rank_words", "hạng": "rank_words", "lần": "rank_words", "đầu": "year_start", "cuối": "year_end", "hết": "year_end", "mồng": "lunar_day", "mùng": "lunar_day",
        **dict.fromkeys(BEFORE, "currency"),
    }  # fmt: skip

    holidays: ClassVar[Mapping[str, tuple[int, int]]] = {
        "tết dương lịch": (1, 1), "quốc tế lao động": (1, 5), "quốc khánh": (2, 9), "giáng sinh": (25, 12), "noel": (25, 12),
    }  # fmt: skip

    # Digits with Vietnamese words

    def time(self, start: int) -> bool:
        """8h30, 14 giờ, 8 giờ 30 phút sáng; "24 giờ" is a duration too."""
        match = _TIME.match(self.text, start)
        if match is None:
            if not super().time(start):
                return False
            self._half_of_day(self.drafts[-1])
            return True
        hour, minute = int(match[1]), int(match[2] or 0)
        end = match.end()
        if half := _HALF_HOUR.match(self.text, end):
            minute, end = 30, half.end()
        elif kem := _KEM.match(self.text, end):
            hour, minute, end = hour - 1, 60 - self._minutes(kem[1]), kem.end()
        if (match[0].rstrip().endswith("phút") or match[2] is None) and (seconds := _SECONDS.match(self.text, end)):
            return self._long_duration(start, seconds, hour * 3600 + minute * 60)
        draft = self.clock(start, end, hour, minute)
        written = match[0].rstrip()
        if match[2] is None and not half and written.endswith(("giờ", "h")):
            draft.keys += [("u", "s", float(hour * 3600)), ("~", float(hour))]
            if self.text[end : end + 6].startswith(" đồng hồ"):
                draft.minutes = -1
        elif "phút" in written or "giờ" in written:
            draft.keys.append(("u", "s", float(hour * 3600 + minute * 60)))  # 2 giờ 30 phút may last as long
            draft.parts = (("=", float(hour)), ("=", float(minute)))
        self._half_of_day(draft)
        return True

    def _long_duration(self, start: int, match: re.Match[str], so_far: int) -> bool:
        """2 giờ 30 phút 15 giây: a duration, and no time of day."""
        total = rounded(so_far + float(match[1].replace(",", ".")))
        self.add(Draft(start, match.end(), total, unit=("s", 1), keys=[("u", "s", total)]))
        return True

    def _half_of_day(self, draft: Draft) -> None:
        match = _PART.match(self.text, draft.end)
        if match is None:
            return
        hour, minute = divmod(draft.minutes, 60)
        late = (
            match[1] in ("chiều", "tối")
            or (match[1] in ("đêm", "khuya") and hour >= 6)
            or (match[1] == "trưa" and hour < 3)
        )
        if match[1] == "đêm" and hour == 12:
            hour = 0
            draft.keys.append(("t", 24 * 60 + minute))
        elif late and hour < 12:
            hour += 12
        draft.keys[0] = ("t", hour * 60 + minute)
        draft.minutes = hour * 60 + minute
        draft.end = match.end()
        self.at = max(self.at, draft.end)

    def share_half_day(self, left: Draft) -> None:
        """Từ 2 đến 5 giờ chiều."""
        left.keys.append(("t", left.minutes + NOON))

    def long_date(self, start: int) -> bool:
        """15 tháng 3 năm 2026."""
        match = _LONG.match(self.text, start)
        if match is None:
            return False
        name = match[2].lower()
        month = int(name) if name.isdecimal() else self._month_number(name)
        day = int(match[1])
        if month is None or not is_date(day, month):
            return False
        is_lower = not name.isdecimal() and match[2][0].islower() and name.split()[0] not in ("giêng", "chạp")
        if is_lower and not re.search(r"(?:ngày|mùng|mồng|rằm)\s$", self.before(start)):
            return False
        if not _DAY_CUES.search(self.before(start)) and not match[3] and name not in ("giêng", "chạp"):
            if self._previous(start).lower() in ("trong", "sau", "mỗi", "khoảng", "gần", "hơn", "suốt"):
                return False
        end = match.end(2)
        self.date(start, match.end() if match[3] else end, day, month, int(match[3] or 0))
        if not match[3] and (tail := _YEAR_TAIL.match(self.text, end)):
            self.add(self._year(tail.start(1), tail.end(), int(tail[1])))
        return True

    def means_date(self, start: int, separator: str) -> bool:
        """Whether 15/3, 15-3 or 15.3 is a date."""
        before = self.before(start)
        if separator == "/":
            return bool(_STRONG_DAY_CUES.search(before))
        if _STRONG_DAY_CUES.search(before):
            return True
        if re.search(r"(?:từ|đến|tới|hết)\s$", before):  # từ 14-4 đến 18-4
            return bool(
                re.search(r"\d[-.]\d{1,2}\s+(?:đến|tới)\s(?:hết\s)?$", before)
                or _RANGE_OF_DATES.match(self.text, start)
            )
        return False

    def _month_number(self, name: str) -> int | None:
        if name in _LUNAR and name != "một":
            return _LUNAR[name]
        words = name.split()
        if words[0] == "mười":
            return 10 + VIETNAMESE_DIGITS.get(words[1], 0) if len(words) > 1 else 10
        return VIETNAMESE_DIGITS.get(words[0]) if len(words) == 1 else None

    def finished(self, draft: Draft) -> Draft:
        """Halves of units, months of the year, times as many."""
        if draft.raw is None:
            return draft
        following = self._next(draft.end)
        if following == "lần" and draft.raw < 100 and re.search(r"(?:gấp|tăng|bằng|hơn)\s$", self.before(draft.start)):
            draft.keys += [("u", "%", rounded(100 * draft.raw)), ("u", "%", rounded(100 * draft.raw - 100))]
        if following == "Tết":
            draft.strength = Strength.OPTIONAL
        if following == "rưỡi" and (half := _RUOI.match(self.text, draft.end)):
            step = draft.magnitude if draft.unit is None and draft.magnitude > 1 else 1
            if step == 1 and draft.raw >= HUNDRED and not draft.raw % HUNDRED and draft.unit is None:
                step = HUNDRED  # trăm rưỡi
            draft.raw += step / 2
            draft.end = half.end()
            if step == HUNDRED and draft.magnitude == 1:  # trăm rưỡi triệu
                draft.magnitude, draft.end = self.magnitude_after(draft.end)
                draft.raw *= draft.magnitude
                draft.unit, draft.end = self.unit_after(draft.end)
                self.at = max(self.at, draft.end)
            elif draft.magnitude > 1 and draft.unit is None:
                draft.unit, draft.end = self.unit_after(draft.end)
            draft.keys = number_keys(draft.raw, draft.unit)
            if draft.unit is None and draft.magnitude == 1 and 0 <= draft.raw < 24:  # "8 giờ đến 11 rưỡi"
                minutes = int(draft.raw * 60)
                draft.keys += [("t", minutes), ("t", minutes + NOON)]
        if draft.magnitude >= THOUSAND:
            self.tenths_after(draft)
        elif draft.unit:
            self.tenths_of_metre(draft)
        elif following == "phần":
            self.parts_of_ten(draft)
        elif draft.raw < HUNDRED and self.is_slogan(draft):
            draft.strength = Strength.WEAK
        if draft.has_unit("month", 1) and draft.raw in (3, 6):
            draft.keys.append(("3m",) if draft.raw == 3 else ("6m",))
        months = draft.raw * draft.unit[1] if draft.unit and draft.unit[0] == "month" and draft.unit[1] < 12 else 0
        if months == 6 and re.compile(r"\s(?:năm\s)?(?:19|20)\d\d(?!\d)").match(self.text, draft.end):
            draft.keys += [("h", 1), ("h6",)]  # "6 tháng 2026" is the first half
        if months and (match := _AFTER_MONTHS.match(self.text, draft.end)):
            if months == 6:  # half a year
                draft.keys = [("h", 1 if match[1] == "đầu" else 2), ("h6",)]
                draft.family = Family.PERIOD
            if months == 3 and match[1] == "đầu":  # a quarter
                draft.keys.append(("q", 1))
        if months and 12 % months == 0 and _ONCE.match(self.text, draft.end):  # twice a year
            draft.keys.append(("=", 12 / months))
            draft.strength = Strength.WEAK
        base = draft.unit[0] if draft.unit and draft.unit[1] == 1 and draft.magnitude == 1 else ""
        if base in ("s", "m") and (match := _TENTHS.match(self.text, draft.end)):
            draft.keys.append(("u", base, rounded(draft.raw + float(f"0.{match[1]}"))))  # 12 giây 4, 1 mét 80
            draft.end = match.end()
        if draft.raw == FULL_MARKS and draft.unit is None and _FULL_MARKS.search(self.before(draft.start)):
            draft.strength = Strength.WEAK  # "bài đạt điểm 10" has full marks
        if added := _ADDED_TIME.match(self.text, draft.end):  # phút 90+4
            draft.keys.append(("=", draft.raw + float(added[1])))
            draft.strength = Strength.OPTIONAL
        if draft.has_unit("m", 1) and draft.raw == 11 and _PENALTY.search(self.before(draft.start)):
            draft.strength = Strength.OPTIONAL
        if draft.raw == 1 and draft.magnitude == 1 and (name := self._next(draft.start + 3)) in _TIMES_OF_RATES:
            draft.keys.append(("r", _TIMES_OF_RATES[name]))  # "40 tấn một ngày"
        elif per := _PER.match(self.text, draft.end):
            self._rate(per.start(1), per)
        if self._counts_a_list(draft) or _LABELLED.search(self.before(draft.start)):
            draft.strength = Strength.WEAK  # "vào lớp 10" is admission to upper secondary school
            if draft.has_unit("month", 12):  # lớp 10 năm học 2026–2027
                draft.unit, draft.keys = None, number_keys(draft.raw, None)
        if draft.can_be_day and _DAY_BEFORE.search(self.before(draft.start, 14)):
            draft.keys.append(("D", int(draft.raw)))
        if draft.raw in (2, 3) and draft.unit is None and draft.magnitude == 1 and self._next(draft.end) in _TOGETHER:
            draft.strength = Strength.WEAK
        return draft

    def _counts_a_list(self, draft: Draft) -> bool:
        """Whether a number only counts what is then named: "ba tỉnh A, B và C" is "the provinces of A, B and C"."""
        if draft.raw is None or draft.magnitude != 1 or not 2 <= draft.raw <= 6:  # nobody lists more
            return False
        match = _LISTED.match(self.text, draft.start + len(self.text[draft.start : draft.end].split(" ")[0]))
        if match is None:
            return False
        stretch = re.split(r"[.;(]", self.text[match.end() : match.end() + 110], maxsplit=1)[0]
        return len(_IN_LIST.findall(stretch)) >= draft.raw - 1

    def suffix(self, start: int, end: int, value: float | None) -> bool:
        """2/3 in words: "2 phần 3"; 1m78; 9X."""
        if value is not None and (self.tight_decimals(start, end, value) or self.generation(start, end, value)):
            return True
        if self.text[end : end + 2].lstrip()[:1] not in ("p", "P", ""):
            return False
        match = _FRACTION.match(self.text, end)
        if match is None or value is None:
            return False
        self._fraction(start, match, value)
        return True

    def _fraction(self, start: int, match: re.Match[str], numerator: float) -> None:
        word = match[1].lower()
        below, end = 0.0, match.end()
        if word.isdecimal():
            below = float(word)
        elif word == "tư":
            below = 4.0
        else:
            spelled, stop, _ = self._spelled(match.start(1))
            if spelled:
                below, end = spelled, stop
        if not below:
            return
        value = numerator / below
        draft = Draft(start, end, keys=[*number_keys(value, None), ("u", "%", rounded(100 * value))])
        unit, stop = self.unit_after(end)
        if unit is not None:  # một phần tư giờ
            draft.keys, draft.end = [*number_keys(value, unit), *draft.keys], stop
        draft.parts = (("=", numerator), ("=", below))
        self.add(draft)

    # Numbers in words

    def number_words(self, start: int, token: str) -> None:
        """Hai mươi lăm, ba xã, một trăm linh năm."""
        lower = token.lower()
        if lower == "tư" and token[0].isupper() and self.is_cell(start, start + 2):
            self.add(Draft(start, start + 2, 4.0, keys=[("=", 4.0)], family=Family.ORDINAL, strength=Strength.OPTIONAL))
        if lower in ("mốt", "lăm", "nhăm", "tư"):
            return
        spelled = self._spelled(start)
        value, end, count = spelled
        if value is None:
            return
        following = self._next(end)
        if following in ("giờ", "rưỡi") and self._spelled_clock(start, spelled):
            return
        previous = self._previous(start)
        if count == 1 and token[0].isupper() and self.is_cell(start, end):
            self.add(
                Draft(
                    start, end, value, keys=number_keys(value, None), family=Family.ORDINAL, strength=Strength.OPTIONAL
                )
            )
            return
        strength = None
        if token[0].isupper():
            if previous.lower() in _KINSHIP and count == 1:
                return
            if previous.lower() in _NUMBER_BEFORE_NAME:
                self.add(Draft(start, end, value, keys=number_keys(value, None), family=Family.ORDINAL))
                return
            if following[:1].isupper() or (
                count > 1
                and not self._begins_sentence(start)
                and self.text[end - 1 : end] != ""
                and self.text[start:end].istitle()
            ):
                return  # Hai Bà Trưng, chợ Ba Mươi
            if count == 1 and not (self._begins_sentence(start) and following):
                strength = Strength.OPTIONAL
        if match := _FRACTION.match(self.text, end):
            self._fraction(start, match, value)
            return
        if previous.lower() in ("dăm", "đôi", "vài", "mấy"):
            strength = Strength.OPTIONAL  # "dăm ba trăm": some hundreds
        if count == 1:
            is_name = token[0].isupper() or lower != "bảy"
            if lower == "bảy" and self.text.startswith("lá một hoa", end + 1):
                return  # a herb
            if (is_name and following in _NOT_COUNTED.get(lower, ())) or previous.lower() in _NOT_AFTER.get(lower, ()):
                return
            if previous.lower() in ("dăm", "đôi", "vài", "mấy", "năm", "ba", "bốn", "hai"):
                strength = Strength.OPTIONAL  # "dăm ba", "ba bốn": some
            if lower in ("năm", "chín") and self._is_no_number(lower, start, end, previous):
                strength = Strength.OPTIONAL
        if self.is_negative(start):
            value = -value
        draft = self._spelled_amount(start, end, value)
        if count == 1 and draft.magnitude == 1:
            if value == 1:
                draft.strength = Strength.OPTIONAL
            elif value in (2, 3) and draft.unit is None:  # "hai ngân hàng" are "the banks"
                draft.strength = Strength.WEAK
        if following == "Tết":
            strength = Strength.OPTIONAL
        draft.strength = strength or draft.strength

    def _is_no_number(self, word: str, start: int, end: int, previous: str) -> bool:
        """Whether "năm" is a year here, or "chín" ripe; what can be either may stand for a number of the other edition."""
        if re.compile(r"\s*(?:,\s*|đến |hoặc |hay )(?:sáu|bảy|mười|tám|chín)").match(self.text, end):
            return False
        if word == "năm" and (_OTHERS.match(self.text, end) or self._next(end) == "năm"):
            return False  # năm bến còn lại, năm năm
        before = self.text[max(0, start - 3) : start]
        if previous.lower() in _YEAR_CUES or re.search(r"\d\s$", before):
            return True
        if _COUNTED.match(self.text, end) is None and self.unit_after(end)[0] is None:
            return True
        return word == "chín" and previous.lower() in (
            "lúa",
            "quả",
            "nướng",
            "nấu",
            "luộc",
            "trái",
            "cây",
            "cơm",
            "hạt",
            "khi",
            "vụ",
            "đã",
            "mới",
            "đang",
            "sắp",
            "vừa",
        )

    def _spelled_clock(self, start: int, spelled: Spelled) -> bool:
        """Năm giờ sáng, bảy giờ rưỡi, chín giờ kém mười, bốn rưỡi chiều. Whether it is a time of day."""
        hour, end, count = spelled
        if hour is None or not 0 < hour <= 24 or count > 3:  # hours in words
            return False
        minute = 0
        plain = False
        if match := _HALF_PAST.match(self.text, end):
            minute, end = 30, match.end() - 1
        elif match := _CLOCK_WORDS.match(self.text, end):
            end = match.end()
            plain = match[1] is None
            if match[1] == "rưỡi":
                minute = 30
            elif less := match["less"]:
                hour, minute = hour - 1, 60 - self._minutes(less)
            elif more := match["more"]:
                minute = self._minutes(more)
        else:
            return False
        draft = self.clock(start, end, int(hour), minute)
        if plain:
            draft.keys += [("u", "s", hour * 3600), ("~", hour)]
        if not plain and minute:
            draft.keys.append(("u", "s", hour * 3600 + minute * 60.0))
        if plain and hour == 1:
            draft.strength = Strength.OPTIONAL
        if not _PART.match(self.text, draft.end) and hour < 12:
            draft.keys.append(("t", draft.minutes + NOON))
        self._half_of_day(draft)
        return True

    @staticmethod
    def _minutes(text: str) -> int:
        if text.isdecimal():
            return int(text)
        value, _, _ = _read_words([(word, 0) for word in text.lower().split()])
        return int(value or 0)

    def _spelled_amount(self, start: int, end: int, value: float) -> Draft:
        unit, after = self.unit_after(end)
        if unit is not None and unit[0] == "LAK" and value < LEAST_KIP:
            unit, after = None, end  # four teams
        draft = self.add(Draft(start, after, value, 1, unit, number_keys(value, unit)))
        draft.can_be_day = unit is None and value <= 31  # days of a month
        if abs(value) >= THOUSAND and (match := _LAST_MAGNITUDE.search(self.text[start:end].lower())):
            draft.magnitude = MAGNITUDES["vi"][match[1]]
        return self.finished(draft)

    def _spelled(self, start: int) -> Spelled:
        words = self.number_run(start, _SPELLING)
        cut = next((at for at, (word, end) in enumerate(words) if word in _RATIOS and self._is_ratio(end)), len(words))
        return _read_words(words[:cut])

    def _is_ratio(self, end: int) -> bool:
        """Whether "tỷ" begins a word of its own, "tỷ lệ"."""
        return NO_MAGNITUDE.match(self.text, end) is not None

    def bare_magnitude(self, start: int, token: str) -> None:
        """Trăm người, triệu hai, trăm rưỡi: one hundred and so on, often in a saying."""
        del token
        spelled, end, _ = self._spelled(start)
        if spelled is not None:
            draft = self._spelled_amount(start, end, spelled)
            draft.strength = Strength.OPTIONAL

    def about(self, start: int, token: str) -> None:
        """Mươi ngày, dăm hộ, dăm chục: about ten, about five."""
        end = start + len(token)
        value = 5.0 if token.lower() == "dăm" else 10.0
        magnitude, end = self.magnitude_after(end)
        draft = self._spelled_amount(start, end, value * magnitude)
        draft.can_be_day = False
        draft.strength = Strength.OPTIONAL
        if magnitude > 1:
            draft.keys.append(("v", magnitude))

    def cyclic_year(self, start: int, token: str) -> None:
        """Năm Mậu Tý: 2008, or sixty years before or after. Else a quarter, for "quý"."""
        match = _BRANCH.match(self.text, start + len(token))
        if match is None or not token[0].isupper():
            if token.lower() == "quý":
                self.quarter_words(start, token)
            return
        stem, branch = _STEMS.index(token.lower()), _BRANCHES[match[1].lower()]
        years = [
            year
            for year in range(FIRST_CYCLE, FIRST_CYCLE + 480)
            if (year - 4) % 10 == stem and (year - 4) % 12 == branch
        ]
        keys: list[Key] = [("=", float(year)) for year in years]
        self.add(Draft(start, match.end(), keys=keys, family=Family.YEAR, strength=Strength.OPTIONAL))

    def double_hour(self, start: int, token: str) -> None:
        """Giờ Thìn: from 7 to 9 a.m."""
        match = _BRANCH.match(self.text, start + len(token))
        if match and match[1][0].isupper():
            hour = (2 * _BRANCHES[match[1].lower()] - 1) % 24
            keys: list[Key] = [("t", (hour + more) % 24 * 60) for more in range(3)]
            keys += [("=", float((hour + more - 1) % 12 + 1)) for more in range(3)]
            self.add(Draft(start, match.end(), keys=keys, family=Family.TIME, strength=Strength.OPTIONAL))

    def alone(self, start: int, token: str) -> None:
        """Nhất, Nhì: a rank, alone in a cell."""
        if self.is_cell(start, start + len(token)):
            value = 1.0 if token.lower() == "nhất" else 2.0
            self.add(
                Draft(
                    start,
                    start + len(token),
                    value,
                    keys=[("=", value)],
                    family=Family.ORDINAL,
                    strength=Strength.OPTIONAL,
                )
            )

    def sino(self, start: int, token: str) -> None:
        """Tứ kết, song ngữ: a Chinese numeral may be what the other edition counts."""
        if self.old_age(start, token):
            return
        if token[0].islower():
            value = float(
                {
                    "nhị": 2,
                    "song": 2,
                    "lưỡng": 2,
                    "tam": 3,
                    "tứ": 4,
                    "ngũ": 5,
                    "lục": 6,
                    "thất": 7,
                    "bát": 8,
                    "cửu": 9,
                }.get(token.lower(), 3)
            )
            self.add(Draft(start, start + len(token), value, keys=[("=", value)], strength=Strength.OPTIONAL))

    def month_words(self, start: int, token: str) -> None:
        """Tháng 3, tháng Giêng, tháng 3 và tháng 4, các tháng 5, 6."""
        match = _MONTH.match(self.text, start + len(token))
        if match is None or self.month_of_quarter(start, start + len(token)):
            return
        name = match[1].lower()
        strength = Strength.STRONG
        if name.isdecimal():
            month, end = int(name), match.end()
        else:
            number = self._month_number(name)
            if number is None:
                name = name.split()[0]
                number = self._month_number(name)
            if number is None:
                return
            month, end = number, match.start(1) + len(name)
            if match[1][0].islower() and name.split()[0] not in ("giêng", "chạp"):
                if self._previous(start) in ("mỗi", "hằng", "hàng", "từng", "một", "ngày", "những", "các", "trong"):
                    return
                strength = (
                    Strength.OPTIONAL
                    if name.split()[0] in ("năm", "một") or _COUNTED.match(self.text, end)
                    else Strength.WEAK
                )
        if not 1 <= month <= 12:  # months
            return
        self.add(
            Draft(start, end, float(month), keys=[("m", month)], family=Family.DATE, month=month, strength=strength)
        )
        if tail := _YEAR_TAIL.match(self.text, end):
            self.add(self._year(tail.start(1), tail.end(), int(tail[1])))

    def quarter_words(self, start: int, token: str) -> None:
        """Quý II, quý 2, quý III và IV."""
        match = _QUARTER.match(self.text, start + len(token))
        if place := _QUARTER_OF_YEAR.match(self.text, start + len(token)):
            self._quarter(start, place.end(), "1" if place[1].lower() == "đầu" else "4")
            return
        if match is None or (match[1].islower() and self._previous(start) in ("mỗi", "hằng", "hàng", "từng", "một")):
            return
        self._quarter(start, match.end(1), match[1])
        while more := _MORE_QUARTERS.match(self.text, self.at):
            self._quarter(more.start(1), more.end(1), more[1])
        if tail := _YEAR_TAIL.match(self.text, self.at):
            self.add(self._year(tail.start(1), tail.end(), int(tail[1])))

    def _quarter(self, start: int, end: int, name: str) -> None:
        number = ROMAN.get(name.upper()) or VIETNAMESE_DIGITS.get(name.lower()) or int(name)
        self.add(Draft(start, end, keys=[("q", number), ("q3",)], family=Family.PERIOD))

    def ordinal_words(self, start: int, token: str) -> None:
        """Thứ ba: the third, or Tuesday."""
        match = _ORDINAL.match(self.text, start + len(token))
        if match is None:
            return
        end = match.end()
        if match[1].isdecimal() or match[1].lower() in ("nhất", "nhì", "tư"):
            number = self._ordinal_number(match[1].lower())
        else:
            spelled, end, _ = self._spelled(match.start(1))
            if spelled is None:
                return
            number = spelled
        previous = self._previous(start)
        draft = Draft(start, end, number, keys=number_keys(number, None), family=Family.ORDINAL)
        is_name = match[1][0].isupper() or token[0].isupper()
        if 2 <= number <= 7:  # Monday is "thứ hai"
            rest = self.text[end : end + 12].lower()
            is_day = (
                (is_name and not match[1].isdecimal())
                or re.match(r"\s*(?:hằng tuần|hàng tuần|tuần|đến thứ|\(|ngày|tới thứ|và thứ)", rest)
                or previous in ("từ", "đến", "sáng", "chiều", "tối", "và")
            )
            draft.keys.append(("w", int(number) - 1))
            if is_day:
                draft.family, draft.strength = Family.WEEKDAY, Strength.WEAK
        if previous in ("người", "bên") and number == 3:  # a third party
            draft.strength = Strength.OPTIONAL
        elif number == 1:
            draft.strength = (
                Strength.WEAK if previous in ("lần", "giải", "hạng", "kỳ", "khóa", "vòng") else Strength.OPTIONAL
            )
        elif number == 2 and draft.family is Family.ORDINAL:
            draft.strength = (
                Strength.STRONG if previous in ("giải", "hạng", "kỳ", "khóa", "vòng", "đứng") else Strength.WEAK
            )
        self.add(draft)

    @staticmethod
    def _ordinal_number(word: str) -> float:
        if word.isdecimal():
            return float(word)
        if word.startswith("mười"):
            return 10.0 + VIETNAMESE_DIGITS.get(word[5:], 0)
        return float({"nhất": 1, "nhì": 2}.get(word) or VIETNAMESE_DIGITS[word])

    def rank_words(self, start: int, token: str) -> None:
        """Giải Nhất, hạng nhì, lần đầu."""
        if token.lower() == "lần" and self.text[start + 3 : start + 7].lower() == " đầu":
            self.add(Draft(start, start + 7, 1.0, keys=[("=", 1.0)], family=Family.ORDINAL, strength=Strength.WEAK))
            return
        match = re.compile(r"\s+(nhất|nhì|ba|tư|năm)(?![^\W_])", re.IGNORECASE).match(self.text, start + len(token))
        if (
            match is None
            or (match[1][0].islower() and token.lower() == "lần")
            or (match[1].lower() in ("ba", "tư", "năm") and match[1][0].islower())
        ):
            return
        number = self._ordinal_number(match[1].lower())
        self.add(
            Draft(
                match.start(1),
                match.end(),
                number,
                keys=[*number_keys(number, None), *([("g", number)] if token.lower() == "giải" else [])],
                family=Family.ORDINAL,
                strength=Strength.WEAK,
            )
        )

    def sunday(self, start: int, token: str) -> None:
        """Chủ nhật."""
        match = re.compile(r"\s+nhật(?![^\W_])", re.IGNORECASE).match(self.text, start + len(token))
        if match:
            self.add(Draft(start, match.end(), keys=[("w", 7)], family=Family.WEEKDAY, strength=Strength.WEAK))

    def full_moon(self, start: int, token: str) -> None:
        """Rằm tháng Giêng: the fifteenth day."""
        draft = Draft(
            start,
            start + len(token),
            15.0,
            keys=[("D", 15), ("=", 15.0)],
            strength=Strength.OPTIONAL,
            family=Family.DATE,
        )
        match = re.compile(r"\s+tháng\s+(\d{1,2}|[^\W\d_]+(?:\s(?:một|hai)(?![^\W_]))?)", re.IGNORECASE).match(
            self.text, start + len(token)
        )
        month = None
        if match:
            name = match[1].lower()
            month = int(name) if name.isdecimal() else self._month_number(name)
        if month and 1 <= month <= 12:
            draft.keys = [("d", 15, month), ("m", month), ("=", float(month))]
            draft.parts = (("=", 15.0), ("=", float(month)))
            draft.end = match.end() if match else draft.end
        self.add(draft)

    def lunar_day(self, start: int, token: str) -> None:
        """Mùng ba Tết, mồng Mười tháng Ba, mùng 8."""
        end = start + len(token) + 1
        digits = re.compile(r"\d{1,2}(?!\d)").match(self.text, end)
        if digits:
            number, stop = float(digits[0]), digits.end()
            if re.compile(r"[/-]\d|\s+tháng\s+\d").match(self.text, stop):
                return
        else:
            spelled, stop, _ = self._spelled(end)
            if spelled is None:
                return
            number = spelled
        day = int(number)
        month = re.compile(r"\s+tháng\s+(\d{1,2}|[^\W\d_]+(?:\s(?:một|hai)(?![^\W_]))?)", re.IGNORECASE).match(
            self.text, stop
        )
        name = month[1].lower() if month else ""
        which = int(name) if name.isdecimal() else self._month_number(name) if name else None
        if month and which and is_date(day, which):
            keys: list[Key] = [*date_keys(day, which), ("m", which)]
            self.add(
                Draft(
                    start,
                    month.end(),
                    keys=keys,
                    parts=(("=", number), ("=", float(which))),
                    family=Family.DATE,
                    day=(day, which),
                )
            )
        elif 1 <= day <= 31:  # days of a month
            draft = Draft(start, stop, number, keys=[("=", number), ("D", day)], family=Family.DATE)
            draft.can_be_day = True
            draft.strength = Strength.WEAK if day == 1 else Strength.STRONG
            self.add(draft)

    def half_words(self, start: int, token: str) -> None:
        """Nửa, một nửa, nửa triệu, nửa đầu năm."""
        end = start + len(token)
        if match := _YEAR_HALF.match(self.text, end):
            keys: list[Key] = [("h", 1 if match[1] == "đầu" else 2), ("h6",)]
            self.add(Draft(start, match.end(), keys=keys, family=Family.PERIOD))
            return
        if self.text[end : end + 4] == " đêm":
            self.add(Draft(start, end + 4, keys=[("t", 0), ("t", 24 * 60)], family=Family.TIME, strength=Strength.WEAK))
            return
        draft = self.amount(start, end, 0.5)
        draft.can_be_day = False
        if draft.unit is None and draft.magnitude == 1:
            draft.keys.append(("u", "%", 50.0))
        elif draft.has_unit("month", 1):
            draft.keys += [("u", "s", days * 86400.0) for days in (14, 15)]  # a fortnight
        if draft.magnitude == 1 and draft.unit is None:
            draft.strength = Strength.WEAK

    def times_words(self, start: int, token: str) -> None:
        """Gấp đôi, gấp rưỡi, gấp ba."""
        match = _TIMES.match(self.text, start + len(token))
        if match is None:
            return
        word = match[1].lower()
        end = match.end()
        number = {"đôi": 2.0, "rưỡi": 1.5}.get(word, 0.0)
        if not number:
            spelled, end, _ = self._spelled(match.start(1))
            number = spelled or 0.0
        rest = re.compile(r"(?:\s+lần)?(?:\s+rưỡi)?").match(self.text, end)
        if rest and "rưỡi" in rest[0]:
            number += 0.5
        if token.lower() == "nhân" and word != "đôi":
            return
        keys = [*number_keys(number, None), ("u", "%", 100 * number), ("u", "%", 100 * number - 100)]
        if number == 1.5:  # half as much again
            keys.append(("=", 0.5))
        self.add(Draft(start, rest.end() if rest else end, number, keys=keys))

    def century_words(self, start: int, token: str) -> None:
        """Thế kỷ XIX."""
        match = re.compile(r"\s+k[ỷỉ]").match(self.text, start + len(token))
        number = _CENTURY.match(self.text, match.end()) if match else None
        if number is None:
            return
        value = float(number[1]) if number[1].isdecimal() else float(ROMAN.get(number[1], 0))
        if value:
            self.add(Draft(start, number.end(), value, keys=number_keys(value, None), family=Family.ORDINAL))

    def decade_words(self, start: int, token: str) -> None:
        """Thập niên 1990, những năm 90."""
        head = re.compile(r"\s+(?:niên|kỷ|kỉ)" if token.lower() == "thập" else r"\s+năm").match(
            self.text, start + len(token)
        )
        number = _DECADE.match(self.text, head.end()) if head else None
        if number is None:
            return
        value = float(number[1])
        keys = number_keys(value, None)
        if value < 100:  # '90s
            keys.append(("=", 1900 + value))
        self.add(Draft(start, number.end(), value, keys=keys, family=Family.YEAR))

    def vague_words(self, start: int, token: str) -> None:
        """Hàng trăm, vài chục, mấy nghìn."""
        match = _VAGUE.match(self.text, start + len(token))
        if match is None or token.lower() == "hằng":
            self.rate(start, token)
            return
        words = match[1].lower()
        value = MAGNITUDES["vi"][words]
        end = match.end()
        extra, end = self.magnitude_after(end)
        keys = [("v", value * extra)]
        if token.lower() in ("vài", "mấy") and words == "chục":
            keys.append(("v", 12.0))
        self.add(Draft(start, end, keys=keys, family=Family.VAGUE, strength=Strength.WEAK))  # type: ignore[arg-type]

    def _rate(self, start: int, match: re.Match[str]) -> None:
        is_round = self.text.startswith(" đêm", match.end())  # mỗi ngày đêm, tấn/ngày đêm: 24 hours
        self.each(start, match.end() + (4 if is_round else 0), _TIMES_OF_RATES[match[1].lower()])
        if is_round:
            self.drafts[-1].keys.append(("u", "s", 86400.0))

    def rate(self, start: int, token: str) -> None:
        """Mỗi ngày, hằng năm."""
        match = _EACH.match(self.text, start + len(token))
        if match:
            self._rate(start, match)

    def same_period(self, start: int, token: str) -> None:
        """Cùng kỳ: the year before."""
        if self.text[start : start + 7].lower() == "cùng kỳ":
            self._relative(start, start + 7, -1)
        del token

    def year_words(self, start: int, token: str) -> None:
        """Năm ngoái, năm nay; else the number five."""
        following = self._next(start + len(token)).lower()
        shift = {"ngoái": -1, "trước": -1, "nay": 0, "sau": 1, "tới": 1, "tiếp": 1, "kế": 1, "qua": -1, "kia": -2}.get(
            following
        )
        if shift is not None:
            self._relative(start, start + len(token) + 1 + len(following), shift)
        else:
            self.number_words(start, token)

    def year_start(self, start: int, token: str) -> None:
        """Từ đầu năm: since January."""
        if self.text[start : start + 7].lower() == "đầu năm":
            self.add(Draft(start, start + 3, keys=[("m", 1)], family=Family.DATE, strength=Strength.OPTIONAL))
        del token

    def year_end(self, start: int, token: str) -> None:
        """Cuối năm, hết năm: 31 December."""
        end = start + len(token)
        if re.compile(r"\snăm(?![^\W_])").match(self.text, end):
            self.add(Draft(start, end, keys=[("d", 31, 12)], family=Family.DATE, strength=Strength.OPTIONAL))
        elif (match := re.compile(r"\stháng\s(\d{1,2})(?!\d)").match(self.text, end)) and 1 <= int(match[1]) <= 12:
            self.add(
                Draft(
                    start,
                    end,
                    keys=[("d", day, int(match[1])) for day in (28, 29, 30, 31)],
                    family=Family.DATE,
                    strength=Strength.OPTIONAL,
                )
            )


_RATIOS = frozenset(("tỷ", "tỉ", "triệu"))
_SPELLING = frozenset((*VIETNAMESE_DIGITS, *MAGNITUDES["vi"], "mười", "mươi", "chục", "trăm", "hăm", "linh", "lẻ"))
"""Every word that numbers are spelled with."""


def _read_words(words: list[tuple[str, int]]) -> Spelled:
    """Vietnamese number words from the first on → value, end, how many were read. One pass over a small grammar."""
    total = group = 0.0
    digit: int | None = None
    seen = 0
    end = 0
    count = len(words)
    at = 0
    last = ""
    while at < count:
        word, word_end = words[at]
        following = words[at + 1][0] if at + 1 < count else ""
        if word in VIETNAMESE_DIGITS:
            if digit is not None:
                break  # "hai ba": two or three
            if (
                word == "năm"
                and at
                and last not in ("linh", "lẻ")
                and following not in ("mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn", "chục")
            ):
                break  # "mười năm": ten years
            if word == "tư" and last not in ("mươi", "linh", "lẻ"):
                break
            if word in ("mốt", "lăm", "nhăm") and last not in (
                "mươi",
                "mười",
                "hăm",
                "trăm",
                "nghìn",
                "ngàn",
                "vạn",
                "triệu",
            ):
                break
            digit = VIETNAMESE_DIGITS[word]
        elif word == "hăm" and not at and following in VIETNAMESE_DIGITS:
            group += 20
        elif word == "mười":
            if digit is not None or last in ("mươi", "mười"):
                break
            group += 10
        elif word in ("mươi", "chục"):
            if digit is None:
                break
            group += digit * 10
            digit = None
        elif word == "trăm":
            if digit is None and at:
                break
            group += (digit or 1) * 100
            digit = None
        elif word in ("linh", "lẻ"):
            if (last != "trăm" and last not in MAGNITUDES["vi"]) or following not in VIETNAMESE_DIGITS:
                break
        elif word in ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"):
            scale = MAGNITUDES["vi"][word]
            amount = group + (digit or 0)
            if not amount and not at:
                amount = 1.0  # "trăm rưỡi", "triệu hai"
            if amount:
                total += amount * scale
            elif total:
                total *= scale
            group, digit = 0.0, None
        else:
            break
        last = word
        end = word_end
        at += 1
        seen += 1
    if not seen:
        return None, 0, 0
    before = words[seen - 2][0] if seen > 1 else ""
    if (
        digit
        and before in ("trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")
        and last not in ("năm", "một")
        and not group % 1
    ):
        digit = int(digit * MAGNITUDES["vi"][before] / 10)  # "ngàn mốt" is 1,100, "triệu hai" 1.2 million
    return total + group + (digit or 0), end, seen
