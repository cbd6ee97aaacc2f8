"""Words by which a short text betrays its language, and those that either language borrows."""

from __future__ import annotations

import unicodedata


def _words(text: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFC", text).split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFC", phrase.strip()) for phrase in text.replace("\n", ",").split(","))


VI_FUNCTION = _words("""
và của các những được với là trong cho tại từ đến đã sẽ đang có không này khi về theo trên dưới để bởi vì nên nhưng
hoặc nếu thì mà ra vào lên xuống lại còn cũng đều chỉ rất nhiều hơn nhất như do bị phải cần một mỗi ở giữa sau trước
qua bằng cùng tới nhằm gồm nay đó ấy vẫn mới chưa đây ai
""")
"""What nearly every Vietnamese sentence has one of."""

VI_WORDS = _words("""
ảnh ngày tháng giờ tuần quý năm tổng số cộng giá loại hạng mục tên tuổi nơi địa điểm xã phường huyện tỉnh thành phố
nước người hộ nhà xe tàu thuyền cây gạo lúa ngô khoai sắn chè cá tôm mực muối gỗ đá sắt thép xi măng điện than dầu
khí đường cầu cảng chợ trường lớp học bệnh viện thuốc thi giải vốn thuế lãi nợ tiền lương việc nghề đất rừng biển
sông núi hồ đập mưa bão lũ nắng nóng rét gió năng suất sản lượng tỷ lệ mức chỉ tiêu kết quả nguồn nhóm ngành lĩnh
vực khách đoàn đội bạn đối tác ghi chú nội dung thời gian đơn vị tính tăng giảm trước sau hiện tổ chức cơ quan dự án
kế hoạch nhiệm vụ pháp đích ý nghĩa hình thức lịch chương trình bài tin sách báo tranh nhạc phim vé cửa triệu nghìn
ngàn trăm chục đồng tấn tạ yến lượt chuyến chiếc căn quán mùa sáng trưa chiều tối đêm nay chúng tôi cháu cụ thầy trẻ
già sao hai bốn tám chín mười khoản vòng bảng tuyến chặng phí danh bìa trang kỳ đợt khóa phòng sở cấp độ giới lứa
bàn trận sân cỡ màu rộng cao sâu nặng chất liệu quyền hạn mở đóng đạt đúng sai thật giả nhận trả mua bán nhập xuất
tồn cũ mới nhỏ đủ thiếu câu hỏi đáp bước môn vùng toán lào
""")
"""Common nouns of tables and headings; none is a name when it stands alone."""

VI_PHRASES = _phrases("""
nhật bản, hàn quốc, trung quốc, thái lan, ấn độ, đài loan, hoa kỳ, châu âu, châu á, tiếng anh, tiếng việt, ngữ văn
xuất khẩu, nhập khẩu, kết quả, nổi bật, nhiệm vụ, trọng tâm, giải pháp, mục tiêu, chỉ tiêu, kế hoạch, báo cáo
hội nghị, hội thảo, thông báo, thông tin, đối ngoại, đầu tư, dự án, doanh nghiệp, kinh tế, xã hội, văn hóa, giáo dục
y tế, du lịch, nông nghiệp, công nghiệp, thương mại, dịch vụ, thủy sản, lâm nghiệp, chăn nuôi, trồng trọt, khai thác
nuôi trồng, tăng trưởng, phát triển, hợp tác, hỗ trợ, hạ tầng, giao thông, năng lượng, môi trường, khoa học, công nghệ
chuyển đổi, lao động, việc làm, thu nhập, ngân sách, tài chính, ngân hàng, thu hút, cải cách, hành chính, thủ tục
hồ sơ, đăng ký, liên hệ, điện thoại, địa chỉ, địa điểm, thời gian, đơn vị, số lượng, sản lượng, giá trị, tỷ lệ
tỷ trọng, tổng số, tổng cộng, tổng vốn, thị trường, sản phẩm, mặt hàng, khách hàng, nội dung, chương trình, hoạt động
sự kiện, tin tức, lịch sử, di sản, bảo tồn, lễ hội, triển lãm, biểu diễn, nghệ thuật, thể thao, phụ lục, ghi chú
nguồn gốc, tác giả, minh họa, đồ họa, giới thiệu, tổng quan, bối cảnh, ý nghĩa, kết luận, khuyến nghị, hạn chế
tồn tại, nguyên nhân, bài học, kinh nghiệm, phương hướng, thời tiết, thiên tai, bão lũ, khắc phục, hậu quả, cứu trợ
an toàn, an ninh, quốc phòng, biên giới, hữu nghị, quốc tế, nước ngoài, trong nước, địa phương, khu vực, nông thôn
thành thị, miền núi, điểm nhấn, câu hỏi, trả lời, đính chính, sửa đổi, bổ sung, văn bản, quyết định, nghị quyết
chỉ thị, công văn, học bổng, tuyển sinh, đào tạo, tóm tắt, chi tiết, lưu ý, đối tượng, điều kiện, quyền lợi, thời hạn
""")
"""Pairs of syllables that make a common noun or verb, for headings in which every syllable has a capital."""

KEPT = _words("""
ví giặm dặm hát hò vè xẩm trù chèo tuồng ghẹo đò quan họ bánh bún phở miến cháo súp lươn nhút mướt cuốn xèo gai
chưng tét bèo nem chả giò mắm tương cà kẹo chè rau răm măng gỏi xôi hến rượu ruốc ngào sườn đền chùa đình miếu làng
mường tết giỗ áo dài nón đàn bầu cồng chiêng khèn xòe
""")
"""Words for dishes, songs, festivals and places of worship, which an English text keeps."""

KEPT_BARE = _words("banh pho chao luon nhut muot giam xam tuong ruou nem tet")
"""Of these, without marks, those that are no common word."""

KEPT_HEADS = _words("""
bánh bún phở miến cháo súp nem chả giò mắm chè kẹo xôi gỏi ví giặm hát hò vè tết
""")
"""Those with which the name of a dish or a song begins."""

PLACE = _words("""
số đường phố ngõ ngách hẻm phường xã huyện tỉnh quận khối xóm thôn bản làng tổ tầng sông núi hồ đảo đèo quốc lộ hội lễ
chùa đền đình miếu chợ cầu cảng ga đê bãi
""")
"""Words of an address; before a capital or a number they are part of the name."""

VI_LABELS = _phrases("""
ảnh, nguồn, tin, bài, tin và ảnh, bài và ảnh, tác giả, minh họa, hình minh họa, đồ họa, theo, liên hệ, điện thoại
địa chỉ, ảnh tư liệu, ảnh minh họa, nguồn ảnh, hình, hình ảnh, chú thích, ghi chú, thời gian, địa điểm, thực hiện
biên dịch
""")
EN_LABELS = _phrases("""
photo, photos, picture, image, source, sources, text, story, text and photo, text and photos, author, illustration
graphic, graphics, according to, contact, telephone, phone, address, photograph, credit, photo credit, note, notes
caption, time, place, venue, translation, translated by, photo by, photos by, file photo, by
""")
"""What stands before a colon."""

EN_FUNCTION = _words("""
why who whom the of and for with was were is are by from that has have had will would which who whose their its this
these those there been being at as or but not it be he she they we you your our his her than into over under about
after before between during through against among while when where how what all each every some any no other more
most such only own both since until within without across along toward towards per via if because although however
therefore also one two three four five six seven eight nine ten
""")
"""What nearly every English sentence has several of, without `in`, `to`, `on`, `a`: Vietnamese has these too."""

EN_NAME_FUNCTION = _words(
    "the of and for at by or as with over no not one two three four five six seven eight nine ten"
)
"""Those that names and titles have too: Bank of America."""

EN_LINKS = _words("in to on a an at of for the by")
"""Short words that join the capitals of a heading: "Conference in Warsaw"."""

EN_SHARED = _words("""
a am an at bang bat bay be bet bin bit boat bun but buy by can cap cat chap chat chim chin chip chit choc chop coach
coat cop cot cue cut dam day diet dim dip do dot due duo gang gap gay go goat got gum gun gut ham hat hay he hem
hen hi him hip hit hon hop hot hum hung hut i in it kit lap lay let lip lit loan long lot lung man map mat may me men
met mom mop mum my nap net nip no non not nut on pin quit ram ran rat ray rep rich rim rip rom rot rue rum run
rut sap sat say sec set sin sip sit so soap son song sue sum sun sung g tap tech ten than that the them
then thin tin tip to toe tong top tot tram trap tray trim trip true try up van vet via yet
""")
"""English words whose letters could be a Vietnamese word without marks."""

EN_WORDS = _words("""
accident account accountant achievement acres activities activity actor actual address administration administrative
adult advantage advice adviser aerial affairs afternoon age agencies agency agenda agreement agricultural
agriculture aid aim airport album ambassador american amount anchovy ancient animal annex anniversary announcement
annual answer appendix applicants application apply april area army arrest art artefact artifact artisan artist
asked assembly assessment assistance attendee august authorities authority autumn average aviation award baby back
background bamboo bank banking battery beach bean bed bee beef beer began begin believer beneficiaries beneficiary
benefit benefits berth best better bicycle bid bidding big billion biomass bird birthday blood boat boat-race bond
bonus border both bottom bowl boy brand bread break breakfast bridge broadband broadcast brochure bronze budget
buffalo buffaloes build building built bus buses business businesses butterfly buying cage cake cambodia canal
capacity capital car cargo carrying carving cash cashew cassava catch catches categories category catfish cattle
cause cement cent central centre ceremonies ceremony certificate chain chair chairman chairperson chairwoman
challenge championship change chapter charge charity chart checked checkpoint chemistry chicken child children china
chinese church cinema cities citizen city claim clam clarification class clearance climate clinic close closed
closing clothing coach coal coast coastal code coffee cold college command commitment committee common commune
communication companies company compared comparison compensation completed component conclusion conference
conferring congress construction consultant consumption contact content contract contractor cook cooperation
cooperative corn correct correction correspondence cost costume council country course court cover coverage crab
craft credit crime criteria criterion crop crossing cultural culture currency customs cycling daily dam damage dance
dancer data date day dead deadline debt december decision decrease decree deep defence deficit degrees delegation
demand department depth deputies deputy description detail development device diary difficulties difficulty digital
dike dinner diploma directive director disability disaster disease dish distance district dock doctor document
dolphin domestic donation donor door draw drawing drink drop dropped drought drug drying duck duration during duties
duty dyke early east eastern economic economy editor editor's education eel effect egg elderly election electricity
electronics elephant eligibility email employment empty end ended energy engineer england english enterprise
environment environmental epidemic equipment error essay estimated ethnic european evacuated evacuation evaluation
evening event exam examination exchange exhibition expected expenditure expert explained explains export expressway
external eye fact factory failure fake fall false families family faq farm farmer farming father feature february
fee feed female fertiliser fertilizer festival field fifth fight fighting figure final find fine first fish
fisheries fisherman fishermen fishery fishing flag fleet flight flood flooding floor flower fodder folk footwear
forecast foreign forest forestry foreword form founded fourth framework france fraud free freight french frequency
friday friendship front fruit fuel full function fund funding furniture further gallery garden garment gate gender
general geography german germany getting gift ginger girl given goal goalkeeper gold good government grade graduate
graduation grandfather grandmother grass greenhouse grew grid gross ground groundbreaking groundnut group grow
growth guard guest guesthouse guidance guide hail half hall harvest health heart heat hectare height held help herb
heritage high highlight highway hill historic historical history hold holding holiday home homeless honey hook
hospital host hostel hour house household housing how-to hundred import incentive income increase index india
indicator industrial industries industry infant inflation information infrastructure injured innovation insect
inside inspection institution instrument interchange interest international internet interpreter interview
introduction investment investor iron irrigation island issue issued issuer italy item january japan japanese job
journalist judge july junction june key killed kilometers kilometres kindergarten kitchen korea korean label labor
laboratory labour lake land landslide lane language laos large last late launch launched launches law lawyer layer
lead leader leaflet learner leather lecturer left length lesson letter level library licence license limitation link
list literature litres livestock loans local location long loss losses lotus low lower lunch machine machinery
mackerel magazine main maize major making male mammals man management manager map march mark marked market match
mathematics meal measure meat medal media medical medicine meeting member memorandum men meters metres midwife mile
military milk million mineral minister ministries ministry minor minorities minority misleading missing mistake
mobilisation monday monitoring monk monkey month monthly monument morning mother motion motorcycle motorway mountain
mountainous museum mushroom music musician myth name national navy need needed netherlands network new newsletter
newspaper next night noodle noon north northern note notice november number nurse nursery objective obligation
obligations october offence offense office officer official oil old ongoing open opened opening opponent
opportunities opportunity orange orchard order organiser organizer origin original orphan outcome output outside
overview oyster paddy page pagoda paid painter painting pandemic panels paper parent park part participants partner
partnership party passenger passport password patient patrol pavement pay payment peanut penalties penalty people
people's pepper per percent percentage performance period permit person petrol pharmacy phase phone photo
photographer physics picture pier pig pineapple pipe place plan planned planning plant planting plastic platform
player playground plot poet point police policies policy pollution pond population pork porridge port portrait
poster pot potato pottery poultry poverty power preface president press price priest primary prison privacy prize
procedure product production profile profit program programme progress project proposal protect protecting province
provincial pump pupil purpose quality quantity quarter quarterly quay question quota race radio railway rain
rainfall rank rate rating ratio reading reality reason rebuild receive received recipe recipient recommendation
recovery referee reference reform region register registration regulation related relations relic relief religion
religious relocation remark repair report reporter reporting requirements rescue research researcher reservoir
resettlement resident resolution response responsibility restaurant restore restored restoring result retail revenue
review revised rice right rise risk river road role room rose round roundabout route rubber rumour runway rural
russia russian safety sales salt sample sand saturday sauce save savings scam schedule scholarship school science
score screening sculpture sea seafood seaweed second secondary secretary section sector security seed seedling seen
selection selling semi-final sensor september service sesame session sex share shelter shift ship shipment shipping
shop short shortcoming showing shrimp sign signed signing silk since singer singing site sitting sixth size sluice
small smuggling social software soil solar soldier solution soup source sourced south southern spain speaker special
species speech speed sponsor sport spring square squid stadium stage stall stand standard standing start started
statement station statue status stay steel step stock stone storage store stories storm story straw street strength
structure student subcontractor subject subscription substation subtotal success successes sugarcane summary summer
sunday supermarket supply support surgery surplus survey sweet swimming switzerland system table taken talk tank
target tariff task tax taxes tea teacher team technology teeth telephone television temperature temple tender term
terminal test textile thailand thank theater theatre theme third thousand thursday ticket tide tiger timber time
timetable tips tonnes tons top topic total tourism tourist tournament town trade trading tradition traditional
traffic train training transfer transformation translator transport trap treatment tree trend trial trillion trip
true truth tuesday tuna tunnel turbine turnover turtle type typhoon union unit university upper urban use used user
vaccination vaccine valley value vegetable vehicle venue verdict verified vessel veteran vice victim vietnamese view
village villager visa visit visitor volume volunteer vote voter wages walk walking wall ward warehouse waste
wastewater watching water wave weakness wearing weather weaver weaving wedding wednesday week week-long weekend
weekly weight welcome well west western whale wharf width wildlife win wind wine winner winter woman women won wood
wooden worker working workshop worst writer wrong year year-on-year yield young youth
""")
"""Common words of provincial news; many are a heading or a cell by themselves."""

EN_NAMELIKE = _words("""
industrial international national nation park zone hub bank group fund forum summit award awards prize festival week
day cup league open center centre university academy institute school hotel resort beach city town island bay sea
port airport airlines capital investment investments trade trading company energy power solar wind water food foods
farm tea coffee milk rice house home land garden village green blue smart digital global world asia first new next
young youth women song future life health care hospital pharmacy technology science innovation data system systems
media news times post journal central north south east west northern southern eastern western golden star sun sky
river mountain express market mart plaza tower mall club art arts music dance sport sports marathon run race tour
travel tourism heritage culture community foundation children peace friendship growth gold cold net sweet high big
special general main better best bee tiger elephant dolphin steel cement textile garment factory plant vietnamese
lao chinese korean japanese french german russian thai american european english college museum theatre stadium
square store restaurant kitchen gallery radio television network card right top front gate guide link mark rise win
point master save help welcome hope gift stone sand people
""")
"""Of these a programme, a company or a venue is named: in capitals they prove nothing."""

EN_PLACE = _words("ward commune district province hamlet street avenue village pagoda temple river department")
"""After a Vietnamese name, these make its English form."""

LOANS = _words("""
a.m acid acoustic aerobic agritech ai al album am amoniac app apps axit baht ballad banner bar bia bigdata billiards
biodiesel biogas bitcoin block blockchain blog blogger bolero booth boxing brand buffet bus cafe callcenter camera
camping canxi carbon cargo carnival cashback casino casting catwalk cent charter check-in check-out checkin checkout
chip chips clinker clip clip-art clips clo cloud club clubs cm cocktail code coding coffee combo complex composite
condotel container coupon covid da data db de depot der derby des di diesel dm dollar dr drone drones du e-book
e-commerce e-learning e-mail ebook ecommerce edtech el elearning email etc ethanol euro facebook famtrip fan fanpage
feet inch
fans farmstay fashion fax feeder festival fintech fitness fleur font franc freeship futsal g gala game games gameshow
gas ghz gis glamping global-gap globalgap gmail golf gps gw gwh gym ha haccp halal halogen hamburger hardware
hat-trick hit homestay hot hotline hub hydro hydrogen hz icd ics in inbound influencer inox internet
internet-of-things ion iot iso jazz jean jeans jeep judo karaoke karate kayak kg kickboxing kimchi kip km kol kols
kosher kv kva kw kwh kwp l la laptop laser lcd le led limousine lithium livestream livestreams logistic logistics logo
m m2 m3 made mall marathon marketing menu methanol metro mhz micro minibus ml mm model moto motor mr mrs ms muay mw
mwh mwp nano nd neon nitrate no nos nylon offline ok oled online organic outbound outlet oxy ozon ozone p.m pallet
passport pdf penalty penthouse ph photoshop pickleball picnic pin pixel pizza plasma play-off playoff pm podcast
polymer pop portal poster powerpoint ppm presstrip protein pub qr radio rafting rap rd resort ro-ro roadshow robot
robotics robots rock sale sandwich sauna scada scanner sel seminar server set sexy ship shipper shop shophouse
shopping show show-room showroom shows silicon single slogan smartphone sneaker snooker software spa squash st stand
startup startups steak stem streamer style stylist sup supermarket sushi t tablet taekwondo talk talkshow taxi
teambuilding telex tennis test th ti-vi tiktok tiktoker tivi token top tour tours trailer transit trend tugboat tv
vaccine vaccines van var vest video videos vietgap villa vip virus visa vitamin vlog vlogger vodka von voucher vs web
webinar website wh whisky wifi won workshop wushu x-ray xenon yen yoga youtube youtuber zalo zumba ắc-quy xu
""")
"""Words both languages print unchanged, and symbols of units."""
