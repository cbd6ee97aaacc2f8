"""Where a link leads, written so that it is the same in both languages."""

from __future__ import annotations

import re
import unicodedata
from posixpath import normpath
from urllib.parse import SplitResult, unquote, urlsplit

from bulletin.model.block import is_foreign

_EDITION = re.compile(r"(?:^|/)index(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.md$")
_PREFIX = re.compile(r"/(vi|en|[a-z]{2}(?:-[a-z]{2,4})?)(?=/|$)", re.IGNORECASE)
_VARIANT = re.compile(r"[._-](?:vi|en|vn|vie|eng|[a-z]{2}-[A-Z]{2})(?=\.[A-Za-z0-9]+$)")
_INDEX = re.compile(r"(?:index|default|home)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_LANGUAGES = frozenset(
    "vi en vn eng vie vi-vn en-us en-gb vi_vn en_us en_gb vietnamese english tieng-viet tieng-anh".split()  # noqa: SIM905
)
"""What names a language in the address of a site: its host, its folders, its parameters."""
_PARAMETERS = frozenset("lang language locale hl l lng gl".split())  # noqa: SIM905
_TRACKING = ("utm_", "fbclid", "gclid", "zarsrc")
_PORTS = {"http": 80, "https": 443}
_SHOWN = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”“|]{3,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|(?<![\w.@/-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|vn|org|net|gov|edu|info|asia|example)(?:/[^\s<>\"”“|]{0,300})?(?![\w@-])",
    re.IGNORECASE,
)


def canonical(href: str, key: str) -> str:
    """The same text for links that lead to the same: of this site the key, of others the address without its language.

    `key` is the bulletin's in which the link stands; `#x` is an anchor of its own page.
    """
    if not is_foreign(href):
        return _internal(href, key)
    try:
        parts = urlsplit(href.strip())
        port = parts.port
    except ValueError:
        return href
    scheme = parts.scheme.lower()
    if scheme == "tel":
        return "tel:" + re.sub(r"^(?:0084|84)(?=[1-9])", "0", re.sub(r"\D", "", unquote(parts.path).partition(";")[0]))
    if scheme not in ("http", "https", ""):
        return f"{scheme}:{unquote(parts.path).strip().lower()}"
    if (parts.hostname or "").endswith(".wikipedia.org"):
        return _wikipedia(parts)
    return _external(parts, port)


def _external(parts: SplitResult, port: int | None) -> str:
    host = parts.hostname or ""
    labels = [label for label in host.split(".") if label != "www" and label not in _LANGUAGES] or [host]
    if host.endswith(".vn"):
        labels = [*labels, "vn"]
    segments = [part for part in _plain(parts.path).split("/") if part and part.lower() not in _LANGUAGES]
    if segments:
        segments[-1] = _INDEX.sub("", _VARIANT.sub("", segments[-1]))
    query = sorted(
        part
        for part in parts.query.split("&")
        if part and part.partition("=")[0].lower() not in _PARAMETERS and not part.startswith(_TRACKING)
    )
    address = f"//{'.'.join(labels)}{f':{port}' if port not in (None, _PORTS.get(parts.scheme.lower())) else ''}"
    address += f"/{'/'.join(segments)}".rstrip("/") + (f"?{_plain('&'.join(query))}" if query else "")
    fragment = _plain(parts.fragment).partition(":~:")[0]
    return f"{address}#{fragment}" if fragment and not _names_language(parts) else address


def _names_language(parts: SplitResult) -> bool:
    """Whether an address is that of one language version, whose anchors are words of that language."""
    host = (parts.hostname or "").split(".")[:-1]
    return any(part.lower() in _LANGUAGES for part in (*host, *parts.path.split("/")))


def _wikipedia(parts: SplitResult) -> str:
    """Articles of two languages have different names: they are compared only within one."""
    language = (parts.hostname or "").partition(".")[0]
    return f"//wikipedia.org/{language}{_plain(parts.path)}"


def is_other_wikipedia(one: str, other: str) -> bool:
    """Whether two canonical addresses are articles in two languages."""
    start = "//wikipedia.org/"
    return one.startswith(start) and other.startswith(start) and one.split("/")[3] != other.split("/")[3]


def _internal(href: str, key: str) -> str:
    path, fragment = split_fragment(href)
    path = _plain(path.partition("?")[0])
    if not path:
        return f"#{fragment}"
    if path.startswith("/"):
        joined = normpath(_PREFIX.sub("", path, count=1).lstrip("/") or ".")
    else:
        joined = normpath(f"{key}/{path}" if key else path)
    joined = _EDITION.sub("", joined) or "."
    if joined == (key or ".") and fragment:
        return f"#{fragment}"
    return _VARIANT.sub("", joined)


def split_fragment(href: str) -> tuple[str, str]:
    """A link without its fragment, and its fragment, decoded."""
    path, _, fragment = href.strip().partition("#")
    return path, _plain(fragment)


def language_of(href: str) -> str:
    """The tag of the edition that a link within the site names: `index.en.md`, `/en/…`; empty where it names none."""
    if is_foreign(href):
        return ""
    path = split_fragment(href)[0]
    named = _EDITION.search(path)
    if named is not None and named[1]:
        return named[1].lower()
    prefix = _PREFIX.match(path)
    return prefix[1].lower() if prefix else ""


def shown_addresses(text: str) -> list[tuple[str, str, int]]:
    """The addresses that a text shows its readers: as written, canonical, and where in the text."""
    if "." not in text:
        return []
    found = []
    for match in _SHOWN.finditer(text):
        written = match[0].rstrip(".,;:!?)]}’'")
        whole = f"mailto:{written}" if "@" in written else written if "://" in written else f"https://{written}"
        found.append((written, canonical(whole, ""), match.start()))
    return found


def file_of(src: str) -> str:
    """The name of a picture's file without its locale: `photo.en.jpg` stands for `photo.jpg`."""
    return _VARIANT.sub("", _plain(src.strip()).removeprefix("./"))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", unquote(text))
