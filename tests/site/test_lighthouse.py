"""Lighthouse on every kind of page that search engines may keep."""

import pytest

from tests.site.lighthouse import scores

GATE = {"performance": 0.95, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
PAGES = {
    "home": "",
    "section": "en/news/",
    "month": "news/2026/10/",
    "taxon": "en/topics/external-information/",
    "bulletin": "news/2026/10/danh-muc/",
    "standing": "en/about/organisation/",
}


@pytest.mark.alone
@pytest.mark.parametrize("kind", PAGES)
def test_lighthouse_gives_full_marks_and_nearly_full_ones_for_speed(kinds_url: str, kind: str) -> None:
    """Speed is the best of four runs, because a machine does other things too; the rest must be right at once."""
    best: dict[str, float] = {}
    for _ in range(4):
        found = scores(f"{kinds_url}/{PAGES[kind]}")
        best = {name: max(found[name], best.get(name, 0)) for name in found}
        if best["performance"] >= GATE["performance"]:
            break
    print(kind, best)
    assert {name: score for name, score in best.items() if score < GATE[name]} == {}
