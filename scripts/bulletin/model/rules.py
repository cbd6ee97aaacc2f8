"""The names of all rules: what a policy may name, what a waiver may waive, what a report may count."""

from __future__ import annotations

FIXED = frozenset(("schema", "clearance"))
"""Rules that are always errors, whatever a policy says."""
UNWAIVABLE = FIXED | {"unsafe-html", "broken-link", "lost-url", "unused-waiver"}
"""Rules that nobody can waive: without them the site is wrong or unsafe, or the waivers are."""
DUE = frozenset(("missing-translation", "stale-translation", "diverged-translation"))
"""Rules that warn until the days of grace are over."""
ERRORS = FIXED | DUE | frozenset((
    *("unsafe-html", "broken-link", "lost-url", "orphan-translation"),
    *("value-mismatch", "number-format", "reference-mismatch", "untranslated-block"),
    *("link-mismatch", "registry-missing"),
))  # fmt: skip
"""Rules whose findings are errors unless a policy says otherwise (checks.md, "Policy")."""
WARNINGS = frozenset(
    (
        *("untracked-translation", "edited-translation", "lock-pending", "unpublished-link"),
        *("structure-mismatch", "image-mismatch", "missing-alt", "missing-caption", "added-conversion"),
        *("unused-waiver", "long-quotation"),
        *("term-mismatch", "name-mismatch", "metadata-mismatch", "ui-string-missing", "taxonomy-missing"),
    )
)
"""The rest."""
RULES = ERRORS | WARNINGS
COMPARED = DUE | frozenset(
    (
        *("value-mismatch", "number-format", "reference-mismatch", "link-mismatch", "structure-mismatch"),
        *("image-mismatch", "missing-caption", "added-conversion", "term-mismatch", "name-mismatch"),
        *("metadata-mismatch", "untracked-translation", "edited-translation", "lock-pending"),
    )
)
"""Rules that measure a translation by its source: what the source says now is half of what they tell."""
