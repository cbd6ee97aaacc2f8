"""Kinds of change that an editor, a designer, a developer or time itself makes to a small project."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from types import MappingProxyType

from tests.build.projects import PUBLIC, picture


@dataclass
class Project:
    """A copy of the project, and the instant for which it is built."""

    root: Path
    now: datetime
    random: Random
    done: list[str] = field(default_factory=list)
    """What has been changed, in words."""

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    def texts(self) -> list[Path]:
        """The editions of bulletins, in an order of their own."""
        return sorted(path for path in self.docs.rglob("index.*.md") if path.parent != self.docs)

    def some(self) -> Path:
        return self.random.choice(self.texts())


def _edit(path: Path, old: str, new: str) -> None:
    """Replace what stands in a text; a text in which it does not stays as it is."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _field(path: Path, name: str, value: str) -> None:
    """Set a field of the front matter."""
    text = path.read_text(encoding="utf-8")
    line = f"{name}: {value}\n"
    found = re.search(rf"(?m)^{name}:.*\n", text)
    text = text[: found.start()] + line + text[found.end() :] if found else text.replace("---\n", f"---\n{line}", 1)
    path.write_text(text, encoding="utf-8")


def body(project: Project) -> None:
    with project.some().open("a", encoding="utf-8") as file:
        file.write(f"\nThêm một đoạn số {project.random.randint(1, 10**6)}.\n")


def word(project: Project) -> None:
    """Another word in the middle of a text, and one that is nowhere else."""
    _edit(project.some(), " và ", f" cùng với từ{project.random.randint(1, 10**6)} ")
    _edit(project.some(), " and ", f" together with word{project.random.randint(1, 10**6)} ")


def paragraph_gone(project: Project) -> None:
    """The last paragraph of a text."""
    path = project.some()
    head, _, _ = path.read_text(encoding="utf-8").rstrip().rpartition("\n\n")
    if head.count("---\n"):
        path.write_text(f"{head}\n", encoding="utf-8")


def both_texts(project: Project) -> None:
    """Every text of a bulletin."""
    for path in sorted(project.some().parent.glob("index.*.md")):
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n{project.random.randint(1, 10**6)} km.\n")


def home(project: Project) -> None:
    """The text of the front page."""
    for path in sorted(project.docs.glob("index.*.md")):
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nLời chào số {project.random.randint(1, 10**6)}.\n")


def accepted(project: Project) -> None:
    """A translation is said to match its source, or that is forgotten."""
    lock = project.some().parent / "translation.lock"
    if lock.exists():
        lock.unlink()


def heading(project: Project) -> None:
    _edit(project.some(), "## ", "## Mới: ")


def title(project: Project) -> None:
    _field(project.some(), "title", f"Tiêu đề {project.random.randint(1, 10**6)}")


def description(project: Project) -> None:
    _field(project.some(), "description", f"Mô tả {project.random.randint(1, 10**6)}")


def topic(project: Project) -> None:
    _field(project.some(), "topics", f"[{project.random.choice(('investment', 'culture', 'tourism'))}]")


def updated(project: Project) -> None:
    _field(project.some(), "updated", f"2026-03-{project.random.randint(16, 20)}")


def correction(project: Project) -> None:
    _field(project.some(), "corrections", "[{on: 2026-03-18, note: Sửa số liệu.}]")


def add(project: Project) -> None:
    number = project.random.randint(100, 10**6)
    folder = project.docs / f"news/2026/03/moi-{number}"
    folder.mkdir(parents=True)
    front = f"title: Bài mới {number}\ndescription: Mô tả.\ndate: 2026-03-{number % 19 + 1:02}\n{PUBLIC}"
    (folder / "index.vi.md").write_text(f"---\n{front}---\nBài mới, theo 12/QĐ-UBND.\n", encoding="utf-8")


def delete(project: Project) -> None:
    folder = project.some().parent
    shutil.rmtree(folder)
    _lead_elsewhere(project, folder.relative_to(project.docs).as_posix(), "news")


def delete_and_leave_links(project: Project) -> None:
    shutil.rmtree(project.some().parent)


def rename(project: Project) -> None:
    folder = project.some().parent
    old = folder.relative_to(project.docs).as_posix()
    new = folder.with_name(f"{folder.name}-ten-moi")
    folder.rename(new)
    for path in new.glob("index.*.md"):
        if "translation:" not in path.read_text(encoding="utf-8"):
            _field(path, "redirect_from", f"[{old}]")
    if project.random.random() < 0.5:
        _lead_elsewhere(project, old, new.relative_to(project.docs).as_posix())


def _lead_elsewhere(project: Project, old: str, new: str) -> None:
    """Let every link to a bulletin lead to another place."""
    for path in project.texts():
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"\(/{old}/[^)]*\)", f"(/{new}/)", text), encoding="utf-8")


def translation_gone(project: Project) -> None:
    found = [path for path in project.texts() if "translation:" in path.read_text(encoding="utf-8")]
    if found:
        project.random.choice(found).unlink()


def picture_changed(project: Project) -> None:
    found = sorted(project.docs.rglob("anh.png"))
    if found:
        project.random.choice(found).write_bytes(picture(f"khác {project.random.randint(1, 10**6)}"))


def picture_gone(project: Project) -> None:
    found = sorted(project.docs.rglob("anh.png"))
    if found:
        picture = project.random.choice(found)
        picture.unlink()
        for path in picture.parent.glob("index.*.md"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"(?m)^image:.*\n", "", text), encoding="utf-8")


def registry(project: Project) -> None:
    _edit(project.docs / "_data/topics.yml", "vi: Đầu tư,", f"vi: Đầu tư {project.random.randint(1, 99)},")


def abbreviation(project: Project) -> None:
    path = project.docs / "_data/agencies.yml"
    number = project.random.randint(1, 99)
    entry = f"bo-{number}: {{vi: Bộ thứ {number}, en: Ministry {number}, abbr: {{vi: Ghi, en: note}}}}\n"
    path.write_text(entry, encoding="utf-8")


def document(project: Project) -> None:
    number = project.random.randint(1, 99)
    folder = project.docs / f"documents/quyet-dinh-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    front = f"title: Quyết định số 12/QĐ-UBND lần {number}\ndescription: Mô tả.\ndate: 2026-03-02\n{PUBLIC}"
    own = "number: 12/QĐ-UBND\nkind: decision\nissuer: {vi: Ủy ban nhân dân tỉnh, en: Provincial People’s Committee}\nissued_on: 2026-03-01\n"
    (folder / "index.vi.md").write_text(f"---\n{front}{own}---\nNội dung.\n", encoding="utf-8")


def withdraw(project: Project) -> None:
    path = project.some()
    _field(path, "status", "withdrawn")
    _field(path, "withdrawn", "{on: 2026-03-19, reason: {vi: Số liệu sai., en: The figures were wrong.}}")


def draft(project: Project) -> None:
    _field(project.some(), "status", "draft")


def featured(project: Project) -> None:
    _field(project.some(), "featured", "2026-03-25")


def time_goes_on(project: Project) -> None:
    project.now += timedelta(seconds=project.random.choice((1, 3600, 86_400, 12 * 86_400)))


def template(project: Project) -> None:
    _edit(project.root / "overrides/site/page.html", "<!doctype html>", "<!doctype html>\n<!-- khác -->")


def style(project: Project) -> None:
    with (project.root / "overrides/site/styles.css").open("a", encoding="utf-8") as file:
        file.write(f".khac {{ margin: {project.random.randint(1, 99)}px; }}\n")


def label(project: Project) -> None:
    path = project.root / "overrides/locales/vi.yml"
    text = re.sub(
        r"(?m)^home: .*$", f"home: Trang đầu {project.random.randint(1, 99)}", path.read_text(encoding="utf-8")
    )
    path.write_text(text, encoding="utf-8")


def configuration(project: Project) -> None:
    path = project.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    colour = f"#0b4f{project.random.randint(0x50, 0x70):02x}"
    path.write_text(re.sub(r'primary: "#[0-9a-f]{6}"', f'primary: "{colour}"', text), encoding="utf-8")


def code(project: Project) -> None:
    with (project.root / "scripts/bulletin/stage/cards.py").open("a", encoding="utf-8") as file:
        file.write("\n# khác\n")


def nothing(_: Project) -> None:
    """The same again."""


CHANGES: Mapping[str, Callable[[Project], None]] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            *(body, word, paragraph_gone, both_texts, home, accepted),
            *(heading, title, description, topic, updated, correction, add, delete, delete_and_leave_links),
            *(rename, translation_gone),
            *(picture_changed, picture_gone, registry, abbreviation, document, withdraw, draft, featured),
            *(time_goes_on, template, style, label, configuration, code, nothing),
        )
    }
)
