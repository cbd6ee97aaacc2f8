"""Readers see the old site or the new one, whatever happens in between."""

import ctypes
import errno
import fcntl
import os
import shutil
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bulletin.publish import MANIFEST, PublishError, exchange, lock, siblings, switch

from tests.publish.driver import COMMAND, Publish, StartDriver
from tests.publish.trees import NEW, NFC, OLD, MakeTree, snapshot


def beside(site: Path) -> list[str]:
    """Name what stands in the folder of the site."""
    return sorted(path.name for path in site.parent.iterdir())


def reset(site: Path, tree: Path | None) -> None:
    shutil.rmtree(site.parent)
    site.parent.mkdir()
    if tree:
        shutil.copytree(tree, site)


def assert_one_line_in_both_languages(message: str) -> None:
    vi, en = message.split(" / ")
    assert not vi.isascii()
    assert en
    assert len(message.splitlines()) == 1


# One publication after another


def test_the_first_publication_makes_the_site(new: Path, site: Path) -> None:
    assert switch(new, site)
    assert snapshot(site) == snapshot(new)
    assert beside(site) == ["site"]


def test_the_new_site_replaces_the_old_one_whole(old: Path, new: Path, site: Path) -> None:
    switch(old, site)
    assert switch(new, site)
    assert snapshot(site) == snapshot(new)
    assert beside(site) == ["site"]


def test_folders_above_the_site_are_made(new: Path, site: Path) -> None:
    assert switch(new, site / "deeper" / "site")
    assert snapshot(site / "deeper" / "site") == snapshot(new)


def test_an_empty_folder_becomes_the_site(new: Path, site: Path) -> None:
    site.mkdir()
    assert switch(new, site)
    assert snapshot(site) == snapshot(new)


def test_a_tree_that_is_published_already_leaves_the_site_alone(new: Path, site: Path) -> None:
    switch(new, site)
    before = site.stat()
    assert not switch(new, site)
    assert (site.stat().st_ino, site.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert beside(site) == ["site"]


def test_a_site_damaged_since_is_published_again(new: Path, site: Path) -> None:
    switch(new, site)
    (site / "index.html").write_text("hỏng", encoding="utf-8")
    assert switch(new, site)
    assert snapshot(site) == snapshot(new)


def test_a_tree_edited_after_its_manifest_does_not_pass_for_published(new: Path, site: Path) -> None:
    switch(new, site)
    (new / "index.html").write_text("sửa sau", encoding="utf-8")
    with pytest.raises(PublishError, match=r'wrong content "index[.]html"'):
        switch(new, site)


def test_the_site_shares_no_file_with_the_tree(new: Path, site: Path) -> None:
    switch(new, site)
    (new / "index.html").write_text("viết đè", encoding="utf-8")
    assert (site / "index.html").read_text(encoding="utf-8") == NEW["index.html"]


@pytest.mark.parametrize(
    ("umask", "folder", "file"),
    [
        pytest.param(0o022, 0o755, 0o644, id="usual"),
        pytest.param(0o027, 0o750, 0o640, id="group-only"),
        pytest.param(0o002, 0o775, 0o664, id="shared"),
    ],
)
def test_permissions_are_those_of_the_umask_not_of_the_tree(
    new: Path, site: Path, umask: int, folder: int, file: int
) -> None:
    for path in [new, *new.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    before = os.umask(umask)
    try:
        switch(new, site)
    finally:
        os.umask(before)
    modes = {(p.is_dir(), p.stat().st_mode & 0o7777) for p in [site, *site.rglob("*")]}
    assert modes == {(True, folder), (False, file)}


@pytest.mark.parametrize("before", ["old", "empty", "nothing"])
def test_a_link_stays_and_its_target_becomes_the_site(
    old: Path, new: Path, site: Path, tmp_path: Path, before: str
) -> None:
    target = tmp_path / "elsewhere" / "target"
    target.parent.mkdir()
    site.symlink_to(target)
    if before == "old":
        switch(old, target)
    elif before == "empty":
        target.mkdir()
    assert switch(new, site)
    assert site.is_symlink()
    assert snapshot(target) == snapshot(new)
    assert (beside(site), beside(target)) == (["site"], ["target"])


# Refusals


def _file(site: Path) -> None:
    site.write_text("ghi chú", encoding="utf-8")


def _somebodys_folder(site: Path) -> None:
    site.mkdir()
    (site / "ghi-chú.txt").touch()


def _manifest_is_a_folder(site: Path) -> None:
    (site / MANIFEST).mkdir(parents=True)


def _link_to_itself(site: Path) -> None:
    site.symlink_to(site)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(_file, "is not a folder", id="file"),
        pytest.param(_somebodys_folder, "has files but no manifest", id="somebody's-folder"),
        pytest.param(_manifest_is_a_folder, "has files but no manifest", id="manifest-is-a-folder"),
        pytest.param(_link_to_itself, "is not a folder", id="link-to-itself"),
    ],
)
def test_what_we_did_not_make_is_not_overwritten(
    new: Path, site: Path, make: Callable[[Path], None], said: str
) -> None:
    make(site)
    before = snapshot(site.parent)
    with pytest.raises(PublishError, match=said) as caught:
        switch(new, site)
    assert_one_line_in_both_languages(str(caught.value))
    assert snapshot(site.parent) == before
    assert beside(site) == ["site"]


@pytest.mark.parametrize("where", [".", "inside", "..", "../link-to-new", "not-there/../inside"])
def test_a_site_that_overlaps_the_tree_is_refused(new: Path, tmp_path: Path, where: str) -> None:
    (tmp_path / "link-to-new").symlink_to(new)
    before = snapshot(tmp_path)
    with pytest.raises(PublishError, match="two separate folders") as caught:
        switch(new, new / where)
    assert_one_line_in_both_languages(str(caught.value))
    assert snapshot(tmp_path) == before


def test_a_mount_point_is_refused(new: Path) -> None:
    with pytest.raises(PublishError, match="is a mount point"):
        switch(new, Path("/proc"))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(lambda t: (t / MANIFEST).unlink(), "has no manifest", id="no-manifest"),
        pytest.param(lambda t: (t / "x").touch(), 'extra "x"', id="extra"),
        pytest.param(lambda t: (t / "index.html").unlink(), 'missing "index.html"', id="missing"),
        pytest.param(lambda t: (t / NFC).write_text("?"), f'wrong content "{NFC}"', id="wrong"),
        pytest.param(lambda t: (t / "x").symlink_to("en"), "is a link", id="link"),
        pytest.param(lambda t: os.mkfifo(t / "x"), "special file", id="pipe"),
        pytest.param(shutil.rmtree, "has no manifest", id="no-tree"),
    ],
)
def test_a_tree_that_is_not_as_its_manifest_says_leaves_the_old_site(
    old: Path, new: Path, site: Path, spoil: Callable[[Path], object], said: str
) -> None:
    switch(old, site)
    spoil(new)
    with pytest.raises(PublishError, match=said) as caught:
        switch(new, site)
    assert str(caught.value).endswith(f'the old site at "{site}" stands unchanged')
    assert_one_line_in_both_languages(str(caught.value))
    assert snapshot(site) == snapshot(old)
    assert beside(site) == ["site"]


def test_a_copy_that_the_disk_spoiled_is_not_published(
    old: Path, new: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch(old, site)
    real = shutil.copyfile

    def spoil(source: Path, target: Path, *, follow_symlinks: bool) -> None:
        real(source, target, follow_symlinks=follow_symlinks)
        if source.name == "page.html":
            target.write_bytes(target.read_bytes()[:-1])

    monkeypatch.setattr(shutil, "copyfile", spoil)
    with pytest.raises(PublishError, match=r'wrong content "added/page[.]html"'):
        switch(new, site)
    assert snapshot(site) == snapshot(old)
    assert beside(site) == ["site"]


# Killed


@pytest.mark.parametrize("mode", ["kill", "kill-line"])
def test_a_killed_publication_leaves_one_whole_site(
    old: Path, new: Path, site: Path, driver: StartDriver, mode: str
) -> None:
    seen = kill_everywhere(driver(new, site), mode, site, old, new)
    assert seen["old"] > 40
    assert seen["new"] > 5
    assert not seen["aside"]


@pytest.mark.parametrize("mode", ["kill", "kill-line"])
def test_a_killed_first_publication_leaves_nothing_or_the_whole_site(
    new: Path, site: Path, driver: StartDriver, mode: str
) -> None:
    seen = kill_everywhere(driver(new, site), mode, site, None, new)
    assert seen["old"] > 40
    assert seen["new"] >= 1


@pytest.mark.parametrize("mode", ["kill", "kill-line"])
def test_without_exchange_a_kill_may_set_the_old_site_aside_but_never_lose_it(
    old: Path, new: Path, site: Path, driver: StartDriver, mode: str
) -> None:
    seen = kill_everywhere(driver(new, site, "--two-renames"), mode, site, old, new)
    assert 1 <= seen["aside"] <= 5


def kill_everywhere(publish: Publish, mode: str, site: Path, old: Path | None, new: Path) -> Counter[str]:
    """Kill at each event in turn; what is left must be whole, and the next publication clean."""
    wholes = {"old": snapshot(old) if old else None, "new": snapshot(new)}
    reset(site, old)
    events = publish("count-line" if mode.endswith("line") else "count", 0)["events"]
    seen: Counter[str] = Counter()
    for n in range(1, events + 1):
        reset(site, old)
        died = publish(mode, n)
        assert died == {"killed": True} or died.get("switched"), (n, died)
        left = snapshot(site)
        if old and left is None:
            (aside,) = siblings.left(site, "old")
            assert snapshot(aside) == wholes["old"], n
            seen["aside"] += 1
        else:
            assert left in wholes.values(), f"mixed after event {n}: {beside(site)}"
            seen["new" if left == wholes["new"] else "old"] += 1
        switch(new, site, wait_seconds=0)
        assert snapshot(site) == snapshot(new)
        assert beside(site) == ["site"], n
    return seen


def test_a_site_set_aside_is_back_even_when_the_next_publication_fails(old: Path, new: Path, site: Path) -> None:
    shutil.copytree(old, siblings.named(site, "old"))
    (new / "index.html").unlink()
    with pytest.raises(PublishError, match="stands unchanged"):
        switch(new, site)
    assert snapshot(site) == snapshot(old)
    assert beside(site) == ["site"]


def test_only_our_own_leftovers_are_removed(new: Path, site: Path) -> None:
    theirs = [".site.new-notes", ".other.new-1-0123456789abcdef", "site.new-1-0123456789abcdef"]
    for name in theirs:
        (site.parent / name).mkdir()
    siblings.named(site, "new").mkdir()
    switch(new, site)
    assert beside(site) == sorted([*theirs, "site"])


def test_a_leftover_that_cannot_be_removed_stops_nobody(
    old: Path, new: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rmtree(path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    switch(old, site)
    siblings.named(site, "new").mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", rmtree)
        assert switch(new, site)
        assert len(beside(site)) == 3
    assert not switch(new, site)
    assert beside(site) == ["site"]


# The disk is full


@pytest.fixture(params=[[], ["--two-renames"]], ids=["exchange", "two-renames"])
def publish_new(request: pytest.FixtureRequest, new: Path, site: Path, driver: StartDriver) -> Publish:
    return driver(new, site, *request.param)


@pytest.mark.parametrize("mode", ["fail", "full"])
def test_a_disk_that_fills_up_leaves_the_old_site(
    old: Path, new: Path, site: Path, publish_new: Publish, mode: str
) -> None:
    reset(site, old)
    refusals = 0
    for n in range(1, publish_new("count", 0)["events"] + 1):
        reset(site, old)
        result = publish_new(mode, n)
        assert not result.keys() & {"killed", "crashed"}, (n, result)
        if "refused" in result:
            refusals += 1
            assert "ổ đĩa đã hết dung lượng" in result["refused"], n
            assert result["refused"].endswith(f'the old site at "{site}" stands unchanged')
            assert_one_line_in_both_languages(result["refused"])
        assert snapshot(site) == snapshot(old if "refused" in result else new), (n, result)
        if mode == "full":
            assert beside(site) == ["site"], n
        switch(new, site, wait_seconds=0)
        assert snapshot(site) == snapshot(new)
        assert beside(site) == ["site"], n
    assert refusals > 20


@pytest.fixture
def big(make_tree: MakeTree) -> Path:
    """Return a tree that does not fit where there is room for 256 KiB."""
    return make_tree("big", {**NEW, "big.html": "x" * 300_000})


def test_a_file_too_large_for_the_disk_leaves_the_old_site(
    old: Path, big: Path, site: Path, driver: StartDriver
) -> None:
    switch(old, site)
    result = driver(big, site)("file-size", 256 * 1024)
    assert f'big.html": tệp quá lớn; trang cũ ở "{site}" vẫn giữ nguyên / ' in result["refused"]
    assert snapshot(site) == snapshot(old)
    assert beside(site) == ["site"]


def test_a_real_full_disk_leaves_the_old_site(old: Path, big: Path, site: Path, driver: StartDriver) -> None:
    disk, result = site.with_name("disk"), site.with_name("result")
    disk.mkdir()
    unshare = _way_to_mount(disk)
    if unshare is None:  # then a limit on the size of a file is the real thing that we have
        disk.rmdir()
        test_a_file_too_large_for_the_disk_leaves_the_old_site(old, big, site, driver)
        return
    script = """
        mount -t tmpfs -o size=256k tmpfs "$1" && cp -r "$2" "$1/site" || exit 9
        shift 2
        echo plain 0 | "$@"
        cp -a "$DISK" "$RESULT"
    """
    done = subprocess.run(
        [*unshare, "sh", "-c", script, "sh", disk, old, *COMMAND, big, disk / "site"],
        env={**os.environ, "DISK": str(disk), "RESULT": str(result)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "No space left on device; the old site" in done.stdout, done
    assert snapshot(result / "site") == snapshot(old)
    assert beside(result / "site") == ["site"]


def _way_to_mount(disk: Path) -> list[str] | None:
    if not shutil.which("unshare"):
        return None
    for way in (["unshare", "-m"], ["unshare", "-Urm"]):
        mount = [*way, "mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
        if subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            return way
    return None


def test_a_failed_first_publication_says_that_there_is_no_site(big: Path, site: Path, driver: StartDriver) -> None:
    result = driver(big, site)("file-size", 256 * 1024)
    assert f'chưa có trang nào ở "{site}" / ' in result["refused"]
    assert beside(site) == []


# Without exchange


def _refusing(code: int) -> Callable[[], Callable[[bytes, bytes], int]]:
    def call(_new: bytes, _site: bytes) -> int:
        ctypes.set_errno(code)
        return -1

    return lambda: call


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.ENOTSUP, None])
def test_a_system_without_exchange_renames_twice(
    old: Path, new: Path, site: Path, monkeypatch: pytest.MonkeyPatch, code: int | None
) -> None:
    monkeypatch.setattr(exchange, "_system_call", _refusing(code) if code else lambda: None)
    switch(old, site)
    assert switch(new, site)
    assert snapshot(site) == snapshot(new)
    assert beside(site) == ["site"]


def test_a_system_that_refuses_the_exchange_leaves_the_old_site(
    old: Path, new: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_system_call", _refusing(errno.EACCES))
    switch(old, site)
    with pytest.raises(PublishError, match=f'"{site}": không có quyền truy cập; trang cũ') as caught:
        switch(new, site)
    assert_one_line_in_both_languages(str(caught.value))
    assert snapshot(site) == snapshot(old)
    assert beside(site) == ["site"]


def test_when_the_second_rename_fails_the_first_is_taken_back(old: Path, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    with pytest.raises(FileNotFoundError):
        exchange._renamed_twice(  # noqa: SLF001 - no public call fails there on demand
            tmp_path / "not there", old, aside
        )
    assert snapshot(old)
    assert not aside.exists()


def test_this_system_exchanges_in_one_rename(old: Path, new: Path, tmp_path: Path) -> None:
    """Or the tests above prove nothing about the usual way."""
    before = snapshot(old), snapshot(new)
    exchange.exchange(old, new, tmp_path / "aside")
    assert (snapshot(new), snapshot(old)) == before
    assert not (tmp_path / "aside").exists()


def test_all_is_on_the_disk_before_the_switch_and_the_switch_after_it(
    old: Path, new: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, bool]] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append((os.fstat(descriptor).st_ino, snapshot(site) == snapshot(new)))
        real(descriptor)

    switch(old, site)
    monkeypatch.setattr(os, "fsync", fsync)
    switch(new, site)
    *before, after = synced
    assert sorted(before) == sorted((p.stat().st_ino, False) for p in [site, *site.rglob("*")])
    assert after == (site.parent.stat().st_ino, True)


def test_a_disk_that_cannot_write_is_named_with_the_file(
    old: Path, new: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(descriptor: int) -> None:
        if os.fstat(descriptor).st_size == len("<p>Bulletin 2</p>"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    switch(old, site)
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(PublishError, match=r'/en/index.html": Input/output error; the old site'):
        switch(new, site)
    assert snapshot(site) == snapshot(old)
    assert beside(site) == ["site"]


def test_a_disk_that_does_not_confirm_is_reported_as_such(
    old: Path, new: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(descriptor: int) -> None:
        if os.path.samestat(os.fstat(descriptor), site.parent.stat()):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    switch(old, site)
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(PublishError, match=r"trang mới đã ở .* the new site is in place") as caught:
        switch(new, site)
    assert_one_line_in_both_languages(str(caught.value))
    assert snapshot(site) == snapshot(new)
    assert beside(site) == ["site"]


# Readers and other publishers


@contextmanager
def readers(site: Path) -> Iterator[Counter[str]]:
    """Read two pages over and over in threads, and count what they found."""
    seen: Counter[str] = Counter()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            for page in (site / "index.html", site / "en/index.html"):
                try:
                    seen[page.read_text(encoding="utf-8")] += 1
                except OSError as error:
                    seen[repr(error)] += 1

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        done.set()
        for thread in threads:
            thread.join()


def test_readers_never_miss_a_page_while_sites_are_switched(old: Path, new: Path, site: Path) -> None:
    switch(old, site)
    with readers(site) as seen:
        for _ in range(15):
            assert switch(new, site)
            assert switch(old, site)
    pages = {files[page] for files in (OLD, NEW) for page in ("index.html", "en/index.html")}
    assert set(seen) == pages
    assert min(seen.values()) > 30


def test_two_publishers_take_turns(old: Path, new: Path, site: Path, driver: StartDriver) -> None:
    results: list[dict[str, object]] = []

    def publish(ask: Publish) -> None:
        results.extend(ask("plain", 0) for _ in range(20))

    threads = [threading.Thread(target=publish, args=[driver(tree, site)]) for tree in (old, new)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 40
    assert all("switched" in result for result in results), results
    assert snapshot(site) in (snapshot(old), snapshot(new))
    assert beside(site) == ["site"]


def test_a_publisher_that_waits_too_long_is_told_so(old: Path, new: Path, site: Path) -> None:
    switch(old, site)
    in_the_making = siblings.named(site, "new")
    with lock.held(siblings.lock_file(site), 0):
        in_the_making.mkdir()
        with pytest.raises(PublishError, match=r"another process.* after 0.1 seconds") as caught:
            switch(new, site, wait_seconds=0.1)
        assert in_the_making.is_dir()
    assert_one_line_in_both_languages(str(caught.value))
    assert snapshot(site) == snapshot(old)


def test_sites_side_by_side_do_not_wait_for_one_another(new: Path, site: Path) -> None:
    with lock.held(siblings.lock_file(site), 0):
        assert switch(new, site.with_name("other"), wait_seconds=0)


def test_a_lock_file_removed_under_a_waiter_is_not_taken_for_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "lock", fcntl.flock

    def flock(descriptor: int, operation: int) -> None:
        monkeypatch.undo()
        path.unlink()  # as the holder does, between our open and our flock
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    with lock.held(path, 1):
        assert path.exists()
    assert not path.exists()
