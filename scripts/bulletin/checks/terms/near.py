"""What stands in a text instead of a name: the name with a slip in it, another name of its kind, or a word for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from bulletin.checks.alignment import folded
from bulletin.checks.terms.matcher import Form, Kind
from bulletin.checks.terms.passages import Passage
from bulletin.checks.terms.words import is_capital, singular

_LINKS = frozenset("of for and the on in to at và của".split())
_BODIES = frozenset("""
department committee commission ministry board office agency authority council center union association federation
command police administration directorate bureau division institute academy secretariat assembly court inspectorate
""".split())  # fmt: skip
"""Keys of the English words for bodies, by one of which the name of a body is recognised."""
_STANDS_FOR = {
    "places": re.compile(
        r"(?:the|this|that|our|its|their|both|all|two|host|whole|entire|each|every) (?:\w+ )?(?:province|city|town|"
        r"district|commune|ward|locality|localities|provinces|cities|communes|districts|capital|country|region|area|"
        r"island|state|nation|countries|place|border)|(?:provincial|national|nationwide|domestic|domestically|municipal|"
        r"local|locally|here|there|it|its|where|countrywide|state|foreign|overseas|home|they|their|we|our|us)",
        re.IGNORECASE,
    ),
    "people": re.compile(
        r"he|she|him|her|his|hers|who|whose|whom|they|their|them|I|my|me|we|our|"
        r"the (?:\w+ ){0,3}(?:secretary|chairman|chairwoman|chair|vice-chair|chairperson|minister|director|head|deputy|"
        r"president|leader|leaders|official|author|artist|speaker|host|delegate|ambassador|general|colonel|major)",
        re.IGNORECASE,
    ),
    "agencies": re.compile(
        r"it|its|they|their|them|itself|which|whose|who|we|our|us|"
        r"(?:the|this|that|these|both|two|its|their|our) (?:[\w’'-]+ )?(?:departments?|committees?|commissions?|ministry|"
        r"ministries|boards?|offices?|agency|agencies|authority|authorities|councils?|cent(?:re|er)s?|unions?|"
        r"associations?|federation|command|police|administration|bureau|institute|academy|secretariat|assembly|party|"
        r"government|leaders?|leadership|army|guard|front|court|units?|bod(?:y|ies)|organisers?|organizers?|province|"
        r"city|side|sector|staff)(?! (?:of|for|on) )|"
        r"(?:vice|deputy)?[ -]?(?:chairman|chairwoman|chairperson|chair|director|minister|head|leader)s?",
        re.IGNORECASE,
    ),
    "glossary": re.compile(
        r"it|its|they|their|them|this|that|these|those|such|one|ones|the (?:same|latter|former|work|activity|activities|"
        r"field|programme|program|project|projects|plan|scheme)",
        re.IGNORECASE,
    ),
}
"""English that stands for a name which the text has given elsewhere."""
_STANDS_FOR_VI = re.compile(
    r"này|đó|ấy|nêu trên|nói trên|trên|ông|bà|anh|chị|cô|đồng chí|họ|mình|nơi đây|ở đây|tại đây|đơn vị|cơ quan|"
    r"địa phương|tỉnh|thành phố|huyện|xã|phường|thủ đô|đất nước|nước ta|cả nước|trong nước|sở|bộ|ban|hội|ủy ban|chúng tôi",
    re.IGNORECASE,
)
_ARTICLES = frozenset(
    "the a an this that these those its their his her our such each every both all other no more same".split()
)
_MARKED = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
MIN_WINDOW = 3
"""Words of a name from which one wrong word still lets it be recognised."""
MAX_SYLLABLE = 7
"""Letters of the longest Vietnamese syllable, "nghiêng"."""
MIN_LETTERS = 5
"""Letters of a shorter name from which one wrong letter does."""


def stands_for(texts: Iterable[Passage], form: Form, tag: str) -> bool:
    """Whether a pronoun or common noun can mean what the source names: "he", "the province", "this work"."""
    pattern = _STANDS_FOR.get(form.registry) if tag == "en" else _STANDS_FOR_VI if tag == "vi" else None
    if pattern is None:
        return False
    whole = re.compile(rf"(?<!\w)(?:{pattern.pattern})(?!\w)", pattern.flags)
    if any(whole.search(passage.text) for passage in texts):
        return True
    if form.registry == "glossary":
        # A term of one word has many substitutes; of a longer one its noun may stand alone: "near the gate".
        own = form.entry.text.get(tag, "").split()
        return len(own) == 1 or (tag == "en" and any(_has_noun_alone(each, own[-1]) for each in texts))
    if form.registry != "people":
        return False
    given = folded(form.words[-1])
    return any(is_capital(word) and folded(word.rstrip("’'s")) == given for each in texts for word in each.words)


def _has_noun_alone(passage: Passage, noun: str) -> bool:
    """Whether a noun stands right behind an article or its like."""
    keys = passage.keys
    return any(key in _ARTICLES and keys[at + 1] == singular(noun.lower()) for at, key in enumerate(keys[:-1]))


def instead(texts: Iterable[Passage], form: Form, source: Collection[str]) -> str:
    """What a text has in place of a form, or nothing; `source` are the folded words that the source block has."""
    for passage in texts:
        taken = _taken(passage)
        found = _slip(passage, form, source, taken)
        if not found and form.registry == "agencies" and form.tag == "en":
            found = _body(passage, form, taken)
        if found:
            return found
    return ""


def stranger(texts: Iterable[Passage], source: Collection[str]) -> str:
    """A Vietnamese name, with its diacritics, no word of which the source has."""
    for passage in texts:
        for run in _runs(passage, _taken(passage)):
            for first, second in pairwise(run):
                pair = passage.words[first], passage.words[second]
                if second == first + 1 and _is_strange(pair, source):
                    return " ".join(pair)
    return ""


def _is_strange(words: Sequence[str], source: Collection[str]) -> bool:
    """Whether two words look like Vietnamese, and the source has neither."""
    if not any(map(_MARKED.search, words)):
        return False
    return all(is_capital(word) and len(word) <= MAX_SYLLABLE and passage_key(word) not in source for word in words)


def _taken(passage: Passage) -> set[int]:
    """The words that are part of a right name."""
    return {
        index
        for mention in passage.mentions
        if any(form.kind is not Kind.AVOIDED for form in mention.forms)
        for index in range(mention.first, mention.end)
    }


def _slip(passage: Passage, form: Form, source: Collection[str], taken: set[int]) -> str:
    """The form with one word or letter wrong, missing, or with wrong diacritics."""
    wanted = [passage_key(word) for word in form.words]
    if form.registry == "glossary" or not wanted:
        return ""
    here = [passage_key(word) for word in passage.words]
    for first in range(len(here)):
        for number in (len(wanted), len(wanted) - 1):
            end = first + number
            if number < 1 or end > len(here) or taken.intersection(range(first, end)):
                continue
            window = here[first:end]
            if not _is_slip(window, wanted) or (form.tag != "vi" and _is_other_name(window, wanted, source)):
                continue
            if _has_capitals(passage.words[first:end], form):
                start, stop = passage.offsets[first][0], passage.offsets[end - 1][1]
                return " ".join(passage.text[start:stop].split())
    return ""


def passage_key(word: str) -> str:
    """A word as it is compared for slips: without diacritics."""
    return folded(word.removesuffix("’s").removesuffix("'s"))


def _is_other_name(window: Sequence[str], wanted: Sequence[str], source: Collection[str]) -> bool:
    """Whether the source has the words that differ, too: then they are another name."""
    other = [word for word in window if word not in wanted]
    return bool(other) and all(word in source for word in other)


def _has_capitals(words: Sequence[str], form: Form) -> bool:
    return sum(map(is_capital, words)) >= min(len(words), sum(map(is_capital, form.words))) - 1


def _is_slip(window: Sequence[str], wanted: Sequence[str]) -> bool:
    if len(window) == len(wanted):
        wrong = [(a, b) for a, b in zip(window, wanted, strict=True) if a != b]
        if not wrong:
            return True
        if len(wrong) > 1 or not wrong[0][0][0].isalpha():
            return False
        if len(wanted) >= MIN_WINDOW:
            return wrong[0][1] not in _LINKS or len(wanted) > MIN_WINDOW
        return len("".join(wanted)) >= MIN_LETTERS and _differs_by_a_letter(*wrong[0])
    if len(wanted) <= MIN_WINDOW:
        return False
    at = next((index for index, word in enumerate(window) if word != wanted[index]), len(window))
    return list(window[at:]) == list(wanted[at + 1 :])


def _differs_by_a_letter(one: str, other: str) -> bool:
    """Whether one letter was put in, left out or replaced."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[at + 1 :] == other[at + 1 :] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at:]


def _body(passage: Passage, form: Form, taken: set[int]) -> str:
    """The name of a body of the same kind that is in no registry, and shares a word with the form."""
    own = {key for key in map(passage_key, form.words) if key not in _LINKS}
    if not own & _BODIES:
        return ""
    for run in _runs(passage, taken):
        keys = [passage.keys[index] for index in run]
        shared = own.intersection(keys)
        if shared & _BODIES and len(shared) > 1 and len(set(keys) - _LINKS) > 1:
            start, stop = passage.offsets[run[0]][0], passage.offsets[run[-1]][1]
            return " ".join(passage.text[start:stop].split())
    return ""


def _runs(passage: Passage, taken: set[int]) -> Iterable[list[int]]:
    """Runs of words with capitals, with the small words between them, that are part of no right name."""
    run: list[int] = []
    for index, word in enumerate([*passage.words, "."]):
        if is_capital(word) and index not in taken:
            run.append(index)
        elif run and word in _LINKS and index not in taken:
            run.append(index)
        else:
            while run and passage.words[run[-1]] in _LINKS:
                run.pop()
            if run:
                yield run
            run = []
