"""Kinds of wording by which good translators differ: ten of a kind, each of them one fact in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.checks.test_values import told

KINDS = {
    "ages-in-sayings": [
        ("Anh đi bộ đội khi mới đôi mươi.", "He joined the army at just 20."),
        ("Các anh ngã xuống ở tuổi mười tám, đôi mươi.", "They fell at eighteen or twenty."),
        ("Cô gái vừa tròn đôi mươi.", "The girl has just turned twenty."),
        ("Ở tuổi ngoài đôi mươi, anh đã là chủ xưởng.", "In his early 20s he already owns a workshop."),
        ("Cô gái tuổi đôi tám.", "A girl of 16."),
        ("Ông đã ngoài thất tuần.", "He is over 70."),
        ("Bà cụ gần bát tuần vẫn dệt vải.", "Almost eighty, she still weaves."),
        ("Nghệ nhân đã bước sang tuổi lục tuần.", "The artisan has turned 60."),
        ("Hai vợ chồng đã ngũ tuần.", "The couple are in their fifties."),
        ("Thầy giáo tuổi thất thập vẫn đứng lớp.", "At 70 the teacher still teaches."),
        ("Cụ đã cửu tuần.", "She is 90."),
    ],
    "decimals-behind-the-unit": [
        ("Em cao 1m65.", "She is 1.65 m tall."),
        ("Tường cao 2m4.", "The wall is 2.4 metres high."),
        ("Trẻ dưới 1m2 được miễn vé.", "Children under 1.2 m get in free."),
        ("Bé sinh ra nặng 3kg2.", "The baby weighed 3.2 kg at birth."),
        ("Tường rào cao mét rưỡi.", "The fence is 1.5 metres high."),
        ("Nước ngập sâu mét hai.", "The water was 1.2 metres deep."),
        ("Chiều cao một mét bảy.", "A height of 1.7 m."),
        ("Vượt mức xà 1 mét 80.", "She cleared 1.8 metres."),
        ("Căn nhà giá 1 tỷ 2.", "The house costs VND 1.2 billion."),
        ("Tiền công 2 triệu 3.", "The wage is VND 2.3 million."),
        ("Mỗi tháng thu 5 triệu tư.", "They earn VND 5.4 million a month."),
        ("Chiếc xe giá 3 tỷ hai đồng.", "The vehicle cost VND 3.2 billion."),
    ],
    "hundreds-and-a-half": [
        ("Mỗi ngày trăm rưỡi gánh.", "A hundred and fifty loads a day."),
        ("Khoảng hai trăm rưỡi người dự.", "Some 250 people attended."),
        ("Đàn gà nghìn rưỡi con.", "A flock of 1,500 hens."),
        ("Mỗi công ba trăm rưỡi.", "Each day's work pays 350."),
        ("Vạn rưỡi cây giống.", "Fifteen thousand saplings."),
    ],
    "sessions-ends-of-nights": [
        ("Trong đêm 11, rạng sáng 12/9, mưa to.", "It rained hard overnight from 11 to 12 September."),
        ("Đêm 4 rạng sáng 5/8, lũ quét xảy ra.", "A flash flood struck on the night of August 4-5."),
        ("Từ tối 3 đến rạng sáng 4/10 có mưa.", "It rained from the evening of 3 to the early hours of 4 October."),
        ("Đêm 7 rạng ngày 8/3, trời rét.", "The night of 7 to 8 March was cold."),
        ("Từ đêm 15 đến hết ngày 16/7, mưa lớn.", "Heavy rain fell from the night of 15 to the end of 16 July."),
        ("Chiều 9 và sáng 10/6, học sinh thi.", "Pupils sat the exam on the afternoon of 9 and the morning of 10 June."),
        ("Tối 30 và đêm 31/12 có bắn pháo hoa.", "There will be fireworks on 30 and 31 December."),
        ("Từ đêm 1 đến trưa 2/11, gió mạnh.", "Winds were strong from the night of 1 November to noon on 2 November."),
        ("Đêm 20 và rạng sáng 21/8.", "On the night of August 20 and the early morning of August 21."),
        ("Từ chiều tối 5 đến đêm 6/9.", "From the evening of 5 to the night of 6 September."),
    ],
    "tenths": [
        ("Hồ đã đầy chín phần.", "The reservoir is 90 percent full."),
        ("Lúa đã gặt được bảy phần.", "Seven tenths of the rice is in."),
        ("Công trình xong tám phần.", "The works are 80% done."),
        ("Rừng đã mất sáu phần.", "Sixty per cent of the forest is gone."),
        ("Bà con mười phần tin tưởng.", "People are wholly confident."),
        ("Việc này mười phần chắc chín.", "It is nine parts certain."),
        ("Đường nước đã vơi năm phần.", "The channel is down by half."),
        ("Mười phần phấn khởi.", "They were delighted."),
        ("Trao mười phần quà cho hộ nghèo.", "Ten gift packs went to poor households."),
        ("Xong chín phần công việc.", "Nine tenths of the work is done."),
    ],
    "rounds": [
        ("Đội thua ở vòng 1/8.", "The team lost in the round of 16."),
        ("Đội vào vòng 1/16.", "The team reached the round of 32."),
        ("Vòng 1/4 diễn ra tối nay.", "The quarter-finals are tonight."),
        ("Đội dừng bước ở vòng 1/8.", "The team went out in the last 16."),
        ("Đội vượt qua vòng 1/16 quốc gia.", "They came through the last 32 of the national cup."),
    ],
    "seasons": [
        ("Niên vụ 2025-2026 đạt 2.300 tấn.", "The 2025/26 season yielded 2,300 tonnes."),
        ("Năm học 2024 - 2025.", "The 2024/25 school year."),
        ("Mùa giải 2023/2024.", "The 2023/24 season."),
        ("Vụ đông xuân 2025-2026.", "The 2025–26 winter-spring crop."),
        ("Niên độ 1999-2000.", "The 1999/2000 season."),
        ("Mùa giải 2019-2020.", "The 2019-20 season."),
        ("Kế hoạch vụ mía 2026/2027.", "The 2026/27 cane plan."),
        ("Năm học 2025-2026 và 2026-2027.", "The 2025/26 and 2026/27 school years."),
        ("V.League 2024/25.", "The 2024-2025 V.League."),
        ("Năm tài khóa 2025/26.", "Fiscal year 2025-26."),
    ],
    "generations": [
        ("Thế hệ 9X trở về làng.", "People born in the 1990s are coming home."),
        ("Cô gái 9X làm giàu từ mật ong.", "A young woman born in the '90s is making money from honey."),
        ("Ông chủ 8X.", "An owner born in the 1980s."),
        ("Hai 8X và một 9X.", "Two people born in the 1980s and one in the 1990s."),
        ("Lứa 7X.", "Those born in the seventies."),
        ("Anh nông dân 9X trồng sâm.", "A young farmer grows ginseng."),
    ],
    "scales": [
        ("Bản đồ tỷ lệ 1/2000.", "A map at a scale of 1:2000."),
        ("Quy hoạch tỷ lệ 1/500.", "A 1:500 plan."),
        ("Bản đồ 1:10.000.", "A 1:10,000 map."),
        ("Bản đồ địa chính tỷ lệ 1/1.000.", "A cadastral map at 1:1,000."),
        ("Nhà sàn theo tỷ lệ 1:1.", "A full-size stilt house."),
        ("Mô hình tỷ lệ 1:50.", "A 1:50 model."),
        ("Bản đồ tỷ lệ 1:25000.", "A map at 1:25,000."),
        ("Quy hoạch phân khu tỷ lệ 1/5.000.", "Zoning plan at a scale of 1/5,000."),
        ("Đồ án 1/500 được duyệt.", "The 1/500 plan was approved."),
        ("Sa bàn tỷ lệ 1/200.", "A scale model at 1:200."),
    ],
    "parts-of-the-day": [
        ("Sơ tán xong trước 21 giờ tối nay.", "Evacuation must be over by nine this evening."),
        ("Họp lúc 7 giờ sáng mai.", "They meet at seven tomorrow morning."),
        ("Tàu rời ga lúc 22h.", "The train leaves at ten tonight."),
        ("Mất điện từ 20 giờ.", "Power is off from eight in the evening."),
        ("Chợ tan lúc 15 giờ.", "The market closes at three in the afternoon."),
        ("Đến 18 giờ tối qua, đường đã thông.", "The road was open by six last night."),
        ("Khai mạc lúc 21h thứ Hai.", "It opens at nine on Monday evening."),
        ("Khoảng 23 giờ đêm đó, lửa bùng lên.", "Fire broke out at around 11 that night."),
        ("Lúc 2 giờ sáng nay.", "At two this morning."),
        ("Xong lúc 19h.", "Done by seven at night."),
        ("Sau 22 giờ đêm, phố vắng.", "After ten at night the streets are empty."),
    ],
    "the-year-before": [
        ("Tăng 12,6% so với cùng kỳ năm 2025.", "A year-on-year increase of 12.6 percent."),
        ("Giảm 4% so với năm 2025.", "A year-on-year fall of 4%."),
        ("Cao hơn 3% so với cùng kỳ năm 2025.", "Up 3% from a year earlier."),
        ("Tăng 5,1% so với năm 2025.", "5.1% more than a year ago."),
        ("Tăng 7% so với cùng kỳ 2025.", "Up 7% over the same period last year."),
        ("So với năm 2025, giảm 35 ca.", "35 fewer cases than in the previous year."),
        ("Tăng 9% so với 6 tháng đầu năm 2025.", "Up 9% on the first half of last year."),
        ("Tăng 9% so với cùng kỳ năm 2025.", "A year-over-year rise of 9%."),
        ("Cao hơn 2 điểm phần trăm so với năm 2025.", "Two percentage points higher than a year before."),
        ("Tăng 11% so với tháng 3/2025.", "Up 11% from March last year."),
    ],
    "magnitude-named-once": [
        ("Giá một bát là 40 nghìn đồng, thêm bánh mì thì năm mươi.", "A bowl is VND 40,000, or VND 50,000 with bread."),
        ("Trước hết hai chục ngàn, giờ phải bốn chục.", "It was VND 20,000; now it is VND 40,000."),
        ("Hồ chỉ còn 1,3 trong tổng số 6,8 triệu khối.", "The lake holds 1.3 million cubic metres out of 6.8 million."),
        ("Thu 5 tỷ đồng, chi hết 3.", "Revenue was VND 5 billion and spending VND 3 billion."),
        ("Giá tăng từ 90 lên 135 nghìn đồng.", "The price rose from VND 90,000 to VND 135,000."),
        ("Mua 12 triệu, bán 15.", "Bought for VND 12 million, sold for VND 15 million."),
        ("Đã giải ngân 2,1 trên tổng số 4,6 nghìn tỷ đồng.", "VND 2.1 trillion of 4.6 trillion has been paid out."),
        ("Ngày thường 200 nghìn, ngày lễ 300.", "VND 200,000 on weekdays and VND 300,000 on holidays."),
        ("Người góp 500 nghìn, người góp 200.", "Some gave VND 500,000 and others VND 200,000."),
        ("Đã trồng 1,5 trong số 3 triệu cây.", "1.5 million of the 3 million trees have been planted."),
    ],
    "names-of-birth-order": [
        ("Bụi tre của anh Hai cao 1,2 m.", "Hai's bamboo is 1.2 metres high."),
        ("Chị Ba kể chuyện.", "Ba tells the story."),
        ("Chú Tư nuôi 30 con dê.", "Tu keeps 30 goats."),
        ("Bác Năm trồng 3 sào đào.", "Mr Nam grows 3 sao of peach trees."),
        ("Cô Sáu bán bún đã 20 năm.", "Ms Sau has sold noodles for 20 years."),
        ("Ông Bảy có 5 ha.", "Mr Bay has 5 ha."),
        ("Dì Tám nấu 40 suất cơm.", "Aunt Tam cooks 40 meals."),
        ("Cậu Chín lái 12 năm.", "Chin has driven for 12 years."),
        ("Anh Mười mua 2 máy.", "Muoi bought two machines."),
        ("Bà Hai sống một mình với 6 con mèo.", "Mrs Hai lives alone with six cats."),
    ],
    "rates-by-the-hundred": [
        ("Lá dong (100 lá) | 90.000 đồng", "Dong leaves (per hundred) | VND 90,000"),
        ("Tỷ suất 14,5 trên 1.000 dân.", "A rate of 14.5 per thousand people."),
        ("Cứ 1 triệu dân có 12 ca.", "12 cases per million people."),
        ("12 bác sĩ trên 1 vạn dân.", "12 doctors per 10,000 people."),
        ("Trứng 30.000 đồng một chục.", "Eggs cost VND 30,000 for ten."),
    ],
    "shares-one-in-ten": [
        ("Tỷ lệ ấy là 10%.", "It is one in ten."),
        ("Chừng 20% rau bị hao hụt.", "About one in five vegetables is lost."),
        ("Cứ ba hộ thì hai hộ có máy.", "Two in three households have a machine."),
        ("25% đại biểu là nữ.", "One in four deputies is a woman."),
        ("Có một phần tư đại biểu là nữ.", "One in four deputies is a woman."),
        ("Chín trong mười hộ đồng ý.", "Nine out of ten households agree."),
        ("70% hộ trồng quế.", "Seven in every ten households grow cinnamon."),
        ("Một nửa số hộ.", "One in two households."),
        ("Hai phần năm số thôn.", "Two in five villages."),
        ("Cứ 20 người có 1 người mắc.", "One in 20 people has it."),
    ],
    "words-that-begin-like-magnitudes": [
        ("Hai tỷ lệ ấy là 44% và 8%.", "The figures are 44% and 8%."),
        ("Ba tỷ phú góp vốn.", "Three billionaires invested."),
        ("Hai tỷ trọng này đều tăng.", "Both shares rose."),
        ("Bốn triệu phú của làng.", "The village's four millionaires."),
        ("Hai tỷ số 3-1 và 2-0.", "The scores were 3-1 and 2-0."),
        ("Ba tỷ giá được niêm yết.", "Three exchange rates were posted."),
        ("Tỷ suất sinh là 2,1.", "The fertility rate is 2.1."),
        ("2 tỷ lệ giảm.", "Both rates fell."),
        ("Tỷ phần vốn là 51%.", "The stake is 51%."),
        ("Năm tỷ lệ đều đạt.", "All five rates were met."),
    ],
    "an-hour-and-more": [
        ("Đi mất một giờ bốn mươi phút.", "It takes an hour and forty minutes."),
        ("Mất 1 giờ 15 phút.", "It takes an hour and 15 minutes."),
        ("Kéo dài một giờ hai mươi phút.", "It lasted an hour and twenty minutes."),
        ("Một phút 12 giây.", "A minute and 12 seconds."),
        ("Một ngày 6 giờ.", "A day and six hours."),
        ("Một năm ba tháng.", "A year and three months."),
        ("Một giờ mười phút nữa.", "An hour and ten minutes more."),
    ],
    "parts-of-a-year": [
        ("Đặt cọc bằng ba tháng thuê.", "The deposit is a quarter of a year's rent."),
        ("Sau chín tháng.", "After three quarters of a year."),
        ("Một phần tư thế kỷ.", "A quarter of a century."),
        ("25 năm qua.", "Over a quarter of a century."),
        ("Mất bốn tháng.", "It took a third of a year."),
        ("Nửa thế kỷ.", "Half a century."),
        ("Chờ 15 phút.", "They waited a quarter of an hour."),
        ("Mất 45 phút.", "It took three quarters of an hour."),
        ("Ở nhà ba tháng mỗi năm.", "He is home three months in twelve."),
        ("Làm sáu ngày mỗi tuần.", "They work six days in seven."),
    ],
    "months-of-a-quarter": [
        ("Ngày 8 của tháng đầu quý IV.", "On 8 October."),
        ("Tháng đầu quý I.", "January."),
        ("Tháng cuối quý II.", "June."),
        ("Trong tháng thứ hai của quý III.", "In August."),
        ("Tháng giữa quý 4.", "November."),
        ("Vào tháng cuối quý III.", "In September."),
        ("Tháng cuối cùng của quý I.", "March."),
        ("Tháng đầu tiên của quý II.", "April."),
        ("Tháng cuối quý IV.", "December."),
        ("Tháng đầu quý III.", "July."),
    ],
    "a-count-in-two-parts": [
        ("Ba phường, xã đã sơ tán dân.", "One ward and two communes moved people out."),
        ("Năm người bị thương.", "Three men and two women were hurt."),
        ("Bảy xã, phường.", "Five communes and two wards."),
        ("Đội có 12 người, nam và nữ.", "The team has seven men and five women."),
        ("Bắt bốn đối tượng.", "They arrested three men and one woman."),
        ("Hồ sơ gồm sáu bộ.", "Send four sets in Vietnamese and two in English."),
        ("Sáu huyện, thị.", "Five districts and one town."),
        ("Tám huy chương.", "Five gold and three silver medals."),
        ("Mười xe.", "Six lorries and four cars."),
        ("Chín trường, năm ở huyện và bốn ở thị xã.", "Nine schools, five in the district and four in the town."),
    ],
    "full-marks": [
        ("Có 502 bài đạt điểm 10.", "Full marks were given to 502 papers."),
        ("36 em đạt điểm 10.", "36 pupils got top marks."),
        ("Em được điểm 10 môn Toán.", "She got a perfect score in maths."),
        ("Bài thi đạt điểm 10.", "The paper got a perfect 10."),
        ("Năm điểm 10 môn Sử.", "Five perfect scores in history."),
    ],
    "about-so-many": [
        ("Dăm hộ ở hai xã bán lươn.", "Five or six households in the two communes sell eels."),
        ("Mất dăm bảy ngày.", "It takes five to seven days."),
        ("Vài ba hộ.", "Two or three households."),
        ("Có bốn, năm người.", "Four or five people."),
        ("Chừng mươi hộ.", "About ten households."),
        ("Trăm thứ phải lo.", "A hundred and one things to worry about."),
        ("Trăm công nghìn việc.", "A thousand and one jobs to do."),
        ("Năm, sáu năm nay.", "For five or six years."),
        ("Ba bốn đời làm nghề.", "Three or four generations in the trade."),
        ("Chục hộ.", "Ten or so households."),
    ],
    "slogans": [
        ('Đăng ký cho tàu cá "3 không".', "Registering undocumented fishing boats."),
        ("Phương châm “4 tại chỗ” được giữ vững.", "The on-the-spot motto holds."),
        ("Thực hiện “6 rõ”.", "It makes clear who does what."),
        ("Cuộc vận động “5 không, 3 sạch”.", "The cleanliness campaign."),
        ("Phong trào “Ba nhất”.", "The “Three Firsts” movement."),
        ("“3 bám, 4 cùng” với dân.", "Living and working with the people."),
        ("Mô hình “2 không, 3 có” lan tỏa.", "The model is spreading."),
        ("Bộ đội làm theo “4 cùng”.", "Soldiers share people's lives."),
        ("Mục tiêu “3 giảm, 3 tăng”.", "The rice-growing programme."),
        ("Thi đua “2 tốt”.", "The emulation drive."),
    ],
}  # fmt: skip
PAIRS = [
    pytest.param(*pair, id=f"{kind}-{number}") for kind, pairs in KINDS.items() for number, pair in enumerate(pairs, 1)
]


@pytest.mark.parametrize(("source", "translation"), PAIRS)
def test_one_fact_in_another_way_of_saying_is_one(source: str, translation: str) -> None:
    assert told(source, translation) == []
    assert told(translation, source, ("en", "vi")) == []


WRONG = {
    "an-age": ("Anh đi bộ đội khi mới đôi mươi.", "He joined the army at just 30.", "30"),
    "a-height": ("Em cao 1m65.", "She is 1.56 m tall.", "1.56 m"),
    "a-price": ("Căn nhà giá 1 tỷ 2.", "The house costs VND 1.3 billion.", "1.3 billion"),
    "loads": ("Mỗi ngày hai trăm rưỡi gánh.", "There are 350 loads a day.", "350"),
    "a-night": ("Trong đêm 11, rạng sáng 12/9, mưa to.", "It rained overnight from 10 to 12 September.", "10"),
    "a-tenth": ("Hồ đã đầy chín phần.", "The reservoir is 80 percent full.", "80"),
    "a-season": ("Niên vụ 2025-2026 đạt 2.300 tấn.", "The 2024/25 season yielded 2,300 tonnes.", "2024"),
    "a-scale": ("Bản đồ tỷ lệ 1/2000.", "A map at a scale of 1:5000.", "1:5000"),
    "an-hour": ("Sơ tán xong trước 21 giờ tối nay.", "Evacuation must be over by eight this evening.", "eight"),
    "a-year-before": ("Tăng 12,6% so với cùng kỳ năm 2019.", "A year-on-year increase of 12.6 percent.", "2019"),
    "a-magnitude": ("Một bát 40 nghìn đồng, có bánh thì năm mươi.", "A bowl is VND 40,000, or VND 60,000 with bread.", "60"),
    "a-million-of-so-many": ("Chỉ còn 1,3 trong số 6,8 triệu khối.", "It holds 1.5 million cubic metres of 6.8 million.", "1.5"),
    "a-share": ("Tỷ lệ ấy là 10%.", "It is one in five.", "one in five"),
    "an-hour-and-more": ("Đi mất một giờ bốn mươi phút.", "It takes an hour and fifty minutes.", "fifty"),
    "a-part-of-a-year": ("Sau chín tháng.", "After half a year.", "half a year"),
    "a-month-of-a-quarter": ("Họp vào tháng đầu quý IV.", "They meet in November.", "November"),
    "two-parts": ("Bảy người bị thương.", "Three men and two women were hurt.", "three"),
    "full-marks": ("Có 502 bài đạt điểm 10.", "A mark of 9 was given to 502 papers.", "9"),
    "a-slogan": ("Phương châm “4 tại chỗ” được giữ vững.", "The “5 on-the-spot” motto holds.", "5"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "translation", "text"), [pytest.param(*pair, id=kind) for kind, pair in WRONG.items()]
)
def test_another_fact_in_the_same_way_of_saying_is_told(source: str, translation: str, text: str) -> None:
    assert any(text.lower() in each.lower() for each in told(source, translation))


SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        pytest.param(pair["vi"], pair["en"], id=f"{topic}-{number}")
        for topic, pairs in SENTENCES.items()
        for number, pair in enumerate(pairs, 1)
    ],
)
def test_a_sentence_of_the_news_and_its_rendering_state_the_same(source: str, translation: str) -> None:
    assert told(source, translation) == []
    assert told(translation, source, ("en", "vi")) == []
