"""Sky: light around a flat sun or moon, strips of cloud, birds."""

from collections.abc import Iterable

from draw.ink import (
    AMBER,
    DEEP,
    HEIGHT,
    MIST,
    NIGHT,
    PAPER,
    PINK,
    SAND,
    WIDTH,
    bars,
    disc,
    mix,
    path,
    put,
    rect,
    stamped,
)

Air = tuple[str, str]
"""Colour far from the light, and colour close to it."""
DAWN: Air = (mix(PINK, SAND, 0.62), mix(SAND, PAPER, 0.5))
ROSE: Air = (mix(PINK, SAND, 0.3), mix(SAND, PAPER, 0.4))
DAY: Air = (mix(MIST, PAPER, 0.35), mix(PAPER, SAND, 0.35))
GOLD: Air = (mix(AMBER, SAND, 0.5), mix(SAND, PAPER, 0.3))
DUSK: Air = (mix(DEEP, PINK, 0.3), mix(PINK, SAND, 0.6))
DARK: Air = (NIGHT, mix(DEEP, MIST, 0.25))
STORM: Air = (mix(DEEP, NIGHT, 0.2), mix(DEEP, MIST, 0.5))


def sky(air: Air, x: float, y: float, r: float, light: str, floor: float = HEIGHT) -> str:
    """Rings of light widen from (x, y); r is that of the sun or moon itself, 0 for none."""
    far, near = air
    rings = [(2.9 + 3 * step) * max(r, 70) * 0.6 for step in range(4, -1, -1)]
    shapes = [rect(0, 0, WIDTH, floor, far)]
    shapes += [disc(x, y, ring, mix(far, near, (n + 1) / len(rings))) for n, ring in enumerate(rings)]
    if r:
        shapes.append(disc(x, y, r, light))
    return "".join(shapes)


def clouds(places: Iterable[tuple[float, float, float]], colour: str) -> str:
    """Each cloud is three strips: (x, y, width) of the longest."""
    strips = []
    for x, y, w in places:
        strips += [(x, y, w), (x + w * 0.22, y - 15, w * 0.48), (x + w * 0.4, y + 15, w * 0.42)]
    return bars(strips, colour, 15)


BIRD = "M-24 -9C-14 -16 -5 -11 0 0C5 -11 14 -16 24 -9C15 -10 7 -4 0 7C-7 -4 -15 -10 -24 -9Z"


def birds(places: Iterable[tuple[float, float, float]], colour: str) -> str:
    return stamped("bird", path(BIRD, colour), places)


HERON = (
    "M34 3C26 -2 18 -2 10 0C4 -16 -8 -32 -26 -38C-20 -22 -14 -10 -6 1C-16 4 -28 6 -40 14C-26 13 -14 13 -4 10"
    "C6 8 16 8 24 5L42 6Z"
)


def herons(places: Iterable[tuple[float, float, float]], colour: str, *, wing: str) -> str:
    """Long-necked waterbirds on the wing, flying right."""
    return stamped("heron", path(HERON, colour) + path("M10 1C8 14 0 26 -12 32C-10 20 -8 10 -6 3Z", wing), places)


def stars(places: Iterable[tuple[float, float]], colour: str) -> str:
    return put(0, 0, 1, bars(((x, y, 0.1) for x, y in places), colour, 4))
