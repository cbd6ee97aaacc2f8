"""Languages of the site and how each writes a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache


@dataclass(frozen=True, slots=True, order=True)
class Locale:
    """One language in which the site is published."""

    tag: str
    """BCP 47 tag, as in `lang` and in file names: `vi`, `en`."""
    name: str
    """The language's name in itself, for the switcher: "Tiếng Việt"."""
    is_default: bool = False
    """Whether its pages lie at the root; every other locale's lie below `/<tag>/`."""

    @property
    def prefix(self) -> str:
        """What its URLs begin with: empty for the default locale, else `en/`."""
        return "" if self.is_default else f"{self.tag}/"


LocalText = Mapping[str, str]
"""A text for each locale tag. A text that is the same in every locale is stored under each of them."""


@cache
def long_date(day: date, tag: str) -> str:
    """A day as readers of the locale see it: "ngày 05 tháng 3 năm 2026", "5 March 2026".

    Vietnamese follows Decree 30/2020/NĐ-CP, Annex I: a zero before days under 10 and before months 1 and 2.
    """
    if tag == "vi":
        return f"ngày {day.day:02} tháng {vietnamese_month(day)} năm {day.year}"
    # Not at the top: due.py says its sentences where nothing is installed.
    from babel.dates import format_date  # noqa: PLC0415

    if tag == "en":
        return f"{day.day} {format_date(day, 'MMMM', locale='en')} {day.year}"
    return format_date(day, "long", locale=tag.replace("-", "_"))


@cache
def month_name(day: date, tag: str) -> str:
    """The month of a day as a heading: "Tháng 3 năm 2026", "March 2026"."""
    if tag == "vi":
        return f"Tháng {vietnamese_month(day)} năm {day.year}"
    from babel.dates import format_skeleton  # noqa: PLC0415 - as above

    return format_skeleton("yMMMM", day, locale=tag.replace("-", "_"))


@cache
def day_range(first: date, last: date, tag: str) -> str:
    """Days from one to another: "ngày 19–21 tháng 02 năm 2027", "30 November – 2 December 2026"."""
    if first == last:
        return long_date(first, tag)
    if tag not in ("vi", "en") or first.year != last.year:
        return f"{long_date(first, tag)} – {long_date(last, tag)}"
    if first.month != last.month:
        year = f" năm {first.year}" if tag == "vi" else f" {first.year}"
        return f"{long_date(first, tag).removesuffix(year)} – {long_date(last, tag)}"
    day = f"{first.day:02}" if tag == "vi" else f"{first.day}"
    whole = long_date(last, tag)
    return f"ngày {day}–{whole.removeprefix('ngày ')}" if tag == "vi" else f"{day}–{whole}"


@cache
def month_alone(day: date, tag: str) -> str:
    """The month of a day below a heading that has the year: "Tháng 3", "March"."""
    if tag == "vi":
        return f"Tháng {vietnamese_month(day)}"
    from babel.dates import format_date  # noqa: PLC0415 - as above

    return format_date(day, "LLLL", locale=tag.replace("-", "_"))


@cache
def weekday_names(tag: str) -> tuple[tuple[str, str], ...]:
    """Short and full names of the seven days, from Monday on: "T2", "Thứ Hai"; "Mon", "Monday"."""
    from babel.dates import get_day_names  # noqa: PLC0415 - as above

    locale = tag.replace("-", "_")
    short = get_day_names("short" if tag == "vi" else "abbreviated", "stand-alone", locale)
    full = get_day_names("wide", "stand-alone", locale)
    return tuple((short[day], full[day]) for day in range(7))


@cache
def plural_form(count: int, tag: str) -> str:
    """The form in which a locale counts: `one`, `other` and the like (CLDR)."""
    from babel import Locale as Rules  # noqa: PLC0415 - as above

    return str(Rules.parse(tag.replace("-", "_")).plural_form(count))


@cache
def month_and_year(day: date, tag: str) -> str:
    """The month of a day where there is little room: "12/2026", "Dec 2026"."""
    if tag == "vi":
        return f"{vietnamese_month(day)}/{day.year}"
    from babel.dates import format_skeleton  # noqa: PLC0415 - as above

    return format_skeleton("yMMM", day, locale=tag.replace("-", "_"))


def vietnamese_month(day: date) -> str:
    """The number of the month, with a zero for January and February (Decree 30/2020/NĐ-CP, Annex I)."""
    return f"{day.month:02}" if day.month <= 2 else str(day.month)  # noqa: PLR2004 - the decree's own number


@cache
def with_territory(tag: str) -> str:
    """A locale's language and country as Open Graph writes them: `vi_VN` (CLDR, "Likely Subtags").

    The language alone where CLDR knows no country for it.
    """
    from babel.core import get_global, parse_locale  # noqa: PLC0415 - as above

    likely = get_global("likely_subtags")
    language, territory, script, *_ = parse_locale(tag, sep="-")
    known = "_".join(part for part in (language, script) if part)
    territory = territory or parse_locale(likely.get(known) or likely.get(language) or known)[1]
    return f"{language}_{territory}" if territory else language
