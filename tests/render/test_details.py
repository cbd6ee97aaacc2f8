"""What the types add to a page: a part of which nothing is given leaves nothing, no label and no frame."""

import re
from typing import Any

import pytest
from bulletin.source.site import read_labels
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.trees import ROOT

OVERRIDES = ROOT / "overrides"
TEMPLATES = [path.stem for path in sorted((OVERRIDES / "site/details").glob("*.html")) if path.stem != "words"]
TEXT = {"text": "Chữ", "lang": "", "url": "a/"}
DAY = {"iso": "2026-03-05", "text": "ngày 05 tháng 3 năm 2026"}
FULL: dict[str, dict[str, Any]] = {
    "claim": {
        "verdict": TEXT,
        "claim": TEXT,
        "claimed_by": TEXT,
        "claimed_on": DAY,
        "evidence": [TEXT],
        "sources": [TEXT],
    },
    "event": {
        "status": "postponed",
        "turn": "coming",
        "when": [{"text": "8 giờ", "iso": "2026-03-05"}],
        "place": TEXT,
        "organiser": TEXT,
        "link": "https://example.org/",
        "calendar": "a.ics",
        "all": "b.ics",
        "has_hours": True,
    },
    "press": {
        "reports": [
            {"outlet": TEXT, "title": "A", "url": "https://a.example/", "tag": "de", "language": "Đức", "date": DAY}
        ]
    },
    "document": {
        "number": "1/KH",
        "kind": "Kế hoạch",
        "issuer": TEXT,
        "issued_on": DAY,
        "effective_on": DAY,
        "status": "repealed",
        "repealed_by": {**TEXT, "tag": ""},
        "repeals": [{**TEXT, "tag": "en"}],
        "text": {"url": "a.pdf", "is_file": True, "form": "PDF"},
        "mentions": [{"url": "a/", "title": "A", "date": DAY}],
    },
    "opportunity": {
        "capital": TEXT,
        "area": TEXT,
        "sector": TEXT,
        "as_of": DAY,
        "expires": DAY,
        "is_closed": True,
        "contact": {"name": [TEXT], "lang": "", "phone": "+84 1", "call": "+841", "email": "a@b.c"},
    },
}
"""Template → all that the stage may give it."""
LABELS = read_labels(OVERRIDES / "locales", ("vi",))["vi"]
ALWAYS = {"claim": {"shape": "own"}, "event": {"host": "example.org"}}
"""What has a value whatever is given."""
NOTHING_BY_ITSELF = {"turn", "has_hours", "calendar", "all"}
"""Said only beside something else."""
EMPTY = re.compile(r"<(dl|ul|dt|dd|p|section|div|h2|span|strong)\b[^>]*>\s*</\1>")
CASES = [(template, name) for template in TEMPLATES for name in FULL[template]]


def rendered(template: str, facts: dict[str, Any]) -> str:
    loader = FileSystemLoader(OVERRIDES)
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["way"] = str
    env.globals["label"] = LABELS
    empty = {
        name: type(value)() if isinstance(value, list | str | bool) else None for name, value in FULL[template].items()
    }
    text = (
        f'{{% import "site/details/{template}.html" as details with context %}}'
        "{{ details.notice(given) }}{{ details.before(given) }}{{ details.after(given) }}"
    )
    return env.from_string(text).render(given={**empty, **ALWAYS.get(template, {}), **facts}).strip()


@pytest.mark.parametrize("template", TEMPLATES)
def test_of_nothing_nothing_is_shown(template: str) -> None:
    assert rendered(template, {}) == ""


@pytest.mark.parametrize(("template", "name"), CASES)
def test_each_part_can_stand_alone_and_be_left_out(template: str, name: str) -> None:
    full = FULL[template]
    alone = rendered(template, {name: full[name]})
    without = rendered(template, {each: value for each, value in full.items() if each != name})
    assert bool(alone) is (name not in NOTHING_BY_ITSELF)
    assert EMPTY.search(alone) is None, alone
    assert EMPTY.search(without) is None, without
    assert len(without) < len(rendered(template, full))
