"""What pages tell machines of a bulletin agrees with what readers see of it."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.site.heads import head_of
from tests.site.kinds import KINDS

KIND_OF = {"clarification": "ClaimReview", "event": "Event", "document": "Legislation"}
EDITION = re.compile(r"(?:en/)?(?:clarifications|events)/\d{4}/\d{2}/[^/]+|(?:en/)?documents/[^/]+")


def text_of(path: Path) -> str:
    """What readers see of a page."""
    main = path.read_text(encoding="utf-8").split("<main", 1)[1].split("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", main)))


def node(path: Path, kind: str) -> dict[str, Any]:
    """The only thing of a type that a page tells of."""
    (found,) = [each for each in head_of(path).nodes if each["@type"] == kind]
    return found


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("kind", KIND_OF)
def test_machines_are_told_what_readers_read(kinds_dir: Path, kind: str, prefix: str) -> None:
    url = prefix + KINDS[kind]
    path = kinds_dir / url / "index.html"
    shown, data = text_of(path), node(path, KIND_OF[kind])
    assert [graph["@context"] for graph in head_of(path).graphs] == ["https://schema.org"]
    assert data["url"].endswith(f".example/{url}")
    told = {
        "clarification": lambda: [data["name"], data["claimReviewed"], data["reviewRating"]["alternateName"]],
        "event": lambda: [data["name"], data["location"]["name"], data["organizer"]["name"]],
        "document": lambda: [data["name"], data["legislationIdentifier"], data["legislationPassedBy"]["name"]],
    }[kind]()
    assert [words for words in told if words not in shown] == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_machines_are_told_of_an_article_what_readers_read(kinds_dir: Path, prefix: str) -> None:
    path = kinds_dir / prefix / KINDS["bulletin"] / "index.html"
    shown, data = text_of(path), node(path, "NewsArticle")
    told = [
        data["headline"],
        data["description"],
        data["creditText"],
        data["sourceOrganization"]["name"],
        data["copyrightNotice"],
        data["correction"][0]["text"],
        *data["keywords"],
    ]
    assert [words for words in told if words not in shown] == []
    assert "license" not in data, "a text with rights of its own is not under the site's licence"
    assert (data["datePublished"], data["dateModified"]) == ("2026-10-06", "2026-10-08")


def test_a_text_ends_no_script(kinds_dir: Path) -> None:
    path = kinds_dir / KINDS["clarification"] / "index.html"
    assert node(path, "ClaimReview")["claimReviewed"].endswith("</script><script>alert(1)</script>.")
    assert "<script>alert(1)" not in path.read_text(encoding="utf-8")


def test_no_other_page_tells_machines_of_a_claim_an_event_or_a_document(kinds_dir: Path) -> None:
    pages = {
        path.parent.relative_to(kinds_dir).as_posix()
        for path in kinds_dir.rglob("*.html")
        if any(each["@type"] in KIND_OF.values() for each in head_of(path).nodes)
    }
    assert {KINDS[kind].rstrip("/") for kind in KIND_OF} <= pages
    assert [each for each in pages if not EDITION.fullmatch(each)] == []
