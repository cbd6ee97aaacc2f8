"""What people built: tiled roofs, streets, stilt houses, the hall, the school, the bridge."""

from collections.abc import Sequence

from draw.ink import AMBER, DEEP, LACQUER, MIST, NIGHT, PAPER, RUST, SAND, area, areas, line, mix, path, rect, stroke

TILE = mix(RUST, AMBER, 0.25)


def tiles(points: Sequence[tuple[float, float]], colour: str, *, rows: int = 4) -> str:
    """A slope given by lower left, lower right, upper right, upper left, with courses of tiles."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    courses = []
    for n in range(1, rows):
        t = n / rows
        courses.append(((ax + (dx - ax) * t, ay + (dy - ay) * t), (bx + (cx - bx) * t, by + (cy - by) * t)))
    d = "".join(f"M{x:.0f} {y:.0f}L{u:.0f} {v:.0f}" for (x, y), (u, v) in courses)
    return area(points, colour) + stroke(d, mix(colour, NIGHT, 0.22), 3, round_ends=False)


def house(wall: str, roof: str = TILE, *, w: float = 240, h: float = 100, slope: float = 80) -> str:
    """A country house seen from the front, its foot in the middle at (0, 0)."""
    half = w / 2
    door = mix(wall, RUST, 0.7)
    return (
        rect(-half, -h, w, h, wall)
        + rect(-half, -h, w, 12, mix(wall, NIGHT, 0.2))
        + rect(-24, -h * 0.74, 48, h * 0.74, door)
        + rect(-half + 22, -h * 0.7, 42, h * 0.36, door)
        + rect(half - 64, -h * 0.7, 42, h * 0.36, door)
        + tiles([(-half - 24, -h), (half + 24, -h), (half - 20, -h - slope), (-half + 20, -h - slope)], roof)
        + path(
            f"M{-half + 8} {-h - slope}Q0 {-h - slope - 8} {half - 8} {-h - slope}V{-h - slope + 8}H{-half + 8}Z",
            mix(roof, NIGHT, 0.3),
        )
    )


def town_house(
    w: float, h: float, wall: str, roof: str, shutter: str, *, glow: str = AMBER, floors: int = 2, door: bool = True
) -> str:
    """One house of an old street, its lower left corner at (0, 0)."""
    shapes = [rect(0, -h, w, h, wall)]
    storey = h / floors
    for floor in range(1, floors):
        y = -h + (floors - 1 - floor) * storey + storey * 0.3
        for k in range(2):
            x = w * (0.16 + 0.4 * k)
            shapes += [rect(x, y, w * 0.28, storey * 0.48, glow), rect(x, y, w * 0.09, storey * 0.48, shutter)]
            shapes.append(rect(x + w * 0.19, y, w * 0.09, storey * 0.48, shutter))
    if door:
        shapes += [
            rect(w * 0.2, -storey * 0.72, w * 0.6, storey * 0.72, glow),
            rect(w * 0.2, -storey * 0.72, w * 0.14, storey * 0.72, shutter),
        ]
        shapes.append(rect(w * 0.66, -storey * 0.72, w * 0.14, storey * 0.72, shutter))
    shapes.append(tiles([(-12, -h), (w + 12, -h), (w - 8, -h - 44), (8, -h - 44)], roof, rows=3))
    if floors > 1:
        shapes.append(
            tiles([(-10, -storey + 8), (w + 10, -storey + 8), (w, -storey - 16), (0, -storey - 16)], roof, rows=2)
        )
    return "".join(shapes)


def stilt_house(wall: str, roof: str, post: str) -> str:
    """A small guest house on posts over water, 190 wide, its posts' feet at y = 0."""
    return (
        stroke("M-70 0V-50M-24 0V-50M24 0V-50M70 0V-50", post, 7, round_ends=False)
        + rect(-94, -58, 188, 11, post)
        + rect(-72, -122, 144, 64, wall)
        + rect(-14, -110, 30, 52, post)
        + rect(-58, -104, 30, 26, mix(AMBER, SAND, 0.3))
        + rect(32, -104, 26, 26, mix(AMBER, SAND, 0.3))
        + stroke("M-92 -58V-80H-74M92 -58V-80H74", post, 4, round_ends=False)
        + path("M-104 -114C-70 -128 -42 -160 -26 -186H26C42 -160 70 -128 104 -114Z", roof)
        + path("M26 -186C42 -160 70 -128 104 -114H56C40 -136 26 -160 18 -186Z", mix(roof, NIGHT, 0.18))
    )


def hall(wall: str, roof: str, glass: str) -> str:
    """A hall of today, 620 wide: a wing of a roof above a wall of glass; its foot in the middle at (0, 0)."""
    panes = [[(x, -150), (x + 60, -150), (x + 60, -10), (x, -10)] for x in range(-262, 240, 77)]
    return (
        rect(-280, -168, 560, 168, wall)
        + areas(panes, glass)
        + areas([[(x, -150), (x + 24, -150), (x, -50)] for x in range(-262, 240, 77)], mix(glass, PAPER, 0.35))
        + path("M-344 -160C-200 -196 120 -262 352 -238L356 -222C180 -226 20 -176 -20 -164Z", roof)
        + path("M-344 -160C-200 -178 160 -214 356 -222L350 -206C200 -196 20 -160 -20 -150Z", mix(roof, NIGHT, 0.3))
        + rect(-310, -8, 620, 8, mix(wall, NIGHT, 0.2))
        + rect(-56, -112, 112, 112, NIGHT)
        + rect(-48, -104, 46, 104, mix(AMBER, SAND, 0.4))
        + rect(2, -104, 46, 104, mix(AMBER, SAND, 0.4))
    )


def school(wall: str, roof: str, trim: str, dark: str) -> str:
    """A school front, 900 wide and 300 tall, with a gabled porch; its foot in the middle at (0, 0)."""
    windows = [
        [(x, y), (x + 46, y), (x + 46, y + 64), (x, y + 64)]
        for y in (-226, -112)
        for x in (-420, -352, -284, -216, 170, 238, 306, 374)
    ]
    sills = [[(x - 5, y + 66), (x + 51, y + 66), (x + 51, y + 73), (x - 5, y + 73)] for ((x, y), *_) in windows]
    return (
        rect(-450, -258, 900, 258, wall)
        + rect(-450, -140, 900, 9, trim)
        + areas(windows, dark)
        + areas([[a, (b[0] - 24, b[1]), (d[0], d[1] - 22)] for a, b, _c, d in windows], mix(dark, MIST, 0.4))
        + areas(sills, trim)
        + tiles([(-476, -258), (476, -258), (430, -318), (-430, -318)], roof, rows=3)
        + rect(-140, -276, 280, 276, mix(wall, PAPER, 0.5))
        + area([(-168, -270), (0, -368), (168, -270)], roof)
        + area([(-124, -278), (0, -350), (124, -278)], mix(wall, PAPER, 0.5))
        + rect(-66, -148, 132, 148, dark)
        + rect(-58, -140, 54, 140, trim)
        + rect(4, -140, 54, 140, trim)
        + areas([[(x, -250), (x + 20, -250), (x + 20, 0), (x, 0)] for x in (-130, -96, 76, 110)], trim)
        + rect(-148, -258, 296, 14, trim)
    )


def steps(w: float, count: int, rise: float, light: str, dark: str) -> str:
    """Steps that widen downwards from (0, 0)."""
    return "".join(
        rect(-w / 2 - n * 26, n * rise, w + n * 52, rise * 0.62, light)
        + rect(-w / 2 - n * 26, (n + 0.62) * rise, w + n * 52, rise * 0.38, dark)
        for n in range(count)
    )


def girder_bridge(left: float, right: float, y: float, deck: str, pier: str, *, water: float, spans: int = 5) -> str:
    """A plain modern bridge on slender piers; y is its deck."""
    wide = (right - left) / spans
    piers = [
        [(x - 9, y), (x + 9, y), (x + 12, water), (x - 12, water)]
        for x in (left + wide * (n + 0.5) for n in range(spans))
    ]
    rail = "".join(f"M{x:.0f} {y - 20:.0f}v18" for x in range(int(left), int(right), 26))
    return (
        areas(piers, pier)
        + stroke(rail, deck, 3, round_ends=False)
        + line([(left, y - 20), (right, y - 20)], deck, 4, round_ends=False)
        + rect(left, y - 4, right - left, 15, deck)
        + rect(left, y + 11, right - left, 7, mix(deck, NIGHT, 0.25))
    )


def flags(x: float, y: float, colours: Sequence[str], *, gap: float = 62, pole: float = 170) -> str:
    """A row of plain flags on poles, flying right."""
    poles = "".join(f"M{x + n * gap:.0f} {y:.0f}v{-pole:.0f}" for n in range(len(colours)))
    cloths = "".join(
        path(
            f"M{x + n * gap:.0f} {y - pole:.0f}q12 -9 22 0t20 0v34q-10 9 -20 0t-22 0Z",
            colour,
        )
        for n, colour in enumerate(colours)
    )
    return stroke(poles, PAPER, 5) + cloths


def awning(w: float, colours: tuple[str, str], *, deep: float = 56, count: int = 8) -> str:
    """A striped market awning, its upper left corner at (0, 0)."""
    wide = w / count
    out = []
    for parity, colour in enumerate(colours):
        d = "".join(
            f"M{14 + n * (w - 28) / count:.0f} 0L{14 + (n + 1) * (w - 28) / count:.0f} 0L{(n + 1) * wide:.0f} {deep:.0f}"
            f"a{wide / 2:.0f} 13 0 0 1 {-wide:.0f} 0Z"
            for n in range(parity, count, 2)
        )
        out.append(path(d, colour))
    return "".join(out)


ROOFS = (TILE, mix(TILE, NIGHT, 0.25), mix(TILE, LACQUER, 0.4), mix(DEEP, TILE, 0.7))
