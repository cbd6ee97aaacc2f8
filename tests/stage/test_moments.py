"""The instants at which time alone changes what the pages of types show."""

from __future__ import annotations

from pathlib import Path

import pytest
from bulletin.cli import next_line
from bulletin.model.calendar import parse_instant
from bulletin.prepared import prepare

from tests.trees import NOW, SOURCE, pair, with_field, write_docs


def next_change(folder: Path, section: str, fields: str, *, now: str = NOW, source: str = SOURCE) -> str:
    """The next change of a docs folder of one bulletin without a translation, in the site's zone."""
    key = f"{section}/bai" if section in ("documents", "opportunities", "issues") else f"{section}/2026/03/bai"
    files = pair(key, with_field(source, *fields.splitlines()), None)
    return next_line(prepare(write_docs(folder, files), parse_instant(now)).next_change).rpartition("change: ")[2]


@pytest.mark.parametrize(
    ("section", "fields", "expected"),
    [
        pytest.param("events", "start: 2026-03-21T08:00+07:00\nend: 2026-03-22T17:00+07:00", "2026-03-21T08:00:00+07:00", id="an-event-begins"),
        pytest.param("events", "start: 2026-03-19T08:00+07:00\nend: 2026-03-22T17:00+07:00", "2026-03-22T17:00:00+07:00", id="it-ends-at-its-instant"),
        pytest.param("events", "start: 2026-03-20T07:00+07:00", "2026-03-21T00:00:00+07:00", id="it-ends-with-its-day"),
        pytest.param("events", "start: 2026-03-19\nend: 2026-03-21", "2026-03-22T00:00:00+07:00", id="it-ends-with-its-last-day"),
        pytest.param("events", "start: 2026-03-19", "none", id="it-is-past"),
        pytest.param("events", "start: 2026-03-20T09:00+09:00", "2026-03-21T00:00:00+07:00", id="in-another-zone"),
        pytest.param("opportunities", "expires: 2026-03-31", "2026-04-01T00:00:00+07:00", id="an-opportunity-closes"),
        pytest.param("opportunities", "expires: 2026-03-19", "none", id="it-is-closed"),
        pytest.param("documents", "number: 15/2026/QĐ-UBND\neffective_on: 2026-04-01", "2026-04-01T00:00:00+07:00", id="a-document-comes-into-force"),
        pytest.param("documents", "number: 15/2026/QĐ-UBND\neffective_on: 2026-03-20", "none", id="it-is-in-force"),
        pytest.param("events", "start: 2026-03-25\nfeatured: 2026-03-21", "2026-03-22T00:00:00+07:00", id="the-first-of-several"),
    ],
)  # fmt: skip
def test_the_site_changes_when_a_day_or_an_hour_comes(section: str, fields: str, expected: str, tmp_path: Path) -> None:
    assert next_change(tmp_path, section, fields) == expected


def test_a_draft_changes_nothing(tmp_path: Path) -> None:
    draft = SOURCE.replace("published", "draft")

    assert next_change(tmp_path, "events", "start: 2026-03-25", source=draft) == "none"


def test_nothing_changes_twice_at_one_instant(tmp_path: Path) -> None:
    fields = "start: 2026-03-21T08:00+07:00\nend: 2026-03-21T17:00+07:00"

    assert next_change(tmp_path, "events", fields, now="2026-03-21T08:00+07:00") == "2026-03-21T17:00:00+07:00"
    assert next_change(tmp_path, "events", fields, now="2026-03-21T17:00+07:00") == "none"
