"""What the benchmark builds: content that an office could publish as it is."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.content.bulletins import Plan, write
from bench.content.generate import NOW, Written, generate, put
from bench.content.material import material
from bench.measure import mark_of, rewrite
from bench.peers.articles import read
from bench.peers.this_project import accept

ROOT = Path(__file__).parents[2]
PAIRS = 12


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    folder = tmp_path_factory.mktemp("content")
    return folder, generate(folder, PAIRS)


def script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "SOURCE_DATE_EPOCH"}}
    command = [sys.executable, f"scripts/{name}.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_number_and_seed_give_the_same_bytes(generated: tuple[Path, Written], tmp_path: Path) -> None:
    generate(tmp_path, PAIRS)
    assert digests(tmp_path / "docs") == digests(generated[0] / "docs")


def test_another_seed_gives_other_bulletins(generated: tuple[Path, Written], tmp_path: Path) -> None:
    generate(tmp_path, 2, seed=9)
    news = [name for name in digests(tmp_path / "docs") if name.startswith("news/") and name.endswith(".md")]
    assert not set(news) & set(digests(generated[0] / "docs"))


def test_it_is_published_without_a_finding(generated: tuple[Path, Written], tmp_path: Path) -> None:
    docs = generated[0] / "docs"
    checked = script("check", "--docs", str(docs), "--today", NOW[:10], "--no-cache")
    assert checked.stdout.splitlines()[-1].endswith("errors: 0, warnings: 0"), checked.stdout
    built = script("build", "--docs", str(docs), "--site-dir", str(tmp_path / "site"), "--now", NOW)
    assert built.returncode == 0, built.stdout + built.stderr
    for article in read(docs):
        assert (tmp_path / "site" / article.url.strip("/") / "index.html").is_file()


def test_an_edition_is_as_long_as_a_bulletin_is(generated: tuple[Path, Written]) -> None:
    written = generated[1]
    assert written.pairs == PAIRS
    for words in written.words:
        assert 700 <= words / PAIRS <= 850


def test_it_has_tables_notes_pictures_and_links(generated: tuple[Path, Written]) -> None:
    docs = generated[0] / "docs"
    bodies = "\n".join(article.body for article in read(docs))
    for what in (r"^\|", r"^## ", r"\[\^1\]:", r"!\[", r"^- \[.*\]\(\.\./.*index\.vi\.md\)"):
        assert re.search(what, bodies, re.MULTILINE), what
    assert list(docs.rglob("photo.jpg"))
    assert list(docs.rglob("cover.svg"))


def test_a_bulletin_leads_to_older_ones_only(generated: tuple[Path, Written]) -> None:
    articles = {article.name: article for article in read(generated[0] / "docs")}
    days = {(article.key, article.tag): article.day for article in articles.values()}
    found = 0
    for article in articles.values():
        for target in re.findall(r"\]\(((?:\.\./)+[^)]*)index\.\w\w\.md\)", article.body):
            key = os.path.normpath(f"{article.key}/{target}")
            there = days[key, article.tag]
            found += 1
            assert article.day is None or there is None or there <= article.day
    assert found > PAIRS


def test_what_the_check_has_something_to_say_about_is_not_written(tmp_path: Path) -> None:
    head, files = write(Plan(2, 8), 0, 0)
    wrong = files["index.en.md"] + b"\nIt cost VND 1,250.5 billion.\n"
    assert not put(tmp_path, head.key, {**files, "index.en.md": wrong})
    assert not (tmp_path / head.key).exists()
    assert put(tmp_path, head.key, files)


def test_boxes_are_of_kinds_that_pages_have() -> None:
    texts = [vi for section in (*material().leads, *material().sections) for vi, _ in section.parts]
    kinds = {match[1] for text in texts for match in re.finditer(r"^[!?]{3}\+? ([\w-]+)", text, re.MULTILINE)}
    assert "note" in kinds
    assert kinds <= {"note", "info", "tip", "warning", "important", "caution"}


def test_an_edit_keeps_both_editions_agreed(tmp_path: Path) -> None:
    generate(tmp_path, 2)
    article = next(each for each in read(tmp_path / "docs") if each.section in {"news", "features"})
    changed = rewrite(tmp_path / "docs", article, mark_of(17))
    accept(tmp_path, changed[0])
    assert [each.tag for each in changed] == ["vi", "en"]
    assert all(f" {mark_of(17)}." in each.body for each in changed)
    checked = script("check", "--docs", str(tmp_path / "docs"), "--today", NOW[:10], "--no-cache")
    assert checked.stdout.splitlines()[-1].endswith("errors: 0, warnings: 0"), checked.stdout
