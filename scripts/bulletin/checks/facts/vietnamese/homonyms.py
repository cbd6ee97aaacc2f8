"""Vietnamese words that are a number here and something else there: "năm" is five or year, "chín" nine or ripe."""

from __future__ import annotations

import re

from bulletin.checks.facts.scanning.scanner import Scanner

COUNTED = re.compile(
    r"\s+(?:xã|phường|thị (?:xã|trấn)|huyện|tỉnh|thành (?:phố|viên|phần|tố)|địa (?:phương|bàn|điểm|chỉ)|người|bác sĩ|kỹ sư|công (?:ty|nhân|trình|đoạn|dân|chức|bố|nghệ)|"
    r"học (?:sinh|viên|bổng|giả|phần|kỳ)|sinh viên|giáo (?:viên|sư)|cán bộ|chiến sĩ|đoàn|đội|nhóm|tổ|ban|hội|lớp|trường|bệnh (?:viện|nhân)|nhà|hộ|gia đình|dự án|doanh nghiệp|đơn vị|cơ (?:quan|sở)|cửa|chương|đề (?:án|tài|mục)|"
    r"giải|hạng mục|huy chương|bài|bản(?! lề)|cuốn|tập|tiết|loại|giống|sản phẩm|mặt hàng|ngành|lĩnh vực|nhiệm vụ|nhiệm kỳ|mục tiêu|chỉ tiêu|nội dung|vấn đề|điểm|tuyến|con|đường|cầu|cống|hồ|đập|tàu|thuyền|xe|máy|chiếc|cái|"
    r"bức|tấm|ngôi|căn|phòng|khu|cụm|làng|thôn|xóm|khối|di (?:tích|sản)|đền|chùa|lễ|trận|vòng|ván|bàn|hiệp|cú|lần|lượt|ngày|tuần|tháng|giờ|phút|cây|vườn|trang|mô hình|thửa|ao|chuồng|hợp (?:tác|đồng|phần)|nghệ (?:nhân|sĩ)|diễn viên|vận động viên|"
    r"đại (?:biểu|diện|lý|học)|tác (?:phẩm|giả)|tham luận|nước|quốc gia|bên|mũi|chốt|trạm|đồn|cột|mốc|tấn|tạ|héc|mét|km|lít|đồng|triệu|tỷ|tỉ|nghìn|trăm|phần|cấp|bước|giai đoạn|đợt|kỳ|khóa|văn (?:bản|kiện)|kênh|màu|vị|món|suất|phiên|cuộc|buổi|"
    r"hoạt động|sự (?:kiện|cố)|vụ|ca|năm|thế (?:kỷ|kỉ|hệ)|thập|câu|chữ|gian|châu|tầng|cánh|lá|miếng|sao|hòn|đảo|mỏ|bãi|tiếng|chục|ki|héc-ta|ha|phân|trung tâm|tiêu chí|tiêu chuẩn|nước|sở|bộ|quận|cảng|cửa khẩu|chuyến|lô|container|toa|cổ đông|nguyên tắc|giải pháp|kiến nghị|đối tượng|ý|bị cáo|nạn nhân|thành phố|mùa|vụ|gói|hạt|quả|nhánh|dòng|ngọn|đồi|khẩu|tay|bậc|hàng|dân tộc|gương|tấm|thủ tục|quy trình|dịch vụ)(?![^\W_])",
    re.IGNORECASE,
)
"""Words before which "năm" and "chín" are numbers, for elsewhere they are "year" and "ripe"."""
_OTHERS = re.compile(
    r"\s(?!học|tài|kế|ngân|dương|âm|mới|cũ|năm|nay|sau|trước)[^\W\d_]+(?:\s[^\W\d_]+)?\s(?:còn lại|khác|nói trên|kể trên|đầu tiên)"
    r"(?![^\W_])"
)
"""What makes "năm" five: "năm bến còn lại"."""
_NOT_COUNTED = {
    "hai": frozenset(["bà"]),
    "ba": frozenset(
        [
            "ba",
            "mẹ",
            "má",
            "lô",
            "gai",
            "kích",
            "khía",
            "chỉ",
            "rọi",
            "vì",
            "đình",
            "bể",
            "tơ",
            "con",
            "sao",
            "la",
            "tri",
            "trò",
            "hoa",
            "miền",
            "chẽ",
            "zô",
            "vạ",
            "que",
            "ngoại",
            "nội",
            "tôi",
            "anh",
            "em",
        ]
    )
    - {"sao", "con", "miền", "em", "anh"},
    "bốn": frozenset(["phương", "bề", "mùa"]),
    "chín": frozenset(["muồi", "chắn", "mọng", "rộ", "vàng", "sớm", "muộn", "đỏ", "bói", "cây", "kỹ"]),
    "bảy": frozenset(["mẫu", "núi"]),
    "năm": frozenset(),
    "mười": frozenset(),
    "sáu": frozenset(),
    "tám": frozenset(["xoan", "thơm"]),
}
_NOT_AFTER = {
    "ba": frozenset(["chú", "cô", "bác", "ông", "anh", "ngã", "tốp", "ba", "thứ"]),
    "năm": frozenset(["tốp"]),
    "bảy": frozenset(["ngã"]),
    "tư": frozenset(["ngã"]),
}
_YEAR_CUES = frozenset(
    [
        "mỗi",
        "hằng",
        "hàng",
        "trong",
        "các",
        "mấy",
        "nhiều",
        "từng",
        "đầu",
        "cuối",
        "giữa",
        "suốt",
        "những",
        "là",
        "từ",
        "vài",
        "quanh",
        "bao",
        "sang",
        "hết",
        "lâu",
        "theo",
        "trước",
        "qua",
    ]
)
"""Words behind which "năm" is more often a year than five."""
_OR_MORE = re.compile(r"\s*(?:,\s*|đến |hoặc |hay )(?:sáu|bảy|mười|tám|chín)")
_RIPE = frozenset((
    "lúa", "quả", "nướng", "nấu", "luộc", "trái", "cây", "cơm", "hạt", "khi", "vụ", "đã", "mới", "đang", "sắp", "vừa",
))  # fmt: skip
"""Words behind which "chín" is ripe, or done."""


class Homonyms(Scanner):
    """Tells numbers from words that look alike."""

    def is_other_word(self, token: str, end: int, previous: str, following: str) -> bool:
        """Whether a number alone is a part of another word: "ba mẹ", "chín muồi", "ngã ba"."""
        word = token.lower()
        if word == "bảy" and self.text.startswith("lá một hoa", end + 1):
            return True  # a herb
        is_name = token[0].isupper() or word != "bảy"
        return (is_name and following in _NOT_COUNTED.get(word, ())) or previous in _NOT_AFTER.get(word, ())

    def is_no_number(self, word: str, start: int, end: int, previous: str) -> bool:
        """Whether "năm" is a year here, or "chín" ripe; what can be either may stand for a number of the other edition."""
        if word not in ("năm", "chín") or _OR_MORE.match(self.text, end):
            return False
        if word == "năm" and (_OTHERS.match(self.text, end) or self.next_word(end) == "năm"):
            return False  # năm bến còn lại, năm năm
        before = self.text[max(0, start - 3) : start]
        if previous in _YEAR_CUES or re.search(r"\d\s$", before):
            return True
        if COUNTED.match(self.text, end) is None and self.unit_after(end)[0] is None:
            return True
        return word == "chín" and previous in _RIPE
