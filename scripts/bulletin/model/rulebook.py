"""What every rule is about, for people: a name and an explanation in both languages, the gravest rule first."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.finding import Message


@dataclass(frozen=True, slots=True)
class RuleText:
    """What an editor reads of a rule."""

    title: Message
    """What is wrong, in a few words."""
    help: Message
    """What the rule finds and what to do about it, in whole sentences."""


def _text(title_vi: str, title_en: str, *, vi: str, en: str) -> RuleText:
    return RuleText(Message(title_vi, title_en), Message(vi, en))


_RULES: dict[str, RuleText] = {
    "schema": _text(
        "Tệp hoặc phần khai báo sai quy cách",
        "A file or its front matter is not as it must be",
        vi="Tệp, thư mục hoặc một trường khai báo không đúng quy cách, nên bài không thể đọc hoặc không thể đăng. "
        "Hãy sửa theo đúng điều thông báo nêu; quy tắc này không thể miễn và không thể tắt.",
        en="A file, a folder or a field of the front matter is not of the form that is asked for, so that the "
        "bulletin cannot be read or published. Mend what the message names; this rule can be neither waived nor "
        "turned off.",
    ),
    "clearance": _text(
        "Bài chưa đủ điều kiện công bố",
        "The bulletin is not cleared for publication",
        vi="Bài được ghi là công bố nhưng chưa có người duyệt hoặc chưa đủ điều kiện, nên chưa ra trang web. Hãy "
        "bổ sung phần duyệt; quy tắc này không thể miễn và không thể tắt.",
        en="The bulletin asks to be published but was not approved, or lacks something else that clears it, so it "
        "is kept from the public. Have it approved; this rule can be neither waived nor turned off.",
    ),
    "unsafe-html": _text(
        "HTML không được phép",
        "HTML that is not allowed",
        vi="Bài có thẻ hoặc thuộc tính HTML có thể gây hại cho người đọc, hoặc không dùng được trên mọi thiết bị. "
        "Hãy viết lại bằng Markdown.",
        en="The text has HTML that could harm readers or does not work everywhere. Write it in Markdown instead.",
    ),
    "lost-url": _text(
        "Mất một địa chỉ đã công bố",
        "An address that was public is lost",
        vi="Một địa chỉ từng công khai không còn trang nào. Địa chỉ đã công bố phải tồn tại mãi: hãy khai báo "
        "redirect_from ở bài thay thế, hoặc giữ bài với trạng thái withdrawn.",
        en="No page stands any more at an address that was public. Addresses are for ever: name it under "
        "redirect_from of the bulletin that takes its place, or keep the bulletin with the status withdrawn.",
    ),
    "broken-link": _text(
        "Liên kết hỏng",
        "A broken link",
        vi="Liên kết hoặc ảnh dẫn tới trang, mục hoặc tệp không có trên trang web này. Hãy sửa đích hoặc bỏ liên kết.",
        en="A link or picture leads to a page, heading or file that this site does not have. Mend its target or "
        "take the link out.",
    ),
    "value-mismatch": _text(
        "Hai bản nêu giá trị khác nhau",
        "The two editions state different values",
        vi="Một con số, ngày tháng, số tiền, tỷ lệ hoặc đơn vị có ở bản này mà bản kia không nêu, hoặc nêu khác. "
        "So sánh theo giá trị, không theo cách viết: “1.250,5 tỷ đồng” bằng “VND 1,250.5 billion”. Hãy đối "
        "chiếu hai bản và sửa bản sai.",
        en="A number, date, amount, share or unit of one edition is not stated by the other, or differs there. "
        'Values are compared, not digits: "1.250,5 tỷ đồng" is "VND 1,250.5 billion". Compare the two texts and '
        "mend the wrong one.",
    ),
    "reference-mismatch": _text(
        "Số văn bản không khớp",
        "Document numbers differ",
        vi="Số hiệu văn bản ở hai bản khác nhau, bị thiếu, hoặc chữ viết tắt không đúng với loại văn bản. Hãy ghi "
        "đúng số hiệu như trong văn bản gốc ở cả hai bản.",
        en="The number of a document differs between the editions, is missing, or has letters that do not fit its "
        "kind. Give the number as the document itself has it, in both editions.",
    ),
    "number-format": _text(
        "Dấu phân cách số của ngôn ngữ kia",
        "Separators of the other language",
        vi="Con số viết theo quy tắc của ngôn ngữ kia nên người đọc hiểu sai giá trị: tiếng Việt viết 1.250,5, "
        "tiếng Anh viết 1,250.5. Hãy viết theo quy tắc của ngôn ngữ trong bản này.",
        en="A number is written by the rules of the other language, so that readers take it for another value: "
        "1.250,5 in Vietnamese is 1,250.5 in English. Write it by the rules of this edition's language.",
    ),
    "link-mismatch": _text(
        "Liên kết ở hai bản không khớp",
        "Links differ between the editions",
        vi="Một liên kết có ở bản này mà không có ở bản kia, hoặc dẫn tới nơi khác. Hãy để người đọc cả hai bản "
        "tới cùng một nguồn.",
        en="A link of one edition is missing in the other or leads elsewhere. Give the readers of both the same "
        "sources.",
    ),
    "untranslated-block": _text(
        "Đoạn còn ở ngôn ngữ kia",
        "Text still in the other language",
        vi="Một đoạn, mục, ô bảng, tiêu đề hoặc chú thích chưa được dịch. Hãy dịch, hoặc đánh dấu ngôn ngữ của "
        "đoạn nếu cần giữ nguyên văn.",
        en="A paragraph, list item, cell, title or caption has not been translated. Translate it, or mark its "
        "language where it is meant to stay.",
    ),
    "orphan-translation": _text(
        "Bản dịch không còn bản gốc",
        "A translation without its source",
        vi="Thư mục có bản dịch nhưng không có bản gốc. Hãy khôi phục bản gốc, hoặc khai báo bản này là bản gốc.",
        en="The folder holds a translation, but not the edition from which it was made. Bring the source back, or "
        "make this edition the source.",
    ),
    "missing-translation": _text(
        "Thiếu bản dịch",
        "A translation is missing",
        vi="Bài phải có ở mọi ngôn ngữ của trang web nhưng còn thiếu một bản. Hãy dịch bài; nếu bài chỉ dành cho "
        "một ngôn ngữ, ghi translate: none kèm lý do.",
        en="The bulletin must be there in every language of the site, and one is missing. Translate it; if it is "
        "meant for one language only, set translate: none and say why.",
    ),
    "diverged-translation": _text(
        "Hai bản cùng thay đổi",
        "Both editions changed",
        vi="Từ lần xác nhận gần nhất, cả bản gốc và bản dịch đều đã thay đổi. Hãy so lại hai bản rồi chạy "
        "scripts/accept.py.",
        en="Source and translation both changed since they were last accepted. Compare them anew, then run "
        "scripts/accept.py.",
    ),
    "stale-translation": _text(
        "Bản dịch đã cũ",
        "A stale translation",
        vi="Bản gốc đã thay đổi về nội dung sau khi bản dịch được xác nhận. Hãy sửa bản dịch theo những đoạn thông "
        "báo nêu, rồi chạy scripts/accept.py.",
        en="The source changed in meaning after its translation was accepted. Revise the blocks that the message "
        "names, then run scripts/accept.py.",
    ),
    "registry-missing": _text(
        "Khóa không có trong danh mục",
        "A key that no registry has",
        vi="Bài dùng một khóa (chủ đề, cơ quan, địa danh…) không có trong _data/. Hãy sửa khóa hoặc thêm vào danh "
        "mục bằng cả hai ngôn ngữ.",
        en="The bulletin uses a key (of a topic, an agency, a place …) that _data/ does not have. Mend the key, or "
        "add it to the registry in both languages.",
    ),
    "structure-mismatch": _text(
        "Bố cục hai bản khác nhau",
        "The editions differ in structure",
        vi="Một đoạn, tiêu đề, mục, dòng bảng hoặc chú thích bị bỏ, thêm, gộp, tách hoặc đổi chỗ so với bản gốc. "
        "Hãy giữ bố cục của bản gốc.",
        en="A paragraph, heading, list item, row or footnote was dropped, added, joined, split or moved. Keep the "
        "structure of the source.",
    ),
    "unused-waiver": _text(
        "Miễn trừ không còn tác dụng",
        "A waiver that waives nothing",
        vi="Một mục trong waivers.yml không còn ứng với phát hiện nào, hoặc đã hết hạn. Hãy xóa mục đó bằng "
        "scripts/waive.py --remove.",
        en="An entry of waivers.yml meets no finding any more, or has ended. Take it out with scripts/waive.py "
        "--remove.",
    ),
    "term-mismatch": _text(
        "Thuật ngữ không theo danh mục",
        "A term that is not the glossary's",
        vi="Một thuật ngữ được dịch khác với danh mục thuật ngữ, hoặc dùng cách gọi không được phép. Hãy dùng cách "
        "gọi mà thông báo nêu.",
        en="A term is rendered otherwise than the glossary has it, or in a form that it forbids. Use the form that "
        "the message names.",
    ),
    "name-mismatch": _text(
        "Tên riêng không theo danh mục",
        "A name that is not the registry's",
        vi="Tên cơ quan, địa danh hoặc người viết khác với danh mục, hoặc không còn hiệu lực vào ngày của bài. Hãy "
        "dùng tên mà thông báo nêu.",
        en="The name of an agency, a place or a person differs from the registry, or was not valid on the day of "
        "the bulletin. Use the name that the message gives.",
    ),
    "metadata-mismatch": _text(
        "Thông tin chung mâu thuẫn",
        "Contradictory metadata",
        vi="Bản dịch khai báo lại một trường dùng chung với giá trị khác bản gốc. Hãy bỏ trường đó ở bản dịch.",
        en="The translation repeats a shared field with another value than the source. Take the field out of the "
        "translation.",
    ),
    "image-mismatch": _text(
        "Ảnh ở hai bản không khớp",
        "Pictures differ between the editions",
        vi="Một ảnh có ở bản này mà không có ở bản kia, hoặc đứng khác thứ tự. Hãy dùng cùng các ảnh như bản gốc.",
        en="A picture of one edition is missing in the other or stands in another order. Show the same pictures as "
        "the source.",
    ),
    "missing-alt": _text(
        "Ảnh thiếu văn bản thay thế",
        "A picture without a text alternative",
        vi="Ảnh không có mô tả cho người không nhìn thấy ảnh. Hãy viết ngắn gọn điều mà ảnh cho biết.",
        en="A picture has no description for those who do not see it. Say in a few words what it shows.",
    ),
    "missing-caption": _text(
        "Ảnh thiếu chú thích",
        "A picture without its caption",
        vi="Ảnh có chú thích ở bản kia nhưng không có ở bản này. Hãy dịch và bổ sung chú thích.",
        en="The picture has a caption in the other edition, but none here. Translate the caption.",
    ),
    "added-conversion": _text(
        "Giá trị quy đổi do người dịch thêm",
        "A conversion that the translator added",
        vi="Bản dịch nêu một giá trị quy đổi mà bản gốc không có. Hãy kiểm tra tỷ giá hoặc đơn vị, hoặc bỏ giá trị đó.",
        en="The translation gives a converted value that the source does not state. Check the rate or unit, or "
        "take the value out.",
    ),
    "long-quotation": _text(
        "Trích dẫn quá dài bài của báo khác",
        "Too long a quotation of the press",
        vi="Điểm báo trích nguyên văn quá 60 chữ của một bài báo. Hãy tóm tắt bằng lời của mình và dẫn liên kết tới "
        "bài gốc; tác giả bài báo giữ quyền đối với nguyên văn.",
        en="A press digest quotes more than 60 words of an article. Say in your own words what it reports, and link to "
        "it; its words belong to those who wrote them.",
    ),
    "edited-translation": _text(
        "Bản dịch được sửa sau khi xác nhận",
        "A translation edited since it was accepted",
        vi="Chỉ bản dịch thay đổi từ lần xác nhận gần nhất; bản dịch vẫn được coi là khớp. Hãy so lại rồi chạy "
        "scripts/accept.py.",
        en="Only the translation changed since it was accepted; it still counts as current. Compare it, then run "
        "scripts/accept.py.",
    ),
    "untracked-translation": _text(
        "Bản dịch chưa được xác nhận",
        "A translation that nobody accepted",
        vi="Chưa ai xác nhận bản dịch này khớp với bản gốc. Hãy so hai bản rồi chạy scripts/accept.py.",
        en="Nobody has yet recorded that this translation matches its source. Compare the two, then run "
        "scripts/accept.py.",
    ),
    "lock-pending": _text(
        "Xác nhận chưa được ghi vào khóa",
        "An acceptance not yet in the lock",
        vi="Người biên tập đã ghi ngày so với bản gốc, nhưng translation.lock chưa có. Việc xuất bản từ nhánh main "
        "sẽ tự ghi; cũng có thể chạy scripts/accept.py.",
        en="An editor has dated the comparison with the source, but translation.lock does not say so yet. The "
        "publishing job on main writes it; scripts/accept.py does so at once.",
    ),
    "unpublished-link": _text(
        "Liên kết tới trang chưa công khai",
        "A link to a page that is not public",
        vi="Trang mà liên kết dẫn tới hiện không công khai; trang web giữ chữ và bỏ liên kết. Liên kết trở lại khi "
        "trang đó được công bố.",
        en="The linked page is not public now; the site keeps the words and leaves out the link, which comes back "
        "when that page is published.",
    ),
    "ui-string-missing": _text(
        "Giao diện thiếu chữ ở một ngôn ngữ",
        "A text of the interface is missing",
        vi="Một nhãn của giao diện chưa có ở một trong các ngôn ngữ. Hãy bổ sung vào overrides/locales/.",
        en="A label of the interface has no text in one of the languages. Add it in overrides/locales/.",
    ),
    "taxonomy-missing": _text(
        "Danh mục thiếu nhãn ở một ngôn ngữ",
        "A label of a registry is missing",
        vi="Một chủ đề, mục hoặc địa danh chưa có tên ở một trong các ngôn ngữ. Hãy bổ sung vào _data/.",
        en="A topic, section or place has no name in one of the languages. Add it in _data/.",
    ),
}
_ORDER = {rule: place for place, rule in enumerate(_RULES)}


def rule_text(rule: str) -> RuleText:
    """What a rule is about; of one that is not in the book, its name."""
    return _RULES.get(rule) or _text(rule, rule, vi=rule, en=rule)


def gravity(rule: str) -> int:
    """The place of a rule in the order of gravity, 0 the gravest; those that are not in the book come last."""
    return _ORDER.get(rule, len(_ORDER))
