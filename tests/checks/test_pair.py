"""A pair as a whole: every message names both places, and a pair in order costs next to nothing."""

from __future__ import annotations

import re
import time

import pytest
from bulletin.checks.alignment import align
from bulletin.checks.pair import Read, align_editions, compare
from bulletin.checks.pictures import compare_pictures
from bulletin.checks.references import compare_references
from bulletin.checks.structure import compare_structure
from bulletin.checks.targets import compare_links
from bulletin.model.bulletin import Bulletin

from tests.checks.editions import KEY, side

RULES = {"structure-mismatch", "link-mismatch", "image-mismatch", "reference-mismatch"}
VI = """\
## Kết quả

Theo Quyết định số 46/QĐ-UBND, xem [kế hoạch](../ke-hoach/).

![Cảng](cang.jpg)

Hội nghị có 250 khách.
"""
EN = """\
## Results

Under Decision No. 46/QĐ-UBND, see [the plan](../ke-hoach/).

![A port](cang.jpg)

The conference drew 250 guests.
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("46/Q", "64/Q", id="document"),
        pytest.param("../ke-hoach/", "../khac/", id="link"),
        pytest.param("[the plan](../ke-hoach/)", "the plan", id="link-lost"),
        pytest.param("cang.jpg", "ga.jpg", id="picture"),
        pytest.param("![A port](cang.jpg)\n\n", "", id="picture-lost"),
        pytest.param("## Results", "### Results", id="level"),
        pytest.param("The conference drew 250 guests.", "", id="paragraph"),
    ],
)
def test_every_message_names_the_line_of_the_source_and_what_was_expected(old: str, new: str) -> None:
    source, translation = side(VI, "vi"), side(EN.replace(old, new), "en")
    bulletin = Bulletin(KEY, {"vi": source.edition, "en": translation.edition}, "vi")

    (found,) = [each for each in compare(bulletin, source, translation).findings if each.rule in RULES]

    assert (found.locale, found.path) == ("en", f"{KEY}/index.en.md")
    assert re.search(r"\(line \d+", found.message.en)
    assert re.search(r"\(dòng \d+", found.message.vi)
    assert "expected" in found.message.en
    assert "cần" in found.message.vi


def test_a_pair_of_forty_blocks_in_order_costs_about_a_millisecond() -> None:
    names = ("Quỳnh Lưu", "Yên Thành", "Kỳ Sơn", "Con Cuông", "Hoàng Mai")
    vi = [f"Xã thứ {n} ở {names[n % 5]} có {n * 137} hộ dân, trong đó {n * 3} hộ nghèo." for n in range(2, 42)]
    en = [f"Commune {n} in {names[n % 5]} has {n * 137} households, {n * 3} of them poor." for n in range(2, 42)]
    source, translation = side("\n\n".join(vi), "vi"), side("\n\n".join(en), "en")
    align_editions(source, translation)

    best = min(_seconds(source, translation) for _ in range(5))

    assert best < 0.004  # four times what was measured on an idle machine: others may be at work on it


def _seconds(source: Read, translation: Read) -> float:
    before = time.process_time()
    found = align_editions(source, translation)
    list(compare_structure(found))
    compare_links(found, source.edition, translation.edition)
    list(compare_pictures(found, source.edition, translation.edition))
    list(compare_references(found, frozenset()))
    return time.process_time() - before


def test_nothing_is_aligned_with_nothing() -> None:
    assert align([], []).pairs == ()
