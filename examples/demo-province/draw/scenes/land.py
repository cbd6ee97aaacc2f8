"""Mountains, fields, the lagoon."""

from draw.boats import oar, racing_boat, woven_boat
from draw.houses import stilt_house
from draw.ink import (
    AMBER,
    DEEP,
    FOREST,
    GREEN,
    LACQUER,
    MIST,
    NIGHT,
    PAPER,
    PINK,
    RUST,
    SAND,
    SKIN,
    WIDTH,
    areas,
    bars,
    disc,
    ground,
    line,
    mix,
    oval,
    picture,
    put,
    rect,
    stamped,
)
from draw.land import dashes, haze, pans, ribbon, rice_ear, ridge, rows, swells
from draw.people import CARRY, CHEER, EMBRACE, LOOK, ROW, RUN, RUN_ON, SIT, engineer, person, shoulder_pole
from draw.plants import bamboo, bud, grass, leaf_up, lotus, mangrove_belt, pad, sheaf, withered, withered_leaf
from draw.port import turbines
from draw.sky import DAWN, DAY, GOLD, ROSE, birds, clouds, herons, sky
from draw.things import binoculars, drum, lotus_lantern
from draw.water import glints, light, sea, shades

WHITE = mix(PAPER, "#ffffff", 0.4)


def deo_gio_first_power() -> str:
    road = [
        (690, 470, 8),
        (760, 490, 11),
        (640, 515, 16),
        (470, 540, 24),
        (560, 580, 36),
        (760, 612, 54),
        (700, 690, 90),
    ]
    return picture(
        sky(DAWN, 268, 300, 66, mix(AMBER, PINK, 0.25)),
        clouds([(560, 92, 190), (60, 128, 130)], mix(PAPER, PINK, 0.15)),
        ridge(4, 470, 240, mix(MIST, PINK, 0.18), peaks=4),
        haze(402, mix(PAPER, PINK, 0.25), 3, thick=9),
        ground(
            [(-40, 520), (180, 470), (420, 430), (600, 362), (800, 290), (960, 262), (1100, 246), (1260, 262)],
            mix(GREEN, MIST, 0.35),
        ),
        turbines([(560, 400, 0.94, 12), (806, 306, 1.04, 48), (1040, 262, 0.92, 82)]),
        ground([(-40, 590), (200, 520), (460, 478), (700, 456), (900, 400), (1080, 372), (1260, 330)], GREEN),
        ground([(-40, 610), (240, 566), (520, 500), (760, 470), (980, 452), (1260, 420)], mix(GREEN, FOREST, 0.45)),
        ribbon(road, mix(SAND, PAPER, 0.4)),
        dashes(road[2:], AMBER, 3),
        ground([(-40, 560), (140, 574), (330, 622), (480, 690)], FOREST),
        ground([(860, 690), (960, 628), (1080, 572), (1260, 530)], FOREST),
    )


def dong_may_rice() -> str:
    gold = mix(AMBER, SAND, 0.35)
    ear = rice_ear(mix(AMBER, RUST, 0.1), mix(AMBER, RUST, 0.3))
    river = [
        (760, 348, 26),
        (640, 366, 40),
        (520, 392, 70),
        (560, 430, 120),
        (420, 480, 190),
        (200, 560, 330),
        (-60, 690, 620),
    ]
    return picture(
        sky(GOLD, 800, 214, 76, mix(AMBER, PAPER, 0.2)),
        ridge(21, 350, 210, mix(GREEN, MIST, 0.6), peaks=4),
        haze(292, mix(SAND, PAPER, 0.6), 8, thick=10),
        ridge(9, 390, 130, mix(GREEN, DEEP, 0.18), peaks=5),
        haze(352, mix(SAND, PAPER, 0.6), 5, thick=12),
        swells(370, [mix(gold, PAPER, 0.25), gold, mix(gold, AMBER, 0.4), mix(gold, AMBER, 0.75)], lean=8),
        ribbon(river, mix(MIST, PAPER, 0.3)),
        bars([(560, 400, 40), (480, 446, 70), (330, 500, 90), (120, 560, 130), (40, 620, 150)], PAPER, 5),
        rows(470, mix(AMBER, RUST, 0.22), count=7, vanish=900, left=500, right=1700),
        stamped(
            "far",
            ear,
            [
                (x, y, 0.55)
                for x, y in (
                    (470, 560),
                    (520, 545),
                    (580, 570),
                    (640, 540),
                    (700, 572),
                    (980, 545),
                    (1040, 570),
                    (1100, 548),
                    (1160, 572),
                )
            ],
        ),
        put(830, 730, 4.6, person(EMBRACE, DEEP, NIGHT, hat="cone", tunic=True)),
        put(930, 462, 1.75, sheaf(mix(AMBER, RUST, 0.2), mix(SAND, AMBER, 0.25), RUST), turn=14),
        disc(922, 428, 17, SKIN),
        ground([(260, 700), (420, 640), (700, 612), (1000, 606), (1260, 596)], mix(AMBER, RUST, 0.28)),
        stamped(
            "ear",
            rice_ear(mix(SAND, AMBER, 0.35), mix(AMBER, RUST, 0.45)),
            [
                (x, 700, s)
                for x, s in (
                    (330, 1.5),
                    (400, 1.9),
                    (470, 2.2),
                    (540, 1.9),
                    (610, 2.4),
                    (680, 2),
                    (750, 2.2),
                    (830, 1.9),
                    (900, 2.2),
                    (970, 1.9),
                    (1030, 2.4),
                    (1100, 2),
                    (1160, 2.3),
                )
            ],
        ),
    )


def sen_lagoon_winter() -> str:
    flock = [(700, 150, 1.35), (820, 102, 1.1), (905, 176, 1.25), (1010, 120, 0.95), (590, 214, 1.15), (780, 236, 0.9)]
    flock += [(1080, 66, 0.75), (960, 250, 0.7), (480, 262, 0.8), (660, 290, 0.6)]
    dry = mix(RUST, MIST, 0.25)
    return picture(
        sky((mix(MIST, PAPER, 0.25), mix(SAND, PAPER, 0.35)), 330, 330, 72, mix(AMBER, PAPER, 0.15), 372),
        ridge(13, 372, 110, mix(MIST, PAPER, 0.2), peaks=4),
        mangrove_belt(5, 372, mix(DEEP, GREEN, 0.4), left=-20, right=760, tall=34),
        mangrove_belt(8, 374, mix(DEEP, GREEN, 0.25), left=640, right=1240, tall=58),
        sea(372, shades(mix(MIST, PAPER, 0.5), mix(MIST, DEEP, 0.55), 6)),
        light(330, 380, 640, 170, mix(AMBER, PAPER, 0.25), 2),
        glints(4, 390, 660, PAPER, 12, left=520),
        herons(flock, PAPER, wing=mix(MIST, DEEP, 0.35)),
        put(
            792,
            520,
            1.4,
            oval(0, 16, 128, 8, mix(DEEP, MIST, 0.25)),
            put(-30, -22, 1.05, person(ROW, mix(DEEP, MIST, 0.2), NIGHT, hat="cone")),
            put(34, -22, 1.05, person(LOOK, RUST, NIGHT), put(14, -44, 1, binoculars(NIGHT))),
            put(-30, -22, 1.05, put(13, -44, 1, binoculars(NIGHT))),
            woven_boat(mix(RUST, NIGHT, 0.35), AMBER),
        ),
        *(
            put(x, y, s, withered(mix(dry, NIGHT, 0.3), dry), flip=flip)
            for x, y, s, flip in (
                (90, 668, 1.7, False),
                (210, 650, 1.2, True),
                (330, 672, 1.45, False),
                (1090, 664, 1.5, True),
            )
        ),
        *(
            put(x, y, s, withered_leaf(mix(dry, NIGHT, 0.3), mix(dry, AMBER, 0.3)), flip=flip)
            for x, y, s, flip in (
                (40, 650, 1.4, False),
                (278, 640, 1.1, True),
                (430, 668, 1.3, False),
                (1010, 670, 1.2, False),
                (1160, 668, 1.6, True),
            )
        ),
    )


def lotus_festival() -> str:
    boat = woven_boat(mix(RUST, NIGHT, 0.3), AMBER)
    guests = (DEEP, PAPER, AMBER)
    seats = "".join(
        put(x, -20, 0.95, person(SIT, colour, NIGHT, hat="cone" if x < 40 else "long"))
        for x, colour in zip((-48, 0, 46), guests, strict=True)
    )
    boatload = (
        put(-82, -20, 1.0, person(ROW, RUST, NIGHT, hat="cone"))
        + seats
        + boat
        + put(-62, -2, 0.9, oar(RUST), flip=True)
    )
    lantern = lotus_lantern(PINK, mix(PINK, PAPER, 0.7), string=16)
    return picture(
        sky((mix(AMBER, SAND, 0.62), mix(SAND, PAPER, 0.55)), 400, 290, 78, AMBER, 380),
        clouds([(700, 84, 170), (120, 104, 120)], PAPER),
        ground(
            [(560, 380), (700, 330), (840, 226), (930, 188), (1020, 236), (1120, 300), (1260, 330)],
            mix(GREEN, MIST, 0.3),
            380,
        ),
        ground([(-40, 366), (220, 352), (560, 372), (820, 340), (1040, 318), (1260, 348)], GREEN, 380),
        sea(380, shades(mix(MIST, PINK, 0.35), DEEP, 6)),
        light(400, 388, 560, 190, mix(AMBER, PAPER, 0.3), 5, 8),
        line([(560, 300), (560, 380)], RUST, 4),
        stroke_of_lanterns(),
        stamped("lantern", lantern, [(592 + 74 * n, 306 + (8, 14, 17, 17, 14, 8)[n % 6], 0.5) for n in range(8)]),
        stamped("boat", oval(0, 16, 120, 7, mix(DEEP, NIGHT, 0.2)) + boatload, [(300, 452, 0.62), (790, 476, 0.95)]),
        stamped(
            "pad",
            pad(GREEN, FOREST),
            [
                (90, 500, 0.9),
                (540, 510, 0.85),
                (1080, 516, 1),
                (420, 574, 1.4),
                (980, 600, 1.6),
                (150, 628, 1.9),
                (690, 640, 1.7),
            ],
        ),
        stamped(
            "lotus",
            lotus(),
            [
                (560, 508, 0.62),
                (1084, 508, 0.72),
                (104, 490, 0.55),
                (934, 590, 1.15),
                (1140, 640, 1.5),
                (330, 590, 1.25),
                (150, 622, 1.75),
                (620, 640, 1.45),
            ],
        ),
        stamped("bud", bud(), [(440, 552, 0.8), (800, 610, 1.0), (250, 640, 1.2), (1010, 650, 1.2)]),
    )


def stroke_of_lanterns() -> str:
    return line(
        [(560, 302), (620, 314), (700, 322), (790, 326), (880, 324), (980, 318), (1080, 310), (1240, 292)], RUST, 3
    )


def sen_lagoon_lodge() -> str:
    wood = mix(RUST, AMBER, 0.25)
    walk = [(660, 452, 16), (580, 462, 22), (500, 480, 32), (420, 512, 50), (372, 570, 84), (370, 700, 150)]
    house = stilt_house(mix(AMBER, SAND, 0.45), mix(RUST, NIGHT, 0.2), mix(RUST, NIGHT, 0.35))
    return picture(
        sky(DAY, 240, 190, 62, mix(AMBER, SAND, 0.35), 400),
        clouds([(620, 96, 180), (960, 150, 140)], PAPER),
        ridge(31, 400, 240, mix(MIST, DEEP, 0.12), peaks=4),
        ridge(17, 400, 130, mix(MIST, DEEP, 0.42), peaks=5),
        mangrove_belt(12, 402, FOREST, left=-20, right=1240, tall=26),
        sea(400, shades(mix(MIST, PAPER, 0.4), mix(DEEP, MIST, 0.25), 6)),
        glints(6, 412, 560, PAPER, 12),
        put(1046, 448, 0.82, house),
        put(886, 458, 0.98, house),
        put(700, 474, 1.18, house),
        ribbon([(x, y + 9, w) for x, y, w in walk], mix(wood, NIGHT, 0.4)),
        ribbon(walk, wood),
        stroke_planks(),
        stamped(
            "pad",
            pad(GREEN, FOREST),
            [
                (120, 470, 0.8),
                (250, 520, 1.1),
                (690, 560, 1.25),
                (940, 560, 1.2),
                (130, 600, 1.6),
                (820, 640, 1.8),
                (1090, 620, 1.7),
            ],
        ),
        stamped("up", leaf_up(GREEN, FOREST), [(60, 600, 0.9), (1150, 610, 1.15), (620, 690, 1.1)]),
        stamped(
            "lotus",
            lotus(),
            [
                (126, 462, 0.5),
                (256, 510, 0.68),
                (940, 552, 0.85),
                (700, 552, 0.85),
                (140, 590, 1.3),
                (846, 628, 1.5),
                (1060, 612, 1.3),
                (40, 660, 1.4),
            ],
        ),
        stamped("bud", bud(), [(190, 560, 0.8), (600, 580, 0.9), (1000, 640, 1.1), (740, 650, 1.1)]),
    )


def stroke_planks() -> str:
    planks = (
        (470, 490, 26),
        (440, 504, 34),
        (414, 520, 44),
        (394, 540, 56),
        (380, 564, 72),
        (372, 592, 86),
        (368, 624, 104),
        (366, 660, 124),
    )
    return bars(((x - w * 0.34, y, w * 0.68) for x, y, w in planks), mix(RUST, NIGHT, 0.3), 2.5)


def may_river_race() -> str:
    water = mix(MIST, DEEP, 0.15)
    river = [(860, 306, 60), (700, 326, 130), (560, 356, 260), (600, 420, 560), (640, 520, 980), (600, 700, 1500)]
    field = mix(GREEN, SAND, 0.4)
    return picture(
        sky(DAY, 930, 150, 54, mix(AMBER, SAND, 0.25)),
        clouds([(200, 100, 180), (520, 66, 120)], PAPER),
        ridge(41, 310, 190, mix(MIST, PAPER, 0.15), peaks=5),
        ridge(43, 320, 90, mix(MIST, DEEP, 0.35), peaks=4),
        swells(296, [mix(field, PAPER, 0.2), field, mix(GREEN, SAND, 0.15), GREEN], lean=4),
        ribbon(river, water),
        ribbon([(x + 20, y + 26, w * 0.72) for x, y, w in river[2:]], mix(MIST, DEEP, 0.3)),
        glints(14, 350, 660, mix(PAPER, MIST, 0.2), 20, left=240, right=1000),
        stamped("far", bamboo(4, mix(GREEN, FOREST, 0.5), FOREST, stems=5), [(226, 420, 0.72), (1000, 412, 0.7)]),
        stamped("near", bamboo(3, GREEN, FOREST), [(78, 470, 1.12), (1128, 480, 1.2)]),
        put(
            690,
            452,
            0.86,
            oval(0, 14, 290, 9, mix(DEEP, MIST, 0.3)),
            racing_boat(DEEP, AMBER, mix(SAND, PAPER, 0.4), SKIN),
            turn=-3,
        ),
        put(
            520, 588, 1.34, oval(0, 14, 290, 10, mix(DEEP, MIST, 0.2)), racing_boat(LACQUER, AMBER, DEEP, SKIN), turn=-3
        ),
        ground([(-40, 640), (120, 646), (300, 676), (420, 700)], FOREST),
        ground([(960, 700), (1080, 660), (1260, 630)], FOREST),
    )


def salt_season() -> str:
    rose = mix(PINK, SAND, 0.35)
    heap = ground([(-50, 0), (-22, -26), (0, -46), (22, -26), (50, 0)], WHITE, 4) + ground(
        [(0, -46), (22, -26), (50, 0)], mix(MIST, PAPER, 0.45), 4
    )
    return picture(
        sky(ROSE, 800, 268, 72, mix(AMBER, PINK, 0.35), 330),
        clouds([(150, 110, 210), (420, 70, 130), (980, 120, 150)], mix(PAPER, PINK, 0.12)),
        ridge(51, 332, 90, mix(MIST, PINK, 0.3), peaks=5, left=-100, right=700),
        pans(
            330,
            620,
            mix(RUST, SAND, 0.35),
            [rose, mix(rose, PAPER, 0.45), mix(MIST, PAPER, 0.55), mix(PINK, PAPER, 0.3)],
            6,
        ),
        bars([(770, 346, 60), (752, 362, 96), (760, 386, 80), (776, 410, 50)], mix(AMBER, SAND, 0.4), 6),
        stamped(
            "heap",
            heap,
            [
                (140, 372, 0.5),
                (300, 372, 0.5),
                (470, 374, 0.5),
                (1010, 372, 0.5),
                (1130, 374, 0.5),
                (90, 432, 0.9),
                (330, 436, 0.9),
                (1080, 436, 0.95),
                (150, 544, 1.6),
                (1090, 560, 1.8),
            ],
        ),
        rect(0, 322, WIDTH, 10, FOREST),
        oval(560, 646, 220, 13, mix(RUST, PINK, 0.5)),
        put(
            560,
            642,
            3.5,
            person(CARRY, DEEP, NIGHT, hat="cone", tunic=True),
            put(2, 0, 1, shoulder_pole(WHITE, mix(RUST, AMBER, 0.3))),
        ),
    )


def engineer_came_home() -> str:
    return picture(
        sky(DAY, 712, 150, 58, mix(AMBER, SAND, 0.25), 320),
        clouds([(560, 84, 150), (990, 110, 150), (80, 120, 120)], PAPER),
        sea(300, shades(mix(MIST, PAPER, 0.25), mix(DEEP, MIST, 0.4), 3), floor=352),
        glints(3, 306, 346, PAPER, 9, left=420),
        pans_far(),
        ground(
            [(-40, 300), (160, 350), (420, 420), (640, 452), (860, 440), (1040, 396), (1260, 372)],
            mix(GREEN, MIST, 0.25),
        ),
        turbines([(600, 452, 0.95, 20), (820, 446, 1.32, 62), (1062, 396, 1.1, 100)]),
        ground([(-40, 430), (200, 470), (520, 560), (820, 590), (1260, 520)], GREEN),
        ground([(-40, 520), (180, 530), (420, 592), (700, 660), (900, 700)], FOREST),
        grass(3, GREEN, left=30, right=560, y=640, tall=40, count=16),
        put(300, 640, 4.5, engineer(DEEP, mix(MIST, PAPER, 0.25), AMBER)),
    )


def pans_far() -> str:
    bands = []
    for row, (y, h) in enumerate(((354, 12), (369, 16), (388, 21), (412, 28), (443, 34))):
        wide = 66 + row * 26
        for k in range(-2, 20):
            x = 520 + (k - 9) * wide
            if x + wide > 300 and x < 1240:
                colour = (mix(MIST, PAPER, 0.55), WHITE, mix(SAND, PAPER, 0.3))[(k * 2 + row) % 3]
                bands.append(
                    (
                        colour,
                        [
                            (x + 3, y),
                            (x + wide - 1, y),
                            (x + wide + 6 * (k - 9) / 4, y + h),
                            (x + 3 + 6 * (k - 9) / 4, y + h),
                        ],
                    )
                )
    return rect(0, 350, 1200, 130, mix(RUST, SAND, 0.45)) + "".join(
        areas([cell for c, cell in bands if c == colour], colour) for colour in sorted({c for c, _ in bands})
    )


def sen_lagoon_marathon() -> str:
    path_colour = mix(SAND, AMBER, 0.3)
    track = [(640, 352, 18), (560, 380, 46), (600, 420, 96), (760, 480, 190), (840, 560, 330), (760, 700, 620)]
    runners = [
        person(RUN_ON, mix(MIST, DEEP, 0.3), NIGHT, bare=True),
        person(RUN, AMBER, NIGHT, bare=True),
        person(RUN, LACQUER, NIGHT, bare=True),
        person(RUN_ON, PAPER, NIGHT, bare=True, hat="long"),
    ]
    pack = (
        [(520, 388, 0.5), (604, 416, 0.75), (700, 462, 1.15)],
        [(566, 392, 0.55), (644, 430, 0.86), (792, 486, 1.3)],
        [(640, 402, 0.62), (690, 590, 2.35)],
        [(540, 404, 0.62), (840, 640, 2.8)],
    )
    return picture(
        sky(DAWN, 268, 262, 76, mix(AMBER, PINK, 0.25), 350),
        clouds([(640, 92, 170), (960, 130, 130)], PAPER),
        ridge(61, 352, 150, mix(MIST, PINK, 0.2), peaks=4),
        ridge(63, 356, 64, mix(GREEN, MIST, 0.4), peaks=5),
        sea(350, shades(mix(MIST, PINK, 0.35), mix(DEEP, MIST, 0.3), 5)),
        light(268, 358, 520, 150, mix(AMBER, PAPER, 0.3), 5, 8),
        stamped(
            "pad",
            pad(GREEN, FOREST),
            [
                (120, 440, 0.6),
                (300, 430, 0.5),
                (60, 520, 1),
                (240, 520, 1.05),
                (420, 470, 0.7),
                (110, 620, 1.5),
                (360, 600, 1.4),
            ],
        ),
        stamped(
            "lotus", lotus(), [(124, 434, 0.36), (404, 464, 0.45), (236, 512, 0.66), (70, 604, 1.05), (350, 586, 1)]
        ),
        ground([(430, 690), (500, 560), (560, 470), (520, 396), (620, 350), (900, 340), (1260, 346)], GREEN),
        ribbon(track, path_colour),
        *(stamped(f"r{n}", runner, places) for n, (runner, places) in enumerate(zip(runners, pack, strict=True))),
        put(1010, 590, 0.72, drum(LACQUER, SAND, AMBER), flip=True),
        put(
            1130,
            610,
            2.7,
            person(CHEER, mix(DEEP, MIST, 0.15), NIGHT, hat="cone", tunic=True),
            line([(27, -92), (38, -80)], RUST, 2.2),
            flip=True,
        ),
        birds([(820, 200, 0.7), (880, 176, 0.5), (470, 150, 0.6)], mix(DEEP, MIST, 0.2)),
    )
