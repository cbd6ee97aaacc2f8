"""The sentences of the checks: in both languages, well-formed, used, and safe with whatever is quoted in them."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from bulletin.model import catalogue
from bulletin.model.catalogue import Words, did_you_mean, message, noun, one_of, quoted, yaml_reason
from hypothesis import given
from hypothesis import strategies as st

from tests.trees import ROOT

SENTENCES: dict[str, tuple[str, str]] = getattr(catalogue, "_SENTENCES")  # noqa: B009 - the table itself is under test
NOUNS: dict[str, tuple[str, str]] = getattr(catalogue, "_NOUNS")  # noqa: B009 - as above
REASONS: dict[str, tuple[str, str]] = getattr(catalogue, "_YAML")  # noqa: B009 - as above
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "scripts").rglob("*.py"))
    if path != Path(catalogue.__file__)
)
VIETNAMESE = re.compile("[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]", re.IGNORECASE)


def parts(sentence: str) -> set[str]:
    """The names of the parts that a sentence needs."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_used(name: str) -> None:
    assert re.search(rf'"{name}"', CODE)


@pytest.mark.parametrize("name", NOUNS)
def test_a_noun_is_used(name: str) -> None:
    assert re.search(rf'"{name}"', CODE)


@pytest.mark.parametrize("name", re.findall(r'message\(\s*"([a-z0-9-]+)"', CODE))
def test_a_sentence_that_the_code_names_is_there(name: str) -> None:
    assert name in SENTENCES


@pytest.mark.parametrize("name", re.findall(r'noun\("([a-z0-9-]+)"\)', CODE))
def test_a_noun_that_the_code_names_is_there(name: str) -> None:
    assert name in NOUNS


@pytest.mark.parametrize("name", SENTENCES)
def test_both_languages_use_the_same_parts(name: str) -> None:
    vi, en = SENTENCES[name]

    assert parts(vi) == parts(en)
    assert all(part.isidentifier() for part in parts(vi))


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_one_line_without_a_full_stop_in_its_own_language(name: str) -> None:
    vi, en = SENTENCES[name]

    for text in (vi, en):
        assert text.isprintable()
        assert text == text.strip()
        assert not text.endswith(".")
        assert " / " not in text  # stands between the languages
    assert VIETNAMESE.search(vi)
    assert not VIETNAMESE.search(en)
    assert '"' not in vi
    assert "“" not in en


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_says_a_fact_and_a_way_out(name: str) -> None:
    """Only what speaks for itself, or carries its way out in a part, needs no word for it."""
    speak_for_themselves = {
        *("missing-field", "missing-locale-text", "unreadable-file", "no-folder", "no-file"),  # what is not there
        *("yaml-syntax", "unknown-extension"),  # the reason says it
        *(
            "shard-alone",
            "merge-needs-cache",
            "shard-unreadable",
            "port-taken",
            "no-address",
        ),  # what to leave, or nothing
        *("unknown-field", "unknown-image", "registry-missing", "broken-anchor"),  # the suggestion says it
        *("wrong-epoch", "wrong-count", "no-default-locale"),  # what it is not says what it should be
        *("withdrawn-without-block", "translate-none-without-reason", "orphan-translation"),  # names what is missing
        *("wrong-source", "clearance", "unpublished-link", "forbidden-extension"),
        *("value-mismatch", "number-format", "missing-caption", "structure-added"),  # both texts are quoted
        *("untracked-translation", "diverged-translation", "edited-translation", "lock-pending"),  # the command to run
        *("due-later", "waived"),  # stand behind a sentence that says it
        *("damaged-lock", "checked-later", "nothing-to-accept", "unwritable-file", "unknown-rule"),
        *("leaked-text", "leaked-file", "dead-link", "nothing-built", "no-remote"),  # names what must not be, or is not
        *(
            "due-unknown",
            "change-now",
            "change-soon",
            "change-later",
            "change-never",
        ),  # answers, which say what follows
    }
    vi, en = SENTENCES[name]
    has_way_out = re.search(r"cần|hãy|tối đa|chỉ|phải", vi) is not None and "expected" in en

    assert has_way_out or name in speak_for_themselves


@pytest.mark.parametrize("words", [*NOUNS.values(), *REASONS.values()])
def test_a_part_of_a_sentence_is_one_line_in_both_languages(words: tuple[str, str]) -> None:
    assert all(text and text.isprintable() and text == text.strip() for text in words)


@given(st.sampled_from(sorted(SENTENCES)), st.text(max_size=300))
def test_whatever_is_quoted_a_message_is_one_printable_line(name: str, value: str) -> None:
    said = message(name, **dict.fromkeys(parts(SENTENCES[name][0]), value))

    for text, sentence in zip((said.vi, said.en), SENTENCES[name], strict=True):
        assert text.isprintable()
        assert len(text) <= len(sentence) + 80 * sentence.count("{")


@given(st.text(max_size=300), st.text(max_size=300))
def test_words_of_two_languages_are_one_printable_line_too(vi: str, en: str) -> None:
    said = message("yaml-syntax", reason=Words(vi, en))

    assert said.vi.isprintable()
    assert said.en.isprintable()


@pytest.mark.parametrize(
    ("words", "vi", "en"),
    [
        pytest.param(quoted("Nghệ An"), "“Nghệ An”", '"Nghệ An"', id="value"),
        pytest.param(quoted("a\nb\u202e"), "“a b\\u202e”", '"a b\\u202e"', id="value-that-cannot-be-printed"),
        pytest.param(quoted("ệ" * 81), f"“{'ệ' * 79}…”", f'"{"ệ" * 79}…"', id="long-value"),
        pytest.param(one_of(["vi", "en"]), "một trong: vi, en", "one of: vi, en", id="choice"),
        pytest.param(did_you_mean([]), "", "", id="nothing-like-it"),
        pytest.param(did_you_mean(["a", "b"]), "; có phải “a, b”?", '; did you mean "a, b"?', id="likely"),
        pytest.param(noun("day"), "một ngày dạng 2026-03-05", "a day of the form 2026-03-05", id="noun"),
        pytest.param(yaml_reason("something rare"), "something rare", "something rare", id="rare-reason"),
    ],
)
def test_a_part_is_said_in_both_languages(words: Words, vi: str, en: str) -> None:
    assert (words.vi, words.en) == (vi, en)
