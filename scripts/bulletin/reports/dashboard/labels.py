"""The words of the dashboard in the two languages of the editors, and how each writes numbers and days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

LANGUAGES = ("vi", "en")
"""The default one first: its pages lie at the root."""

_LABELS: dict[str, tuple[str, str]] = {
    "title": ("Bảng theo dõi bản dịch", "Translation dashboard"),
    "internal": ("Tài liệu nội bộ của ban biên tập, không công bố.", "For the editorial office only, not for publication."),
    "as_of": ("Tính đến ngày {day}", "As of {day}"),
    "skip": ("Đến nội dung chính", "Skip to the main content"),
    "menu": ("Các trang", "Pages"),
    "language": ("Ngôn ngữ", "Language"),
    "overview": ("Tổng quan", "Overview"),
    "queue": ("Việc cần làm", "Work queue"),
    "other_vi": ("Tiếng Việt", "Tiếng Việt"),
    "other_en": ("English", "English"),
    # numbers
    "figures": ("Ba con số", "Three figures"),
    "share": ("Tỷ lệ đã dịch", "Translated"),
    "share_note": ("{current}/{required} bài phải dịch · {words}% số từ", "{current} of {required} required pages · {words}% of words"),
    "share_none": ("chưa có bài nào phải dịch", "no page requires a translation yet"),
    "now": ("Cần làm ngay", "To do now"),
    "now_note": ("{errors} lỗi · {overdue} bài quá hạn", "errors: {errors} · overdue: {overdue}"),
    "soon": ("Đến hạn trong {days} ngày tới", "Due within {days} days"),
    "soon_note": ("hạn gần nhất: {day}", "next deadline: {day}"),
    "soon_none": ("không có hạn nào sắp tới", "no deadline ahead"),
    "checked": ("Đã kiểm tra {bundles} bài: {errors} lỗi, {warnings} cảnh báo.", "Bulletins checked: {bundles}; errors: {errors}, warnings: {warnings}."),
    # work
    "next": ("Năm việc tiếp theo", "The next five things to do"),
    "all_work": ("Xem tất cả {count} việc", "See the whole queue ({count})"),
    "nothing": ("Không có việc nào: mọi bản dịch đều khớp với bản gốc.", "Nothing to do: every translation matches its source."),
    "upcoming": ("Sắp đến hạn", "Due next"),
    "upcoming_count": ("{count} bài", "pages: {count}"),
    "more": ("và {count} bài khác", "and {count} more"),
    "group_now": ("Cần làm ngay", "To do now"),
    "group_soon": ("Đến hạn trong 7 ngày", "Due within 7 days"),
    "group_later": ("Khi có thời gian", "When there is time"),
    "group_draft": ("Bài chưa xin công bố", "Not yet meant to be public"),
    "deadline": ("Hạn", "Deadline"),
    "overdue": ("Quá hạn {count} ngày", "{count} days overdue"),
    "overdue_one": ("Quá hạn 1 ngày", "1 day overdue"),
    "due_today": ("Hạn hôm nay", "Due today"),
    "left": ("Còn {count} ngày", "{count} days left"),
    "left_one": ("Còn 1 ngày", "1 day left"),
    "at_once": ("Sửa ngay", "Correct now"),
    "no_deadline": ("Không có hạn", "No deadline"),
    "command": ("Lệnh", "Command"),
    "begin": ("Bắt đầu tại", "Begin at"),
    "copy": ("Sao chép", "Copy"),
    "copied": ("Đã sao chép", "Copied"),
    "open": ("Xem hai bản", "Side by side"),
    "errors": ("{count} lỗi", "errors: {count}"),
    "warnings": ("{count} cảnh báo", "warnings: {count}"),
    "error": ("Lỗi", "Error"),
    "warning": ("Cảnh báo", "Warning"),
    "draft_mark": ("Bản nháp", "Draft"),
    "review_mark": ("Chờ phê duyệt", "Awaiting approval"),
    "withdrawn_mark": ("Đã gỡ", "Withdrawn"),
    "embargo_mark": ("Cấm công bố trước {day}", "Under embargo until {day}"),
    "words": ("{count} từ", "words: {count}"),
    # what to do
    "do_mend": ("Sửa chỗ sai dưới đây, rồi kiểm tra lại.", "Correct what is wrong below, then check again."),
    "do_approve": ("Chưa đủ điều kiện công bố. Người có thẩm quyền đọc, rồi phê duyệt.", "Not cleared. Whoever is entitled reads it, then approves."),
    "do_look": ("Xem các cảnh báo; sửa nếu đúng là sai.", "Look at the warnings; correct what is wrong."),
    "do_translate": ("Dịch sang {language} vào tệp {path}, rồi xác nhận.", "Translate into {language}, in the file {path}; then accept."),
    "do_revise": ("Bản gốc đã đổi {count} đoạn từ ngày {day}. Sửa bản dịch cho khớp, rồi xác nhận.", "The source has changed since {day} (blocks: {count}). Revise the translation, then accept."),
    "do_reconcile": ("Cả hai bản đều đã đổi từ ngày {day}. So lại từng đoạn, rồi xác nhận.", "Both editions have changed since {day}. Compare them block by block, then accept."),
    "do_accept": ("Chưa ai xác nhận bản dịch này. So với bản gốc, rồi xác nhận.", "Nobody has accepted this translation. Compare it with the source, then accept."),
    "do_recheck": ("Chỉ bản dịch được sửa từ ngày {day}. Đọc lại chỗ đã sửa, rồi xác nhận.", "Only the translation has changed since {day}. Read what was changed, then accept."),
    "do_review": ("Bản dịch máy, chưa ai đọc. Rà soát, đổi trạng thái thành reviewed, rồi xác nhận.", "A machine translation that nobody has read. Review it, set its status to reviewed, then accept."),
    "do_finish": ("Bản dịch còn là bản nháp. Hoàn thành, đổi trạng thái thành reviewed, rồi xác nhận.", "The translation is a draft. Complete it, set its status to reviewed, then accept."),
    "do_record": ("Đã đối chiếu qua biểu mẫu. Chỉ còn ghi lại bằng lệnh xác nhận.", "Compared in the form. It only needs to be recorded."),
    # states
    "state": ("Tình trạng", "State"),
    "state_missing": ("Chưa có bản dịch", "Not translated"),
    "state_stale": ("Bản dịch đã cũ", "Translation out of date"),
    "state_diverged": ("Hai bản đã lệch nhau", "Editions diverged"),
    "state_untracked": ("Chưa xác nhận", "Not accepted yet"),
    "state_edited": ("Bản dịch đã sửa", "Translation edited"),
    "state_machine": ("Bản dịch máy", "Machine translation"),
    "state_draft": ("Bản dịch nháp", "Draft translation"),
    "state_pending": ("Chờ ghi nhận", "To be recorded"),
    "state_faulty": ("Có lỗi hoặc cảnh báo", "Findings"),
    "state_current": ("Khớp với bản gốc", "Matches its source"),
    # rules, as they are named to people
    "rule_schema": ("Sai phần khai báo", "Front matter"),
    "rule_clearance": ("Chưa đủ điều kiện công bố", "Not cleared"),
    "rule_unsafe-html": ("HTML không an toàn", "Unsafe HTML"),
    "rule_broken-link": ("Liên kết hỏng", "Broken link"),
    "rule_unpublished-link": ("Liên kết đến bài chưa công bố", "Link to what is not public"),
    "rule_lost-url": ("Mất địa chỉ đã công bố", "Lost address"),
    "rule_orphan-translation": ("Bản dịch không có bản gốc", "Translation without a source"),
    "rule_value-mismatch": ("Giá trị không khớp", "Values differ"),
    "rule_number-format": ("Sai cách viết số", "Number format"),
    "rule_reference-mismatch": ("Số văn bản không khớp", "Document number"),
    "rule_untranslated-block": ("Đoạn chưa dịch", "Untranslated block"),
    "rule_structure-mismatch": ("Thiếu hoặc thừa đoạn", "Blocks differ"),
    "rule_link-mismatch": ("Liên kết không khớp", "Links differ"),
    "rule_image-mismatch": ("Hình không khớp", "Pictures differ"),
    "rule_missing-alt": ("Thiếu mô tả hình", "Picture without alt text"),
    "rule_missing-caption": ("Thiếu chú thích hình", "Picture without caption"),
    "rule_added-conversion": ("Thêm giá trị quy đổi", "Added conversion"),
    "rule_term-mismatch": ("Sai thuật ngữ", "Term"),
    "rule_name-mismatch": ("Sai tên gọi", "Name"),
    "rule_metadata-mismatch": ("Trường chung không khớp", "Shared field"),
    "rule_registry-missing": ("Thiếu trong danh mục", "Registry"),
    # filters
    "filter": ("Lọc", "Filter"),
    "any": ("tất cả", "all"),
    "section": ("Chuyên mục", "Section"),
    "translator": ("Người dịch", "Translator"),
    "no_translator": ("Chưa có người dịch", "No translator"),
    "agency": ("Cơ quan", "Agency"),
    "no_agency": ("Không ghi cơ quan", "No agency named"),
    "month": ("Tháng", "Month"),
    "shown": ("Đang hiện {shown} trên {count} việc", "Showing {shown} of {count}"),
    "clear": ("Bỏ lọc", "Clear"),
    "no_match": ("Không có việc nào khớp với bộ lọc.", "No work matches the filter."),
    # coverage
    "coverage": ("Độ phủ bản dịch", "Coverage"),
    "coverage_lead": ("Mỗi bài phải dịch thuộc đúng một tình trạng. Chỉ bài đã dịch và còn khớp mới được tính.", "Each required page is in exactly one state. Only pages that are translated and match count."),
    "by_section": ("Theo chuyên mục", "By section"),
    "by_month": ("Theo tháng của bài", "By month of the bulletin"),
    "by_agency": ("Theo cơ quan", "By agency"),
    "by_translator": ("Theo người dịch", "By translator"),
    "over_time": ("Theo thời gian", "Over time"),
    "over_time_lead": ("Bài được tính từ ngày bắt đầu tính hạn, bản dịch từ ngày được xác nhận. Bản nay đã cũ không được tính.", "A bulletin counts from the day its grace begins, a translation from the day it was accepted. What is out of date today is not counted."),
    "over_time_alt": ("Từ {first} đến {last}: số bài phải dịch tăng từ {a} lên {b}; số bài đã dịch và còn khớp từ {c} lên {d}.", "From {first} to {last}: required pages went from {a} to {b}, translated ones from {c} to {d}."),
    "month_alt": ("Số bài phải dịch của từng tháng, chia theo tình trạng. Số liệu trong bảng bên dưới.", "Required pages of each month by state. The figures are in the table below."),
    "required": ("Phải dịch", "Required"),
    "kind_current": ("Đã dịch, còn khớp", "Translated, matches"),
    "kind_changed": ("Đã cũ hoặc lệch", "Out of date"),
    "kind_untracked": ("Chưa xác nhận", "Not accepted"),
    "kind_unread": ("Bản máy, bản nháp", "Machine, draft"),
    "kind_missing": ("Chưa dịch", "Not translated"),
    "table": ("Bảng số liệu", "Table of figures"),
    "pages_share": ("% bài", "% pages"),
    "words_share": ("% từ", "% words"),
    "day": ("Ngày", "Day"),
    "no_pages": ("Chưa có bài nào phải dịch.", "No page requires a translation yet."),
    # approvals, waivers, others
    "approvals": ("Chờ phê duyệt", "Awaiting approval"),
    "approvals_lead": ("Bài đã xin công bố nhưng chưa được phê duyệt.", "Bulletins that are meant to be public and are not approved."),
    "waived": ("Đã miễn", "Waived"),
    "waived_lead": ("Vấn đề được miễn phải có lý do và thời hạn; hết hạn thì hiện lại.", "Findings waived for a reason and a time; then they return."),
    "rule": ("Quy tắc", "Rule"),
    "reason": ("Lý do", "Reason"),
    "by": ("Người miễn", "Waived by"),
    "until": ("Đến hết ngày", "Until"),
    "homeless": ("Vấn đề không thuộc bài nào", "Findings on no bulletin"),
    # one bulletin
    "back": ("Việc cần làm", "Work queue"),
    "todo": ("Cần làm", "To do"),
    "facts": ("Thông tin bài", "About this bulletin"),
    "file": ("Tệp", "File"),
    "date": ("Ngày của bài", "Date"),
    "accepted": ("Xác nhận lần cuối", "Last accepted"),
    "never": ("chưa bao giờ", "never"),
    "approved": ("Người phê duyệt", "Approved by"),
    "findings": ("Các vấn đề", "Findings"),
    "general": ("Vấn đề của cả bài", "Findings on the whole bulletin"),
    "sides": ("Hai bản cạnh nhau", "Side by side"),
    "line": ("dòng {line}", "line {line}"),
    "gone": ("đoạn đã bỏ", "removed block"),
    "no_counterpart": ("Không có đoạn tương ứng", "No counterpart"),
    "not_there": ("Chưa có bản dịch", "Not translated yet"),
    "moved": ("Đoạn đứng ở vị trí khác trong bản dịch.", "This block stands elsewhere in the translation."),
    "unknown_old": ("Đoạn này đã đổi; git không giữ văn bản cũ.", "This block has changed; git does not have the old text."),
    "unknown_gone": ("Một đoạn đã bỏ; git không giữ văn bản của nó.", "A block was removed; git does not have its text."),
    "unasked": ("Đoạn này đã đổi; có quá nhiều bài đã đổi nên chưa tra git văn bản cũ.", "This block has changed; too many bulletins have, so git was not asked for the old text."),
    "key": ("Chú giải", "Key"),
    "key_mark": ("giá trị khác nhau", "values that differ"),
    "key_old": ("chữ đã bỏ", "words that are gone"),
    "key_new": ("chữ mới thêm", "words that were added"),
    "only_changed": ("Chỉ hiện đoạn cần xem", "Only blocks to look at"),
    "cut": ("Bài quá dài; chỉ hiện phần đầu.", "This bulletin is too long; only its first part is shown."),
    "unreadable": ("Không đọc được bài này; xem các vấn đề ở trên.", "This bulletin cannot be read; see the findings above."),
    "source_edition": ("bản gốc", "source"),
    "translation_edition": ("bản dịch", "translation"),
    "language_vi": ("tiếng Việt", "Vietnamese"),
    "language_en": ("tiếng Anh", "English"),
    "home": ("Trang chủ", "Home page"),
}  # fmt: skip


def labels(tag: str) -> Mapping[str, str]:
    """Name → text in one of LANGUAGES."""
    at = LANGUAGES.index(tag)
    return {name: texts[at] for name, texts in _LABELS.items()}


def number(value: int, tag: str) -> str:
    """A whole number: 1.250 in Vietnamese, 1,250 in English."""
    return str(format_decimal(value, locale=tag))


def percent(part: int, whole: int) -> int:
    """Whole per cent, rounded down, so that 100 means all; 0 of nothing."""
    return 100 * part // whole if whole else 0


def short_day(value: date, tag: str) -> str:
    """A day as it stands in lists: 05/03/2026, 5 Mar 2026."""
    return value.strftime("%d/%m/%Y") if tag == "vi" else format_date(value, "d MMM y", locale="en")


def short_month(key: str, tag: str) -> str:
    """The month of a key such as `2026-03`: 3/2026, Mar 2026."""
    year, month = key.split("-")
    if tag == "vi":
        return f"{int(month)}/{year}"
    return format_date(date(int(year), int(month), 1), "MMM y", locale="en")
