"""Names and posts that did not hold on the day of the bulletin, in one edition."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from bulletin.checks.terms.history import is_history, is_plan
from bulletin.checks.terms.matcher import Form, Kind
from bulletin.checks.terms.pair import means_it
from bulletin.checks.terms.passages import Mention, Named, Passage
from bulletin.checks.terms.words import is_capital, word_set
from bulletin.checks.told import Told
from bulletin.model.bulletin import Bulletin
from bulletin.model.catalogue import Words, message, quoted
from bulletin.model.locale import long_date
from bulletin.model.registry import Registries, successor_on

_OTHERS = re.compile(
    r"(?<!\w)(?:phường|xã|đường|phố|thôn|làng|bản|khối|sông|đèo|hồ|núi|biển|cầu|chợ|cảng|ga|báo|đài|chùa|đền|người|dân|quê|"
    r"đất|gốc|ẩm thực|đặc sản|thành cổ|dân ca|mắm|bánh|(?:trường|đại học|cao đẳng|học viện|bệnh viện|báo|đài|sân bay|"
    r"công ty|tập đoàn|ngân hàng|khách sạn|câu lạc bộ|hiệp hội|liên đoàn|nhà máy|nhà hát|bảo tàng|trung tâm|nhà thờ|"
    r"đội bóng|đồng hương)(?: [\w’'-]+){0,6})$"
)
"""Words right before the name of a place by which it belongs to something else: Trường Đại học X, xã X."""
_BREAK = word_set("tại ở của với từ đến cho về do trong trên cùng tỉnh sang thuộc")
"""Words behind which a name begins anew."""
_OFFICES = word_set("tỉnh ủy ubnd hđnd")
"""Words by which it means the authorities."""
_OFFICES_EN = word_set("""
province provincial city people party department departments authorities government committee council police
""")
MOST = 60
"""Places of one name that are looked at: a text that has it more often says the same of it."""
FAR = 8
"""Words before a place among which these are looked for."""


def day_of_names(bulletin: Bulletin) -> date | None:
    """The day whose names a bulletin has: its date; of a standing page, the day on which it was last gone over."""
    shared = bulletin.shared
    return shared.date or max((day for day in (shared.updated, shared.reviewed_on) if day), default=None)


def out_of_time(named: Named, registries: Registries, day: date) -> Iterator[Told]:
    """Each name that did not hold on the day, where it is first written; none that the edition explains."""
    first: dict[tuple[str, str], tuple[Passage, Mention, Form]] = {}
    explained: set[tuple[str, str]] = set()
    looked: Counter[tuple[str, str]] = Counter()
    for passage in named.passages:
        for mention in passage.mentions:
            forms = [form for form in mention.forms if form.kind in {Kind.NAME, Kind.ABBREVIATION}]
            if not forms or any(form.entry.is_valid_on(day) for form in forms):
                continue
            form = forms[0]
            looked[form.ident] += 1
            if form.ident in explained or looked[form.ident] > MOST:
                continue
            if _is_explained(passage, mention, form, registries, day):
                explained.add(form.ident)
            elif form.ident not in first and _is_meant(passage, mention, form, day):
                first[form.ident] = passage, mention, form
    for ident, (passage, mention, form) in first.items():
        if ident not in explained:
            yield _told(passage, mention, form, registries, day)


def _is_meant(passage: Passage, mention: Mention, form: Form, day: date) -> bool:
    """Whether a name is used as if it held."""
    if not means_it(passage, mention, form) or not _means_unit(passage, mention, form):
        return False
    return not _is_told_otherwise(passage, mention, form, day)


def _is_told_otherwise(passage: Passage, mention: Mention, form: Form, day: date) -> bool:
    entry = form.entry
    if entry.until is not None and entry.until < day:
        return is_history(passage, mention, entry.until)
    return entry.since is not None and is_plan(passage, mention, entry.since)


def _is_explained(passage: Passage, mention: Mention, form: Form, registries: Registries, day: date) -> bool:
    """Whether the sentence says what the name has become, so that the rest of the text may use it."""
    entry = form.entry
    if entry.until is None or entry.until >= day or not is_history(passage, mention, entry.until):
        return False
    after = successor_on(registries.get(form.registry, {}), entry, day)
    return after is not None and (form.registry, after.key) in passage.known


def _means_unit(passage: Passage, mention: Mention, form: Form) -> bool:
    """Whether a place means the unit that has ended, and not what is named after it or a smaller place."""
    if form.registry != "places":
        return True
    before = [word.lower() for word in passage.before(mention, FAR)]
    after = passage.after(mention, 1)
    if form.tag == "en":
        return not after or not is_capital(after[0]) or passage.keys[mention.end] in _OFFICES_EN
    if before and before[-1] in _OFFICES:
        return True
    after_break = max((at + 1 for at, word in enumerate(before) if word in _BREAK), default=0)
    return _OTHERS.search(" ".join(before[after_break:])) is None


def _told(passage: Passage, mention: Mention, form: Form, registries: Registries, day: date) -> Told:
    entry, tag = form.entry, form.tag
    line = passage.line_at(mention.start)
    if entry.until is not None and entry.until < day:
        after = successor_on(registries.get(form.registry, {}), entry, day)
        text = after.text.get(tag, "") if after is not None else ""
        expected = quoted(text) if text else Words("tên gọi hiện hành", "the present name")
        parts = {"found": mention.text, "until": _day(entry.until), "day": _day(day), "expected": expected}
        return Told(form.rule, line, message("name-ended", **parts))
    since = entry.since or day
    return Told(form.rule, line, message("name-to-come", found=mention.text, since=_day(since), day=_day(day)))


# Posts


def posts_out_of_time(named: Named, day: date) -> Iterator[Told]:
    """Posts that somebody who is named beside them did not hold on the day."""
    for passage in named.passages:
        people = [(mention.start, mention) for mention in passage.mentions if mention.forms[0].registry == "people"]
        starts = [start for start, _ in people]
        for post in passage.post_mentions if people else ():
            near = (
                bisect_left(starts, post.start - MAX_NAME - MAX_BETWEEN),
                bisect_left(starts, post.stop + MAX_BETWEEN),
            )
            for _, person in people[slice(*near)]:
                if _stand_together(passage, post, person):
                    idents = {form.ident for form in person.forms}
                    yield from _post(passage, post, [form for form in post.forms if form.ident in idents], day)


def _stand_together(passage: Passage, post: Mention, person: Mention) -> bool:
    """Whether a post stands right before a name, or behind it after a comma or another post."""
    if post.end == person.first:
        return True
    between = passage.text[person.stop : post.start]
    return person.stop <= post.start and len(between) <= MAX_BETWEEN and not set(between) & set(".;:()")


MAX_NAME = 60
"""Characters of a person's name."""
MAX_BETWEEN = 60
"""Characters between a name and the last of its posts."""


def _post(passage: Passage, mention: Mention, forms: Iterable[Form], day: date) -> Iterator[Told]:
    forms = list(forms)
    posts = [form.post for form in forms if form.post]
    if not posts or any(post.is_held_on(day) for post in posts):
        return
    form, post = forms[0], posts[0]
    line = passage.line_at(mention.start)
    person = form.entry.text.get(form.tag, "")
    if post.until is not None and post.until < day:
        if is_history(passage, mention, post.until):
            return
        now = next((each.forms.get(form.tag, ()) for each in form.entry.posts if each.is_held_on(day)), ())
        expected = quoted(now[0]) if now else Words("chức vụ của thời điểm đó", "the post of that time")
        parts = {"found": mention.text, "until": _day(post.until), "day": _day(day), "expected": expected}
        yield Told(form.rule, line, message("post-ended", person=person, **parts))
    elif post.since is not None and not is_plan(passage, mention, post.since):
        parts = {"found": mention.text, "since": _day(post.since), "day": _day(day)}
        yield Told(form.rule, line, message("post-to-come", person=person, **parts))


def _day(day: date) -> Words:
    return Words(long_date(day, "vi").removeprefix("ngày "), long_date(day, "en"))
