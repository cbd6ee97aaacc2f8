"""Contrast as WCAG 2.2 counts it."""

import pytest
from bulletin.model.colour import contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        pytest.param("#000000", "#ffffff", 21.0, id="black-on-white"),
        pytest.param("#777777", "#ffffff", 4.48, id="the-well-known-grey-that-fails"),
        pytest.param("#767676", "#ffffff", 4.54, id="the-well-known-grey-that-passes"),
        pytest.param("#0b4f6c", "#0b4f6c", 1.0, id="itself"),
        pytest.param("#ff0000", "#ffffff", 4.0, id="red-on-white"),
    ],
)
def test_contrast_is_that_of_known_pairs_either_way(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)
