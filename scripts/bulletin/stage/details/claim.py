"""A clarification: what is said, what is to be said of that, and on what grounds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bulletin.model.bulletin import Bulletin
from bulletin.model.kinds import Claim, Evidence, NamedLink, Verdict, text_in
from bulletin.model.page import Json
from bulletin.stage.data.publisher import publisher
from bulletin.stage.details.words import organisation, said, without_nothing
from bulletin.stage.view import View

BEST, WORST = 5, 1
RATINGS: Mapping[Verdict, int] = MappingProxyType(
    {Verdict.FALSE: 1, Verdict.ALTERED: 1, Verdict.MISLEADING: 2, Verdict.OUTDATED: 2, Verdict.TRUE: 5}
)
"""Verdict → a place between worst and best. What is unproven, or said in words of one's own, has none."""


def facts(view: View, claim: Claim, tag: str) -> dict[str, Json]:
    """What the page shows beside the text."""
    return {
        "verdict": _verdict(view, claim, tag),
        "shape": claim.verdict.verdict.value if claim.verdict.verdict else "own",
        "claim": said(claim.claim, tag),
        "claimed_by": said(claim.claimed_by, tag),
        "claimed_on": view.cards.day(claim.claimed_on, tag),
        "evidence": [_linked(each, tag) for each in claim.evidence],
        "sources": [_linked(each, tag) for each in claim.sources],
    }


def _verdict(view: View, claim: Claim, tag: str) -> Json:
    verdict = claim.verdict.verdict
    return (
        {"text": view.label(tag, f"verdict_{verdict.value}"), "lang": ""} if verdict else said(claim.verdict.text, tag)
    )


def _linked(value: Evidence | NamedLink, tag: str) -> Json:
    text = said(value.text if isinstance(value, Evidence) else value.name, tag)
    return {**(text if isinstance(text, dict) else {"text": value.url, "lang": ""}), "url": value.url}


def data(view: View, bulletin: Bulletin, claim: Claim, tag: str) -> Json:
    """ClaimReview (schema.org); None without a claim and a verdict."""
    text, verdict = text_in(claim.claim, tag)[0], _verdict(view, claim, tag)
    if not text or not isinstance(verdict, dict):
        return None
    rating = RATINGS.get(claim.verdict.verdict) if claim.verdict.verdict else None
    numbers: dict[str, Json] = (
        {"ratingValue": rating, "bestRating": BEST, "worstRating": WORST} if rating is not None else {}
    )
    published = bulletin.shared.date
    url = view.site.url + view.url(bulletin.key, tag)
    return without_nothing(
        {
            "@type": "ClaimReview",
            "@id": f"{url}#claim",
            "url": url,
            "inLanguage": tag,
            "name": bulletin.editions[tag].title,
            "datePublished": published.isoformat() if published else "",
            "claimReviewed": text,
            "author": publisher(view.site, tag),
            "reviewRating": {"@type": "Rating", **numbers, "alternateName": verdict["text"]},
            "itemReviewed": without_nothing(
                {
                    "@type": "Claim",
                    "name": text,
                    "datePublished": claim.claimed_on.isoformat() if claim.claimed_on else "",
                    "author": organisation(text_in(claim.claimed_by, tag)[0]),
                }
            ),
            "citation": [
                without_nothing({"@type": "CreativeWork", "name": text_in(each.name, tag)[0], "url": each.url})
                for each in claim.sources
            ],
        }
    )
