"""The gate, opened for the preview's own view: what editors are writing, or what waits for its hour.

The gate itself (stage/gate.py) has no such switch. Only this package asks for what is made here, and it writes no site.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.clearance import Clearance, Reason
from bulletin.stage.gate import Cleared

_CLOSED = frozenset((Reason.NO_EDITION, Reason.NO_SOURCE, Reason.WITHDRAWN))
"""There is nothing to show, or its page says that it is no longer public."""


def opened(cleared: Cleared, *, with_faults: bool = True) -> Cleared:
    """The same content with every edition public of which a page can be made; the very same where that changes nothing.

    `with_faults` says whether editions in which something is wrong are among them.
    """
    shown = {
        place: replace(cleared.clearances[place], reasons=()) for place in _hidden(cleared, with_faults=with_faults)
    }
    return replace(cleared, clearances={**cleared.clearances, **shown}) if shown else cleared


def _hidden(cleared: Cleared, *, with_faults: bool) -> Iterator[tuple[str, str]]:
    for (key, tag), found in cleared.clearances.items():
        bulletin = cleared.bulletins[key]
        if not found.is_public and _can_be_shown(found, bulletin, bulletin.editions[tag], with_faults=with_faults):
            yield key, tag


def _can_be_shown(found: Clearance, bulletin: Bulletin, edition: Edition, *, with_faults: bool) -> bool:
    if _CLOSED.intersection(found.reasons) or bulletin.source is None:
        return False
    if Reason.FAULTY in found.reasons and not with_faults:
        return False
    is_placed = bool(bulletin.shared.date) or not bulletin.is_dated
    return is_placed and all(each.title for each in (edition, bulletin.source))
