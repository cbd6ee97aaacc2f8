"""Changes of meaning in one edition: what an author may do to a source after its translation was accepted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from tests.quality.planting import calendar, numbers
from tests.quality.planting.bundles import Bundle, Locale
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.letters import LOWER, UPPER
from tests.quality.planting.losses import sentences
from tests.quality.planting.masks import masked
from tests.quality.planting.pages import Region
from tests.quality.planting.pairs import Pair
from tests.quality.planting.structure import whole_lines

RULE = "stale-translation"
SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đậu|Cao|Thái|Trương|Lương|Vi|Lô|Lữ|Kha|Hà|"
    "Đinh|Mai|Tạ|Chu|Phùng|Quách|Lò|Vừ|Xồng|Moong|Cụt|Và|Tô|Đoàn"
)
WORD = f"[{UPPER}][{LOWER}]+"
NAME = re.compile(rf"(?<![\w-])(?:{SURNAMES}) (?:{WORD} ){{0,2}}(?P<given>{WORD})(?! {WORD})(?!\w)")
TITLES = re.compile(
    r"(?:\b(?:ông|bà|anh|chị|em|Ông|Bà|Anh|Chị|Mr|Ms|Mrs|Dr|thầy|cô|nghệ nhân|nghệ sĩ|said|says)\.?,? )\Z"
)
GIVEN = ("Tuấn", "Hạnh", "Khánh", "Phúc", "Yến", "Thắng", "Loan", "Quyết")
NEGATION_ADDED: Mapping[Locale, tuple[tuple[str, str], ...]] = {
    "vi": (
        (rf"(?<!không )(?<!chưa )(?<!đều )\bsẽ(?= [{LOWER}])", "sẽ không"),
        (rf"\bđã(?= [{LOWER}])(?! không| ngoài| qua)", "chưa"),
    ),
    "en": (
        (r"\b(will|must|should|may|can)(?= [a-z]+)(?! not| be no|not)", r"\1 not"),
        (r"\b(is|are|was|were)(?= [a-z]+ed\b| expected| held)(?! not)", r"\1 not"),
        (r"\b(has|have|had)(?= been\b)", r"\1 not"),
    ),
}
NEGATION_DROPPED: Mapping[Locale, tuple[tuple[str, str], ...]] = {
    "vi": (
        (r"(?<!nếu )\b(?:không|chưa) (?=được|phải|có|thu|cần|ăn|ai|quá|thể|bao giờ|bị|đi|dùng|còn|đủ|áp dụng|cho)", ""),
    ),
    "en": ((r"(?<=(?:do|is|as|re|ll|ve|as|es|id|ad|ay|an|st) )not (?=[a-z])", ""), (r"\bnever (?=[a-z])", "")),
}
EXCHANGED: Mapping[Locale, Mapping[str, str]] = {
    "vi": {
        "tăng": "giảm",
        "giảm": "tăng",
        "trước ngày": "sau ngày",
        "miễn phí": "có thu phí",
        "cao nhất": "thấp nhất",
        "lớn nhất": "nhỏ nhất",
        "ít nhất": "nhiều nhất",
        "miền Tây": "miền Đông",
        "hoàn thành": "khởi công",
        "khánh thành": "động thổ",
        "xuất khẩu": "nhập khẩu",
        "đồng ý": "từ chối",
        "bắt buộc": "tự nguyện",
        "trong nước": "nước ngoài",
        "bắt đầu": "kết thúc",
        "nhiều hơn": "ít hơn",
        "buổi sáng": "buổi tối",
        "học sinh": "giáo viên",
        "nông dân": "công nhân",
        "bệnh viện": "trường học",
        "phường": "thị trấn",
        "mở cửa": "đóng cửa",
        "ven biển": "miền núi",
        "hơn": "gần",
        "doanh nghiệp": "hợp tác xã",
    },
    "en": {
        "increase": "decrease",
        "increased": "decreased",
        "rose": "fell",
        "fell": "rose",
        "up": "down",
        "down": "up",
        "before": "after",
        "free": "chargeable",
        "highest": "lowest",
        "largest": "smallest",
        "exports": "imports",
        "morning": "evening",
        "begins": "ends",
        "north": "south",
        "eastern": "western",
        "students": "teachers",
        "farmers": "fishermen",
        "hospital": "school",
        "opened": "closed",
        "coastal": "mountain",
        "more than": "less than",
        "nearly": "more than",
        "agreed": "refused",
        "companies": "cooperatives",
    },
}
RUNNING = frozenset({"title", "description", "paragraph", "item", "quote", "footnote", "admonition", "heading"})


class _Text:
    """One edition to be changed, region by region, under a rule."""

    def __init__(self, pair: Pair, locale: Locale, rule: str) -> None:
        self.bundle, self.locale, self.rule, self.pair = pair.bundle, locale, rule, pair
        self.text = pair.bundle.text(locale)

    def words(self, region: Region) -> str:
        """The region's text with addresses hidden."""
        return masked(self.text[region.start : region.end])

    def fault(self, kind: str, region: Region, span: tuple[int, int], new: str) -> Fault:
        edit = Edit(region.start + span[0], region.start + span[1], new)
        return make(self.bundle, self.locale, self.rule, kind, region.place, [edit])


def _names(text: _Text, region: Region, rng: Random) -> Iterator[Fault]:
    for match in NAME.finditer(text.words(region)):
        longer = " " in match[0].removesuffix(match["given"]).strip()
        if (longer or TITLES.search(text.words(region)[: match.start()])) and match["given"] not in GIVEN:
            new = rng.choice([name for name in GIVEN if name not in text.text])
            yield text.fault("name", region, match.span("given"), new)


def _negations(text: _Text, region: Region, rng: Random) -> Iterator[Fault]:
    words = text.words(region)
    for kind, forms in (("negation-added", NEGATION_ADDED), ("negation-dropped", NEGATION_DROPPED)):
        found = [(m, new) for form, new in forms[text.locale] for m in re.finditer(form, words)]
        if found:
            match, new = rng.choice(found)
            yield text.fault(kind, region, match.span(), match.expand(new))


def _exchanges(text: _Text, region: Region, rng: Random) -> Iterator[Fault]:
    words, pairs = text.words(region), EXCHANGED[text.locale]
    found = [m for old in pairs for m in re.finditer(rf"(?<![\w-]){old}(?![\w-])", words)]
    if found:
        match = rng.choice(found)
        yield text.fault("word-replaced", region, match.span(), pairs[match[0]])


def _sentences(text: _Text, region: Region, _rng: Random) -> Iterator[Fault]:
    words = text.words(region)
    spans = sentences(words)
    if (
        region.place == "paragraph"
        and len(spans) > 2
        and "\n" not in words
        and "[" not in words
        and "“" not in words
        and '"' not in words
    ):
        start, end = spans[1]
        yield text.fault("sentence-dropped", region, (start, end + 1), "")


def _paragraphs(text: _Text) -> Iterator[Fault]:
    for index, block in enumerate(text.pair.blocks[text.locale]):
        own = text.text[block.start : block.end]
        if block.kind in {"paragraph", "item", "row"} and not block.indent and "[^" not in own:
            following = text.pair.blocks[text.locale][index + 1 : index + 2]
            if following and following[0].indent == 0:
                edit = whole_lines(text.text, block.start, block.end)
                yield make(text.bundle, text.locale, text.rule, f"{block.kind}-dropped", block.kind, [edit])


def in_edition(pair: Pair, locale: Locale, rule: str, rng: Random) -> Iterator[Fault]:
    """Every change of meaning in one edition, under the rule that must find it."""
    text = _Text(pair, locale, rule)
    for region in pair.regions[locale]:
        if region.place in RUNNING:
            for kind in (_names, _negations, _exchanges, _sentences):
                yield from kind(text, region, rng)
    yield from _paragraphs(text)
    for face in pair.facing():
        if face.locale == locale:
            for slips, name in ((numbers.slips, "number"), (numbers.in_words, "number"), (calendar.days, "date")):
                for fault in slips(pair, face, rng):
                    yield replace(fault, rule=rule, kind=name)


def _both(source: Fault, translation: Fault, names: tuple[str, str]) -> Fault:
    """One bundle with a change in each edition, quoted at the source's."""
    texts = {names[0]: source.texts[names[0]], names[1]: translation.texts[names[1]]}
    kind = f"{source.kind}-and-{translation.kind}"
    return Fault(
        "diverged-translation",
        source.key,
        source.file,
        source.line,
        source.before,
        source.after,
        kind,
        texts,
        source.place,
    )


def changes(pair: Pair, _others: Sequence[Bundle], rng: Random) -> Iterator[Fault]:
    """Changes of the source alone, of the translation alone, and of both in different blocks."""
    source = pair.bundle.source
    far: Locale = "en" if source == "vi" else "vi"
    stale = list(in_edition(pair, source, RULE, rng))
    late = list(in_edition(pair, far, "edited-translation", rng))
    yield from stale
    yield from late
    kinds = sorted({fault.kind for fault in stale})
    rng.shuffle(kinds)
    for kind in kinds[:4]:
        first = rng.choice([fault for fault in stale if fault.kind == kind])
        second = rng.choice(late)
        yield _both(first, second, (first.file, second.file))
