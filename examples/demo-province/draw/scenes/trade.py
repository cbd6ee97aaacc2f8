"""The port and what passes through it."""

from draw.boats import container_ship
from draw.ink import (
    AMBER,
    DEEP,
    FOREST,
    GREEN,
    LACQUER,
    MIST,
    NIGHT,
    PAPER,
    RUST,
    SAND,
    WIDTH,
    bars,
    ground,
    line,
    mix,
    oval,
    picture,
    put,
    rect,
    stamped,
)
from draw.land import ridge
from draw.plants import casuarina
from draw.port import cold_store, container, containers, crane, lorry
from draw.sky import DAY, GOLD, birds, clouds, sky
from draw.things import jar, sauce_bottle, tea_box
from draw.water import glints, sea, shades

WHITE = mix(PAPER, "#ffffff", 0.4)
BLUE = mix(DEEP, MIST, 0.15)


def port_ownership() -> str:
    lift = crane(BLUE, mix(DEEP, NIGHT, 0.4), AMBER)
    cold = (WHITE, mix(PAPER, MIST, 0.22), mix(PAPER, MIST, 0.4))
    return picture(
        sky((mix(MIST, PAPER, 0.35), mix(SAND, PAPER, 0.4)), 250, 210, 66, mix(AMBER, SAND, 0.2), 380),
        clouds([(480, 76, 170), (60, 96, 110)], PAPER),
        ridge(141, 380, 90, mix(MIST, PAPER, 0.1), peaks=4, right=500),
        sea(376, shades(mix(MIST, PAPER, 0.2), mix(DEEP, MIST, 0.25), 4), floor=520),
        glints(35, 386, 480, PAPER, 9, right=500),
        put(
            390,
            462,
            0.86,
            container_ship(
                mix(NIGHT, DEEP, 0.4), LACQUER, (WHITE, mix(MIST, DEEP, 0.35), AMBER, mix(PAPER, MIST, 0.4)), rows=4
            ),
        ),
        put(690, 480, 1.06, lift),
        put(1004, 480, 1.06, lift),
        rect(0, 462, WIDTH, 214, mix(MIST, DEEP, 0.5)),
        rect(0, 460, WIDTH, 12, mix(SAND, PAPER, 0.2)),
        put(-36, 646, 1.36, containers(10, 2, cold, full=True)),
        rect(0, 646, WIDTH, 30, mix(MIST, DEEP, 0.72)),
        birds([(150, 120, 1.2), (232, 92, 0.85), (360, 150, 1), (96, 330, 0.8), (500, 186, 0.7)], mix(DEEP, MIST, 0.2)),
    )


def second_berth() -> str:
    lift = crane(mix(AMBER, SAND, 0.12), mix(RUST, AMBER, 0.3), PAPER)
    boxes = (mix(MIST, PAPER, 0.3), AMBER, mix(DEEP, MIST, 0.35), mix(GREEN, MIST, 0.15), mix(SAND, PAPER, 0.2))
    return picture(
        sky(DAY, 196, 170, 62, mix(AMBER, SAND, 0.25), 380),
        clouds([(420, 76, 170), (60, 280, 130)], PAPER),
        sea(372, shades(mix(MIST, DEEP, 0.15), DEEP, 6)),
        glints(37, 384, 660, mix(MIST, PAPER, 0.5), 18),
        put(520, 430, 1.0, lift),
        put(800, 430, 1.0, lift),
        put(1080, 430, 1.0, lift),
        rect(330, 424, 900, 30, mix(SAND, PAPER, 0.15)),
        rect(330, 452, 900, 40, mix(SAND, RUST, 0.45)),
        *(rect(360 + n * 84, 454, 24, 34, mix(NIGHT, RUST, 0.2)) for n in range(11)),
        put(
            560,
            604,
            1.4,
            oval(-10, 2, 370, 9, mix(DEEP, NIGHT, 0.5)),
            container_ship(LACQUER, mix(NIGHT, DEEP, 0.3), boxes, rows=4),
        ),
    )


def ocop() -> str:
    return picture(
        sky(GOLD, 250, 200, 72, mix(AMBER, PAPER, 0.15), 420),
        clouds([(70, 96, 140), (860, 76, 160)], mix(PAPER, SAND, 0.2)),
        sea(372, shades(mix(MIST, SAND, 0.25), mix(DEEP, MIST, 0.2), 4), floor=520),
        glints(39, 380, 480, PAPER, 9),
        put(1010, 500, 1.2, crane(DEEP, mix(DEEP, NIGHT, 0.35), AMBER)),
        rect(0, 470, WIDTH, 210, mix(SAND, AMBER, 0.15)),
        rect(0, 468, WIDTH, 12, mix(SAND, RUST, 0.4)),
        put(560, 236, 1, container(GREEN, w=470, h=176)),
        line([(560, -6), (560, 168)], NIGHT, 5),
        line([(345, 236), (560, 168), (775, 236)], NIGHT, 4),
        rect(470, 160, 180, 14, AMBER, 4),
        ground([(-40, 600), (300, 592), (900, 592), (1260, 600)], mix(RUST, AMBER, 0.35)),
        rect(0, 596, WIDTH, 10, mix(RUST, AMBER, 0.6)),
        put(170, 640, 1.18, jar(mix(MIST, PAPER, 0.3), WHITE, RUST, LACQUER)),
        put(310, 648, 1.3, jar(mix(MIST, PAPER, 0.3), WHITE, RUST, DEEP)),
        put(470, 644, 1.1, tea_box(FOREST, mix(FOREST, NIGHT, 0.3), SAND, GREEN)),
        put(630, 650, 1.25, tea_box(LACQUER, mix(LACQUER, NIGHT, 0.3), SAND, GREEN)),
        put(800, 644, 1.15, sauce_bottle(mix(RUST, NIGHT, 0.15), SAND, LACQUER)),
        put(900, 650, 1.3, sauce_bottle(mix(RUST, NIGHT, 0.15), SAND, DEEP)),
        put(1010, 642, 1.1, sauce_bottle(mix(RUST, NIGHT, 0.15), SAND, AMBER)),
    )


def cold_store_centre() -> str:
    lift = crane(AMBER, RUST, PAPER)
    truck = lorry(LACQUER, WHITE)
    return picture(
        sky(DAY, 300, 176, 62, mix(AMBER, SAND, 0.25), 360),
        clouds([(560, 92, 170), (110, 96, 120)], PAPER),
        sea(330, shades(mix(MIST, PAPER, 0.1), mix(DEEP, MIST, 0.3), 3), floor=420),
        glints(41, 338, 390, PAPER, 8, right=640),
        put(800, 370, 0.72, lift),
        put(1010, 370, 0.72, lift),
        rect(620, 362, 600, 30, mix(SAND, RUST, 0.35)),
        ground([(-40, 392), (300, 380), (700, 388), (1260, 380)], GREEN),
        stamped("tree", casuarina(FOREST, RUST), [(40, 400, 0.6), (84, 404, 0.5), (1150, 400, 0.6), (1190, 404, 0.5)]),
        put(70, 500, 1.0, cold_store(520, DEEP, WHITE, doors=4)),
        put(640, 500, 1.0, cold_store(500, DEEP, WHITE, doors=4)),
        rect(0, 496, WIDTH, 190, mix(SAND, PAPER, 0.15)),
        rect(0, 580, WIDTH, 100, mix(DEEP, MIST, 0.35)),
        rect(0, 576, WIDTH, 8, PAPER),
        bars([(x, 646, 70) for x in range(30, 1200, 150)], mix(MIST, PAPER, 0.5), 6),
        put(330, 588, 1.12, oval(0, 2, 165, 7, mix(DEEP, NIGHT, 0.2)), truck),
        put(800, 588, 1.12, oval(0, 2, 165, 7, mix(DEEP, NIGHT, 0.2)), lorry(AMBER, WHITE)),
    )
