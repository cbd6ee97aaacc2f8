"""What search engines read first: the sitemaps of all pages and of the news (sitemaps.org), robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from bulletin.model.headline import Headline
from bulletin.model.page import Page
from bulletin.model.site import Site

LIMIT = 50_000
"""Addresses in one sitemap (sitemaps.org, "Using Sitemap index files")."""
ALL, NEWS = "sitemap.xml", "sitemap-news.xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PROTOCOL = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_IMAGES = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def sitemaps(pages: Iterable[Page], headlines: Sequence[Headline], site: Site) -> Iterator[tuple[str, str]]:
    """Name and text of every sitemap, and of robots.txt, which names them."""
    yield from _of_pages(pages, site)
    named = [ALL]
    if headlines:
        named.append(NEWS)
        yield NEWS, _urlset((_headline(each, site) for each in headlines), _NEWS)
    listed = "".join(f"Sitemap: {site.url}{name}\n" for name in named)
    yield "robots.txt", f"User-agent: *\nAllow: /\n{listed}"


def _of_pages(pages: Iterable[Page], site: Site) -> Iterator[tuple[str, str]]:
    """`sitemap.xml` with every page that search engines may keep; an index of several for too many."""
    entries = [_entry(page, site) for page in pages if page.is_indexable]
    if len(entries) <= LIMIT:
        yield ALL, _urlset(entries, f"{_LINKS} {_IMAGES}")
        return
    parts = [entries[at : at + LIMIT] for at in range(0, len(entries), LIMIT)]
    named = {f"sitemap-{number}.xml": _urlset(part, f"{_LINKS} {_IMAGES}") for number, part in enumerate(parts, 1)}
    listed = "".join(f"<sitemap><loc>{_text(site.url + name)}</loc></sitemap>\n" for name in named)
    yield ALL, f"{_DECLARATION}<sitemapindex {_PROTOCOL}>\n{listed}</sitemapindex>\n"
    yield from named.items()


def _urlset(entries: Iterable[str], namespaces: str) -> str:
    return f"{_DECLARATION}<urlset {_PROTOCOL} {namespaces}>\n{''.join(entries)}</urlset>\n"


def _entry(page: Page, site: Site) -> str:
    links = [(tag, page.alternates[tag]) for tag in site.tags if tag in page.alternates]
    links.append(("x-default", page.x_default))
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(tag)}" href="{escape(site.url + url)}"/>\n'
        for tag, url in links
    )
    modified = f"<lastmod>{page.modified.isoformat()}</lastmod>\n" if page.modified else ""
    return f"<url>\n<loc>{_text(site.url + page.url)}</loc>\n{modified}{alternates}{_image(page, site)}</url>\n"


def _image(page: Page, site: Site) -> str:
    """The lead picture of an edition."""
    lead = page.content.get("image")
    if not isinstance(lead, dict) or "url" not in lead:
        return ""
    return f"<image:image><image:loc>{_text(site.url + str(lead['url']))}</image:loc></image:image>\n"


def _headline(each: Headline, site: Site) -> str:
    return (
        f"<url>\n<loc>{_text(site.url + each.url)}</loc>\n<news:news>\n"
        f"<news:publication><news:name>{_text(site.name[each.locale])}</news:name>"
        f"<news:language>{_language(each.locale)}</news:language></news:publication>\n"
        f"<news:publication_date>{each.published.isoformat()}</news:publication_date>\n"
        f"<news:title>{_text(each.title)}</news:title>\n</news:news>\n</url>\n"
    )


def _language(tag: str) -> str:
    """A language as the news sitemap takes it: its ISO 639 code, and two names for Chinese (Google, as above)."""
    language = tag.split("-", maxsplit=1)[0]
    if language != "zh":
        return language
    return "zh-tw" if "Hant" in tag or tag.endswith(("TW", "HK", "MO")) else "zh-cn"


def _text(text: str) -> str:
    """A text between two tags."""
    return escape(text, quote=False)
