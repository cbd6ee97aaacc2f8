"""Whether a text that has a former name says that it is one."""

from __future__ import annotations

import re
from datetime import date

from bulletin.checks.terms.passages import Mention, Passage
from bulletin.checks.terms.words import any_of

_PAST = any_of(
    "trước đây, trước kia, trước đó, khi ấy, khi đó, lúc đó, lúc ấy, bấy giờ, thời đó, thời ấy, thời điểm đó",
    "cũ, cựu, xưa, là một phần của",
    "nguyên (?:là|phó|trưởng|giám đốc|chủ tịch|bí thư|ủy viên|thứ trưởng|bộ trưởng)",
    "đã từng, từng (?:là|thuộc|giữ|làm)",
    "(?:nay|hiện|giờ|hiện nay) (?:là|thuộc|trực thuộc|gọi là|đổi thành|được đổi|mang tên), đổi tên, hợp nhất, sáp nhập",
    "nhập vào, chia tách, giải thể, kết thúc hoạt động, tiền thân, trong lịch sử, tên gọi, quê, sinh tại, sinh ra",
    "năm ngoái, năm trước, cùng kỳ, thời kỳ, giữ theo",
    r"former, formerly, the then, then-\w+, old, previous, previously, ex-\w+, erstwhile, used to, once (?:a|the|part)",
    "merged, merger, merging, merges, renamed, dissolved, at (?:the|that) time, became, predecessor, historical",
    "now (?:part|in|within|called|known|the|under|merged|belongs|belonging), historically, reorgani[sz](?:ed|ation)",
    "born (?:in|at), native of, last year, same period, superseded, succeeded by, (?:was|were|been|be) part of",
    "in those days, the name",
)
"""Words by which a text says that a name or post belongs to the past."""
_PLANS = any_of(
    "sẽ, dự kiến, đề án, phương án, dự thảo, thành lập, hợp nhất, sáp nhập, đổi tên, nay là, nay thuộc, tên mới",
    "chủ trương",
    r"will, would, to be, plan, plans, planned, proposal, proposals, proposed, draft, establish\w*, merge\w*, renam\w+",
    r"new, future, becom\w+, became, now, since, from",
)
"""Words by which it says that they are yet to come."""
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"[Tt]háng (\d{1,2})(?!\d)|(?<![\d/])\d{1,2}[/.-](\d{1,2})[/.-]\d{4}|(?<![\d/])(\d{1,2})[/-]\d{4}|"
    r"(?<!\w)(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*",
)
_FOLDER = re.compile(r"(?:^|/)(\d{4})/(\d{2})/")


def is_history(passage: Passage, mention: Mention, until: date) -> bool:
    """Whether the words around a name that held until a day speak of that time."""
    if passage.is_quoted(mention):
        return True
    sentence = passage.sentence(mention)
    return bool(_PAST.search(sentence)) or _has_day_by(sentence, until) or _links_to_time(passage, mention, until)


def is_plan(passage: Passage, mention: Mention, since: date) -> bool:
    """Whether the words around a name that is yet to come speak of a change, or of a later day."""
    if passage.is_quoted(mention):
        return True
    sentence = passage.sentence(mention)
    return bool(_PLANS.search(sentence)) or any(int(year) >= since.year for year in _YEAR.findall(sentence))


def _has_day_by(sentence: str, until: date) -> bool:
    """Whether a sentence names a year before a day, or that year with a month that is not after it."""
    years = {int(year) for year in _YEAR.findall(sentence)}
    if any(year < until.year for year in years):
        return True
    return until.year in years and any(month <= until.month for month in _months(sentence))


def _months(sentence: str) -> list[int]:
    found = []
    for *numbers, name in _MONTH.findall(sentence):
        number = next((int(each) for each in numbers if each), 0)
        found.append(number or _MONTHS.index(name.lower()) + 1)
    return found


def _links_to_time(passage: Passage, mention: Mention, until: date) -> bool:
    """Whether the name is the text of a link to a bulletin of its time."""
    for link in passage.block.links:
        match = _FOLDER.search(link.href)
        if match and mention.text in " ".join(link.text.split()) and f"{match[1]}-{match[2]}" <= f"{until:%Y-%m}":
            return True
    return False
