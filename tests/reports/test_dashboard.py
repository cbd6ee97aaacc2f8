"""The dashboard says what the check says, of every bulletin, and lets no text of editors become anything but text."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.desk import EN, VI, accept, check, files, run
from tests.reports.markup import read
from tests.reports.synthetic import TODAY, write_tree
from tests.trees import KEY, ROOT, SOURCE, TRANSLATION, build, with_body, with_field, write_docs

DAY = TODAY.isoformat()


def report(docs: Path, to: Path, *arguments: str, today: str = DAY) -> None:
    done = run("report", "--docs", docs, "--to", to, "--today", today, "--no-cache", *arguments)
    assert done.status == 0, done.errors


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tree(tmp_path_factory.mktemp("office") / "docs", git=True)


@pytest.fixture(scope="module")
def folder(docs: Path) -> Path:
    report(docs, docs.parent / "report")
    return docs.parent / "report"


@pytest.fixture(scope="module")
def checked(docs: Path) -> dict[str, Any]:
    """What check.py says of the same tree."""
    return check(docs, today=DAY).report


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


# It says what the check says


@pytest.mark.parametrize("tag", ["vi", "en"])
def test_its_numbers_are_those_of_the_check(folder: Path, checked: dict[str, Any], tag: str) -> None:
    page = read(folder / ("" if tag == "vi" else tag) / "index.html")
    tallies = [tally for sections in checked["coverage"].values() for tally in sections.values()]
    required, current = (sum(tally[name] for tally in tallies) for name in ("required", "current"))
    assert page.text("share").split("%")[0].strip() == str(100 * current // required)
    severities = [finding["severity"] for finding in checked["findings"]]
    assert page.text("heading").split() != []
    counts = [int(number) for number in re.findall(r"\d+", page.text("heading").split(".", 1)[1])]
    assert counts[1:] == [severities.count("error"), severities.count("warning")]


def test_its_tables_hold_the_coverage_of_each_section(folder: Path, checked: dict[str, Any]) -> None:
    html = (folder / "en/index.html").read_text(encoding="utf-8")
    table = html[html.index(">By section<") :].split("</table>")[0]
    rows = [re.findall(r">(\d+)</td>", row) for row in table.split("<tr>")[2:]]
    expected = []
    for _, tally in sorted(checked["coverage"]["en"].items()):
        kinds = (
            tally["current"],
            tally["stale"] + tally["diverged"],
            tally["untracked"],
            tally["machine"] + tally["draft"],
            tally["missing"],
        )
        pages_share = 100 * tally["current"] // tally["required"]
        words = 100 * tally["words_current"] // tally["words"]
        expected.append([str(value) for value in (*kinds, tally["required"], pages_share, words)])
    assert rows == expected


def test_every_finding_has_its_place(folder: Path, checked: dict[str, Any]) -> None:
    """Those that tell a state are the state of the work; the others stand in the page of their bulletin."""
    states = {f"{state}-translation" for state in ("missing", "stale", "diverged", "untracked", "edited")}
    shown = 0
    for finding in checked["findings"]:
        page = folder / f"bulletins/{finding['key'] or 'home'}.html"
        text = read(page).text()
        if finding["rule"] in states:
            assert "state-" in page.read_text(encoding="utf-8")
        elif finding["rule"] != "lock-pending":
            assert finding["message"].split(" / ")[0] in text, finding
            shown += 1
    assert shown > 20


def test_the_queue_is_worst_first(folder: Path) -> None:
    page = read(folder / "queue.html")
    groups = [found["id"] for name, found in page.tags if name == "h2" and "id" in found]
    assert groups == ["now", "soon", "later", "draft", "approvals"]
    html = (folder / "queue.html").read_text(encoding="utf-8").split('<h2 id="now"')[1].split('<h2 id="soon"')[0]
    works = html.split('class="work"')[1:]
    assert len(works) > 50
    blocking = [work for work in works if re.search(r"<span>\d+ lỗi</span>", work)]
    assert works[: len(blocking)] == blocking
    wrong = [
        work
        for work in blocking
        if "Giá trị không khớp" in work or "Sai phần khai báo" in work or "Đoạn chưa dịch" in work
    ]
    assert len(wrong) > 10
    assert blocking[: len(wrong)] == wrong
    for tier in (blocking[len(wrong) :], works[len(blocking) :]):
        days = [int(found[1]) for work in tier if (found := re.search(r"Quá hạn (\d+) ngày", work))]
        assert len(days) == len(tier)
        assert days == sorted(days, reverse=True)


def test_every_bulletin_with_work_has_a_page_in_both_languages(folder: Path, checked: dict[str, Any]) -> None:
    own = {path.relative_to(folder / "bulletins") for path in (folder / "bulletins").rglob("*.html")}
    other = {path.relative_to(folder / "en/bulletins") for path in (folder / "en/bulletins").rglob("*.html")}
    assert own == other
    assert {f"{finding['key'] or 'home'}.html" for finding in checked["findings"]} <= {path.as_posix() for path in own}


def test_what_waits_for_approval_is_listed_with_its_command(folder: Path) -> None:
    html = (folder / "queue.html").read_text(encoding="utf-8").split('<h2 id="approvals"')[1]
    assert html.count("<span>scripts/</span><span>approve.py</span>") == 9


def test_what_belongs_to_no_bulletin_is_not_taken_for_the_home_page(tmp_path: Path) -> None:
    home = {
        f"index.{tag}.md": text.replace("date: 2026-03-05\n", "") for tag, text in (("vi", SOURCE), ("en", TRANSLATION))
    }
    docs = write_docs(tmp_path / "docs", {**home, **files(), "stray/x.md": "x", "news/y.md": "y"})
    report(docs, tmp_path / "report")
    text = read(tmp_path / "report/queue.html").text()
    assert "Vấn đề không thuộc bài nào" in text
    assert "stray:1" in text
    assert "stray" not in read(tmp_path / "report/bulletins/home.html").text()


def test_drafts_are_there_and_marked(folder: Path) -> None:
    draft = next(path for path in pages(folder / "bulletins") if "Bản nháp" in read(path).text("label"))
    assert "Hai bản cạnh nhau" in read(draft).text()


# It is static


def test_every_link_leads_to_a_file_and_none_out_of_the_folder(folder: Path) -> None:
    found = 0
    for path in pages(folder):
        for link in read(path).links:
            if link == "data:,":
                continue
            parts = urlsplit(urljoin(path.as_uri(), link))
            assert parts.scheme == "file", (path, link)
            target = Path(unquote(parts.path))
            assert target.is_file(), (path, link)
            assert target.is_relative_to(folder)
            if parts.fragment and "=" not in parts.fragment:
                ids = [each.get("id") for _, each in read(target).tags]
                assert parts.fragment in ids, (path, link)
            found += 1
    assert found > 2000


def test_no_page_asks_for_anything_foreign_or_runs_anything_inline(folder: Path) -> None:
    for path in pages(folder):
        text = path.read_text(encoding="utf-8")
        assert "http:" not in text
        assert "https:" not in text
        assert "default-src &#39;none&#39;" in text
        for name, found in read(path).tags:
            assert not {key for key in found if key.startswith("on") or key == "style"}, (path, name)
            assert name not in ("style", "iframe", "object", "form", "img")
            assert name != "script" or found["src"].endswith("assets/dashboard.js")
    for asset in ("dashboard.css", "dashboard.js"):
        assert "http" not in (folder / "assets" / asset).read_text(encoding="utf-8")


def test_a_second_run_writes_nothing(docs: Path, folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    report(docs, folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()} == before


def test_a_page_goes_when_its_work_is_done(tmp_path: Path) -> None:
    docs, to = write_docs(tmp_path / "docs", files()), tmp_path / "report"
    report(docs, to)
    assert (to / f"bulletins/{KEY}.html").is_file()
    accept(docs)
    report(docs, to)
    assert not (to / "bulletins").exists()
    assert "Không có việc nào" in read(to / "index.html").text()


# Side by side


def one(tmp_path: Path, tree: dict[str, str | bytes]) -> str:
    """The page of the one bulletin of a tree."""
    docs, to = write_docs(tmp_path / "docs", tree), tmp_path / "report"
    report(docs, to)
    return (to / f"bulletins/{KEY}.html").read_text(encoding="utf-8")


def test_values_that_differ_are_marked_in_both_editions(tmp_path: Path) -> None:
    html = one(tmp_path, files(VI, EN.replace("1,250.5 billion", "1,250.5 million")))
    assert "<mark>1.250,5 tỷ đồng</mark>" in html
    assert "<mark>VND 1,250.5 million</mark>" in html
    assert html.count("<mark>") == 3  # the third explains the mark


def test_a_finding_stands_at_its_block(tmp_path: Path) -> None:
    html = one(tmp_path, files(VI, EN.replace("1,250.5 billion", "1,250.5 million")))
    row = html[html.index("<mark>1.250,5") :]
    assert "value-mismatch" in row[: row.index('<div class="row')]


def test_a_block_that_one_edition_lacks_has_no_counterpart(tmp_path: Path) -> None:
    html = one(tmp_path, files(VI + "\nBan tổ chức cảm ơn người dân địa phương.\n", EN))
    row = html[html.rindex("Ban tổ chức cảm ơn người dân") :]
    assert "Không có đoạn tương ứng" in row[: row.index("</section>")]


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def changed(tmp_path: Path, *, has_git: bool) -> str:
    """The page of a translation whose source has changed since it was accepted."""
    docs = write_docs(tmp_path / "docs", files())
    accept(docs)
    if has_git:
        git(docs, "init", "-q")
        git(docs, "add", "-A")
        git(docs, "commit", "-qm", "accepted")
    source = (
        VI.replace("1.250,5 tỷ", "1.300 tỷ")
        .replace(", không thu phí", "")
        .replace("- Ký ba", "- Thêm một điều.\n- Ký ba")
    )
    write_docs(docs, files(source))
    report(docs, tmp_path / "report")
    return (tmp_path / f"report/bulletins/{KEY}.html").read_text(encoding="utf-8")


def test_the_old_text_is_struck_where_git_has_it(tmp_path: Path) -> None:
    html = changed(tmp_path, has_git=True)
    assert "<del>1.250,5</del>" in html
    assert re.search(r"<ins>(<mark>)?1\.300", html)
    assert "<del>, không thu phí</del>" in html
    assert "<ins>Thêm một điều.</ins>" in html
    assert "Bản gốc đã đổi 3 đoạn" in html


def test_it_says_so_where_git_does_not_have_it(tmp_path: Path) -> None:
    html = changed(tmp_path, has_git=False)
    assert html.count("git không giữ văn bản cũ") == 2
    assert "<del>" not in html.split('class="rows"')[1]
    assert "<ins>Thêm một điều.</ins>" in html


def test_a_block_that_was_removed_is_struck(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", files(VI + "\nMột câu sẽ bỏ.\n", EN + "\nA sentence to go.\n"))
    accept(docs)
    git(docs, "init", "-q")
    git(docs, "add", "-A")
    git(docs, "commit", "-qm", "accepted")
    write_docs(docs, files(VI, EN + "\nA sentence to go.\n"))
    report(docs, tmp_path / "report")
    html = (tmp_path / f"report/bulletins/{KEY}.html").read_text(encoding="utf-8")
    assert "<del>Một câu sẽ bỏ.</del>" in html
    assert "đoạn đã bỏ" in html


# What is written is text

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">&lt;b&gt;{{ 7 * 7 }}'


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    quoted = "'" + HOSTILE + "'"
    source = with_field(
        SOURCE.replace("Hội nghị xúc tiến đầu tư Nghệ An", quoted), "agencies: ['\"><script>x</script>']"
    )
    source = with_body(
        source.replace(" Nguyễn Văn A", f' "{HOSTILE[:20]}"'),
        f"{HOSTILE}\n\n`{HOSTILE}` 12 người.\n\nẨn \u202etxet\u202c ở đây\u200b.\n",
    )
    translation = with_body(
        TRANSLATION.replace("Trần Thị B", "'\"><img src=x onerror=alert(3)>'"), f"{HOSTILE}\n\n`{HOSTILE}` 13 people.\n"
    )
    name = "news/2026/03/<script>alert(4)<"
    tree = {
        f"{KEY}/index.vi.md": source,
        f"{KEY}/index.en.md": translation,
        f"{name}/index.vi.md": SOURCE,
        f'{name}/"><img src=x>.md': "x",
        "<svg onload=alert(5)>/x.md": "x",
    }
    docs = write_docs(tmp_path / "docs", tree)
    report(docs, tmp_path / "report")
    return tmp_path / "report"


def test_hostile_texts_stay_texts(hostile: Path) -> None:
    assert len(pages(hostile)) >= 8
    for path in pages(hostile):
        page = read(path)
        for name, found in page.tags:
            assert name not in ("img", "iframe"), path
            assert name != "script" or "src" in found
            assert not any(key.startswith("on") for key in found), path
        assert "49" not in re.findall(r"(?<!\d)49(?!\d)", page.text("heading"))
    shown = read(hostile / f"bulletins/{KEY}.html").text()
    assert "<script>alert(1)</script>" in shown
    assert "{{ 7 * 7 }}" in shown


def test_hidden_characters_are_written_out(hostile: Path) -> None:
    text = (hostile / f"bulletins/{KEY}.html").read_text(encoding="utf-8")
    assert not re.search("[\u200b\u202a-\u202e\u2066-\u2069]", text)
    assert "⟦U+202E⟧" in text


def test_a_name_of_a_folder_is_no_path(hostile: Path) -> None:
    names = [path.relative_to(hostile).as_posix() for path in pages(hostile)]
    assert all(re.fullmatch(r"[a-z0-9/_-]+\.html", name) for name in names)


# Where it may be written


@pytest.mark.parametrize("place", ["site", "docs", "overrides/report", "scripts", "."])
def test_it_is_never_written_among_the_site_or_the_sources(place: str) -> None:
    done = run("report", "--to", ROOT / place, "--today", DAY)
    assert done.status == 2
    assert done.errors.count("\n") == 1
    assert "--to" in done.errors


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", files())
    other = write_docs(tmp_path / "other", {"index.html": "mine"})
    done = run("report", "--docs", docs, "--to", other, "--today", DAY, "--no-cache")
    assert done.status == 2
    assert [path.name for path in other.iterdir()] == ["index.html"]
    assert (other / "index.html").read_text() == "mine"


def test_its_list_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    docs, to = write_docs(tmp_path / "docs", files()), tmp_path / "report"
    report(docs, to)
    (to / ".files.json").write_text('["../docs/x.md"]')
    done = run("report", "--docs", docs, "--to", to, "--today", DAY, "--no-cache")
    assert done.status == 2
    (to / ".files.json").write_text('["linked/victim"]')
    victim = write_docs(tmp_path / "elsewhere", {"victim": "kept"})
    (to / "linked").symlink_to(victim, target_is_directory=True)
    report(docs, to)
    assert (victim / "victim").read_text() == "kept"


@pytest.mark.parametrize(
    "arguments",
    [["--docs", "nowhere"], ["--today", "soon"], ["--jobs", "0"], ["--nonsense"]],
    ids=lambda arguments: arguments[0],
)
def test_a_wrong_call_is_one_line(tmp_path: Path, arguments: list[str]) -> None:
    done = run("report", "--to", tmp_path / "report", *arguments)
    assert done.status == 2
    assert done.errors.count("\n") == 1
    assert not (tmp_path / "report").exists()


def test_an_empty_tree_has_a_dashboard(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {})
    report(docs, tmp_path / "report")
    text = read(tmp_path / "report/en/index.html").text()
    assert "Nothing to do" in text
    assert "No page requires a translation yet" in text


def test_nothing_of_it_is_in_the_site(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", files())
    accept(docs)
    done = build(docs, tmp_path / "site")
    assert done.status == 0, done.output
    for words in ("dashboard", "_report", "Bảng theo dõi", "Việc cần làm"):
        assert done.holds(words) == []


def test_a_bulletin_that_is_gone_has_no_page(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", files())
    report(docs, tmp_path / "report")
    shutil.rmtree(docs / KEY)
    report(docs, tmp_path / "report")
    assert not (tmp_path / "report/bulletins").exists()
