"""The numbered issues: one for each quarter in which bulletins were written, with what was in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bench.content.bulletins import Head, Plan, quoted
from bench.content.material import TAGS, TODAY

ALWAYS = ((2026, 2), (2026, 3))
"""Standing pages lead to these."""
LISTED = 8
_OFFICE = "Văn phòng Thông tin đối ngoại tỉnh Mẫu", "Sample Provincial External Information Office"
_IMPRINT = {
    "publisher": _OFFICE,
    "responsible": (f"Đỗ Thanh Mai, Chánh {_OFFICE[0]}", f"Đỗ Thanh Mai, Head of the {_OFFICE[1]}"),
    "licence": (
        "Giấy phép xuất bản bản tin số 04/GP-XBBT ngày 12 tháng 01 năm 2026",
        "Bulletin licence 04/GP-XBBT of 12 January 2026",
    ),
    "licence_authority": ("Sở Văn hóa, Thể thao và Du lịch", "Department of Culture, Sports and Tourism"),
    "address": (
        "Số 12 đường Hồ Sen, phường Minh Hà, tỉnh Mẫu",
        "12 Hồ Sen Street, Minh Hà Ward, Sample Province",
    ),
}
FACTS = tuple(f"{name}: {{vi: {quoted(vi)}, en: {quoted(en)}}}" for name, (vi, en) in _IMPRINT.items())


def issues(plan: Plan) -> Iterator[tuple[str, date, Mapping[str, bytes]]]:
    """Key, day and files of each issue."""
    quarters: dict[tuple[int, int], list[Head]] = {quarter: [] for quarter in ALWAYS}
    for number in range(plan.count):
        head = plan.head(number)
        quarters.setdefault((head.day.year, (head.day.month + 2) // 3), []).append(head)
    for (year, quarter), heads in sorted(quarters.items()):
        day = (date(year, 3 * quarter, 28) + timedelta(days=7)).replace(day=5)
        if day <= TODAY:
            yield f"issues/{year}-{quarter}", day, _files(year, quarter, day, heads[-LISTED:])


def _files(year: int, quarter: int, day: date, heads: list[Head]) -> Mapping[str, bytes]:
    roman = ("I", "II", "III", "IV")[quarter - 1]
    ordinal = ("first", "second", "third", "fourth")[quarter - 1]
    titles = f"Bản tin số {quarter} năm {year}", f"Issue {quarter} of {year}"
    descriptions = f"Các bài của quý {roman} năm {year}.", f"The bulletins of the {ordinal} quarter of {year}."
    shared = [f"date: {day}", "status: published", f"approved: {{by: Đỗ Thanh Mai, on: {day}}}", "agencies: [info]"]
    shared += [f"number: {quarter}", f"period: {year}-Q{quarter}", "pages: 32", *FACTS]
    own = ["translation: {of: vi, status: reviewed, translator: Bùi Khánh Linh, reviewer: Sarah Whitfield}"]
    intro = "Số này giới thiệu những bài được chọn trong quý.", "This issue presents bulletins chosen from the quarter."
    found = {}
    for index, tag in enumerate(TAGS):
        front = [f"title: {quoted(titles[index])}", f"description: {quoted(descriptions[index])}"]
        lines = [f"- [{head.title[index]}](../../{head.key}/index.{tag}.md)" for head in heads]
        text = "\n".join([*front, *(own if index else shared)])
        found[f"index.{tag}.md"] = f"---\n{text}\n---\n{intro[index]}\n\n{chr(10).join(lines)}\n".encode()
    return found
