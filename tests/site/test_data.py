"""What pages tell machines: sound JSON-LD, which agrees with what readers see."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.site.kinds import KINDS

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
EDITION = re.compile(r"(?:clarifications|events)/\d{4}/\d{2}/[^/]+|documents/[^/]+")
KIND_OF = {"clarification": "ClaimReview", "event": "Event", "document": "Legislation"}


def text_of(path: Path) -> str:
    """What readers see of a page."""
    main = path.read_text(encoding="utf-8").split("<main", 1)[1].split("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", main)))


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("kind", KIND_OF)
def test_machines_are_told_what_readers_read(kinds_dir: Path, kind: str, prefix: str) -> None:
    url = prefix + KINDS[kind]
    path = kinds_dir / url / "index.html"
    (found,) = DATA.findall(path.read_text(encoding="utf-8"))
    data: dict[str, Any] = json.loads(found)
    shown = text_of(path)
    assert (data["@context"], data["@type"]) == ("https://schema.org", KIND_OF[kind])
    assert data["url"].endswith(f".example/{url}")
    told = {
        "clarification": lambda: [data["name"], data["claimReviewed"], data["reviewRating"]["alternateName"]],
        "event": lambda: [data["name"], data["location"]["name"], data["organizer"]["name"]],
        "document": lambda: [data["name"], data["legislationIdentifier"], data["legislationPassedBy"]["name"]],
    }[kind]()
    assert [words for words in told if words not in shown] == []


def test_a_text_ends_no_script(kinds_dir: Path) -> None:
    path = kinds_dir / KINDS["clarification"] / "index.html"
    (found,) = DATA.findall(path.read_text(encoding="utf-8"))
    assert json.loads(found)["claimReviewed"].endswith("</script><script>alert(1)</script>.")
    assert "<script>alert(1)" not in path.read_text(encoding="utf-8")


def test_no_other_page_tells_machines_of_a_bulletin(kinds_dir: Path) -> None:
    pages = {path for path in kinds_dir.rglob("*.html") if DATA.search(path.read_text(encoding="utf-8"))}
    found = {path.parent.relative_to(kinds_dir).as_posix().removeprefix("en/") for path in pages}
    assert {KINDS[kind].rstrip("/") for kind in KIND_OF} <= found
    assert [each for each in found if not EDITION.fullmatch(each)] == []
