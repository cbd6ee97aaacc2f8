"""Reads the numbers of a text: digits with their separators, magnitudes, units, dates and times in digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, ClassVar, TypeAlias

from bulletin.checks.facts.sayings import is_in_saying
from bulletin.checks.facts.tables import BEFORE, CURRENCIES, MAGNITUDES, PERCENT, POINT, ROMAN, TIGHT, UNITS, Unit
from bulletin.model.fact import Fact, Family, Key, Strength

_TOKENS = re.compile(r"(\d+|[^\W\d_]+(?:-[^\W\d_]+)*|[$€£¥₫])")
_SPACES = frozenset(" \u00a0\u202f\u2009\n")
_NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?![\d])|\d{1,3}(?: \d{3}){2,}(?!\d)|\d+(?:[.,]\d+)*")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})\s?([/.–-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[/-]\s?(\d{4})(?!\d)")
_TWO = re.compile(r"(\d{1,2})\s?([/.–-])\s?(\d{1,2})(?![\d/]|[.,]\d)")
_RATIO = re.compile(r"(\d{1,6}(?:[.,]\d{3})*)\s?/\s?(\d{1,6}(?:[.,]\d{3})*)(?![\d/]|[.,]\d)")
_YEARS = re.compile(r"(\d{4})\s?[-–/]\s?(\d{2})(?!\d|[/.,–-]\d)")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?!\d)(?::[0-5]\d)?")
_LASTING = re.compile(r"(?:(\d{1,2}):)?([0-9]\d):([0-5]\d)(?:[.,](\d{1,2}))?(?![\d:])")
"""A time that a race takes: 2:31:04, 38:12."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ROAD_MARK = re.compile(r"(\d{1,4})\s?\+\s?(\d{3})(?!\d)")
"""211+500: 500 metres behind the stone of kilometre 211."""
_KILOMETRE = re.compile(r"km\s?$")
_CODE_TAIL = re.compile(r"[A-Za-zĐ]{1,4}\d{0,4}(?![^\W_])")
_CODE_HEAD = re.compile(r"[^\W\d_]+[-.]?$")
_PHONE = re.compile(
    r"(?<![\w/.,])(?:(?:\(\s?\+?84\s?\)|\+\s?84)(?:\s?\(0\))?|\(\+84\s?\d{1,3}\)|\(0\d{1,4}\)|0\d{1,4}(?=[\s.)–-]|\d{5})|1[89]00(?=[\s.]?\d{4})|\+\d{1,3}(?=[\s(.-]))"
    r"(?:[\s.–-]{0,2}\d{1,4}){2,5}(?![\w%]|[.,]\d)"
)
POINT_CLOCK = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
AFTER = re.compile(r"[\s-]?([^\W\d_]+|[^\w\s-])")
"""The word or sign behind a number."""
UNIT_STARTS = {tag: frozenset(AFTER.match(word)[1] for word in UNITS[tag]) for tag in UNITS}  # type: ignore[index]
"""With what units begin: a quick look before the long one."""
MAGNITUDE_STARTS = {tag: frozenset((*MAGNITUDES[tag], *TIGHT[tag])) for tag in MAGNITUDES}
_BLANKS = re.compile(r"\s+")
NO_MAGNITUDE = re.compile(r"\s(?:lệ|trọng|suất|phú|giá|số|phần|mỉ|thí|tập|hồi)(?![^\W_])", re.IGNORECASE)
"""What makes "tỷ" or "triệu" a word of its own: "hai tỷ lệ" are two rates."""
_SCALE = re.compile(r"(\d{1,2})\s?[:/]\s?(\d{1,3}(?:[.,]\d{3})+|\d{3,7}|1(?!\d))(?![\d/:]|[.,]\d)")
_SCALE_CUE = re.compile(r"(?:tỷ lệ|tỉ lệ|bản đồ|bình đồ|scale(?: of)?|map|plan)\s$|^\s*$")
FIRST_YEAR, LAST_YEAR = 1000, 2199
_SPACE = re.compile(r"(?<!\d)[\u00a0\u202f\u2009\n\t]|[\u00a0\u202f\u2009\n\t](?!\d{3})")
"""White space for which a space may stand; between digits it can separate thousands."""
_ANY_SPACE = re.compile("[\u00a0\u202f\u2009\n\t]")
_SECTION = re.compile(
    r"(?:mục|điều|khoản|phần|hình|bảng|phiên bản|chương|tiêu chí|section|version|article|table|figure|annex|phụ lục)\s$"
)
_ROOM = re.compile(
    r"(?:phòng|tầng|gian|gian hàng|hội trường|giảng đường|cửa|lô|room|booth|stand|hall|lot|gate|unit)\s$"
)
_LATE = re.compile(r"p\.?m|chiều|tối|đêm|afternoon|evening", re.IGNORECASE)
_OF_YEAR = re.compile(r"\s?/\s?\d{4}(?!\d)")
_DOTTED = re.compile(r"\.\s?\d{1,2}(?!\d)|(?:[.,]\d{3})+\s?/")
"""A date, a time or a ratio with points in it, behind the first digits."""
_AFTER_DIGITS = frozenset("/-–.:)hgHGaApPonsrt")
_AFTER_SPACE = frozenset("/-–.(thgapnosrd0123456789")
_RANK: Mapping[object, int] = {
    "D": 1,
    "Y": 4,
    "3m": 2,
    "q3": 2,
    "6m": 2,
    "h6": 2,
    "=": 2,
    "~": 3,
    "d*": 3,
    "e": 3,
    "f": 3,
}
"""Readings that say less come last, so that the others are met first."""
MIN_YEAR = 1800
"""Before it, four digits are as likely a number."""
NOON = 12 * 60
LATE_DAY = 27
"""A day behind it that stands before one of the next month's first days may be of the month before."""
WEEKS = 20
LEAST_KIP = 100
"""Kip below which there is no coin: "bốn kíp" are four teams."""
_SAID = (Family.NUMBER, Family.ORDINAL, Family.TIME)
"""What set phrases are told with."""
ELLIPSIS = 60
"""Characters behind an amount within which a number may lack its magnitude."""
_SENTENCE_END = re.compile(r"[.!?]\s|\n|\|")
_OUT_OF = re.compile(
    r"\s(?:trong(?: tổng)?(?: số)?|trên(?: tổng)?(?: số)?|(?:out )?of(?: (?:a|the))?(?: total)?(?: of)?)\s(?:VND|USD|\$)?",
)
_NOTHING_COUNTED = re.compile(
    r"\s?[.,;:–)”\"!?-](?!\d)|\s?$|\s(?:lên|xuống|đến|tới|còn|rồi|nay|thì|vào|để|cho|từ|trong|ở|với|mỗi|một|"
    r"to|from|in|for|with|on|a|this|last|by|at|and|rising)(?![^\W_])"
)
"""What stands behind a number that counts nothing: "đầu vụ 35, cuối vụ 60 nghìn"."""
THOUSAND = 1000
"""The least of the magnitudes that end a number in words."""
MOST_READERS = 50_000
"""Words that are remembered: more than the vocabulary of any site, and some megabytes."""


def rounded(value: float) -> float:
    """A value fit for comparison: ten significant digits, since 1.2505 × 10¹² and 1250.5 × 10⁹ differ as floats."""
    value = float(value)
    if -1e10 < value < 1e10 and value.is_integer():
        return value
    return float(f"{value:.10g}")


def _ranked(keys: list[Key]) -> tuple[Key, ...]:
    if len(keys) == 2:
        one, other = keys
        if one == other:
            return (one,)
        return (other, one) if _RANK.get(other[0], 0) < _RANK.get(one[0], 0) else (one, other)
    return tuple(sorted(dict.fromkeys(keys), key=lambda key: _RANK.get(key[0], 0)))


def unit_pattern(tag: str) -> re.Pattern[str]:
    """A unit after a number, longest first; letters do not go on behind it."""
    words = sorted(UNITS[tag], key=len, reverse=True)
    listed = "|".join(re.escape(word).replace("\\ ", r"\s") for word in words)
    return re.compile(rf"[\s-]?({listed})(?:(?<=[%°€$£¥₫²³])|(?![^\W_]))", re.IGNORECASE)


def magnitude_pattern(tag: str) -> re.Pattern[str]:
    """One or more magnitudes after a number: "nghìn tỷ", "million"."""
    listed = "|".join(sorted(MAGNITUDES[tag], key=len, reverse=True))
    tight = "|".join(TIGHT[tag])
    return re.compile(rf"(?:[\s-]?((?i:{listed}))(?![^\W_])(?!{NO_MAGNITUDE.pattern})|({tight})(?![^\W_]))")


Reader: TypeAlias = "Callable[[Any, int, str], None]"
"""A method of a scanner that reads what begins at an offset with a word."""
Spelled: TypeAlias = tuple[float | None, int, int]
"""A number in words, the offset of its end, of how many words it is; None where it is no number."""


@dataclass(slots=True)
class Draft:
    """A fact that is being read."""

    start: int
    end: int
    raw: float | None = None
    """The bare number, magnitude included; None for what is no number."""
    magnitude: float = 1
    unit: Unit | None = None
    keys: list[Key] = field(default_factory=list)
    foreign: Sequence[Key] = ()
    parts: tuple[Key, ...] = ()
    strength: Strength = Strength.STRONG
    family: Family = Family.NUMBER
    year: int = 0
    month: int = 0
    day: tuple[int, int] = (0, 0)
    """Day and month of a date."""
    can_be_day: bool = False
    minutes: int = -1
    """Of a time."""

    def has_unit(self, base: str, factor: float) -> bool:
        """Whether it is a number of exactly these units."""
        return self.unit == (base, factor)


def number_keys(raw: float, unit: Unit | None) -> list[Key]:
    """The readings of a number with its unit."""
    if unit is None:
        return [("=", rounded(raw))]
    base, factor = unit
    keys: list[Key] = [("u", base, rounded(raw * factor))]
    if base not in (PERCENT, POINT):
        keys.append(("~", rounded(raw)))
        if factor != 1 and base not in ("s", "month"):
            keys.append(("~", rounded(raw * factor)))  # "250" in a column of kilograms
    return keys


def date_keys(day: int, month: int) -> list[Key]:
    """The readings of a day of a month."""
    return [("d", day, month), ("d*", day)]


def is_date(day: int, month: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)  # the calendar


class Scanner:
    """Reads one text. A subclass knows the words of its language."""

    tag = ""
    decimal = ","
    thousands = "."
    unit_re: re.Pattern[str]
    magnitude_re: re.Pattern[str]
    link_re: re.Pattern[str]
    """What stands between two numbers of which the second one's unit or month holds for both."""
    words: ClassVar[Mapping[str, str]] = {}
    """Word in lower case → name of the method that reads what begins with it."""

    def __init__(self, text: str) -> None:
        """Take a text in NFC."""
        self.text = _SPACE.sub(" ", text) if _ANY_SPACE.search(text) else text
        self.drafts: list[Draft] = []
        self.at = 0
        """Everything before it has been read."""

    def read(self) -> list[Fact]:
        """The facts of the text."""
        pieces = _TOKENS.split(self.text)
        tokens, silent = pieces[1::2], self._silent
        loud = [place for place, token in enumerate(tokens) if token not in silent]
        if not loud:
            return []
        readers = self._readers
        ends = list(accumulate(map(len, pieces)))
        for place in loud:
            token = tokens[place]
            reader = readers.get(token) or self._reader(token)
            if reader is not None and (start := ends[2 * place]) >= self.at:
                reader(self, start, token)
        if len(self.drafts) > 1:
            self._link()
            self._merge()
            self._complete()
        return [self._fact(draft) for draft in self.drafts if draft.keys or draft.foreign]

    def __init_subclass__(cls) -> None:
        """Give each language a memory of its own."""
        super().__init_subclass__()
        cls._readers = {}
        cls._silent = set()

    _readers: ClassVar[dict[str, Reader]] = {}
    """Word as it was written → the method that reads what begins with it."""
    _silent: ClassVar[set[str]] = set()
    """Words that begin nothing: most are, and one look-up is all that they take."""

    @classmethod
    def _reader(cls, token: str) -> Reader | None:
        """The method that reads what begins with a word, None for none; remembered, as far as there is room."""
        if token[0].isdecimal():
            return cls._digits
        lower = token.lower()
        name = "roman" if token in ROMAN else cls.words.get(lower, "_hyphenated" if "-" in lower else "")
        has_room = len(cls._readers) + len(cls._silent) < MOST_READERS
        if not name:
            if has_room:
                cls._silent.add(token)
            return None
        reader: Reader = getattr(cls, name)
        if has_room:
            cls._readers[token] = reader
        return reader

    def _hyphenated(self, start: int, token: str) -> None:
        """Read the first part of a word with a hyphen, or the part behind "mid-"."""
        head, _, tail = token.partition("-")
        method = self.words.get(head.lower()) if head.lower() in self.hyphenated else None
        if method is not None:
            getattr(self, method)(start, head)
        elif head.lower() in self.prefixes and (method := self.words.get(tail.lower())) is not None:
            getattr(self, method)(start + len(head) + 1, tail)
        elif tail in ROMAN and head.isascii():  # level-II
            self.add(
                Draft(
                    start + len(head) + 1,
                    start + len(token),
                    float(ROMAN[tail]),
                    keys=[("=", float(ROMAN[tail]))],
                    family=Family.ORDINAL,
                )
            )

    prefixes: frozenset[str] = frozenset()
    """Parts of words before a hyphen behind which a word counts: mid-March."""
    hyphenated: frozenset[str] = frozenset()
    """Words that go on with a hyphen: "three-day"."""

    def _fact(self, draft: Draft) -> Fact:
        start, end, keys = draft.start, draft.end, draft.keys
        if (
            draft.strength is not Strength.OPTIONAL
            and draft.family in _SAID
            and self.text[start].isalpha()
            and is_in_saying(self.text, start, end, self.tag)
        ):
            draft.strength = Strength.OPTIONAL
        return Fact(
            self.text[start:end].strip(" \n-"),
            start,
            end,
            _ranked(keys) if len(keys) > 1 else tuple(keys),
            tuple(draft.foreign),
            draft.parts,
            draft.strength,
            draft.family,
            draft.year,
            draft.month,
        )

    def add(self, draft: Draft) -> Draft:
        """Keep a fact, and go on after it."""
        self.drafts.append(draft)
        self.at = max(self.at, draft.end)
        return draft

    def is_cell(self, start: int, end: int) -> bool:
        """Whether a stretch is all that a cell, or the whole text, holds."""
        before, after = self.text[max(0, start - 3) : start].rstrip(), self.text[end : end + 3].lstrip()
        return before[-1:] in ("", "|") and after[:1] in ("", "|")

    def before(self, start: int, length: int = 24) -> str:
        """What stands before an offset, in lower case."""
        return self.text[max(0, start - length) : start].lower()

    next_re = re.compile(r"[\s\u00a0]+([^\W\d_]+)")
    previous_re = re.compile(r"([^\W\d_]+)[\s\u00a0]+$")
    word_re = re.compile(r"[^\W\d_]+")
    sentence_ends = ".:!?|•–…"
    joins: tuple[str, ...] = (" ", "\u00a0", "\n")
    """What stands between the words of one number."""
    longest = 14
    """Words of the longest number that anyone spells out."""

    def _next(self, end: int) -> str:
        match = self.next_re.match(self.text, end)
        return match[1] if match else ""

    def _previous(self, start: int) -> str:
        match = self.previous_re.search(self.text, max(0, start - 20), start)
        return match[1] if match else ""

    def _begins_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 3) : start].rstrip(' \n\u00a0“"(*')
        return not before or before[-1] in self.sentence_ends

    def _relative(self, start: int, end: int, shift: int) -> None:
        """Keep "last year": so many years from the bulletin's."""
        self.add(Draft(start, end, keys=[("y", shift)], family=Family.YEAR, strength=Strength.OPTIONAL))

    holidays: ClassVar[Mapping[str, tuple[int, int]]] = {}
    """Name of a day, in lower case → its day and month."""

    def holiday(self, start: int, token: str) -> None:
        """Keep the day of a holiday, if the other edition says its date instead."""
        del token
        text = self.text[start : start + 24].lower()
        for name, day in self.holidays.items():
            if text.startswith(name):
                keys = date_keys(*day)
                self.add(Draft(start, start + len(name), keys=keys, family=Family.DATE, strength=Strength.OPTIONAL))
                return

    def each(self, start: int, end: int, time: str) -> None:
        """Keep the time to which an amount belongs: "a day"."""
        self.add(Draft(start, end, keys=[("r", time)], family=Family.RATE, strength=Strength.WEAK))

    def number_run(self, start: int, spelling: frozenset[str]) -> list[tuple[str, int]]:
        """The words from an offset on with which numbers are spelled, in lower case, each with its end."""
        words: list[tuple[str, int]] = []
        at = start
        while len(words) < self.longest:
            match = self.word_re.match(self.text, at)
            if match is None or (word := match[0].lower()) not in spelling:
                break
            words.append((word, match.end()))
            if self.text[match.end() : match.end() + 1] not in self.joins:
                break
            at = match.end() + 1
        return words

    # Digits

    def _digits(self, start: int, token: str) -> None:
        text = self.text
        before = text[start - 1] if start else " "
        if (mark := _ROAD_MARK.match(text, start)) and _KILOMETRE.search(self.before(start, 4)):
            self.add(Draft(start, mark.end(), keys=[("c", f"km{mark[1]}+{mark[2]}")], family=Family.CODE))
        elif before.isalpha() or before == "_" or (before in "-." and start > 1 and text[start - 2].isalpha()):
            self._letters_then_digits(start)
        elif not self._goes_further(start, start + len(token)) or not (
            self._whole_date(start) or self._phone(start) or self._date(start) or self.time(start)
        ):
            self._number(start)

    after_digits: frozenset[str] = frozenset()
    """Words behind a number that can make it a date or a time."""

    def _goes_further(self, start: int, end: int) -> bool:
        """Whether what stands behind digits can make them a date, a time or a telephone number: a quick look."""
        if end - start >= 8:  # nobody writes so large a number in one piece
            return True
        after = self.text[end : end + 2]
        first, second = after[:1], after[1:]
        if first == ".":
            return _DOTTED.match(self.text, end) is not None or self._may_be_phone(start)
        if first in _SPACES:
            if not second.isalpha():
                return second in _AFTER_SPACE
            if second in _AFTER_SPACE or second.isupper():
                word = _LETTERS.match(self.text, end + 1)
                return word is not None and word[0].lower() in self.after_digits
            return False
        return first in _AFTER_DIGITS

    def _may_be_phone(self, start: int) -> bool:
        """Whether a telephone number can begin with the digits at an offset."""
        text = self.text
        return (
            text[start] == "0"
            or text[max(0, start - 1) : start] in ("+", "(")
            or text[max(0, start - 2) : start] == "+ "
            or text.startswith(("1800", "1900"), start)
        )

    def _phone(self, start: int) -> bool:
        """Read a telephone number: +84 238 3844 123 is 0238 3844 123."""
        text = self.text
        if not self._may_be_phone(start):
            return False
        begin = start
        while begin and text[begin - 1] in "+( ":
            if text[begin - 1] == " " and text[max(0, begin - 2) : begin - 1] not in ("+", "("):
                break
            begin -= 1
        match = next((found for at in range(begin, start + 1) if (found := _PHONE.match(text, at))), None)
        if match is None:
            return False
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        if not 8 <= len(digits) <= 13:  # ITU-T E.164, with room for a wrong one
            return False
        if digits.startswith("84") and not match[0].startswith(("0", "1")):
            digits = f"0{digits[2:]}"
        self.add(Draft(match.start(), match.end(), keys=[("p", digits)], family=Family.PHONE))
        return True

    def _letters_then_digits(self, start: int) -> None:
        head = _CODE_HEAD.search(self.text, max(0, start - 20), start)
        name = head[0] if head else ""
        match = _NUMBER.match(self.text, start)
        digits = re.match(r"\d+", self.text[start : start + 20])
        if match is None or digits is None:
            return
        end = start + len(digits[0])
        if self.named(name, int(digits[0][:9]), start - len(name), end):
            return
        tail = _CODE_TAIL.match(self.text, end)
        if name.upper().rstrip(".") in ("QL", "ĐT", "TL", "DT", "ĐH", "HL"):
            self._code_or_number(start, end, tail)
            return
        end = tail.end() if tail else end
        code = self.text[start - len(name) : end].lower()
        self.add(
            Draft(
                start - len(name),
                end,
                keys=[("c", code), ("=", float(digits[0][:9]))],
                strength=Strength.WEAK,
                family=Family.CODE,
            )
        )

    def _code_or_number(self, start: int, end: int, tail: re.Match[str] | None) -> None:
        if tail is None:
            self.add(Draft(start, end, keys=number_keys(float(self.text[start:end]), None)))
        else:
            end = tail.end()
            self.add(Draft(start, end, keys=[("c", self.text[start:end].lower())], family=Family.CODE))

    def named(self, name: str, number: int, start: int, end: int) -> bool:
        """Read letters that touch a number and mean something: Q2. Whether they do."""
        del name, number, start, end
        return False

    def _whole_date(self, start: int) -> bool:
        """Read a date with its year in digits, if there is one."""
        text = self.text
        if (match := _ISO.match(text, start)) and is_date(int(match[3]), int(match[2])):
            self.date(start, match.end(), int(match[3]), int(match[2]), int(match[1]))
            return True
        if match := _DAY_MONTH_YEAR.match(text, start):
            day, month = self.order(int(match[1]), int(match[3]))
            if is_date(day, month):
                self.date(start, match.end(), day, month, int(match[4]))
                return True
        return False

    def _date(self, start: int) -> bool:
        """Read any other date in digits, if there is one."""
        text = self.text
        if text[start] == "1" and (match := _SCALE.match(text, start)) and self._scale(start, match):
            return True
        if text[start + 3 : start + 4].isdecimal() and (match := _YEARS.match(text, start)):
            first, last = int(match[1]), int(match[2])
            if FIRST_YEAR <= first <= LAST_YEAR and last == (first + 1) % 100:  # 2025/26
                self._school_year(start, match)
                return True
        if (
            (match := _MONTH_YEAR.match(text, start))
            and 1 <= int(match[1]) <= 12
            and FIRST_YEAR <= int(match[2]) <= LAST_YEAR
        ):
            self.month_year(start, match)
            return True
        if self.long_date(start):
            return True
        match = _TWO.match(text, start)
        if match and match[2] == "/":
            day, month = int(match[1]), int(match[3])
            if is_date(day, month):
                self._slash(start, match.end(), day, month)
                if (day, month) == (24, 7) and not self.means_date(start, "/"):  # day and night
                    self.drafts[-1].strength = Strength.OPTIONAL
                return True
        elif match and self.means_date(start, match[2]) and is_date(int(match[1]), int(match[3])):
            self.date(start, match.end(), int(match[1]), int(match[3]), 0)
            return True
        if ratio := _RATIO.match(text, start):
            return self._ratio(start, ratio)
        return False

    def _scale(self, start: int, match: re.Match[str]) -> bool:
        """1:2000 or 1/2.000 of a map; a model of 1:1 is as large as life. Whether it is one."""
        whole = int(re.sub(r"\D", "", match[2]))
        is_colon = ":" in match[0]
        if match[1] != "1" or (not is_colon and not _SCALE_CUE.search(self.before(start))) or whole % 50 > (whole == 1):
            return False
        keys: list[Key] = [("c", f"1/{whole}"), ("=", rounded(1 / whole))]
        strength = Strength.OPTIONAL if whole == 1 else Strength.STRONG
        parts: tuple[Key, ...] = (("=", 1.0), ("=", float(whole)))
        self.add(Draft(start, match.end(), keys=keys, parts=parts, strength=strength, family=Family.CODE))
        return True

    def order(self, first: int, second: int) -> tuple[int, int]:
        """Day and month of two numbers; a month above 12 is the day of an American date."""
        return (second, first) if second > 12 >= first else (first, second)  # months

    def month_year(self, start: int, match: re.Match[str]) -> None:
        """Keep "3/2026"."""
        month, year = int(match[1]), int(match[2])
        self.add(Draft(start, match.start(2) - 1, keys=[("m", month)], family=Family.DATE, month=month))
        self.add(self._year(match.start(2), match.end(), year))

    def _slash(self, start: int, end: int, day: int, month: int) -> None:
        """15/3: a date, or where nothing says so, a ratio as well."""
        draft = self.add(Draft(start, end, keys=date_keys(day, month), family=Family.DATE, day=(day, month)))
        if not self.means_date(start, "/"):
            draft.parts = (("=", float(day)), ("=", float(month)))
            if day == month:  # all 12 of them
                draft.keys += [("=", float(day)), ("u", PERCENT, 100.0)]
            if day < month:
                draft.keys += [("=", rounded(day / month)), ("u", PERCENT, rounded(100 * day / month))]

    def _ratio(self, start: int, match: re.Match[str]) -> bool:
        first, second = (self.value(match[group])[0] for group in (1, 2))
        if not first or not second:
            return False
        parts: tuple[Key, ...] = (("=", rounded(first)), ("=", rounded(second)))
        keys: list[Key] = [("c", f"{first:g}/{second:g}"), ("=", rounded(first / second))]
        keys += [("=", rounded(first)), ("u", PERCENT, 100.0)] if first == second else []  # all 130
        is_always = match[0].replace(" ", "") in ("24/24", "24/7")
        strength = Strength.OPTIONAL if is_always else Strength.STRONG
        keys += [("u", "s", 86400.0), ("=", 24.0)] if is_always else []
        self.add(Draft(start, match.end(), keys=keys, parts=parts, strength=strength))
        return True

    def long_date(self, start: int) -> bool:
        """Read a date with words that begins with digits, if there is one."""
        del start
        return False

    def means_date(self, start: int, separator: str) -> bool:
        """Whether two numbers with a separator are a date, by the words before them."""
        del start, separator
        return False

    def time(self, start: int) -> bool:
        """Read a time of day, if there is one."""
        match = _CLOCK.match(self.text, start)
        lasting = _LASTING.match(self.text, start)
        if lasting and (match is None or lasting[1]):
            seconds = 3600 * int(lasting[1] or 0) + 60 * int(lasting[2]) + float(f"{lasting[3]}.{lasting[4] or 0}")
            draft = Draft(start, lasting.end(), keys=[("u", "s", rounded(seconds))])
            if match is not None:
                draft.keys.append(("t", int(match[1]) * 60 + int(match[2])))
            self.add(draft)
            return True
        if match is None:
            return False
        self.clock(start, match.end(), int(match[1]), int(match[2]))
        return True

    def clock(self, start: int, end: int, hour: int, minute: int) -> Draft:
        """Keep a time of day, hours from 0 to 24."""
        minutes = hour * 60 + minute
        return self.add(Draft(start, end, keys=[("t", minutes)], family=Family.TIME, minutes=minutes))

    def date(self, start: int, end: int, day: int, month: int, year: int) -> Draft:
        """Keep a date, and its year (0 for none) as a fact of its own."""
        parts: tuple[Key, ...] = (("=", float(day)), ("=", float(month)))  # as 18-4 in a column of dates
        draft = self.add(
            Draft(start, end, keys=date_keys(day, month), parts=parts, family=Family.DATE, day=(day, month))
        )
        if year:
            self.add(self._year(start, end, year))
        return draft

    @staticmethod
    def _year(start: int, end: int, year: int) -> Draft:
        keys: list[Key] = [("=", float(year)), ("Y", float(year))]
        return Draft(start, end, float(year), keys=keys, family=Family.YEAR, year=year)

    def value(self, digits: str) -> tuple[float | None, float | None]:
        """What digits are worth in this language, and in one with the separators the other way round; None for nothing."""
        if not digits.isdecimal():
            digits = _BLANKS.sub("", digits)
        if digits.isdecimal():
            return float(digits), None
        own, foreign = _parse(digits, self.decimal, self.thousands), _parse(digits, self.thousands, self.decimal)
        if own is not None and foreign is not None and foreign < own and digits.endswith("0"):
            foreign = None  # nobody writes 1.450 for 1.45
        return own, foreign

    def _number(self, start: int) -> None:
        text = self.text
        if match := _YEARS.match(text, start):
            self._school_year(start, match)
            return
        match = _NUMBER.match(text, start)
        if match is None:
            return
        own, foreign = self.value(match[0])
        end = match.end()
        if own is None and foreign is None:  # 1.2.3: a version or a section
            self.add(Draft(start, end, keys=[("c", match[0])], strength=Strength.WEAK, family=Family.CODE))
            return
        if self.suffix(start, end, own):
            return
        sign = self._sign(start)
        draft = self.amount(start, end, (own if own is not None else 0) * sign, match[0])
        if foreign is not None:
            scale = draft.magnitude
            draft.foreign = number_keys(foreign * sign * scale, draft.unit)
            if own is None and self.is_version(start, match[0]):
                draft.keys, draft.foreign, draft.strength = draft.foreign, [], Strength.WEAK
            elif own is None:
                draft.keys = []
                draft.raw = None

    def is_version(self, start: int, digits: str) -> bool:
        """Whether a number with a foreign point is one that is written so everywhere: "4.0", "IELTS 6.5"."""
        before = self.before(start)
        if _SECTION.search(before):
            return True
        is_bare = re.fullmatch(r"[2-5]\.0", digits) or (
            _ROOM.search(before) and re.fullmatch(r"\d{1,2}\.\d{1,3}", digits)
        )
        if is_bare and self.unit_after(start + len(digits))[0] is None:
            return True
        word = re.search(r"(?<![^\W_])([^\W\d_]{2,})[\s-]$", self.text[max(0, start - 20) : start])
        return (
            bool(word and word[1].isupper() and word[1].isascii() and word[1].lower() not in BEFORE) and "." in digits
        )

    def _sign(self, start: int) -> int:
        further = self.text[start - 2 : start - 1] if start > 1 else ""
        if (
            self.text[max(0, start - 1) : start] in ("-", "−", "–")
            and further in (" ", "(", "\n", "|", "", "\u00a0")
            and self.is_bare_sign(start)
        ):
            return -1
        return -1 if self.is_negative(start) else 1

    negative_re = re.compile(r"(?!)")
    negative_ends = ""
    """The last letters of what is found by it, for a quick look."""

    def is_negative(self, start: int) -> bool:
        """Whether a word before a number makes it negative."""
        return self.text[max(0, start - 2) : start - 1] in self.negative_ends and bool(
            self.negative_re.search(self.before(start))
        )

    def is_bare_sign(self, start: int) -> bool:
        """Whether a dash that touches a number is its sign: no number stands before it."""
        return not re.search(r"[\d%][\s\u00a0]*[-−–]$", self.text[max(0, start - 6) : start])

    def amount(self, start: int, end: int, raw: float, digits: str = "") -> Draft:
        """Keep a number with what follows it: magnitudes, a unit, a currency."""
        word = AFTER.match(self.text, end)
        following = word[1].lower() if word else ""
        magnitude, unit, raw, stop = 1.0, None, float(raw), end
        if following in MAGNITUDE_STARTS[self.tag]:
            magnitude, end = self.magnitude_after(end)
            raw, end = self.compound(raw * magnitude, magnitude, end)
            unit, end = self.unit_after(end)
        elif following in UNIT_STARTS[self.tag]:
            unit, end = self._unit_at(end)
        tail = None
        if unit is None and magnitude == 1 and digits and end < len(self.text) and self.text[end].isalpha():
            tail = _CODE_TAIL.match(self.text, end)
        if tail is not None and digits.isdecimal():
            end = tail.end()
            return self.add(Draft(start, end, keys=[("c", self.text[start:end].lower())], family=Family.CODE))
        if unit is not None and raw < LEAST_KIP and unit[0] == "LAK":
            unit, end = None, stop  # "bốn kíp" are teams
        draft = Draft(start, end, raw, magnitude, unit, number_keys(raw, unit))
        if (
            unit is None
            and magnitude == 1
            and len(digits) == 4
            and digits.isdecimal()
            and FIRST_YEAR <= raw <= LAST_YEAR
        ):
            draft.year = int(raw)
            draft.keys.append(("Y", raw))
            draft.family = Family.YEAR if raw >= MIN_YEAR else Family.NUMBER
        if raw == 100 and unit and unit[0] == PERCENT:  # "all of them"
            draft.strength = Strength.WEAK
        if raw == 0 or (raw == 1 and (unit is None or unit[0] not in (PERCENT, POINT))):
            draft.strength = Strength.WEAK
        draft.can_be_day = unit is None and magnitude == 1 and digits.isdecimal() and 1 <= raw <= 31
        self.finished(self.add(draft))
        self.at = max(self.at, draft.end)
        return draft

    def finished(self, draft: Draft) -> Draft:
        """Add the readings that the words around a number give it."""
        return draft

    def magnitude_after(self, end: int) -> tuple[float, int]:
        """The magnitude at an offset and where it ends; 1 for none."""
        magnitude = 1.0
        for _ in range(3):
            match = self.magnitude_re.match(self.text, end)
            if match is None:
                break
            table = MAGNITUDES[self.tag] if match[1] else TIGHT[self.tag]
            magnitude *= table[(match[1] or match[2]).lower()]
            end = match.end()
        return magnitude, end

    def compound(self, raw: float, magnitude: float, end: int) -> tuple[float, int]:
        """Add a smaller magnitude that follows: "2 tỷ 300 triệu"."""
        for _ in range(3):
            match = self.compound_re.match(self.text, end) if magnitude > 1 else None
            if match is None:
                break
            value = self.value(match[1])[0]
            smaller, after = self.magnitude_after(match.end())
            if value is None or not 1 < smaller < magnitude:
                break
            raw, magnitude, end = raw + value * smaller, smaller, after
        return raw, end

    compound_re = re.compile(r"\s(\d{1,3}(?:[.,]\d+)?)(?=\s)")

    def unit_after(self, end: int) -> tuple[Unit | None, int]:
        """The unit at an offset and where it ends."""
        word = AFTER.match(self.text, end)
        if word is None or word[1].lower() not in UNIT_STARTS[self.tag]:
            return None, end
        return self._unit_at(end)

    def _unit_at(self, end: int) -> tuple[Unit | None, int]:
        """The same, where the word at the offset is one with which units begin."""
        match = self.unit_re.match(self.text, end)
        if match is None:
            return None, end
        unit = UNITS[self.tag].get(_BLANKS.sub(" ", match[1].lower()))
        is_name = match[1][0].isupper() and match[1][1:2].islower() and len(match[1]) > 2  # kW, Hz
        if match[1].lower() == "second" and self.text[match.end() : match.end() + 1] == "-":
            return None, end  # "21 second-level industries"
        if unit and is_name and (unit[0] not in CURRENCIES or match[1] in ("Đồng", "Dong")):
            return None, end  # Ngã ba Đồng Lộc
        return unit, match.end()

    def _school_year(self, start: int, match: re.Match[str]) -> None:
        first, last = int(match[1]), int(match[2])
        self.add(self._year(start, match.end(1), first))
        whole = first // 100 * 100 + last
        draft = self.add(self._year(match.start(2), match.end(), whole))
        if not first < whole <= first + 50:  # 2026-12 or the like: two numbers
            draft.keys.append(("=", float(last)))
            draft.year = 0

    def suffix(self, start: int, end: int, value: float | None) -> bool:
        """Read a number with letters of the language behind it: 15th, 1990s. Whether there are some."""
        del start, end, value
        return False

    # Words that every language has

    def currency(self, start: int, token: str) -> None:
        """Read an amount with its currency before it."""
        end = start + len(token)
        if token.isalpha() and not token.isupper():
            return  # "Rub 2 kg" are no roubles
        code = BEFORE[token.lower()]
        if token == "$":
            head = self.text[max(0, start - 2) : start].upper()
            code = {"S": "SGD", "A": "AUD", "K": "HKD"}.get(head[-1:], "USD") if head[-2:] != "US" else "USD"
            code = "SGD" if head[-1:] == "S" and head[-2:] != "US" else code
            start -= 2 if head[-2:] in ("US", "HK") else 1 if head[-1:] in ("S", "A") and not head[:1].isalpha() else 0
        match = re.compile(r"[\s\u00a0]?(?=\d)").match(self.text, end)
        number = _NUMBER.match(self.text, match.end()) if match else None
        if number is None:
            return
        own, foreign = self.value(number[0])
        if own is None and foreign is None:
            return
        stop = number.end()
        scale = {"k": 1e3, "m": 1e6, "b": 1e9}.get(self.text[stop : stop + 1].lower(), 1.0) if self.tag == "en" else 1.0
        if scale > 1 and not self.text[stop + 1 : stop + 2].isalpha():  # $50M
            own, stop = (own or 0.0) * scale, stop + 1
        draft = self.amount(start, stop, own or 0.0, "")
        if draft.unit is None or draft.unit[0] not in CURRENCIES:
            if draft.unit is not None:  # "USD 20 a night" has no unit, "USD 5 m" is read as metres
                draft.end = stop
            draft.unit = (code, 1)
        draft.strength = Strength.WEAK if draft.raw == 1 else Strength.STRONG
        draft.can_be_day = False
        draft.keys = number_keys(draft.raw or 0.0, draft.unit) if own is not None else []
        if foreign is not None:
            draft.foreign = number_keys(foreign * draft.magnitude, draft.unit)

    def roman(self, start: int, token: str) -> None:
        """Read a Roman numeral."""
        if (
            len(token) == 1
            and not self.roman_cue_re.search(self.before(start))
            and not _OF_YEAR.match(self.text, start + 1)
        ):
            return
        number = float(ROMAN[token])
        keys: list[Key] = [("=", number), *((("q", int(number)),) if number <= 4 else ())]  # quarters
        if self.before(start).endswith("chuyên khoa "):  # the degree of a doctor
            self.add(Draft(start, start + len(token), number, keys=keys, strength=Strength.OPTIONAL))
            return
        self.add(Draft(start, start + len(token), number, keys=keys, family=Family.ORDINAL))

    roman_cue_re = re.compile(r"(?!)")

    # Numbers that share what stands with one of them

    def _link(self) -> None:
        """Give a number the unit, the magnitude or the month of its neighbour: "5, 6 và 7%", "from 5 to 9 March"."""
        drafts = [draft for draft in self.drafts if not (draft.end - draft.start > 4 and draft.family is Family.YEAR)]
        for index in range(len(drafts) - 1, 0, -1):
            left, right = drafts[index - 1], drafts[index]
            gap = self.text[left.end : right.start]
            if (
                right.day[1] and index > 1 and left.family in (Family.WEEKDAY, Family.TIME)
            ):  # from Monday 18 to Saturday 23 May
                further = drafts[index - 2]
                gap = self.text[further.end : left.start] + gap
                if further.can_be_day:
                    left = further
            if len(gap) <= 28 and self.link_re.fullmatch(gap.lower()):  # ", from the 5th to the "
                self._share(left, right)
                self._share_back(left, right, gap)

    def _merge(self) -> None:
        """Put "2 hours 30 minutes" and "5 phút 12 giây" together."""
        merged: list[Draft] = []
        for draft in self.drafts:
            last = merged[-1] if merged else None
            if (
                draft.unit
                and last is not None
                and self._goes_on(last, draft)
                and last.unit
                and last.raw is not None
                and draft.raw is not None
            ):
                value = last.raw * last.unit[1] + draft.raw * draft.unit[1]
                parts: tuple[Key, ...] = (*(last.parts or (("=", rounded(last.raw)),)), ("=", rounded(draft.raw)))
                smaller = (draft.unit[0], draft.unit[1])
                keys = number_keys(value / smaller[1], smaller)
                # 12 giây 4: the other readings of the last part
                keys += [
                    ("u", key[1], rounded(last.raw * last.unit[1] + float(key[2])))
                    for key in draft.keys[2:]
                    if key[0] == "u"
                ]
                merged[-1] = Draft(last.start, draft.end, value / smaller[1], 1, smaller, keys, parts=parts)
            else:
                merged.append(draft)
        self.drafts = merged

    def _complete(self) -> None:
        """Give a bare number the magnitude of one in its sentence: "40 nghìn, có bánh mì thì năm mươi"."""
        scaled = [draft for draft in self.drafts if draft.magnitude >= THOUSAND and draft.raw is not None]
        if not scaled:
            return
        for draft in self.drafts:
            if draft.raw is None or draft.unit or draft.magnitude != 1 or draft.year or draft.day[1] or draft.foreign:
                continue
            if draft.family is Family.NUMBER and 0 < draft.raw < THOUSAND and draft.keys:
                whole = next((other for other in scaled if self._is_elliptic(draft, other)), None)
                if whole is not None:
                    amount = rounded(draft.raw * whole.magnitude)
                    draft.keys.append(("f", amount))
                    if whole.unit:
                        draft.keys.append(("e", whole.unit[0], rounded(amount * whole.unit[1])))

    def _is_elliptic(self, draft: Draft, whole: Draft) -> bool:
        """Whether a number that stands alone is one of the magnitude that another names."""
        is_behind = whole.end <= draft.start
        between = self.text[whole.end : draft.start] if is_behind else self.text[draft.end : whole.start]
        if len(between) > ELLIPSIS or _SENTENCE_END.search(between):
            return False
        return (not is_behind and _OUT_OF.fullmatch(between) is not None) or bool(
            _NOTHING_COUNTED.match(self.text, draft.end)
        )

    def _goes_on(self, one: Draft, other: Draft) -> bool:
        if one.unit is None or other.unit is None or one.unit[0] != other.unit[0] or not one.unit[1] > other.unit[1]:
            return False
        if one.unit[0] not in ("s", "month", "m", "kg"):
            return False
        between = self.text[one.end : other.start].strip(" \u00a0\n,")
        if one.strength is Strength.OPTIONAL and (between != "and" or not one.raw):  # an hour and forty minutes
            return False
        return between in ("", "and", "và") and other.raw is not None and other.raw * other.unit[1] < one.unit[1]

    def _share(self, left: Draft, right: Draft) -> None:
        if left.month == 1 < right.month and left.family is Family.DATE and right.family is Family.DATE:
            right.keys += number_keys(float(right.month), ("month", 1))  # from January to August: eight months
            left.strength = Strength.WEAK
        is_number = (
            left.family is Family.NUMBER
            and right.family is Family.NUMBER
            and left.raw is not None
            and right.raw is not None
        )
        if (
            is_number
            and left.raw is not None
            and left.unit
            and left.unit[0] in CURRENCIES
            and left.magnitude == 1 < right.magnitude
        ):
            left.keys += number_keys(left.raw * right.magnitude, left.unit)  # US$120–150 million
            left.raw, left.magnitude = left.raw * right.magnitude, right.magnitude
            if right.unit is None and right.raw is not None:
                right.unit = left.unit
                right.keys = number_keys(right.raw, right.unit)
        elif is_number and left.raw is not None and left.unit is None and (right.unit or right.magnitude > 1):
            scale = right.magnitude if left.magnitude == 1 else 1
            left.keys += number_keys(left.raw * scale, right.unit)
            if scale > 1:
                left.keys += number_keys(left.raw, right.unit)
            left.unit = right.unit
            if scale > 1:
                left.magnitude, left.raw = right.magnitude, left.raw * scale
        month = right.day[1]
        if month and left.can_be_day and left.raw is not None and is_date(int(left.raw), month):
            left.keys += date_keys(int(left.raw), month)
            left.day = (int(left.raw), month)
            left.family = Family.DATE
        earlier = (month or 13) - 1 or 12
        if month and left.can_be_day and left.raw is not None and LATE_DAY < left.raw > right.day[0] + WEEKS:
            if is_date(int(left.raw), earlier):  # the night of the 30th and the morning of 1 July
                left.keys += date_keys(int(left.raw), earlier)
                left.family = Family.DATE
        clock = (
            POINT_CLOCK.fullmatch(self.text[left.start : left.end])
            if right.minutes >= 0 and left.raw is not None
            else None
        )
        if clock:  # 7.30–11.30 a.m.
            minutes = int(clock[1]) * 60 + int(clock[2])
            left.keys.append(("t", minutes))
            if right.minutes >= NOON > minutes:
                left.keys.append(("t", minutes + NOON))
        if right.minutes >= 0 and left.can_be_day and left.raw is not None and left.raw <= 24:  # hours
            left.keys.append(("t", int(left.raw) * 60))
            if left.raw < 12 and _LATE.search(self.text[right.start : right.end]):  # from 2 to 4 p.m.
                left.keys.append(("t", int(left.raw) * 60 + NOON))
            left.minutes = int(left.raw) * 60
        is_late = right.minutes >= NOON and bool(_LATE.search(self.text[right.start : right.end]))
        if is_late and 0 <= left.minutes < NOON and left.family is Family.TIME:
            self.share_half_day(left)
        if right.month and left.can_be_day and left.raw is not None and left.raw <= 12 and right.family is Family.DATE:
            left.keys.append(("m", int(left.raw)))
            left.month = int(left.raw)

    def share_half_day(self, left: Draft) -> None:
        """Let a time take the half of the day of the one after it."""

    def _share_back(self, left: Draft, right: Draft, gap: str) -> None:
        """March 5–9: the day behind the month."""
        if (
            left.month
            and right.can_be_day
            and right.raw is not None
            and right.raw <= 12
            and left.family is Family.DATE
            and not right.year
        ):
            right.keys.append(("m", int(right.raw)))  # từ tháng 6 đến 8
        month = left.day[1]
        if (
            month
            and right.can_be_day
            and right.raw is not None
            and right.family is not Family.PERIOD
            and gap.strip(" ,;\n")
            and is_date(int(right.raw), month)
        ):
            right.keys += date_keys(int(right.raw), month)
            right.day = (int(right.raw), month)
            right.family = Family.DATE


def _parse(digits: str, decimal: str, thousands: str) -> float | None:
    """A number with exactly these separators; None where they are placed otherwise."""
    whole, point, fraction = digits.partition(decimal)
    if point and not fraction.isdecimal():
        return None
    groups = whole.split(thousands)
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])):
        return None
    joined = "".join(groups)
    if not joined.isdecimal() or (len(groups) > 1 and joined[0] == "0"):
        return None
    return float(f"{joined}.{fraction}") if point else float(joined)
