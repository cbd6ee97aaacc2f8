"""What stands in a text instead of a name by mistake: the name with a slip in it, or another name of its kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bulletin.checks.terms.matcher import Form, Kind
from bulletin.checks.terms.passages import Passage
from bulletin.checks.terms.words import is_capital, passage_key, word_set

_LINKS = word_set("of for and the on in to at và của")
_BODIES = word_set("""
department committee commission ministry board office agency authority council center union association federation
command police administration directorate bureau division institute academy secretariat assembly court inspectorate
""")
"""Keys of the English words for bodies, by one of which the name of a body is recognised."""
_MARKED = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
MAX_WORDS = 1_500
"""Words of a block beyond which nobody looks for slips: it is no prose, and would take long."""
MIN_WINDOW = 3
"""Words of a name from which one wrong word still lets it be recognised."""
MAX_SYLLABLE = 7
"""Letters of the longest Vietnamese syllable, "nghiêng"."""
MIN_LETTERS = 5
"""Letters of a shorter name from which one wrong letter does."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands where a name should."""

    text: str
    line: int
    """1-based, in the edition's file."""


def instead(texts: Iterable[Passage], form: Form, source: Collection[str]) -> Found | None:
    """What a text has in place of a form; `source` are the words that the source has nearby, without diacritics."""
    for passage in texts:
        if len(passage.words) > MAX_WORDS:
            continue
        taken = _taken(passage)
        found = _slip(passage, form, source, taken)
        if found is None and form.registry == "agencies" and form.tag == "en":
            found = _body(passage, form, taken)
        if found is not None:
            return found
    return None


def stranger(texts: Iterable[Passage], source: Collection[str]) -> Found | None:
    """A Vietnamese name, with its diacritics, no word of which the source has."""
    for passage in texts:
        for run in _runs(passage, _taken(passage)):
            for first, second in pairwise(run):
                if second == first + 1 and _is_strange(passage.words[first : second + 1], source):
                    return _found(passage, first, second)
    return None


def _found(passage: Passage, first: int, last: int) -> Found:
    """The words from one to another, as they are written."""
    start, stop = passage.offsets[first][0], passage.offsets[last][1]
    return Found(" ".join(passage.text[start:stop].split()), passage.line_at(start))


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


def _slip(passage: Passage, form: Form, source: Collection[str], taken: set[int]) -> Found | None:
    """The form with one word or letter wrong, missing, or with wrong diacritics."""
    wanted = [passage_key(word) for word in form.words]
    if form.registry == "glossary" or not wanted:
        return None
    here = [passage_key(word) for word in passage.words]
    for first in range(len(here)):
        for number in (len(wanted), len(wanted) - 1):
            end = first + number
            if number < 1 or end > len(here) or taken.intersection(range(first, end)):
                continue
            window = here[first:end]
            if not _is_slip(window, wanted) or _is_other_name(window, wanted, source):
                continue
            if _has_capitals(passage.words[first:end], form):
                return _found(passage, first, end - 1)
    return None


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
        if len(wrong) > 1 or not wrong[0][0][:1].isalpha():
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


def _body(passage: Passage, form: Form, taken: set[int]) -> Found | None:
    """The name of a body of the same kind that is in no registry, and shares a word with the form."""
    own = {key for key in map(passage_key, form.words) if key not in _LINKS}
    if not own & _BODIES:
        return None
    for run in _runs(passage, taken):
        keys = [passage.keys[index] for index in run]
        shared = own.intersection(keys)
        if shared & _BODIES and len(shared) > 1 and len(set(keys) - _LINKS) > 1:
            return _found(passage, run[0], run[-1])
    return None


def _is_of_name(word: str, run: Sequence[int]) -> bool:
    """Whether a word goes on with a name, or begins one: an article has its capital from the sentence."""
    return is_capital(word) and (bool(run) or word.lower() not in _LINKS | {"a", "an"})


def _runs(passage: Passage, taken: set[int]) -> Iterable[list[int]]:
    """Runs of words with capitals, with the small words between them, that are part of no right name."""
    run: list[int] = []
    for index, word in enumerate([*passage.words, "."]):
        if index not in taken and (word in _LINKS if run and not is_capital(word) else _is_of_name(word, run)):
            run.append(index)
        else:
            while run and passage.words[run[-1]] in _LINKS:
                run.pop()
            if run:
                yield run
            run = []
