"""Common words of provincial news in both languages: two blocks that share them are likelier to say the same.

They serve to align blocks and to see which value is said of what; nothing is reported because of a word alone.
Collected by hand; a word may stand in several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

STEM = 6
"""Letters of an English word that count, so that its endings do not."""
_PAIRS = """
hội nghị: conference meeting; cuộc họp, họp: meeting meet met; hội thảo: workshop seminar; đoàn: delegation
lễ: ceremony; khai mạc: open opened opening; bế mạc: close closing; ký kết, ký: sign signed signing
thỏa thuận: agreement accord; hợp tác: cooperation; xuất khẩu: export exports; nhập khẩu: import imports
kim ngạch: turnover value trade; thương mại: trade commerce; đầu tư: investment invest investor
nhà đầu tư: investor; dự án: project; vốn: capital funding; doanh nghiệp: company enterprise business firm
công ty: company; nhà máy: plant factory; công nghiệp: industrial industry; khu công nghiệp: industrial park
nông nghiệp: agriculture farm; nông dân: farmer; lâm nghiệp: forestry; rừng: forest; lúa: rice; ngô: maize corn
chè: tea; cà phê: coffee; cam: orange; lợn: pig pork swine; bò: cattle cow; trâu: buffalo; gà: chicken poultry
cá: fish; tôm: shrimp; tàu: vessel boat ship; thuyền: boat; cảng: port harbour; ngư dân: fisherman fishermen fisher
thủy sản: seafood fishery; đường: road street; cầu: bridge; sân bay: airport; cửa khẩu: border gate checkpoint
biên giới: border; hải quan: customs; xe: vehicle car bus truck; trường: school; học sinh: pupil student
sinh viên: student; giáo viên: teacher; học bổng: scholarship; giáo dục: education; lớp: class; bệnh viện: hospital
bác sĩ: doctor; bệnh nhân: patient; y tế: health medical; trạm: station; bệnh: disease; dịch: epidemic outbreak
vắc xin, tiêm: vaccine vaccination; du lịch: tourism tourist; du khách, khách: visitor tourist guest
lễ hội: festival; văn hóa: culture cultural; di sản, di tích: heritage relic site; bảo tàng: museum; đền: temple
chùa: pagoda; nhà thờ: church; dân ca: folk song; nghệ nhân: artisan; nghệ sĩ: artist; triển lãm: exhibition
hội chợ: fair; giải: prize tournament award; đội: team; trận: match game; bóng đá: football; vận động viên: athlete
huy chương: medal; vàng: gold; bạc: silver; chủ tịch: chairman chair president chairwoman; phó: deputy vice
giám đốc: director; bí thư: secretary; đại sứ: ambassador; thủ tướng: prime minister; ủy ban: committee
hội đồng: council; sở: department; bộ: ministry; chính phủ: government; quốc hội: national assembly; công an: police
nghị quyết: resolution; nghị định: decree; quyết định: decision; kế hoạch: plan; thông tư: circular; luật: law
chỉ thị: directive; kết luận: conclusion; hiệu lực: effect force; thủ tục: procedure
hồ sơ: dossier file application; giấy phép: licence permit; đăng ký: registration register registered
phí, lệ phí: fee; thuế: tax; giá: price; lương: salary wage; thu ngân sách, ngân sách: budget; thu nhập: income
tăng trưởng: growth grew; tăng: rise rose increase grew; giảm: fall fell decrease drop dropped; ước: estimated
tháng: month; tuần: week; quý: quarter; năm: year; ngày: day; xã: commune; phường: ward; huyện: district
tỉnh: province provincial; thành phố: city; thôn, bản: village hamlet; làng: village; hộ: household families
dân số, dân: people resident population; lao động: labour worker; việc làm: job employment; trẻ em: children child
phụ nữ: woman women; thanh niên: youth young; người cao tuổi: elderly older; nghèo: poor poverty; nhà ở: housing
nhà: house home; hỗ trợ: support; trao: presented handed awarded; tặng: donated gift; nước: water
điện: electricity power; điện gió: wind; mặt trời: solar; sông: river; biển: sea coast marine; mưa: rain
bão: storm typhoon; lũ, lụt: flood; hạn: drought; nhiệt độ: temperature; nắng: heat hot sunny; đất: land soil
núi: mountain; đê: dyke; hồ: lake reservoir; môi trường: environment; rác: waste rubbish; ô nhiễm: pollution
khảo sát: survey; khảo cổ: archaeological; báo cáo: report; số liệu: figures data; thống kê: statistics
trực tuyến: online; chuyển đổi số, số hóa: digital; phần mềm: software; ứng dụng: app application
mạng xã hội: social media; tin đồn: rumour; sai: false untrue; liên hệ: contact; điện thoại: telephone phone
thư: letter email; địa chỉ: address; giờ: hours hour; vé: ticket; miễn phí: free; chương trình: programme
mục tiêu: target goal aim; nhiệm vụ: task duty duties; giải pháp: solution measure; kết quả: result
khó khăn: difficulty difficulties; thời gian: time; địa điểm: venue place; nội dung: content
chỉ tiêu: indicator target; đơn vị: unit; tổng: total; diện tích: area; sản lượng: output; năng suất: yield
chất lượng: quality; ảnh: photo photograph picture; nguồn: source; ghi chú: note; lưu ý: note; câu hỏi: question
trả lời: answer reply; ông: mr; bà: ms mrs; phát biểu: said speech speaking; cho biết: said; nhấn mạnh: stressed
đề nghị: proposed asked; cảm ơn: thanked thank; hữu nghị: friendship; quốc tế: international
nước ngoài: foreign abroad overseas; kiều bào: overseas diaspora; lào: lao laos; trung quốc: china chinese
nhật bản, nhật: japan japanese; hàn quốc: korea korean; thái lan: thailand thai; pháp: france french
mỹ: us american; đức: germany german; ba lan: poland polish; anh: british english; tiếng: language; chợ: market
cửa hàng: shop store; sản phẩm: product; hàng hóa: goods cargo; máy: machine; công nghệ: technology
nghiên cứu: research study; thiết bị: equipment; xây dựng: construction build built
hoàn thành: completed complete finished; khởi công: broke ground; vận hành: operation operate; vận chuyển: transport
bắt đầu: began begin start started; kết thúc: ended end; lịch: schedule calendar; danh sách: list; ngôi: house
mẹ: mother; con: child son daughter
"""
_SAID_OF = """
nhập cảnh: entering entered entry arrivals; xuất cảnh: leaving left exit departures; tiếp theo, kế tiếp: following next
đồ lưu niệm, lưu niệm, quà: souvenir gift; trò chơi: game; món ăn, ẩm thực: food dish cuisine; rau: vegetable
hoa: flower; lao động, ngư dân: crew; giảm: cheaper lower fewer; tăng: dearer higher; mũi, mũi thi công: team front crew
kíp: shift crew team; phạt góc: corner; đá phạt: kick; luân lưu: penalty; quân: soldier; tàu thuyền: vessel boat
gạo: rice; thịt: meat; sữa: milk; muối: salt; mật ong: honey; gỗ: timber wood; sắn: cassava; lạc: groundnut peanut
mía: sugarcane; cao su: rubber; hồ tiêu, tiêu: pepper; dừa: coconut; tỏi: garlic; hành: onion; khoai: potato; đậu: bean
xi măng: cement; thép: steel; than: coal; đá: stone; cát: sand; xăng: petrol gasoline; dầu: oil diesel; giấy: paper
may mặc: garment clothing; giày, da giày: shoe footwear; điện tử: electronic; linh kiện: component part; dệt: textile
cầu thang: stairs; bể bơi: pool; sân: court yard pitch; vườn: garden; thư viện: library book; phòng học: classroom
hiệu trưởng: headteacher principal; nghiên cứu viên: researcher; luật sư: lawyer; phóng viên: reporter journalist
y tá, điều dưỡng: nurse; hộ lý: carer; thai phụ, phụ nữ mang thai: pregnant; trẻ sơ sinh: newborn baby; ca mổ: operation
ca nhiễm, ca mắc: case infection; xét nghiệm: test; giường bệnh: bed; xe cứu thương: ambulance; thuốc: medicine drug
diễn tập: drill exercise; chiến sĩ, bộ đội: soldier troops; biên phòng: guard; cảnh sát: police; tàu cá: boat fishing
vi phạm: violation offence; tai nạn: accident; cháy: fire; ngập: flooded; sạt lở: landslide; sập: collapsed
hư hỏng: damaged
tốc mái: roofs roof; trôi: swept washed; cứu: rescued saved; sơ tán, di dời: evacuated moved relocated
gia súc: livestock
gia cầm: poultry; đồng ý, tán thành: favour agree agreed; phản đối, không tán thành: against opposed; vắng: absent
hài lòng: satisfied; chưa hài lòng, không hài lòng: dissatisfied; đúng hạn: time; quá hạn, trễ hạn: late overdue
trực tiếp: person; trực tuyến: online; bưu chính: post; nhập học: enrolled; tốt nghiệp: graduated; bỏ học: dropped
thắng: won win wins; thua: lost defeat defeats; hòa: drew draw draws; ghi: scored; thủng lưới: conceded; thẻ đỏ: red
thẻ vàng: yellow; huy chương vàng: gold; huy chương bạc: silver; huy chương đồng: bronze; đơn: singles; đôi: doubles
đất ở: residential; đất nông nghiệp: agricultural; công viên: park; bãi đỗ xe, bãi xe: parking; vỉa hè: pavement
ngân hàng: bank; bảo hiểm: insurance; hợp đồng: contract; hóa đơn: invoice; lãi suất: rate interest; cổ phần: shares
vốn trong nước: domestic; vốn nước ngoài: foreign; ngân sách trung ương, trung ương: central
ngân sách địa phương, địa phương: local
cấp tỉnh: provincial; cấp xã: commune communal; cấp huyện: district; nhà nước: state; tư nhân: private
sản xuất: production manufacture; chế biến: processing processed; tiêu thụ: consumption sold; tồn kho: stock
mùa khô: dry; mùa mưa: rainy; vụ xuân: spring; vụ hè thu: summer; vụ đông: winter; vụ mùa: autumn
mái nhà: roof; cột: post pole column; trụ: pier pylon; nhịp: span; làn: lane; cửa: door gate; toa: carriage wagon
chết, thiệt mạng, tử vong: died dead killed death deaths fatalities
bị thương: injured hurt wounded; mất tích: missing; trong nước, nội địa: domestic
quốc tế, nước ngoài: foreign international; nam: male men man boys; nữ: female women woman girls; đực: male
cái: female; tổ, đội, nhóm: team group crew; ca: shift; người lớn: adult
trẻ em, trẻ, em, cháu: child children kid pupil; thành viên: member; cán bộ: official staff officer
nhân viên: staff employee; công nhân: worker; kỹ sư: engineer; chuyên gia: expert specialist
diễn viên: performer actor; cầu thủ: player; trọng tài: referee; tay chèo: rower; khán giả: spectator audience
đại biểu: delegate deputy; giữ nguyên, không đổi, không thay đổi: unchanged same; tăng giá, đắt: dearer dear expensive
giảm giá, rẻ: cheaper cheap; lớn: large larger big bigger major; nhỏ: small smaller; dài: long length
rộng: wide width broad; cao: high tall height; sâu: deep depth; mới: new; cũ, trước: old former previous; nhanh: fast
chậm: slow; đạt: passed reached; đỗ: passed; trượt: failed; bán: sell sold sale; mua: buy bought purchase
vay: loan borrow lend; lãi: profit interest; lỗ: loss; chi: spent spending expenditure; thu: revenue collect; nợ: debt
vốn: capital; tối: evening; sáng: morning; chiều: afternoon; đêm: night; trưa: noon; khai giảng: term begins
lô: plot batch lot; khu: zone area park; tòa: building block; tầng: floor storey; phòng: room; giường: bed
chỗ: seat place; ghế: seat; thửa: plot field; ao: pond; cây: tree; đàn: herd flock; quả: fruit egg; chai: bottle
gói: package pack; hộp: box; cuốn: book copy; bài: article; trang: page; tấm: photo sheet; bức: photo painting
cuộc: meeting; vụ: case; đợt: round; vòng: round; hiệp: half; bàn: goal; điểm: point score spot; ván: game; tuần: week
đêm: night; quý: quarter; bắc: north northern; đông: east eastern; tây: west western
miền núi: mountain highland upland; đồng bằng: lowland delta plain; ven biển, biển: coastal coast sea
nông thôn: rural; thành thị, đô thị: urban; đường bộ: road; đường sắt, tàu hỏa: rail railway train
hàng không, máy bay: air flight plane; ô tô, xe hơi: car motor; xe máy: motorbike motorcycle; xe buýt: bus
xe tải: lorry truck; xe đạp: bicycle bike cycle; tích cực: favourable positive; trung lập, trung tính: neutral
tiêu cực: negative critical; tốt: good; khá: fair
phương tiện: vessel vehicle boat; thuyền viên, ngư dân: crew fishermen; giáo viên: teacher; tình nguyện viên: volunteer
tiểu học: primary; trung học cơ sở: lower; trung học phổ thông: upper
mầm non: kindergarten nursery preschool; đại học: university; cao đẳng: college; thạc sĩ: master; tiến sĩ: doctor
toán: maths mathematics; văn: literature
"""
"""More words of which values are said; too common to align blocks by them."""


def _read() -> tuple[Mapping[str, frozenset[int]], Mapping[str, frozenset[int]]]:
    vietnamese: dict[str, set[int]] = {}
    english: dict[str, set[int]] = {}
    for number, entry in enumerate(_ENTRIES):
        left, _, right = entry.partition(":")
        for word in left.split(","):
            vietnamese.setdefault(" ".join(word.split()), set()).add(number)
        for word in right.split():
            english.setdefault(word[:STEM], set()).add(number)
    return (
        {word: frozenset(numbers) for word, numbers in vietnamese.items()},
        {word: frozenset(numbers) for word, numbers in english.items()},
    )


_ENTRIES = f"{_PAIRS.strip()}\n{_SAID_OF.strip()}".replace("\n", ";").split(";")
_ALIGNING = len(_PAIRS.strip().replace("\n", ";").split(";"))
"""How many of the entries blocks are aligned by."""
_VIETNAMESE, _ENGLISH = _read()
_LONGEST = {
    first: max(word.count(" ") + 1 for word in _VIETNAMESE if word.split(" ")[0] == first)
    for first in {word.split(" ")[0] for word in _VIETNAMESE}
}
"""First syllable → how many syllables the longest word has that begins with it."""
_NOTHING: frozenset[int] = frozenset()
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=512)
def placed_words(prose: str, tag: str) -> tuple[tuple[int, int], ...]:
    """The number of each line of the list that a text has a word of, with the word's offset, the longest first.

    None in another locale than vi and en. Kept for a while, for a block is asked about several times.
    """
    return tuple(_placed(prose, tag))


def _placed(prose: str, tag: str) -> Iterator[tuple[int, int]]:
    words = [(found[0].lower(), found.start()) for found in _WORD.finditer(prose)]
    if tag == "en":
        for word, start in words:
            for number in _ENGLISH.get(word[:STEM]) or _ENGLISH.get(word.removesuffix("s"), _NOTHING):
                yield number, start
    elif tag == "vi":
        at = 0
        while at < len(words):
            for length in range(_LONGEST.get(words[at][0], 0), 0, -1):
                numbers = _VIETNAMESE.get(" ".join(word for word, _ in words[at : at + length]))
                if numbers is not None:
                    for number in numbers:
                        yield number, words[at][1]
                    at += length - 1
                    break
            at += 1


def common_words(prose: str, tag: str) -> frozenset[int]:
    """The numbers of the lines of the list that blocks are aligned by and a text has a word of."""
    return frozenset([number for number, _ in placed_words(prose, tag) if number < _ALIGNING])
