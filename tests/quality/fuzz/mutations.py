"""A file's bytes → the same bytes as an accident, a wrong program or an attacker leaves them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from tests.quality.fuzz.soups import FRAGMENTS, MARKDOWN, MARKS, WORDS, one_character

MOST = 1_200_000
"""Bytes; 256 KiB is the most that is read."""
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1258", "latin-1", "utf-7", "cp037", "shift_jis")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _flip(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data or b"x")
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))] if chance.random() < 0.5 else data[chance.randint(0, len(data)) :]


def _doubled(data: bytes, chance: Random) -> bytes:
    a, b = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    return data[:b] + data[a:b] * chance.choice((1, 2, 10)) + data[b:]


def _dropped(data: bytes, chance: Random) -> bytes:
    a = chance.randint(0, len(data))
    return data[:a] + data[a + chance.choice((1, 5, 80)) :]


def _shuffled(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    a, b = sorted((chance.randint(0, len(lines)), chance.randint(0, len(lines))))
    part = lines[a:b]
    chance.shuffle(part)
    return b"\n".join([*lines[:a], *part, *lines[b:]])


def _one_line(data: bytes, chance: Random) -> bytes:
    """A huge line in the middle."""
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(FRAGMENTS).encode().replace(b"\n", b" ") * chance.choice((50, 2000)) + data[at:]


def _other_encoding(data: bytes, chance: Random) -> bytes:
    return _text(data).encode(chance.choice(ENCODINGS), "replace")


def _decomposed(data: bytes, chance: Random) -> bytes:
    return unicodedata.normalize(chance.choice(("NFD", "NFKD", "NFKC")), _text(data)).encode()


def _marked(data: bytes, chance: Random) -> bytes:
    return chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\n", b"\0")) + data


def _line_ends(data: bytes, chance: Random) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", "\u2028".encode(), b"\x85", b" ")))


def _strewn(data: bytes, chance: Random) -> bytes:
    """Tokens and odd characters here and there."""
    text = _text(data)
    for _ in range(chance.choice((1, 4, 30))):
        at = chance.randint(0, len(text))
        what = chance.choice(
            (
                chance.choice(WORDS),
                chance.choice(MARKS),
                chance.choice(MARKDOWN),
                one_character(chance),
                f" {chance.choice(WORDS)} ",
            )
        )
        text = text[:at] + what + text[at:]
    return text.encode("utf-8", "surrogatepass")


def _other_digits(data: bytes, chance: Random) -> bytes:
    """Some or all digits in another script, or raised."""
    digits = chance.choice(
        ("⁰¹²³⁴⁵⁶⁷⁸⁹", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "⓪①②③④⑤⑥⑦⑧⑨")
    )
    share = chance.choice((0.05, 0.5, 1))
    return "".join(digits[int(c)] if c in "0123456789" and chance.random() < share else c for c in _text(data)).encode()


def _long_numbers(data: bytes, chance: Random) -> bytes:
    longer = chance.choice(
        (
            "9" * 400,
            "9" * 5000,
            "0" * 5000,
            "1e400",
            "0",
            "99",
            "000.000.000",
            "1.000.000.000.000.000.000.000",
            "-1",
            "1.7976931348623157e308",
        )
    )
    return "".join(longer if c in "0123456789" and chance.random() < 0.02 else c for c in _text(data)).encode()


def _words_for_digits(data: bytes, chance: Random) -> bytes:
    return "".join(
        chance.choice(WORDS) if c in "0123456789" and chance.random() < 0.3 else c for c in _text(data)
    ).encode("utf-8", "surrogatepass")


def _without_spaces(data: bytes, chance: Random) -> bytes:
    return data.replace(b" ", chance.choice((b"", b"  ", "\u00a0".encode(), b"-", b"\n", b"\t")))


def _other_case(data: bytes, chance: Random) -> bytes:
    text = _text(data)
    return (text.upper() if chance.random() < 0.5 else text.swapcase()).encode()


def _lookalikes(data: bytes, chance: Random) -> bytes:
    """Letters that a comparison without case takes for others: ſ for s, the sign of Kelvin for k, İ and ı for i."""
    others = {"s": "ſ", "k": "\u212a", "i": chance.choice("İı"), "ß": "ẞ", "å": "\u212b", "đ": "ð", "t": "ﬅ"}
    share = chance.choice((0.1, 1))
    return "".join(others.get(c.lower(), c) if chance.random() < share else c for c in _text(data)).encode()


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flip, _cut, _doubled, _dropped, _shuffled, _one_line, _other_encoding, _decomposed, _marked, _line_ends, _strewn, _strewn, _strewn,
    _other_digits, _long_numbers, _words_for_digits, _words_for_digits, _without_spaces, _other_case, _lookalikes,
)  # fmt: skip


def mutated(data: bytes, chance: Random) -> bytes:
    """One to three mutations of a file, in its body only every other time: a broken front matter hides the body."""
    head = b""
    if chance.random() < 0.6 and data.startswith(b"---\n"):
        end = data.find(b"\n---\n", 4) + 5
        head, data = data[:end], data[end:]
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(MUTATIONS)(data, chance)[:MOST]
    return head + data
