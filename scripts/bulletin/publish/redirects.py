"""The former addresses of a site, for a server that answers them with 301 before it opens any file.

In the site each is a page that leads on, for hosts that know no better; here they become lines of an nginx map.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

MAP = "redirects.map"
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; url=([^"<>]*)">')
_READ = 4096
"""Bytes of a page in which its head lies."""
_ADDRESS = re.compile(r"/(?:[A-Za-z0-9-]+/)*")
"""What a map may hold: nothing in it means anything to nginx."""


def redirects(site: Path, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(former address, present address) of each page that only leads on, by the files of a site."""
    for path in paths:
        folder, _, name = path.rpartition("/")
        if name != "index.html":
            continue
        with (site / path).open("rb") as page:
            found = _REFRESH.search(page.read(_READ))
        if found:
            former = f"/{folder}/" if folder else "/"
            present = urlsplit(urljoin(former, found[1].decode("utf-8", "replace")))
            if not present.netloc and _ADDRESS.fullmatch(former) and _ADDRESS.fullmatch(present.path):
                yield former, present.path


def as_map(pairs: Iterable[tuple[str, str]]) -> str:
    """The lines of a `map $uri $moved { include …; }`; an address without its closing slash is meant as well."""
    lines = ["# former address, present address; written at every publication\n"]
    for former, present in sorted(pairs):
        lines += [f"{former} {present};\n", f"{former.rstrip('/')} {present};\n"] if former != "/" else []
    return "".join(lines)
