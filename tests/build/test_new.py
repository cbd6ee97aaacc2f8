"""scripts/new.py: a bundle of every type that only waits to be filled in, and that nothing publishes by mistake."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest
from bulletin.desk import arguments
from bulletin.model.bulletin import DATED_SECTIONS, SECTIONS
from bulletin.model.calendar import parse_instant
from bulletin.model.finding import Severity
from bulletin.model.kinds import IssueRules
from bulletin.prepared import prepare
from bulletin.source.details import OF_TYPE
from bulletin.source.tree import read_bundle, scan_tree

from tests.build.projects import snapshot
from tests.desk import TODAY, Done, check, run, script
from tests.trees import NOW, build, write_docs

TITLE = "Khai trương cảng Cửa Lò"
DAY = "2026-03-05"


def new(docs: Path, *arguments: str, title: str = TITLE) -> Done:
    """Make a bundle on a day of March."""
    return run("new", "--docs", docs, "--today", DAY, "--title", title, *arguments)


def place(section: str) -> str:
    """Where a new bundle of a type lies."""
    month = "2026/03/" if section in DATED_SECTIONS else ""
    return f"{section}/{month}{'2026-12' if section == 'issues' else 'khai-truong'}"


@pytest.mark.parametrize("section", SECTIONS)
def test_a_new_bundle_is_a_draft_with_warnings_only(section: str, tmp_path: Path) -> None:
    done = new(tmp_path, section, place(section).rsplit("/", 1)[-1])

    assert (done.status, done.errors) == (0, "")
    assert sorted(snapshot(tmp_path)) == [f"{place(section)}/index.en.md", f"{place(section)}/index.vi.md"]
    assert [Path(line).name for line in done.output.splitlines()] == ["index.vi.md", "index.en.md"]
    checked = check(tmp_path)
    assert checked.status == 0
    assert set(checked.rules()) == {"schema", "untracked-translation"}
    assert {each["severity"] for each in checked.report["findings"]} == {"warning"}


def test_a_new_bundle_cannot_be_published_until_it_is_filled_in(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {})
    new(docs, "news", "khai-truong")
    path = docs / place("news") / "index.vi.md"
    built = build(docs, tmp_path / "site")
    assert built.status == 0
    assert built.holds("Khai trương") == []

    text = path.read_text(encoding="utf-8")
    approved = "status: published\napproved: {by: Nguyễn Văn A, on: 2026-03-05}"
    path.write_text(text.replace("status: draft", approved), encoding="utf-8")

    assert "schema" in check(docs).rules("error")
    assert check(docs).status == 1
    assert build(docs, tmp_path / "site").status == 1


def test_a_bundle_that_was_filled_in_has_no_finding_but_the_comparison(tmp_path: Path) -> None:
    new(tmp_path, "news", "khai-truong", "--title-en", "Cửa Lò port opens")
    folder = tmp_path / place("news")
    for name, description, body in (
        ("index.vi.md", "Cảng mở cửa đón tàu.", "Cảng khai trương hôm nay."),
        ("index.en.md", "The port opens to ships.", "The port was opened today."),
    ):
        text = (folder / name).read_text(encoding="utf-8").replace("description:", f"description: {description}")
        (folder / name).write_text(text.split("<!--")[0] + f"{body}\n", encoding="utf-8")

    assert check(tmp_path).rules() == ["untracked-translation"]


def test_the_text_of_a_new_bundle(tmp_path: Path) -> None:
    new(tmp_path, "events", "hoi-cho", "--title-en", "Spring fair")

    assert {name.rsplit("/", 1)[-1]: data.decode() for name, data in snapshot(tmp_path).items()} == {
        "index.vi.md": (
            "---\ntitle: Khai trương cảng Cửa Lò\ndescription:\ndate: 2026-03-05\nstatus: draft\n"
            "start: # 2026-03-05T08:00+07:00, hoặc ngày 2026-03-05\n"
            "end: # như start; ngày cuối cùng\n"
            "place: # khóa trong _data/places.yml, hoặc tên\n"
            "organiser: # khóa trong _data/agencies.yml, hoặc tên\n"
            "link: # https://\n"
            "event_status: # scheduled | postponed | cancelled\n"
            "---\n<!-- Viết nội dung ở đây, rồi xóa dòng này. -->\n"
        ),
        "index.en.md": (
            "---\ntitle: Spring fair\ndescription:\ntranslation: {of: vi, status: draft}\n"
            "place: # a key of _data/places.yml, or a name\n"
            "organiser: # a key of _data/agencies.yml, or a name\n"
            "---\n<!-- Write the text here, block by block as in the source, then delete this line. -->\n"
        ),
    }


def test_a_new_bundle_has_every_field_of_its_type_empty_and_ready(tmp_path: Path) -> None:
    for section, names in OF_TYPE.items():
        new(tmp_path, section, place(section).rsplit("/", 1)[-1])
        lines = (tmp_path / place(section) / "index.vi.md").read_text(encoding="utf-8").splitlines()
        fields = [line.partition(":") for line in lines if line.partition(":")[0] in names]

        assert tuple(name for name, _, _ in fields) == names
        assert {rest for name, _, rest in fields if not rest.startswith(" # ")} <= {"", " 12"}


def test_a_new_issue_has_the_number_of_its_folder(tmp_path: Path) -> None:
    new(tmp_path, "issues", "2026-07")

    assert "\nnumber: 7\n" in (tmp_path / "issues/2026-07/index.vi.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("section", OF_TYPE)
def test_a_new_bundle_of_a_type_stops_no_build(section: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {})
    new(docs, section, place(section).rsplit("/", 1)[-1])

    found = prepare(docs, parse_instant(NOW)).findings
    assert [each for each in found if each.severity is Severity.ERROR] == []


TITLES = [
    pytest.param('Lễ hội: "Làng Sen" #1', id="colon-quotes-hash"),
    pytest.param("'Nghệ An'", id="single-quotes"),
    pytest.param("- một", id="dash"),
    pytest.param("# một", id="hash"),
    pytest.param("{a: b}", id="braces"),
    pytest.param("[một", id="bracket"),
    pytest.param("No", id="no"),
    pytest.param("010", id="number"),
    pytest.param("12:30", id="time"),
    pytest.param("2026-03-05", id="day"),
    pytest.param("null", id="null"),
    pytest.param("~", id="tilde"),
    pytest.param("a \\ b", id="backslash"),
    pytest.param("50% & hơn", id="percent"),
    pytest.param("Hỏi: ai?", id="colon"),
    pytest.param("kết thúc:", id="colon-at-the-end"),
    pytest.param("một, hai, ba…", id="commas"),
    pytest.param("x" * 150, id="longest"),
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_read_as_it_was_given(title: str, tmp_path: Path) -> None:
    assert new(tmp_path, "about", "x", title=title).status == 0
    path = tmp_path / "about/x/index.vi.md"
    path.write_text(path.read_text(encoding="utf-8").replace("description:", "description: Mô tả."), encoding="utf-8")

    [bundle] = scan_tree(tmp_path)[0]
    bulletin, _ = read_bundle(tmp_path, bundle, ("vi", "en"))

    assert bulletin is not None
    assert bulletin.editions["vi"].title == title
    assert not bulletin.editions["vi"].faulty


def test_a_title_is_composed_and_set_on_one_line(tmp_path: Path) -> None:
    new(tmp_path, "about", "x", title=unicodedata.normalize("NFD", "  Cảng\n Cửa\tLò "))

    assert "title: Cảng Cửa Lò\n" in (tmp_path / "about/x/index.vi.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "title", "words"),
    [
        pytest.param(["tin", "x"], TITLE, "new.py: ", id="type"),
        pytest.param(["news"], TITLE, "new.py: ", id="no-slug"),
        pytest.param(["news", "Khai-trương"], TITLE, "SLUG: ", id="slug-with-marks"),
        pytest.param(["news", "a_b"], TITLE, "SLUG: ", id="slug-with-a-line"),
        pytest.param(["news", "../x"], TITLE, "SLUG: ", id="slug-that-leads-out"),
        pytest.param(["news", ""], TITLE, "SLUG: ", id="empty-slug"),
        pytest.param(["news", "x" * 300], TITLE, "SLUG: ", id="slug-too-long"),
        pytest.param(["about", "search"], TITLE, "SLUG: ", id="reserved"),
        pytest.param(["news", "en"], TITLE, "SLUG: ", id="reserved-for-a-locale"),
        pytest.param(["issues", "so-12"], TITLE, "SLUG: ", id="number-of-an-issue"),
        pytest.param(["news", "x"], "", "--title: ", id="empty-title"),
        pytest.param(["news", "x"], " \n ", "--title: ", id="title-of-spaces"),
        pytest.param(["news", "x"], "x" * 151, "--title: ", id="title-too-long"),
        pytest.param(["news", "x"], "a\u202eb", "--title: ", id="title-with-hidden-characters"),
        pytest.param(["news", "x"], "a\x00b", "--title: ", id="title-with-nul"),
        pytest.param(["news", "x"], "a\udcffb", "--title: ", id="title-that-is-no-text"),
        pytest.param(["news", "x", "--title-en", ""], TITLE, "--title-en: ", id="empty-english-title"),
        pytest.param(["news", "x", "--today", "mai"], TITLE, "--today: ", id="day"),
        pytest.param(["news", "x", "--docs", "khong-co"], TITLE, "--docs: ", id="no-folder"),
    ],
)
def test_a_wrong_call_makes_nothing(arguments: list[str], title: str, words: str, tmp_path: Path) -> None:
    done = new(tmp_path, *arguments, title=title)

    assert (done.status, done.output) == (2, "")
    assert done.errors.startswith(words)
    assert done.errors.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    new(tmp_path, "about", "x")
    before = snapshot(tmp_path)

    done = new(tmp_path, "about", "x", title="Khác")

    assert done.status == 2
    assert "about/x" in done.errors
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("kind", ["folder", "file", "link", "dangling"])
def test_whatever_has_the_name_stays(kind: str, tmp_path: Path) -> None:
    (tmp_path / "about").mkdir()
    taken = tmp_path / "about/x"
    if kind == "folder":
        taken.mkdir()
    elif kind == "file":
        taken.write_text("cũ", encoding="utf-8")
    else:
        taken.symlink_to(tmp_path if kind == "link" else "khong-co")

    assert new(tmp_path, "about", "x").status == 2
    assert [path.name for path in (tmp_path / "about").iterdir()] == ["x"]
    assert not (tmp_path / "about/x/index.vi.md").exists()


def test_a_place_that_cannot_be_written_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "news").write_text("", encoding="utf-8")

    done = new(tmp_path, "news", "x")

    assert (done.status, done.errors.count("\n")) == (2, 1)


def test_a_bundle_is_made_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)

    assert new(tmp_path, "about", "x").status == 2
    assert list((tmp_path / "about").iterdir()) == []


def test_a_third_locale_gets_its_draft_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arguments, "read_site", lambda _: SimpleNamespace(tags=("vi", "en", "fr"), issue=IssueRules()))

    new(tmp_path, "about", "x", "--title-en", "Port")

    assert "title: Port\n" in (tmp_path / "about/x/index.en.md").read_text(encoding="utf-8")
    assert "title:\n" in (tmp_path / "about/x/index.fr.md").read_text(encoding="utf-8")
    assert check(tmp_path).status == 0


def test_the_program_prints_what_it_made(tmp_path: Path) -> None:
    done = script("new", "--docs", tmp_path, "news", "khai-truong", "--title", TITLE, "--today", TODAY)

    folder = tmp_path / "news/2026/03/khai-truong"
    assert (done.status, done.output, done.errors) == (0, f"{folder}/index.vi.md\n{folder}/index.en.md\n", "")
