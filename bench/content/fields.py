"""The fields of a bulletin's front matter: those of all, and those of its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

Pair = tuple[str, str]
Registry = Callable[[str], Mapping[str, Mapping[str, object]]]
VERDICTS = ("false", "misleading", "altered", "unproven", "true")
AUTHORS = ("Hà Phương Chi", "Lương Bích Vân", "Đỗ Thanh Mai", "Vũ Ngọc Anh")


@dataclass(frozen=True, slots=True)
class Fields:
    """Lines of YAML."""

    shared: tuple[str, ...]
    """Of the source only."""
    own: tuple[Pair, ...] = ()
    """Of each edition."""


def fields_of(section: str, day: date, number: int, chance: Random, registry: Registry) -> Fields:
    """What a bulletin of a section says of itself."""

    def some(name: str, most: int) -> str:
        return ", ".join(sorted(chance.sample(list(registry(name)), chance.randint(1, most))))

    author = chance.choice(AUTHORS)
    general = (
        f"topics: [{some('topics', 3)}]",
        f"sectors: [{some('sectors', 1)}]",
        f"places: [{some('places', 2)}]",
        f"agencies: [{some('agencies', 2)}]",
        f"author: {{vi: {author}, en: {author}}}",
        f"audience: [{chance.choice(('investors', 'visitors', 'diaspora', 'press'))}]",
    )
    special = _SPECIAL.get(section, _nothing)(day, number, chance)
    return Fields((*general, *special.shared), special.own)


def _nothing(_day: date, _number: int, _chance: Random) -> Fields:
    return Fields(())


def _clarification(day: date, number: int, chance: Random) -> Fields:
    shared = (
        f'verdict: "{chance.choice(VERDICTS)}"',
        f"claimed_on: {day - timedelta(days=chance.randint(1, 9))}",
        "sources:",
        f"  - {{name: {{vi: Cổng thông tin điện tử tỉnh, en: Provincial web portal}}, url: 'https://mau.example.org/{number}'}}",
    )
    own = (
        ("claim: Dự án sẽ dừng và người dân không được bồi thường.", "claim: The project will be stopped and residents will get no compensation."),
        ("claimed_by: Một số tài khoản mạng xã hội", "claimed_by: A number of social media accounts"),
        ("evidence:\n  - text: Văn bản trả lời của cơ quan chủ trì", "evidence:\n  - text: The written reply of the body in charge"),
    )  # fmt: skip
    return Fields(shared, own)


def _event(day: date, _number: int, chance: Random) -> Fields:
    start = day + timedelta(days=chance.randint(5, 40))
    return Fields((
        f"start: {start}T{chance.randint(7, 18):02d}:30+07:00",
        f"end: {start}T{chance.randint(19, 22):02d}:00+07:00",
        "place: minh-ha",
        "organiser: dcst",
    ))  # fmt: skip


def _opportunity(day: date, number: int, chance: Random) -> Fields:
    billions, tenths = chance.randint(1, 9) * 100, chance.randint(11, 99)
    return Fields(
        (
            "sector: logistics",
            "contact: {name: Mạc Thùy Dương, phone: '+84 000 000 123', email: ipc@mau.example.org}",
            f"as_of: {day}",
            f"expires: {date(day.year + 2, 1 + number % 12, 28)}",
        ),
        (
            (f"capital: {billions} tỷ đồng", f"capital: VND {billions} billion"),
            (f"area: '{tenths // 10},{tenths % 10} ha'", f"area: '{tenths // 10}.{tenths % 10} ha'"),
        ),
    )


def _document(day: date, number: int, _chance: Random) -> Fields:
    return Fields((
        f"number: {number + 1}/{day.year}/QĐ-UBND",
        "kind: decision",
        "issuer: ppc",
        f"issued_on: {day}",
        f"effective_on: {day + timedelta(days=10)}",
        "legal_status: in-force",
        f"text: https://vanban.mau.example.org/{number + 1}-{day.year}-qd-ubnd",
    ))  # fmt: skip


def _report(day: date, number: int, chance: Random) -> Fields:
    return Fields((
        f"outlet: {chance.choice(('The Merrow Ledger', 'Küstenblatt', 'Haean Ilbo'))}",
        f"link: https://press.example.com/{day.year}/{number + 1}",
        f"published_on: {day - timedelta(days=2)}",
        "language: en",
    ))  # fmt: skip


_SPECIAL: Mapping[str, Callable[[date, int, Random], Fields]] = {
    "clarifications": _clarification,
    "events": _event,
    "opportunities": _opportunity,
    "documents": _document,
    "press": _report,
}
