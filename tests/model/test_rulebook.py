"""The explanations of rules: one for every rule, in whole sentences, each in its own language."""

from __future__ import annotations

import pytest
from bulletin.model import rulebook
from bulletin.model.rulebook import RuleText, gravity, rule_text
from bulletin.model.rules import FIXED, RULES

from tests.model.test_catalogue import VIETNAMESE

TEXTS: dict[str, RuleText] = getattr(rulebook, "_RULES")  # noqa: B009 - the table itself is under test


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_is_explained(rule: str) -> None:
    assert rule in TEXTS


@pytest.mark.parametrize("rule", TEXTS)
def test_a_rule_is_explained_in_two_languages_each_in_its_own(rule: str) -> None:
    text = TEXTS[rule]

    for said in (text.title, text.help):
        assert said.vi.isprintable()
        assert said.en.isprintable()
        assert VIETNAMESE.search(said.vi)
        assert " / " not in f"{said.vi}{said.en}"
    quoted = "1.250,5 tỷ đồng"  # what a Vietnamese text would say
    assert not VIETNAMESE.search(text.title.en + text.help.en.replace(quoted, ""))


@pytest.mark.parametrize("rule", TEXTS)
def test_a_title_is_a_heading_and_the_help_sentences_with_what_to_do(rule: str) -> None:
    text = TEXTS[rule]

    for title in (text.title.vi, text.title.en):
        assert len(title) <= 60
        assert not title.endswith(".")
    for said in (text.help.vi, text.help.en):
        assert said.endswith(".")
        assert said.count(". ") + said.count(": ") + said.count("; ") >= 1


def test_what_can_never_be_waived_is_the_gravest() -> None:
    assert {rule for rule in RULES if gravity(rule) < len(FIXED)} == FIXED


def test_a_rule_without_an_explanation_is_called_by_its_name_and_comes_last() -> None:
    assert rule_text("new-rule").title.vi == "new-rule"
    assert gravity("new-rule") > max(map(gravity, RULES))
