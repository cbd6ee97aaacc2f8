"""What each type of bulletin adds."""

from __future__ import annotations

from bulletin.model.documents import DocumentKind
from bulletin.model.kinds import IMPRINT, EventStatus, LegalStatus, Verdict
from bulletin.stage.api.schema.terms import (
    DAY,
    KEY,
    LANGUAGE,
    MOMENT,
    NUMBER,
    TEXT,
    TEXTS,
    URL,
    Field,
    Kind,
    Type,
    among,
    many,
    only,
    part,
)

_IMPRINT = Type("named_texts", {"type": "object", "properties": dict.fromkeys(IMPRINT, TEXTS.schema)}, values=IMPRINT)


def _type(name: str) -> Field:
    return Field("type", only(name), "Loại bài.", "The type.", is_always=True)


CLAIM = Kind(
    "claim",
    "Của bài làm rõ thông tin.",
    "Of a clarification.",
    (
        _type("claim"),
        Field("claim", TEXTS, "Thông tin được lan truyền.", "What is claimed."),
        Field("verdict", part("verdict"), "Kết luận.", "What it came to."),
        Field("claimed_on", DAY, "Ngày thông tin xuất hiện.", "When it was claimed."),
        Field("claimed_by", TEXTS, "Nơi đưa thông tin.", "Who claims it."),
        Field("evidence", many(part("linked")), "Bằng chứng.", "The evidence."),
        Field("sources", many(part("linked")), "Nguồn.", "The sources."),
    ),
)
VERDICT = Kind(
    "verdict",
    "Kết luận.",
    "A verdict.",
    (
        Field("value", among(Verdict), "Không có khi kết luận viết bằng lời.", "Not there for one in other words."),
        Field("name", TEXTS, "Bằng lời.", "In words.", is_always=True),
    ),
)
LINKED = Kind(
    "linked",
    "Dẫn chứng.",
    "Something to look up.",
    (Field("text", TEXTS, "Nội dung.", "What it is."), Field("url", URL, "Địa chỉ.", "Where it is.")),
)
EVENT = Kind(
    "event",
    "Của sự kiện.",
    "Of an event.",
    (
        _type("event"),
        Field(
            "status", among(EventStatus), "Có diễn ra như thông báo không.", "Whether it takes place.", is_always=True
        ),
        Field("start", MOMENT, "Bắt đầu.", "When it begins."),
        Field(
            "end", MOMENT, "Kết thúc; nếu là ngày thì tính cả ngày đó.", "When it ends; a day is the last one of it."
        ),
        Field("place", part("named"), "Địa điểm.", "Where."),
        Field("organiser", part("named"), "Đơn vị tổ chức.", "Who organises it."),
        Field("link", URL, "Trang riêng của sự kiện.", "Its own site."),
    ),
)
NAMED = Kind(
    "named",
    "Cơ quan hoặc địa điểm.",
    "An agency or a place.",
    (
        Field("key", KEY, "Khóa trong danh mục, nếu có.", "Its key, if it has one."),
        Field("name", TEXTS, "Tên.", "Its name.", is_always=True),
    ),
)
PRESS = Kind(
    "press",
    "Của bài điểm báo.",
    "Of a press digest.",
    (_type("press"), Field("reports", many(part("report")), "Các bài báo gốc.", "The original reports.")),
)
REPORT = Kind(
    "report",
    "Một bài báo gốc.",
    "A report of the press.",
    (
        Field("outlet", TEXTS, "Tên báo.", "Who published it."),
        Field("title", TEXT, "Tiêu đề nguyên văn.", "The headline as it was printed."),
        Field("link", URL, "Địa chỉ.", "Where it is."),
        Field("published_on", DAY, "Ngày đăng.", "When it was published."),
        Field("lang", LANGUAGE, "Ngôn ngữ.", "Its language."),
    ),
)
DOCUMENT = Kind(
    "document",
    "Của văn bản.",
    "Of a document.",
    (
        _type("document"),
        Field("number", TEXT, "Số, ký hiệu.", "Its number."),
        Field("kind", among(DocumentKind), "Loại văn bản.", "What it is."),
        Field("issuer", part("named"), "Cơ quan ban hành.", "Who issued it."),
        Field("issued_on", DAY, "Ngày ban hành.", "When it was issued."),
        Field("effective_on", DAY, "Ngày có hiệu lực.", "From when it is in force."),
        Field("legal_status", among(LegalStatus), "Tình trạng hiệu lực.", "Whether it is in force."),
        Field("repealed_by", part("numbered"), "Văn bản bãi bỏ văn bản này.", "What repealed it."),
        Field(
            "repeals",
            many(KEY),
            "Khóa của các văn bản mà văn bản này bãi bỏ.",
            "Keys of the documents that it repeals.",
        ),
        Field("full_text_at", URL, "Nơi đăng toàn văn.", "Where else its full text is."),
    ),
)
NUMBERED = Kind(
    "numbered",
    "Một văn bản khác.",
    "Another document.",
    (
        Field("number", TEXT, "Số, ký hiệu.", "Its number.", is_always=True),
        Field("key", KEY, "Khóa, nếu có trên trang này.", "Its key, if it is on this site."),
    ),
)
ISSUE = Kind(
    "issue",
    "Của số bản tin.",
    "Of a numbered issue.",
    (
        _type("issue"),
        Field("number", NUMBER, "Số.", "Its number."),
        Field("period", part("period"), "Kỳ.", "The time of which it tells."),
        Field("contents", many(KEY), "Khóa của các bài trong số.", "Keys of the bulletins in it."),
        Field("imprint", _IMPRINT, "Thông tin xuất bản.", "The imprint."),
        Field("pages", NUMBER, "Số trang in.", "Printed pages."),
    ),
)
PERIOD = Kind(
    "period",
    "Kỳ của số bản tin.",
    "The period of an issue.",
    (
        Field("name", TEXTS, "Tên kỳ.", "What it is called."),
        Field("first", DAY, "Ngày đầu.", "The first day."),
        Field("last", DAY, "Ngày cuối.", "The last day."),
    ),
)
OPPORTUNITY = Kind(
    "opportunity",
    "Của cơ hội đầu tư.",
    "Of an investment opportunity.",
    (
        _type("opportunity"),
        Field("capital", TEXTS, "Vốn, viết theo từng ngôn ngữ.", "What it costs, as each language writes it."),
        Field("area", TEXTS, "Diện tích, viết theo từng ngôn ngữ.", "How large it is, as each language writes it."),
        Field("sector", KEY, "Lĩnh vực.", "The sector."),
        Field("contact", part("contact"), "Liên hệ.", "Whom to ask."),
        Field("as_of", DAY, "Thông tin tính đến ngày.", "The day on which this was so."),
        Field("expires", DAY, "Ngày cuối cùng nhận hồ sơ.", "The last day on which it is open."),
    ),
)
CONTACT = Kind(
    "contact",
    "Đầu mối liên hệ.",
    "A contact.",
    (
        Field("name", TEXTS, "Tên.", "The name."),
        Field("phone", TEXT, "Điện thoại.", "The telephone number."),
        Field("email", TEXT, "Thư điện tử.", "The e-mail address."),
    ),
)

TYPES = (CLAIM, EVENT, PRESS, DOCUMENT, ISSUE, OPPORTUNITY)
"""What stands in the field `details`."""
PARTS_OF_TYPES = (VERDICT, LINKED, NAMED, REPORT, NUMBERED, PERIOD, CONTACT)
