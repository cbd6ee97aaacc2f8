"""What makes rendered pages a site: files that they show, calendars, feeds, pictures for sharing, sitemaps."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from bulletin.finish import atom, guide, json_feed, search, share_images
from bulletin.finish.pictures import scale_all
from bulletin.finish.sitemaps import sitemaps
from bulletin.model.extras import Extras
from bulletin.model.feed import ATOM, JSON
from bulletin.model.page import Page, PageKind, Published
from bulletin.model.site import Site

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

    Scaled photographs and pictures for sharing are kept in the cache folder, if there is one. Raises FinishError where
    a page is missing or was not staged, or a file is a link to another.
    """
    _hold_to(html, pages)
    icon = next((site.url + path.relative_to(html).as_posix() for path in html.glob("assets/icon.*.svg")), "")
    for made in extra_makers(extras, site, icon):
        for url, content in made():
            _place(html / unquote(url)).write_bytes(content)
    share_images.draw_all(extras.share_images, html, docs, cache / "share-images" if cache else None)
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
    scale_all(scaled, cache / "pictures" if cache else None)
    for name, text in sitemaps(pages, extras.headlines, site):
        (html / name).write_text(text, encoding="utf-8", newline="\n")
    (html / ".nojekyll").write_bytes(b"")  # or GitHub Pages drops files whose names begin with an underscore


def extra_makers(
    extras: Extras, site: Site, icon: str, cache: Path | None = None
) -> list[Callable[[], Iterator[tuple[str, bytes]]]]:
    """What makes the files that are made from the content and are no page; each gives addresses and contents.

    The makers have about as much to do as one another, so that they may work side by side. What a later build wants to
    know of the search is kept in the cache folder, if there is one.
    """
    told = partial(search.keep_lengths, cache=cache) if cache else None
    return [
        partial(_feeds_and_guide, extras, site, icon),
        lambda: ((file.url, file.data) for file in extras.api),
        *(partial(search.written, [catalogue], told) for catalogue in extras.catalogues),
    ]


def _feeds_and_guide(extras: Extras, site: Site, icon: str) -> Iterator[tuple[str, bytes]]:
    if extras.agendas:
        from bulletin.finish import calendars  # noqa: PLC0415 - its library takes a tenth of the time of an edit

        for agenda in extras.agendas:
            yield agenda.url, calendars.written(agenda, site)
    for feed in extras.feeds:
        yield feed.url + ATOM, atom.written(feed, site, icon)
        yield feed.url + JSON, json_feed.written(feed, site, icon)
    if extras.guide:
        yield guide.NAME, guide.written(extras.guide, site)


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
