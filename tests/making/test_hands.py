"""What several processes make is what one makes, in the same order; what goes wrong is told on one line."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from bulletin.making.hands import BLOCK, FEW, SHARE, HandError, make_all, parallel
from bulletin.model.output import Output

MANY = max(FEW, 3 * SHARE, 5 * BLOCK) + 3


def maker(number: int) -> Callable[[], bytes]:
    return f"trang {number}".encode


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
@pytest.mark.parametrize("count", [0, 1, FEW, MANY])
def test_what_is_made_comes_in_its_order_whoever_made_it(jobs: int, count: int) -> None:
    assert parallel([maker(at) for at in range(count)], jobs) == [f"trang {at}".encode() for at in range(count)]


def test_much_work_is_done_by_other_processes_and_little_here() -> None:
    def who() -> bytes:
        return str(os.getpid()).encode()

    own = str(os.getpid()).encode()
    assert set(parallel([who] * FEW, 2)) == {own}
    many = set(parallel([who] * MANY, 2))
    assert own not in many
    assert len(many) == 2


def test_a_few_large_pieces_of_work_are_done_side_by_side() -> None:
    def who() -> bytes:
        return str(os.getpid()).encode()

    assert len({*parallel([who] * 2, 2, are_large=True), str(os.getpid()).encode()}) == 3
    assert parallel([maker(at) for at in range(5)], 3, are_large=True) == [f"trang {at}".encode() for at in range(5)]


@pytest.mark.parametrize("count", [1, MANY])
def test_an_error_of_the_named_kinds_is_told_with_its_own_words(count: int) -> None:
    def fails() -> bytes:
        raise ValueError("bia.jpg: hỏng")

    with pytest.raises(HandError, match=r"^bia\.jpg: hỏng$"):
        parallel([maker(0)] * (count - 1) + [fails], 2, (ValueError,))


def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    def dies() -> bytes:
        if (tmp_path / "cha").read_text() != str(os.getpid()):
            os._exit(7)
        return b""

    (tmp_path / "cha").write_text(str(os.getpid()))
    with pytest.raises(HandError, match="7"):
        parallel([dies] * MANY, 2)


def test_large_pieces_pass_whole() -> None:
    large = bytes(range(256)) * 8192
    assert parallel([lambda: large] * MANY, 2) == [large] * MANY


@pytest.mark.parametrize("count", [3, MANY])
def test_each_output_lies_in_a_file_with_its_hash(tmp_path: Path, count: int) -> None:
    outputs = [Output(f"tin/{at}/index.html", str(at), maker(at)) for at in range(count)]
    made = make_all(outputs, tmp_path, 2)
    assert list(made) == [each.address for each in outputs]
    for at, each in enumerate(made.values()):
        assert each.file.read_bytes() == f"trang {at}".encode()
        assert each.sha256 == hashlib.sha256(f"trang {at}".encode()).hexdigest()
