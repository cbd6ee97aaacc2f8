"""People, without faces and with dignity: each is 100 tall, looks to the right and stands at (0, 0)."""

import math
from dataclasses import dataclass, replace

from draw.ink import (
    AMBER,
    HAIR,
    NIGHT,
    PAPER,
    RUST,
    SAND,
    SKIN,
    Point,
    area,
    disc,
    line,
    mix,
    oval,
    path,
    rect,
    stroke,
)

Limb = tuple[Point, Point]
"""Elbow and hand, or knee and foot."""


@dataclass(frozen=True, slots=True)
class Pose:
    hip: Point
    neck: Point
    head: Point
    arms: tuple[Limb, ...]
    """The far one first."""
    legs: tuple[Limb, ...]


STAND = Pose(
    (0, -47),
    (0, -80),
    (1, -91),
    (((-7, -63), (-6, -47)), ((8, -63), (9, -47))),
    (((-3, -24), (-5, 0)), ((4, -24), (6, 0))),
)
WALK = replace(
    STAND, legs=(((-5, -25), (-15, -1)), ((8, -26), (11, 0))), arms=(((10, -64), (17, -52)), ((-7, -62), (-9, -46)))
)
CARRY = replace(WALK, arms=(((14, -68), (15, -80)), ((-10, -64), (-17, -54))))
HOLD_UP = replace(STAND, arms=(((9, -62), (19, -58)), ((14, -66), (25, -80))))
EMBRACE = replace(STAND, arms=(((8, -62), (19, -56)), ((9, -60), (21, -66))))
READ = replace(WALK, arms=(((6, -62), (12, -62)), ((5, -60), (13, -58))))
CHEER = replace(STAND, neck=(2, -80), head=(4, -91), arms=(((16, -74), (25, -60)), ((15, -78), (27, -92))))
PUSH = replace(
    WALK,
    hip=(-5, -46),
    neck=(6, -77),
    head=(11, -87),
    arms=(((17, -63), (29, -56)), ((16, -60), (30, -54))),
    legs=(((-9, -24), (-22, -1)), ((7, -27), (6, 0))),
)
RUN = Pose(
    (0, -49),
    (7, -80),
    (11, -91),
    (((17, -66), (25, -76)), ((-7, -68), (-5, -54))),
    (((-9, -30), (-27, -22)), ((15, -42), (13, -18))),
)
RUN_ON = replace(
    RUN, arms=(((-6, -67), (-6, -54)), ((18, -66), (25, -77))), legs=(((14, -43), (9, -20)), ((-7, -28), (-22, -12)))
)
BEND = Pose(
    (-12, -46),
    (20, -62),
    (31, -62),
    (((24, -42), (32, -20)), ((20, -40), (25, -16))),
    (((-12, -24), (-15, 0)), ((-4, -26), (-3, 0))),
)
SQUAT = Pose(
    (-6, -18),
    (8, -48),
    (14, -59),
    (((20, -36), (32, -26)), ((16, -34), (28, -22))),
    (((16, -30), (9, -2)), ((12, -28), (3, 0))),
)
SIT = Pose(
    (0, 0),
    (2, -34),
    (4, -45),
    (((9, -20), (19, -14)), ((8, -16), (18, -10))),
    (((18, -8), (26, 6)), ((16, -7), (24, 7))),
)
LOOK = replace(SIT, arms=(((15, -24), (13, -43)), ((14, -20), (14, -43))))
ROW = replace(SIT, hip=(-4, 0), neck=(3, -33), head=(7, -44), arms=(((16, -24), (27, -26)), ((14, -20), (25, -22))))
WORK = replace(SIT, neck=(6, -33), head=(11, -43), arms=(((16, -18), (30, -22)), ((14, -14), (28, -14))))


def person(
    pose: Pose,
    top: str,
    bottom: str,
    *,
    hat: str = "hair",
    tunic: bool = False,
    skin: str = SKIN,
    bare: bool = False,
    hair: str = HAIR,
) -> str:
    """`hat`: cone, helmet, hair, long (hair), none; a tunic falls over the hips; bare legs below the knee."""
    (hx, hy), (nx, ny) = pose.hip, pose.neck
    long = math.hypot(nx - hx, ny - hy)
    across = (-(ny - hy) / long, (nx - hx) / long)
    along = ((nx - hx) / long, (ny - hy) / long)
    drop, broad, hem = (9, 9.0, 10.5) if tunic else (2, 9.5, 7.5)
    torso = [
        (nx + across[0] * broad - along[0] * 2, ny + across[1] * broad - along[1] * 2),
        (hx + across[0] * hem - along[0] * drop, hy + across[1] * hem - along[1] * drop),
        (hx - across[0] * hem - along[0] * drop, hy - across[1] * hem - along[1] * drop),
        (nx - across[0] * broad - along[0] * 2, ny - across[1] * broad - along[1] * 2),
    ]
    shade = mix(top, NIGHT, 0.18)
    far, near = pose.arms
    shapes = [_arm(pose, far, shade, skin)]
    for n, (knee, foot) in enumerate(pose.legs):
        cloth = bottom if n else mix(bottom, NIGHT, 0.2)
        start = (hx + (3.5 if n else -3.5) * abs(across[0]), hy)
        if bare:
            shapes += [line([start, knee], cloth, 10), line([knee, foot], skin, 6.5)]
        else:
            shapes.append(line([start, knee, foot], cloth, 9))
        shapes.append(oval(foot[0] + 3.5, foot[1], 6.5, 2.8, skin if bare else NIGHT))
    shapes.append(area(torso, top).replace("/>", f' stroke="{top}" stroke-width="5"/>'))
    shapes += [
        line([pose.neck, pose.head], skin, 6),
        *_head(pose.head, hat, skin, hair),
        _arm(pose, near, mix(top, PAPER, 0.08), skin),
    ]
    return "".join(shapes)


def _arm(pose: Pose, limb: Limb, sleeve: str, skin: str) -> str:
    elbow, hand = limb
    shoulder = (pose.neck[0] + (2 if elbow[0] > pose.neck[0] else -2) * 2, pose.neck[1] + 4)
    cuff = (elbow[0] + (hand[0] - elbow[0]) * 0.6, elbow[1] + (hand[1] - elbow[1]) * 0.6)
    return line([elbow, hand], skin, 5) + line([shoulder, elbow, cuff], sleeve, 6.5) + disc(*hand, 3.6, skin)


def _head(head: Point, hat: str, skin: str, hair: str) -> list[str]:
    x, y = head
    face = disc(x, y, 8, skin)
    if hat == "cone":
        return [
            disc(x - 1, y, 8, hair),
            disc(x + 1, y + 1, 7.5, skin),
            area([(x - 20, y - 1), (x - 1, y - 19), (x + 20, y + 1), (x, y + 3)], mix(SAND, AMBER, 0.25)),
            area([(x - 1, y - 19), (x + 20, y + 1), (x + 3, y + 3)], mix(SAND, AMBER, 0.6)),
        ]
    if hat == "none":
        return [face]
    if hat == "helmet":
        return [
            face,
            path(
                f"M{x - 9.5} {y - 1}C{x - 10} {y - 14} {x + 9} {y - 14} {x + 9} {y - 2}L{x + 14} {y - 1}V{y + 1}H{x - 9.5}Z",
                AMBER,
            ),
        ]
    if hat == "long":
        return [
            path(
                f"M{x - 9} {y - 2}C{x - 10} {y - 12} {x + 8} {y - 13} {x + 8} {y - 3}L{x} {y}L{x - 2} {y + 20}H{x - 11}Z",
                hair,
            ),
            disc(x + 1.5, y + 0.5, 7, skin),
            path(
                f"M{x - 8} {y + 2}C{x - 10} {y - 12} {x + 9} {y - 12} {x + 8.5} {y - 2}C{x + 3} {y - 3} {x - 1} {y - 5} {x - 2} {y - 6}C{x - 2} {y - 2} {x - 4} {y + 4} {x - 8} {y + 2}Z",
                hair,
            ),
        ]
    return [
        face,
        path(
            f"M{x - 8.4} {y + 2}C{x - 11} {y - 12} {x + 9} {y - 13} {x + 8.4} {y - 2}C{x + 2} {y - 3} {x - 2} {y - 5} {x - 3} {y - 5}Z",
            hair,
        ),
    ]


def shoulder_pole(load: str, basket: str) -> str:
    """A carrying pole over the shoulder of CARRY, with a heaped basket at either end."""
    ends = (-52, 56)
    shapes = [stroke("M-57 -75Q2 -90 61 -75", RUST, 3.2)]
    for x in ends:
        shapes += [
            stroke(f"M{x} -76L{x - 14} -34M{x} -76L{x + 14} -34", NIGHT, 1.2),
            path(f"M{x - 17} -34C{x - 12} -56 {x + 12} -56 {x + 17} -34Z", load),
            path(f"M{x - 19} -35H{x + 19}L{x + 13} -16H{x - 13}Z", basket),
            rect(x - 19, -36, 38, 4, mix(basket, PAPER, 0.3)),
        ]
    return "".join(shapes)


def engineer(vest: str, shirt: str, helmet: str) -> str:
    """A woman in a hard hat who looks ahead, a rolled plan under her arm."""
    band = mix(helmet, PAPER, 0.7)
    stance = replace(STAND, head=(3, -92), arms=(((8, -62), (16, -58)), ((-7, -62), (8, -56))))
    return (
        path("M-3 -98C-14 -98 -17 -88 -15 -74C-11 -78 -8 -84 -4 -90Z", HAIR)
        + person(stance, shirt, NIGHT, hat="none")
        + path("M-11 -82C-4 -85 4 -85 10 -81L9 -44H-10Z", vest)
        + path("M-11 -62H10V-57.5H-11ZM-6 -83.5L-2 -84.5V-62H-6ZM5 -84L8 -82.5V-62H5Z", band)
        + path("M-6.5 -90C-7.5 -98 2 -100 6 -97L2 -93C1 -88 -2 -85 -5 -86Z", HAIR)
        + path("M-8 -94C-10 -109 13 -110 13 -95.5L19 -94.5V-92.5H-8Z", helmet)
        + path("M0 -105.6C3 -106.6 5 -106.4 7 -105.4V-95H0Z", band)
        + line([(-2, -62), (23, -68)], PAPER, 5)
        + disc(23.6, -68, 2.4, mix(PAPER, AMBER, 0.4))
        + line([(-6, -76), (-8, -62), (4, -57)], mix(shirt, NIGHT, 0.12), 6.5)
        + line([(4, -57), (8, -58)], SKIN, 5)
        + disc(9, -60, 3.6, SKIN)
    )


def open_hand(skin: str, shade: str, sleeve: str, trim: str) -> str:
    """A raised hand, its wrist at (0, 0), its sleeve below."""
    return (
        path("M-48 -90C-46 -40 -38 -20 -36 10L-44 150H44L36 10C38 -16 54 -50 56 -96Z", skin)
        + stroke("M-32 -96V-204M-4 -100V-232M26 -100V-214", skin, 29)
        + stroke("M50 -92L58 -170", skin, 25)
        + stroke("M-34 -62C-66 -84 -74 -110 -80 -138", skin, 29)
        + stroke(
            "M-18 -106V-150M11 -106V-154M39 -104V-144M-40 -40C-14 -50 -10 -74 -12 -84M-30 -74C0 -92 26 -90 46 -80",
            shade,
            3.5,
        )
        + path("M-62 78C-30 68 30 68 62 78L84 300H-84Z", sleeve)
        + path("M-62 78C-30 68 30 68 62 78L64 98C30 88 -30 88 -64 98Z", trim)
    )


def pinching_hand(skin: str, shade: str, sleeve: str, trim: str) -> str:
    """A hand that comes from the left and holds a thread between thumb and finger at (0, 0)."""
    return (
        stroke("M-118 16C-84 44 -56 46 -34 40", shade, 27)
        + stroke("M-124 2C-88 34 -60 36 -30 26", mix(skin, shade, 0.5), 27)
        + path("M-260 -34C-210 -44 -150 -62 -112 -48C-84 -36 -82 20 -112 34C-150 48 -210 40 -260 34Z", skin)
        + stroke("M-112 -30C-70 -46 -40 -34 -8 -4", skin, 28)
        + stroke("M-120 14C-84 26 -44 22 -8 4", skin, 28)
        + stroke("M-96 -6C-76 -6 -62 -4 -52 -2", shade, 3.5)
        + path("M-226 -56L-560 -110V120L-226 56C-216 20 -216 -20 -226 -56Z", sleeve)
        + path("M-226 -56L-250 -60C-240 -20 -240 20 -250 60L-226 56C-216 20 -216 -20 -226 -56Z", trim)
    )
