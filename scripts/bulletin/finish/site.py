"""What makes rendered pages a site: the files they show, calendars, the sitemap, robots.txt."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote
from xml.sax.saxutils import escape, quoteattr

from bulletin.finish import calendars, search
from bulletin.finish.pictures import scale_all
from bulletin.model.extras import Extras
from bulletin.model.page import Page, PageKind, Published
from bulletin.model.site import Site

SITEMAP_LIMIT = 50_000
"""Addresses in one sitemap (sitemaps.org, "Using Sitemap index files")."""


_NOTHING = Extras()


class FinishError(Exception):
    """The rendered pages are not those that were staged: something was lost, or something came in."""


def finish(  # noqa: PLR0913 - a folder, what belongs into it, and where to keep what was costly
    html: Path,
    docs: Path,
    pages: Sequence[Page],
    files: Iterable[Published],
    site: Site,
    *,
    extras: Extras = _NOTHING,
    cache: Path | None = None,
) -> None:
    """Complete a folder of rendered pages in place; doing it twice is the same as once.

    Scaled photographs are kept in the cache folder, if there is one. Raises FinishError where a page is missing or
    was not staged, or a file is a link to another.
    """
    _hold_to(html, pages)
    for url, content in _made(extras, site):
        _place(html / unquote(url)).write_bytes(content)
    scaled = {}
    # After what is made: an editor's own file of that name stands.
    for file in files:
        target, source = html / unquote(file.url), docs / file.source
        if source.is_symlink():  # put there since the tree was read
            raise FinishError(f"{file.source}: a symbolic link")
        if file.width:
            scaled[target] = (source, file.width)
            continue
        shutil.copyfile(source, _place(target), follow_symlinks=False)
    scale_all(scaled, cache)
    for name, text in _sitemaps(pages, site).items():
        (html / name).write_text(text, encoding="utf-8", newline="\n")
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.url}sitemap.xml\n"
    (html / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")
    (html / ".nojekyll").write_bytes(b"")  # or GitHub Pages drops files whose names begin with an underscore


def _made(extras: Extras, site: Site) -> Iterator[tuple[str, bytes]]:
    """Address and content of every file that is made from the content and is no page."""
    for agenda in extras.agendas:
        yield agenda.url, calendars.written(agenda, site)
    yield from search.written(extras.catalogues)


def _place(target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _hold_to(html: Path, pages: Iterable[Page]) -> None:
    staged = {page.url if page.kind is PageKind.NOT_FOUND else f"{page.url}index.html" for page in pages}
    rendered = {path.relative_to(html).as_posix() for path in html.rglob("*.html")}
    if staged != rendered:
        wrong = sorted(staged ^ rendered)
        lost, foreign = len(staged - rendered), len(rendered - staged)
        raise FinishError(f"{lost} pages lost, {foreign} not staged: {wrong[:3]}")


def _sitemaps(pages: Iterable[Page], site: Site) -> dict[str, str]:
    """`sitemap.xml` with every page that search engines may keep; an index of several for too many."""
    entries = [_entry(page, site) for page in pages if page.is_indexable]
    if len(entries) <= SITEMAP_LIMIT:
        return {"sitemap.xml": _urlset(entries)}
    parts = [entries[at : at + SITEMAP_LIMIT] for at in range(0, len(entries), SITEMAP_LIMIT)]
    named = {f"sitemap-{number}.xml": _urlset(part) for number, part in enumerate(parts, 1)}
    listed = "".join(f"<sitemap><loc>{escape(site.url + name)}</loc></sitemap>\n" for name in named)
    index = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</sitemapindex>\n'
    return {"sitemap.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n{index}', **named}


def _urlset(entries: Iterable[str]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(entries)
        + "</urlset>\n"
    )


def _entry(page: Page, site: Site) -> str:
    links = [(tag, page.alternates[tag]) for tag in site.tags if tag in page.alternates]
    links.append(("x-default", page.x_default))
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(site.url + url)}/>\n'
        for tag, url in links
    )
    modified = f"<lastmod>{page.modified.isoformat()}</lastmod>\n" if page.modified else ""
    return f"<url>\n<loc>{escape(site.url + page.url)}</loc>\n{modified}{alternates}</url>\n"
