"""The kinds of file."""

from __future__ import annotations

from bulletin.model.bulletin import SECTIONS
from bulletin.stage.api.schema.parts import PUBLIC, WITHDRAWN
from bulletin.stage.api.schema.terms import (
    DAY,
    DEFS,
    KEY,
    LANGUAGE,
    NUMBER,
    TEXT,
    TEXTS,
    URL,
    URLS,
    Field,
    Kind,
    Type,
    addresses,
    among,
    many,
    only,
    part,
)
from bulletin.stage.api.schema.types import TYPES
from bulletin.stage.lists import TAXONOMIES

_ENTRIES = Type(
    "part",
    {"type": "array", "items": {"anyOf": [{"$ref": f"{DEFS}entry"}, {"$ref": f"{DEFS}entry_withdrawn"}]}},
    of="entry",
    values=("entry", "entry_withdrawn"),
    is_many=True,
)
_DETAILS = Type(
    "details", {"anyOf": [{"$ref": DEFS + each.name} for each in TYPES]}, values=tuple(each.name for each in TYPES)
)


def _kind(name: str) -> Field:
    return Field("kind", only(name), "Loại tệp.", "What the file is.", is_always=True)


INDEX = Kind(
    "index",
    "Tệp đầu tiên: có những gì và ở đâu.",
    "Where to begin: what there is, and where.",
    (
        _kind("index"),
        Field("version", only(1), "Phiên bản của giao diện.", "Of the interface.", is_always=True),
        Field("name", TEXTS, "Tên bản tin.", "The name of the bulletin.", is_always=True),
        Field("description", TEXTS, "Giới thiệu.", "What it is."),
        Field("publisher", TEXTS, "Cơ quan chủ quản.", "Who publishes it.", is_always=True),
        Field("notice", TEXTS, "Lưu ý của trang.", "What the site says at every page’s foot."),
        Field("licence", part("licence"), "Giấy phép sử dụng nội dung.", "On which terms the content may be used."),
        Field("changed_on", DAY, "Ngày thay đổi gần nhất của nội dung.", "The last change of the content."),
        Field("locales", many(part("locale")), "Các ngôn ngữ.", "The languages.", is_always=True),
        Field("sections", many(part("section")), "Các chuyên mục có bài.", "The sections that have something."),
        Field("documentation", URLS, "Trang hướng dẫn này.", "This page.", is_always=True),
        Field("schema", URL, "Lược đồ JSON Schema của mọi tệp.", "The JSON Schema of every file.", is_always=True),
        Field("newest", URL, "20 bài mới nhất.", "The 20 newest bulletins.", is_always=True),
        Field(
            "years",
            many(part("year"), may_be_empty=True),
            "Danh sách theo năm, năm mới nhất trước.",
            "The lists of all bulletins by year, the newest first.",
            is_always=True,
        ),
        Field(
            "standing",
            part("counted"),
            "Danh sách văn bản, cơ hội đầu tư, số bản tin và trang giới thiệu.",
            "The list of documents, opportunities, issues and pages about the publication.",
            is_always=True,
        ),
        Field(
            "registries",
            addresses(TAXONOMIES),
            "Danh mục chủ đề, địa phương…",
            "Topics, places and the like.",
            is_always=True,
        ),
        Field("figures", URL, "Số liệu chính.", "The key figures.", is_always=True),
    ),
)
LICENCE = Kind(
    "licence",
    "Giấy phép.",
    "A licence.",
    (
        Field("name", TEXTS, "Tên giấy phép.", "What it is called.", is_always=True),
        Field("url", URL, "Nội dung giấy phép.", "Its text."),
    ),
)
LOCALE = Kind(
    "locale",
    "Một ngôn ngữ.",
    "A language of the site.",
    (
        Field("lang", LANGUAGE, "Mã ngôn ngữ (BCP 47).", "Its tag (BCP 47).", is_always=True),
        Field("name", TEXT, "Tên trong chính ngôn ngữ đó.", "Its own name for itself.", is_always=True),
        Field("url", URL, "Trang chủ.", "The front page.", is_always=True),
    ),
)
SECTION = Kind(
    "section",
    "Một chuyên mục.",
    "A section.",
    (
        Field("key", among(SECTIONS), "Khóa.", "Its key.", is_always=True),
        Field("name", TEXTS, "Tên.", "Its name.", is_always=True),
        Field("url", URLS, "Trang của chuyên mục.", "Its pages.", is_always=True),
    ),
)
COUNTED = Kind(
    "counted",
    "Một danh sách.",
    "A list.",
    (
        Field(
            "count",
            NUMBER,
            "Số bài, kể cả bài đã gỡ.",
            "How many bulletins it has, with withdrawn ones.",
            is_always=True,
        ),
        Field("file", URL, "Tệp danh sách.", "Its file.", is_always=True),
    ),
)
YEAR = Kind(
    "year",
    "Danh sách của một năm.",
    "The list of a year.",
    (Field("year", NUMBER, "Năm.", "The year.", is_always=True), *COUNTED.fields),
)
BULLETINS = Kind(
    "bulletins",
    "Danh sách bài: mới nhất trước, bài đã gỡ ở cuối.",
    "A list of bulletins: the newest first, withdrawn ones last.",
    (
        _kind("bulletins"),
        Field("year", NUMBER, "Năm, nếu là danh sách của một năm.", "Of the list of a year."),
        Field("items", _ENTRIES, "Các bài.", "The bulletins.", is_always=True),
    ),
)
BULLETIN = Kind(
    "bulletin",
    "Một bài đang công bố, với mọi ngôn ngữ.",
    "A public bulletin with all its editions.",
    (
        _kind("bulletin"),
        *PUBLIC,
        Field("updated", DAY, "Ngày cập nhật.", "When it was updated."),
        Field("reviewed_on", DAY, "Ngày rà soát trang cố định.", "When a standing page was last reviewed."),
        Field("side_by_side", URL, "Trang song ngữ.", "The page with both languages beside each other."),
        Field("details", _DETAILS, "Nội dung riêng của loại bài.", "What its type adds."),
        Field(
            "editions", many(part("edition")), "Các bản theo ngôn ngữ.", "Its editions, by language.", is_always=True
        ),
    ),
)
BULLETIN_WITHDRAWN = Kind(
    "bulletin_withdrawn",
    "Một bài đã gỡ: không còn nội dung.",
    "A withdrawn bulletin, without its text.",
    (_kind("bulletin"), *WITHDRAWN),
)
BULLETIN_MOVED = Kind(
    "bulletin_moved",
    "Tệp ở khóa cũ của một bài.",
    "What is left at a former key.",
    (
        _kind("bulletin"),
        Field("status", only("moved"), "Bài đã có khóa mới.", "The bulletin has another key.", is_always=True),
        Field("key", KEY, "Khóa cũ.", "The former key.", is_always=True),
        Field("now", KEY, "Khóa hiện nay.", "The present key.", is_always=True),
        Field("file", URL, "Tệp hiện nay.", "The present file.", is_always=True),
    ),
)
REGISTRY = Kind(
    "registry",
    "Danh mục: chủ đề, lĩnh vực, địa phương, cơ quan, đối tượng bạn đọc.",
    "Topics, sectors, places, agencies or audiences: those that public bulletins name.",
    (
        _kind("registry"),
        Field("registry", among(TAXONOMIES), "Danh mục nào.", "Which of them.", is_always=True),
        Field("items", many(part("word"), may_be_empty=True), "Các mục.", "Its entries.", is_always=True),
    ),
)
FIGURES = Kind(
    "figures",
    "Số liệu chính trên trang chủ.",
    "The key figures of the front page.",
    (
        _kind("figures"),
        Field("items", many(part("figure"), may_be_empty=True), "Các số liệu.", "The figures.", is_always=True),
    ),
)

FILES = (INDEX, BULLETINS, BULLETIN, BULLETIN_WITHDRAWN, BULLETIN_MOVED, REGISTRY, FIGURES)
PARTS_OF_FILES = (LICENCE, LOCALE, SECTION, YEAR, COUNTED)
