"""Boats: woven, fishing, racing; and the container ship. All look to the right."""

from collections.abc import Sequence

from draw.ink import (
    AMBER,
    DEEP,
    LACQUER,
    MIST,
    NIGHT,
    PAPER,
    RUST,
    SAND,
    areas,
    disc,
    line,
    mix,
    oval,
    path,
    put,
    rect,
    stroke,
)


def woven_boat(hull: str, rim: str) -> str:
    """A small rowing boat, 200 long, on its waterline; people sit at y = -8."""
    return path("M-104 -34C-60 -16 60 -16 104 -34C92 0 66 14 40 16H-40C-66 14 -92 0 -104 -34Z", hull) + path(
        "M-104 -34C-60 -16 60 -16 104 -34C100 -26 98 -22 96 -18C60 -4 -60 -4 -96 -18C-98 -22 -100 -26 -104 -34Z", rim
    )


def basket_boat(weave: str, dark: str, rim: str) -> str:
    """A round basket boat, 130 wide, lying on the sand."""
    return (
        path("M-65 -40C-62 -8 -40 4 0 4C40 4 62 -8 65 -40Z", weave)
        + stroke("M-58 -20Q0 4 58 -20M-48 -6Q0 14 48 -6M-34 -34L-14 2M0 -32V4M34 -34L14 2", dark, 2.5)
        + oval(0, -40, 66, 15, rim)
        + oval(0, -39, 57, 10.5, dark)
    )


EYE = oval(104, -32, 11, 5, PAPER) + disc(105, -32, 3.5, NIGHT)


def fishing_boat(hull: str, stripe: str, cabin: str, roof: str, *, flags: Sequence[str] = ()) -> str:
    """300 long, on its waterline, with the painted eyes of a boat of this coast."""
    shapes = [
        line([(-70, -60), (-70, -172)], NIGHT, 4),
        line([(-70, -166), (96, -62)], NIGHT, 1.6),
        line([(-70, -166), (-144, -56)], NIGHT, 1.6),
        rect(-100, -104, 92, 62, cabin),
        rect(-112, -114, 116, 13, roof, 3),
        rect(-90, -92, 20, 20, DEEP),
        rect(-62, -92, 20, 20, DEEP),
        rect(-34, -92, 16, 20, DEEP),
        path("M-150 -62C-120 -48 70 -44 158 -84C150 -44 128 -8 108 8H-128C-142 -10 -148 -36 -150 -62Z", hull),
        path("M-150 -62C-120 -48 70 -44 158 -84L154 -68C70 -28 -116 -32 -148 -46Z", stripe),
        EYE,
    ]
    if flags:
        pennants: dict[str, list[list[tuple[float, float]]]] = {}
        for n, colour in enumerate([*flags, *flags]):
            x = -60 + n * 150 / (2 * len(flags))
            y = -160 + (x + 70) * 0.626
            pennants.setdefault(colour, []).append([(x, y), (x + 11, y + 7), (x + 2, y + 20)])
        shapes += [areas(many, colour) for colour, many in pennants.items()]
    return "".join(shapes)


def five_colours(x: float, y: float, scale: float, *, pole: float = 110) -> str:
    """The square festival flag: squares within squares, a jagged rim."""
    tongues = [[(4 + 14 * n, 62), (18 + 14 * n, 62), (12 + 14 * n, 74)] for n in range(5)]
    tongues += [[(74, -8 + 14 * n), (74, 6 + 14 * n), (86, -1 + 14 * n)] for n in range(5)]
    squares = ((0, LACQUER), (8, AMBER), (16, PAPER), (24, mix(DEEP, MIST, 0.4)), (30, LACQUER))
    return put(
        x,
        y,
        scale,
        line([(0, -14), (0, pole)], RUST, 6),
        areas(tongues, LACQUER),
        *(rect(2 + inset, -8 + inset, 72 - 2 * inset, 70 - 2 * inset, colour) for inset, colour in squares),
    )


def racing_boat(hull: str, trim: str, shirt: str, skin: str, *, crew: int = 10, band: str = PAPER) -> str:
    """560 long: a low hull that lifts at both ends, the crew leaning into one stroke."""
    oars = "".join(f"M{-206 + n * 42} -22L{-244 + n * 42} 22" for n in range(crew))
    seats = [-216 + n * 42 for n in range(crew)]
    bodies = [[(x - 12, -14), (x + 12, -14), (x + 30, -50), (x + 14, -56)] for x in seats]
    arms = "".join(f"M{-196 + n * 42} -48L{-200 + n * 42} -26" for n in range(crew))
    heads = "".join(disc(-189 + n * 42, -63, 9.5, skin) for n in range(crew))
    bands = areas(
        ([(-199 + n * 42, -66), (-180 + n * 42, -68), (-181 + n * 42, -74), (-197 + n * 42, -73)] for n in range(crew)),
        band,
    )
    return (
        areas(bodies, shirt)
        + stroke(arms, skin, 6)
        + heads
        + bands
        + path(
            "M-300 -66C-270 -24 -240 -16 0 -16C240 -16 270 -24 300 -72C300 -30 276 8 230 10H-230C-276 8 -300 -26 -300 -66Z",
            hull,
        )
        + path(
            "M-300 -66C-270 -24 -240 -16 0 -16C240 -16 270 -24 300 -72L298 -56C270 -12 240 -4 0 -4C-240 -4 -270 -12 -298 -50Z",
            trim,
        )
        + disc(272, -30, 5.5, PAPER)
        + stroke(oars, RUST, 5)
    )


def container_ship(hull: str, belly: str, boxes: Sequence[str], *, rows: int = 4, seed: int = 3) -> str:
    """760 long, on its waterline, bridge astern (left)."""
    stacks: dict[str, list[str]] = {}
    for column in range(10):
        height = rows - (column * seed) % 2 - (1 if column > 7 else 0)
        for row in range(height):
            colour = boxes[(column * 2 + row * seed + column // 3) % len(boxes)]
            x, y = -206 + column * 52, -92 - 25 * (row + 1)
            stacks.setdefault(colour, []).append(f"M{x} {y}h49v23h-49Z")
    return (
        path("M-330 -92V-226H-318V-246H-262V-226H-232V-92Z", PAPER)
        + path(
            "M-324 -214h86v14h-86ZM-324 -180h86v7h-86ZM-324 -156h86v7h-86ZM-324 -132h86v7h-86Z", mix(DEEP, MIST, 0.25)
        )
        + rect(-304, -276, 30, 34, belly)
        + "".join(path("".join(d), colour) for colour, d in stacks.items())
        + path("M-372 -96H330L392 -128C386 -70 366 -20 340 0H-346C-366 -20 -374 -60 -372 -96Z", hull)
        + path("M-364 -40H371C363 -24 353 -10 340 0H-346C-354 -10 -360 -24 -364 -40Z", belly)
        + rect(-368, -88, 700, 7, mix(hull, PAPER, 0.35))
    )


def oar(colour: str) -> str:
    return line([(0, -70), (46, 26)], colour, 5) + path("M42 16L56 12L64 44L52 48Z", colour)


def sail(cloth: str, mast: str = RUST) -> str:
    return (
        line([(0, 0), (0, -130)], mast, 5)
        + path("M6 -126C60 -100 70 -50 62 -16H6Z", cloth)
        + path("M-6 -110C-40 -70 -44 -40 -40 -18H-6Z", mix(cloth, SAND, 0.5))
    )
