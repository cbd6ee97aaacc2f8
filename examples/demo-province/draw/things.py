"""Things made and used: lanterns, the drum, baskets, jars, papers."""

from draw.ink import (
    AMBER,
    MIST,
    NIGHT,
    PAPER,
    RUST,
    SAND,
    area,
    disc,
    line,
    mix,
    oval,
    path,
    put,
    rect,
    stroke,
)


def lantern(body: str, rib: str, cap: str = RUST, *, string: float = 40) -> str:
    """A round silk lantern, 70 wide, hung at (0, 0)."""
    y = string + 40
    tassel = f"M-5 {y + 38}h10l3 34h-16Z"
    return (
        line([(0, 0), (0, string)], cap, 2)
        + oval(0, y, 36, 33, body)
        + stroke(
            f"M0 {y - 33}V{y + 33}M-9 {y - 32}C-24 {y - 12} -24 {y + 12} -9 {y + 32}M9 {y - 32}C24 {y - 12} 24 {y + 12} 9 {y + 32}",
            rib,
            2.4,
        )
        + path(f"M-15 {y - 38}h30v8h-30ZM-15 {y + 30}h30v8h-30Z{tassel}", cap)
    )


def lotus_lantern(petal: str, heart: str, cap: str = RUST, *, string: float = 40) -> str:
    """A lantern in the shape of a lotus, 90 wide, hung at (0, 0)."""
    y = string
    return (
        line([(0, 0), (0, y + 8)], cap, 2)
        + path(
            f"M-46 {y + 26}C-30 {y + 20} -16 {y + 34} -8 {y + 62}C-30 {y + 60} -44 {y + 46} -46 {y + 26}ZM46 {y + 26}C30 {y + 20} 16 {y + 34} 8 {y + 62}C30 {y + 60} 44 {y + 46} 46 {y + 26}Z",
            petal,
        )
        + path(
            f"M-30 {y + 8}C-12 {y + 14} -4 {y + 36} -4 {y + 64}C-24 {y + 56} -34 {y + 34} -30 {y + 8}ZM30 {y + 8}C12 {y + 14} 4 {y + 36} 4 {y + 64}C24 {y + 56} 34 {y + 34} 30 {y + 8}Z",
            mix(petal, heart, 0.4),
        )
        + path(f"M0 {y}C18 {y + 22} 18 {y + 46} 0 {y + 66}C-18 {y + 46} -18 {y + 22} 0 {y}Z", heart)
        + path(f"M-12 {y + 64}h24v7h-24ZM-4 {y + 71}h8l3 30h-14Z", cap)
    )


def star_lantern(body: str, light: str, stick: str = RUST) -> str:
    """A child's five-pointed lantern in its ring, 60 wide, its middle at (0, 0)."""
    star = "M0 -28L7 -9L27 -9L11 3L17 23L0 11L-17 23L-11 3L-27 -9L-7 -9Z"
    return (
        disc(0, 0, 30, mix(light, body, 0.35))
        + disc(0, 0, 26, light)
        + path(star, body)
        + path(
            "M0 -28L7 -9L0 0ZM27 -9L11 3L0 0ZM17 23L0 11L0 0ZM-17 23L-11 3L0 0ZM-27 -9L-7 -9L0 0Z",
            mix(body, NIGHT, 0.25),
        )
        + stroke("M0 30V34", stick, 3)
    )


def drum(body: str, skin: str, rim: str) -> str:
    """A great drum on its stand, 260 wide, its foot at (0, 0)."""
    return (
        stroke("M-88 0L-46 -74M88 0L46 -74M-104 -6H104", mix(rim, NIGHT, 0.45), 15)
        + path("M-84 -250C-134 -210 -134 -90 -84 -50H84C134 -90 134 -210 84 -250Z", body)
        + path("M84 -250C134 -210 134 -90 84 -50H40C84 -96 84 -204 40 -250Z", mix(body, NIGHT, 0.22))
        + oval(-84, -150, 42, 100, rim)
        + oval(-86, -150, 34, 88, skin)
        + oval(-86, -150, 15, 40, mix(skin, body, 0.3))
        + stroke("M-36 -240C-4 -200 -4 -100 -36 -60M24 -244C62 -206 62 -94 24 -56", rim, 7)
    )


def fish(colour: str, shade: str) -> str:
    return (
        path("M-46 0C-26 -18 10 -18 32 -3L50 -14C46 -4 46 4 50 12L32 3C10 18 -26 16 -46 0Z", colour)
        + path("M-46 0C-26 16 10 18 32 3C12 8 -22 8 -46 0Z", shade)
        + disc(-32, -4, 2.6, NIGHT)
    )


def fish_basket(weave: str, dark: str, rim: str, scale_of_light: str, shade: str) -> str:
    """A basket heaped with fish, 200 wide, its foot in the middle at (0, 0)."""
    one = fish(scale_of_light, shade)
    places = ((-58, -86, -24), (52, -84, 198), (2, -90, 10), (-34, -104, -8), (40, -104, 172), (4, -116, -14))
    return (
        oval(0, -74, 100, 30, dark)
        + "".join(put(x, y, 1.05, one, turn=turn) for x, y, turn in places)
        + path("M-100 -74C-84 -50 84 -50 100 -74L78 0C50 12 -50 12 -78 0Z", weave)
        + stroke(
            "M-93 -48C-60 -26 60 -26 93 -48M-86 -24C-56 -4 56 -4 86 -24M-52 -54L-42 4M0 -56V8M52 -54L42 4", dark, 4
        )
        + stroke("M-100 -74C-84 -50 84 -50 100 -74", rim, 9)
    )


def newspaper(paper: str, ink: str, block: str, fold: str) -> str:
    """An open newspaper lying down, 330 wide and 190 deep, its middle at (0, 0)."""
    lines = "".join(f"M{x} {y}h{w}" for x, w in ((-146, 58), (-78, 58), (84, 62)) for y in (-20, -4, 12, 28, 44, 60))
    return (
        path("M-160 -84L0 -92L160 -84V88L0 80L-160 88Z", paper)
        + path("M0 -92L160 -84V88L0 80Z", fold)
        + rect(-146, -70, 126, 17, ink)
        + rect(-146, -45, 84, 8, ink)
        + rect(16, -70, 130, 76, block)
        + path("M16 6V-14L50 -42L78 -20L100 -34L146 -4V6Z", mix(block, PAPER, 0.5))
        + stroke(lines + "M16 22h56M16 38h56M16 54h56", mix(ink, paper, 0.5), 5, round_ends=False)
    )


def teacup(cup: str, tea: str, shade: str) -> str:
    """A cup on its saucer with a wisp of steam, 150 wide."""
    return (
        oval(0, 34, 84, 20, shade)
        + oval(0, 29, 84, 19, cup)
        + path("M-52 -34C-50 10 -34 32 0 32C34 32 50 10 52 -34Z", cup)
        + path("M20 -34C20 4 12 24 0 32C34 32 50 10 52 -34Z", shade)
        + stroke("M50 -18C84 -22 80 18 40 12", cup, 10)
        + oval(0, -34, 52, 13, mix(cup, shade, 0.4))
        + oval(0, -33, 44, 9.5, tea)
        + stroke("M-12 -62C-28 -84 4 -98 -10 -124M14 -58C0 -76 26 -88 14 -108", cup, 5)
    )


def glasses(rim: str, lens: str) -> str:
    return (
        oval(-44, 0, 38, 26, lens)
        + oval(44, 0, 38, 26, lens)
        + stroke(
            "M-82 0a38 26 0 1 0 76 0a38 26 0 1 0 -76 0ZM6 0a38 26 0 1 0 76 0a38 26 0 1 0 -76 0ZM-8 -4Q0 -14 8 -4M-80 -8L-104 -54M80 -8L112 -50",
            rim,
            7,
        )
    )


def jar(glass: str, salt: str, lid: str, label: str) -> str:
    """A jar of salt, 110 wide and 160 tall, its foot in the middle at (0, 0)."""
    return (
        path(
            "M-48 -128H48C58 -118 58 -104 56 -96V-12C56 -4 50 0 42 0H-42C-50 0 -56 -4 -56 -12V-96C-58 -104 -58 -118 -48 -128Z",
            glass,
        )
        + path("M-50 -92C-20 -104 20 -84 50 -94V-12C50 -8 46 -6 42 -6H-42C-46 -6 -50 -8 -50 -12Z", salt)
        + rect(-52, -152, 104, 28, lid, 5)
        + rect(-36, -72, 72, 44, label, 3)
        + path("M-22 -36L0 -64L22 -36Z", PAPER)
    )


def tea_box(body: str, side: str, label: str, leaf: str) -> str:
    """A box of tea, 120 wide and 170 tall."""
    return (
        area([(-60, -160), (44, -160), (44, 0), (-60, 0)], body)
        + area([(44, -160), (72, -174), (72, -14), (44, 0)], side)
        + area([(-60, -160), (-32, -174), (72, -174), (44, -160)], mix(body, PAPER, 0.35))
        + rect(-44, -130, 72, 92, label, 36)
        + path("M-8 -56C-34 -74 -30 -104 -8 -118C14 -104 18 -74 -8 -56Z", leaf)
    )


def sauce_bottle(glass: str, label: str, cap: str) -> str:
    """A bottle of fish sauce, 70 wide and 230 tall."""
    return (
        path(
            "M-13 -214H13V-166C15 -148 36 -140 36 -112V-12C36 -4 32 0 26 0H-26C-32 0 -36 -4 -36 -12V-112C-36 -140 -15 -148 -13 -166Z",
            glass,
        )
        + path("M-24 -112C-24 -130 -14 -138 -10 -150H-5C-8 -134 -15 -128 -15 -110V-14H-24Z", mix(glass, PAPER, 0.35))
        + rect(-17, -230, 34, 26, cap, 4)
        + rect(-36, -100, 72, 66, label)
        + path("M-22 -66C-10 -80 10 -80 20 -68L28 -76V-58L20 -66C8 -54 -10 -54 -22 -66Z", cap)
    )


def tube(glass: str, water: str) -> str:
    """Held upright at (0, 0), 40 tall."""
    return (
        path("M-5 -34H5V2A5 5 0 0 1 -5 2Z", glass)
        + path("M-3.4 -12H3.4V2A3.4 3.4 0 0 1 -3.4 2Z", water)
        + rect(-6.5, -36, 13, 4, glass, 2)
    )


def ice_trolley(frame: str, ice: str, shade: str) -> str:
    """A hand trolley loaded with blocks of ice, 120 long, its handle at the left, its wheels at y = 0."""
    blocks = ((-26, -62), (12, -62), (-26, -40), (12, -40), (-8, -84))
    return (
        "".join(
            rect(x, y, 36, 20, ice, 2) + area([(x + 36, y + 2), (x + 36, y + 20), (x + 8, y + 20)], shade)
            for x, y in blocks
        )
        + stroke("M-66 -56L-40 -16H56", frame, 5)
        + disc(-22, -8, 9, NIGHT)
        + disc(36, -8, 9, NIGHT)
        + disc(-22, -8, 3.5, MIST)
        + disc(36, -8, 3.5, MIST)
    )


def briefcase(colour: str) -> str:
    return rect(-8, 2, 16, 12, colour, 2) + stroke("M-3 2v-3h6v3", colour, 1.6)


def book(cover: str) -> str:
    return area([(-7, -7), (7, -9), (8, 5), (-6, 7)], cover) + line([(-5, 6), (7, 4)], PAPER, 1.6)


def binoculars(colour: str) -> str:
    return rect(-3, -4, 12, 4.5, colour, 2) + rect(-3, 0.8, 12, 4.5, colour, 2)


WICKER = (mix(AMBER, SAND, 0.2), mix(RUST, AMBER, 0.3), mix(SAND, AMBER, 0.4))
