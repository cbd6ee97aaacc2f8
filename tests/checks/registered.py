"""Registries written beside the assertion, and what the rules on terms and names say of editions with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bulletin.checks.pair import compare, read
from bulletin.checks.terms.findings import Compared, check_terms
from bulletin.checks.terms.matcher import Names, names_of
from bulletin.model.bulletin import Bulletin, Shared
from bulletin.model.registry import Registries
from bulletin.source.blocks import read_blocks
from bulletin.source.registries import read_registries

from tests.checks.editions import KEY, edition
from tests.trees import write_docs

TAGS = ("vi", "en")
DAY = date(2026, 3, 5)
REGISTRIES = {
    "glossary": """\
external-information: {vi: thông tin đối ngoại, en: external information, abbr: {vi: TTĐN}, forms: {en: [external communication]}, avoid: {en: [foreign information]}}
digital-transformation: {vi: chuyển đổi số, en: digital transformation}
border-gate: {vi: cửa khẩu, en: border gate}
""",
    "agencies": """\
dpi: {vi: Sở Kế hoạch và Đầu tư, en: Department of Planning and Investment, abbr: {vi: Sở KH&ĐT, en: DPI}, common: [vi], avoid: {en: [Planning Department]}, until: 2025-02-28, successor: dof}
dof: {vi: Sở Tài chính, en: Department of Finance, abbr: {en: DOF}}
culture: {vi: "Sở Văn hóa, Thể thao và Du lịch", en: "Department of Culture, Sports and Tourism"}
environment: {vi: Sở Nông nghiệp và Môi trường, en: Department of Agriculture and Environment, since: 2025-03-01}
peoples-committee: {vi: Ủy ban nhân dân, en: People’s Committee, abbr: {vi: UBND}, common: true}
""",
    "places": """\
nghe-an: {vi: Nghệ An, en: Nghệ An}
ha-noi: {vi: Hà Nội, en: Hà Nội, forms: {en: [Hanoi]}}
thanh-hoa: {vi: Thanh Hóa, en: Thanh Hóa}
thua-thien-hue: {vi: Thừa Thiên Huế, en: Thừa Thiên Huế, until: 2024-12-31, successor: hue}
hue: {vi: Thành phố Huế, en: Huế City, forms: {vi: [Huế]}}
quang-binh: {vi: Quảng Bình, en: Quảng Bình, until: 2025-06-30, successor: quang-tri}
quang-tri: {vi: Quảng Trị, en: Quảng Trị}
vinh: {vi: Vinh, en: Vinh}
laos: {vi: Lào, en: Laos, forms: {en: [Lao, Laotian]}}
viet-nam: {vi: Việt Nam, en: Viet Nam, forms: {en: [Vietnamese]}, avoid: {en: [Vietnam, Việt Nam]}}
airline: {vi: Hãng hàng không Quốc gia Việt Nam, en: Vietnam Airlines}
""",
    "people": """\
nguyen-van-a:
  vi: Nguyễn Văn Ánh
  en: Nguyễn Văn Ánh
  posts:
    - {vi: Giám đốc Sở Tài chính, en: Director of the Department of Finance, since: 2025-03-01, until: 2025-12-31}
    - {vi: Phó Chủ tịch tỉnh, en: Vice-Chair of the province, since: 2026-01-01}
le-thi-b: {vi: Lê Thị Bích, en: Lê Thị Bích}
""",
}


def registries(texts: Mapping[str, str] = REGISTRIES) -> Registries:
    """Registries from their YAML, by name."""
    with TemporaryDirectory() as folder:
        docs = write_docs(Path(folder), {f"_data/{name}.yml": text for name, text in texts.items()})
        return read_registries(docs, TAGS)


_NAMES = names_of(registries(), TAGS)


def told(
    source: str,
    translation: str,
    *,
    day: date | None = DAY,
    tags: tuple[str, str] = TAGS,
    names: Names = _NAMES,
    shared: Shared | None = None,
) -> list[str]:
    """What the rules say, as `en:7: rule: message`: the edition, the line in its file, the English sentence."""
    bodies = dict(zip(tags, (f"{source}\n", f"{translation}\n"), strict=True))
    editions = {tag: edition(body, tag) for tag, body in bodies.items()}
    editions[tags[0]] = replace(editions[tags[0]], shared=shared or Shared(date=day))
    bulletin = Bulletin(KEY, editions, tags[0])
    sides = {tag: read(one, read_blocks(one)) for tag, one in editions.items()}
    result = compare(bulletin, sides[tags[0]], sides[tags[1]])
    found = check_terms(bulletin, sides, [Compared(*tags, result)], names)
    return [f"{each.locale}:{each.line}: {each.rule}: {each.message.en}" for each in found]
