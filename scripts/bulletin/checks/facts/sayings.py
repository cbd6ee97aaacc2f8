"""Set phrases whose numbers count nothing: "năm lần bảy lượt", "second to none". Collected by hand from the news."""

from __future__ import annotations

import re
from collections.abc import Mapping

_VIETNAMESE = """
dăm bữa nửa tháng; một sớm một chiều; ngày một ngày hai; năm thì mười họa; ba bảy hai mốt ngày; năm lần bảy lượt
ba chìm bảy nổi; ba hồi chín trống; năm châu bốn biển; bốn biển năm châu; bốn phương tám hướng; tám hướng bốn phương
một nắng hai sương; hai sương một nắng; trăm phương nghìn kế; trăm công nghìn việc; trăm hoa đua nở; muôn người như một
một vốn bốn lời; một công đôi việc; nhất cử lưỡng tiện; một mất một còn; một mất mười ngờ; một đồn mười; mười mươi
chín bỏ làm mười; chín người mười ý; mười phân vẹn mười; ba đầu sáu tay; ba chân bốn cẳng; bảy vía ba hồn
ba hồn bảy vía; ba hồn chín vía; năm cha ba mẹ; năm người mười làng; bảy lo ba âu; trăm dâu đổ đầu tằm; ba cọc ba đồng
một trời một vực; một cổ hai tròng; hai năm rõ mười; tam sao thất bản; tứ đại đồng đường; thập tử nhất sinh
bách chiến bách thắng; thiên kinh vạn quyển; nghìn năm có một; ngàn năm có một; nghìn cân treo sợi tóc
ngàn cân treo sợi tóc; trăm trận trăm thắng; năm nắng mười mưa; một lòng một dạ; một đời một kiếp
kẻ tám lạng người nửa cân; tám lạng nửa cân; một nghề cho chín; chín nghề; một giọt máu đào; ao nước lã
một con ngựa đau; một cây làm chẳng nên non; ba cây chụm lại; một miếng khi đói; một gói khi no; bằng một gói khi no
trăm nghe không bằng một thấy; mười năm như một; năm ăn năm thua; bán tín bán nghi; ba máu sáu cơn; ba mặt một lời
đầu tắt mặt tối; bốn bể là nhà; ngũ cốc; lục phủ ngũ tạng; tứ cố vô thân; mồm năm miệng mười
nói một đằng; trăm năm trồng người; mười năm trồng cây; trăm nhớ nghìn thương; năm liệu bảy lo; ba bề bốn bên
mỗi người một tay; một tay một chân; hai tay hai súng; hai bàn tay trắng
"""
_ENGLISH = """
second to none; nine times out of ten; ten to one; one by one; two by two; one and all; at sixes and sevens
a thousand miles; a thousand times; a million times; one hundred per cent sure; in two minds; two left feet
the eleventh hour; eleventh-hour; square one; on all fours; four corners; seventh heaven; cloud nine; third time lucky
two sides of the same coin; two sides of one coin; kill two birds; two birds with one stone; a hundred miles
one of a kind; third degree; sixth sense; second nature; second thoughts; second-hand; second wind
from day one; on second thoughts; one in a million; one way or another; one after another; one another
first and foremost; first come; first hand; first-hand; twenty-twenty; hundred and one; thousand and one
two heads are better; ten times over; rags to riches; zero in; zero tolerance; six of one; half a dozen of the other
half the battle; halfway; half-hearted; two cents; four-letter; five-finger; fifty-fifty
"""


def _by_word(lines: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for saying in filter(None, (each.strip() for each in lines.replace("\n", ";").split(";"))):
        for word in saying.replace("-", " ").split(" "):
            found.setdefault(word, set()).add(saying)
    return {word: tuple(sorted(sayings)) for word, sayings in found.items()}


SAYINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"vi": _by_word(_VIETNAMESE), "en": _by_word(_ENGLISH)}
"""Locale → word → the set phrases that hold it."""
_WORD = re.compile(r"[^\W\d_]+")
REACH = 32
"""Characters around a number within which a set phrase is sought."""


def is_in_saying(text: str, start: int, end: int, tag: str) -> bool:
    """Whether the words of a text from one offset to another belong to a set phrase."""
    word = _WORD.match(text, start, end)
    sayings = SAYINGS[tag].get(word[0].lower()) if word else None
    if not sayings:
        return False
    begin = max(0, start - REACH)
    window = text[begin : end + REACH].lower()
    for saying in sayings:
        at = window.find(saying)
        if at >= 0 and at <= start - begin < at + len(saying):
            return True
    return False
