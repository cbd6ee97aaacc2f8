"""Copies of the project, what a site holds, and a large tree in which every state of a bulletin occurs."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from bulletin.model.calendar import parse_instant
from PIL import Image

from tests.trees import LENIENT, NOW, ROOT, write_docs


def picture(words: str) -> bytes:
    """Make a whole PNG with some words behind its end."""
    stream = BytesIO()
    Image.new("RGB", (2, 1)).save(stream, "PNG")
    return stream.getvalue() + words.encode()


def copy_project(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Copy all that a build needs; with the project's own docs/, or with one of these files."""
    for name in ("scripts", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    if files is None:
        shutil.copytree(ROOT / "docs", folder / "docs")
    else:
        write_docs(folder / "docs", files)
    return folder


def change(path: Path, old: str, new: str) -> None:
    """Replace words of a file that stand in it once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name}: {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def epoch_of(instant: str) -> str:
    """Write an instant as SOURCE_DATE_EPOCH."""
    seconds: float = parse_instant(instant).timestamp()
    return str(int(seconds))


EPOCH = epoch_of(NOW)


def mkdocs(root: Path, *arguments: str, epoch: str = EPOCH) -> subprocess.CompletedProcess[str]:
    """Run MkDocs by itself in a project."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "PYTHONDONTWRITEBYTECODE": "1"}
    environment["NO_MKDOCS_2_WARNING"] = "1"
    command: Sequence[str] = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, check=False, capture_output=True, text=True, env=environment)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder; nothing where there is none."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Name the files that only one of two sites has, or that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def next_change(output: str) -> str:
    """Read the instant of the line from which the schedule reads it."""
    lines: list[str] = re.findall(r"^Lần thay đổi kế tiếp / Next change: (.+)$", output, re.MULTILINE)
    assert len(lines) == 1
    return lines[0]


SECTIONS = ("news", "features", "clarifications", "events", "press")
TOPICS = """\
investment: {vi: Đầu tư, en: Investment, lead: {vi: Tin về đầu tư., en: News on investment.}}
culture: {vi: Văn hóa, en: Culture}
tourism: {vi: Du lịch, en: Tourism}
"""
PUBLIC = "status: published\napproved: {by: Nguyễn Văn A, on: 2026-01-01}\n"
STATES = {
    "public": PUBLIC,
    "draft": "status: draft\n",
    "review": "status: review\napproved: {by: Nguyễn Văn A, on: 2026-01-01}\n",
    "not-approved": "status: published\n",
    "approved-later": "status: published\napproved: {by: Nguyễn Văn A, on: 2026-03-21}\n",
    "embargoed": f"{PUBLIC}embargo_until: 2026-03-20T08:00:01+07:00\n",
    "embargo-over": f"{PUBLIC}embargo_until: 2026-03-20T08:00:00+07:00\n",
    "featured": f"{PUBLIC}featured: 2026-03-20\n",
    "withdrawn": "status: withdrawn\napproved: {by: Nguyễn Văn A, on: 2026-01-01}\n"
    "withdrawn: {on: 2026-02-01, reason: {vi: Số liệu sai., en: The figures were wrong.}}\n",
}
TRANSLATIONS = ("none", "reviewed", "reviewed", "reviewed", "draft", "machine", "later")


def large_tree(seed: int, count: int) -> dict[str, str | bytes]:
    """Make bulletins in every state, in both directions of translation, that say the same and link to one another.

    Some links lead to a language of their own, so that a pair's may differ.
    """
    choose = random.Random(seed)
    keys = []
    for number in range(count):
        section = choose.choice(SECTIONS)
        keys.append(f"{section}/{choose.choice((2025, 2026))}/{choose.randint(1, 2):02}/bai-{number}")
    keys += ["about/contacts", "about/organisation", "documents/nghi-quyet-39", "opportunities/cang-nuoc-sau"]
    files: dict[str, str | bytes] = {**LENIENT, "_data/topics.yml": TOPICS}
    for number, key in enumerate(keys):
        files |= _bulletin(choose, number, key, keys)
    home = f"title: Chào mừng\ndescription: Bản tin đối ngoại.\n{PUBLIC}"
    files["index.vi.md"] = f"---\n{home}---\nBản tin của tỉnh; xem [tin](/news/).\n"
    return files


def _bulletin(choose: random.Random, number: int, key: str, keys: Sequence[str]) -> dict[str, str | bytes]:
    state = choose.choice(["public"] * 8 + list(STATES))
    translation = choose.choice(TRANSLATIONS)
    source_tag, other_tag = choose.choice((("vi", "en"),) * 4 + (("en", "vi"),))
    parts = key.split("/")
    front = STATES[state]
    if len(parts) == 4:
        front += f"date: {parts[1]}-{parts[2]}-{choose.randint(1, 28):02}\n"
    front += f"topics: [{', '.join(choose.sample(('investment', 'culture', 'tourism'), choose.randint(0, 2)))}]\n"
    if choose.random() < 0.2:
        front += f"updated: 2026-03-{choose.randint(1, 15):02}\n"
    if choose.random() < 0.2 and state != "withdrawn" and len(parts) == 4:
        front += f"redirect_from: [news/2024/12/cu-{number}]\n"
    has_picture = choose.random() < 0.4
    image = IMAGES[source_tag] if has_picture else ""
    links = [(choose.choice(LINK_FORMS), choose.choice(keys)) for _ in range(3)]
    files: dict[str, str | bytes] = {
        f"{key}/index.{source_tag}.md": f"---\ntitle: {_title(source_tag, number)}\n{DESCRIPTIONS[source_tag]}\n"
        f"{front}{image}---\n{_body(source_tag, links)}"
    }
    if has_picture:
        files[f"{key}/anh.png"] = picture(key)
    if translation != "none":
        status = "reviewed" if translation == "later" else translation
        later = "embargo_until: 2026-04-01\n" if translation == "later" else ""
        block = f"translation: {{of: {source_tag}, status: {status}, checked: 2026-03-01}}\n{later}"
        files[f"{key}/index.{other_tag}.md"] = (
            f"---\ntitle: {_title(other_tag, number)}\n{DESCRIPTIONS[other_tag]}\n{block}{image and IMAGES[other_tag]}---\n"
            f"{_body(other_tag, links)}"
        )
    return files


def _title(tag: str, number: int) -> str:
    return f"Hội nghị lần {number}" if tag == "vi" else f"Conference {number}"


DESCRIPTIONS = {"vi": "description: Mô tả “ngắn”.", "en": "description: A “short” account."}
IMAGES = {
    "vi": "image: {file: anh.png, alt: Cảng Cửa Lò, caption: Cảng, credit: Ảnh A}\n",
    "en": "image: {file: anh.png, alt: Cửa Lò port, caption: The port, credit: Photo A}\n",
}
LINK_FORMS = ("/{}/", "/{}/#ket-qua", "/{}/index.en.md", "/{}/index.vi.md#ket-qua")
BODY_WORDS = {"vi": "Thân bài tiếng Việt", "en": "Body in English"}
"""What stands in every text of a large tree, by the language of that text."""
REST = {
    "vi": "\n\n## Kết quả\n\n| Năm | Vốn |\n|:--|--:|\n| 2025 | 1.250,5 |\n\n"
    "Vốn tăng[^1], xem [phần trên](#ket-qua).\n\n!!! note\n    Ghi chú.\n\n[^1]: Nguồn: báo cáo.\n",
    "en": "\n\n## Results {#ket-qua}\n\n| Year | Capital |\n|:--|--:|\n| 2025 | 1,250.5 |\n\n"
    "Capital grew[^1], see [above](#ket-qua).\n\n!!! note\n    A note.\n\n[^1]: Source: a report.\n",
}


def _body(tag: str, links: Sequence[tuple[str, str]]) -> str:
    words, quote = ("bài", "trích dẫn") if tag == "vi" else ("item", "quotation")
    shown = " ".join(f"[{words}]({form.format(key)})" for form, key in links)
    return f'{BODY_WORDS[tag]}, "{quote}", {shown}.{REST[tag]}'
