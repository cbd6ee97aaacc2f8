"""Paper, colours and plain shapes. A shape is its SVG text; what comes later lies on top."""

from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 1200, 675

DEEP = "#0b4f6c"
MIST = "#8fb8c6"
SAND = "#f3e6cc"
AMBER = "#d98a3d"
RUST = "#9c4a12"
GREEN = "#5f8f6b"
PINK = "#e58fa0"
PAPER = "#fbf8f2"

Point = tuple[float, float]


def mix(first: str, second: str, share: float) -> str:
    """`share` of the second colour in the first: every tint comes from the palette."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


NIGHT = mix(DEEP, "#000000", 0.5)
FOREST = mix(GREEN, DEEP, 0.55)
LACQUER = mix(RUST, "#d03020", 0.45)
SKIN = mix(AMBER, SAND, 0.42)
HAIR = mix(NIGHT, "#000000", 0.25)


def number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _list(points: Iterable[Point]) -> str:
    return " ".join(f"{number(x)} {number(y)}" for x, y in points)


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0) -> str:
    corner = f' rx="{number(r)}"' if r else ""
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"{corner} fill="{fill}"/>'


def disc(x: float, y: float, r: float, fill: str) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{fill}"/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    return f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}" fill="{fill}"/>'


def area(points: Iterable[Point], fill: str) -> str:
    return f'<path fill="{fill}" d="M{_list(points)}Z"/>'


def areas(many: Iterable[Iterable[Point]], fill: str) -> str:
    """Areas of one colour as one shape, which makes a small file."""
    return f'<path fill="{fill}" d="{"".join(f"M{_list(points)}Z" for points in many)}"/>'


def path(d: str, fill: str) -> str:
    return f'<path fill="{fill}" d="{d}"/>'


def stroke(d: str, colour: str, width: float, *, round_ends: bool = True) -> str:
    ends = "" if round_ends else ' stroke-linecap="butt" stroke-linejoin="miter"'
    return f'<path fill="none" stroke="{colour}" stroke-width="{number(width)}"{ends} d="{d}"/>'


def line(points: Sequence[Point], colour: str, width: float, *, round_ends: bool = True) -> str:
    return stroke("M" + _list(points), colour, width, round_ends=round_ends)


def bars(many: Iterable[tuple[float, float, float]], colour: str, width: float) -> str:
    """Level bars with round ends: (x, y, length) each."""
    d = "".join(f"M{number(x)} {number(y)}h{number(length)}" for x, y, length in many)
    return stroke(d, colour, width)


def curve(points: Sequence[Point]) -> str:
    """A smooth line through the points (Catmull-Rom), as path data."""
    padded = [points[0], *points, points[-1]]
    d = [f"M{_list([points[0]])}"]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        d.append(f"C{_list([first, second, end])}")
    return "".join(d)


def ground(points: Sequence[Point], fill: str, floor: float = HEIGHT) -> str:
    """Everything below a smooth line."""
    return path(f"{curve(points)}V{number(floor)}H{number(points[0][0])}Z", fill)


def put(x: float, y: float, scale: float, *shapes: str, turn: float = 0, flip: bool = False) -> str:
    """Shapes drawn around (0, 0), set down elsewhere; `turn` in degrees, `flip` looks the other way."""
    size = f"scale({-scale:g} {scale:g})" if flip else f"scale({scale:g})" if scale != 1 else ""
    turned = f"rotate({number(turn)})" if turn else ""
    return f'<g transform="translate({number(x)} {number(y)}){turned}{size}">{"".join(shapes)}</g>'


def stamped(name: str, shape: str, places: Iterable[tuple[float, float, float]]) -> str:
    """One shape set down many times: (x, y, scale) each."""
    uses = "".join(
        f'<use href="#{name}" transform="translate({number(x)} {number(y)})scale({scale:g})"/>'
        for x, y, scale in places
    )
    return f'<defs><g id="{name}">{shape}</g></defs>{uses}'


def again(name: str) -> str:
    """What was stamped before, once more."""
    return f'<use href="#{name}"/>'


def within(name: str, outline: str, *shapes: str) -> str:
    """Shapes seen only inside an outline given as path data."""
    return (
        f'<defs><clipPath id="{name}"><path d="{outline}"/></clipPath></defs>'
        f'<g clip-path="url(#{name})">{"".join(shapes)}</g>'
    )


def picture(*shapes: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'stroke-linecap="round" stroke-linejoin="round">\n' + "\n".join(shapes) + "\n</svg>\n"
    )
