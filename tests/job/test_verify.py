"""verify.py on built sites: says nothing of a right one, and finds whatever was put into it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bulletin.publish import MANIFEST, write_manifest

from tests.build.projects import picture
from tests.desk import Done, script
from tests.trees import KEY, LENIENT, NOW, SOURCE, TRANSLATION, build, pair, with_body, with_field, write_docs

HIDDEN, WITHDRAWN = "news/2026/03/bi-mat", "news/2026/03/da-go"
WORDS = "Chim yến đỏ làm tổ trên vách đá phía tây của đảo Mắt mùa này"
ENGLISH = "Red swiftlets nest on the western cliffs of Mat Island this very season"
_HIDING = with_field(with_body(SOURCE, f"{WORDS}.\n"), "embargo_until: 2026-03-21")
_GONE = "status: withdrawn\nwithdrawn: {on: 2026-03-06, reason: {vi: Số liệu sai., en: The figures were wrong.}}"
FILES = {
    **pair(),
    **pair(HIDDEN, _HIDING, with_body(TRANSLATION, f"{ENGLISH}.\n")),
    f"{HIDDEN}/lua.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    **pair(
        WITHDRAWN, with_body(SOURCE.replace("status: published", _GONE), "Cơn bão lớn đổ bộ vào Nghệ An đêm qua.\n")
    ),
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A docs folder with something to hide, and its site."""
    folder = tmp_path_factory.mktemp("verify")
    docs = write_docs(folder / "docs", {**FILES, **LENIENT})
    made = build(docs, folder / "site")
    assert made.status == 0, made.output
    return docs, made.site


@pytest.fixture
def site(built: tuple[Path, Path], tmp_path: Path) -> Path:
    shutil.copytree(built[1], tmp_path / "site")
    return tmp_path / "site"


def verify(built: tuple[Path, Path], site: Path, now: str = NOW) -> Done:
    return script("verify", "--docs", built[0], "--site-dir", site, "--now", now)


def put(site: Path, path: str, text: str | bytes) -> None:
    """Add to a page or write a file, as a faulty renderer would: before the manifest is made."""
    target = site / path
    target.parent.mkdir(parents=True, exist_ok=True)
    old = target.read_bytes() if target.exists() else b""
    target.write_bytes(old + (text if isinstance(text, bytes) else text.encode()))
    (site / MANIFEST).unlink()
    write_manifest(site)


def test_a_right_site_is_verified(built: tuple[Path, Path], site: Path) -> None:
    done = verify(built, site)
    assert (done.status, done.errors) == (0, "")
    assert "4 bản chưa công bố không lọt vào trang" in done.output


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        pytest.param("index.html", f"<p>{WORDS}</p>", f"{HIDDEN}/index.vi.md", id="source"),
        pytest.param("en/index.html", f'<img alt="{ENGLISH}">', f"{HIDDEN}/index.en.md", id="translation"),
        pytest.param("feeds/vi.json", f'["{WORDS}"]', f"{HIDDEN}/index.vi.md", id="feed"),
        pytest.param(
            "index.html", "<p>Cơn bão lớn đổ bộ vào Nghệ An đêm qua.", f"{WITHDRAWN}/index.vi.md", id="withdrawn"
        ),
        pytest.param(f"{HIDDEN}/index.html", "<p>Trống</p>", HIDDEN, id="page-of-a-hidden-bulletin"),
        pytest.param(f"en/{HIDDEN}/x.webp", b"x", HIDDEN, id="file-in-its-folder"),
        pytest.param("assets/x.svg", FILES[f"{HIDDEN}/lua.svg"], f"{HIDDEN}/lua.svg", id="its-picture-elsewhere"),
        pytest.param("index.html", '<a href="news/2026/03/khong-co/">x</a>', "khong-co", id="dead-link"),
    ],
)
def test_what_must_not_be_there_is_found(
    built: tuple[Path, Path], site: Path, path: str, text: str | bytes, said: str
) -> None:
    put(site, path, text)
    done = verify(built, site)
    assert done.status == 1
    line = next(line for line in done.output.splitlines() if f"/{path}:" in line)
    assert said in line
    assert WORDS not in done.output


def test_the_same_words_are_fine_once_they_are_public(built: tuple[Path, Path], site: Path) -> None:
    put(site, "index.html", f"<p>{WORDS}</p>")
    assert verify(built, site, now="2026-03-21T08:00:00+07:00").status == 0


def test_a_file_that_was_changed_after_the_build_is_found(built: tuple[Path, Path], site: Path) -> None:
    (site / f"{KEY}/index.html").write_text("sửa")
    done = verify(built, site)
    assert done.status == 1
    assert f'wrong content "{KEY}/index.html"' in done.output


def test_a_wrong_call_is_one_line(built: tuple[Path, Path], tmp_path: Path) -> None:
    done = verify(built, tmp_path / "khong-co")
    assert done.status == 2
    assert done.errors.count("\n") == 1


def test_a_picture_of_two_bulletins_is_public_with_one(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    shown = with_body(SOURCE, "![Lúa](lua.svg)\n")
    files = {**pair(source=shown, translation=None), **pair(HIDDEN, _HIDING, None)}
    files |= {f"{KEY}/lua.svg": svg, f"{HIDDEN}/lua.svg": svg, f"{KEY}/x.png": picture("x")}
    docs = write_docs(tmp_path / "docs", files)
    made = build(docs, tmp_path / "site")
    assert made.status == 0, made.output
    assert verify((docs, made.site), made.site).status == 0
