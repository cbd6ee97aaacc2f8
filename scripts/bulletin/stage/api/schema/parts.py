"""The parts of which files are made."""

from __future__ import annotations

from bulletin.model.bulletin import AUDIENCES, SECTIONS
from bulletin.stage.api.schema.terms import (
    DAY,
    DIGEST,
    HTML,
    KEY,
    LANGUAGE,
    NUMBER,
    TEXT,
    TEXTS,
    URL,
    URLS,
    Field,
    Kind,
    among,
    many,
    only,
    part,
)

STATES = ("current", "updated", "changed", "unchecked", "machine")
"""How a translation can stand to its source, as pages tell it (stage/standings.py)."""

NAMED = (
    Field(
        "id",
        KEY,
        "Định danh không bao giờ đổi: khóa đầu tiên của bài.",
        "Never changes: the first key that the bulletin had.",
        is_always=True,
    ),
    Field(
        "key", KEY, "Khóa hiện nay, cũng là đường dẫn của bài.", "Its present key, which is its path.", is_always=True
    ),
    Field("former_keys", many(KEY), "Các khóa trước đây.", "Keys that it once had."),
    Field("section", among(SECTIONS), "Chuyên mục.", "The section.", is_always=True),
)
PUBLIC = (
    Field("status", only("public"), "Bài đang được công bố.", "The bulletin is public.", is_always=True),
    *NAMED,
    Field(
        "date",
        DAY,
        "Ngày đăng, giờ Việt Nam; trang cố định không có.",
        "The day, in Vietnam; standing pages have none.",
    ),
    Field(
        "changed_on",
        DAY,
        "Ngày thay đổi gần nhất mà ban biên tập ghi.",
        "The last change of which the editors tell.",
    ),
    Field("topics", many(KEY), "Chủ đề; tên ở topics.json.", "Topics; their names are in topics.json."),
    Field("sectors", many(KEY), "Lĩnh vực; tên ở sectors.json.", "Sectors; their names are in sectors.json."),
    Field("places", many(KEY), "Địa phương; tên ở places.json.", "Places; their names are in places.json."),
    Field("agencies", many(KEY), "Cơ quan; tên ở agencies.json.", "Agencies; their names are in agencies.json."),
    Field("audience", many(among(AUDIENCES)), "Đối tượng bạn đọc.", "For whom it is meant."),
)
WITHDRAWN = (
    Field("status", only("withdrawn"), "Bài đã được gỡ.", "The bulletin has been withdrawn.", is_always=True),
    *NAMED,
    Field("withdrawn_on", DAY, "Ngày gỡ.", "Since when."),
    Field("reason", TEXTS, "Lý do.", "Why."),
)
LISTED = (
    Field("file", URL, "Tệp JSON của bài.", "Its own JSON file.", is_always=True),
    Field(
        "digest",
        DIGEST,
        "Dấu vết nội dung tệp của bài: chỉ cần tải lại khi giá trị này đổi.",
        "Of its file's content: fetch the file again only when this has changed.",
        is_always=True,
    ),
)
SUMMARY = (
    Field("lang", LANGUAGE, "Ngôn ngữ của bản này.", "The language of the edition.", is_always=True),
    Field("url", URL, "Trang dành cho bạn đọc.", "Its page for readers.", is_always=True),
    Field("title", TEXT, "Tiêu đề.", "The title.", is_always=True),
    Field("description", TEXT, "Tóm tắt.", "One or two sentences.", is_always=True),
    Field("changed_on", DAY, "Ngày thay đổi gần nhất của bản này.", "The last change of this edition."),
)

ENTRY = Kind(
    "entry",
    "Một bài trong danh sách.",
    "A public bulletin in a list.",
    (
        *PUBLIC,
        Field(
            "editions", many(part("summary")), "Các bản theo ngôn ngữ.", "Its editions, by language.", is_always=True
        ),
        *LISTED,
    ),
)
ENTRY_WITHDRAWN = Kind(
    "entry_withdrawn", "Một bài đã gỡ trong danh sách.", "A withdrawn bulletin in a list.", (*WITHDRAWN, *LISTED)
)
SUMMARY_KIND = Kind("summary", "Một bản ngôn ngữ trong danh sách.", "An edition in a list.", SUMMARY)
EDITION = Kind(
    "edition",
    "Một bản ngôn ngữ với toàn văn.",
    "An edition with its full text.",
    (
        *SUMMARY,
        Field("translation", part("translation"), "Chỉ bản dịch mới có.", "Only translations have it."),
        Field("byline", TEXT, "Tác giả.", "The byline."),
        Field("source", part("source"), "Nguồn tin.", "The credited source."),
        Field("image", part("image"), "Ảnh đầu bài.", "The lead picture."),
        Field(
            "body_html", HTML, "Toàn văn, mọi liên kết đều đầy đủ.", "The full text; every address in it is absolute."
        ),
        Field("body_text", TEXT, "Toàn văn không có mã HTML.", "The full text without markup."),
        Field("corrections", many(part("correction")), "Đính chính.", "Corrections."),
        Field("calendar", URL, "Tệp lịch của sự kiện.", "The calendar file of an event."),
        Field("full_text", URL, "Tệp toàn văn của văn bản.", "The file with the full text of a document."),
        Field("whole", URL, "Trang đọc trọn số bản tin.", "The page with all texts of an issue."),
    ),
)
TRANSLATION = Kind(
    "translation",
    "Bản dịch từ đâu và có khớp với bản gốc không.",
    "From which language it was made, and whether it matches.",
    (
        Field("of", LANGUAGE, "Ngôn ngữ của bản gốc.", "The language of the source edition.", is_always=True),
        Field(
            "status",
            among(("machine", "reviewed")),
            "`machine`: máy dịch, chưa ai đọc lại; `reviewed`: đã có người chịu trách nhiệm.",
            "`machine`: nobody has read it; `reviewed`: somebody answers for it.",
            is_always=True,
        ),
        Field("standing", part("standing"), "So với bản gốc đang công bố.", "Against the public source edition."),
    ),
)
STANDING = Kind(
    "standing",
    "Bản dịch so với bản gốc.",
    "How a translation stands to its source.",
    (
        Field(
            "state",
            among(STATES),
            "`current`: khớp; `updated`, `changed`: bản gốc đã đổi, bản dịch chưa; `unchecked`: chưa đối chiếu; "
            "`machine`: máy dịch.",
            "`current`: they match; `updated`, `changed`: the source has changed since; `unchecked`: nobody has "
            "compared them; `machine`: nobody has read it.",
            is_always=True,
        ),
        Field(
            "on", DAY, "Ngày đối chiếu, hoặc ngày bản gốc đổi.", "When they matched, or when the source was updated."
        ),
    ),
)
SOURCE = Kind(
    "source",
    "Nguồn tin.",
    "A credited source.",
    (
        Field("name", TEXT, "Tên.", "Its name.", is_always=True),
        Field("url", URL, "Địa chỉ.", "Its address."),
        Field("rights", TEXT, "Quyền.", "Who holds which rights."),
    ),
)
IMAGE = Kind(
    "image",
    "Ảnh.",
    "A picture.",
    (
        Field("url", URL, "Bản rộng nhất.", "The widest size.", is_always=True),
        Field("width", NUMBER, "Chiều rộng ảnh gốc, điểm ảnh.", "Of the original, in pixels."),
        Field("height", NUMBER, "Chiều cao ảnh gốc, điểm ảnh.", "Of the original, in pixels."),
        Field("alt", TEXT, "Mô tả ảnh cho người không nhìn thấy.", "For those who do not see it."),
        Field("caption", TEXT, "Chú thích.", "The caption."),
        Field("credit", TEXT, "Nguồn ảnh.", "Whose picture it is."),
        Field("variants", many(part("variant")), "Các cỡ ảnh.", "Every size."),
    ),
)
VARIANT = Kind(
    "variant",
    "Một cỡ ảnh.",
    "One size of a picture.",
    (
        Field("url", URL, "Địa chỉ.", "Its address.", is_always=True),
        Field("width", NUMBER, "Chiều rộng, điểm ảnh.", "In pixels.", is_always=True),
    ),
)
CORRECTION = Kind(
    "correction",
    "Đính chính.",
    "A correction.",
    (
        Field("on", DAY, "Ngày.", "The day.", is_always=True),
        Field("note", TEXT, "Nội dung đính chính.", "What was corrected.", is_always=True),
    ),
)
WORD = Kind(
    "word",
    "Một chủ đề, địa phương, cơ quan…",
    "A topic, a place, an agency and the like.",
    (
        Field("key", KEY, "Khóa mà các bài dùng.", "The key that bulletins use.", is_always=True),
        Field("name", TEXTS, "Tên.", "Its name.", is_always=True),
        Field("description", TEXTS, "Giới thiệu.", "An introduction."),
        Field("url", URLS, "Trang danh sách.", "The pages of its list."),
        Field("until", DAY, "Ngày cuối cùng dùng tên này.", "The last day of the name."),
        Field("successor", KEY, "Khóa thay thế.", "The key that took its place."),
    ),
)
FIGURE = Kind(
    "figure",
    "Một số liệu chính.",
    "A key figure.",
    (
        Field("key", KEY, "Khóa.", "Its key.", is_always=True),
        Field("name", TEXTS, "Chỉ tiêu.", "Of what.", is_always=True),
        Field(
            "value", TEXTS, "Số liệu kèm đơn vị, viết theo từng ngôn ngữ.", "With its unit, as each language writes it."
        ),
        Field("as_of", DAY, "Tính đến ngày.", "The day on which it was so."),
        Field("source", TEXTS, "Nguồn.", "Who says so."),
    ),
)

PARTS = (
    *(ENTRY, ENTRY_WITHDRAWN, SUMMARY_KIND, EDITION, TRANSLATION, STANDING, SOURCE, IMAGE, VARIANT, CORRECTION),
    *(WORD, FIGURE),
)
