"""A build in parts gives the site of one build, whatever becomes of the parts, and no part holds what is not public."""

from __future__ import annotations

import shutil
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from bulletin.finish import share_images
from bulletin.making.build import Means, build_site
from bulletin.model.calendar import parse_instant
from bulletin.model.finding import CallError
from bulletin.prepared import OVERRIDES, Ground, prepare, read_ground
from bulletin.render.body import BodyRenderer
from bulletin.shards import Share, Taken, keys_of, make_shard, share_of, take_shards
from hypothesis import given
from hypothesis import strategies as st

from tests.build.projects import differing, snapshot
from tests.site.kinds import write_kinds
from tests.trees import ROOT, build, pair, with_field, write_docs

NOW = parse_instant("2026-11-20T09:00+07:00")
SECRET = "Nhà đầu tư bí mật sẽ được công bố sau"
COUNT = 3


def shards_of(docs: Path, folder: Path, now: datetime = NOW) -> Path:
    """All parts of a docs folder."""
    for number in range(1, COUNT + 1):
        with TemporaryDirectory() as work:
            made = make_shard(read_ground(docs, now, None), Share(number, COUNT), 1, Path(work), folder)
            assert made.file.name == f"{number}-of-{COUNT}.zip"
    return folder


def merged(docs: Path, shards: Path, folder: Path, now: datetime = NOW) -> tuple[dict[str, bytes], Taken]:
    """The site that a build on another machine makes with the parts."""
    cache = folder / "cache" / "check" / "docs"
    taken: list[Taken] = []

    def take(ground: Ground) -> None:
        taken.append(take_shards(shards, ground, cache, folder / "work"))

    time.sleep(0.12)  # or the files are so new that nothing is kept of them
    prepared = prepare(docs, now, cache=cache, before=take)
    assert not prepared.errors
    means = Means(OVERRIDES, folder, 1, folder / "cache", trusts_stat=True)
    build_site(prepared.content, folder / "site", means)
    return snapshot(folder / "site"), taken[0]


def anew(docs: Path, now: datetime = NOW) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        means = Means(OVERRIDES, Path(folder), 2, None, trusts_stat=True)
        build_site(prepare(docs, now).content, Path(folder) / "site", means)
        return snapshot(Path(folder) / "site")


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_kinds(tmp_path_factory.mktemp("shards"))
    hidden = pair("news/2026/10/sap-cong-bo")
    hidden = {
        name: with_field(str(text), "embargo_until: 2026-12-01T07:00+07:00").rstrip() + f" {SECRET}.\n"
        if name.endswith("vi.md")
        else text
        for name, text in hidden.items()
    }
    return write_docs(folder, hidden)


@pytest.fixture(scope="module")
def shards(docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shards_of(docs, tmp_path_factory.mktemp("parts"))


@pytest.fixture(scope="module")
def whole(docs: Path) -> dict[str, bytes]:
    """The site of one build that knows nothing."""
    return anew(docs)


def test_three_parts_merged_are_the_site_and_nothing_is_checked_rendered_or_drawn_twice(
    docs: Path, shards: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def watched(do: Callable[..., Any]) -> Callable[..., Any]:
        def call(*values: Any) -> Any:  # noqa: ANN401 - whatever the watched function takes and gives
            done.append(values[1].key)
            return do(*values)

        return call

    run = sys.modules["bulletin.checks.run"]
    monkeypatch.setattr(share_images, "draw", lambda *_: pytest.fail("a picture was drawn again"))
    monkeypatch.setattr(BodyRenderer, "answered", watched(BodyRenderer.answered))
    monkeypatch.setattr(run, "check_one", watched(run.check_one))
    site, taken = merged(docs, shards, tmp_path)
    assert differing(site, whole) == []
    assert (taken.files, taken.refused) == (COUNT, ())
    ground = read_ground(docs, NOW, None)
    hidden = {key for key, tag in ground.cleared.clearances if not ground.cleared.is_public(key, tag)}
    assert set(done) <= hidden


def test_no_part_holds_a_text_that_is_not_public(shards: Path) -> None:
    for file in shards.iterdir():
        with zipfile.ZipFile(file) as packed:
            for name in packed.namelist():
                data = packed.read(name)
                assert SECRET.encode() not in data
                assert b"sap-cong-bo" not in data


def missing(shards: Path) -> None:
    (shards / "2-of-3.zip").unlink()


def truncated(shards: Path) -> None:
    file = shards / "2-of-3.zip"
    file.write_bytes(file.read_bytes()[:-400])


def no_archive(shards: Path) -> None:
    (shards / "2-of-3.zip").write_bytes(b"khong phai tep nen")


def bits_flipped(shards: Path) -> None:
    file = shards / "2-of-3.zip"
    data = bytearray(file.read_bytes())
    for at in range(200, len(data), 997):
        data[at] ^= 16
    file.write_bytes(data)


def twice(shards: Path) -> None:
    shutil.copy(shards / "2-of-3.zip", shards / "4-of-4.zip")


def foreign_files(shards: Path) -> None:
    with zipfile.ZipFile(shards / "1-of-3.zip", "a") as packed:
        packed.writestr("../../outside.txt", "x")
        packed.writestr("/etc/outside.txt", "x")
        packed.writestr("pictures/readme.txt", "x")
        packed.writestr("pictures/" + "0" * 64, b"no picture")
        packed.writestr("bodies/" + "0" * 32 + ".html", "<p>")


SPOILED: tuple[tuple[Callable[[Path], None], int], ...] = (
    *((missing, 0), (truncated, 1), (no_archive, 1), (twice, 0), (foreign_files, 0)),
)


@pytest.mark.parametrize(("spoil", "refused"), SPOILED, ids=[each[0].__name__ for each in SPOILED])
def test_a_spoiled_part_costs_time_alone(
    docs: Path, shards: Path, whole: dict[str, bytes], tmp_path: Path, spoil: Callable[[Path], None], refused: int
) -> None:
    copy = shutil.copytree(shards, tmp_path / "parts")
    spoil(copy)
    site, taken = merged(docs, copy, tmp_path)
    assert len(taken.refused) == refused
    assert differing(site, whole) == []
    assert not (tmp_path / "outside.txt").exists()


def test_bits_that_flipped_on_the_way_are_noticed(
    docs: Path, shards: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    copy = shutil.copytree(shards, tmp_path / "parts")
    bits_flipped(copy)
    site, _ = merged(docs, copy, tmp_path)
    assert differing(site, whole) == []


def test_parts_of_older_content_and_of_another_day_are_taken_as_far_as_they_hold(
    docs: Path, shards: Path, tmp_path: Path
) -> None:
    changed = shutil.copytree(docs, tmp_path / "new" / "docs")
    shutil.copy(docs.parent / "urls.lock", tmp_path / "new")
    for tag, said in (("vi", "Câu mới hôm nay."), ("en", "A new sentence today.")):
        path = changed / f"news/2026/10/danh-muc/index.{tag}.md"
        path.write_text(path.read_text(encoding="utf-8").rstrip() + f" {said}\n", encoding="utf-8")
    tomorrow = NOW + timedelta(days=1)
    site, taken = merged(changed, shards, tmp_path / "out", tomorrow)
    assert taken.things > 0
    assert differing(site, anew(changed, tomorrow)) == []
    assert "Câu mới hôm nay.".encode() in site["news/2026/10/danh-muc/index.html"]


keys = st.sets(
    st.tuples(st.sampled_from(["news", "events"]), st.integers(2010, 2026), st.integers(1, 12), st.integers(0, 99)).map(
        lambda parts: f"{parts[0]}/{parts[1]}/{parts[2]:02}/bai-{parts[3]}"
    )
    | st.sampled_from(["", "about/contacts", "documents/qd-1", "issues/2026-1"])
)


@given(keys, st.integers(1, 40))
def test_every_bulletin_is_in_one_part_and_parts_are_of_one_size(found: set[str], count: int) -> None:
    parts = [keys_of(found, Share(number, count)) for number in range(1, count + 1)]
    assert sorted(key for part in parts for key in part) == sorted(found)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@pytest.mark.parametrize("text", ["", "0/4", "5/4", "1", "1/0", "a/b", "1/4/2", "-1/4", "1/99999", "１/2", " 1/2"])
def test_a_part_that_is_none_is_a_wrong_call(text: str) -> None:
    with pytest.raises(CallError):
        share_of(text)


@pytest.mark.parametrize(
    "options",
    [
        ("--shard", "5/4"),
        ("--shard", "1/2", "--merge"),
        ("--merge", "--no-cache"),
        ("--merge", "khong-co"),
        ("--shard",),
    ],
)
def test_a_wrong_call_is_told_in_one_line_and_touches_nothing(tmp_path: Path, options: tuple[str, ...]) -> None:
    found = build(ROOT / "docs", tmp_path / "site", *options)
    assert found.status == 2
    assert len(found.errors.strip().splitlines()) == 1
    assert not (tmp_path / "site").exists()
