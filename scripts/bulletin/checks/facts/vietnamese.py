"""Quantities in Vietnamese: numbers in words, "tháng Ba", "quý II", "8 giờ 30 phút chiều", "gấp rưỡi", "thứ Sáu"."""

from __future__ import annotations

import re

from bulletin.checks.facts.scanner import NOON, Draft, Scanner, is_date, magnitude_pattern, number_keys, unit_pattern
from bulletin.checks.facts.tables import BEFORE, MAGNITUDES, ROMAN, UNITS, VIETNAMESE_DIGITS
from bulletin.model.fact import Family, Strength

_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[\s\u00a0]+([^\W\d_]+)")
_TIME = re.compile(r"([01]?\d|2[0-4])\s?(?:h|g|giờ|H)(?![^\W\d_])(?:\s?([0-5]\d(?!\d|[.,]\d)))?(?:\s?(?:phút|'|’|ph)(?![^\W_]))?")
_PART = re.compile(r"\s(sáng|trưa|chiều|tối|đêm|khuya)(?![^\W_])")
_HALF_HOUR = re.compile(r"\srưỡi(?![^\W_])")
_KEM = re.compile(r"\ském\s(\d{1,2})(?:\sphút)?")
_LONG = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2}(?![\d/.,])|[^\W\d_]+(?:\s(?:một|hai))?)(?:(?:,)?\s+(?:năm\s+)?(\d{4})(?!\d))?", re.IGNORECASE)
_MONTH = re.compile(r"\s+(\d{1,2}(?![\d.,]\d|\d)|[^\W\d_]+(?:\s(?:một|hai)(?![^\W_]))?)", re.IGNORECASE)
_YEAR_TAIL = re.compile(r"\s?[/-]\s?(\d{4})(?!\d)")
_QUARTER = re.compile(r"\s+(IV|I{1,3}|[1-4](?![\d.,]*\d)|một|hai|ba|bốn|tư|nhất|nhì)(?![^\W_])", re.IGNORECASE)
_MORE_QUARTERS = re.compile(r"\s?(?:,|và|-|–|đến)\s?(?:quý\s)?(IV|I{1,3})(?![^\W_])")
_ORDINAL = re.compile(r"\s+(nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)(?![^\W_]))?|\d{1,4}(?![.,]?\d))", re.IGNORECASE)
_CENTURY = re.compile(r"\s+(?:thứ\s+)?(\d{1,2}(?!\d)|[IVX]+(?![^\W_]))")
_DECADE = re.compile(r"\s+(?:đầu |cuối |giữa )?(\d{4}|\d0)(?!\d)")
_FRACTION = re.compile(r"\s+phần\s+(\d+|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|trăm|nghìn)(?![^\W_])", re.IGNORECASE)
_TIMES = re.compile(r"\s+(đôi|rưỡi|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W_])", re.IGNORECASE)
_AFTER_MONTHS = re.compile(r"\s+(đầu|cuối)(?:\s+(?:năm|của năm))?(?![^\W_])")
_YEAR_HALF = re.compile(r"\s+(đầu|cuối|sau)\s+(?:năm|của năm)(?![^\W_])")
_RUOI = re.compile(r"\s+rưỡi(?![^\W_])")
_VAGUE = re.compile(r"\s+(chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![^\W_])(?!\s+(?:đồng|usd))", re.IGNORECASE)
_LUNAR = {"giêng": 1, "chạp": 12, "một": 11}
_PREVIOUS = re.compile(r"([^\W\d_]+)[\s\u00a0]+$")

_FIVE = frozenset(
    "xã phường thị huyện tỉnh thành địa người em cháu cụ ông bà anh chị bạn học sinh giáo bác kỹ công cán chiến đoàn đội nhóm tổ ban hội lớp trường bệnh nhà hộ gia dự doanh đơn cơ cửa "
    "chương đề kế giải hạng huy bộ bài bản cuốn tập ca tiết loại giống sản mặt ngành lĩnh nhiệm vụ mục chỉ tiêu giải nội vấn điểm tuyến con đường cầu cống hồ đập tàu thuyền xe máy chiếc cái "
    "bức tấm ngôi căn phòng khu cụm làng bản thôn xóm khối di đền chùa lễ trận vòng ván bàn hiệp cú lần lượt ngày tuần tháng giờ phút cây vườn trang mô thửa ao chuồng hợp nghệ diễn vận đại "
    "tác tham nước quốc đối bên mũi chốt trạm đồn cột mốc tấn tạ ki héc mét lít đồng triệu tỷ nghìn trăm phần cấp bước giai đợt kỳ khóa quy văn thủ dịch kênh màu vị món cửa suất phiên cuộc buổi hoạt sự vụ ca trường".split()
)
"""Words before which "năm" and "chín" are numbers, for elsewhere they are "year" and "ripe"."""
_NOT_COUNTED = {
    "hai": frozenset("bà".split()),
    "ba": frozenset("mẹ má lô gai kích khía chỉ rọi vì đình bể tơ con sao la tri trò hoa miền chẽ zô vạ que ngoại nội tôi anh em".split()) - {"sao", "con", "miền", "em", "anh"},
    "bốn": frozenset("phương bề mùa".split()),
    "chín": frozenset("muồi chắn mọng rộ vàng sớm muộn đỏ bói cây kỹ".split()),
    "bảy": frozenset("mẫu núi".split()),
    "năm": frozenset(),
    "mười": frozenset(),
    "sáu": frozenset(),
    "tám": frozenset("xoan thơm".split()),
}
_NUMBER_BEFORE_NAME = frozenset(
    "giải hạng thứ khóa lần loại cấp hàng bậc nhóm đợt kỳ vòng quý nhất ngày khoá tháng ngôi".split()
)
_TOGETHER = frozenset("bên nước phía địa đất dân quốc đoàn đội đầu vợ chiều miền bờ tỉnh chính đồng mặt".split())
"""Words before which "hai" is often left out: "hai bên" is "they"."""
_DAY_CUES = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng|hôm|từ|đến|tới|hết|trước|sau|vào|và|rằm|khuya|trong|,|-|–)\s*\(?$"
)
_STRONG_DAY_CUES = re.compile(r"(?:ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng|hôm)\s*\(?$")


class Vietnamese(Scanner):
    """Reads a Vietnamese text."""

    tag = "vi"
    decimal = ","
    thousands = "."
    unit_re = unit_pattern("vi")
    magnitude_re = magnitude_pattern("vi")
    link_re = re.compile(
        r"\s*(?:[-–,;/&]|và|đến|tới|hoặc|hay|xuống|lên|sang|rồi|,? và|so với)?\s*(?:(?:đến|tới|hết|các)?\s*(?:ngày|tháng|khoảng|còn|mức|gần|hơn|mùng|mồng|hết|sáng|chiều|tối|đến)?)?\s*"
    )
    negative_re = re.compile(r"(?:(?<![^\W_])âm|dưới âm)\s$")
    roman_cue_re = re.compile(
        r"(?:quý|khóa|khoá|kỳ|kì|thứ|lần|quân khu|vùng|khu|loại|hạng|cấp|bậc|chương|phần|đại hội|giai đoạn|nhóm|đợt|thế kỷ|thế kỉ|mục|điều|"
        r"học kỳ|nhà máy|phân khu|tập|quyển|viện|trung ương|đô thị|đông hồi|hoàng mai|số|và|,|-|–)\s$"
    )
    words = {
        **dict.fromkeys(VIETNAMESE_DIGITS, "number_words"), "mười": "number_words",
        "tháng": "month_words", "quý": "quarter_words", "thứ": "ordinal_words", "chủ": "sunday", "rằm": "full_moon", "nửa": "half_words",
        "gấp": "times_words", "nhân": "times_words", "thế": "century_words", "thập": "decade_words", "những": "decade_words",
        "hàng": "vague_words", "vài": "vague_words", "mấy": "vague_words", "hằng": "vague_words", "cùng": "same_period", "năm": "year_words",
        "giải": "rank_words", "hạng": "rank_words", "lần": "rank_words", "tá": "skip", "mồng": "lunar_day", "mùng": "lunar_day",
        **dict.fromkeys(BEFORE, "currency"),
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
            hour, minute, end = hour - 1, 60 - int(kem[1]), kem.end()
        draft = self.clock(start, end, hour, minute)
        written = match[0].rstrip()
        if match[2] is None and not half and (written.endswith("giờ") or written.endswith("h")):
            seconds = float(hour * 3600)
            draft.keys += [("u", "s", seconds), ("~", float(hour))]
            if self.text[end : end + 6].startswith(" đồng hồ"):
                draft.minutes = -1
        self._half_of_day(draft)
        return True

    def _half_of_day(self, draft: Draft) -> None:
        match = _PART.match(self.text, draft.end)
        if match is None:
            return
        hour, minute = divmod(draft.minutes, 60)
        late = match[1] in ("chiều", "tối") or (match[1] in ("đêm", "khuya") and hour >= 6) or (match[1] == "trưa" and hour < 3)  # noqa: PLR2004
        if match[1] == "đêm" and hour == 12:  # noqa: PLR2004
            hour = 0
            draft.keys.append(("t", 24 * 60 + minute))
        elif late and hour < 12:  # noqa: PLR2004
            hour += 12
        draft.keys[0] = ("t", hour * 60 + minute)
        draft.minutes = hour * 60 + minute
        draft.end = match.end()
        self.at = max(self.at, draft.end)

    def share_half_day(self, left: Draft) -> None:
        """"từ 2 đến 5 giờ chiều"."""
        left.keys.append(("t", left.minutes + NOON))

    def long_date(self, start: int) -> bool:
        """15 tháng 3 năm 2026."""
        match = _LONG.match(self.text, start)
        if match is None:
            return False
        name = match[2].lower()
        month = int(name) if name.isdigit() else self._month_number(name)
        day = int(match[1])
        if month is None or not is_date(day, month):
            return False
        if not name.isdigit() and match[2][0].islower() and name.split()[0] not in ("giêng", "chạp"):
            return False
        if not _DAY_CUES.search(self.before(start)) and not match[3] and name not in ("giêng", "chạp"):
            name_before = _PREVIOUS.search(self.text[max(0, start - 16) : start])
            if name_before and name_before[1].lower() in ("trong", "sau", "mỗi", "khoảng", "gần", "hơn", "suốt"):
                return False
        end = match.end(2) if name.isdigit() or " " not in name or self._month_number(name) is not None else match.end(2)
        draft = self.date(start, match.end() if match[3] else end, day, month, int(match[3] or 0))
        draft.parts = (("=", float(day)), ("=", float(month)))
        if not match[3] and (tail := _YEAR_TAIL.match(self.text, end)):
            self.add(self._year(tail.start(1), tail.end(), int(tail[1])))
        return True

    def means_date(self, start: int, separator: str) -> bool:
        """Whether 15/3, 15-3 or 15.3 is a date."""
        before = self.before(start)
        if separator == "/":
            return bool(_DAY_CUES.search(before))
        return bool(_STRONG_DAY_CUES.search(before))

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
        if half := _RUOI.match(self.text, draft.end):
            step = draft.magnitude if draft.unit is None and draft.magnitude > 1 else 1
            draft.raw += step / 2
            draft.end = half.end()
            if draft.magnitude > 1 and draft.unit is None:
                draft.unit, draft.end = self.unit_after(draft.end)
            draft.keys = number_keys(draft.raw, draft.unit)
        if draft.unit == ("month", 1) and (match := _AFTER_MONTHS.match(self.text, draft.end)):
            if draft.raw == 6:  # noqa: PLR2004 - half a year
                draft.keys.append(("h", 1 if match[1] == "đầu" else 2))
            if draft.raw == 3 and match[1] == "đầu":  # noqa: PLR2004 - a quarter
                draft.keys.append(("q", 1))
        before = self.before(draft.start, 14)
        if draft.can_be_day and re.search(r"(?:ngày|mùng|mồng|rằm|hôm|sáng|chiều|tối)\s$", before):
            draft.keys.append(("D", int(draft.raw)))
        if draft.raw == 2 and draft.unit is None and draft.magnitude == 1 and self._next(draft.end) in _TOGETHER:  # noqa: PLR2004
            draft.strength = Strength.WEAK
        return draft

    def suffix(self, start: int, end: int, value: float | None) -> bool:
        """2/3 in words: "2 phần 3"."""
        match = _FRACTION.match(self.text, end)
        if match is None or value is None:
            return False
        self._fraction(start, match, value)
        return True

    def _fraction(self, start: int, match: re.Match[str], numerator: float) -> None:
        word = match[1].lower()
        below = {"trăm": 100, "nghìn": 1000, "mười": 10}.get(word) or VIETNAMESE_DIGITS.get(word) or int(word) if word.isdigit() else (
            {"trăm": 100, "nghìn": 1000, "mười": 10}.get(word) or VIETNAMESE_DIGITS[word]
        )
        if word == "trăm" or not below:
            return
        draft = Draft(start, match.end(), keys=number_keys(numerator / below, None))
        draft.parts = (("=", numerator), ("=", float(below)))
        self.add(draft)

    def _next(self, end: int) -> str:
        match = _NEXT.match(self.text, end)
        return match[1] if match else ""

    def _previous(self, start: int) -> str:
        match = _PREVIOUS.search(self.text, max(0, start - 16), start)
        return match[1] if match else ""

    # Numbers in words

    def number_words(self, start: int, token: str) -> None:
        """Hai mươi lăm, ba xã, một trăm linh năm."""
        lower = token.lower()
        if lower in ("mốt", "lăm", "nhăm", "tư"):
            return
        value, end, count = self._spelled(start)
        if value is None:
            return
        following = self._next(end)
        previous = self._previous(start)
        sentence_start = not self.text[max(0, start - 2) : start].strip(' \n“"(*') or self.text[max(0, start - 2) : start].strip()[-1:] in ".:;!?|•–-"
        if token[0].isupper():
            if previous.lower() in _NUMBER_BEFORE_NAME:
                self.add(Draft(start, end, value, keys=number_keys(value, None), family=Family.ORDINAL))
                return
            if not sentence_start and count == 1:
                return
            if following[:1].isupper():
                return
        if match := _FRACTION.match(self.text, end):
            if not (value == 1 and match[1].lower() == "trăm"):
                self._fraction(start, match, value)
            return
        if count == 1:
            if lower in ("năm", "chín") and following not in _FIVE:
                return
            if lower == "năm" and (previous in ("mỗi", "hằng", "hàng", "trong", "các", "mấy", "nhiều", "từng", "cả", "đầu", "cuối", "giữa", "suốt", "những") or previous[:1].isdigit() or re.search(r"\d\s$", self.text[max(0, start - 3) : start])):
                return
            if following in _NOT_COUNTED.get(lower, ()):
                return
            if lower == "ba" and previous in ("anh", "chú", "cô", "bác", "ông", "của", "là"):
                if previous in ("chú", "cô", "bác", "ông", "anh"):
                    return
        draft = self._spelled_amount(start, end, value)
        if count == 1 and draft.magnitude == 1:
            if value == 1:
                draft.strength = Strength.OPTIONAL
            elif value == 2 and (following in _TOGETHER or previous in ("cả", "của", "giữa")):  # noqa: PLR2004
                draft.strength = Strength.WEAK
        if following == "Tết":
            draft.strength = Strength.OPTIONAL

    def _spelled_amount(self, start: int, end: int, value: float) -> Draft:
        unit, after = self.unit_after(end)
        draft = self.add(Draft(start, after, value, 1, unit, number_keys(value, unit)))
        draft.can_be_day = unit is None and value <= 31  # noqa: PLR2004 - days of a month
        word = self.text[start:end].lower()
        match = re.search(r"(nghìn|ngàn|vạn|triệu|tỷ|tỉ)$", word)
        if match:
            draft.magnitude = MAGNITUDES["vi"][match[1]]
        return self.finished(draft)

    def _spelled(self, start: int) -> tuple[float | None, int, int]:
        """A number in words, where it ends and of how many words it is; None where the word is no number here."""
        words: list[tuple[str, int]] = []
        at = start
        while len(words) < 14:  # noqa: PLR2004 - the longest number anyone spells out
            match = _WORD.match(self.text, at)
            if match is None:
                break
            words.append((match[0].lower(), match.end()))
            if self.text[match.end() : match.end() + 1] not in (" ", "\u00a0", "\n"):
                break
            at = match.end() + 1
        return _read_words(words)

    def month_words(self, start: int, token: str) -> None:
        """Tháng 3, tháng Giêng, tháng 3 và tháng 4, các tháng 5, 6."""
        match = _MONTH.match(self.text, start + len(token))
        if match is None:
            return
        name = match[1].lower()
        if name.isdigit():
            month, end = int(name), match.end()
        else:
            number = self._month_number(name)
            if number is None:
                name = name.split()[0]
                number = self._month_number(name)
            if number is None or (match[1][0].islower() and name.split()[0] not in ("giêng", "chạp")):
                return
            month, end = number, match.start(1) + len(name)
        if not 1 <= month <= 12:  # noqa: PLR2004 - months
            return
        self.add(Draft(start, end, float(month), keys=[("m", month)], family=Family.DATE, month=month))
        if tail := _YEAR_TAIL.match(self.text, end):
            self.add(self._year(tail.start(1), tail.end(), int(tail[1])))

    def quarter_words(self, start: int, token: str) -> None:
        """Quý II, quý 2, quý III và IV."""
        match = _QUARTER.match(self.text, start + len(token))
        if match is None:
            return
        self._quarter(start, match.end(1), match[1])
        while more := _MORE_QUARTERS.match(self.text, self.at):
            self._quarter(more.start(1), more.end(1), more[1])
        if tail := _YEAR_TAIL.match(self.text, self.at):
            self.add(self._year(tail.start(1), tail.end(), int(tail[1])))

    def _quarter(self, start: int, end: int, name: str) -> None:
        number = ROMAN.get(name.upper()) or VIETNAMESE_DIGITS.get(name.lower()) or {"nhất": 1, "nhì": 2}.get(name.lower()) or int(name)
        self.add(Draft(start, end, keys=[("q", number)], family=Family.PERIOD))

    def ordinal_words(self, start: int, token: str) -> None:
        """Thứ ba: the third, or Tuesday."""
        match = _ORDINAL.match(self.text, start + len(token))
        if match is None:
            return
        number = self._ordinal_number(match[1].lower())
        previous = self._previous(start)
        draft = Draft(start, match.end(), number, keys=number_keys(number, None), family=Family.ORDINAL)
        is_name = match[1][0].isupper() or token[0].isupper()
        if 2 <= number <= 7 and not match[1].isdigit():  # noqa: PLR2004 - Monday is "thứ hai"
            rest = self.text[match.end() : match.end() + 12].lower()
            is_day = is_name or re.match(r"\s*(?:,|hằng tuần|hàng tuần|tuần|đến thứ|\(|ngày|tới thứ|và thứ)", rest) or previous in ("từ", "đến", "sáng", "chiều", "tối", "và")
            draft.keys.append(("w", int(number) - 1))
            if is_day:
                draft.family, draft.strength = Family.WEEKDAY, Strength.WEAK
        if number == 1:
            draft.strength = Strength.WEAK if previous in ("lần", "giải", "hạng", "kỳ", "khóa", "vòng") else Strength.OPTIONAL
        elif number == 2 and draft.family is Family.ORDINAL:  # noqa: PLR2004
            draft.strength = Strength.STRONG if previous in ("lần", "giải", "hạng", "kỳ", "khóa", "vòng", "đứng", "năm") else Strength.WEAK
        self.add(draft)

    @staticmethod
    def _ordinal_number(word: str) -> float:
        if word.isdigit():
            return float(word)
        if word.startswith("mười"):
            return 10.0 + VIETNAMESE_DIGITS.get(word[5:], 0)
        return float({"nhất": 1, "nhì": 2}.get(word) or VIETNAMESE_DIGITS[word])

    def rank_words(self, start: int, token: str) -> None:
        """Giải Nhất, hạng nhì."""
        match = re.compile(r"\s+(nhất|nhì|ba|tư|năm)(?![^\W_])", re.IGNORECASE).match(self.text, start + len(token))
        if match is None or (match[1][0].islower() and token.lower() == "lần") or (match[1].lower() in ("ba", "tư", "năm") and match[1][0].islower()):
            return
        number = self._ordinal_number(match[1].lower())
        self.add(Draft(match.start(1), match.end(), number, keys=number_keys(number, None), family=Family.ORDINAL, strength=Strength.WEAK))

    def sunday(self, start: int, token: str) -> None:
        """Chủ nhật."""
        match = re.compile(r"\s+nhật(?![^\W_])", re.IGNORECASE).match(self.text, start + len(token))
        if match:
            self.add(Draft(start, match.end(), keys=[("w", 7)], family=Family.WEEKDAY, strength=Strength.WEAK))

    def full_moon(self, start: int, token: str) -> None:
        """Rằm tháng Giêng: the fifteenth day."""
        draft = Draft(start, start + len(token), 15.0, keys=[("D", 15), ("=", 15.0)], strength=Strength.OPTIONAL, family=Family.DATE)
        match = re.compile(r"\s+tháng\s+(\d{1,2}|[^\W\d_]+)", re.IGNORECASE).match(self.text, start + len(token))
        month = None
        if match:
            name = match[1].lower()
            month = int(name) if name.isdigit() else self._month_number(name)
        if month and 1 <= month <= 12:  # noqa: PLR2004
            draft.keys = [("d", 15, month), ("m", month), ("=", float(month))]
            draft.parts = (("=", 15.0), ("=", float(month)))
            draft.end = match.end() if match else draft.end
        self.add(draft)

    def lunar_day(self, start: int, token: str) -> None:
        """Mùng ba Tết, mồng 5."""
        match = re.compile(r"\s+(\d{1,2}|[^\W\d_]+)").match(self.text, start + len(token))
        if match is None or match[1].isdigit():
            return
        if (number := VIETNAMESE_DIGITS.get(match[1].lower())) is not None:
            self.add(Draft(start, match.end(), float(number), keys=[("=", float(number)), ("D", number)], family=Family.DATE))

    def half_words(self, start: int, token: str) -> None:
        """Nửa, một nửa, nửa triệu, nửa đầu năm."""
        end = start + len(token)
        if match := _YEAR_HALF.match(self.text, end):
            self.add(Draft(start, match.end(), keys=[("h", 1 if match[1] == "đầu" else 2)], family=Family.PERIOD))
            return
        draft = self.amount(start, end, 0.5)
        draft.can_be_day = False
        if draft.magnitude == 1 and draft.unit is None:
            draft.strength = Strength.WEAK

    def times_words(self, start: int, token: str) -> None:
        """Gấp đôi, gấp rưỡi, gấp ba."""
        match = _TIMES.match(self.text, start + len(token))
        if match is None:
            return
        word = match[1].lower()
        number = {"đôi": 2.0, "rưỡi": 1.5, "mười": 10.0}.get(word) or float(VIETNAMESE_DIGITS[word])
        end = match.end()
        rest = re.compile(r"(?:\s+lần)?(?:\s+rưỡi)?").match(self.text, end)
        if rest and "rưỡi" in rest[0]:
            number += 0.5
        if token.lower() == "nhân" and word != "đôi":
            return
        self.add(Draft(start, rest.end() if rest else end, number, keys=number_keys(number, None)))

    def century_words(self, start: int, token: str) -> None:
        """Thế kỷ XIX."""
        match = re.compile(r"\s+k[ỷỉ]").match(self.text, start + len(token))
        number = _CENTURY.match(self.text, match.end()) if match else None
        if number is None:
            return
        value = float(number[1]) if number[1].isdigit() else float(ROMAN.get(number[1], 0))
        if value:
            self.add(Draft(start, number.end(), value, keys=number_keys(value, None), family=Family.ORDINAL))

    def decade_words(self, start: int, token: str) -> None:
        """Thập niên 1990, những năm 90."""
        head = re.compile(r"\s+(?:niên|kỷ|kỉ)" if token.lower() == "thập" else r"\s+năm").match(self.text, start + len(token))
        number = _DECADE.match(self.text, head.end()) if head else None
        if number is None:
            return
        value = float(number[1])
        keys = number_keys(value, None)
        if value < 100:  # noqa: PLR2004 - '90s
            keys.append(("=", 1900 + value))
        self.add(Draft(start, number.end(), value, keys=keys, family=Family.YEAR))

    def vague_words(self, start: int, token: str) -> None:
        """Hàng trăm, vài chục, mấy nghìn."""
        match = _VAGUE.match(self.text, start + len(token))
        if match is None or token.lower() == "hằng":
            return
        words = match[1].lower()
        value = MAGNITUDES["vi"][words]
        end = match.end()
        extra, end = self.magnitude_after(end)
        keys = [("v", value * extra)]
        if token.lower() in ("vài", "mấy") and words == "chục":
            keys.append(("v", 12.0))
        self.add(Draft(start, end, keys=keys, family=Family.VAGUE, strength=Strength.WEAK))  # type: ignore[arg-type]

    def same_period(self, start: int, token: str) -> None:
        """Cùng kỳ: the year before."""
        if self.text[start : start + 7].lower() == "cùng kỳ":
            self._relative(start, start + 7, -1)
        del token

    def year_words(self, start: int, token: str) -> None:
        """Năm ngoái, năm nay; else the number five."""
        following = self._next(start + len(token)).lower()
        shift = {"ngoái": -1, "trước": -1, "nay": 0, "sau": 1, "tới": 1, "qua": -1, "kia": -2}.get(following)
        if shift is not None:
            self._relative(start, start + len(token) + 1 + len(following), shift)
        else:
            self.number_words(start, token)

    def _relative(self, start: int, end: int, shift: int) -> None:
        self.add(Draft(start, end, keys=[("y", shift)], family=Family.YEAR, strength=Strength.OPTIONAL))

    def skip(self, start: int, token: str) -> None:
        """A word that says nothing by itself."""


def _read_words(words: list[tuple[str, int]]) -> tuple[float | None, int, int]:
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
            if word in ("năm",) and at and last not in ("linh", "lẻ") and following not in ("mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn", "chục"):
                break  # "mười năm": ten years
            if word == "tư" and last not in ("mươi", "linh", "lẻ"):
                break
            if word in ("mốt", "lăm", "nhăm") and last not in ("mươi", "mười"):
                break
            digit = VIETNAMESE_DIGITS[word]
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
            if digit is None:
                break
            group += digit * 100
            digit = None
        elif word in ("linh", "lẻ"):
            if last != "trăm" and last not in MAGNITUDES["vi"] or following not in VIETNAMESE_DIGITS:
                break
        elif word in ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"):
            scale = MAGNITUDES["vi"][word]
            amount = group + (digit or 0)
            if not at:
                break
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
    return total + group + (digit or 0), end, seen


UNIT_WORDS = frozenset(UNITS["vi"])
