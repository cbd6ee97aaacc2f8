"""Land: mountains, fields, banks and roads."""

import random
from collections.abc import Sequence

from draw.ink import (
    HEIGHT,
    WIDTH,
    Point,
    areas,
    bars,
    curve,
    ground,
    number,
    path,
    rect,
    stroke,
)


def ridge(
    seed: int, foot: float, height: float, fill: str, *, peaks: int = 5, left: float = 0, right: float = WIDTH
) -> str:
    """A chain of mountains: peaks of unlike height, saddles between."""
    chance = random.Random(seed)
    steps = 2 * peaks
    wide = (right - left) / (steps - 1)
    points: list[Point] = [(left - 80, foot - height * (0 if left > 0 else 0.25))]
    for step in range(steps):
        x = left + step * wide + (chance.random() - 0.5) * wide * 0.7
        tall = 0.45 + 0.55 * chance.random() if step % 2 else 0.12 + 0.28 * chance.random()
        points.append((x, foot - height * tall))
    points.append((right + 80, foot - height * 0.3))
    return ground(points, fill)


def haze(y: float, colour: str, seed: int, *, thick: float = 12) -> str:
    """Strips of mist that lie along the foot of mountains."""
    chance = random.Random(seed)
    strips = []
    for row in range(2):
        x = -100.0
        while x < WIDTH:
            long = 120 + 220 * chance.random()
            strips.append((x, y + row * thick * 1.7, long))
            x += long + 90 + 260 * chance.random()
    return bars(strips, colour, thick)


def swells(top: float, colours: Sequence[str], *, lean: float = 30, floor: float = HEIGHT) -> str:
    """Fields or terraces: bands that widen towards us, each with a wave of its own."""
    bands = []
    count = len(colours)
    for n, colour in enumerate(colours):
        y = top + (floor - top) * (n / count) ** 1.35
        sway = 6 + 16 * n / count
        turn = lean * (1 - n / count) * (1 if n % 2 else -0.6)
        points = [(-20, y + turn), (280, y - sway), (620, y + sway), (930, y - sway * 0.6), (1220, y - turn)]
        bands.append(ground(points, colour, floor))
    return "".join(bands)


def rows(
    top: float, colour: str, *, count: int = 6, vanish: float = 600, left: float = -200, right: float = 1400
) -> str:
    """Furrows that run towards one point on the horizon."""
    lines = [
        ((vanish + (x - vanish) * 0.06, top), (x - 9, HEIGHT), (x + 9, HEIGHT))
        for x in (left + (right - left) * n / count for n in range(count + 1))
    ]
    return areas(lines, colour)


def pans(
    top: float, vanish: float, bank: str, water: Sequence[str], seed: int, *, across: int = 11, deep: int = 6
) -> str:
    """Salt fields: squares of still water between banks, in perspective."""
    chance = random.Random(seed)
    far = 0.2

    def edge(k: float, y: float) -> float:
        spread = far + (1 - far) * (y - top) / (HEIGHT - top)
        return vanish + (k - across / 2) * 340 * spread

    cells: dict[str, list[list[Point]]] = {colour: [] for colour in water}
    for row in range(deep):
        y0 = top + (HEIGHT + 40 - top) * (row / deep) ** 1.7 + 3
        y1 = top + (HEIGHT + 40 - top) * ((row + 1) / deep) ** 1.7 - 2 - row
        for k in range(across):
            corners = [
                (edge(k + 0.03, y0), y0),
                (edge(k + 0.97, y0), y0),
                (edge(k + 0.97, y1), y1),
                (edge(k + 0.03, y1), y1),
            ]
            colour = water[int(chance.random() * len(water))]
            if (corners[1][0] > 0 and corners[0][0] < WIDTH) or (corners[2][0] > 0 and corners[3][0] < WIDTH):
                cells[colour].append(corners)
    return rect(0, top, WIDTH, HEIGHT - top, bank) + "".join(areas(c, colour) for colour, c in cells.items() if c)


def ribbon(spine: Sequence[tuple[float, float, float]], fill: str) -> str:
    """A river or road: (x, y, width) from far to near."""
    left = [(x - w / 2, y) for x, y, w in spine]
    right = [(x + w / 2, y) for x, y, w in reversed(spine)]
    back = curve(right)
    return path(curve(left) + "L" + back[1:] + "Z", fill)


def dashes(spine: Sequence[tuple[float, float, float]], colour: str, width: float) -> str:
    """The middle line of a road."""
    d = curve([(x, y) for x, y, _ in spine])
    return stroke(d, colour, width, round_ends=False).replace("/>", f' stroke-dasharray="{number(width * 5)}"/>')


def rice_ear(colour: str, leaf: str) -> str:
    """A stalk that bends under its grain; its foot at (0, 0)."""
    grains = "".join(
        f"M{x} {y}q6 2 7 10q-7 -2 -7 -10"
        for x, y in ((6, -74), (12, -80), (18, -83), (25, -84), (32, -81), (38, -76), (42, -69))
    )
    return (
        path("M-2 0C-2 -40 0 -68 12 -80C24 -90 38 -84 44 -64C36 -78 26 -82 15 -76C6 -66 3 -40 3 0Z", leaf)
        + path("M0 -10C-8 -36 -18 -50 -32 -58C-16 -40 -10 -24 -2 0Z", leaf)
        + stroke(grains, colour, 5)
    )
