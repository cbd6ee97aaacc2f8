"""The coast: fishing, forest, storm, wind."""

from draw.boats import basket_boat, fishing_boat, five_colours, oar, woven_boat
from draw.houses import awning, girder_bridge, house
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
    WIDTH,
    area,
    bars,
    ground,
    line,
    mix,
    oval,
    path,
    picture,
    put,
    rect,
    stamped,
    within,
)
from draw.land import dashes, pans, ribbon, ridge
from draw.people import BEND, HOLD_UP, PUSH, ROW, SQUAT, WALK, person
from draw.plants import casuarina, mangrove, mangrove_belt, palm, seedling
from draw.port import solar_roof, turbine
from draw.sky import DAY, DUSK, GOLD, STORM, clouds, sky
from draw.things import WICKER, drum, fish_basket, ice_trolley, lantern, tube
from draw.water import glints, light, sea, shades

WHITE = mix(PAPER, "#ffffff", 0.4)
FIVE = (LACQUER, AMBER, PAPER, mix(MIST, PAPER, 0.2), mix(GREEN, PAPER, 0.2))


def seafood_after_storm() -> str:
    basket = fish_basket(*WICKER, mix(MIST, PAPER, 0.55), mix(MIST, DEEP, 0.25))
    return picture(
        sky((mix(MIST, PAPER, 0.45), mix(SAND, PAPER, 0.4)), 470, 250, 64, mix(AMBER, SAND, 0.15), 330),
        clouds([(120, 190, 120), (640, 92, 170)], PAPER),
        ridge(71, 330, 70, mix(MIST, DEEP, 0.15), peaks=5, left=300),
        sea(330, shades(mix(MIST, PAPER, 0.3), mix(DEEP, MIST, 0.3), 5), floor=560),
        light(470, 338, 500, 140, mix(SAND, AMBER, 0.3), 9, 7),
        glints(12, 340, 500, PAPER, 10, left=560),
        put(620, 440, 0.62, fishing_boat(mix(DEEP, MIST, 0.1), LACQUER, mix(SAND, PAPER, 0.3), RUST)),
        put(1050, 424, 0.54, fishing_boat(mix(GREEN, DEEP, 0.4), AMBER, PAPER, LACQUER), flip=True),
        rect(0, 500, WIDTH, 175, mix(SAND, AMBER, 0.28)),
        rect(0, 500, WIDTH, 12, mix(SAND, RUST, 0.35)),
        bars(
            [(40, 560, 260), (700, 570, 200), (420, 600, 180), (980, 622, 200), (80, 640, 300)],
            mix(SAND, RUST, 0.28),
            4,
        ),
        rect(58, 200, 12, 390, mix(RUST, NIGHT, 0.3)),
        rect(372, 200, 12, 380, mix(RUST, NIGHT, 0.3)),
        put(20, 190, 1, awning(400, (LACQUER, PAPER), deep=64, count=9)),
        put(180, 560, 2.7, person(WALK, mix(DEEP, MIST, 0.2), NIGHT, hat="cone", tunic=True)),
        stamped("basket", basket, [(290, 592, 0.92), (530, 622, 1.12), (150, 652, 1.12)]),
        oval(850, 646, 110, 10, mix(SAND, RUST, 0.4)),
        put(
            850,
            642,
            4.5,
            person(HOLD_UP, WHITE, mix(DEEP, MIST, 0.2), tunic=True),
            path("M-10 -42L-11 -28H12L11 -42Z", WHITE),
            put(26, -88, 0.42, tube(mix(MIST, PAPER, 0.4), mix(AMBER, LACQUER, 0.2))),
        ),
    )


def whale_worship() -> str:
    boat = fishing_boat(mix(DEEP, MIST, 0.1), LACQUER, mix(SAND, PAPER, 0.3), RUST, flags=FIVE)
    return picture(
        sky(GOLD, 690, 270, 76, mix(AMBER, PAPER, 0.1), 330),
        clouds([(130, 96, 200), (900, 120, 160)], mix(PAPER, SAND, 0.2)),
        ridge(81, 332, 120, mix(MIST, SAND, 0.25), peaks=4, left=-60, right=560),
        sea(330, shades(mix(AMBER, MIST, 0.55), DEEP, 6)),
        light(690, 338, 600, 190, mix(SAND, AMBER, 0.25), 7),
        glints(9, 350, 640, mix(MIST, PAPER, 0.3), 14, left=560),
        put(
            480,
            56,
            0.86,
            path(
                "M440 346C456 306 524 298 570 334C584 328 596 312 612 304C608 322 602 336 590 346Z",
                mix(DEEP, NIGHT, 0.35),
            ),
        ),
        bars([(850, 354, 160)], mix(SAND, PAPER, 0.3), 5),
        put(612, 384, 0.4, boat),
        put(1074, 452, 0.62, fishing_boat(mix(GREEN, DEEP, 0.4), AMBER, PAPER, RUST, flags=FIVE)),
        put(800, 532, 1.16, boat),
        ground([(-40, 420), (150, 452), (320, 520), (460, 590), (640, 640), (900, 700)], mix(SAND, AMBER, 0.3)),
        ground([(-40, 500), (200, 540), (380, 610), (520, 690)], mix(SAND, AMBER, 0.55)),
        five_colours(470, 190, 1.35, pole=310),
        put(232, 624, 1.42, drum(LACQUER, SAND, AMBER)),
    )


def mangrove_planting() -> str:
    mud = mix(RUST, MIST, 0.5)
    young = seedling(GREEN)
    rows = [
        (x + (y - 480) * (x - 600) / 420, y, s)
        for y, s, step in ((486, 0.75, 150), (530, 1.0, 170), (590, 1.4, 190))
        for x in range(90, 1180, step)
    ]
    return picture(
        sky(DAY, 940, 170, 58, mix(AMBER, SAND, 0.25), 320),
        clouds([(160, 96, 190), (560, 130, 130)], PAPER),
        ridge(91, 322, 110, mix(MIST, PAPER, 0.1), peaks=5),
        mangrove_belt(6, 324, mix(GREEN, FOREST, 0.7), left=-20, right=1240, tall=66),
        mangrove_belt(7, 330, GREEN, left=-20, right=1240, tall=40),
        sea(328, shades(mix(MIST, PAPER, 0.45), mix(MIST, DEEP, 0.3), 4), floor=440),
        glints(15, 336, 420, PAPER, 9),
        put(600, 404, 0.8, woven_boat(mix(RUST, NIGHT, 0.35), AMBER)),
        ground([(-40, 430), (220, 418), (520, 440), (800, 428), (1260, 446)], mix(mud, PAPER, 0.25)),
        ground([(-40, 500), (300, 486), (700, 506), (1260, 490)], mud),
        ground([(-40, 600), (360, 584), (800, 612), (1260, 590)], mix(mud, NIGHT, 0.18)),
        bars(
            [
                (130, 456, 130),
                (640, 462, 180),
                (980, 470, 110),
                (340, 542, 150),
                (900, 552, 190),
                (60, 640, 200),
                (620, 652, 170),
            ],
            mix(MIST, PAPER, 0.35),
            6,
        ),
        stamped("young", young, [spot for spot in rows if -20 < spot[0] < 1220]),
        put(760, 512, 1.9, person(BEND, mix(DEEP, MIST, 0.2), NIGHT, hat="cone", bare=True)),
        put(1010, 566, 2.7, person(BEND, RUST, NIGHT, hat="cone", bare=True), flip=True),
        put(300, 640, 4.1, person(BEND, DEEP, NIGHT, hat="cone", bare=True), put(34, 4, 0.62, young)),
    )


def coastal_road() -> str:
    road = [
        (520, 330, 5),
        (590, 348, 14),
        (640, 372, 30),
        (640, 410, 64),
        (600, 470, 130),
        (560, 560, 250),
        (540, 700, 470),
    ]
    return picture(
        sky(DAY, 280, 180, 62, mix(AMBER, SAND, 0.25), 330),
        clouds([(620, 90, 190), (60, 100, 110)], PAPER),
        ridge(93, 306, 150, mix(MIST, DEEP, 0.2), peaks=3, left=560, right=1300),
        ridge(95, 312, 76, mix(GREEN, MIST, 0.3), peaks=4, left=640, right=1300),
        sea(302, shades(mix(MIST, PAPER, 0.2), mix(DEEP, MIST, 0.05), 7)),
        glints(17, 310, 640, PAPER, 18, right=640),
        girder_bridge(-20, 560, 330, PAPER, mix(PAPER, MIST, 0.5), water=392, spans=6),
        ground([(420, 346), (500, 332), (620, 322), (760, 312), (1000, 316), (1260, 310)], mix(GREEN, SAND, 0.3), 348),
        path("M500 336C640 330 800 380 700 440C600 500 300 560 -20 600V690H1220V330Z", mix(SAND, PAPER, 0.5)),
        path("M560 338C690 340 800 390 740 450C660 520 420 600 200 690H1220V330Z", mix(SAND, AMBER, 0.25)),
        ribbon(road, mix(DEEP, MIST, 0.35)),
        dashes(road[1:], PAPER, 4),
        *(
            put(x, y, s, casuarina((GREEN, FOREST)[n % 2], RUST, lean=10))
            for n, (x, y, s) in enumerate(
                (
                    (716, 372, 0.42),
                    (752, 388, 0.55),
                    (800, 412, 0.78),
                    (866, 450, 1.12),
                    (950, 510, 1.6),
                    (1070, 610, 2.3),
                )
            )
        ),
    )


def solar_ice() -> str:
    return picture(
        sky(DAY, 310, 170, 70, AMBER, 360),
        clouds([(620, 84, 190), (980, 130, 140)], PAPER),
        ridge(97, 330, 130, mix(MIST, PAPER, 0.05), peaks=4),
        ridge(99, 350, 70, mix(GREEN, MIST, 0.35), peaks=5),
        rect(0, 350, WIDTH, 100, mix(SAND, PAPER, 0.25)),
        rect(330, 312, 700, 104, WHITE),
        *(rect(370 + n * 160, 334, 92, 82, mix(DEEP, MIST, 0.3)) for n in range(4)),
        *(rect(370 + n * 160, 334, 92, 8, mix(DEEP, NIGHT, 0.3)) for n in range(4)),
        put(296, 316, 1, solar_roof(768, 122, 64, DEEP, mix(MIST, PAPER, 0.4), columns=12, rows=3)),
        rect(0, 412, WIDTH, 26, mix(SAND, AMBER, 0.3)),
        rect(0, 436, WIDTH, 40, mix(MIST, DEEP, 0.45)),
        rect(0, 436, WIDTH, 7, mix(SAND, RUST, 0.4)),
        sea(474, shades(mix(MIST, DEEP, 0.3), DEEP, 5)),
        glints(19, 486, 660, mix(MIST, PAPER, 0.4), 18),
        put(
            600,
            432,
            1.25,
            person(PUSH, LACQUER, NIGHT, hat="cone"),
            put(74, 0, 0.66, ice_trolley(RUST, WHITE, mix(MIST, PAPER, 0.45))),
        ),
        put(
            245,
            560,
            1.32,
            oval(0, 8, 150, 8, mix(DEEP, NIGHT, 0.4)),
            fishing_boat(mix(GREEN, DEEP, 0.35), AMBER, PAPER, RUST),
        ),
        put(
            900,
            590,
            1.62,
            oval(0, 8, 150, 8, mix(DEEP, NIGHT, 0.5)),
            fishing_boat(mix(DEEP, NIGHT, 0.1), LACQUER, mix(SAND, PAPER, 0.3), RUST),
            flip=True,
        ),
    )


def after_the_storm() -> str:
    leaning = palm(GREEN, mix(RUST, SAND, 0.25), lean=86)
    bare = mix(RUST, AMBER, 0.55)
    gap = area([(436, 296), (604, 296), (580, 228), (446, 228)], bare)
    battens = bars([(440, 282, 160), (442, 264, 152), (444, 246, 144)], mix(bare, NIGHT, 0.35), 5)
    return picture(
        sky((mix(MIST, PAPER, 0.2), mix(PAPER, SAND, 0.3)), 880, 196, 66, mix(AMBER, SAND, 0.2), 370),
        clouds([(980, 104, 150), (640, 74, 120)], PAPER),
        sea(356, shades(mix(MIST, PAPER, 0.25), mix(DEEP, MIST, 0.2), 4), floor=480),
        light(880, 364, 460, 130, mix(SAND, AMBER, 0.35), 8, 6),
        glints(22, 366, 450, PAPER, 9, left=700),
        put(1112, 470, 0.9, leaning),
        put(1000, 480, 1.12, leaning),
        ground([(-40, 440), (300, 452), (700, 462), (1000, 474), (1260, 456)], mix(SAND, PAPER, 0.15)),
        ground([(-40, 560), (400, 540), (800, 568), (1260, 546)], mix(SAND, AMBER, 0.3)),
        put(836, 520, 1.4, leaning),
        put(400, 548, 1.9, house(mix(SAND, PAPER, 0.4), w=270, h=122, slope=86)),
        put(0, 0, 1, put(-76, 26, 1.0, gap, battens)),
        put(352, 250, 1.25, person(SQUAT, DEEP, NIGHT, hat="cone"), put(34, -22, 1, rect(-7, -4, 16, 8, LACQUER, 2))),
        put(
            590,
            246,
            1.25,
            person(SQUAT, mix(GREEN, DEEP, 0.35), NIGHT, hat="cone"),
            put(34, -22, 1, rect(-7, -4, 16, 8, LACQUER, 2)),
            flip=True,
        ),
        line([(150, 560), (206, 300)], mix(RUST, NIGHT, 0.2), 7),
        line([(184, 566), (240, 306)], mix(RUST, NIGHT, 0.2), 7),
        bars([(161 + n * 8.6, 520 - n * 40, 34) for n in range(6)], mix(RUST, NIGHT, 0.2), 6),
        put(196, 470, 1.35, person(HOLD_UP, AMBER, NIGHT), put(26, -84, 1, rect(-7, -4, 16, 8, LACQUER, 2))),
        put(960, 628, 1.35, basket_boat(*WICKER)),
    )


def near_shore_wind() -> str:
    boat = fishing_boat(mix(DEEP, NIGHT, 0.3), LACQUER, mix(SAND, PAPER, 0.3), RUST)
    foot = rect(-9, -8, 18, 16, AMBER)
    places = (
        (1150, 352, 0.5, 20),
        (1032, 362, 0.68, 74),
        (880, 378, 0.94, 40),
        (676, 404, 1.3, 100),
        (392, 446, 1.46, 10),
    )
    return picture(
        sky(GOLD, 880, 306, 84, mix(AMBER, PAPER, 0.12), 345),
        clouds([(540, 92, 190), (80, 150, 150), (960, 76, 120)], mix(PAPER, SAND, 0.2)),
        sea(345, shades(mix(AMBER, MIST, 0.6), mix(DEEP, MIST, 0.05), 7)),
        light(880, 352, 600, 210, mix(SAND, AMBER, 0.25), 11),
        glints(27, 360, 600, mix(PAPER, MIST, 0.3), 14, right=700),
        *(
            put(x, y, s, oval(0, 8, 22, 4, mix(DEEP, MIST, 0.25)), turbine(turn, tall=196, blade=100), foot)
            for x, y, s, turn in places
        ),
        put(548, 446, 0.42, boat),
        put(800, 476, 0.58, boat, flip=True),
        ground([(-40, 590), (160, 600), (420, 628), (700, 640), (980, 622), (1260, 580)], mix(SAND, PAPER, 0.2)),
        ground([(-40, 610), (180, 622), (440, 650), (700, 660), (980, 644), (1260, 604)], mix(SAND, AMBER, 0.3)),
    )


def issue_2() -> str:
    crown = mangrove(GREEN, mix(RUST, NIGHT, 0.4), FOREST)
    return picture(
        sky(DUSK, 300, 350, 74, mix(AMBER, PAPER, 0.1), 400),
        ridge(101, 402, 170, mix(DEEP, PINK, 0.35), peaks=4),
        ridge(103, 404, 80, mix(DEEP, PINK, 0.18), peaks=5),
        sea(400, shades(mix(AMBER, PINK, 0.45), mix(DEEP, NIGHT, 0.2), 6)),
        light(300, 406, 600, 170, mix(AMBER, SAND, 0.45), 13, 9),
        glints(29, 420, 560, mix(PINK, SAND, 0.4), 12, left=420),
        put(
            540,
            482,
            0.9,
            oval(0, 15, 120, 7, mix(DEEP, NIGHT, 0.3)),
            put(-40, -20, 1, person(ROW, mix(DEEP, MIST, 0.3), NIGHT, hat="cone"), put(26, -20, 0.8, oar(RUST))),
            woven_boat(mix(NIGHT, RUST, 0.25), AMBER),
        ),
        put(860, -70, 4.1, lantern(LACQUER, mix(LACQUER, AMBER, 0.45), mix(AMBER, RUST, 0.3), string=46)),
        stamped(
            "crown",
            crown,
            [
                (1130, 640, 1.7),
                (60, 620, 1.5),
                (900, 660, 1.35),
                (330, 664, 1.25),
                (620, 690, 1.5),
                (190, 700, 1.9),
                (1020, 720, 2),
            ],
        ),
        rect(0, 664, WIDTH, 11, mix(NIGHT, FOREST, 0.3)),
    )


def issue_3() -> str:
    left = f"M0 0H640L560 {HEIGHT}H0Z"
    storm_cloud = "M600 150C640 96 720 100 748 130C780 74 900 70 936 124C990 96 1070 110 1088 160C1150 150 1230 170 1240 220H590C560 200 570 164 600 150Z"
    boat = fishing_boat(mix(NIGHT, DEEP, 0.3), LACQUER, mix(SAND, PAPER, 0.2), RUST)
    heap = path("M-50 0Q0 -84 50 0Q0 12 -50 0Z", WHITE)
    return picture(
        sky(STORM, 900, 330, 0, PAPER, 380),
        path(storm_cloud, mix(DEEP, NIGHT, 0.75)),
        put(130, 90, 0.9, path(storm_cloud, mix(NIGHT, DEEP, 0.25))),
        "".join(
            line([(x, 320 + (x % 3) * 14), (x - 26, 372 + (x % 3) * 14)], mix(MIST, DEEP, 0.4), 3)
            for x in range(660, 1200, 38)
        ),
        sea(390, shades(mix(DEEP, MIST, 0.35), mix(DEEP, NIGHT, 0.7), 6), wave=9),
        put(800, 478, 0.72, boat, turn=-7),
        put(1010, 574, 1.02, boat, turn=6),
        path(
            "M560 600C640 560 700 600 760 606C860 616 900 580 980 600C1060 620 1140 600 1220 590V690H560Z",
            mix(DEEP, NIGHT, 0.55),
        ),
        within(
            "sun",
            left,
            sky((mix(AMBER, SAND, 0.4), mix(SAND, PAPER, 0.3)), 330, 200, 84, AMBER, 400),
            ridge(105, 386, 60, mix(GREEN, SAND, 0.25), peaks=5, right=700),
            pans(
                386,
                300,
                mix(RUST, SAND, 0.35),
                [mix(MIST, PAPER, 0.5), mix(SAND, PAPER, 0.4), mix(AMBER, SAND, 0.7)],
                9,
                across=7,
                deep=5,
            ),
            rect(60, 330, 300, 72, mix(SAND, PAPER, 0.6)),
            rect(100, 346, 46, 56, RUST),
            rect(190, 346, 120, 30, mix(DEEP, MIST, 0.4)),
            put(36, 334, 1, solar_roof(348, 92, 36, DEEP, mix(MIST, PAPER, 0.4), columns=7, rows=3)),
            stamped(
                "heap",
                heap,
                [(450, 440, 0.7), (540, 446, 0.7), (150, 500, 1.1), (420, 520, 1.25), (90, 610, 1.7), (360, 630, 1.9)],
            ),
        ),
        line([(640, 0), (560, HEIGHT)], PAPER, 10, round_ends=False),
    )
