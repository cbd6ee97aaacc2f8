"""The economy in the land: cranes, containers, lorries, turbines, solar roofs, cold stores."""

import math
from collections.abc import Iterable, Sequence

from draw.ink import AMBER, DEEP, MIST, NIGHT, PAPER, area, areas, disc, line, mix, number, path, put, rect, stroke


def crane(colour: str, dark: str, cab: str = AMBER) -> str:
    """A ship-to-shore crane, 400 tall; its boom reaches 260 to the left, its feet stand at (0, 0)."""
    return (
        path("M-52 0L-40 -260H-24L-36 0ZM64 0L58 -260H74L80 0Z", dark)
        + path("M-50 -96H78V-80H-50ZM-42 -252H78V-236H-42Z", dark)
        + line([(-36, -90), (70, -240)], dark, 6, round_ends=False)
        + line([(70, -90), (-34, -240)], dark, 6, round_ends=False)
        + path("M-270 -284H150V-262H-270Z", colour)
        + path("M-30 -284L18 -396H30L58 -284H44L22 -370L-14 -284Z", colour)
        + stroke("M20 -388L-230 -284M20 -388L-120 -284M28 -388L140 -284", colour, 4.5)
        + rect(86, -320, 56, 36, dark)
        + rect(-168, -262, 34, 26, cab)
        + stroke("M-146 -236V-176M-158 -236V-176", dark, 2.5)
        + rect(-178, -178, 52, 9, dark)
    )


def containers(
    columns: int, rows: int, colours: Sequence[str], *, seed: int = 5, w: float = 92, h: float = 44, full: bool = False
) -> str:
    """A stack from (0, 0) up and to the right, with the ribs of their sides."""
    bodies: dict[str, list[str]] = {}
    ribs: list[str] = []
    for column in range(columns):
        tall = rows if full else rows - (column * seed + column // 2) % 3
        for row in range(max(tall, 1)):
            colour = colours[(column * seed + row * 3 + column // 2) % len(colours)]
            x, y = column * (w + 5), -(row + 1) * (h + 3)
            bodies.setdefault(colour, []).append(f"M{number(x)} {number(y)}h{number(w)}v{number(h)}h{number(-w)}Z")
            ribs += [f"M{number(x + w * k / 6)} {number(y + 7)}v{number(h - 14)}" for k in range(1, 6)]
    shapes = [path("".join(d), colour) for colour, d in bodies.items()]
    return "".join(shapes) + f'<g opacity=".18">{stroke("".join(ribs), NIGHT, 3, round_ends=False)}</g>'


def container(colour: str, *, w: float = 420, h: float = 170) -> str:
    """One large container, its middle top at (0, 0)."""
    dark = mix(colour, NIGHT, 0.3)
    ribs = [
        [(x, 18), (x + 13, 18), (x + 13, h - 18), (x, h - 18)]
        for x in (-w / 2 + 24 + n * 27 for n in range(int((w - 40) / 27)))
    ]
    return (
        rect(-w / 2, 0, w, h, colour)
        + areas(ribs, mix(colour, NIGHT, 0.14))
        + path(
            f"M{-w / 2} 0h{w}v10h{-w}ZM{-w / 2} {h - 10}h{w}v10h{-w}ZM{-w / 2} 0h10v{h}h-10ZM{w / 2 - 10} 0h10v{h}h-10Z",
            dark,
        )
    )


def lorry(cab: str, box: str, *, glass: str = mix(DEEP, MIST, 0.35)) -> str:
    """A refrigerated lorry, 300 long, looking right, on its wheels at (0, 0)."""
    return (
        rect(-150, -124, 206, 104, box)
        + rect(-150, -34, 206, 8, mix(box, DEEP, 0.3))
        + path("M62 -20V-104H108C122 -104 130 -84 136 -66L150 -58V-20Z", cab)
        + path("M84 -94H106C114 -94 122 -78 126 -64H84Z", glass)
        + rect(-150, -24, 300, 9, NIGHT)
        + "".join(disc(x, -14, 18, NIGHT) + disc(x, -14, 7.5, MIST) for x in (-112, -70, 104))
    )


def turbine(
    turn: float, *, tall: float = 200, blade: float = 96, colour: str = PAPER, shade: str = mix(PAPER, MIST, 0.45)
) -> str:
    """A wind turbine whose foot is at (0, 0); `turn` is that of its first blade, in degrees."""
    wide = tall / 40
    tower = area([(-wide, 0), (-wide * 0.45, -tall), (wide * 0.45, -tall), (wide, 0)], colour)
    tower += area([(wide * 0.1, 0), (wide * 0.05, -tall), (wide * 0.45, -tall), (wide, 0)], shade)
    blades = []
    for n in range(3):
        rad = math.radians(turn + 120 * n - 90)
        along, across = (math.cos(rad), math.sin(rad)), (-math.sin(rad), math.cos(rad))
        steps = ((0.02, 0.02), (0.18, 0.075), (1, 0.0), (0.2, -0.025), (0.02, -0.02))
        blades.append(
            [(blade * (t * along[0] + s * across[0]), -tall + blade * (t * along[1] + s * across[1])) for t, s in steps]
        )
    return tower + areas(blades, colour) + disc(0, -tall, wide * 0.95, shade)


def turbines(places: Iterable[tuple[float, float, float, float]]) -> str:
    """(x, y, scale, turn) each."""
    return "".join(put(x, y, scale, turbine(turn)) for x, y, scale, turn in places)


def solar_roof(
    w: float, h: float, slant: float, panel: str, line_colour: str, *, columns: int = 9, rows: int = 3
) -> str:
    """Panels that cover a slope, its lower left corner at (0, 0), its upper edge moved right by `slant`."""
    panels = []
    for row in range(rows):
        for column in range(columns):
            corner = []
            for k, r in ((0.06, 0.08), (0.94, 0.08), (0.94, 0.92), (0.06, 0.92)):
                t = (row + r) / rows
                corner.append((slant * t + (w - 2 * slant * t) * (column + k) / columns, -h * t))
            panels.append(corner)
    return area([(0, 0), (w, 0), (w - slant, -h), (slant, -h)], line_colour) + areas(panels, panel)


def cold_store(w: float, roof: str, wall: str, *, doors: int = 4) -> str:
    """A long white hall, 150 tall, with docks; its lower left corner at (0, 0)."""
    shade = mix(wall, MIST, 0.4)
    bays = "".join(
        rect(w * (n + 0.5) / doors - 27, -62, 54, 62, mix(DEEP, MIST, 0.55))
        + rect(w * (n + 0.5) / doors - 33, -72, 66, 10, roof)
        for n in range(doors)
    )
    ribs = [[(w * n / 14, -118), (w * n / 14 + 3, -118), (w * n / 14 + 3, 0), (w * n / 14, 0)] for n in range(1, 14)]
    return (
        rect(0, -120, w, 120, wall)
        + areas(ribs, shade)
        + area([(-14, -114), (w + 14, -114), (w - 24, -166), (24, -166)], roof)
        + area([(-14, -114), (w + 14, -114), (w + 14, -106), (-14, -106)], mix(roof, NIGHT, 0.3))
        + bays
    )
