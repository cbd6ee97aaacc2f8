"""A badge with the share of translations that match their source, as an SVG that needs nothing else."""

from __future__ import annotations

from html import escape

from bulletin.checks.coverage import Coverage

LABEL = "bản dịch"
COLOURS = ((95, "#1a7f37"), (80, "#8a5a00"), (0, "#b42318"))
"""Least per cent → the colour behind it; white is read on each of them, and on the label's (WCAG 2.2, 1.4.3)."""
LABEL_COLOUR, NOTHING_COLOUR = "#444c56", "#59636e"
HEIGHT, PADDING, SIZE = 20, 7, 11
# Widths at 11 px of DejaVu Sans, the widest of the fonts named below, in tenths of a pixel; 70 for a digit.
_WIDTHS = {" ": 35, "%": 105, "–": 55, "b": 70, "ả": 68, "n": 70, "d": 70, "ị": 31, "c": 61, "h": 70}


def badge(coverage: Coverage) -> str:
    """The badge of all locales and sections together, by pages."""
    tallies = [tally for sections in coverage.tallies.values() for tally in sections.values()]
    required, current = sum(tally.required for tally in tallies), sum(tally.current for tally in tallies)
    # Rounded down, so that 100 means all.
    percent = 100 * current // required if required else None
    value = "–" if percent is None else f"{percent} %"
    colour = NOTHING_COLOUR if percent is None else next(each for least, each in COLOURS if percent >= least)
    said = "–" if percent is None else f"{percent} % ({current}/{required})"
    title = f"Bản dịch khớp với bản gốc: {said} / Translations that match their source: {said}"
    return _svg(title, value, colour)


def width(text: str) -> int:
    """The whole pixels that a text takes at most."""
    return -(-sum(_WIDTHS.get(letter, 70) for letter in text) // 10)


def _svg(title: str, value: str, colour: str) -> str:
    left, right = width(LABEL) + 2 * PADDING, width(value) + 2 * PADDING
    whole = left + right
    texts = "".join(
        f'<text x="{at + size / 2:g}" y="14" textLength="{size - 2 * PADDING}">{escape(text)}</text>'
        for at, size, text in ((0, left, LABEL), (left, right, value))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{HEIGHT}" viewBox="0 0 {whole} {HEIGHT}" '
        f'role="img" aria-label="{escape(title)}" lang="vi"><title>{escape(title)}</title>'
        f'<path fill="{LABEL_COLOUR}" d="M{left} 0H3a3 3 0 0 0-3 3v14a3 3 0 0 0 3 3h{left - 3}z"/>'
        f'<path fill="{colour}" d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{left}z"/>'
        f'<g fill="#fff" text-anchor="middle" font-family="DejaVu Sans,Verdana,Geneva,sans-serif" '
        f'font-size="{SIZE}" aria-hidden="true">{texts}</g></svg>\n'
    )
