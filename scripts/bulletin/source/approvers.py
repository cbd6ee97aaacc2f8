"""`docs/_data/approvers.yml`: who may approve, for which sections, and when. It is never published."""

from __future__ import annotations

from pathlib import Path

from bulletin.model.approval import HOME, Approver, Approving, approving
from bulletin.model.bulletin import SECTIONS
from bulletin.model.catalogue import message, noun, one_of, quoted
from bulletin.model.finding import CallError
from bulletin.model.policy import Policy
from bulletin.source.fields import KEY, Fields, parse_email
from bulletin.source.registries import DATA_FOLDER, read_data, stop
from bulletin.source.text import Flaw

APPROVERS_FILE = "approvers.yml"
MAX_NAME = 150
"""Characters of a name."""
ALL = "all"


def read_approving(docs: Path, policy: Policy, tags: tuple[str, ...]) -> Approving:
    """What an approval needs in a docs folder. Raises CallError with file and line at the first mistake."""
    return approving(policy.approvals, read_approvers(docs, tags))


def read_approvers(docs: Path, tags: tuple[str, ...]) -> list[Approver] | None:
    """Everybody who may approve; None where there is no such file, and any name will do.

    Raises CallError with file and line at the first mistake, and for a file in which there is nobody.
    """
    place = f"{DATA_FOLDER}/{APPROVERS_FILE}"
    mapping = read_data(docs, place)
    if mapping is None:
        path = docs / place
        if path.exists() or path.is_symlink():
            raise CallError(f"{place}:1", message("empty-field", name=APPROVERS_FILE, expected=noun("mapping")))
        return None
    flaws: list[Flaw] = []
    fields = Fields(mapping, flaws, tags)
    found = []
    for key, line in mapping.key_lines.items():
        if not KEY.fullmatch(key):
            parts = {"name": place, "found": quoted(key), "expected": noun("key")}
            flaws.append(Flaw(line, message("wrong-type", **parts)))
        group = fields.group(key, required=True)
        if group is not None:
            found.append(_approver(key, group))
    stop(place, *sorted(flaws, key=lambda flaw: flaw.line))
    return found


def _approver(key: str, group: Fields) -> Approver:
    sections = group.texts("sections", str, "text")
    known = (*SECTIONS, HOME, ALL)
    for section in sections:
        if section not in known:
            group.note("sections", "unknown-section", found=section, expected=one_of(known))
    if not group.has("sections") or not sections:
        group.note("sections", "missing-field", name=f"{key}.sections")
    since, until = group.day("since"), group.day("until")
    if since and until and until < since:
        group.note("until", "wrong-end", found=until, first=since, last="9999-12-31")
    approver = Approver(
        key,
        group.text("name", required=True, limit=MAX_NAME),
        group.local_text("role"),
        group.parsed("email", parse_email, "email") or "",
        None if ALL in sections else frozenset(sections),
        since,
        until,
    )
    group.close()
    return approver
