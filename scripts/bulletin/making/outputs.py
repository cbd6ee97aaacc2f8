"""What a site is made of: every page, every file that a page shows, and everything for programs, as outputs."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote

from bulletin.finish import extra_makers, share_images
from bulletin.finish.pictures import picture_key, scaled_picture
from bulletin.finish.sitemaps import sitemaps
from bulletin.making.hands import parallel
from bulletin.model.extras import Extras
from bulletin.model.output import Output
from bulletin.model.page import Json, Later, Page, PageKind, Published
from bulletin.model.site import Labels, Site
from bulletin.render.press import Press, templates_digest

_FIELDS = tuple(field.name for field in fields(Page))

SHARED, PICTURES = "share-images", "pictures"
"""Folders of the cache: pictures for sharing, and photographs at the widths of pages."""
MANY = 200
"""Pages from which the files for programs are worth processes of their own."""


class SourceError(Exception):
    """A file of a bundle is not what it was when the content was read."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the outputs are made of."""

    docs: Path
    site: Site
    labels: Labels
    furniture: Mapping[str, Json]
    pages: list[Page]
    files: list[Published]
    extras: Extras


def outputs_of(  # noqa: PLR0913 - called once, with all that it takes
    content: Content, press: Press, cache: Path | None, work: Path, *, jobs: int, trusts_stat: bool
) -> Iterator[Output]:
    """Every file of a site, in any order; where two have one address the later one stands.

    Scaled photographs and pictures for sharing are kept in the cache folder, if there is one. Files for programs are
    made at once, in the empty folder `work`: what they show is no less than what they are.
    """
    yield from pages_of(content.pages, press)
    for address, source in press.files().items():
        yield Output(address, address, source.read_bytes)
    icon = next((content.site.url + url for url in press.files() if url.startswith("assets/icon.")), "")
    makers = extra_makers(content.extras, content.site, icon, cache)
    written = [partial(_written, each, work / f"{number}-") for number, each in enumerate(makers)]
    for made in parallel(written, jobs, are_large=len(content.pages) > MANY):
        for address, key, file in json.loads(made):
            yield Output(unquote(address), key, Path(file).read_bytes)
    yield from share_images.outputs(content.extras.share_images, content.docs, cache / SHARED if cache else None)
    # After what is made: an editor's own file of that name stands.
    pictures = cache / PICTURES if cache else None
    for file in content.files:
        yield _file(content.docs, file, pictures, trusts_stat=trusts_stat)
    for name, text in sitemaps(content.pages, content.extras.headlines, content.site):
        yield known(name, text.encode())
    yield known(".nojekyll", b"")  # or GitHub Pages drops files whose names begin with an underscore


def _written(make: Callable[[], Iterator[tuple[str, bytes]]], stem: Path) -> bytes:
    """Write what a maker gives, so that nothing of it stays in memory; tell address, key and file of each."""
    found = []
    for number, (address, data) in enumerate(make()):
        file = f"{stem}{number}"
        Path(file).write_bytes(data)
        found.append((address, hashlib.blake2b(data, digest_size=16).hexdigest(), file))
    return json.dumps(found).encode()


def known(address: str, data: bytes) -> Output:
    """An output whose bytes are there already."""
    return Output(address, hashlib.blake2b(data, digest_size=16).hexdigest(), lambda: data)


def pages_of(pages: Iterable[Page], press: Press) -> Iterator[Output]:
    """Pages as files."""
    epoch = hashlib.blake2b(templates_digest(press.overrides).encode(), digest_size=16)
    epoch.update(_code().encode())
    epoch.update(repr(press.site).encode(errors="backslashreplace"))
    epoch.update(json.dumps([press.furniture, press.labels], default=dict).encode())
    base = epoch.hexdigest()
    for page in pages:
        address = page.url if page.kind is PageKind.NOT_FOUND else f"{page.url}index.html"
        yield Output(address, page_key(page, base), partial(press.page, page))


def page_key(page: Page, base: str) -> str:
    """Digest of all that a page shows; `base` is that of what all pages share."""
    digest = hashlib.blake2b(base.encode(), digest_size=16)
    values = [getattr(page, name) for name in _FIELDS]
    digest.update(json.dumps(values, ensure_ascii=False, default=_digest).encode(errors="surrogatepass"))
    return digest.hexdigest()


def _digest(value: object) -> str:
    return value.digest if isinstance(value, Later) else str(value)


@cache
def _code() -> str:
    """Of the code that works out values later."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted((Path(__file__).parents[1] / "stage").glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _file(docs: Path, file: Published, cache: Path | None, *, trusts_stat: bool) -> Output:
    source = docs / file.source
    if source.is_symlink():  # put there since the tree was read
        raise SourceError(f"{file.source}: a symbolic link")
    if trusts_stat:
        found = os.lstat(source)
        mark = f"{file.source} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    else:
        mark = hashlib.sha256(source.read_bytes()).hexdigest()
    if not file.width:
        return Output(unquote(file.url), mark, source.read_bytes)
    return Output(
        unquote(file.url), f"{picture_key(file.width)} {mark}", partial(scaled_picture, source, file.width, cache)
    )
