"""Which elements of two texts stand in one row: every one in its order, and never apart from what says the same."""

from __future__ import annotations

import pytest
from bulletin.model.alignment import Alignment, Pair
from bulletin.model.block import Block, BlockKind
from bulletin.model.rows import NEAR, Rows, rows_of
from hypothesis import given
from hypothesis import strategies as st

Link = tuple[int | None, int | None]


def alignment(*links: Link, moved: frozenset[Link] = frozenset()) -> Alignment:
    """Blocks by the number of the element that they are part of; None for a block without counterpart."""
    blocks = {
        top: Block(BlockKind.PARAGRAPH, "a", "a", 1, top=top) for link in links for top in link if top is not None
    }
    return Alignment(
        tuple(
            Pair(
                None if left is None else blocks[left],
                None if right is None else blocks[right],
                is_moved=(left, right) in moved,
            )
            for left, right in links
        )
    )


@pytest.mark.parametrize(
    ("links", "rows"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param([(0, 0), (1, 1)], ((1, 1), (1, 1)), id="one-beside-one"),
        pytest.param([(0, 0), (1, None), (2, 1)], ((1, 1), (1, 0), (1, 1)), id="left-out"),
        pytest.param([(0, 0), (None, 1), (1, 2)], ((1, 1), (0, 1), (1, 1)), id="added"),
        pytest.param([(0, None), (None, 0)], ((1, 0), (0, 1)), id="strangers-stand-alone"),
        pytest.param([(0, 0), (0, 0), (0, 0), (1, 1)], ((1, 1), (1, 1)), id="a-list-is-whole"),
        pytest.param([(0, 0), (0, 1), (1, 1), (2, 2)], ((2, 2), (1, 1)), id="parted-otherwise"),
        pytest.param([(0, 0), (0, 1), (0, 2), (1, 3)], ((1, 3), (1, 1)), id="a-list-made-paragraphs"),
        pytest.param([(-1, -1), (0, 0), (-1, -1)], ((1, 1),), id="fields-and-footnotes"),
        pytest.param([(0, 0), (2, 2)], ((1, 1), (1, 0), (0, 1), (1, 1)), id="elements-without-a-block"),
    ],
)
def test_rows_are_as_small_as_they_can_be(links: list[Link], rows: Rows) -> None:
    assert rows_of(alignment(*links)) == rows


def test_what_changed_places_nearby_shares_a_row() -> None:
    links: list[Link] = [(0, 0), (1, 2), (2, 1), (3, 3)]
    assert rows_of(alignment(*links, moved=frozenset({(1, 2)}))) == ((1, 1), (2, 2), (1, 1))


def test_what_moved_far_stands_alone_and_the_rest_beside_its_counterpart() -> None:
    far = NEAR + 3
    links: list[Link] = [(0, far), *((at, at - 1) for at in range(1, far + 1))]
    rows = rows_of(alignment(*links, moved=frozenset({(0, far)})))
    assert rows == ((1, 0), *[(1, 1)] * far, (0, 1))


numbers = st.one_of(st.none(), st.integers(0, 9))


@given(st.lists(st.tuples(numbers, numbers, st.booleans()).filter(lambda link: link[:2] != (None, None)), max_size=20))
def test_every_element_stands_once_and_no_row_parts_what_says_the_same(
    links: list[tuple[int | None, int | None, bool]],
) -> None:
    moved = frozenset((left, right) for left, right, is_moved in links if is_moved)
    rows = rows_of(alignment(*[(left, right) for left, right, _ in links], moved=moved))
    places = [[number for number, row in enumerate(rows) for _ in range(row[side])] for side in (0, 1)]
    for side in (0, 1):
        tops = [top for link in links if (top := link[side]) is not None]
        assert len(places[side]) == max(tops, default=-1) + 1
    assert all(sum(row) for row in rows)
    for left, right, _ in links:
        if left is not None and right is not None and (left, right) not in moved:
            assert places[0][left] == places[1][right]
