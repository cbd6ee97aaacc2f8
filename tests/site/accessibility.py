"""axe-core's verdict on a page, by WCAG 2.2 at level AA."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@dataclass(frozen=True, slots=True)
class Violation:
    rule: str
    """axe's name for it, such as `color-contrast`."""
    impact: str
    help: str
    targets: tuple[str, ...]
    """CSS selectors of the elements."""


def find_violations(page: Page) -> list[Violation]:
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    return [
        Violation(
            found["id"],
            found["impact"],
            found["help"],
            tuple(str(selector) for node in found["nodes"] for selector in node["target"]),
        )
        for found in Axe().run(page, options=options).response["violations"]
    ]
