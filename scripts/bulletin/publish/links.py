"""The links of a finished site that stay inside it, and lead to no file, or to no place in that file."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_LINK = re.compile(r"""\s(href|src|srcset|poster|action)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
_REFRESH = re.compile(r"""content="0; url=([^"]*)\"""")
_ANCHOR = re.compile(r"""\sid\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")


@dataclass(frozen=True, slots=True, order=True)
class DeadLink:
    """A link that leads nowhere."""

    path: str
    """Of the file, below the site."""
    line: int
    """1-based."""
    href: str


@dataclass(slots=True)
class _Site:
    root: Path
    url: str
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)

    def resolves(self, address: str, here: str) -> bool:
        """Whether an address is of another site, or is answered by this one."""
        try:
            target = urlsplit(urljoin(here, address))
            own = urlsplit(self.url)
        except ValueError:
            return False
        if target.scheme not in ("http", "https") or target.netloc != own.netloc:
            return True
        if not target.path.startswith(own.path):
            return False
        path = unquote(target.path[len(own.path) :])
        path += "index.html" if not path or path.endswith("/") else ""
        if ".." in path.split("/") or not (self.root / path).is_file():
            return False
        return not target.fragment or unquote(target.fragment) in self.anchors_of(path)

    def anchors_of(self, path: str) -> frozenset[str]:
        if path not in self.anchors:
            text = (self.root / path).read_text(encoding="utf-8", errors="replace")
            self.anchors[path] = frozenset(_value(match[1]) for match in _ANCHOR.finditer(text))
        return self.anchors[path]


def dead_links(root: Path, url: str) -> Iterator[DeadLink]:
    """Every link of a site's pages and sitemaps that leads nowhere; `url` is where the site is published."""
    site = _Site(root, url)
    for file in sorted(root.rglob("*")):
        if file.suffix not in (".html", ".xml") or not file.is_file():
            continue
        path = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8", errors="replace")
        here = url + path.removesuffix("index.html")
        for href, at in _links(text, is_page=file.suffix == ".html"):
            if not site.resolves(href, here):
                yield DeadLink(path, text.count("\n", 0, at) + 1, href)


def _links(text: str, *, is_page: bool) -> Iterator[tuple[str, int]]:
    if not is_page:
        yield from ((html.unescape(match[1].strip()), match.start()) for match in _LOCATION.finditer(text))
    for tag in _TAG.finditer(text):
        for link in _LINK.finditer(tag[0]):
            value = _value(link[2])
            each = [part.split()[0] for part in value.split(",") if part.strip()] if link[1] == "srcset" else [value]
            yield from ((href, tag.start()) for href in each)
        if moved := _REFRESH.search(tag[0]):
            yield html.unescape(moved[1]), tag.start()


def _value(attribute: str) -> str:
    return html.unescape(attribute.strip("\"'"))
