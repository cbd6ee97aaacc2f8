"""Mountain, river and sea in the colours of the site: what a picture for sharing shows where it has no other."""

from __future__ import annotations

from collections.abc import Mapping

WIDTH, HEIGHT = 1200, 200
"""Of the strip, in pixels."""
_WAVE = "q25 -11 50 0 t50 0"
"""One wave of the sea, 100 pixels long."""


def strip(colours: Mapping[str, str]) -> str:
    """The strip as SVG, on the site's paper."""
    paper, primary, accent = colours["paper"], colours["primary"], colours["accent"]
    far, middle, near = (mixed(primary, paper, share) for share in (0.22, 0.42, 0.68))
    sun, light = mixed(accent, paper, 0.62), mixed(primary, paper, 0.86)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{paper}"/>'
        f'<circle cx="884" cy="88" r="46" fill="{sun}"/>'
        # The range in the west, the hills before it, the plain
        f'<path fill="{far}" d="M0 112 C70 82 120 54 168 60 S250 94 300 80 S398 44 452 48 S560 104 622 92'
        f' S742 34 800 60 S900 176 1060 178 L1060 200 L0 200Z"/>'
        f'<path fill="{middle}" d="M0 142 C60 112 118 82 172 88 S268 138 330 120 S420 72 476 82 S590 150 660 144'
        f' S800 128 960 182 L960 200 L0 200Z"/>'
        f'<path fill="{near}" d="M0 172 C90 146 170 132 250 146 S420 186 520 166 S690 150 820 178 L820 200 L0 200Z"/>'
        # The river on its way to the sea
        f'<path fill="{paper}" d="M398 118 C384 128 420 134 400 144 S316 158 360 168 S520 172 560 190 L660 190'
        f' C610 168 450 166 412 160 S436 146 440 140 S410 128 402 118Z"/>'
        # The sea, and what goes out on it
        f'<path fill="{primary}" d="M0 186 C200 178 360 190 520 182 S800 158 1200 152 L1200 200 L0 200Z"/>'
        f'<path fill="none" stroke="{light}" stroke-width="3" stroke-linecap="round" d="M850 181 {_WAVE}'
        f' M1010 172 {_WAVE} M700 191 {_WAVE} M1085 190 {_WAVE}"/>'
        f'<path fill="{accent}" d="M1052 70 C1090 96 1100 124 1098 146 L1052 146Z"/>'
        f'<path fill="{sun}" d="M1044 88 C1024 110 1016 130 1014 146 L1044 146Z"/>'
        f'<path fill="{colours["ink"]}" d="M1046 64 h4 v86 h-4Z M998 152 C1030 158 1084 158 1116 148'
        f' C1108 164 1096 172 1080 172 L1030 172 C1012 170 1002 162 998 152Z"/></svg>'
    )


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two `#rrggbb`: all of the first for a share of 1."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
