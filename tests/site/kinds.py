"""The project's own content with a few bulletins more, so that every kind of page, and every part of one, is there."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.trees import ROOT, write_docs

WITHDRAWN = """\
---
title: Tin đã gỡ
description: Tin này đã được gỡ.
date: 2026-10-05
status: withdrawn
approved: {by: Nguyễn Văn A, on: 2026-10-05}
withdrawn: {on: 2026-10-07, reason: {vi: Số liệu trong bài chưa được cơ quan thống kê xác nhận., en: The statistics office had not confirmed the figures.}}
---
Nội dung đã gỡ.
"""
RICH = """\
---
title: Nghệ An công bố danh mục dự án kêu gọi đầu tư giai đoạn 2026–2030, ưu tiên năng lượng, cảng biển và nông nghiệp công nghệ cao
description: Danh mục gồm 12 dự án với tổng vốn 1.250,5 tỷ đồng.
date: 2026-10-06
updated: 2026-10-08
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-06}
topics: [investment]
author: Ban biên tập
source: {name: Cổng thông tin, url: https://nghean.gov.vn/, rights: Giữ bản quyền}
redirect_from: [news/2026/10/ten-cu]
image: {file: anh.svg, alt: Hình vẽ núi và biển, caption: "Hình minh họa: núi và biển", credit: Minh họa của dự án}
corrections: [{on: 2026-10-07, note: Sửa số dự án từ 11 thành 12.}]
---
Đoạn mở đầu với **chữ đậm**, *chữ nghiêng*, `mã`, m^2^ và [liên kết](https://nghean.gov.vn/).[^1]

## Danh mục

| Dự án | Vốn (tỷ đồng) |
|---|---:|
| Cảng Cửa Lò | 850,5 |
| Điện gió | 400 |

!!! note
    Số liệu tính đến ngày 30 tháng 9 năm 2026.

> Trích lời phát biểu tại hội nghị.

1. Bước một
2. Bước hai

![Hình vẽ](anh.svg)

## Một tiêu đề rất dài để xem chữ xuống dòng thế nào trên màn hình nhỏ của điện thoại

Thuật ngữ
:   Định nghĩa của thuật ngữ.

UBND tỉnh giao việc.

*[UBND]: Ủy ban nhân dân

[^1]: Một chú thích.
"""
RICH_EN = """\
---
title: Nghệ An announces projects open to investment in 2026–2030
description: The list has 12 projects worth VND 1,250.5 billion.
translation: {of: vi, status: reviewed, translator: Tổ dịch, checked: 2026-10-08}
image: {file: anh.svg, alt: Drawing of mountains and sea, caption: "Illustration: mountains and sea"}
corrections: [{on: 2026-10-07, note: The number of projects was 12 and not 11.}]
---
An opening paragraph with **bold** and *slanted* words, `code`, m^2^ and [a link](https://nghean.gov.vn/).[^1]

## The list

| Project | Capital (VND billion) |
|---|---:|
| Cửa Lò port | 850.5 |
| Wind power | 400 |

!!! note
    Figures as of 30 September 2026.

> A quotation from a speech at the conference.

1. Step one
2. Step two

![Drawing](anh.svg)

## A very long heading, to see how words wrap on the small screen of a telephone

A term
:   What the term means.

The PPC sets the task.

*[PPC]: Provincial People’s Committee

[^1]: A footnote.
"""
REVISED = """\
---
title: Sở Ngoại vụ thông báo lịch tiếp khách quốc tế
description: Lịch mới có thêm một buổi.
date: 2015-09-05
updated: 2015-09-09
status: published
approved: {by: Nguyễn Văn A, on: 2015-09-05}
---
Sở tiếp khách vào thứ Hai và thứ Năm.
"""
REVISED_EN = """\
---
title: When the Department of Foreign Affairs receives international visitors
description: The new timetable has one more session.
translation: {of: vi, status: reviewed, translator: Tổ dịch}
---
The Department receives visitors on Mondays.
"""
POLICY = "rules: {stale-translation: warning, diverged-translation: warning}\n"
"""A translation may be behind for as long as anyone looks at these pages."""
BEFORE = f"""\
en:
  of: vi
  accepted: 2015-09-05
  source:
  - {"0" * 16}
  translation:
  - {"0" * 16}
"""
"""What was accepted of a pair before both editions changed."""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675" viewBox="0 0 1200 675"><path d="M0 0h9v9z"/></svg>'

CLAIM = """\
---
title: Cầu cảng không hề bị bán; tỉnh chỉ cho thuê một bãi hàng
description: Hợp đồng cho thuê một bãi trong 20 năm, đất và cầu cảng vẫn thuộc Nhà nước.
date: 2015-11-02
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-06}
claim: Cầu cảng đã bị bán cho nước ngoài & ai cũng biết </script><script>alert(1)</script>.
verdict: misleading
claimed_on: 2015-11-01
claimed_by: Một số tài khoản mạng xã hội
evidence:
  - {text: Hợp đồng cho thuê bãi hàng, url: "https://nghean.gov.vn/hop-dong"}
  - text: Giấy chứng nhận quyền sử dụng đất
sources: [{name: {vi: Cổng thông tin điện tử, en: Web portal}, url: "https://nghean.gov.vn/"}]
---
Tỉnh chỉ cho thuê một bãi hàng.
"""
CLAIM_EN = """\
---
title: The berth has not been sold; the province has leased one yard
description: The contract leases one yard for 20 years; the land and the berth remain with the State.
translation: {of: vi, status: reviewed, translator: Tổ dịch}
claim: The berth has been sold to foreigners & everybody knows it </script><script>alert(1)</script>.
claimed_by: Some social media accounts
evidence:
  - {text: The lease of the yard, url: "https://nghean.gov.vn/hop-dong"}
  - text: The land-use right certificate
---
The province has leased one yard only.
"""
RACE = """\
---
title: Giải đua thuyền truyền thống trên sông Lam
description: Mười sáu đội dự giải.
date: 2015-11-03
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-06}
start: 2015-11-28T07:30+07:00
end: 2015-11-28T11:30+07:00
place: {vi: Bến thuyền Cửa Hội, en: Cửa Hội landing stage}
organiser: {vi: Ban tổ chức giải, en: Organising committee}
event_status: postponed
link: https://nghean.gov.vn/dua-thuyen
---
Giải được hoãn vì nước lên cao.
"""
RACE_EN = """\
---
title: Traditional boat race on the Lam River
description: Sixteen crews take part.
translation: {of: vi, status: reviewed, translator: Tổ dịch}
---
The race is put off because the river is high.
"""
PRESS = """\
---
title: Báo nước ngoài viết về tỉnh
description: Hai bài đăng trong tháng.
date: 2015-11-04
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-06}
links:
  - {outlet: Küstenblatt, title: Salz aus Sand, link: "https://example.de/salz", published_on: 2015-11-01, language: de}
  - {outlet: The Merrow Ledger, title: A quiet port, link: "https://example.com/port", published_on: 2015-11-02, language: en}
---
Hai tờ báo viết về cảng và muối.
"""
PRESS_EN = """\
---
title: The province in the foreign press
description: Two articles published this month.
translation: {of: vi, status: reviewed, translator: Tổ dịch}
---
Two newspapers write about the port and about salt.
"""
REPEALED = """\
---
title: Quyết định 31/2015/QĐ-UBND về hỗ trợ đầu tư
description: Văn bản quy định mức hỗ trợ.
date: 2015-11-05
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-06}
number: 31/2015/QĐ-UBND
kind: decision
issuer: {vi: Ủy ban nhân dân tỉnh, en: Provincial People’s Committee}
issued_on: 2015-11-01
effective_on: 2015-11-15
legal_status: repealed
repealed_by: 15/2020/QĐ-UBND
text: toan-van.pdf
---
Mức hỗ trợ theo bảng kèm theo.
"""
REPEALED_EN = """\
---
title: Decision 31/2015/QĐ-UBND on support for investment
description: It sets out the rates of support.
translation: {of: vi, status: reviewed, translator: Tổ dịch}
---
The rates are in the annexed table.
"""
OFFER = """\
---
title: Nhà máy chế biến thực phẩm
description: Lô đất dành cho nhà máy chế biến rau quả.
date: 2015-11-06
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-06}
capital: 680 tỷ đồng
area: 6,5 ha
contact: {name: Nguyễn Văn B, phone: "+84 000 000 123", email: dautu@example.org}
as_of: 2015-10-31
expires: 2015-12-31
---
Đợt nhận hồ sơ đã kết thúc.
"""
OFFER_EN = """\
---
title: A food-processing plant
description: A plot for a plant making fruit and vegetable products.
translation: {of: vi, status: reviewed, translator: Tổ dịch}
capital: VND 680 billion
area: 6.5 ha
---
The call has closed.
"""

LONG = """\
---
title: Ngắn
description: Bài dài, không có ảnh.
date: 2015-10-06
status: published
translate: optional
approved: {by: Nguyễn Văn A, on: 2026-10-06}
---
""" + "\n\n".join(
    f"Đoạn {number}: tỉnh Nghệ An tiếp tục giới thiệu tiềm năng, chính sách và môi trường đầu tư với bạn bè quốc tế; "
    f"tổng vốn đăng ký trong năm đạt {number}.250,5 tỷ đồng, tăng {number},5% so với cùng kỳ năm trước."
    for number in range(1, 21)
)

EVENT = """\
---
title: Hội nghị gặp gỡ nhà đầu tư quốc tế
description: Hội nghị kéo dài hai ngày, có phiên dịch.
date: 2026-10-06
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-06}
agencies: [department-of-planning-and-investment]
start: 2096-12-10
end: 2096-12-11
---
Đại biểu đăng ký qua thư điện tử.
"""
EVENT_EN = """\
---
title: A conference with international investors
description: The conference lasts two days, with interpreters.
translation: {of: vi, status: reviewed, translator: Tổ dịch, checked: 2026-10-06}
---
Delegates register by e-mail.
"""
DOCUMENT = """\
---
title: Quyết định về hỗ trợ nhà đầu tư
description: Quyết định quy định mức hỗ trợ.
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-06}
agencies: [department-of-planning-and-investment]
number: 15/2016/QĐ-UBND
issuer: {vi: Ủy ban nhân dân tỉnh, en: Provincial People’s Committee}
issued_on: 2016-03-05
legal_status: repealed
---
Quyết định gồm ba điều.
"""
DOCUMENT_EN = """\
---
title: A decision on support for investors
description: The decision sets out the support.
translation: {of: vi, status: reviewed, translator: Tổ dịch, checked: 2026-10-06}
---
The decision has three articles.
"""
ISSUE = """\
---
title: "Bản tin số 1 năm 2026: Mùa dự án"
description: Các dự án kêu gọi đầu tư và những việc đã làm trong quý.
date: 2026-10-09
status: published
approved: {by: Nguyễn Văn A, on: 2026-10-09}
number: 1
period: 2026-Q3
contents: [news/2026/10/danh-muc, news/2015/10/khong-anh, news/2015/09/lich-moi]
publisher: {vi: Sở Ngoại vụ tỉnh Nghệ An, en: Nghệ An Department of Foreign Affairs}
responsible: Nguyễn Văn A
licence: {vi: Giấy phép xuất bản bản tin số 04/GP-XBBT, en: Bulletin licence 04/GP-XBBT}
address: {vi: "Số 1 đường Hồ Sen, thành phố Vinh", en: "1 Hồ Sen Street, Vinh"}
image: {file: bia.svg, alt: Hình vẽ núi, caption: Bìa số 1}
corrections: [{on: 2026-10-10, note: Sửa tên một dự án.}]
---
Số này nói về [danh mục dự án](../../news/2026/10/danh-muc/) của tỉnh.
"""
ISSUE_EN = """\
---
title: "Issue 1 of 2026: Project season"
description: The projects open to investment, and what was done in the quarter.
translation: {of: vi, status: reviewed, translator: Tổ dịch, checked: 2026-10-09}
responsible: Nguyễn Văn A
image: {file: bia.svg, alt: Drawing of mountains, caption: Cover of issue 1}
corrections: [{on: 2026-10-10, note: The name of a project was wrong.}]
---
This issue is about [the list of projects](../../news/2026/10/danh-muc/) of the province.
"""
FLAT = """\
---
title: {title}
description: {description}
status: published
translate: optional
approved: {{by: Nguyễn Văn A, on: 2015-11-06}}
{fields}
---
Nội dung.
"""
FRONT = {
    "_data/figures.yml": "dan-so: {vi: Dân số, en: Population, value: {vi: '3,4 triệu người', en: 3.4 million},"
    " as_of: 2015-12-31, source: {vi: Thống kê tỉnh, en: Statistics Office}}\n",
    "opportunities/kho-lanh/index.vi.md": FLAT.format(
        title="Kho lạnh gần cảng",
        description="Tỉnh tìm nhà đầu tư.",
        fields="capital: 320 tỷ đồng\nexpires: 2999-12-31",
    ),
    "clarifications/2015/08/phi/index.vi.md": FLAT.format(
        title="Tỉnh không thu phí thị thực", description="Phí do trung ương quy định.", fields="date: 2015-08-07"
    ),
}
"""What else the front page gathers; too old to move what other tests look at, and open for ever."""

KINDS = {
    "home": "",
    "section": "news/",
    "year": "news/2026/",
    "month": "news/2026/10/",
    "taxon": "topics/investment/",
    "index": "agencies/",
    "archive": "archive/",
    "archive year": "archive/2026/",
    "archive month": "archive/2026/10/",
    "site map": "site-map/",
    "feeds": "feeds/",
    "api": "api/v1/",
    "search": "search/",
    "events": "events/",
    "documents": "documents/",
    "bulletin": "news/2026/10/danh-muc/",
    "bulletin in revision": "news/2015/09/tiep-khach/",
    "bulletin never compared": "news/2015/09/lich-moi/",
    "clarification": "clarifications/2015/11/cau-cang/",
    "event": "events/2015/11/dua-thuyen/",
    "press": "press/2015/11/bao-chi/",
    "document": "documents/quyet-dinh-31/",
    "opportunity": "opportunities/nha-may/",
    "standing": "about/organisation/",
    "stub": "news/2026/11/how-this-bulletin-is-checked/",
    "withdrawn": "news/2026/10/da-go/",
    "empty list": "news/2026/11/",
    "redirect": "news/2026/10/ten-cu/",
    "issue": "issues/2026-1/",
    "whole": "issues/2026-1/whole/",
    "both": "both/news/2026/10/danh-muc/",
    "both issue": "both/issues/2026-1/",
    "gone": "both/news/2015/10/khong-anh/",
}
"""Kind of page → its address in Vietnamese; the English one lies below `en/`. Stub and empty list are English only."""
BILINGUAL = ("both", "both issue", "gone")
"""Kinds of which there is one page for both languages."""


def write_kinds(folder: Path) -> Path:
    """Copy docs/ and add what it lacks; return the docs folder."""
    docs = folder / "docs"
    write_docs(folder, {"urls.lock": f"/{KINDS['gone']}\n"})
    shutil.copytree(ROOT / "docs", docs)
    (docs / "_data/approvers.yml").unlink()  # or nobody here may approve
    return write_docs(
        docs,
        {
            "news/2026/10/da-go/index.vi.md": WITHDRAWN,
            "news/2026/10/danh-muc/index.vi.md": RICH,
            "news/2026/10/danh-muc/index.en.md": RICH_EN,
            "news/2026/10/danh-muc/anh.svg": SVG,
            "news/2015/09/tiep-khach/index.vi.md": REVISED,
            "news/2015/09/tiep-khach/index.en.md": REVISED_EN,
            "news/2015/09/tiep-khach/translation.lock": BEFORE,
            "news/2015/09/lich-moi/index.vi.md": REVISED.replace("Lịch mới", "Lịch"),
            "news/2015/09/lich-moi/index.en.md": REVISED_EN,
            "events/2026/10/hoi-nghi/index.vi.md": EVENT,
            "events/2026/10/hoi-nghi/index.en.md": EVENT_EN,
            "documents/qd-15-2016/index.vi.md": DOCUMENT,
            "documents/qd-15-2016/index.en.md": DOCUMENT_EN,
            "clarifications/2015/11/cau-cang/index.vi.md": CLAIM,
            "clarifications/2015/11/cau-cang/index.en.md": CLAIM_EN,
            "events/2015/11/dua-thuyen/index.vi.md": RACE,
            "events/2015/11/dua-thuyen/index.en.md": RACE_EN,
            "press/2015/11/bao-chi/index.vi.md": PRESS,
            "press/2015/11/bao-chi/index.en.md": PRESS_EN,
            "documents/quyet-dinh-31/index.vi.md": REPEALED,
            "documents/quyet-dinh-31/index.en.md": REPEALED_EN,
            "documents/quyet-dinh-31/toan-van.pdf": "%PDF-1.4\n%%EOF\n",
            "opportunities/nha-may/index.vi.md": OFFER,
            "opportunities/nha-may/index.en.md": OFFER_EN,
            "_data/coverage.yml": POLICY,
            "news/2015/10/khong-anh/index.vi.md": LONG,
            "issues/2026-1/index.vi.md": ISSUE,
            "issues/2026-1/index.en.md": ISSUE_EN,
            "issues/2026-1/bia.svg": SVG,
            **FRONT,
        },
    )


def addresses() -> list[tuple[str, str, str]]:
    """(kind, locale tag, address) of every page to look at; the error page answers in both languages."""
    pages = [
        (kind, tag, prefix + address)
        for kind, address in KINDS.items()
        for tag, prefix in (("vi", ""), ("en", "en/"))
        if not (tag == "vi" and kind in ("stub", "empty list")) and not (tag == "en" and kind in BILINGUAL)
    ]
    return [*pages, ("not found", "vi", "404.html"), ("not found", "en", "en/404.html")]
