"""Sea, river and lagoon: bands, glints, and the road of light under a low sun."""

import random
from collections.abc import Sequence

from draw.ink import HEIGHT, WIDTH, bars, ground, mix, rect

Bar = tuple[float, float, float]
"""Where a level stroke begins, and its length."""


def sea(top: float, colours: Sequence[str], *, floor: float = HEIGHT, wave: float = 0) -> str:
    """Bands that widen towards us; with a wave, their edges swell."""
    bands = []
    for n, colour in enumerate(colours):
        y = top + (floor - top) * (n / len(colours)) ** 1.6
        if wave and n:
            points = [(x, y + wave * (1 if (x // 150 + n) % 2 else -1)) for x in range(-150, WIDTH + 151, 150)]
            bands.append(ground(points, colour, floor))
        else:
            bands.append(rect(0, y, WIDTH, floor - y, colour))
    return "".join(bands)


def shades(far: str, near: str, count: int) -> list[str]:
    return [mix(far, near, n / (count - 1)) for n in range(count)]


def glints(
    seed: int, top: float, floor: float, colour: str, count: int = 16, *, left: float = 0, right: float = WIDTH
) -> str:
    chance = random.Random(seed)
    thin: list[Bar] = []
    thick: list[Bar] = []
    for n in range(count):
        depth = (n + chance.random()) / count
        long = 24 + 90 * depth * (0.5 + chance.random())
        spot = (left + (right - left - long) * chance.random(), top + (floor - top) * depth**1.2, long)
        (thick if depth > 0.5 else thin).append(spot)
    return bars(thin, colour, 2.5) + bars(thick, colour, 4.5)


def light(x: float, top: float, floor: float, width: float, colour: str, seed: int, count: int = 11) -> str:
    """The sun's road on water."""
    chance = random.Random(seed)
    thin: list[Bar] = []
    thick: list[Bar] = []
    for n in range(count):
        depth = (n + 0.4) / count
        long = width * (0.9 - 0.55 * abs(depth - 0.25)) * (0.45 + 0.55 * chance.random())
        spot = (x - long / 2 + (chance.random() - 0.5) * width * 0.3, top + (floor - top) * depth**1.25, long)
        (thick if n * 2 > count else thin).append(spot)
    return bars(thin, colour, 5) + bars(thick, colour, 8)
