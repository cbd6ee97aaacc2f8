"""Where an event is, as machines are told: words for a place may name the network, or say that nobody knows yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from bulletin.model.kinds import Event
from bulletin.model.page import Json
from bulletin.stage.details.words import SCHEMA

_ONLINE = (
    *("trực tuyến", "trên mạng", "online", "on-line", "virtual", "virtually", "webinar", "livestream", "live stream"),
    *("livestreamed", "phát trực tiếp", "internet", "zoom", "microsoft teams", "ms teams", "teams", "google meet"),
    *("webex", "skype", "zalo", "youtube", "facebook", "cầu truyền hình", "video conference", "videoconference"),
)
_BESIDE = ("trực tiếp", "tại chỗ", "in person", "in-person", "on site", "onsite", "on-site", "hybrid", "kết hợp")
_UNKNOWN = (
    *("chưa xác định", "chưa rõ", "chưa có", "chưa công bố", "sẽ thông báo", "thông báo sau", "đang cập nhật"),
    *("cập nhật sau", "to be announced", "to be confirmed", "to be decided", "to be determined", "to be advised"),
    *("tba", "tbc", "tbd", "unknown", "not yet known"),
)
_AROUND = (
    *("hình thức", "theo", "họp", "hội nghị", "hội thảo", "tọa đàm", "sự kiện", "qua", "trên", "bằng", "nền tảng"),
    *("ứng dụng", "phần mềm", "mạng", "và", "hoặc", "hoàn toàn", "toàn bộ", "dưới", "tổ chức", "diễn ra", "sẽ", "được"),
    *("ở", "tại", "địa điểm", "cụ thể", "kênh", "trang", "sau", "via", "on", "by", "over", "held", "event", "meeting"),
    *("conference", "seminar", "talk", "the", "platform", "app", "channel", "page", "only", "fully", "or", "and"),
    *("with", "format", "venue", "location", "place", "will", "be", "both", "attendance", "session", "later"),
)
"""Words that stand beside those and name no place."""


class _Where(Enum):
    """What the words for a place say."""

    PLACE = "place"
    ONLINE = "online"
    MIXED = "mixed"
    """At a place, and by the network."""
    UNNAMED = "unnamed"
    """The same, and nobody says at which place."""
    UNKNOWN = "unknown"


_ATTENDANCE = {_Where.ONLINE: "Online", _Where.MIXED: "Mixed", _Where.UNNAMED: "Mixed"}


def whereabouts(event: Event, place: str) -> dict[str, Json]:
    """The fields of an event that say where it is; `place` is its name for the readers of a locale.

    A network is no place, and has an address only where the event has one.
    """
    where = _where(event)
    found: list[Json] = []
    if place and where in (_Where.PLACE, _Where.MIXED):
        found.append({"@type": "Place", "name": place, "address": place})
    if event.link and where in _ATTENDANCE:
        found.append({"@type": "VirtualLocation", "url": event.link})
    mode = _ATTENDANCE.get(where)
    return {
        "eventAttendanceMode": f"{SCHEMA}/{mode}EventAttendanceMode" if mode else "",
        "location": found[0] if len(found) == 1 else found,
    }


def _where(event: Event) -> _Where:
    """What any language's words say: one that has it in other words changes nothing."""
    if event.place.key or not event.place.text:
        return _Where.PLACE  # one of the registry, or none
    found = {_said(text) for text in event.place.text.values()}
    return next(each for each in (*list(_Where)[1:], _Where.PLACE) if each in found)


def _said(text: str) -> _Where:
    left = " ".join(re.findall(r"[\w-]+", unicodedata.normalize("NFC", text).casefold()))
    left, is_online = _without(left, _ONLINE)
    left, is_beside = _without(left, _BESIDE)
    left, is_unknown = _without(left, _UNKNOWN)
    left, _ = _without(left, _AROUND)
    if left.strip():
        return _Where.MIXED if is_online else _Where.PLACE
    if is_online or is_beside:
        return _Where.UNNAMED if is_beside else _Where.ONLINE
    return _Where.UNKNOWN if is_unknown else _Where.PLACE


def _without(text: str, phrases: Iterable[str]) -> tuple[str, bool]:
    """A text without some phrases, and whether it had one."""
    found = re.compile(
        r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + r")(?![\w-])"
    )
    left, count = found.subn(" ", text)
    return " ".join(left.split()), count > 0
