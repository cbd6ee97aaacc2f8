"""Phrases of both languages by hand: which state the same quantities, which do not, and which state none."""

from __future__ import annotations

import pytest
from bulletin.checks.facts import SCANNERS, read_facts
from bulletin.model.fact import Strength

from tests.checks.forms.said import are_equal, is_found

Row = tuple[str, str, str]
"""Name, Vietnamese, English."""

EQUAL: list[Row] = [
    # Separators and magnitudes
    ("thousands", "1.386 tàu cá ra khơi", "1,386 fishing boats put to sea"),
    ("decimal-comma", "tuyến đường dài 8,7 km", "a road of 8.7 km"),
    ("tỷ-billion", "1.250,5 tỷ đồng", "VND 1,250.5 billion"),
    ("tỷ-trillion", "1.250,5 tỷ đồng", "VND 1.2505 trillion"),
    ("nghìn-tỷ", "12,3 nghìn tỷ đồng", "VND 12.3 trillion"),
    ("nghìn-tỷ-in-billions", "12,3 nghìn tỷ đồng", "VND 12,300 billion"),
    ("ngàn-tỉ", "hơn 5 ngàn tỉ đồng", "more than VND 5 trillion"),
    ("triệu-in-digits", "150 triệu đồng", "VND 150,000,000"),
    ("digits-in-million", "thưởng 2.500.000 đồng", "a reward of VND 2.5 million"),
    ("compound-tỷ-triệu", "2 tỷ 300 triệu đồng", "2.3 billion dong"),
    ("triệu-rưỡi", "một triệu rưỡi đồng", "VND 1.5 million"),
    ("tỷ-rưỡi-in-words", "hai tỷ rưỡi đồng", "two and a half billion dong"),
    ("nửa-triệu", "nửa triệu lượt khách", "half a million visitors"),
    ("vạn", "ba vạn dân", "30,000 residents"),
    ("nghìn-in-words", "hai nghìn người dự lễ", "two thousand people attended"),
    ("trillion-dong-spelled", "ba nghìn tỷ đồng", "three trillion dong"),
    ("bn", "VND quy đổi 450 tỷ đồng", "VND 450bn"),
    ("mn", "12 triệu USD", "US$12 mn"),
    ("dozen", "mười hai quả trứng", "a dozen eggs"),
    ("million-people", "3,4 triệu dân", "3.4 million people"),
    ("one-and-a-half-million", "1,5 triệu cây", "one and a half million trees"),
    ("hundred", "một trăm suất quà", "a hundred gifts"),
    ("hàng-trăm", "hàng trăm hộ phải sơ tán", "hundreds of households were evacuated"),
    ("hàng-nghìn", "hàng nghìn du khách", "thousands of visitors"),
    ("hàng-chục", "hàng chục ngôi nhà tốc mái", "dozens of houses lost their roofs"),
    # Money
    ("usd-code-last", "đầu tư 50 triệu USD", "a USD 50 million investment"),
    ("dollar-sign", "đầu tư 50 triệu đô la Mỹ", "a $50-million investment"),
    ("us-dollar-sign", "trị giá 3,2 tỷ USD", "worth US$3.2 billion"),
    ("euro", "viện trợ 1,2 triệu euro", "aid of €1.2 million"),
    ("yen", "vốn vay 5 tỷ yên", "a loan of 5 billion yen"),
    ("won", "10 tỷ won", "KRW 10 billion"),
    ("yuan", "20 triệu nhân dân tệ", "RMB 20 million"),
    ("kip", "500 triệu kíp", "500 million kip"),
    ("baht", "3 triệu baht", "THB 3 million"),
    ("pound", "40.000 bảng Anh", "£40,000"),
    ("vnd-after", "vé 120.000 VNĐ", "tickets at VND120,000"),
    ("đ-sign", "giá 35.000đ", "price: 35,000 VND"),
    ("money-per-month", "thu nhập 7,5 triệu đồng/tháng", "an income of VND 7.5 million a month"),
    ("money-per-hectare", "120 triệu đồng/ha", "VND 120 million per hectare"),
    ("money-per-person", "65,3 triệu đồng/người/năm", "VND 65.3 million per person per year"),
    ("australian", "2 triệu đô la Úc", "A$2 million"),
    ("money-and-usd", "1.200 tỷ đồng (khoảng 48 triệu USD)", "VND 1.2 trillion (about USD 48 million)"),
    # Percentages
    ("per-cent", "tăng 35%", "up 35 per cent"),
    ("percent-decimal", "giảm 2,15%", "down 2.15 percent"),
    ("percent-words", "ba mươi lăm phần trăm", "thirty-five per cent"),
    ("all", "100% số xã", "all communes"),
    ("percentage-points", "tăng 1,2 điểm phần trăm", "up 1.2 percentage points"),
    ("percent-range", "tăng từ 9,5 đến 10%", "growth of 9.5 to 10 per cent"),
    ("percent-range-in-words", "tăng từ 5 đến 6%", "up five to six per cent"),
    ("percent-change", "từ 12,1% xuống 8,4%", "from 12.1% to 8.4%"),
    ("percent-below-zero", "tăng trưởng âm 1,8%", "growth of minus 1.8%"),
    ("percent-plus", "tăng thêm 0,5%", "+0.5%"),
    # Units
    ("hectares", "8.500 ha lúa", "8,500 hectares of rice"),
    ("square-metres", "120 m2 sàn", "120 square metres of floor"),
    ("square-km", "16.486 km²", "16,486 sq km"),
    ("tonnes", "1,2 triệu tấn xi măng", "1.2 million tonnes of cement"),
    ("tạ", "năng suất 65 tạ/ha", "a yield of 6.5 tonnes per hectare"),
    ("yến", "năm yến gạo", "50 kg of rice"),
    ("kg", "15 kg cá", "15 kilograms of fish"),
    ("megawatts", "công suất 250 MW", "a capacity of 250 MW"),
    ("kilowatt-hours", "42 triệu kWh", "42 million kWh"),
    ("litres", "1.500 lít dầu", "1,500 litres of oil"),
    ("cubic-metres", "2,3 triệu m³ nước", "2.3 million cubic metres of water"),
    ("nautical-miles", "cách bờ 12 hải lý", "12 nautical miles offshore"),
    ("degrees", "39,5 độ C", "39.5°C"),
    ("below-zero", "âm 2 độ C", "minus 2 degrees Celsius"),
    ("sign-below-zero", "xuống -3°C", "fell to −3 °C"),
    ("metres-as-km", "1.500 m", "1.5 km"),
    ("hours-of-work", "48 giờ", "48 hours"),
    ("tiếng", "3 tiếng đồng hồ", "three hours"),
    ("minutes", "90 phút", "90 minutes"),
    ("months-of-time", "thi công trong 18 tháng", "18 months of construction"),
    ("years-of-time", "sau năm năm", "after five years"),
    ("half-a-year", "nửa năm", "half a year"),
    ("one-and-a-half-years", "một năm rưỡi", "one and a half years"),
    ("twenty-foot-units", "35.000 TEU", "35,000 TEU"),
    ("110-kv", "đường dây 110 kV", "a 110 kV line"),
    # Words
    ("forty-five", "bốn mươi lăm hộ", "45 households"),
    ("mốt", "hai mươi mốt xã", "21 communes"),
    ("tư", "ba mươi tư học sinh", "34 pupils"),
    ("linh", "một trăm linh năm tuổi", "105 years old"),
    ("lẻ", "hai trăm lẻ ba người", "203 people"),
    ("five-communes", "năm xã biên giới", "five border communes"),
    ("nine-projects", "chín dự án", "nine projects"),
    ("spelled-hundreds", "ba trăm hai mươi hộ", "three hundred and twenty households"),
    ("compound-english", "125.000 lượt khách", "one hundred and twenty-five thousand visitors"),
    ("age", "cụ bà 98 tuổi", "a 98-year-old woman"),
    ("adjective", "cầu 5 nhịp", "a five-span bridge"),
    ("chục", "ba chục hộ", "thirty households"),
    ("score", "đội nhà thắng 2-1", "the home side won 2–1"),
    # Ordinals
    ("20th", "Đại hội lần thứ XX", "the 20th Congress"),
    ("twentieth", "Đại hội lần thứ XX", "the Twentieth Congress"),
    ("third-time", "lần thứ ba", "the third time"),
    ("5th-time", "lần thứ 5", "the fifth time"),
    ("first-prize", "giải Nhất", "first prize"),
    ("second-prize", "giải Nhì", "second prize"),
    ("third-place", "xếp thứ 3 toàn quốc", "third in the country"),
    (
        "anniversary",
        "kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh",
        "the 135th anniversary of President Hồ Chí Minh’s birth",
    ),
    ("term", "khóa XVIII, nhiệm kỳ 2021-2026", "the 18th term, 2021–2026"),
    ("session", "Kỳ họp thứ 35", "the 35th session"),
    # Dates
    ("day-month", "ngày 15/3", "15 March"),
    ("month-day", "ngày 15/3", "March 15"),
    ("full-date", "ngày 05/03/2026", "5 March 2026"),
    ("long-date", "ngày 5 tháng 3 năm 2026", "March 5, 2026"),
    ("date-words", "ngày 2 tháng Chín", "2 September"),
    ("sáng", "Sáng 15/3", "On the morning of 15 March"),
    ("the-15th-of", "ngày 15/3", "the 15th of March"),
    ("month-year", "tháng 3/2026", "March 2026"),
    ("month-word", "tháng Ba", "March"),
    ("month-eleven", "tháng Mười Một", "November"),
    ("days-in-a-month", "từ ngày 5 đến 9/3", "from 5 to 9 March"),
    ("days-with-dash", "ngày 5-9/3", "March 5–9"),
    ("holiday", "từ 30/4 đến 3/5", "from 30 April to 3 May"),
    ("holiday-dash", "30/4 - 3/5", "April 30–May 3"),
    ("two-days", "các ngày 14 và 15/3", "on 14 and 15 March"),
    ("weekday-date", "thứ Sáu, ngày 13/3", "Friday, 13 March"),
    ("sunday", "Chủ nhật, 15/3", "Sunday, March 15"),
    ("quarter-roman", "quý II", "the second quarter"),
    ("quarter-year", "quý IV/2025", "Q4 2025"),
    ("quarter-in-words", "quý ba năm 2026", "the third quarter of 2026"),
    ("first-half", "6 tháng đầu năm", "the first half of the year"),
    ("first-six-months", "sáu tháng đầu năm", "the first six months of the year"),
    ("second-half", "nửa cuối năm 2026", "the second half of 2026"),
    ("nine-months", "9 tháng đầu năm", "the first nine months"),
    ("year-range", "giai đoạn 2021-2025", "the 2021–2025 period"),
    ("year-range-short", "giai đoạn 2021 - 2025", "2021–25"),
    ("year-range-words", "từ năm 2021 đến năm 2025", "from 2021 to 2025"),
    ("school-year", "năm học 2025-2026", "the 2025–2026 school year"),
    ("century-roman", "thế kỷ XXI", "the 21st century"),
    ("century-words", "thế kỷ 19", "the nineteenth century"),
    ("decade", "thập niên 1990", "the 1990s"),
    ("decade-short", "những năm 90", "the nineties"),
    ("by-year", "đến năm 2030, tầm nhìn 2045", "to 2030, with a vision to 2045"),
    ("lunar-first", "mùng 1 tháng Sáu âm lịch", "the first day of the sixth lunar month"),
    ("lunar-full-moon", "rằm tháng Mười Một", "the full moon of the eleventh lunar month"),
    ("lunar-tenth", "mồng 10 tháng Ba âm lịch", "the tenth day of the third lunar month"),
    ("weekday", "tối thứ Bảy", "on Saturday evening"),
    # Times
    ("14h", "14h", "2 p.m."),
    ("8h30", "8h30", "8.30 a.m."),
    ("giờ-phút", "8 giờ 30 phút", "8:30"),
    ("giờ-rưỡi", "8 giờ rưỡi", "half past eight"),
    ("chiều", "2 giờ chiều", "2 p.m."),
    ("14h-24", "14 giờ", "14:00"),
    ("time-words", "ba giờ chiều", "3 pm"),
    ("time-and-date", "8h ngày 15/3", "at 8 a.m. on 15 March"),
    ("time-range", "từ 7h30 đến 11h", "from 7:30 to 11:00"),
    ("time-evening", "19h30 tối 20/4", "7.30 p.m. on 20 April"),
    ("midnight", "0h ngày 1/1", "00:00 on 1 January"),
    # Multiples and fractions
    ("gấp-đôi", "tăng gấp đôi", "doubled"),
    ("gấp-rưỡi", "gấp rưỡi năm trước", "1.5 times the year before"),
    ("gấp-ba", "tăng gấp ba", "tripled"),
    ("gấp-2,4-lần", "gấp 2,4 lần", "2.4 times"),
    ("twice", "gấp hai lần", "twice"),
    ("two-thirds", "hai phần ba số hộ", "two-thirds of households"),
    ("three-quarters", "3/4 diện tích", "three quarters of the area"),
    ("half", "một nửa số tàu", "half the boats"),
    ("a-third", "một phần ba dân số", "a third of the population"),
    ("19-of-20", "19/20 xã", "19 of 20 communes"),
    # Labels
    ("phone", "0238 3844 123", "+84 238 3844 123"),
    ("phone-dots", "0238.3844.123", "+84 238 3844 123"),
    ("mobile", "0912 345 678", "+84 912 345 678"),
    ("highway", "Quốc lộ 7A", "National Highway 7A"),
    ("highway-short", "QL46", "National Highway 46"),
    ("provincial-road", "tỉnh lộ 535", "Provincial Road 535"),
    ("expressway", "đường cao tốc rộng 4 làn xe", "a four-lane expressway"),
    ("resolution", "Nghị quyết số 39", "Resolution No. 39"),
    ("article", "Điều 12, khoản 3", "Article 12, Clause 3"),
    ("size", "mặt cắt 3 x 4 m", "a section of 3 x 4 m"),
    ("magnitude-of-storm", "gió giật cấp 12", "gusts of force 12"),
    ("room", "số 3, đường Trường Thi", "3 Trường Thi Street"),
    # Several in one sentence
    (
        "statistics",
        "Quý I/2026, GRDP tăng 9,12%, thu ngân sách 7.245 tỷ đồng, bằng 41% dự toán.",
        "In the first quarter of 2026 GRDP grew by 9.12 per cent and revenue came to VND 7.245 trillion, 41% of the estimate.",
    ),
    (
        "meeting",
        "Chiều 12/2, ba đoàn với 45 đại biểu dự họp lúc 14h30.",
        "On the afternoon of 12 February three delegations with 45 members met at 2:30 p.m.",
    ),
    (
        "storm",
        "Bão số 5 làm 3 người chết, 21 người bị thương, hơn 2.000 ngôi nhà hư hỏng.",
        "Storm No. 5 killed three people, hurt twenty-one and damaged more than 2,000 houses.",
    ),
]

DIFFERENT: list[Row] = [
    # Digits
    ("another-digit", "1.386 tàu", "1,368 boats"),
    ("digit-lost", "12.450 hộ", "1,245 households"),
    ("digit-added", "350 ha", "3,500 ha"),
    ("separator-as-decimal", "1.386 tàu", "1.386 boats"),
    ("decimal-as-thousands", "8,125 km", "8,125 km"),
    ("decimal-moved", "tăng 8,72%", "up 87.2%"),
    ("rounded", "7.245,6 tỷ đồng", "VND 7,250 billion"),
    ("words-differ", "bốn mươi lăm hộ", "fifty-four households"),
    ("tens-differ", "hai mươi mốt xã", "31 communes"),
    ("thirteen-thirty", "13 dự án", "thirty projects"),
    ("fifteen-fifty", "mười lăm hộ", "fifty households"),
    ("five-or-nine", "năm xã", "nine communes"),
    ("linh-lost", "một trăm linh năm hộ", "150 households"),
    ("dozen-for-ten", "mười suất quà", "a dozen gifts"),
    ("missing", "Tổng vốn 500 tỷ đồng", "The total capital is large"),
    ("added", "Vốn đầu tư lớn", "A large investment of VND 500 billion"),
    ("one-of-two-lost", "12 xã và 7 phường", "12 communes and wards"),
    ("swapped-pair-lost", "45 nam, 54 nữ", "45 men and 45 women"),
    # Magnitudes
    ("tỷ-as-million", "1.250,5 tỷ đồng", "VND 1,250.5 million"),
    ("tỷ-as-trillion", "50 tỷ đồng", "VND 50 trillion"),
    ("nghìn-tỷ-as-billion", "12 nghìn tỷ đồng", "VND 12 billion"),
    ("triệu-as-billion", "3,4 triệu dân", "3.4 billion people"),
    ("nghìn-as-million", "25 nghìn lượt", "25 million visits"),
    ("magnitude-lost", "50 triệu USD", "USD 50"),
    ("magnitude-added", "50 USD", "USD 50 million"),
    ("compound-lost", "2 tỷ 300 triệu đồng", "VND 2 billion"),
    ("rưỡi-lost", "một triệu rưỡi đồng", "VND 1 million"),
    ("nửa-as-whole", "nửa triệu lượt khách", "a million visitors"),
    ("vạn-as-thousand", "ba vạn dân", "3,000 residents"),
    ("hundreds-as-thousands", "hàng trăm hộ", "thousands of households"),
    # Currencies
    ("usd-as-vnd", "50 triệu USD", "VND 50 million"),
    ("usd-as-eur", "50 triệu USD", "EUR 50 million"),
    ("yen-as-yuan", "5 tỷ yên", "5 billion yuan"),
    ("kip-as-baht", "500 triệu kíp", "500 million baht"),
    ("dollar-of-singapore", "2 triệu đô la Singapore", "US$2 million"),
    ("won-as-dong", "10 tỷ won", "VND 10 billion"),
    ("pound-as-euro", "40.000 bảng Anh", "€40,000"),
    # Percentages
    ("percent-as-points", "tăng 1,2%", "up 1.2 percentage points"),
    ("points-as-percent", "tăng 2 điểm phần trăm", "up 2%"),
    ("sign-lost", "âm 1,8%", "1.8%"),
    ("sign-added", "1,8%", "−1.8%"),
    ("percent-digit", "8,7%", "8.1%"),
    ("per-mille", "3‰", "3%"),
    ("percent-range-end", "từ 5 đến 7%", "from 5 to 8 per cent"),
    ("percent-range-start", "5-7%", "4–7 per cent"),
    ("percent-swapped-digits", "tăng 12,1%", "up 21.1%"),
    # Units
    ("km-as-m", "8,7 km", "8.7 m"),
    ("km-as-miles", "60 km", "60 miles"),
    ("ha-as-km2", "350 ha", "350 km²"),
    ("m2-as-m3", "120 m²", "120 m³"),
    ("tonnes-as-kg", "15 tấn", "15 kg"),
    ("tạ-as-tonnes", "65 tạ", "65 tonnes"),
    ("kw-as-mw", "250 kW", "250 MW"),
    ("mw-as-mwh", "250 MW", "250 MWh"),
    ("days-as-weeks", "10 ngày", "10 weeks"),
    ("months-as-years", "18 tháng", "18 years"),
    ("hours-as-minutes", "48 giờ", "48 minutes"),
    ("years-as-months", "sau năm năm", "after five months"),
    ("below-zero-lost", "âm 2 độ C", "2 degrees Celsius"),
    # Ordinals
    ("congress", "Đại hội lần thứ XX", "the 19th Congress"),
    ("roman-misread", "Đại hội lần thứ IX", "the Eleventh Congress"),
    ("prize", "giải Nhì", "third prize"),
    ("anniversary", "kỷ niệm 135 năm", "the 130th anniversary"),
    ("rank", "xếp thứ 3", "in fifth place"),
    ("session", "Kỳ họp thứ 35", "the 36th session"),
    ("times", "lần thứ tư", "the fifth time"),
    # Dates
    ("day-differs", "ngày 15/3", "16 March"),
    ("month-differs", "ngày 15/3", "15 May"),
    ("day-and-month-swapped", "ngày 5/3", "May 3"),
    ("year-differs", "ngày 15/3/2026", "15 March 2025"),
    ("month-word-differs", "tháng Tư", "May"),
    ("june-july", "tháng Sáu", "July"),
    ("month-of-year-differs", "tháng 3/2026", "March 2025"),
    ("first-of-a-month-for-a-number", "2 hộ", "1 February"),
    ("range-end-differs", "từ 30/4 đến 3/5", "from 30 April to 5 May"),
    ("range-start-differs", "từ ngày 5 đến 9/3", "from 6 to 9 March"),
    ("range-month-differs", "từ ngày 5 đến 9/3", "from 5 to 9 April"),
    ("quarter-differs", "quý II", "the third quarter"),
    ("quarter-roman-misread", "quý IV", "the second quarter"),
    ("quarter-year-differs", "quý II/2026", "Q2 2025"),
    ("half-differs", "nửa đầu năm", "the second half of the year"),
    ("months-of-year-differ", "9 tháng đầu năm", "the first six months"),
    ("year-slip", "năm 2025", "in 2026"),
    ("year-range-differs", "giai đoạn 2021-2025", "the 2020–2025 period"),
    ("year-range-short-differs", "giai đoạn 2021-2025", "2021–26"),
    ("century-differs", "thế kỷ XIX", "the 18th century"),
    ("century-off-by-one", "thế kỷ XXI", "the 20th century"),
    ("decade-differs", "thập niên 1990", "the 1980s"),
    ("weekday-shifted", "thứ Năm", "Friday"),
    ("thứ-hai-as-tuesday", "thứ Hai", "Tuesday"),
    ("chủ-nhật-as-saturday", "Chủ nhật", "Saturday"),
    # Times
    ("hour-differs", "14h", "3 p.m."),
    ("minutes-differ", "8h30", "8.15 a.m."),
    ("half-of-the-day", "2 giờ chiều", "2 a.m."),
    ("14h-as-4", "14h", "4 p.m."),
    ("half-past-lost", "8 giờ rưỡi", "eight o’clock"),
    ("evening-as-morning", "19h", "7 a.m."),
    # Multiples and fractions
    ("double-as-triple", "tăng gấp đôi", "tripled"),
    ("rưỡi-as-double", "gấp rưỡi", "doubled"),
    ("times-differ", "gấp 2,4 lần", "4.2 times"),
    ("third-as-quarter", "một phần ba", "a quarter"),
    ("two-thirds-as-three-quarters", "hai phần ba số hộ", "three-quarters of households"),
    ("half-as-third", "một nửa số tàu", "a third of the boats"),
    ("of-twenty", "19/20 xã", "18 of 20 communes"),
    # Labels
    ("phone-digit", "0238 3844 123", "+84 238 3844 132"),
    ("phone-short", "0238 3844 123", "+84 238 3844 12"),
    ("highway-letter", "Quốc lộ 7A", "National Highway 7B"),
    ("highway-number", "Quốc lộ 46", "National Highway 48"),
    ("provincial-road", "tỉnh lộ 535", "Provincial Road 553"),
    ("storm-number", "Bão số 5", "Storm No. 6"),
    ("article", "Điều 12", "Article 21"),
]

VIETNAMESE_NONE = [
    "Một số hộ dân đã quay về.", "Hai bên nhất trí mở rộng hợp tác.", "Năm nay mùa màng bội thu.", "Vào năm tới dự án sẽ khởi công.",
    "Mỗi năm một lần, dân làng mở hội.", "Ba mẹ em làm nghề biển.", "Lễ hội rừng dừa Bảy Mẫu thu hút khách.", "Vườn quốc gia Ba Vì đón khách.",
    "Lúa đã chín muồi trên đồng.", "Cam chín vàng khắp đồi.", "Ông Bảy kể chuyện xưa.", "Bà Năm bán hàng ở chợ.", "Chị Hai Lúa làm giàu từ ao cá.",
    "Một khi đã quyết thì phải làm.", "Họ là một trong những đội mạnh nhất.", "Mọi người một lòng xây dựng quê hương.", "Không thể một sớm một chiều.",
    "Nhiều năm qua bà con bám biển.", "Bốn phương hội tụ về đây.", "Ba Lan là đối tác lâu năm.", "Tháng này mưa nhiều.", "Năm học mới đã bắt đầu.",
    "Món lươn nấu chín kỹ.", "Anh Tám ra khơi.", "Tỉ mỉ từng đường kim mũi chỉ.", "Quý khách vui lòng xếp hàng.", "Quý vị đại biểu thân mến!",
    "Giờ đây cuộc sống đã khác.", "Ngày ngày ông ra đồng.", "Cô Tư giữ nghề dệt.", "Đồng bào Thái giữ nghề dệt thổ cẩm.", "Đồng Nai kết nghĩa với tỉnh.",
    "Độ ẩm cao khiến lúa dễ bệnh.", "Triệu Sơn là huyện của Thanh Hóa.", "Vạn sự như ý!", "Trăm năm bia đá thì mòn.", "Tạ ơn trời đất.",
    "Yến sào là đặc sản.", "Ông Tấn và bà Mẫu cùng ký tên.", "Một mình anh giữ rừng.", "Từng năm một, làng đổi thay.", "Vua Lê Thánh Tông từng qua đây.",
    "Cả năm trời không mưa.", "Hằng năm, tỉnh mở hội.", "Năm ngoái mất mùa.", "Nhất trí cao với báo cáo.", "Một mặt giữ rừng, mặt khác trồng rừng.",
    "Ba chỉ nướng là món ngon.", "Ngôi làng trăm tuổi.", "Ông Sáu Dân là tên thân mật.", "Hai Bà Trưng khởi nghĩa.", "Những năm qua đời sống khá hơn.",
    "Mấy năm gần đây ít bão.", "Lũy kế từ đầu năm đến nay.", "Giữa năm dự án xong.", "Cuối năm giá tăng.", "Suốt bốn mùa hoa nở.",
    "Ngã tư Sở rất đông.", "Bộ đội Cụ Hồ năm xưa.", "Vài hộ còn ở lại.", "Dăm ba hộ còn ở lại.", "Tốp năm tốp ba kéo về.", "Ba ba được nuôi ở đây.", "Ngã ba Đồng Lộc là địa chỉ đỏ.", "Anh là người thứ ba vô tội.", "Quanh năm xã tấp nập.", "Lúa chín người vui.",
]  # fmt: skip

ENGLISH_NONE = [
    "This is one of the largest ports.", "The food is second to none.", "May I ask a question?", "Wait a second.", "May we all be healthy.",
    "The council may approve it.", "On the one hand it is cheap; on the other it is slow.", "No one was hurt.", "One should not swim here.",
    "They helped one another.", "Residents march for peace.", "The march of progress goes on.", "Their second home is Laos.", "He came first.",
    "First, wash the rice.", "At first it rained.", "The first lady visited.", "Many a time it flooded.", "The two sides agreed.", "Both sides agreed.",
    "For the most part it is dry.", "A couple of fishermen returned.", "A number of communes were flooded.", "It is once again open.",
    "Once the dam is full, water flows.", "Second, plant trees.", "In the first place, safety matters.", "Ba Vì National Park welcomed visitors.",
    "Bảy Mẫu coconut forest draws tourists.", "She is second in command.", "He seconded the motion.", "The memory of the Second World War lingers.",
    "First-aid kits were given.", "One-stop shops were opened.", "The one-stop service is popular.", "A one-off payment was made.",
    "One Commune One Product goods sold well.", "The world’s second-largest city is elsewhere.", "Last year was dry.", "This year the harvest is good.",
    "Each year the village holds a fair.", "Sun is expected.", "The quarter was lively at night.", "The French Quarter was rebuilt.", "A point was made.",
    "Yên Thành commune is flat.", "Dong Loc crossroads is a memorial.", "Mr Won spoke.", "Tons of fun", "Zero tolerance applies.", "Won by the home team",
    "Twin cities met.", "Day one was wet.", "Step one is to register.", "It was one step forward.", "Third-party insurance is required.", "At the eleventh hour they agreed.", "He is one in a million.",
]  # fmt: skip


@pytest.mark.parametrize(("vi", "en"), [pytest.param(vi, en, id=name) for name, vi, en in EQUAL])
def test_the_same_quantities_are_equal(vi: str, en: str) -> None:
    assert are_equal(vi, en)


@pytest.mark.parametrize(("vi", "en"), [pytest.param(vi, en, id=name) for name, vi, en in DIFFERENT])
def test_another_quantity_is_found(vi: str, en: str) -> None:
    assert is_found(vi, en)


@pytest.mark.parametrize("text", VIETNAMESE_NONE)
def test_vietnamese_words_that_look_like_numbers_are_none(text: str) -> None:
    assert not [fact.text for fact in read_facts(text, "vi") if fact.strength is Strength.STRONG]


@pytest.mark.parametrize("text", ENGLISH_NONE)
def test_english_words_that_look_like_numbers_are_none(text: str) -> None:
    assert not [fact.text for fact in read_facts(text, "en") if fact.strength is Strength.STRONG]


@pytest.mark.parametrize("tag", SCANNERS)
def test_every_word_of_a_grammar_names_a_method_that_reads_it(tag: str) -> None:
    """The names are texts, so that no type checker sees one that is misspelt; it would be a crash on a rare word."""
    scanner = SCANNERS[tag]
    assert {method for method in scanner.words.values() if not callable(getattr(scanner, method, None))} == set()


@pytest.mark.parametrize(("tag", "word"), [(tag, word) for tag, scanner in SCANNERS.items() for word in scanner.words])
def test_every_word_of_a_grammar_is_read_in_any_place(tag: str, word: str) -> None:
    for text in (word, word.capitalize(), f"{word} 5", f"5 {word} ba ten", f"{word}-{word}", f"({word}, {word}.)"):
        assert all(text[fact.start : fact.end].strip() for fact in read_facts(text, tag))


@pytest.mark.parametrize("tag", sorted(SCANNERS))
def test_every_word_begins_what_one_method_of_one_part_reads(tag: str) -> None:
    owners: dict[str, set[type]] = {}
    for part in SCANNERS[tag].__mro__:
        for word, method in vars(part).get("words", {}).items():
            owners.setdefault(word, set()).add(part)
            assert callable(getattr(part, method, None)), (word, method)

    assert {word: parts for word, parts in owners.items() if len(parts) > 1} == {}
    assert set(owners) == set(SCANNERS[tag].beginnings)
