"""After a change of texts alone only what shows them is made, and the site is the one that would be made anew."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bulletin import cli
from bulletin.making.build import Means, Result, build_site, home_of, remember
from bulletin.making.edit import build_edit
from bulletin.making.memory import NAME
from bulletin.model.calendar import parse_instant
from bulletin.prepared import OVERRIDES, Prepared, prepare
from bulletin.source.marks import TICK

from tests.build.projects import differing, snapshot
from tests.site.kinds import write_kinds
from tests.trees import pair, write_docs

NOW = "2026-11-20T09:00+07:00"
RICH = "news/2026/10/danh-muc/index.vi.md"


class Office:
    """A docs folder, its site, and what builds keep of them."""

    def __init__(self, folder: Path) -> None:
        self.docs = write_kinds(folder / "docs")
        for lock in self.docs.rglob("approval.lock"):
            lock.unlink()  # or no text could change without a new approval
        self.site, self.cache = folder / "site", folder / "cache"
        self.file = self.cache / "check" / "docs"
        self.now = parse_instant(NOW)

    def prepared(self) -> Prepared:
        time.sleep(1.2 * TICK / 1e9)  # what was just written may change again within a tick: it is not remembered
        found = prepare(self.docs, self.now, cache=self.file)
        assert [each for each in found.findings if each.severity.value == "error"] == []
        return found

    @contextmanager
    def means(self) -> Iterator[Means]:
        with TemporaryDirectory() as work:
            yield Means(OVERRIDES, Path(work), 1, self.cache, trusts_stat=True)

    def build(self) -> None:
        """As build.py does it."""
        with self.means() as means:
            cli._made(self.prepared(), self.site, means)  # noqa: SLF001 - what build.py does between its lines

    def edited(self) -> Result | None:
        """A build that makes only what shows changed texts; None where it would make more."""
        prepared = self.prepared()
        with self.means() as means:
            assert prepared.edit is not None
            done = build_edit(prepared.edit, self.site, means)
            if done is not None:
                remember(self.site, self.cache, done[1])
        return done[0] if done else None

    def anew(self) -> dict[str, bytes]:
        """The site as it is made by a build that knows nothing."""
        with TemporaryDirectory() as folder, TemporaryDirectory() as work:
            content = prepare(self.docs, self.now).content
            build_site(content, Path(folder) / "site", Means(OVERRIDES, Path(work), 2, None, trusts_stat=True))
            return snapshot(Path(folder) / "site")

    @property
    def texts(self) -> list[Path]:
        return sorted(self.docs.rglob("index.*md"))


def add(path: Path, text: str = "") -> None:
    """Another sentence at the end of a text, in its own language."""
    said = text or (" One sentence more." if path.name == "index.en.md" else " Thêm một câu nữa.")
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}{said}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """One for tests that leave its site in order."""
    office = Office(tmp_path_factory.mktemp("office"))
    office.build()
    return office


def test_each_text_of_every_kind_of_bulletin_is_changed_alone(office: Office) -> None:
    made = []
    for path in office.texts:
        add(path)
        result = office.edited()
        assert result is not None, path
        made.append(result.pages)
    assert differing(snapshot(office.site), office.anew()) == []
    assert 0 < max(made) < 12


def test_two_texts_change_at_once_and_a_word_goes(office: Office) -> None:
    for path in office.texts[:3]:
        path.write_text(
            path.read_text(encoding="utf-8").replace("more.", "here.").replace("nữa.", "ở đây."), encoding="utf-8"
        )
    assert office.edited() is not None
    assert differing(snapshot(office.site), office.anew()) == []


def test_nothing_but_the_files_of_the_bulletin_and_of_its_words_is_another_file(office: Office) -> None:
    before = snapshot(office.site)
    path = next(each for each in office.texts if each.parent != office.docs and each.name == "index.vi.md")
    key = path.parent.relative_to(office.docs).as_posix()
    add(path, " Câu này nói về chim hồng hoàng.")
    assert office.edited() is not None
    after = snapshot(office.site)
    changed = {at for at in before.keys() | after.keys() if before.get(at) != after.get(at)}
    others = {at for at in changed if key not in at and not at.startswith(("search/", "api/"))}
    assert all(at == "manifest.sha256" or "feeds" in at for at in others)


def test_a_text_that_is_changed_back_gives_the_old_site(office: Office) -> None:
    before = snapshot(office.site)
    path = office.texts[-1]
    text = path.read_bytes()
    add(path)
    assert office.edited() is not None
    path.write_bytes(text)
    assert office.edited() is not None
    assert differing(snapshot(office.site), before) == []


def test_a_build_that_finds_nothing_changed_makes_nothing(office: Office) -> None:
    result = office.edited()
    assert result == Result(pages=0, is_new=False)


# What is more than a change of a text


def title(office: Office) -> None:
    path = office.docs / RICH
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: Mới ", 1), encoding="utf-8")


def picture(office: Office) -> None:
    path = next(office.docs.rglob("*.svg"))
    path.write_text(path.read_text(encoding="utf-8").replace("</svg>", "<desc>mới</desc></svg>"), encoding="utf-8")


def link(office: Office) -> None:
    for tag, said in (("vi", "Xem thêm"), ("en", "See also")):
        add((office.docs / RICH).with_name(f"index.{tag}.md"), f" [{said}](../../../2015/09/tiep-khach/).")


def new_bulletin(office: Office) -> None:
    write_docs(office.docs, pair("news/2026/10/tin-them"))


def bulletin_gone(office: Office) -> None:
    shutil.rmtree(office.docs / "news/2026/10/tin-them")


def time_goes_on(office: Office) -> None:
    office.now += timedelta(days=1)


def time_goes_back(office: Office) -> None:
    office.now -= timedelta(hours=2)


def page_damaged(office: Office) -> None:
    for tree in (office.site, home_of(office.site, office.cache) / "tree"):
        page = tree / "index.html"
        page.unlink()
        page.write_bytes(b"<p>")


def page_lost(office: Office) -> None:
    for tree in (office.site, home_of(office.site, office.cache) / "tree"):
        (tree / "feeds" / "index.html").unlink()


def memory_damaged(office: Office) -> None:
    file = home_of(office.site, office.cache) / NAME
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def memory_of_another_ledger(office: Office) -> None:
    home = home_of(office.site, office.cache)
    known = (home / NAME).read_bytes()
    title(office)
    office.build()
    (home / NAME).write_bytes(known)


CHANGES = (
    *(title, picture, link, new_bulletin, bulletin_gone, time_goes_on, time_goes_back, page_damaged, page_lost),
    *(memory_damaged, memory_of_another_ledger),
)


@pytest.mark.parametrize("change", CHANGES, ids=[each.__name__ for each in CHANGES])
def test_more_than_a_text_is_left_to_the_whole_build(office: Office, change: Callable[[Office], None]) -> None:
    change(office)
    assert office.edited() is None
    office.build()
    assert office.edited() == Result(pages=0, is_new=False)


def test_after_all_that_the_site_is_the_one_that_would_be_made_anew(office: Office) -> None:
    assert differing(snapshot(office.site), office.anew()) == []
