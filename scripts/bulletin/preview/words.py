"""What the preview itself says, in the two languages of the editors: name → (vi, en)."""

from __future__ import annotations

from datetime import datetime

from bulletin.model.bulletin import Bulletin, Status
from bulletin.model.calendar import SITE_ZONE, day_of
from bulletin.model.clearance import Reason
from bulletin.model.finding import Message
from bulletin.model.locale import long_date

_WORDS: dict[str, tuple[str, str]] = {
    "preview": ("Xem trước", "Preview"),
    "draft": ("Bản nháp – chưa công bố", "Draft – not public"),
    "review": ("Chờ duyệt – chưa công bố", "In review – not public"),
    "no-status": ("Chưa có trạng thái – chưa công bố", "No status – not public"),
    Reason.FAULTY.value: ("Có lỗi phải sửa – chưa công bố được", "Mistakes to mend – cannot be public yet"),
    Reason.NOT_APPROVED.value: ("Chưa được duyệt – chưa công bố", "Not approved – not public"),
    Reason.APPROVED_LATER.value: ("Ngày duyệt chưa đến – chưa công bố", "Approved as of a later day – not public"),
    Reason.DATED_LATER.value: ("Đề {day} – chưa công bố", "Dated {day} – not public yet"),
    Reason.EMBARGOED.value: ("Cấm công bố đến {instant}", "Embargoed until {instant}"),
    Reason.DRAFT_TRANSLATION.value: ("Bản dịch nháp – chưa công bố", "Draft translation – not public"),
    Reason.MACHINE_TRANSLATION.value: (
        "Bản dịch máy chưa ai rà soát – chưa công bố",
        "Machine translation that nobody has reviewed – not public",
    ),
    Reason.CHANGED.value: (
        "Nội dung đã khác bản được duyệt – chờ duyệt lại",
        "Not the text that was approved – awaits a new approval",
    ),
    Reason.NOT_RECORDED.value: (
        "Chưa ghi nhận nội dung được duyệt – chưa công bố",
        "Which text was approved is not recorded – not public",
    ),
    Reason.NOT_ENTITLED.value: (
        "Người duyệt không có thẩm quyền – chưa công bố",
        "Approved by someone who may not – not public",
    ),
    "findings": ("{errors} lỗi, {warnings} cảnh báo", "errors: {errors}, warnings: {warnings}"),
    "nothing": ("Không có lỗi, không có cảnh báo", "No errors, no warnings"),
    "error": ("lỗi", "error"),
    "warning": ("cảnh báo", "warning"),
    "unchecked": ("Đang kiểm tra…", "Being checked…"),
    "elsewhere": ("Nơi khác còn {count} lỗi chặn công bố", "Errors elsewhere that stop publication: {count}"),
    "dashboard": ("Mở bảng theo dõi", "Open the dashboard"),
    "old": ("Trang giữ nội dung cũ vì không đọc được:", "The page keeps its last content; this cannot be read:"),
    "reading": ("Đang đọc nội dung…", "Reading the content…"),
    "checking": ("Đang kiểm tra", "Checking"),
    "waiting": ("Đang chờ nội dung…", "Waiting for the content…"),
    "broken": ("Không dựng được trang này", "This page cannot be made"),
    "mend": (
        "Hãy sửa và lưu tệp; trang sẽ tự hiện lại.",
        "Mend the file and save it; the page comes back by itself.",
    ),
    "gone": (
        "Trang này vừa ở đây: bài đã bị xóa hoặc đổi tên.",
        "This page was here a moment ago: its bulletin was deleted or renamed.",
    ),
    "hidden": (
        "Có bài ở địa chỉ này, nhưng chưa hiện thành trang được. Các lỗi ghi ở dưới cho biết vì sao.",
        "There is a bulletin at this address, of which no page can be made yet. The findings below say why.",
    ),
    "home": ("Về trang chủ", "To the front page"),
    "is-draft": ("nháp", "draft"),
}


def word(name: str, **parts: object) -> Message:
    """A text in both languages; `parts` stand in its braces."""
    vi, en = _WORDS[name]
    return Message(vi.format(**parts), en.format(**parts))


def why_hidden(reason: Reason, bulletin: Bulletin, tag: str) -> Message:
    """What a band says of an edition that is not public."""
    shared = bulletin.shared
    if reason is Reason.NOT_PUBLISHED:
        statuses = {each.shared.status for each in (bulletin.source, bulletin.editions.get(tag)) if each}
        name = "review" if Status.REVIEW in statuses else "draft" if Status.DRAFT in statuses else "no-status"
        return word(name)
    if reason is Reason.EMBARGOED:
        own = bulletin.editions[tag].shared.embargo_until
        return _until(max(filter(None, (shared.embargo_until, own))))
    if reason is Reason.DATED_LATER and shared.date:
        vi, en = _WORDS[reason.value]
        return Message(vi.format(day=long_date(shared.date, "vi")), en.format(day=long_date(shared.date, "en")))
    return word(reason.value)


def _until(instant: datetime) -> Message:
    """An embargo with its hour in the site's zone."""
    local, texts = instant.astimezone(SITE_ZONE), _WORDS[Reason.EMBARGOED.value]
    day = day_of(instant)
    return Message(
        texts[0].format(instant=f"{local:%H:%M} {long_date(day, 'vi')}"),
        texts[1].format(instant=f"{local:%H:%M} on {long_date(day, 'en')}"),
    )
