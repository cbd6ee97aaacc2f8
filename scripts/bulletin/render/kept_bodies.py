"""Bodies from build to build: rendered where the text is new or leads elsewhere now, and read when somebody looks.

    index              what is known of each body: links, anchors, problems, and all that was asked while it was made
    <digest>.html      the HTML, under its own digest

A body depends on its text, the files of its bundle, the settings of the renderer (all in its key), and on the answers
to the questions that were put to the site's routes and abbreviations. Where these have changed since, every question
is asked again, those without an answer so far too; a body stands only while all answers are what they were.
The index is data under a checksum; whatever is damaged, foreign or half-written is made anew.
"""

from __future__ import annotations

import html as markup
import json
import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bulletin.model.body import Body, Link, Problem, digest_of
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.finding import Message
from bulletin.model.routes import Destination, LinkKind, Routes
from bulletin.render.body import BodyRenderer

PACKAGES = ("Markdown", "pymdown-extensions", "nh3", "python-slugify")
"""Packages whose versions a body depends on."""
INDEX = "index"
_CHECKSUM_BYTES = 32
_SPARE = 2
"""How many times as many files as bodies may lie in the folder: another branch may come back."""
Place = tuple[str, str]
Parallel = Callable[[Sequence[Callable[[], bytes]]], Sequence[bytes]]
"""Calls all of several makers, in processes if that is worth it; what they give, in their order."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of one body. Only values that `marshal` writes."""

    key: str
    """Of the text and all else that is fixed."""
    digest: str
    """Of its HTML."""
    links: tuple[Any, ...]
    """Each with (href, line, kind, url, fragment, key, locale, name of the file, whether a picture)."""
    ids: tuple[str, ...]
    problems: tuple[Any, ...]
    """Each with (line, rule, Vietnamese, English, line there, whether a warning)."""
    numbers: tuple[str, ...]
    asked: tuple[Any, ...]
    """Each with (comparable number of a document, what there was of it)."""
    shorts: tuple[Any, ...]
    """Each with (abbreviation that stands in the text, what it stands for)."""
    assets: tuple[str, ...]
    """Names of the files that it shows or links to."""
    targets: tuple[str, ...]
    is_plain: bool


class LazyBody(Body):
    """One whose parts are made when somebody looks at them."""

    def __init__(self, kept: Kept, bulletin: Bulletin, tag: str, html: Callable[[], str]) -> None:
        """Take what is known; `html` gives the text, read or made again."""
        values = {"_kept": kept, "_bulletin": bulletin, "_tag": tag, "_read": html, "digest": kept.digest}
        self.__dict__.update(values, numbers=kept.numbers, is_plain=kept.is_plain)

    @cached_property
    def html(self) -> str:
        """As it was rendered."""
        return self._read()  # type: ignore[attr-defined,no-any-return]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every anchor that a link can name."""
        return frozenset(self._kept.ids)  # type: ignore[attr-defined]

    @cached_property
    def targets(self) -> frozenset[str]:
        """Keys of the bulletins and lists to which its links lead."""
        return frozenset(self._kept.targets)  # type: ignore[attr-defined]

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps it from being published."""
        return tuple(
            Problem(line, rule, Message(vi, en, there), is_warning)
            for line, rule, vi, en, there, is_warning in self._kept.problems  # type: ignore[attr-defined]
        )

    @cached_property
    def assets(self) -> Any:  # noqa: ANN401 - as in Body
        """The files of the bundle that the text shows or links to."""
        bulletin, tag = self._bulletin, self._tag  # type: ignore[attr-defined]
        return tuple(bulletin.asset(name, tag) for name in self._kept.assets)  # type: ignore[attr-defined]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its links and pictures."""
        return tuple(_links(self._kept, self._bulletin, self._tag))  # type: ignore[attr-defined]


def bodies_of(
    bulletins: Mapping[str, Bulletin], routes: Routes, renderer: BodyRenderer, folder: Path | None, parallel: Parallel
) -> dict[Place, Body]:
    """(key, tag) → the body of every edition; `folder` keeps them, None for none.

    Raises CallError for an extension that is not there.
    """
    asking = Asking(routes, renderer)
    known, header = load(folder) if folder else ({}, ())
    is_same = header == asking.header
    bodies: dict[Place, Body] = {}
    todo: list[tuple[Place, Edition, Bulletin, str]] = []
    kept: dict[Place, Kept] = {}
    for bulletin in bulletins.values():
        files = repr(bulletin.assets)
        for tag, edition in bulletin.editions.items():
            place = bulletin.key, tag
            key = asking.key(edition, files)
            found = known.get(place)
            if found is None or found.key != key or not folder:
                todo.append((place, edition, bulletin, key))
                continue
            body = LazyBody(found, bulletin, tag, _reader(folder, found.digest, renderer, edition, bulletin, routes))
            if is_same or asking.holds(found, body, bulletin, tag):
                bodies[place], kept[place] = body, found
            else:
                todo.append((place, edition, bulletin, key))
    if todo:
        renderer.begin({tag for (_, tag), *_ in todo})
        made = parallel([_maker(asking, edition, bulletin, key) for _, edition, bulletin, key in todo])
        for (place, _, bulletin, _), data in zip(todo, made, strict=True):
            values, html = marshal.loads(data)  # noqa: S302 - made a moment ago, by this program
            kept[place] = Kept(*values)
            bodies[place] = LazyBody(kept[place], bulletin, place[1], html.__str__)
    if folder and (todo or not is_same or len(kept) != len(known)):
        _save(folder, kept, asking.header, {kept[place].digest: bodies[place].html for place, *_ in todo})
    return bodies


def remembered(bulletins: Mapping[str, Bulletin], asking: Asking, folder: Path) -> dict[Place, LazyBody]:
    """What a folder keeps of the texts as they are; each is to be asked whether it still holds before it is shown.

    Raises LookupError where the HTML of one is looked at and is not there.
    """
    known, _ = load(folder)
    found = {}
    for bulletin in bulletins.values():
        files = repr(bulletin.assets)
        for tag, edition in bulletin.editions.items():
            kept = known.get((bulletin.key, tag))
            if kept is not None and kept.key == asking.key(edition, files):
                found[bulletin.key, tag] = LazyBody(kept, bulletin, tag, _finder(folder, kept.digest))
    return found


class Asking:
    """The site as texts ask of it: what a link leads to, which documents there are, what is abbreviated."""

    def __init__(self, routes: Routes, renderer: BodyRenderer) -> None:
        """Take the answers of a site at one moment."""
        self._routes = routes
        self._renderer = renderer
        self._epoch = blake2b(f"{_tools()} {renderer.settings} {routes.site!r}".encode(), digest_size=16).hexdigest()
        places = sorted((url, each.key, each.locale, each.is_edition) for url, each in routes.pages.items())
        others = sorted(routes.bulletins), sorted(routes.redirects.items()), sorted(routes.lists)
        numbers = sorted((number, repr(each)) for number, each in routes.documents.items())
        said = json.dumps([places, others, numbers])
        shorts = json.dumps({tag: dict(each) for tag, each in renderer.abbreviations.items()}, sort_keys=True)
        self.header = (self._epoch, *(blake2b(each.encode()).hexdigest() for each in (said, shorts)))
        """Where it is the same, so is every answer."""

    def after(self, bulletins: Mapping[str, Bulletin]) -> Asking:
        """The same answers about other texts of the same bulletins."""
        asking = copy(self)
        asking._routes = replace(self._routes, bulletins=bulletins)  # noqa: SLF001
        return asking

    def key(self, edition: Edition, files: str) -> str:
        """Of all that is fixed; `files` are those of the bundle."""
        fixed = f"{self._epoch}\0{edition.key}\0{edition.locale}\0{edition.body_line}\0{files}\0{edition.body}"
        return blake2b(fixed.encode(errors="surrogatepass"), digest_size=16).hexdigest()

    def is_of(self, body: LazyBody, bulletin: Bulletin, tag: str) -> bool:
        """Whether a body is that of an edition as it is now, and leads where its links lead now.

        Raises LookupError where its HTML is not there any more.
        """
        kept: Kept = body._kept  # type: ignore[attr-defined]  # noqa: SLF001 - set in its own __init__
        edition = bulletin.editions[tag]
        return kept.key == self.key(edition, repr(bulletin.assets)) and self.holds(kept, body, bulletin, tag)

    def holds(self, kept: Kept, body: Body, bulletin: Bulletin, tag: str) -> bool:
        """Whether every question has the answer today that it had."""
        return (
            all(repr(self._routes.documents.get(number)) == answer for number, answer in kept.asked)
            and all(self._routes.resolve(link.href, bulletin, tag) == link.destination for link in body.links)
            and self._shorts(body.html, tag) == kept.shorts
        )

    def made(self, edition: Edition, bulletin: Bulletin) -> LazyBody:
        """Render a text now, in this process."""
        values, html = marshal.loads(self.make(edition, bulletin, self.key(edition, repr(bulletin.assets))))  # noqa: S302
        return LazyBody(Kept(*values), bulletin, edition.locale, html.__str__)

    def make(self, edition: Edition, bulletin: Bulletin, key: str) -> bytes:
        """Render, and write down what is to be known."""
        body, asked = self._renderer.answered(edition, bulletin, self._routes)
        kept = (
            key,
            body.digest,
            tuple(
                (
                    *(link.href, link.line, link.destination.kind.value, link.destination.url),
                    *(link.destination.fragment, link.destination.key, link.destination.locale),
                    *(link.destination.asset.name if link.destination.asset else "", link.is_image),
                )
                for link in body.links
            ),
            tuple(sorted(body.ids)),
            tuple(
                (each.line, each.rule, each.message.vi, each.message.en, each.message.there, each.is_warning)
                for each in body.problems
            ),
            body.numbers,
            tuple((number, repr(answer)) for number, answer in asked.items()),
            self._shorts(body.html, edition.locale),
            tuple(asset.name for asset in body.assets),
            tuple(sorted(body.targets)),
            body.is_plain,
        )
        return marshal.dumps((kept, body.html), 2)

    def _shorts(self, html: str, tag: str) -> tuple[tuple[str, str], ...]:
        """The abbreviations that stand in a text, however they are written in HTML."""
        text = markup.unescape(html)
        return tuple(
            (short, full) for short, full in self._renderer.abbreviations.get(tag, {}).items() if short in text
        )


def _maker(asking: Asking, edition: Edition, bulletin: Bulletin, key: str) -> Callable[[], bytes]:
    return lambda: asking.make(edition, bulletin, key)


def _reader(  # noqa: PLR0913, PLR0917 - a file, and all that it takes to make it again
    folder: Path, digest: str, renderer: BodyRenderer, edition: Edition, bulletin: Bulletin, routes: Routes
) -> Callable[[], str]:
    find = _finder(folder, digest)

    def read() -> str:
        with suppress(LookupError):
            return find()
        html = renderer.render(edition, bulletin, routes).html
        _write(folder / f"{digest}.html", html.encode())
        return html

    return read


def kept_html(folder: Path, digest: str) -> str | None:
    """A text that was rendered before, by its digest; None where it is kept no more, or damaged."""
    with suppress(OSError, UnicodeDecodeError):
        html = (folder / f"{digest}.html").read_bytes().decode()
        if digest_of(html) == digest:
            return html
    return None


def _finder(folder: Path, digest: str) -> Callable[[], str]:
    """Reads what is kept; LookupError where it is not there, or not whole."""

    def find() -> str:
        found = kept_html(folder, digest)
        if found is None:
            raise LookupError(digest)
        return found

    return find


def _links(kept: Kept, bulletin: Bulletin, tag: str) -> Iterator[Link]:
    for href, line, kind, url, fragment, key, locale, name, is_image in kept.links:
        asset = bulletin.asset(name, tag) if name else None
        yield Link(href, line, Destination(LinkKind(kind), url, fragment, key, locale, asset), is_image)


# The folder


def adopt(folder: Path, others: Iterable[Path]) -> int:
    """Take bodies that were made elsewhere into a folder that keeps them; say how many.

    Whether one is that of a text here is asked when it is needed, as of any that is kept.
    """
    known, header = load(folder)
    adopted = 0
    for other in others:
        found, their = load(other)
        if not known:
            header = their
        elif their != header:
            header = ()
        for place, kept in found.items():
            if place in known and known[place].key == kept.key:
                continue
            html = kept_html(other, kept.digest)
            if html is not None:
                with suppress(OSError):
                    folder.mkdir(parents=True, exist_ok=True)
                _write(folder / f"{kept.digest}.html", html.encode(errors="surrogatepass"))
                known[place] = kept
                adopted += 1
    if adopted:
        _save(folder, known, header, {})
    return adopted


def load(folder: Path) -> tuple[dict[Place, Kept], tuple[str, ...]]:
    """What is kept in a folder, and the header under which it was; nothing where that is not whole."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = (folder / INDEX).read_bytes()
        if data[:_CHECKSUM_BYTES] == _checksum(data[_CHECKSUM_BYTES:]):
            header, entries = marshal.loads(data[_CHECKSUM_BYTES:])  # noqa: S302 - whole, and written below
            return {place: Kept(*values) for place, values in entries}, header
    return {}, ()


def _save(folder: Path, kept: Mapping[Place, Kept], header: tuple[str, ...], texts: Mapping[str, str]) -> None:
    """A full or read-only disk costs time, nothing else."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    for digest, html in texts.items():
        _write(folder / f"{digest}.html", html.encode(errors="surrogatepass"))
    names = Kept.__slots__
    entries = [(place, tuple(getattr(each, name) for name in names)) for place, each in kept.items()]
    data = marshal.dumps((header, entries), 2)
    _write(folder / INDEX, _checksum(data) + data)
    used = {f"{each.digest}.html" for each in kept.values()} | {INDEX}
    with suppress(OSError):
        found = os.listdir(folder)  # noqa: PTH208 - names are enough
        if len(found) > _SPARE * len(used):
            for name in set(found) - used:
                (folder / name).unlink(missing_ok=True)


def _write(file: Path, data: bytes) -> None:
    beside = file.with_name(f"{file.name}-{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_CHECKSUM_BYTES).digest()


@cache
def _tools() -> str:
    here = Path(__file__).parents[1]
    digest = blake2b(digest_size=16)
    for folder in ("render", "model"):
        for path in sorted((here / folder).glob("*.py")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    versions = " ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{sys.version} {versions} {digest.hexdigest()}"
