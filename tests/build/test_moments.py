"""The instant for which a site is built, and what it lets through."""

from pathlib import Path

import pytest

from tests.build.projects import next_change, snapshot
from tests.trees import KEY, NOW, SOURCE, TRANSLATION, Run, build, pair, with_field, write_docs

LATER = SOURCE.replace("2026-03-05", "2026-03-01")
"""Public for long, but for the fields that a case adds."""


def news(slug: str, *fields: str, source: str = LATER) -> dict[str, str | bytes]:
    return pair(f"news/2026/03/{slug}", with_field(source, *fields), None)


def shown(run: Run) -> set[str]:
    """Return the slugs of the bulletins of March that are there in Vietnamese."""
    assert (run.status, run.errors) == (0, "")
    return {path.name for path in (run.site / "news/2026/03").iterdir() if path.is_dir()}


def test_an_embargo_ends_at_its_instant(tmp_path: Path) -> None:
    docs = write_docs(
        tmp_path / "docs",
        {
            **news("giay-truoc", "embargo_until: 2026-03-20T07:59:59+07:00"),
            **news("dung-giay", "embargo_until: 2026-03-20T08:00:00+07:00"),
            **news("dung-giay-utc", "embargo_until: 2026-03-20T01:00:00Z"),
            **news("giay-sau", "embargo_until: 2026-03-20T08:00:01+07:00"),
            **news("giay-sau-utc", "embargo_until: 2026-03-20T01:00:01Z"),
        },
    )
    run = build(docs, tmp_path / "site", now="2026-03-20T08:00:00+07:00")
    assert shown(run) == {"giay-truoc", "dung-giay", "dung-giay-utc"}
    assert next_change(run.output) == "2026-03-20T08:00:01+07:00"


def test_a_day_begins_at_midnight_in_vietnam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = write_docs(
        tmp_path / "docs",
        {
            **news("hom-qua"),
            **news("ngay", source=SOURCE.replace("date: 2026-03-05", "date: 2026-03-20")),
            **news("duyet", source=SOURCE.replace("on: 2026-03-05", "on: 2026-03-20")),
            **news("cam", "embargo_until: 2026-03-20"),
            **news("mai", "embargo_until: 2026-03-21"),
        },
    )
    before = build(docs, tmp_path / "truoc", now="2026-03-19T23:59:59+07:00")
    after = build(docs, tmp_path / "sau", now="2026-03-20T00:00:00+07:00")
    assert shown(before) == {"hom-qua"}
    assert shown(after) == {"hom-qua", "ngay", "duyet", "cam"}
    assert next_change(before.output) == "2026-03-20T00:00:00+07:00"
    assert next_change(after.output) == "2026-03-21T00:00:00+07:00"

    in_utc = build(docs, tmp_path / "utc", now="2026-03-19T17:00:00Z")
    by_day = build(docs, tmp_path / "ngay", now="2026-03-20")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773939600")
    by_epoch = build(docs, tmp_path / "epoch", now=None)
    expected = snapshot(after.site)
    assert snapshot(in_utc.site) == snapshot(by_day.site) == snapshot(by_epoch.site) == expected


def test_the_option_goes_before_the_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = write_docs(tmp_path / "docs", {**news("a"), **news("b", "embargo_until: 2026-03-19")})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert shown(build(docs, tmp_path / "site", now=NOW)) == {"a", "b"}


def test_a_longer_embargo_of_the_translation_shows_a_stub_that_says_nothing(tmp_path: Path) -> None:
    translation = with_field(TRANSLATION, "embargo_until: 2026-03-21T09:00:00+07:00")
    docs = write_docs(tmp_path / "docs", pair(translation=translation))
    before = build(docs, tmp_path / "site", now="2026-03-21T08:59:59+07:00")
    assert before.status == 0
    stub = (before.site / f"en/{KEY}/index.html").read_text(encoding="utf-8")
    assert "Not available in English" in stub
    assert 'content="noindex"' in stub
    for betrayed in (
        "Nghệ An investment",
        "presents its projects",
        "5 March 2026.",
        "embargo",
        "2026-03-21",
        "21 March",
    ):
        assert betrayed not in stub
    assert before.holds("Nghệ An investment conference") == []
    assert next_change(before.output) == "2026-03-21T09:00:00+07:00"

    after = build(docs, tmp_path / "site", now="2026-03-21T09:00:00+07:00")
    assert f"en/{KEY}/index.html" in after.holds("Nghệ An investment conference")
    assert next_change(after.output) == "none"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(pair(), "none", id="never"),
        pytest.param(news("a", "embargo_until: 2026-04-01T09:30:00Z"), "2026-04-01T16:30:00+07:00", id="embargo"),
        pytest.param(
            news("a", source=SOURCE.replace("date: 2026-03-05", "date: 2026-03-25")),
            "2026-03-25T00:00:00+07:00",
            id="date",
        ),
        pytest.param(
            news("a", source=SOURCE.replace("on: 2026-03-05", "on: 2026-03-26")),
            "2026-03-26T00:00:00+07:00",
            id="approval",
        ),
        pytest.param(news("a", "featured: 2026-03-27"), "2026-03-28T00:00:00+07:00", id="featured"),
        pytest.param(
            news("a", "embargo_until: 2026-04-01", source=SOURCE.replace("on: 2026-03-05", "on: 2026-04-03")),
            "2026-04-03T00:00:00+07:00",
            id="the-last-of-several-reasons",
        ),
        pytest.param(
            {**news("a", "featured: 2026-05-01"), **news("b", "embargo_until: 2026-04-01")},
            "2026-04-01T00:00:00+07:00",
            id="the-first-of-several-bulletins",
        ),
        pytest.param(
            news("a", "embargo_until: 2026-04-01", source=SOURCE.replace("published", "draft")),
            "none",
            id="a-draft-never",
        ),
        pytest.param(
            pair(translation=with_field(TRANSLATION, "approved: {by: Trần Thị B, on: 2026-03-29}")),
            "2026-03-29T00:00:00+07:00",
            id="a-translation's-own-approval",
        ),
    ],
)
def test_the_build_says_when_time_alone_changes_the_site(
    tmp_path: Path, files: dict[str, str | bytes], expected: str
) -> None:
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert run.status == 0
    assert run.output.splitlines()[-1] == f"Lần thay đổi kế tiếp / Next change: {expected}"


def test_a_build_at_the_next_change_differs_and_one_before_it_does_not(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {**news("a"), **news("b", "embargo_until: 2026-03-20T08:30:00+07:00")})
    build(docs, tmp_path / "site")
    assert "không đổi / unchanged" in build(docs, tmp_path / "site", now="2026-03-20T08:29:59+07:00").output
    assert "đã xuất bản / published" in build(docs, tmp_path / "site", now="2026-03-20T08:30:00+07:00").output
