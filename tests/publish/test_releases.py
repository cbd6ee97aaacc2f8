"""A server's folder of releases: whole whatever happens, unchanged files kept, and a way back."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from bulletin.publish import MANIFEST, PublishError, lock, releases, verify
from bulletin.publish.compress import compressed, is_compressible
from bulletin.publish.redirects import as_map
from bulletin.publish.releases import LASTING, Release, current, is_lasting, publish, roll_back

from tests.publish.driver import KEEP, StartDriver
from tests.publish.trees import NEW, NFC, OLD, Files, MakeTree, snapshot

LONG = "<p>" + "Kim ngạch xuất khẩu đạt 1.250,5 tỷ đồng. " * 50 + "</p>"
ICON, ICON_2 = "assets/icon.0123456789.svg", "assets/icon.abcdef0123.svg"
MOVED = '<html lang="vi"><head><meta http-equiv="refresh" content="0; url=../../05/moi/"></head></html>'
A: Files = {**OLD, "long.html": LONG, "both.html": LONG, ICON: "<svg>1</svg>"}
B: Files = {**NEW, "long.html": LONG + "<p>Bản 2</p>", "both.html": LONG, ICON_2: "<svg>2</svg>"}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return the server's folder, which is not there yet."""
    return tmp_path / "srv" / "bulletin"


@pytest.fixture
def a(make_tree: MakeTree) -> Path:
    return make_tree("a", A)


@pytest.fixture
def b(make_tree: MakeTree) -> Path:
    return make_tree("b", B)


def shown(base: Path) -> dict[str, bytes | None] | None:
    """Read what readers are served, without what is only a smaller form of it."""
    found = snapshot(base / "current" / "site")
    return found and {path: data for path, data in found.items() if not path.endswith((".br", ".gz"))}


def assert_whole(base: Path, *trees: Path) -> Path:
    """Hold the current release to its manifest, and to one of some sites; return which."""
    seen = current(base)
    assert seen is not None
    verify(seen.path)
    found = shown(base)
    return next(tree for tree in trees if snapshot(tree) == found)


# One publication after another


def test_the_first_publication_makes_the_folder_and_what_readers_see(a: Path, base: Path) -> None:
    release, is_new = publish(a, base, KEEP)
    assert is_new
    assert release.name == (base / "current").readlink().name
    assert shown(base) == snapshot(a)
    assert sorted(path.name for path in base.iterdir()) == ["current", "lasting", "releases"]


def test_the_next_one_replaces_it_and_can_be_taken_back(a: Path, b: Path, base: Path) -> None:
    publish(a, base, KEEP)
    publish(b, base, KEEP)
    assert shown(base) == snapshot(b)
    assert roll_back(base).number == 1
    assert shown(base) == snapshot(a)
    publish(b, base, KEEP)
    assert shown(base) == snapshot(b)


def test_what_readers_see_already_is_not_published_again(a: Path, base: Path) -> None:
    first, _ = publish(a, base, KEEP)
    again, is_new = publish(a, base, KEEP)
    assert (again, is_new) == (first, False)


def test_a_release_damaged_since_is_published_again(a: Path, base: Path) -> None:
    release, _ = publish(a, base, KEEP)
    (release.path / "site/index.html").write_text("hỏng")
    assert publish(a, base, KEEP)[1]
    assert shown(base) == snapshot(a)


def test_a_release_without_its_manifest_is_shown_until_the_next_one_is_there(a: Path, b: Path, base: Path) -> None:
    release, _ = publish(a, base, KEEP)
    (release.path / MANIFEST).unlink()
    (b / "index.html").write_text("sửa sau khi dựng")
    with pytest.raises(PublishError):
        publish(b, base, KEEP)
    assert shown(base) == snapshot(a)
    assert publish(a, base, KEEP)[0].number == 2
    assert_whole(base, a)


def test_nothing_before_the_first_release_can_be_gone_back_to(a: Path, base: Path) -> None:
    publish(a, base, KEEP)
    with pytest.raises(PublishError, match="nothing to go back to"):
        roll_back(base)
    assert shown(base) == snapshot(a)


def test_a_damaged_release_is_not_gone_back_to(a: Path, b: Path, base: Path) -> None:
    first, _ = publish(a, base, KEEP)
    publish(b, base, KEEP)
    (first.path / "site/gone.html").unlink()
    with pytest.raises(PublishError, match='missing "site/gone'):
        roll_back(base)
    assert shown(base) == snapshot(b)


def test_so_many_releases_are_kept_and_never_fewer_than_the_current_one(make_tree: MakeTree, base: Path) -> None:
    for number in range(5):
        publish(make_tree(f"t{number}", {"index.html": f"{number}"}), base, 3)
    assert [release.number for release in releases.releases(base)] == [3, 4, 5]
    publish(make_tree("t5", {"index.html": "5"}), base, 1)
    assert [release.number for release in releases.releases(base)] == [6]


def test_after_going_back_the_release_that_was_wrong_is_never_the_one_before(
    a: Path, b: Path, make_tree: MakeTree, base: Path
) -> None:
    publish(a, base, KEEP)
    publish(b, base, KEEP)
    roll_back(base)
    publish(make_tree("c", {"index.html": "c"}), base, KEEP)
    roll_back(base)
    assert shown(base) == snapshot(a)


# What a server and its readers get


def inode(base: Path, path: str) -> int:
    return (base / "current/site" / path).stat().st_ino


def test_unchanged_files_are_the_same_files_so_their_etag_stays(a: Path, b: Path, base: Path) -> None:
    publish(a, base, KEEP)
    before = {path: inode(base, path) for path in ("both.html", "both.html.br", "both.html.gz", NFC, "long.html")}
    publish(b, base, KEEP)
    changed = [path for path, number in before.items() if inode(base, path) != number]
    assert changed == ["long.html"]


def test_a_changed_file_has_another_time_even_within_one_second(make_tree: MakeTree, base: Path) -> None:
    times = []
    for name in ("một", "hai", "bốn"):  # of one length
        publish(make_tree(name, {"index.html": name[0]}), base, KEEP)
        times.append(int((base / "current/site/index.html").stat().st_mtime))
    assert len(set(times)) == 3
    assert times == sorted(times)


def test_an_unchanged_file_that_was_damaged_is_copied_again(a: Path, b: Path, base: Path) -> None:
    first, _ = publish(a, base, KEEP)
    (first.path / "site/both.html").write_text("hỏng")
    (first.path / "site/both.html.gz").write_bytes(b"x")
    publish(b, base, KEEP)
    assert_whole(base, b)


def test_texts_have_smaller_forms_that_unpack_to_the_same(a: Path, base: Path) -> None:
    publish(a, base, KEEP)
    site = base / "current/site"
    assert gzip.decompress((site / "long.html.gz").read_bytes()) == LONG.encode()
    assert brotli.decompress((site / "long.html.br").read_bytes()) == LONG.encode()


def test_smaller_forms_are_the_same_every_time_and_name_no_time() -> None:
    one, other = compressed(LONG.encode()), compressed(LONG.encode())
    assert one == other
    assert set(one) == {".br", ".gz"}
    assert one[".gz"][3:8] == bytes(5)  # no name, no comment, no time


def test_what_would_not_be_smaller_is_left_alone() -> None:
    assert compressed(b"<p>") == {}


@pytest.mark.parametrize("path", ["index.html", "sitemap.xml", "assets/icon.0123456789.svg", "FEED.ATOM"])
def test_texts_are_compressed(path: str) -> None:
    assert is_compressible(path)


@pytest.mark.parametrize("path", ["a.webp", "a.woff2", "a.pdf", ".nojekyll", "manifest.sha256"])
def test_what_is_small_already_is_not_compressed(path: str) -> None:
    assert not is_compressible(path)


@pytest.mark.parametrize(
    "path",
    [
        "assets/icon.0123456789.svg",
        "assets/icon.0123456789.svg.br",
        "news/2026/03/lua/lua-0123456789-800.webp",
        "card-0123456789.png",
        "search/0123456789ab/vi/t3.txt",
        "en/news/2026/03/lua/card-0123456789.jpg",
    ],
)
def test_a_file_whose_name_changes_with_its_content_is_lasting(path: str) -> None:
    assert is_lasting(path)


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "assets/icon.svg",
        "news/2026/03/lua/bieu-0123456789.pdf",
        "news/icon.0123456789.svg",
        "news/2026/03/lua/postcard-0123456789.png",
        "search/vi.json",
        "search/0123456789ab/index.html",
        "en/404.html",
    ],
)
def test_a_file_that_may_change_under_its_name_is_not(path: str) -> None:
    assert not is_lasting(path)


def lasting(base: Path) -> set[str]:
    return {path.relative_to(base / LASTING).as_posix() for path in (base / LASTING).rglob("*") if path.is_file()}


def test_a_page_from_before_the_switch_finds_its_files_after_it(a: Path, b: Path, base: Path) -> None:
    publish(a, base, KEEP)
    publish(b, base, KEEP)
    assert lasting(base) == {ICON, ICON_2}
    roll_back(base)
    assert lasting(base) == {ICON, ICON_2}


def test_files_of_releases_that_are_gone_go_too(a: Path, b: Path, base: Path) -> None:
    publish(a, base, 1)
    publish(b, base, 1)
    assert lasting(base) == {ICON_2}


def test_a_former_address_becomes_a_line_for_the_server(make_tree: MakeTree, base: Path) -> None:
    tree = make_tree("moved", {"news/2026/03/cu/index.html": MOVED, "news/2026/05/moi/index.html": "<p>Mới</p>"})
    publish(tree, base, KEEP)
    assert (base / "current/nginx/redirects.map").read_text().splitlines()[1:] == [
        "/news/2026/03/cu/ /news/2026/05/moi/;",
        "/news/2026/03/cu /news/2026/05/moi/;",
    ]


@pytest.mark.parametrize(
    "target",
    ["https://example.vn/", "../x;y/", "../a b/", "../$host/", "../{x}/", "javascript:alert(1)"],
)
def test_an_address_that_could_mean_something_to_nginx_is_left_to_the_page(
    make_tree: MakeTree, base: Path, target: str
) -> None:
    page = MOVED.replace("../../05/moi/", target)
    publish(make_tree("moved", {"cu/index.html": page}), base, KEEP)
    assert len((base / "current/nginx/redirects.map").read_text().splitlines()) == 1


def test_a_map_is_sorted_and_holds_each_address_with_and_without_its_slash() -> None:
    lines = as_map([("/b/", "/x/"), ("/a/", "/y/")]).splitlines()[1:]
    assert lines == ["/a/ /y/;", "/a /y/;", "/b/ /x/;", "/b /x/;"]


# Refused


def _somebodys(base: Path) -> None:
    base.mkdir(parents=True)
    (base / "bài.txt").write_text("của tôi")


def _folder_as_current(base: Path) -> None:
    (base / "releases").mkdir(parents=True)
    (base / "current").mkdir()


def _file(base: Path) -> None:
    base.parent.mkdir(parents=True)
    base.write_text("x")


@pytest.mark.parametrize("make", [_somebodys, _folder_as_current, _file])
def test_what_publish_did_not_make_is_left_alone(a: Path, base: Path, make: Callable[[Path], None]) -> None:
    make(base)
    before = snapshot(base.parent)
    with pytest.raises(PublishError) as caught:
        publish(a, base, KEEP)
    vi, en = str(caught.value).split(" / ")
    assert not vi.isascii()
    assert en
    assert snapshot(base.parent) == before


@pytest.mark.parametrize("where", [".", "inside", ".."])
def test_a_folder_that_overlaps_the_site_is_refused(a: Path, where: str) -> None:
    with pytest.raises(PublishError, match="two separate folders"):
        publish(a, a / where, KEEP)


def test_a_site_that_is_not_as_its_manifest_says_is_not_published(a: Path, b: Path, base: Path) -> None:
    publish(a, base, KEEP)
    (b / "index.html").write_text("sửa sau khi dựng")
    with pytest.raises(PublishError, match=r'wrong content "index\.html"'):
        publish(b, base, KEEP)
    assert_whole(base, a)


def test_two_publications_do_not_meet(a: Path, base: Path) -> None:
    publish(a, base, KEEP)
    with lock.held(base / ".lock", 0), pytest.raises(PublishError, match="another process"):
        publish(a, base, KEEP, wait_seconds=0)


# Killed, and out of room


def reset(base: Path, tree: Path | None) -> None:
    shutil.rmtree(base, ignore_errors=True)
    if tree:
        publish(tree, base, KEEP)


@pytest.mark.parametrize("mode", ["kill", "kill-line"])
def test_a_killed_publication_leaves_one_whole_release(
    a: Path, b: Path, base: Path, driver: StartDriver, mode: str
) -> None:
    ask = driver(b, base, "--releases")
    seen: list[Path] = []
    step = 2 if mode == "kill" else 9
    for n in range(1, 3000, step):
        reset(base, a)
        answer = ask(mode, n)
        seen.append(assert_whole(base, a, b))
        if "killed" not in answer:
            break
        publish(b, base, KEEP)
        assert_whole(base, b)
        left = [path.name for path in base.rglob(".*") if path.name != MANIFEST]
        assert left == []
    assert seen.count(a) > 20
    assert b in seen[:-1], "killed after the switch too"


def test_a_full_disk_leaves_the_old_release(a: Path, b: Path, base: Path, driver: StartDriver) -> None:
    ask = driver(b, base, "--releases")
    refused = 0
    for n in range(1, 2000, 5):
        reset(base, a)
        answer = ask("full", n)
        tree = assert_whole(base, a, b)
        if "refused" not in answer:
            break
        refused += 1
        assert "hết dung lượng" in answer["refused"]
        if "has no manifest" not in answer["refused"]:
            assert tree == a
    assert refused > 5


def test_a_killed_publication_is_not_gone_back_to(a: Path, b: Path, base: Path, make_tree: MakeTree) -> None:
    publish(a, base, KEEP)
    release, _ = publish(b, base, KEEP)
    (base / "current").unlink()
    (base / "current").symlink_to("releases/" + releases.releases(base)[0].name)  # as if killed before the switch
    publish(make_tree("c", {"index.html": "c"}), base, KEEP)
    assert isinstance(release, Release)
    roll_back(base)
    assert_whole(base, a)
