"""What a page tells its readers about a translation and its source: whether they match, and since when they do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bulletin.model.state import Standing


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence: names of labels, and the day that stands in it."""

    label: str
    """On the translation's page."""
    label_on_source: str
    """On the source's page."""
    day: date | None = None
    """None where the sentence has no day."""
    is_changed: bool = False
    """Whether readers of the translation may be told something that holds no more."""


def how_they_stand(standing: Standing | None, updated: date | None, *, is_machine: bool = False) -> Told:
    """Choose the sentence on a translation; `updated` is the day on which the editors say that the source changed.

    That day is told only if it is later than the last comparison: an earlier update is in the translation already.
    """
    if is_machine:
        return Told("pair_machine", "pair_machine")
    accepted = standing.accepted if standing else None
    if standing is None or accepted is None:
        return Told("pair_unchecked", "pair_unchecked")
    if standing.state.is_current:
        return Told("pair_current", "pair_current", accepted)
    if updated is not None and updated > accepted:
        return Told("pair_updated", "pair_updated_here", updated, is_changed=True)
    return Told("pair_changed", "pair_changed_here", is_changed=True)
