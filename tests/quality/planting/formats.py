"""Numbers with the other language's separators, so that they read as another value or as none."""

from collections.abc import Iterator
from random import Random

from tests.quality.planting.bundles import other
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.pairs import Facing, Pair
from tests.quality.planting.quantities import Quantity, quantities

RULE = "number-format"
EXCHANGE = str.maketrans(",.", ".,")


def _kind(quantity: Quantity, group: str, point: str) -> str:
    groups = quantity.digits.count(group)
    if groups and point in quantity.digits:
        return "both"
    if groups:
        return "millions" if groups > 1 else "thousands"
    return "decimals-of-three" if len(quantity.digits.partition(point)[2]) == 3 else "decimals"


def separators(pair: Pair, face: Facing, _rng: Random) -> Iterator[Fault]:
    """The comma for the point and the point for the comma, in a number that the other edition states too."""
    group, point = (".", ",") if face.locale == "vi" else (",", ".")
    there = {q.value for q in quantities(face.counterpart, other(face.locale))}
    for quantity in quantities(face.text, face.locale):
        if quantity.sure and quantity.value in there and {group, point} & {*quantity.digits}:
            base, new = face.here.start, quantity.digits.translate(EXCHANGE)
            edit = Edit(base + quantity.start, base + quantity.end, new)
            yield make(pair.bundle, face.locale, RULE, _kind(quantity, group, point), face.place, [edit])
