"""Streets, halls, schools, tables: what people do indoors and between houses."""

from draw.boats import sail
from draw.houses import ROOFS, flags, hall, school, steps, town_house
from draw.ink import (
    AMBER,
    DEEP,
    FOREST,
    GREEN,
    HEIGHT,
    LACQUER,
    MIST,
    NIGHT,
    PAPER,
    PINK,
    RUST,
    SAND,
    SKIN,
    WIDTH,
    again,
    area,
    bars,
    curve,
    disc,
    ground,
    mix,
    oval,
    path,
    picture,
    put,
    rect,
    stamped,
    stroke,
)
from draw.land import ridge
from draw.people import HOLD_UP, READ, WALK, WORK, open_hand, person, pinching_hand
from draw.plants import bud, frangipani, leaf_up, lotus, spray, tree
from draw.port import turbines
from draw.sky import DARK, DAY, DUSK, clouds, sky, stars
from draw.things import book, briefcase, glasses, lantern, lotus_lantern, newspaper, star_lantern, teacup
from draw.water import glints, sea, shades


def hung(points: list[tuple[float, float]], cord: str) -> str:
    return stroke(curve(points), cord, 2.5)


def lantern_night() -> str:
    glow = mix(AMBER, SAND, 0.35)
    walls = [mix(DEEP, AMBER, 0.35), mix(DEEP, AMBER, 0.5), mix(NIGHT, AMBER, 0.4)]
    red, gold = (
        lantern(LACQUER, mix(LACQUER, AMBER, 0.5), AMBER, string=14),
        lantern(AMBER, mix(AMBER, PAPER, 0.4), RUST, string=14),
    )
    street = path("M520 470H680L980 690H220Z", mix(NIGHT, AMBER, 0.28))
    left = [(-20, 560, 1.75, 0), (188, 530, 1.35, 1), (350, 505, 1.0, 2), (470, 488, 0.7, 0)]
    child = person(HOLD_UP, LACQUER, NIGHT)
    friend = person(HOLD_UP, mix(MIST, PAPER, 0.3), NIGHT, hat="long")
    star = put(27, -92, 0.62, star_lantern(LACQUER, mix(AMBER, PAPER, 0.35)))
    houses = [
        put(x, y, s, town_house(118, 190, walls[k], ROOFS[k], mix(NIGHT, GREEN, 0.35), glow=glow))
        for x, y, s, k in reversed(left)
    ]
    return picture(
        sky(DARK, 600, 176, 86, mix(SAND, PAPER, 0.4)),
        stars([(120, 60), (250, 110), (380, 50), (820, 60), (960, 120), (1080, 50)], mix(MIST, PAPER, 0.5)),
        ridge(111, 480, 120, mix(DEEP, NIGHT, 0.3), peaks=5),
        rect(0, 470, WIDTH, 205, mix(NIGHT, DEEP, 0.3)),
        stamped("side", "".join(houses), [(0, 0, 1)]),
        put(1200, 0, 1, again("side"), flip=True),
        street,
        hung([(90, 226), (330, 300), (600, 322), (870, 300), (1110, 226)], SAND),
        hung([(250, 306), (430, 350), (600, 362), (770, 350), (950, 306)], SAND),
        stamped(
            "red",
            red,
            [
                (176, 250, 1.15),
                (402, 314, 0.95),
                (798, 314, 0.95),
                (1024, 250, 1.15),
                (340, 330, 0.6),
                (540, 360, 0.5),
                (660, 360, 0.5),
                (860, 330, 0.6),
            ],
        ),
        stamped(
            "gold",
            gold,
            [
                (290, 286, 1.05),
                (520, 324, 0.85),
                (680, 324, 0.85),
                (910, 286, 1.05),
                (440, 352, 0.52),
                (600, 362, 0.5),
                (760, 352, 0.52),
            ],
        ),
        *(oval(x, y, 60, 9, mix(NIGHT, "#000000", 0.3)) for x, y in ((430, 648), (600, 610), (790, 652))),
        put(590, 606, 1.5, child.replace(LACQUER, GREEN), star),
        put(420, 644, 2.1, friend, star),
        put(800, 648, 2.2, child, star, flip=True),
    )


def folding_lanterns() -> str:
    wall, dark = mix(AMBER, SAND, 0.35), mix(NIGHT, RUST, 0.35)
    glow = mix(AMBER, PAPER, 0.5)
    red = lantern(LACQUER, mix(LACQUER, AMBER, 0.5), AMBER, string=20)
    gold = lantern(AMBER, mix(AMBER, PAPER, 0.45), RUST, string=20)
    flower = lotus_lantern(LACQUER, mix(AMBER, PAPER, 0.25), AMBER, string=20)
    cane = mix(AMBER, RUST, 0.55)
    return picture(
        sky(DUSK, 470, 330, 0, AMBER),
        path("M-20 500H700V690H-20Z", mix(RUST, NIGHT, 0.35)),
        put(452, 512, 0.78, town_house(150, 210, mix(wall, DEEP, 0.45), ROOFS[1], dark, glow=glow)),
        put(338, 526, 0.92, town_house(140, 230, mix(wall, RUST, 0.25), ROOFS[2], dark, glow=glow)),
        put(150, 556, 1.2, town_house(160, 240, mix(wall, DEEP, 0.25), ROOFS[0], dark, glow=glow)),
        put(-80, 610, 1.55, town_house(160, 250, mix(wall, RUST, 0.2), ROOFS[1], dark, glow=glow)),
        bars([(430, 560, 120), (260, 600, 160), (500, 632, 170), (120, 652, 120)], mix(RUST, NIGHT, 0.15), 5),
        rect(660, 0, 560, 675, mix(wall, RUST, 0.12)),
        rect(660, 0, 14, 675, mix(wall, NIGHT, 0.35)),
        rect(760, 190, 380, 450, dark),
        rect(782, 210, 336, 430, glow),
        rect(782, 210, 70, 430, mix(dark, DEEP, 0.3)),
        rect(1048, 210, 70, 430, mix(dark, DEEP, 0.3)),
        *(bars([(796, y, 42), (1062, y, 42)], mix(dark, AMBER, 0.25), 4) for y in range(240, 620, 26)),
        rect(660, 626, 560, 60, mix(wall, NIGHT, 0.5)),
        area([(690, 150), (1210, 150), (1210, 60), (720, 60)], ROOFS[0]),
        bars([(708, 80, 500), (700, 104, 500), (694, 128, 510)], mix(ROOFS[0], NIGHT, 0.3), 4),
        rect(690, 148, 520, 12, mix(dark, NIGHT, 0.2)),
        put(880, 588, 3.3, person(WORK, DEEP, NIGHT, hat="long", tunic=True)),
        rect(856, 590, 56, 40, RUST),
        rect(958, 536, 130, 14, mix(RUST, NIGHT, 0.2)),
        rect(970, 548, 12, 82, mix(RUST, NIGHT, 0.3)),
        rect(1062, 548, 12, 82, mix(RUST, NIGHT, 0.3)),
        stroke(
            "M972 530C976 440 1060 430 1074 532M972 530C960 470 990 420 1040 430M996 534C1000 470 1040 466 1046 534",
            cane,
            6,
        ),
        stamped("red", red, [(726, 160, 1.25), (1150, 160, 1.25), (70, 250, 1.2), (372, 332, 0.72), (500, 366, 0.52)]),
        stamped("gold", gold, [(250, 300, 0.95), (446, 350, 0.6), (548, 380, 0.42)]),
        stamped("flower", flower, [(950, 160, 1.0), (160, 262, 1.15), (310, 318, 0.8), (590, 392, 0.42)]),
        hung([(-20, 236), (160, 264), (340, 322), (480, 364), (600, 390)], dark),
    )


def na_champa() -> str:
    shade = mix(SKIN, RUST, 0.4)
    near = pinching_hand(mix(SKIN, RUST, 0.12), mix(shade, RUST, 0.15), LACQUER, AMBER)
    return picture(
        sky((mix(MIST, PAPER, 0.25), mix(SAND, PAPER, 0.45)), 600, 250, 150, mix(MIST, DEEP, 0.12)),
        spray([(1010, 640, -60), (1030, 640, -10), (1040, 650, 40), (1120, 420, 20), (1110, 430, 70)], GREEN, FOREST),
        stamped("leaf", leaf_up(GREEN, FOREST), [(70, 700, 2.1), (330, 720, 1.5)]),
        put(600, 440, 1.12, open_hand(SKIN, shade, DEEP, mix(AMBER, SAND, 0.3))),
        stroke("M340 430C420 424 500 430 562 440C580 446 622 446 640 440C700 428 780 424 860 430", PAPER, 8),
        stroke("M562 452C584 460 620 460 642 452M600 448L586 500M604 448L622 496", PAPER, 7),
        put(352, 430, 0.86, near),
        put(848, 430, 0.86, near, flip=True),
        stamped("lotus", lotus(), [(220, 640, 1.9), (70, 560, 1.15), (400, 668, 1.2)]),
        put(330, 570, 1.2, bud()),
        stamped("champa", frangipani(), [(1000, 600, 1.35), (1118, 520, 1.1), (1140, 650, 1.2), (880, 640, 0.95)]),
    )


def investment_conference() -> str:
    guests = [
        (720, 598, 1.9, WALK, DEEP, "hair", True),
        (800, 580, 1.7, WALK, LACQUER, "long", True),
        (906, 612, 2.05, WALK, mix(MIST, DEEP, 0.5), "hair", True),
        (470, 602, 1.9, WALK, NIGHT, "hair", False),
        (380, 622, 2.1, WALK, mix(AMBER, RUST, 0.3), "long", False),
    ]
    case = put(-9, -44, 1, briefcase(RUST))
    return picture(
        sky(DAY, 250, 170, 60, mix(AMBER, SAND, 0.25), 400),
        clouds([(420, 84, 160), (930, 120, 150)], PAPER),
        ridge(121, 400, 250, mix(MIST, PAPER, 0.05), peaks=4),
        turbines([(640, 330, 0.6, 20), (740, 316, 0.72, 70), (852, 300, 0.62, 100), (950, 330, 0.55, 40)]),
        ridge(12, 410, 140, mix(MIST, DEEP, 0.3), peaks=5),
        ground([(-40, 400), (300, 396), (700, 404), (1260, 396)], GREEN, 480),
        sea(424, shades(mix(MIST, PAPER, 0.3), mix(MIST, DEEP, 0.35), 4), floor=540),
        glints(33, 430, 530, PAPER, 10),
        ground([(-40, 540), (300, 516), (640, 506), (900, 512), (1260, 530)], mix(SAND, PAPER, 0.2)),
        put(600, 520, 1.08, hall(PAPER, DEEP, mix(DEEP, MIST, 0.55))),
        path("M560 520H640L900 690H300Z", mix(SAND, AMBER, 0.28)),
        flags(60, 580, (LACQUER, AMBER, DEEP, GREEN), pole=190),
        flags(950, 580, (DEEP, AMBER, LACQUER, GREEN), pole=190),
        *(
            put(x, y, s, person(pose, coat, NIGHT, hat=hat), case, flip=turned)
            for x, y, s, pose, coat, hat, turned in guests
        ),
    )


def korean_japanese_centre() -> str:
    students = [
        (330, 646, 2.3, LACQUER, "long", False),
        (452, 618, 1.9, PAPER, "hair", False),
        (560, 590, 1.6, DEEP, "long", False),
        (880, 650, 2.35, mix(GREEN, DEEP, 0.3), "hair", True),
        (770, 612, 1.85, AMBER, "long", True),
    ]
    silk = lantern(LACQUER, mix(LACQUER, AMBER, 0.5), AMBER, string=20)
    return picture(
        sky(DAY, 950, 130, 56, mix(AMBER, SAND, 0.25)),
        clouds([(140, 84, 180), (640, 70, 130)], PAPER),
        ridge(131, 420, 260, mix(MIST, PAPER, 0.2), peaks=5),
        put(600, 520, 1.12, school(mix(AMBER, SAND, 0.6), ROOFS[0], mix(RUST, AMBER, 0.35), DEEP)),
        rect(0, 516, WIDTH, 160, mix(SAND, PAPER, 0.1)),
        put(600, 520, 1.2, steps(300, 4, 20, PAPER, mix(SAND, RUST, 0.3))),
        rect(0, 622, WIDTH, 60, mix(SAND, AMBER, 0.25)),
        stamped(
            "tree",
            tree(GREEN, mix(RUST, NIGHT, 0.2), FOREST),
            [(70, 560, 1.5), (240, 540, 1.15), (970, 540, 1.15), (1134, 560, 1.5)],
        ),
        stamped("silk", silk, [(496, 232, 0.95), (704, 232, 0.95)]),
        *(
            put(
                x,
                y,
                s,
                person(READ, coat, NIGHT, hat=hat, tunic=hat == "long"),
                put(15, -60, 1, book(RUST if coat != RUST else DEEP)),
                flip=turned,
            )
            for x, y, s, coat, hat, turned in students
        ),
    )


def four_foreign_reports() -> str:
    wood = mix(RUST, AMBER, 0.35)
    papers = (
        (236, 540, 1.28, -9, mix(DEEP, MIST, 0.5)),
        (944, 424, 0.98, 7, mix(GREEN, MIST, 0.3)),
        (520, 428, 1.02, 4, mix(AMBER, SAND, 0.25)),
        (716, 570, 1.24, -5, mix(PINK, SAND, 0.3)),
    )
    return picture(
        rect(0, 0, WIDTH, HEIGHT, mix(DEEP, MIST, 0.18)),
        rect(130, 0, 940, 296, PAPER),
        put(
            0,
            0,
            1,
            rect(152, 0, 896, 276, mix(MIST, PAPER, 0.45)),
            disc(800, 92, 120, mix(SAND, PAPER, 0.4)),
            disc(800, 92, 52, mix(AMBER, SAND, 0.2)),
            rect(152, 158, 896, 118, mix(DEEP, MIST, 0.45)),
            rect(152, 200, 896, 76, mix(DEEP, MIST, 0.25)),
            bars([(250, 182, 70), (620, 190, 110), (880, 178, 80), (480, 236, 140), (760, 244, 90)], PAPER, 4),
        ),
        put(
            352,
            216,
            1.0,
            sail(mix(AMBER, SAND, 0.3)),
            path("M-78 -14H84C74 12 54 18 30 18H-40C-62 16 -74 4 -78 -14Z", NIGHT),
        ),
        rect(586, 0, 22, 290, PAPER),
        rect(96, 276, 1008, 26, mix(SAND, PAPER, 0.3)),
        path("M-20 356H1220V690H-20Z", wood),
        bars([(-10, 356, 1220)], mix(wood, PAPER, 0.2), 10),
        bars(
            [(40, 420, 240), (820, 500, 300), (90, 610, 180), (1000, 620, 160), (420, 652, 240)],
            mix(wood, NIGHT, 0.14),
            5,
        ),
        *(
            put(
                x,
                y + 10,
                s,
                oval(0, 84, 170, 14, mix(wood, NIGHT, 0.3)),
                newspaper(PAPER, mix(NIGHT, DEEP, 0.5), block, mix(PAPER, SAND, 0.55)),
                turn=turn,
            )
            for x, y, s, turn, block in (papers[2], papers[1], papers[0], papers[3])
        ),
        put(1068, 572, 1.1, teacup(PAPER, mix(GREEN, AMBER, 0.5), mix(MIST, PAPER, 0.35))),
        put(462, 606, 0.95, glasses(NIGHT, mix(MIST, PAPER, 0.55))),
    )
