"""A bulletin by its number: what it is called and where it lies, then its texts, which lead to older ones."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

import yaml
from bulletin.model.locale import long_date

from bench.check.generate import renumbered
from bench.content.fields import Fields, fields_of
from bench.content.material import DEMO, TAGS, TODAY, Material, Pair, Section, material
from bench.content.pictures import drawing, photograph

WORDS = 690
"""Vietnamese words from which a body is long enough; its English has some 50 fewer."""
MOST = 790
"""Words that a body does not pass."""
A_YEAR = 250
"""Bulletins of a year, of which there are no more than YEARS."""
YEARS = 10
SECTIONS = (
    *(("news", 80), ("features", 8), ("press", 4), ("clarifications", 3)),
    *(("events", 3), ("opportunities", 1), ("documents", 1)),
)
"""Section → share in a hundred."""
UNDATED = ("opportunities", "documents")
NEAR = 400
"""A bulletin leads to one of so many before it."""
_SLUG = re.compile(r"[a-z0-9]+")
_DROPPED = re.compile(r"a|an|and|as|at|by|for|from|in|is|its|of|on|or|over|per|that|the|to|with")
NOTES: tuple[Pair, ...] = (
    ("Số liệu sơ bộ, có thể được điều chỉnh khi có báo cáo chính thức.", "Provisional figures, which may be revised when the official report is out."),
    ("Theo báo cáo của cơ quan chủ trì gửi Ủy ban nhân dân tỉnh.", "According to the report that the body in charge sent to the Provincial People’s Committee."),
    ("Số liệu đã được làm tròn, nên tổng có thể lệch đôi chút.", "The figures are rounded, so that a total may differ a little."),
    ("Lời của người được phỏng vấn đã được biên tập cho gọn.", "What was said in interviews has been shortened."),
    ("Giá trị được ghi bằng tiền Việt Nam theo giá hiện hành.", "Amounts are in Vietnamese currency at current prices."),
    ("Phạm vi thống kê không gồm các hộ kinh doanh cá thể.", "Household businesses are not counted."),
)  # fmt: skip
CAPTIONS: tuple[Pair, ...] = (
    ("Quang cảnh nhìn từ phía đường ven biển.", "The view from the coastal road."),
    ("Những dãy đồi ở phía tây, một buổi sáng cuối thu.", "Hills in the west on a morning in late autumn."),
    ("Nơi dự án đi qua, nhìn từ trên cao.", "Where the project will pass, seen from above."),
    ("Vùng trồng của các hợp tác xã trước mùa thu hoạch.", "Fields of the cooperatives before the harvest."),
)
ALT: Pair = ("Phong cảnh có nhiều lớp đồi dưới mặt trời.", "A landscape with rows of hills under the sun.")
CREDIT: Pair = ("Ảnh: Nhóm bản tin", "Picture: the bulletin team")


@dataclass(frozen=True, slots=True)
class Head:
    """What others need to know of a bulletin."""

    number: int
    section: str
    day: date
    key: str
    title: Pair
    description: Pair


@dataclass(frozen=True, slots=True)
class Plan:
    """Of how many bulletins there are, and of which seed."""

    count: int
    seed: int

    def day_of(self, number: int) -> date:
        """The day of a bulletin; the last has the last."""
        days = min(YEARS * 365, self.count * 365 // A_YEAR)
        return TODAY - timedelta(days=days - (number + 1) * days // self.count)

    def head(self, number: int) -> Head:
        """What is known of a bulletin before it is written."""
        chance = Random(f"{self.seed} {number}")  # noqa: S311 - reproducible, not secret
        section = chance.choices([name for name, _ in SECTIONS], [share for _, share in SECTIONS])[0]
        day = self.day_of(number)
        title, description = chance.choice(material().names)
        place = _names("places", chance.choice(PLACES))
        words = [word for word in _SLUG.findall(_ascii(title[1])) if not _DROPPED.fullmatch(word)][:4]
        slug = "-".join([*words, str(number + 1)])
        key = f"{section}/{slug}" if section in UNDATED else f"{section}/{day:%Y/%m}/{slug}"
        return Head(number, section, day, key, (f"{place[0]}: {title[0]}", f"{place[1]}: {title[1]}"), description)


PLACES = ("minh-ha", "ben-sen", "cua-lach", "dong-may", "muoi-trang", "deo-gio", "song-may", "nui-lan", "dam-sen")


@cache
def registry(name: str) -> Mapping[str, Mapping[str, object]]:
    """A registry of the demo province, as plain data."""
    found: Mapping[str, Mapping[str, object]] = yaml.safe_load((DEMO / "_data" / f"{name}.yml").read_text("utf-8"))
    return found


def _ascii(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _names(name: str, key: str) -> Pair:
    entry = registry(name)[key]
    return str(entry["vi"]), str(entry["en"])


def write(plan: Plan, number: int, attempt: int) -> tuple[Head, Mapping[str, bytes]]:
    """The files of a bulletin without its lock; another attempt has another body."""
    head = plan.head(number)
    chance = Random(f"{plan.seed} {number} body {attempt}")  # noqa: S311 - reproducible, not secret
    files: dict[str, bytes] = {}
    lead = _lead_picture(chance, files)
    figure = _figure(chance, files) if chance.random() < 0.3 else None  # noqa: PLR2004 - three in ten
    texts = _body(plan, head, chance, figure)
    fields = fields_of(head.section, head.day, head.number, chance, registry)
    for index, tag in enumerate(TAGS):
        front = _front(head, fields, lead, index)
        files[f"index.{tag}.md"] = f"---\n{front}---\n{texts[index]}".encode()
    return head, files


def _lead_picture(chance: Random, files: dict[str, bytes]) -> Mapping[str, Pair]:
    """A photograph for a quarter, a drawing for a quarter, nothing for half of the bulletins."""
    which = chance.randrange(4)
    if which > 1:
        return {}
    name = "photo.jpg" if which else "cover.svg"
    files[name] = photograph(chance) if which else drawing(chance)
    return {"file": (name, name), "alt": ALT, "caption": chance.choice(CAPTIONS), "credit": CREDIT}


def _figure(chance: Random, files: dict[str, bytes]) -> Pair:
    files["view.svg"] = drawing(chance)
    caption = chance.choice(CAPTIONS)
    return f'![{ALT[0]}](view.svg "{caption[0]}")', f'![{ALT[1]}](view.svg "{caption[1]}")'


def _front(head: Head, fields: Fields, lead: Mapping[str, Pair], index: int) -> str:
    lines = [f"title: {quoted(head.title[index])}", f"description: {quoted(head.description[index])}"]
    if index == 0:
        lines += [f"date: {head.day}", "status: published", f"approved: {{by: Đỗ Thanh Mai, on: {head.day}}}"]
        lines += fields.shared
    else:
        lines.append("translation: {of: vi, status: reviewed, translator: Bùi Khánh Linh, reviewer: Sarah Whitfield}")
    lines += [each[index] for each in fields.own]
    if lead:
        lines += ["image:", *(f"  {name}: {quoted(texts[index])}" for name, texts in lead.items())]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A scalar of YAML that is nothing but text."""
    return "'" + text.replace("'", "''") + "'"


# The body


def _body(plan: Plan, head: Head, chance: Random, figure: Pair | None) -> Pair:
    """Sections of several bulletins, with new numbers, notes and links."""
    sections = _chosen(material(), chance)
    chunks: list[Pair] = []
    for section in sections:
        if section.heading:
            chunks.append(section.heading)
        chunks += [renumbered(part, chance) for part in section.parts]
    prose = [at for at, (vi, _) in enumerate(chunks) if vi[0].isalpha()]
    notes = chance.sample(NOTES, chance.randint(1, 2)) if chance.random() < 0.5 else []  # noqa: PLR2004 - one in two
    for at, place in enumerate(sorted(chance.sample(prose, min(len(prose), len(notes)))), 1):
        chunks[place] = f"{chunks[place][0]}[^{at}]", f"{chunks[place][1]}[^{at}]"
    if figure:
        chunks.insert(chance.choice(prose) + 1, figure)
    chunks += _links(plan, head, chance)
    chunks += [(f"[^{at}]: {vi}", f"[^{at}]: {en}") for at, (vi, en) in enumerate(notes[: len(prose)], 1)]
    return "\n\n".join(vi for vi, _ in chunks) + "\n", "\n\n".join(en for _, en in chunks) + "\n"


def _chosen(given: Material, chance: Random) -> list[Section]:
    """A lead and sections, no heading twice; two in three have a table."""
    tables = [each for each in given.sections if each.has_table]
    found = [chance.choice(given.leads)]
    headings: set[str] = set()
    if chance.random() < 0.5:  # noqa: PLR2004 - others come with the sections
        found.append(chance.choice(tables))
    words = sum(map(_words, found))
    while words < WORDS:
        section = chance.choice(given.sections)
        names = set(section.heading or ())
        if names & headings or words + _words(section) > MOST:
            continue
        headings |= names
        found.append(section)
        words += _words(section)
    rest = found[1:]
    chance.shuffle(rest)
    return [found[0], *rest]


def _words(section: Section) -> int:
    return sum(len(vi.split()) for vi, _ in (*section.parts, section.heading or ("", "")))


def _links(plan: Plan, head: Head, chance: Random) -> list[Pair]:
    """A list of one to three older bulletins."""
    first = max(0, head.number - NEAR)
    numbers = chance.sample(range(first, head.number), min(head.number - first, chance.randint(1, 3)))
    others = [plan.head(number) for number in numbers]
    if not others:
        return []
    lines: list[Pair] = []
    for other in others:
        path = posixpath.relpath(other.key, head.key)
        dates = (long_date(other.day, "vi"), long_date(other.day, "en"))
        vi, en = (f"- [{other.title[at]}]({path}/index.{tag}.md) ({dates[at]})" for at, tag in enumerate(TAGS))
        lines.append((vi, en))
    return [
        ("## Bài cùng chủ đề", "## On the same subject"),
        ("\n".join(vi for vi, _ in lines), "\n".join(en for _, en in lines)),
    ]
