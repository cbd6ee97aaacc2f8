"""Plants of the coast: bamboo, casuarina, coconut, mangrove, lotus, frangipani, rice."""

import math
import random
from collections.abc import Iterable

from draw.ink import (
    AMBER,
    FOREST,
    PAPER,
    PINK,
    SAND,
    Point,
    areas,
    curve,
    disc,
    line,
    mix,
    number,
    oval,
    path,
    put,
    stroke,
)


def bamboo(seed: int, leaf: str, stem: str, *, stems: int = 7, tall: float = 260) -> str:
    """A clump whose stems bow outwards under their leaves; its foot at (0, 0)."""
    chance = random.Random(seed)
    poles, leaves = [], []
    for n in range(stems):
        lean = (n - (stems - 1) / 2) / stems
        height = tall * (0.75 + 0.25 * chance.random()) * (1 - 0.5 * abs(lean))
        tip = (lean * tall * 1.1, -height)
        middle = (lean * tall * 0.34, -height * 0.62)
        poles.append(curve([(lean * 40, 0), middle, tip]))
        for k in range(5):
            t = 0.45 + 0.55 * k / 4
            x = middle[0] * (1 - t) * 2 + tip[0] * (2 * t - 1) if t > 0.5 else middle[0]
            y = -height * t
            side = 1 if (k + n) % 2 else -1
            droop = 16 + 22 * chance.random()
            long = (36 + 22 * chance.random()) * side * tall / 260
            leaves.append([(x, y), (x + long * 0.5, y - 7), (x + long, y + droop), (x + long * 0.4, y + 7)])
    return stroke("".join(poles), stem, 5) + areas(leaves, leaf)


def casuarina(colour: str, trunk: str, *, lean: float = 0) -> str:
    """A slender, feathery tree of the dunes, 210 tall, its twigs reaching up."""
    twigs = []
    for n in range(13):
        y = -48 - n * 11.5
        w = (30, 38, 44, 46, 44, 42, 38, 35, 30, 26, 20, 14, 8)[n]
        x = lean * (-y / 200)
        side = 1 if n % 2 else -1
        twigs.append(f"M{number(x)} {number(y)}q{number(side * w * 0.6)} -6 {number(side * w)} -26")
        twigs.append(f"M{number(x)} {number(y + 4)}q{number(-side * w * 0.4)} -4 {number(-side * w * 0.72)} -22")
    return line([(0, 0), (lean * 0.5, -100), (lean, -196)], trunk, 5) + stroke("".join(twigs), colour, 11)


def palm(leaf: str, trunk: str, *, lean: float = 50, dark: str = FOREST) -> str:
    """A coconut palm, 230 tall, that leans by so much at its crown."""
    top = (lean, -226)
    stem = curve([(-7, 0), (lean * 0.25 - 5, -110), (top[0] - 4, top[1])])
    back = curve([(top[0] + 4, top[1]), (lean * 0.25 + 6, -110), (9, 0)])
    trunk_shape = path(f"{stem}L{back[1:]}Z", trunk)
    fronds = []
    for angle, long in ((-172, 96), (-146, 104), (-104, 84), (-58, 92), (-28, 106), (4, 92), (34, 66), (152, 74)):
        rad = math.radians(angle)
        tip = (top[0] + long * math.cos(rad), top[1] + long * math.sin(rad) * 0.72 + 26)
        knee = (top[0] + long * 0.55 * math.cos(rad), top[1] + long * 0.62 * math.sin(rad) - 18)
        low = (knee[0], knee[1] + 22)
        fronds.append(
            f"M{number(top[0])} {number(top[1])}Q{number(knee[0])} {number(knee[1])} {number(tip[0])} {number(tip[1])}"
            f"Q{number(low[0])} {number(low[1])} {number(top[0])} {number(top[1] + 5)}Z"
        )
    nuts = "".join(disc(top[0] + dx, top[1] + dy, 7, AMBER) for dx, dy in ((-8, 10), (6, 12)))
    return trunk_shape + path("".join(fronds[5:]), dark) + nuts + path("".join(fronds[:5]), leaf)


def mangrove(leaf: str, root: str, shade: str) -> str:
    """A crown on arching roots, 130 tall."""
    arches = "M0 -62Q-34 -52 -42 0M0 -58Q-20 -44 -22 0M0 -62Q34 -52 42 0M0 -58Q20 -44 22 0M0 -70V0"
    crown = "M-72 -58C-86 -84 -56 -104 -40 -98C-34 -128 12 -138 26 -112C52 -118 82 -94 70 -60C40 -48 -40 -46 -72 -58Z"
    lit = "M-60 -70C-66 -88 -48 -98 -34 -92C-28 -116 6 -126 18 -106C6 -108 -4 -104 -10 -94C-26 -98 -44 -92 -60 -70Z"
    return stroke(arches, root, 5) + path(crown, shade) + path(lit, leaf)


def mangrove_belt(seed: int, y: float, colour: str, *, left: float, right: float, tall: float = 46) -> str:
    """A far line of mangroves."""
    chance = random.Random(seed)
    points: list[Point] = [(left, y)]
    x = left + 12
    while x < right - 12:
        points.append((x, y - tall * (0.55 + 0.45 * chance.random())))
        x += 24 + 24 * chance.random()
        points.append((x, y - tall * 0.5))
        x += 9
    points.append((right, y))
    return path(f"{curve(points)}Z", colour)


def seedling(colour: str) -> str:
    """A young mangrove, 44 tall."""
    return path(
        "M-1.5 0L-1 -30H1L1.5 0ZM0 -24Q-18 -26 -22 -40Q-6 -40 0 -24ZM0 -24Q18 -26 22 -40Q6 -40 0 -24Z"
        "M0 -26Q-8 -38 0 -50Q8 -38 0 -26Z",
        colour,
    )


def tree(leaf: str, trunk: str, shade: str) -> str:
    """A round-headed shade tree, 190 tall."""
    return (
        path("M-7 0L-4 -90H4L7 0ZM-3 -70L-26 -104L-20 -108L0 -84Z", trunk)
        + path(
            "M-66 -98C-86 -132 -52 -168 -22 -160C-4 -196 52 -186 52 -152C80 -142 80 -96 46 -90C10 -78 -44 -78 -66 -98Z",
            shade,
        )
        + path(
            "M-54 -112C-66 -138 -38 -160 -14 -152C0 -178 38 -174 40 -152C16 -160 0 -146 -4 -132C-22 -140 -44 -132 -54 -112Z",
            leaf,
        )
    )


def _petal(wide: float, long: float) -> str:
    return (
        f"M0 0C{number(wide)} {number(-long * 0.25)} {number(wide)} {number(-long * 0.72)} 0 {number(-long)}"
        f"C{number(-wide)} {number(-long * 0.72)} {number(-wide)} {number(-long * 0.25)} 0 0Z"
    )


def lotus(*, petal: str = PINK, light: str = mix(PINK, PAPER, 0.62)) -> str:
    """An open flower, 100 tall and 150 wide, its base at (0, 0)."""
    deep = mix(petal, "#a02848", 0.25)
    middle = mix(petal, light, 0.5)
    outer = "".join(put(0, 0, 1, path(_petal(21, 88), deep), turn=turn) for turn in (-66, 66, -24, 24))
    side = "".join(put(0, 0, 1, path(_petal(23, 94), petal), turn=turn) for turn in (-46, 46))
    inner = "".join(put(0, 0, 1, path(_petal(22, 96), middle), turn=turn) for turn in (-22, 22))
    return outer + side + inner + path(_petal(24, 100), light)


def bud(colour: str = PINK) -> str:
    """A closed flower, 60 tall."""
    return path(_petal(22, 62), colour) + path("M0 0C-20 -14 -20 -42 0 -62C-6 -40 -6 -18 0 0Z", mix(colour, PAPER, 0.4))


def pad(colour: str, vein: str) -> str:
    """A leaf that floats, 120 wide, cut open towards us."""
    veins = "M0 0L-44 -9M0 0L-24 -16M0 0L8 -19M0 0L38 -13M0 0L50 4M0 0L26 16M0 0L-46 8"
    return path(
        "M0 0L-14 20C-44 18 -60 10 -60 0C-60 -12 -34 -21 0 -21C34 -21 60 -12 60 0C60 11 36 20 4 21Z", colour
    ) + stroke(veins, vein, 1.6)


def leaf_up(colour: str, shade: str) -> str:
    """A leaf that stands above the water like a shallow bowl, 130 wide, its stem from (0, 0) up."""
    return (
        path("M-3 0C-2 -40 -3 -70 -2 -92H2C3 -70 3 -40 3 0Z", shade)
        + path("M-64 -106C-50 -84 40 -80 64 -104C44 -90 -40 -92 -64 -106Z", shade)
        + path("M-64 -106C-52 -126 52 -126 64 -104C46 -88 -44 -90 -64 -106Z", colour)
        + stroke(
            "M0 -107L-44 -107M0 -107L-20 -117M0 -107L22 -117M0 -107L46 -106M0 -107L12 -96M0 -107L-18 -97", shade, 1.6
        )
    )


def withered(stem: str, head: str) -> str:
    """A lotus in winter: a bent stem and its seed head, 110 tall."""
    return (
        stroke("M0 0C-2 -40 2 -80 16 -98C24 -108 34 -106 38 -94", stem, 3.5)
        + path("M28 -96L50 -88C48 -76 42 -66 34 -62C28 -70 26 -84 28 -96Z", head)
        + oval(39, -92, 11.5, 4.5, mix(head, SAND, 0.4))
    )


def withered_leaf(stem: str, leaf: str) -> str:
    return stroke("M0 0C0 -30 -4 -56 -14 -70", stem, 3) + path(
        "M-14 -72C-34 -74 -46 -60 -50 -38C-40 -46 -34 -44 -30 -32C-24 -44 -16 -44 -8 -34C-2 -50 0 -66 -14 -72Z", leaf
    )


def frangipani(colour: str = PAPER, heart: str = AMBER) -> str:
    """A white champa flower, 100 across, its middle at (0, 0)."""
    petal = "M0 0C-26 -12 -30 -44 -6 -56C18 -54 26 -22 0 0Z"
    glow = "M0 0C-11 -8 -12 -20 -3 -28C9 -24 10 -10 0 0Z"
    shade = "M0 0C6 -20 8 -40 -6 -56C18 -54 26 -22 0 0Z"
    one = path(petal, colour) + path(shade, mix(colour, heart, 0.16)) + path(glow, mix(heart, colour, 0.2))
    return "".join(put(0, 0, 1, one, turn=72 * n) for n in range(5))


def spray(leaves: Iterable[tuple[float, float, float]], colour: str, vein: str) -> str:
    """Long leaves from one twig: (x, y, turn) each, 90 long."""
    blade = path("M0 0C22 -18 22 -62 0 -92C-22 -62 -22 -18 0 0Z", colour) + line([(0, -6), (0, -82)], vein, 2)
    return "".join(put(x, y, 1, blade, turn=turn) for x, y, turn in leaves)


def sheaf(straw: str, grain: str, tie: str) -> str:
    """Cut rice bound at the waist, 190 tall, its ears nodding outwards."""
    stalks, ears = [], []
    for n in range(11):
        lean = (n - 5) / 5
        top = -112 + 34 * abs(lean) - 10 * (n % 2)
        knee = (lean * 46, top)
        side = 1 if lean >= 0 else -1
        tip = (lean * 46 + side * (26 + 22 * abs(lean)), top + 30 + 10 * (n % 2))
        stalks.append(f"M{number(lean * 6)} 0Q{number(lean * 20)} {number(top * 0.6)} {number(knee[0])} {number(top)}")
        stalks.append(f"M{number(lean * 5)} 0L{number(-lean * 22)} {number(58 - 8 * abs(lean))}")
        ears.append(
            f"M{number(knee[0])} {number(top)}Q{number(knee[0] + side * 20)} {number(top - 12)} {number(tip[0])} {number(tip[1])}"
        )
    return stroke("".join(stalks), straw, 6) + stroke("".join(ears), grain, 10) + line([(-10, 0), (10, 0)], tie, 9)


def grass(seed: int, colour: str, *, left: float, right: float, y: float, tall: float = 26, count: int = 14) -> str:
    chance = random.Random(seed)
    blades = []
    for _ in range(count):
        x = left + (right - left) * chance.random()
        h = tall * (0.6 + 0.4 * chance.random())
        blades.append(
            [
                (x - 3, y),
                (x - 9, y - h * 0.8),
                (x, y - 4),
                (x + 1, y - h),
                (x + 3, y - 4),
                (x + 11, y - h * 0.7),
                (x + 5, y),
            ]
        )
    return areas(blades, colour)
