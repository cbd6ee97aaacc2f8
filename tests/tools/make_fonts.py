"""Cut the two fonts of the pages out of Be Vietnam Pro: Latin and Vietnamese, regular and bold, for `make fonts`.

Each run gives the same bytes. What is left out: other weights and scripts, hints (screens of today do without),
and features that no page asks for. Licence: LICENSES/OFL-1.1.txt.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import fontpkg_be_vietnam_pro
from fontTools.subset import Options, Subsetter, load_font, parse_unicodes, save_font

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "overrides/assets"
SOURCE = Path(fontpkg_be_vietnam_pro.__file__).parent
LICENCE = SOURCE / "LICENSE"
WEIGHTS = {"regular": "BeVietnamPro-Regular.ttf", "bold": "BeVietnamPro-Bold.ttf"}

CHARACTERS = (
    "20-7E,A0-FF,"  # Latin of western Europe
    "102-103,110-111,128-129,168-169,1A0-1A1,1AF-1B0,1EA0-1EF9,"  # Vietnamese, composed (NFC)
    "300-301,303,309,323,"  # the five tones, should a text be decomposed (NFD)
    "2010-2015,2018-201E,2020-2022,2026,2030,2032-2033,2039-203A,"  # dashes, quotes, ellipsis, per mille, primes
    "20AB-20AC,2122,2190-2193,2212"  # dong, euro, trade mark, arrows, minus
)
"""In fontTools' own notation: hexadecimal code points and ranges of them."""


def cut(weight: str) -> bytes:
    """The WOFF2 file of `regular` or `bold`."""
    options = Options(
        flavor="woff2",
        layout_features=["kern", "liga", "locl", "ccmp", "mark", "mkmk", "case"],
        hinting=False,
        desubroutinize=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],  # the last two say what the licence is
        recalc_timestamp=False,
        harfbuzz_repacker=False,  # another writer of the same tables, with other bytes: so it is one, installed or not
    )
    font = load_font(SOURCE / "files" / WEIGHTS[weight], options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(CHARACTERS))
    subsetter.subset(font)
    file = BytesIO()
    save_font(font, file, options)
    font.close()
    return file.getvalue()


def main() -> int:
    for weight in WEIGHTS:
        path = FOLDER / f"be-vietnam-pro-{weight}.woff2"
        path.write_bytes(cut(weight))
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
