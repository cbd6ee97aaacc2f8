"""The matcher on any text with any registry: it ends soon, and names what is there."""

from __future__ import annotations

import time

from bulletin.checks.terms.matcher import Matcher, names_of
from bulletin.checks.terms.passages import Passage, passages_of
from bulletin.checks.terms.words import TOKEN, vietnamese_key
from bulletin.model.block import Block, BlockKind
from bulletin.model.registry import Entry
from hypothesis import example, given
from hypothesis import strategies as st

from tests.checks.registered import TAGS, registries, told

_ANY = st.text(max_size=60)
_WORDS = st.lists(
    st.sampled_from(
        [
            *[
                "Sở",
                "sở",
                "a",
                "A",
                "An",
                "Nghệ",
                "nghe",
                "và",
                "&",
                ",",
                ".",
                "“",
                "”",
                "'",
                "’s",
                "-",
                "2",
                "UBND",
                "Vietnam",
                "￼",
                "of",
                "the",
                "s",
            ]
        ]
    ),
    max_size=25,
).map(" ".join)
_TEXT = _ANY | _WORDS
_FORMS = st.lists(_TEXT, max_size=3).map(tuple)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry, what no file could hold too."""
    text = {tag: draw(_TEXT) for tag in draw(st.sets(st.sampled_from(TAGS)))}
    forms, avoid, abbr = ({tag: draw(_FORMS) for tag in TAGS} for _ in range(3))
    return Entry("a", text, 1, abbr=abbr, forms=forms, avoid=avoid)


@given(st.dictionaries(st.sampled_from(["people", "agencies", "places", "glossary"]), entries()), _TEXT, _TEXT)
def test_any_text_with_any_registry_has_findings_and_no_exception(
    given_entries: dict[str, Entry], source: str, translation: str
) -> None:
    names = names_of({name: {"a": entry} for name, entry in given_entries.items()}, TAGS)

    for line in told(source, translation, names=names):
        assert line.isprintable()


@given(_WORDS, _TEXT, _TEXT, st.sampled_from(TAGS))
def test_a_name_is_found_wherever_it_stands(name: str, before: str, after: str, tag: str) -> None:
    entry = Entry("a", {tag: f"Xy {name} Zw"}, 1)
    matcher = Matcher({"glossary": {"a": entry}}, tag)
    text = f"{before}\n{entry.text[tag]}\n{after}"

    passage = Passage(Block(BlockKind.PARAGRAPH, text, text, 1), text, 1, matcher, is_prose=True)

    assert ("glossary", "a") in passage.known or "/" in text


@given(_WORDS, _TEXT, _TEXT, st.sampled_from(TAGS), st.sampled_from((" ", "", "-", " – ", "\xa0", "(", ", ")))
@example("&", "", "0", "vi", "")
def test_the_quick_look_passes_over_no_name(name: str, before: str, after: str, tag: str, between: str) -> None:
    matcher = Matcher({"glossary": {"a": Entry("a", {tag: name}, 1)}}, tag)
    text = f"{before}{between}{name.replace(' ', between or ' ')}{between}{after}"

    assert matcher.may_find(text) or not matcher.find([matcher.keys[word] for word in TOKEN.findall(text)])


def test_tones_stand_on_either_vowel_and_nothing_else_is_the_same() -> None:
    assert vietnamese_key("Hoà") == vietnamese_key("hòa")
    assert vietnamese_key("Uỷ") == vietnamese_key("ủy")
    assert len({vietnamese_key(word) for word in ("ma", "má", "mà", "mả", "mã", "mạ", "mâ", "mấ")}) == 8


def test_the_worst_registry_takes_no_more_than_its_length_times_the_text() -> None:
    name = " ".join(["An"] * 60)
    names = names_of(
        registries({"places": "".join(f"p{n}: {{vi: {name[: 150 + n % 40]}, en: x}}\n" for n in range(90))}), TAGS
    )
    matcher = names.matchers["vi"]
    seconds = []
    for number in (2_000, 8_000):
        text = "An " * number
        began = time.process_time()
        for passage in passages_of([Block(BlockKind.PARAGRAPH, text, text, 1)], matcher).passages:
            assert passage.mentions
        seconds.append(time.process_time() - began)

    assert seconds[1] < 10 * seconds[0] + 1
