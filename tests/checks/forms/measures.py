"""Lengths, areas, weights, power, spans of time: by symbol and by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from tests.checks.forms.numbers import amounts, english, near, vietnamese
from tests.checks.forms.said import Carrier, Kind, Said, unique

_Names = tuple[tuple[str, ...], tuple[str, ...]]

UNITS: Final[Mapping[str, _Names]] = {
    "km": (("km", "ki-lô-mét", "cây số"), ("km", "kilometres", "kilometers")),
    "m": (("m", "mét"), ("m", "metres", "meters")),
    "ha": (("ha", "héc-ta", "hecta"), ("ha", "hectares")),
    "m²": (("m²", "m2", "mét vuông"), ("m²", "m2", "square metres", "square meters", "sq m")),
    "km²": (("km²", "km2", "ki-lô-mét vuông"), ("km²", "km2", "square kilometres", "square kilometers", "sq km")),
    "m³": (("m³", "m3", "mét khối"), ("m³", "m3", "cubic metres", "cubic meters")),
    "t": (("tấn",), ("tonnes", "tons", "metric tons")),
    "kg": (("kg", "ki-lô-gam", "kilôgam"), ("kg", "kilograms", "kilogrammes")),
    "l": (("lít",), ("litres", "liters")),
    "MW": (("MW",), ("MW", "megawatts")),
    "kWh": (("kWh",), ("kWh", "kilowatt-hours", "kilowatt hours")),
    "nmi": (("hải lý",), ("nautical miles",)),
    "TEU": (("TEU",), ("TEU", "TEUs")),
    "°C": (("°C", "độ C", "độ"), ("°C", "degrees Celsius", "degrees")),
}
_SHORT: Final = frozenset(("km", "m", "ha", "m²", "m2", "km²", "km2", "m³", "m3", "kg", "MW", "kWh", "°C"))
"""Symbols that are often joined to the number."""
_AMOUNTS = amounts(-1, 4).filter(lambda value: value >= 2)

Measure = tuple[Decimal, str]


def _say(measure: Measure) -> Said:
    value, unit = measure
    vi, en = UNITS[unit]
    said_vi = [f"{form} {name}" for form in vietnamese(value) for name in vi]
    said_en = [f"{form} {name}" for form in english(value) for name in en]
    said_vi += [f"{vietnamese(value)[0]}{name}" for name in vi if name in _SHORT]
    said_en += [f"{english(value)[0]}{name}" for name in en if name in _SHORT]
    return Said(unique(said_vi), unique(said_en))


def _slips(measure: Measure) -> Iterator[Measure]:
    value, unit = measure
    yield from ((slip, unit) for slip in near(value))
    yield from (
        (value, other)
        for other in {"km": ("m", "nmi"), "ha": ("km²", "m²"), "t": ("kg",), "kg": ("t",), "m²": ("ha", "m³")}.get(
            unit, ()
        )
    )


MEASURES = Kind(
    "measures",
    st.tuples(_AMOUNTS, st.sampled_from(sorted(UNITS))),
    _say,
    _slips,
    [
        Carrier("Theo báo cáo, con số này là {}.", "According to the report the figure is {}."),
        Carrier("Kết quả đạt {}, vượt kế hoạch.", "The result was {}, above the plan."),
    ],
)

_SPANS: Final[Mapping[str, _Names]] = {
    "s": (("giây",), ("seconds",)),
    "min": (("phút",), ("minutes",)),
    "h": (("giờ", "tiếng", "giờ đồng hồ"), ("hours",)),
    "d": (("ngày",), ("days",)),
    "w": (("tuần",), ("weeks",)),
    "mo": (("tháng",), ("months",)),
    "y": (("năm",), ("years",)),
}

Span = tuple[int, str]


def _say_span(span: Span) -> Said:
    value, unit = Decimal(span[0]), span[1]
    vi, en = _SPANS[unit]
    return Said(
        unique(f"{form} {name}" for form in vietnamese(value) for name in vi),
        unique(f"{form} {name}" for form in english(value) for name in en),
    )


def _span_slips(span: Span) -> Iterator[Span]:
    value, unit = span
    yield value + 1, unit
    yield value * 10, unit
    names = list(_SPANS)
    yield value, names[names.index(unit) - 1]


SPANS = Kind(
    "spans of time",
    st.tuples(st.integers(2, 90), st.sampled_from(sorted(_SPANS))),
    _say_span,
    _span_slips,
    [
        Carrier("Việc thi công kéo dài {}.", "Construction took {}."),
        Carrier("Sau {}, nhà máy mới hoạt động trở lại.", "After {} the plant was working again."),
    ],
)


_JOINED: Final[Mapping[str, _Names]] = {
    "km": (("km", "ki-lô-mét"), ("km", "kilometre", "kilometer")),
    "MW": (("MW",), ("MW", "megawatt")),
    "ha": (("ha", "héc-ta"), ("ha", "hectare")),
    "d": (("ngày",), ("day",)),
    "mo": (("tháng",), ("month",)),
    "y": (("năm",), ("year",)),
    "min": (("phút",), ("minute",)),
}


def _say_joined(span: Span) -> Said:
    count, unit = span
    vi, en = _JOINED[unit]
    said_en = [f"{count}-{name}" for name in en]
    if count <= 20:
        said_en += [f"{english(Decimal(count))[-1]}-{name}" for name in en if name not in _SHORT]
    return Said(unique(f"{form} {name}" for form in vietnamese(Decimal(count)) for name in vi), unique(said_en))


JOINED_MEASURES = Kind(
    "measures joined to a noun",
    st.tuples(st.integers(2, 900), st.sampled_from(sorted(_JOINED))),
    _say_joined,
    lambda span: [(span[0] + 1, span[1]), (span[0] * 10, span[1])],
    [Carrier("Tỉnh thông qua kế hoạch {}.", "The province has adopted a {} plan.")],
)
