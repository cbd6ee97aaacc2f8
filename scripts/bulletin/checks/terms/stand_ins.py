"""Pronouns and common nouns that may stand for a name which the text has given elsewhere: "he", "the province"."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.checks.alignment import folded
from bulletin.checks.terms.matcher import Form
from bulletin.checks.terms.passages import Passage
from bulletin.checks.terms.words import any_of, is_capital, singular, word_set

_ARTICLES = word_set("the a an this that these those its their his her our such each every both all other no more same")


def _with_article(nouns: str) -> str:
    """A pattern of nouns behind an article and at most one more word; an "of" behind it would name the thing."""
    words = "|".join(nouns.split())
    return (
        rf"(?:the|this|that|these|those|its|their|our|both|all|two|each|host|whole) (?:[\w’'-]+ )?(?:{words})(?! of )"
    )


_EN = {
    "places": any_of(
        "provincial, national, nationwide, countrywide, domestic, domestically, municipal, local, locally, state",
        "foreign, overseas, home, here, there, where, it, its, they, their, we, our, us",
        _with_article("""
            province provinces city cities town towns district districts commune communes ward wards locality localities
            capital country countries region regions area island state nation nations place border
        """),
    ),
    "people": any_of(
        "he, she, him, her, his, hers, who, whose, whom, they, their, them, I, my, me, we, our",
        _with_article("""
            secretary chairman chairwoman chair vice-chair chairperson minister director head deputy president leader
            leaders official author artist speaker host delegate ambassador general
        """),
    ),
    "agencies": any_of(
        "it, its, itself, they, their, them, which, whose, who, we, our, us",
        "chairman, chairwoman, chairperson, chair, director, minister, head, leader, leaders, vice-chair",
        _with_article("""
            department departments committee committees commission commissions ministry ministries board boards office
            offices agency agencies authority authorities council councils centre center union unions association
            associations federation command police administration bureau institute academy secretariat assembly party
            government leadership army guard front court unit units body bodies organiser organisers province city side
            sector staff
        """),
    ),
    "glossary": any_of(
        "it, its, they, their, them, this, that, these, those, such, one, ones, the same, the latter, the former",
        _with_article("work activity activities field programme program project projects plan scheme"),
    ),
}
_VI = any_of(
    "này, đó, ấy, nêu trên, nói trên, trên, ông, bà, anh, chị, cô, đồng chí, họ, mình, nơi đây, ở đây, tại đây, đơn vị",
    "cơ quan, địa phương, tỉnh, thành phố, huyện, xã, phường, thủ đô, đất nước, nước ta, cả nước, trong nước, sở, bộ",
    "ban, hội, ủy ban",
)


def stands_for(texts: Iterable[Passage], form: Form, tag: str) -> bool:
    """Whether something in the texts can mean what the source names."""
    pattern = _EN.get(form.registry) if tag == "en" else _VI if tag == "vi" else None
    if pattern is None:
        return False
    texts = list(texts)
    if any(pattern.search(passage.text) for passage in texts):
        return True
    own = form.entry.text.get(tag, "").split()
    if form.registry == "glossary":
        # A term of one word has many substitutes; of a longer one its noun may stand alone: "near the gate".
        return len(own) == 1 or (tag == "en" and any(_has_noun_alone(each, own[-1]) for each in texts))
    if form.registry == "people":
        given = folded(own[-1])
        return any(is_capital(word) and folded(word.rstrip("’'s")) == given for each in texts for word in each.words)
    return False


def _has_noun_alone(passage: Passage, noun: str) -> bool:
    """Whether a noun stands right behind an article or its like."""
    keys = passage.keys
    return any(key in _ARTICLES and keys[at + 1] == singular(noun.lower()) for at, key in enumerate(keys[:-1]))
