"""Texts rendered as the build renders them: the extensions of mkdocs.yml, the real labels, a small site around."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from bulletin.model.body import Body
from bulletin.model.bulletin import Asset, Bulletin, Edition, Shared
from bulletin.model.kinds import LegalStatus
from bulletin.model.routes import Document, Route, Routes, page_url
from bulletin.model.site import Labels, Site
from bulletin.render.body import BodyRenderer
from bulletin.source.site import read_extensions, read_labels, read_site

from tests.trees import ROOT

KEY = "news/2026/03/hoi-nghi"
BODY_LINE = 8
"""1-based line of the file on which the bodies of `render` begin."""
PUBLISHED = "news/2026/03/cong-bo"
"""Public in both languages."""
VIETNAMESE_ONLY = "features/2026/01/song-lam"
"""Public in Vietnamese; its English page is a stub."""
HIDDEN = "news/2026/03/chua-cong-bo"
"""A bulletin that is not public."""
ASSETS = (
    Asset("anh.jpg", f"{KEY}/anh.jpg"),
    Asset("anh.jpg", f"{KEY}/anh.en.jpg", "en"),
    Asset("số liệu.pdf", f"{KEY}/số liệu.pdf"),
    Asset("chi-tieng-anh.png", f"{KEY}/chi-tieng-anh.en.png", "en"),
)
ABBREVIATIONS = {"vi": {"Sở KH&ĐT": "Sở Kế hoạch và Đầu tư", "TTĐN": "thông tin đối ngoại"}, "en": {"PPC": "Committee"}}
DOCUMENTS = {
    "142/KH-UBND": Document("documents/ke-hoach", ("vi", "en")),
    "31/2021/QD-UBND": Document("documents/bai-bo", ("vi",), LegalStatus.REPEALED),
    "8/2025/NQ-HDND": Document("documents/mot-phan", ("vi", "en"), LegalStatus.PARTLY_REPEALED),
    "1/2020/QD-UBND": Document(KEY, ("vi", "en")),
}
"""By comparable number; the last is the bulletin itself."""


@cache
def site() -> Site:
    """Return the project's own site."""
    return read_site(ROOT / "mkdocs.yml")


@cache
def labels() -> Labels:
    """Return the project's own labels."""
    return read_labels(ROOT / "overrides" / "locales", site().tags)


@cache
def renderer() -> BodyRenderer:
    """Return the renderer that all tests of a process share, as all texts of a build do."""
    return BodyRenderer(read_extensions(ROOT / "mkdocs.yml"), labels(), ABBREVIATIONS)


def edition(body: str, tag: str = "vi", key: str = KEY) -> Edition:
    """Make an edition of nothing but a text."""
    return Edition(
        key=key,
        locale=tag,
        path=f"{key}/index.{tag}.md",
        title="Hội nghị",
        description="Hội nghị xúc tiến đầu tư.",
        body=body,
        body_line=BODY_LINE,
        lines={},
        shared=Shared(),
    )


@cache
def routes() -> Routes:
    """Return the addresses of a site with four bulletins, a section, a month and both home pages."""
    editions = {(KEY, "vi"), (KEY, "en"), (PUBLISHED, "vi"), (PUBLISHED, "en"), (VIETNAMESE_ONLY, "vi")}
    lists = ("", "news", "features", "news/2026/03")
    pages: dict[str, Route] = {}
    for tag in site().tags:
        prefix = site().locale(tag).prefix
        for key in (KEY, PUBLISHED, VIETNAMESE_ONLY):
            pages[page_url(prefix, key)] = Route(key, tag, is_edition=(key, tag) in editions)
        for key in lists:
            pages[page_url(prefix, key)] = Route(key, tag, is_edition=key == "")
    bulletins = {key: Bulletin(key, {}, "vi") for key in (KEY, PUBLISHED, VIETNAMESE_ONLY, HIDDEN)}
    return Routes(site(), pages, bulletins, documents=DOCUMENTS)


def render_numbered(body: str, tag: str = "vi", assets: tuple[Asset, ...] = ASSETS) -> Body:
    """Render a text of the bulletin `KEY`."""
    written = edition(body, tag)
    return renderer().render(written, Bulletin(KEY, {tag: written}, "vi", assets), routes())


def render(body: str, tag: str = "vi", assets: tuple[Asset, ...] = ASSETS) -> Body:
    """Render a text of the bulletin `KEY`, without the numbers of its blocks, which only one test looks at."""
    rendered = render_numbered(body, tag, assets)
    return replace(rendered, html=re.sub(' data-block="[0-9]+"', "", rendered.html))


@dataclass(frozen=True, slots=True)
class Told:
    """A problem, without its sentence."""

    line: int
    """1-based, in the text itself."""
    rule: str


def told(body: Body) -> list[Told]:
    """List what the editor is told, where the text's first line is line 1."""
    return [Told(problem.line - BODY_LINE + 1, problem.rule) for problem in body.problems]
