"""A synthetic docs folder: bulletins of 18 months in every state a translation can be in, for reports to show.

    PYTHONPATH=scripts python -m tests.reports.synthetic FOLDER [--count N] [--seed N] [--git]

Nothing in it is news: places, offices and numbers are made up from a fixed seed. With `--git` the folder becomes a
repository that holds what editions said before they changed.
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bulletin.checks.states import digests
from bulletin.model.state import Accepted
from bulletin.source.blocks import read_blocks
from bulletin.source.front_matter import EditionFile, read_edition
from bulletin.source.lock import LOCK_NAME, write_lock

TODAY = date(2026, 11, 23)
MONTHS = 18
TAGS = ("vi", "en")

STATES = {
    "current": 150, "missing": 34, "stale": 26, "diverged": 8, "edited": 8, "untracked": 16, "machine": 8,
    "draft-translation": 12, "draft": 8, "review": 6, "unapproved": 3, "withdrawn": 4, "embargoed": 5, "one-language": 6, "pending": 4,
    "value": 8, "unit": 3, "dropped": 3, "untranslated": 2, "broken": 2,
}  # fmt: skip
"""State → how many of each 316 bulletins."""

TRANSLATORS = ("Nguyễn Thị Thu Hà", "Trần Quốc Minh", "Lê Hồng Phương", "Phạm Đức Anh", "Hoàng Mai Chi")
EDITORS = ("Vũ Thanh Bình", "Đặng Ngọc Lan")
AGENCIES = {
    "external-affairs": ("Sở Ngoại vụ", "Department of External Affairs"),
    "industry": ("Sở Công Thương", "Department of Industry and Trade"),
    "finance": ("Sở Tài chính", "Department of Finance"),
    "agriculture": ("Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment"),
    "culture": ("Sở Văn hóa, Thể thao và Du lịch", "Department of Culture, Sports and Tourism"),
    "border-guard": ("Bộ đội Biên phòng tỉnh", "Provincial Border Guard"),
}
POLICY = """\
sections:
  news: {required: 0.95, by: pages, grace_days: 14}
  features: {required: 0.9, by: words, grace_days: 30}
  "*": {required: 1.0, by: pages, grace_days: 21}
rules: {"missing-translation": error, "stale-translation": error, "diverged-translation": error}
"""
SECTIONS = ("news",) * 6 + ("features", "features", "events", "clarifications", "press", "documents", "opportunities")

SUBJECTS: Sequence[tuple[str, str]] = (
    ("Cụm công nghiệp Tân Sơn đón thêm nhà đầu tư", "Tân Sơn industrial cluster welcomes more investors"),
    ("Cảng Đông Hải mở tuyến tàu container mới", "Đông Hải port opens a new container route"),
    ("Mùa vải thiều sớm ở huyện Bình Khê", "An early lychee season in Bình Khê district"),
    ("Lễ hội đua thuyền trên sông Trà", "A boat race festival on the Trà river"),
    ("Kết nghĩa với tỉnh bạn bên kia biên giới", "A friendship agreement with a province across the border"),
    ("Trạm y tế biên giới khám bệnh cho người dân hai nước", "A border clinic treats people of both countries"),
    ("Dự án điện gió ven biển hoàn thành giai đoạn một", "A coastal wind project completes its first phase"),
    ("Trường nghề mở lớp tiếng Anh cho công nhân", "A vocational school opens English classes for workers"),
    ("Chè Phú Lâm được cấp chứng nhận hữu cơ", "Phú Lâm tea is certified organic"),
    ("Đoàn doanh nghiệp nước ngoài khảo sát khu kinh tế", "Foreign businesses survey the economic zone"),
    ("Khôi phục làng dệt thổ cẩm An Thượng", "Reviving the brocade village of An Thượng"),
    ("Hội nghị xúc tiến du lịch mùa hè", "A conference promotes summer tourism"),
    ("Giống lúa chịu mặn cho vùng cửa sông", "Salt-tolerant rice for the estuary"),
    ("Cầu Bến Lội thông xe trước tiến độ", "Bến Lội bridge opens ahead of schedule"),
    ("Phản hồi thông tin sai về phí cầu đường", "Correcting a false report on road tolls"),
    ("Tuần lễ phim hữu nghị", "A week of friendship films"),
)
PARAGRAPHS: Sequence[tuple[str, str]] = (
    ("Tổng vốn đăng ký đạt {a},5 tỷ đồng, tăng {p}% so với cùng kỳ năm trước.", "Registered capital reached VND {a}.5 billion, up {p}% from the same period of the previous year."),
    ("Khoảng {b} lao động địa phương đã có việc làm ổn định tại các nhà máy trong cụm.", "About {b} local workers have found stable jobs at the factories of the cluster."),
    ("Ông Trần Văn Thắng, đại diện ban quản lý, cho biết các thủ tục được giải quyết tại một đầu mối.", "Mr Trần Văn Thắng, representing the management board, said that all procedures are handled at one office."),
    ("Hàng hóa đi qua cửa khẩu đạt {c} tấn, chủ yếu là nông sản và vật liệu xây dựng.", "Goods through the border gate reached {c} tonnes, mainly farm products and building materials."),
    ("Chương trình thu hút {b} khách tham quan, trong đó {p}% là người nước ngoài.", "The programme drew {b} visitors, of whom {p}% came from abroad."),
    ("Người dân được hướng dẫn quy trình mới ngay tại vườn, không phải đi xa để dự lớp.", "Farmers were shown the new process in their own gardens, without having to travel to a class."),
    ("Tuyến đường dài {d} km nối trung tâm huyện với quốc lộ, rút ngắn thời gian đi lại còn 45 phút.", "The road of {d} km links the district centre with the national highway and cuts the journey to 45 minutes."),
    ("Hai bên thống nhất trao đổi đoàn thường niên và hỗ trợ nhau trong công tác thông tin.", "The two sides agreed to exchange delegations every year and to support each other in information work."),
    ("Diện tích áp dụng kỹ thuật mới là {b} ha, năng suất bình quân {d} tạ/ha.", "The new technique covers {b} ha, with an average yield of {d} quintals per hectare."),
    ("Ban tổ chức mong nhận được góp ý của bạn đọc trong và ngoài nước.", "The organisers welcome comments from readers at home and abroad."),
    ("Sở Ngoại vụ sẽ công bố kết quả trên trang thông tin của tỉnh.", "The Department of External Affairs will publish the results on the website of the province."),
    ("Công trình do các kỹ sư trẻ của tỉnh thiết kế và giám sát.", "The works were designed and supervised by young engineers of the province."),
)  # fmt: skip
HEADINGS = (("Kết quả bước đầu", "First results"), ("Bước tiếp theo", "Next steps"), ("Bối cảnh", "Background"))
TABLE = (
    ("| Chỉ tiêu | Kết quả |\n|---|---|\n| Dự án mới | {e} |\n| Số hộ tham gia | {b} |", "| Indicator | Result |\n|---|---|\n| New projects | {e} |\n| Households taking part | {b} |"),
)  # fmt: skip
ADDED = (
    "Thông tin được cập nhật sau khi bản dịch hoàn thành: kinh phí bổ sung là {n} tỷ đồng.",
    "The organisers have since extended the programme by one week.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """One synthetic bulletin."""

    key: str
    state: str
    before: Mapping[str, str]
    """File name → text, as git may remember it; empty where nothing changed."""
    files: Mapping[str, str]


@dataclass(slots=True)
class _Draft:
    """A bulletin while it is made."""

    number: int
    state: str
    chance: Random
    day: date
    section: str
    texts: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        slug = f"synthetic-{self.number:03d}"
        flat = self.section in ("documents", "opportunities")
        return f"{self.section}/{slug}" if flat else f"{self.section}/{self.day:%Y/%m}/{slug}"


def bulletins(count: int = 316, seed: int = 7) -> Iterator[Made]:
    """Synthetic bulletins, the newest first; states come in the proportions of STATES, mixed."""
    chance = Random(seed)
    states = [state for state, share in STATES.items() for _ in range(share)]
    chance.shuffle(states)
    for number in range(count):
        yield _made(number, count, states[number % len(states)], Random(f"{seed} {number}"))


def _made(number: int, count: int, state: str, chance: Random) -> Made:
    day = TODAY - timedelta(days=1 + (number * MONTHS * 30) // count)
    if state == "embargoed":
        day = TODAY + timedelta(days=chance.randint(2, 20))
    elif state in ("missing", "untracked", "draft-translation") and chance.random() < 0.6:
        day = TODAY - timedelta(days=chance.randint(0, 24))  # most of what is not done is new
    draft = _Draft(number, state, chance, day, chance.choice(SECTIONS))
    _write(draft)
    _change(draft)
    return Made(draft.key, state, draft.before, draft.texts)


def _write(draft: _Draft) -> None:
    chance = draft.chance
    bodies = _bodies(chance)
    subject = chance.choice(SUBJECTS)
    descriptions = ("Bản tin tổng hợp của phòng thông tin đối ngoại.", "A round-up by the external information office.")
    dated = "" if draft.section in ("documents", "opportunities") else f"date: {draft.day}\n"
    status = draft.state if draft.state in ("draft", "review", "withdrawn") else "published"
    head = (
        f"{dated}status: {status}\nagencies: [{', '.join(chance.sample(list(AGENCIES), chance.choice((1, 1, 2))))}]\n"
    )
    if status in ("published", "withdrawn") and draft.state != "unapproved":
        approved = min(draft.day, TODAY)
        head += f"approved: {{by: {chance.choice(EDITORS)}, on: {approved}}}\n"
    if draft.state == "embargoed":
        head += f"embargo_until: {draft.day}T08:00:00+07:00\n"
    if draft.state == "withdrawn":
        head += f"withdrawn: {{on: {TODAY - timedelta(days=3)}, reason: {{vi: Nội dung đã thay đổi., en: The content has changed.}}}}\n"
    if draft.state == "one-language":
        head += "translate: none\nreason: Thông báo nội bộ của huyện.\n"
    kind = {"machine": "machine", "draft-translation": "draft", "draft": "draft"}.get(draft.state, "reviewed")
    translator = "" if kind == "machine" else f", translator: {chance.choice(TRANSLATORS)}"
    checked = f", checked: {TODAY - timedelta(days=1)}" if draft.state == "pending" else ""
    translation = f"translation: {{of: vi, status: {kind}{translator}{checked}}}\n"
    for index, tag in enumerate(TAGS):
        fields = f"title: {subject[index]}\ndescription: {descriptions[index]}\n{translation if index else head}"
        draft.texts[f"index.{tag}.md"] = f"---\n{fields}---\n{bodies[index]}"
    if draft.state in ("missing", "one-language"):
        del draft.texts["index.en.md"]
    elif draft.state not in ("untracked", "machine", "draft-translation", "draft", "pending"):
        accepted = min(TODAY, draft.day + timedelta(days=chance.randint(0, 20)))
        draft.texts[LOCK_NAME] = _lock(draft.key, draft.texts, accepted)


def _bodies(chance: Random) -> tuple[str, str]:
    values = {"a": chance.randint(120, 990), "b": chance.randint(120, 980), "c": chance.randint(200, 900), "d": chance.randint(32, 79), "e": chance.randint(13, 29), "p": chance.randint(12, 38)}  # fmt: skip
    chosen = chance.sample(PARAGRAPHS, chance.randint(5, 8))
    chunks = [*chosen[:2], ("## " + (heading := chance.choice(HEADINGS))[0], "## " + heading[1]), *chosen[2:]]
    if chance.random() < 0.4:
        chunks.insert(4, TABLE[0])
    vi, en = ("\n\n".join(chunk[index].format(**values) for chunk in chunks) + "\n" for index in (0, 1))
    return vi, en


def _change(draft: _Draft) -> None:
    """What happened after the translation was accepted."""
    texts, chance = draft.texts, draft.chance
    old = dict(texts)
    vi, en = "index.vi.md", "index.en.md"
    if draft.state in ("stale", "diverged"):
        if chance.random() < 0.5:
            texts[vi] = _renumbered(texts[vi], chance)
        if texts[vi] == old[vi] or chance.random() < 0.4:
            texts[vi] += "\n" + ADDED[0].format(n=chance.randint(12, 88)) + "\n"
    if draft.state in ("edited", "diverged"):
        texts[en] = texts[en].replace("The two sides agreed", "Both sides have agreed")
        texts[en] = texts[en].replace("round-up by", "summary from")
    if draft.state in ("value", "unit", "dropped", "untranslated"):
        texts[en] = _spoiled(texts, draft)
        texts[LOCK_NAME] = _lock(draft.key, texts, min(TODAY, draft.day))
        return
    if draft.state == "broken":
        texts[vi] = texts[vi].replace("status: published", "status: pubished", 1)
        return
    if texts != old:
        draft.before = old


def _renumbered(text: str, chance: Random) -> str:
    head, body = text.split("\n---\n", 1)
    paragraphs = body.split("\n\n")
    places = [at for at, each in enumerate(paragraphs) if any(char.isdigit() for char in each) and "|" not in each]
    for at in places[:2]:
        word = next(word for word in paragraphs[at].split() if word[0].isdigit())
        paragraphs[at] = paragraphs[at].replace(word, str(chance.randint(101, 999)) + word.lstrip("0123456789"), 1)
    return head + "\n---\n" + "\n\n".join(paragraphs)


def _spoiled(texts: Mapping[str, str], draft: _Draft) -> str:
    head, body = texts["index.en.md"].split("\n---\n", 1)
    paragraphs = body.split("\n\n")
    numbered = [at for at, each in enumerate(paragraphs) if any(char.isdigit() for char in each) and "|" not in each]
    if draft.state == "dropped":
        del paragraphs[-2]
    elif draft.state == "untranslated":
        paragraphs[-1] = texts["index.vi.md"].split("\n\n")[-1]
    elif draft.state == "unit" and "billion" in body:
        return head + "\n---\n" + body.replace("billion", "million")
    elif numbered:
        word = next(word for word in paragraphs[numbered[0]].split() if word[0].isdigit())
        paragraphs[numbered[0]] = paragraphs[numbered[0]].replace(
            word, "7" + word[1:] if word[0] != "7" else "8" + word[1:], 1
        )
    return head + "\n---\n" + "\n\n".join(paragraphs)


def _lock(key: str, texts: Mapping[str, str], day: date) -> str:
    found = []
    for tag in TAGS:
        name = f"index.{tag}.md"
        edition, _ = read_edition(EditionFile(key, tag, f"{key}/{name}", texts[name].encode()), TAGS)
        assert edition is not None, texts[name]
        found.append(tuple(digest for digest, _ in digests(read_blocks(edition))))
    return write_lock({"en": Accepted("vi", day, found[0], found[1])})


def write_tree(folder: Path, count: int = 316, seed: int = 7, *, git: bool = False) -> Path:
    """Write the synthetic docs folder; return it."""
    made = list(bulletins(count, seed))
    data = {"coverage.yml": POLICY, "agencies.yml": "".join(f"{key}: {{vi: '{vi}', en: '{en}'}}\n" for key, (vi, en) in AGENCIES.items())}  # fmt: skip
    _put(folder / "_data", data)
    home = {"vi": ("Trang chủ", "Bản tin tổng hợp."), "en": ("Home", "A synthetic bulletin.")}
    for tag, (title, text) in home.items():
        own = (
            "translation: {of: vi, status: reviewed}\n"
            if tag == "en"
            else f"status: published\napproved: {{by: {EDITORS[0]}, on: 2025-06-01}}\n"
        )
        _put(folder, {f"index.{tag}.md": f"---\ntitle: {title}\ndescription: {text}\n{own}---\n{text}\n"})
    for each in made:
        _put(folder / each.key, each.before or each.files)
    if git:
        _commit(folder, "As accepted")
    for each in made:
        _put(folder / each.key, each.files)
    if git:
        _commit(folder, "As it is now")
    return folder


def _put(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _commit(folder: Path, subject: str) -> None:
    who = ("-c", "user.name=Synthetic", "-c", "user.email=synthetic@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", subject)):
        subprocess.run(["git", *arguments], cwd=folder, check=True)


def main() -> None:
    """Write a tree where the call says."""
    parser = argparse.ArgumentParser(description="A synthetic docs folder in every state.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=316)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--git", action="store_true")
    options = parser.parse_args()
    write_tree(options.folder, options.count, options.seed, git=options.git)


if __name__ == "__main__":
    main()
