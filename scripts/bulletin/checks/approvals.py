"""Whether an approval still holds: given by somebody who may, and for the text that is there now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bulletin.model.approval import HOME, ApprovalLock, Approving, Imprint, Recorded, imprint_of
from bulletin.model.block import Block
from bulletin.model.bulletin import Bulletin, Edition, Status, TranslationStatus
from bulletin.model.catalogue import Words, message, on_day
from bulletin.model.clearance import Judgement, Reason
from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.policy import Binding
from bulletin.model.state import difference
from bulletin.source.blocks import read_blocks
from bulletin.source.fields import suggestions
from bulletin.source.tree import Tree

MAX_LISTED = 8
"""Lines that a message names."""


@dataclass(frozen=True, slots=True)
class _Objection:
    """One thing that is wrong with the approval of an edition."""

    reason: Reason
    message: Message


def judge_all(tree: Tree, rule: Approving) -> dict[tuple[str, str], Judgement]:
    """What the approval of each edition of a docs folder is worth, by key and locale tag."""
    return {
        (key, tag): judge(bulletin, tag, tree.locks.get(key), rule)
        for key, bulletin in tree.bulletins.items()
        for tag in bulletin.editions
    }


def judge(bulletin: Bulletin, tag: str, lock: ApprovalLock | None, rule: Approving) -> Judgement:
    """What the approval of one edition is worth. Where none is recorded at all, there is nothing to judge."""
    if bulletin.source is None or bulletin.shared.approved is None:
        return Judgement()
    edition = bulletin.editions[tag]
    found = _objections(bulletin, edition, lock, rule, lambda: read_blocks(edition))
    entry = lock.editions.get(tag) if lock and rule.binding is not Binding.NAMES else None
    return Judgement(tuple(dict.fromkeys(each.reason for each in found)), entry.on if entry else None)


def approval_findings(
    bulletin: Bulletin,
    blocks: Mapping[str, Sequence[Block]],
    lock: ApprovalLock | None,
    rule: Approving,
    place: str,
) -> Iterator[Finding]:
    """Why editions that are meant to be public are not, for want of an approval; `place` is the lock's path."""
    source = bulletin.source
    if source is None or source.shared.status is not Status.PUBLISHED or source.shared.approved is None:
        return
    if lock is not None and lock.damaged and rule.binding is not Binding.NAMES:
        sentence = message("damaged-approval", found=lock.found)
        yield Finding("clearance", Severity.WARNING, place, lock.damaged, sentence, bulletin.key)
    for tag, edition in bulletin.editions.items():
        if edition.translation and edition.translation.status in (TranslationStatus.DRAFT, None):
            continue
        for each in _objections(bulletin, edition, lock, rule, lambda tag=tag: blocks[tag]):  # type: ignore[misc]
            line = edition.line_of("approved" if "approved" in edition.lines else "translation")
            yield Finding("clearance", Severity.WARNING, edition.path, line, each.message, bulletin.key, tag)


def _objections(
    bulletin: Bulletin,
    edition: Edition,
    lock: ApprovalLock | None,
    rule: Approving,
    blocks: Callable[[], Sequence[Block]],
) -> list[_Objection]:
    approvals = [each for each in (bulletin.shared.approved, edition.shared.approved) if each is not None]
    given = [(each.by, each.on) for each in approvals]
    entry = lock.editions.get(edition.locale) if lock is not None else None
    if entry is not None and rule.binding is not Binding.NAMES:
        given.append((entry.by, entry.on))
    found = [_not_entitled(by, on, bulletin, rule) for by, on in dict.fromkeys(given)]
    if rule.binding is not Binding.NAMES and (lock is not None or rule.binding is Binding.TEXT):
        found.append(_not_bound(bulletin, edition, lock, entry, blocks))
    return [each for each in found if each is not None]


def _not_entitled(by: str, on: date, bulletin: Bulletin, rule: Approving) -> _Objection | None:
    if rule.may(by, bulletin.section, on):
        return None
    if not rule.known(by):
        close = suggestions(by, {each.name for each in rule.approvers or ()})
        return _Objection(Reason.NOT_ENTITLED, message("unknown-approver", found=by, suggestion=close))
    parts = {"found": by, "section": bulletin.section or HOME, "day": on_day(on)}
    return _Objection(Reason.NOT_ENTITLED, message("not-entitled", **parts))


def _not_bound(
    bulletin: Bulletin,
    edition: Edition,
    lock: ApprovalLock | None,
    entry: Recorded | None,
    blocks: Callable[[], Sequence[Block]],
) -> _Objection | None:
    path = Words(edition.path, edition.path)
    if lock is not None and not lock.damaged and not lock.is_of(bulletin):
        return _Objection(Reason.NOT_RECORDED, message("approval-moved", found=lock.key or HOME, path=path))
    if lock is None or lock.damaged or entry is None:
        return _Objection(Reason.NOT_RECORDED, message("approval-unrecorded", path=path))
    own = edition.shared.approved or (bulletin.shared.approved if edition is bulletin.source else None)
    if own is not None and (own.by, own.on) != (entry.by, entry.on):
        parts = {"by": own.by, "day": on_day(own.on), "other": entry.by, "other_day": on_day(entry.on), "path": path}
        return _Objection(Reason.CHANGED, message("approval-differs", **parts))
    if entry.imprint.typed == imprint_of(bulletin, edition).typed:
        return None
    read = blocks()
    now = imprint_of(bulletin, edition, read)
    if entry.imprint.seen == now.seen:
        return None
    parts = {"by": entry.by, "day": on_day(entry.on), "changes": _changes(entry.imprint, now, read), "path": path}
    return _Objection(Reason.CHANGED, message("approval-lapsed", **parts))


def _changes(was: Imprint, now: Imprint, blocks: Sequence[Block]) -> Words:
    """What is not as it was approved."""
    vi, en = [], []
    if was.blocks != now.blocks:
        pairs = tuple((block.digest, block.line) for block in blocks)
        changed, removed = difference(was.blocks, pairs)
        count = max(len(changed), len(removed))
        listed = ", ".join(map(str, changed[:MAX_LISTED])) + ("…" if len(changed) > MAX_LISTED else "")
        vi.append(f"{count} đoạn " + (f"(dòng {listed})" if changed else "(đã bỏ)"))
        en.append(f"blocks: {count} " + (f"(lines {listed})" if changed else "(removed)"))
    if was.files != now.files:
        vi.append("ảnh hoặc tệp đính kèm")
        en.append("pictures or attachments")
    if was.dates != now.dates:
        vi.append("thời điểm công bố hoặc nhãn dịch máy")
        en.append("the time of publication, or the label of a machine translation")
    if was.credits != now.credits or not vi:
        vi.append("tác giả, nguồn hoặc thông tin kèm theo")
        en.append("bylines, sources or details")
    return Words(", ".join(vi), ", ".join(en))
