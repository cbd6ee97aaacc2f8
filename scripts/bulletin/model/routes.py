"""The site's addresses: which exist, and where a link in a text leads."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import SplitResult, quote, unquote, urlsplit

from bulletin.model.bulletin import HOME_KEY, Asset, Bulletin
from bulletin.model.kinds import LegalStatus
from bulletin.model.site import Site

MAX_LENGTH = 2000
"""Characters of a link inside the site; to compose a longer one could take minutes, and no page has it."""
EXTERNAL_SCHEMES = frozenset(("http", "https", "mailto", "tel"))


def page_url(prefix: str, key: str) -> str:
    """The address of a page below the site's root, without a leading slash: `en/news/2026/03/wind/`."""
    return f"{prefix}{key}/" if key else prefix


WIDTHS = (480, 800, 1200)
"""In which photographs are published, in pixels: a card, a telephone's screen, the lead story."""


def variants(bulletin_key: str, asset: Asset) -> list[tuple[str, int]]:
    """The addresses and widths in which a photograph is published, the widest last; none for any other file.

    A name changes with the content of the file, so it may be kept for ever. No variant is wider than its source.
    """
    picture = asset.picture
    if picture is None or picture.is_fixed:
        return []
    stem = posixpath.basename(asset.path).rsplit(".", 1)[0]
    widths = [*(width for width in WIDTHS if width < picture.width), min(picture.width, WIDTHS[-1])]
    name = posixpath.join(bulletin_key, f"{stem}-{picture.digest[:10]}")
    return [(quote(f"{name}-{width}.webp"), width) for width in dict.fromkeys(widths)]


def asset_url(bulletin_key: str, asset: Asset) -> str:
    """The address of a file of a bundle, percent-encoded; one address for all locales that it serves.

    A photograph's is that of its widest variant: the original, with all that the camera wrote into it, stays here.
    """
    scaled = variants(bulletin_key, asset)
    return scaled[-1][0] if scaled else quote(posixpath.join(bulletin_key, posixpath.basename(asset.path)))


def relative_url(from_url: str, to_url: str) -> str:
    """The way from one page of the site to another address of it, both below the root."""
    start = posixpath.dirname(from_url) or "."
    way = posixpath.relpath("/" + to_url, posixpath.join("/", start))
    if to_url.endswith("/") or not to_url:
        way = "./" if way == "." else way + "/"
    return way


def _is_sound(parts: SplitResult) -> bool:
    """Whether an address outside the site names a scheme that a text may have, and something in it."""
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname)
    return parts.scheme in EXTERNAL_SCHEMES and bool(parts.path.strip())


class LinkKind(Enum):
    """What a link leads to."""

    PAGE = "page"
    """A public page of this site."""
    ASSET = "asset"
    """A file in the edition's own bundle."""
    EXTERNAL = "external"
    """Another site, an e-mail address or a telephone."""
    UNPUBLISHED = "unpublished"
    """A bulletin that exists and is not public now, or a list in which there is nothing yet."""
    BROKEN = "broken"
    """Nothing."""
    FORBIDDEN = "forbidden"
    """An address of a kind that no text may have, such as `javascript:`."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads."""

    kind: LinkKind
    url: str = ""
    """Below the site's root for pages and assets, absolute for the rest, without the fragment."""
    fragment: str = ""
    key: str = ""
    """Of the bulletin, where it leads to one."""
    locale: str = ""
    """Tag of the page's language."""
    asset: Asset | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """One public page."""

    key: str
    """Of the bulletin or of the list."""
    locale: str
    is_edition: bool
    """Whether its body is an edition's: only such a page has the anchors of a text."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that has a page."""

    key: str
    tags: tuple[str, ...]
    """Of the locales in which it is public, the default one first."""
    status: LegalStatus | None = None


@dataclass(frozen=True, slots=True)
class Routes:
    """All pages that the site will have, and all bulletins that exist."""

    site: Site
    pages: Mapping[str, Route]
    """Address below the root → page."""
    bulletins: Mapping[str, Bulletin]
    """Key → bulletin, public or not."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Former key → key."""
    lists: frozenset[str] = frozenset()
    """Keys of lists that have a page as soon as there is something in them."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """Comparable number of a public document (model/documents.py) → its page."""

    def url(self, key: str, tag: str) -> str:
        """The address of a key in a locale."""
        return page_url(self.site.locale(tag).prefix, key)

    def resolve(self, href: str, bulletin: Bulletin, tag: str) -> Destination:
        """Where a link in an edition's text leads.

        Relative paths start at the bundle's folder, paths with a leading `/` at the docs folder. A folder, or
        `index.md` in it, means the page in the reader's own language; `index.en.md` and `/en/…` name another.
        """
        href = href.strip()
        try:
            parts = urlsplit(href)
        except ValueError:
            return Destination(LinkKind.BROKEN)
        if self._is_own(parts):
            parts = parts._replace(path="/" + parts.path[len(self.site.base_path) :])
        elif parts.scheme or parts.netloc:
            return Destination(LinkKind.EXTERNAL if _is_sound(parts) else LinkKind.FORBIDDEN, href)
        if len(href) > MAX_LENGTH:
            return Destination(LinkKind.BROKEN)
        path, fragment = unicodedata.normalize("NFC", unquote(parts.path)), unquote(parts.fragment)
        if not path and fragment:
            own = page_url(self.site.locale(tag).prefix, bulletin.key)
            return Destination(LinkKind.PAGE, own, fragment, bulletin.key, tag)
        if not path or parts.query or "\\" in path or "\0" in path:
            return Destination(LinkKind.BROKEN)
        return self._internal(path, fragment, bulletin, tag)

    def _is_own(self, parts: SplitResult) -> bool:
        """Whether a whole address is one of this site; capitals, and the port that a scheme means, change nothing."""
        own = urlsplit(self.site.url)
        try:
            port = parts.port or 0
        except ValueError:
            return False
        is_here = parts.hostname == own.hostname and port in (0, 80, 443, own.port)
        return is_here and parts.scheme in ("http", "https") and (parts.path or "/").startswith(self.site.base_path)

    def _internal(self, path: str, fragment: str, bulletin: Bulletin, tag: str) -> Destination:
        if path.startswith("/"):
            key = posixpath.normpath(path.lstrip("/") or ".")
            for locale in self.site.locales[1:]:
                if (key + "/").startswith(locale.prefix):
                    tag, key = locale.tag, key[len(locale.prefix) :] or "."
                    break
        else:
            key = posixpath.normpath(posixpath.join(bulletin.key or ".", path))
        if key.startswith(".."):
            return Destination(LinkKind.BROKEN)
        folder, name = posixpath.split(key) if key != "." else ("", "")
        for suffix, named in [("index.md", tag), *((f"index.{each}.md", each) for each in self.site.tags)]:
            if name == suffix:
                key, tag, name = folder or ".", named, ""
        key = HOME_KEY if key == "." else key
        if "." in name and not path.endswith("/"):
            asset = bulletin.asset(name, tag) if folder == bulletin.key else None
            if asset is None:
                return Destination(LinkKind.BROKEN)
            return Destination(LinkKind.ASSET, asset_url(bulletin.key, asset), fragment, asset=asset)
        key = self.redirects.get(key, key)
        url = page_url(self.site.locale(tag).prefix, key)
        route = self.pages.get(url)
        if route is not None:
            # A stub and a withdrawn page stand in for a text and have none of its anchors.
            kept = fragment if route.is_edition or key not in self.bulletins else ""
            return Destination(LinkKind.PAGE, url, kept, key, tag)
        is_to_come = key in self.bulletins or key in self.lists
        return Destination(LinkKind.UNPUBLISHED if is_to_come else LinkKind.BROKEN, key=key)
