"""How build.py ends, and that the old site stands in every case but success."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.build.projects import change, copy_project, mkdocs, snapshot
from tests.trees import KEY, NOW, ROOT, SOURCE, Run, build, pair, with_body, with_field, write_docs

BROKEN = with_body(SOURCE, "Xem [bài](../khong-co/).\n")
OLD = {"index.html": b"c\xc5\xa9", f"{KEY}/index.html": b"<h1>c\xc5\xa9</h1>", "manifest.sha256": b""}
"""A site that stands already, by whoever made it."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_docs(tmp_path / "www" / "site", OLD)
    return tmp_path / "www" / "site"


def stands(run: Run) -> bool:
    """Whether the old site is as it was, with nothing left beside it."""
    return snapshot(run.site) == OLD and [path.name for path in run.site.parent.iterdir()] == ["site"]


def one_line(run: Run) -> str:
    (line,) = run.errors.splitlines()
    return line


def test_success_is_0_and_replaces_the_old_site(tmp_path: Path, site: Path) -> None:
    run = build(write_docs(tmp_path / "docs", pair()), site)
    assert (run.status, run.errors) == (0, "")
    assert run.holds("Hội nghị xúc tiến") != []
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        pytest.param(
            pair(source=BROKEN, translation=None), f"docs/{KEY}/index.vi.md:8: error: broken-link: ", id="broken-link"
        ),
        pytest.param(
            pair(source=with_body(SOURCE, "x\n\n<script>alert(1)</script>\n"), translation=None),
            f"docs/{KEY}/index.vi.md:10: error: unsafe-html: ",
            id="script",
        ),
        pytest.param(
            pair(source=with_field(SOURCE, "tác-giả: A")),
            f"docs/{KEY}/index.vi.md:7: error: schema: ",
            id="unknown-field",
        ),
        pytest.param(
            pair(source=with_field(SOURCE, "embargo_until: 2026-04-01", "tác-giả: A")),
            f"docs/{KEY}/index.vi.md:8: error: schema: ",
            id="not-public-yet",
        ),
        pytest.param(
            pair(source=with_field(SOURCE, "topics: [dau-tu]")),
            f"docs/{KEY}/index.vi.md:7: error: registry-missing: ",
            id="no-topic",
        ),
        pytest.param(
            pair(source=with_body(SOURCE, "[" * 20_000), translation=None),
            f"docs/{KEY}/index.vi.md:8: error: schema: ",
            id="too-complex",
        ),
    ],
)
def test_a_finding_is_1_and_the_old_site_stands(
    tmp_path: Path, site: Path, files: dict[str, str | bytes], place: str
) -> None:
    run = build(write_docs(tmp_path / "docs", files), site)
    assert run.status == 1
    assert stands(run)
    assert f"/{place}" in run.output
    assert one_line(run) == (
        "Dừng: 1 lỗi, không xuất bản gì; trang cũ giữ nguyên. / Stopped: errors: 1, nothing is published; the old site stands."
    )


def test_every_finding_is_told_by_place(tmp_path: Path, site: Path) -> None:
    undated = BROKEN.replace("date: 2026-03-05\n", "")
    files = {**pair(source=BROKEN, translation=None), **pair("about/x", undated, None), "rac.txt": "x"}
    run = build(write_docs(tmp_path / "docs", files), site)
    told = [line.split(": error: ")[0].split("docs/")[-1] for line in run.output.splitlines() if ": error: " in line]
    assert told == ["about/x/index.vi.md:7", f"{KEY}/index.vi.md:8", "rac.txt:1"]


@pytest.mark.parametrize(
    ("options", "place"),
    [
        pytest.param(["--bogus"], "build.py", id="unknown-option"),
        pytest.param(["thừa"], "build.py", id="unknown-argument"),
        pytest.param(["--job", "1"], "build.py", id="an-option-cut-short"),
        pytest.param(["--jobs"], "build.py", id="an-option-without-its-value"),
        pytest.param(["--jobs", "0"], "--jobs", id="no-process"),
        pytest.param(["--jobs", "-1"], "--jobs", id="less-than-no-process"),
        pytest.param(["--jobs", "hai"], "--jobs", id="two-in-letters"),
        pytest.param(["--jobs", "²"], "--jobs", id="a-digit-that-is-no-number"),
        pytest.param(["--now", "hôm nay"], "--now", id="today-in-words"),
        pytest.param(["--now", "2026-03-05T08:00:00"], "--now", id="an-instant-without-its-zone"),
        pytest.param(["--now", "2026-02-30"], "--now", id="a-day-that-is-not"),
        pytest.param(["--now", ""], "--now", id="an-empty-instant"),
    ],
)
def test_a_wrong_call_is_2_with_one_line(tmp_path: Path, site: Path, options: list[str], place: str) -> None:
    run = build(write_docs(tmp_path / "docs", pair()), site, *options, now=None)
    assert (run.status, run.output) == (2, "")
    assert one_line(run).startswith(f"{place}: ")
    assert stands(run)


def test_a_wrong_epoch_is_2(tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for epoch in ("", "hôm nay", "1e9", "99999999999999999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        run = build(write_docs(tmp_path / "docs", pair()), site, now=None)
        assert (run.status, one_line(run).split(":")[0], stands(run)) == (2, "SOURCE_DATE_EPOCH", True)


def test_docs_that_are_not_there_are_2(tmp_path: Path, site: Path) -> None:
    for name in ("khong-co", "tep.md"):
        (tmp_path / "tep.md").write_text("x")
        run = build(tmp_path / name, site)
        assert (run.status, one_line(run).split(":")[0], stands(run)) == (2, "--docs", True)


@pytest.mark.parametrize("place", [".", "site", "..", "../docs/news/x", "../other/../docs"])
def test_a_site_in_or_around_docs_is_2(tmp_path: Path, place: str) -> None:
    docs = write_docs(tmp_path / "cha" / "docs", pair())
    before = snapshot(tmp_path)
    run = build(docs, docs / place)
    assert (run.status, one_line(run).split(":")[0]) == (2, "--site-dir")
    assert snapshot(tmp_path) == before


def test_a_site_in_docs_by_way_of_a_link_is_2(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair())
    (tmp_path / "link").symlink_to(docs)
    run = build(docs, tmp_path / "link" / "site")
    assert (run.status, one_line(run).split(":")[0]) == (2, "--site-dir")


@pytest.mark.parametrize("place", ["overrides", "scripts/x", "tests", "."])
def test_a_site_among_the_project_s_own_files_is_2(tmp_path: Path, place: str) -> None:
    run = build(write_docs(tmp_path / "docs", pair()), ROOT / place)
    assert (run.status, one_line(run).split(":")[0]) == (2, "--site-dir")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        pytest.param("topics.yml", "dau-tu: {vi: Đầu tư}\n", 1, id="a-topic-without-english"),
        pytest.param("topics.yml", "a: {vi: A, en: A}\nĐầu tư: {vi: A, en: A}\n", 2, id="a-key-in-letters"),
        pytest.param("places.yml", "a: {vi: A, en: A}\na: {vi: B, en: B}\n", 2, id="a-key-twice"),
        pytest.param("coverage.yml", "sections:\n  news: {machine: có}\n", 2, id="policy"),
        pytest.param("coverage.yml", "sections: &a\n", 1, id="anchor"),
    ],
)
def test_a_wrong_registry_is_2(tmp_path: Path, site: Path, name: str, text: str, line: int) -> None:
    run = build(write_docs(tmp_path / "docs", {**pair(), f"_data/{name}": text}), site)
    assert (run.status, one_line(run).split(": ")[0]) == (2, f"_data/{name}:{line}")
    assert stands(run)


def test_a_wrong_configuration_is_2(tmp_path: Path, site: Path) -> None:
    root = copy_project(tmp_path / "du-an", pair())
    change(root / "mkdocs.yml", 'primary: "#0b4f6c"', "primary: xanh")
    run = build(root / "docs", site, root=root)
    assert (run.status, one_line(run).startswith("mkdocs.yml:"), stands(run)) == (2, True, True)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        pytest.param("hooks:\n  - scripts/hooks.py\n", "", 1, id="no-hooks"),
        pytest.param("  - scripts/hooks.py", "  - scripts/other.py", 1, id="other-hooks"),
        pytest.param("strict: true", "strict: false", 10, id="not-strict"),
        pytest.param('exclude_docs: "**"', 'exclude_docs: "drafts/"', 11, id="not-excluded"),
    ],
)
def test_a_configuration_that_would_let_mkdocs_publish_by_itself_is_2(
    tmp_path: Path, site: Path, old: str, new: str, line: int
) -> None:
    root = copy_project(tmp_path / "du-an", pair())
    change(root / "mkdocs.yml", old, new)
    run = build(root / "docs", site, root=root)
    assert (run.status, one_line(run).split(": ")[0], stands(run)) == (2, f"mkdocs.yml:{line}", True)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("overrides/site/page.html", "<!doctype html>", "{{ shown.không_có }}", id="a-wrong-template"),
        pytest.param("overrides/site/page.html", "<!doctype html>", "{% if %}", id="a-template-without-sense"),
        pytest.param("scripts/bulletin/finish/sitemaps.py", "named = [ALL]", "named = [1 / 0]", id="our-own-slip"),
    ],
)
def test_our_own_error_is_3_and_the_old_site_stands(tmp_path: Path, site: Path, file: str, old: str, new: str) -> None:
    root = copy_project(tmp_path / "du-an", pair())
    change(root / file, old, new)
    for jobs in ("1", "2"):
        run = build(root / "docs", site, "--jobs", jobs, root=root)
        assert run.status == 3
        assert stands(run)
        assert run.errors.splitlines()[-1].split(":")[0] in ("HandError", "ZeroDivisionError")
    assert [path.name for path in (root / ".build").iterdir()] == ["cache"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("scripts/hooks.py", "return events.take_body(markdown, page)", "return markdown", id="no-stage"),
        pytest.param("scripts/hooks.py", "on_page_context(context: Any", "ohne(context: Any", id="no-context"),
        pytest.param("mkdocs.yml", "site_dir: .build/mkdocs", "site_dir: .build/mkdocs\nkhông_có: 1", id="a-warning"),
    ],
)
def test_mkdocs_by_itself_stops_where_the_hooks_do_not_do_their_part(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    root = copy_project(tmp_path / "du-an", pair())
    change(root / file, old, new)
    assert mkdocs(root, "build", "--strict").returncode == 1
    assert not any(b"<h1" in data for data in snapshot(root / ".build" / "mkdocs").values())


@pytest.mark.parametrize(
    "shown", [pytest.param("", id="nothing"), pytest.param('page.meta["shown"] = {}', id="nothing-of-use")]
)
def test_a_page_that_was_not_staged_is_refused_by_the_templates(tmp_path: Path, shown: str) -> None:
    root = copy_project(tmp_path / "du-an", pair())
    bypass = f'page.meta["body"] = ""\n    {shown}\n    return ""'
    change(root / "scripts/hooks.py", "return events.take_body(markdown, page)", bypass)
    change(root / "scripts/hooks.py", "return events.set_up_page(context, page, _job(config))", "return context")
    done = mkdocs(root, "build")
    assert done.returncode == 1
    assert not any(b"<h1" in data for data in snapshot(root / ".build" / "mkdocs").values())


def test_a_place_that_cannot_be_written_is_3(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    run = build(write_docs(tmp_path / "docs", pair()), tmp_path / "tep" / "site")
    assert (run.status, (tmp_path / "tep").read_text()) == (3, "x")
    assert len(run.errors.splitlines()) == 1


def test_warnings_stop_nothing(tmp_path: Path) -> None:
    body = "# Tiêu đề\n\nXem [bài](../nhap/).\n"
    files = {
        **pair(source=with_body(SOURCE, body), translation=None),
        **pair("news/2026/03/nhap", SOURCE.replace("published", "draft")),
        **pair("news/2026/03/chua-duyet", SOURCE.replace("approved: {by: Nguyễn Văn A, on: 2026-03-05}\n", "")),
        f"{KEY}/thua.png": b"x",
        f"{KEY}/ghi-chu.txt": "x",
    }
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert (run.status, run.errors) == (0, "")
    rules = {line.split(": ")[2] for line in run.output.splitlines() if ": warning: " in line}
    assert {"schema", "unpublished-link", "clearance"} <= rules
    assert ": error: " not in run.output


def test_mistakes_of_a_draft_stop_nothing(tmp_path: Path) -> None:
    draft = BROKEN.replace("published", "draft").replace("date: 2026-03-05", "date: hôm qua\ntopics: [không-có]")
    files = {
        **pair(),
        **pair("news/2026/03/nhap", draft),
        "news/2026/02/a/index.vi.md": SOURCE,
        "news/2026/02/a/index.en.md": "---\ntitle: A\ndescription: B\ntranslation: {of: vi, status: draft}\n---\n<script>x</script>\n",
    }
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert (run.status, run.errors) == (0, "")
    assert "docs/news/2026/03/nhap/index.vi.md:8: warning: broken-link" in run.output.replace(":9:", ":8:")
    assert "docs/news/2026/02/a/index.en.md:6: warning: unsafe-html" in run.output


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair())
    first = build(docs, tmp_path / "site")
    stamps = {path: path.stat().st_mtime_ns for path in first.site.rglob("*")}
    second = build(docs, tmp_path / "site")
    assert "đã xuất bản / published" in first.output
    assert "không đổi / unchanged" in second.output
    assert {path: path.stat().st_mtime_ns for path in second.site.rglob("*")} == stamps


def test_two_builds_at_once_do_not_meet(tmp_path: Path) -> None:
    trees = [
        write_docs(tmp_path / name / "docs", pair(source=SOURCE.replace("Nghệ An", name))) for name in ("mot", "hai")
    ]
    with ThreadPoolExecutor() as pool:
        runs = list(pool.map(lambda docs: build(docs, docs.parent / "site", now=NOW), trees))
    assert [(run.status, run.errors) for run in runs] == [(0, ""), (0, "")]
    for run, own, other in zip(runs, ("mot", "hai"), ("hai", "mot"), strict=True):
        assert run.holds(f"xúc tiến đầu tư {own}") != []
        assert run.holds(f"xúc tiến đầu tư {other}") == []
