"""A whole issue as a browser prints it: a head and a number on every page but the cover, nothing empty, nothing cut."""

from __future__ import annotations

import re
from io import BytesIO

from pypdf import PdfReader

from tests.site.kinds import KINDS
from tests.site.visits import Visits

HEAD = "Bản tin đối ngoại Nghệ An · Số 1, Quý III năm 2026"
MOST = 64
"""Pages that the law allows an issue (Press Law 2016, Article 34)."""


def letters(text: str) -> str:
    """A text without its spaces, which Chromium writes around letters with two marks."""
    return re.sub(r"\s+", "", text)


def test_an_issue_is_printed_as_a_publication(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/{KINDS['whole']}", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for furniture in (".masthead", ".foot", ".trail", ".acts", ".own"):
        assert page.locator(furniture).first.is_hidden(), furniture
    wide = "[...document.querySelectorAll('table, pre')].filter(at => at.scrollWidth > at.clientWidth + 1).length"
    page.set_viewport_size({"width": 642, "height": 900})  # 170 mm, as wide as the text on paper
    assert page.evaluate(wide) == 0
    breaks = "[...new Set([...document.querySelectorAll('table, figure')].map(at => getComputedStyle(at).breakInside))]"
    assert page.evaluate(breaks) == ["avoid"]
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    cover, *sheets = [letters(sheet.extract_text()) for sheet in paper.pages]
    assert 3 <= len(sheets) < MOST
    assert {tuple(round(side) for side in sheet.mediabox[2:]) for sheet in paper.pages} == {(595, 842)}  # A4
    for words in ("BẢN TIN", "Số 1, Quý III năm 2026", "Mùa dự án"):
        assert letters(words) in cover
    assert letters(HEAD) not in cover
    for number, sheet in enumerate(sheets, 2):
        rest = sheet.replace(letters(HEAD), "", 1)
        assert rest != sheet, number
        assert re.match(rf"{number}\D|.*\D{number}$", rest, re.DOTALL), (number, rest[:20], rest[-20:])
        assert len(rest) > 100, number
    whole = "".join(sheets)
    for words in ("Giấy phép xuất bản bản tin số 04/GP-XBBT", "Cảng Cửa Lò", "Đoạn 20", "(https://nghean.gov.vn/)"):
        assert letters(words) in whole
