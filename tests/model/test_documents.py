"""Numbers of documents, their letters, and the kinds to which those belong."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from bulletin.model.documents import (
    KINDS,
    LETTERS,
    DocumentKind,
    fits_kind,
    head_of,
    kind_named,
    kinds_of,
    number_key,
    parse_number,
)


@pytest.mark.parametrize(
    ("number", "head"),
    [
        ("15/2026/QĐ-UBND", "QD"),
        ("08/2025/NQ-HĐND", "NQ"),
        ("142/KH-UBND", "KH"),
        ("72/2015/NĐ-CP", "ND"),
        ("64/2025/QH15", "QH"),
        ("18-NQ/TW", "NQ"),
        ("127-CTr/TU", "CTR"),
        ("1234/UBND-KT", "UBND"),
        ("01/2024/TTLT-BTC-BCT", "TTLT"),
        ("2023/956", ""),
    ],
)
def test_the_first_letters_say_the_kind(number: str, head: str) -> None:
    assert head_of(number) == head


def test_one_number_written_in_two_ways_is_one() -> None:
    assert (
        number_key("08/2025/NQ-HĐND") == number_key("8/2025/NQ–HDND") == number_key(normalize("NFD", "8/2025/NQ-HĐND"))
    )
    assert number_key("8/2025/NQ-HĐND") != number_key("8/2026/NQ-HĐND")


@pytest.mark.parametrize(
    "text", ["", "15", "Quyết định 15", "số 15/2026/QĐ-UBND", "15/2026/QĐ UBND", "QĐ-15/2026", "1/" + "A" * 60]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_number(text)


@pytest.mark.parametrize("number", ["2023/956", "1234/UBND-NC&TH", "05/VBHN-BTC", "12a/QĐ-TTg"])
def test_a_number_of_a_rare_form_is_one(number: str) -> None:
    assert parse_number(number) == number


@pytest.mark.parametrize(
    ("number", "kind", "fits"),
    [
        ("15/2026/QĐ-UBND", DocumentKind.DECISION, True),
        ("15/2026/QĐ-UBND", DocumentKind.DECREE, False),
        ("72/2015/NĐ-CP", DocumentKind.DECREE, True),
        ("72/2015/NĐ-CP", DocumentKind.DECISION, False),
        ("64/2025/QH15", DocumentKind.LAW, True),
        ("43/2022/QH15", DocumentKind.RESOLUTION, True),
        ("954/2020/UBTVQH14", DocumentKind.RESOLUTION, True),
        ("1234/UBND-KT", DocumentKind.DISPATCH, True),
        ("123-CV/TU", DocumentKind.DISPATCH, True),
        ("12/CĐ-TTg", DocumentKind.DISPATCH, True),
        ("15/QĐ-UBND", DocumentKind.DISPATCH, False),
        ("45/TB-VPUBND", DocumentKind.CONCLUSION, True),
        ("01/2024/TTLT-BTC-BCT", DocumentKind.CIRCULAR, True),
    ],
)
def test_letters_fit_their_kind(number: str, kind: DocumentKind, *, fits: bool) -> None:
    assert fits_kind(number, kind) is fits


def test_every_kind_has_letters_and_all_but_those_of_official_letters_have_names() -> None:
    assert set(LETTERS) == set(DocumentKind)
    assert {head for heads in LETTERS.values() for head in heads} - set(KINDS) == {"CV"}
    assert kinds_of("64/2025/QH15") == (DocumentKind.RESOLUTION, DocumentKind.LAW)
    assert kinds_of("1234/UBND-KT") == ()


@pytest.mark.parametrize(
    ("title", "number", "tag", "named"),
    [
        pytest.param("Quyết định về ưu đãi", "72/2026/NĐ-CP", "vi", ("quyết định", "QĐ"), id="decision"),
        pytest.param(
            normalize("NFD", "QUYẾT ĐỊNH về ưu đãi"), "72/2026/NĐ-CP", "vi", ("quyết định", "QĐ"), id="in-capitals"
        ),
        pytest.param("Quyết định về ưu đãi", "15/2026/QĐ-UBND", "vi", None, id="as-it-is"),
        pytest.param("Ưu đãi đầu tư theo quyết định mới", "72/2026/NĐ-CP", "vi", None, id="a-word-inside"),
        pytest.param("Kế hoạch thông tin năm 2026", "142/QĐ-UBND", "vi", None, id="a-plan-issued-with-a-decision"),
        pytest.param("Kế hoạch thông tin năm 2026", "142/NĐ-CP", "vi", ("kế hoạch", "KH"), id="a-plan-and-a-decree"),
        pytest.param("Kết luận của Chủ tịch", "45/TB-VPUBND", "vi", None, id="a-conclusion-made-known"),
        pytest.param("Thông báo kết luận", "45/TB-VPUBND", "vi", None, id="the-longest-name"),
        pytest.param("The Decree on information", "15/2026/QĐ-UBND", "en", ("decree", "NĐ"), id="english"),
        pytest.param("Decisions of the year", "72/2026/NĐ-CP", "en", None, id="another-word"),
        pytest.param("Decision on incentives", "1234/UBND-KT", "en", None, id="letters-of-no-kind"),
        pytest.param("Decision on incentives", "72/2026/NĐ-CP", "fr", None, id="another-language"),
    ],
)
def test_a_title_names_its_kind(title: str, number: str, tag: str, named: tuple[str, str] | None) -> None:
    assert kind_named(title, number, tag) == named
