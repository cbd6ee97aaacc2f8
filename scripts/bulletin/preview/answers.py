"""What an address of the site asks for, made when somebody asks: a page, a file of a bundle, a feed, an index."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import unquote

from bulletin.finish import extra_makers, share_images
from bulletin.finish.guide import NAME as GUIDE
from bulletin.finish.pictures import scaled_picture
from bulletin.finish.sitemaps import sitemaps
from bulletin.model.api import ROOT as API
from bulletin.model.extras import Extras
from bulletin.model.feed import ATOM, JSON
from bulletin.model.finding import Message
from bulletin.model.page import PageKind
from bulletin.prepared import OVERRIDES
from bulletin.preview.additions import Told, both, notice_page, with_additions
from bulletin.preview.scene import Scene
from bulletin.preview.words import why_hidden, word
from bulletin.program import WORK, short
from bulletin.render.press import Press, RenderError
from bulletin.stage.api.interface import Interface
from bulletin.stage.calendars import agendas
from bulletin.stage.feeds import feeds
from bulletin.stage.guide import guide_of
from bulletin.stage.headlines import headlines
from bulletin.stage.noted import Notes
from bulletin.stage.pages import all_pages, files_of, pages_at
from bulletin.stage.search import catalogues
from bulletin.stage.share_images import share_images as pictures_of
from bulletin.stage.stand_ins import not_found_page
from bulletin.stage.together import BOTH, WHOLE

INDEX = "index.html"
HTML = "text/html; charset=utf-8"
_KINDS = {".json": "application/json", ".xml": "application/xml", ".ics": "text/calendar", ".webp": "image/webp"}
_SEARCH = "search/"
CACHE = WORK / "cache"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent."""

    status: int
    kind: str
    body: bytes
    location: str = ""
    """Where to go instead; percent-encoded."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known besides the scene."""

    problem: str = ""
    """Why the scene is older than the files."""
    former: frozenset[str] = frozenset()
    """Addresses that had a page earlier."""


class Answers:
    """Makes answers, with one environment of templates for all pages."""

    def __init__(self) -> None:
        """Begin without templates."""
        self._press: Press | None = None
        self._scene: Scene | None = None
        self._lock = threading.RLock()

    def forget_templates(self) -> None:
        """Read templates and styles again."""
        with self._lock:
            self._press = self._scene = None

    def answer(self, scene: Scene, address: str, around: Around) -> Answer:
        """The answer to an address below the root, not percent-encoded."""
        with self._lock:
            return self._answer(scene, address, around)

    def plain(self, scene: Scene, address: str) -> bytes | None:
        """A page without the preview's additions; None where there is none."""
        with self._lock:
            place = scene.addresses.get(address)
            return self._page(scene, *place) if place else None

    def _answer(self, scene: Scene, address: str, around: Around) -> Answer:
        folder = address.removesuffix(INDEX) if address.endswith(f"/{INDEX}") or address == INDEX else address
        if folder in scene.addresses:
            return self._kept_page(scene, folder, around)
        if f"{address}/" in scene.addresses:
            return Answer(302, HTML, b"", location=f"{address}/")
        try:
            data = self._file(scene, address)
        except (OSError, RenderError) as error:
            return self._broken(scene, address, around, error)
        if data is None:
            return self._nothing(scene, address, around)
        suffix = Path(address).suffix
        kind = _KINDS.get(suffix) or mimetypes.guess_type(address)[0] or "application/octet-stream"
        return Answer(200, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, data)

    # Pages

    def _kept_page(self, scene: Scene, address: str, around: Around) -> Answer:
        name = f"{address}\0{around.problem}"
        found = scene.made.get(name)
        if isinstance(found, Answer):
            return found
        key, tag = scene.addresses[address]
        told = told_of(scene, key, tag, around)
        try:
            html = self._page(scene, key, tag)
        except (RenderError, OSError) as error:
            return self._broken(scene, address, around, error)
        if scene.look.plan.kinds[key, tag] is not PageKind.REDIRECT:
            html = with_additions(html, told, base_of(scene), prefix_of(scene))
        answer = Answer(200, HTML, html)
        scene.made[name] = answer
        return answer

    def _page(self, scene: Scene, key: str, tag: str) -> bytes:
        """One page; where a draft in which something is wrong is in its way, without such drafts."""
        try:
            return self._printed(scene, key, tag)
        except Exception as error:
            if scene.sound is not scene and (key, tag) in scene.sound.look.plan.kinds:
                with suppress(Exception):
                    return self._printed(scene.sound, key, tag)
            if isinstance(error, RenderError):
                raise
            raise RenderError(f"{type(error).__name__}: {error}") from error

    def _printed(self, scene: Scene, key: str, tag: str) -> bytes:
        (page,) = pages_at(scene.view, [(key, tag)], Notes())
        return self._press_of(scene).page(page)

    def _press_of(self, scene: Scene) -> Press:
        settings = scene.memory.settings
        before = self._scene.memory.settings if self._scene else None
        if self._press is None or before is None or (before.site, before.labels) != (settings.site, settings.labels):
            self._press = Press(OVERRIDES, settings.site, settings.labels, scene.furniture, kept=CACHE / "templates")
        elif self._scene is not scene:
            self._press.refurnish(scene.furniture)
        self._scene = scene
        return self._press

    def _nothing(self, scene: Scene, address: str, around: Around) -> Answer:
        tag, key = _place_of(scene, address)
        told = told_of(scene, key if key in scene.memory.known else None, tag, around)
        base = base_of(scene)
        home = f'<a href="{escape(base + scene.view.url("", tag))}">{both(word("home"))}</a>'
        if key and key in scene.memory.known:
            html = notice_page(word("hidden"), [home], told, base, prefix_of(scene))
        elif address in around.former:
            html = notice_page(word("gone"), [home], told, base, prefix_of(scene))
        else:
            try:
                html = self._press_of(scene).page(not_found_page(scene.view, scene.memory.settings.site.locale(tag)))
            except RenderError as error:
                return self._broken(scene, address, around, error)
            html = with_additions(html, told, base, prefix_of(scene))
        return Answer(404, HTML, html)

    @staticmethod
    def _broken(scene: Scene, address: str, around: Around, error: Exception) -> Answer:
        tag = _place_of(scene, address)[0]
        lines = [f"<code>{escape(str(error))}</code>", both(word("mend"))]
        told = told_of(scene, None, tag, around)
        return Answer(500, HTML, notice_page(word("broken"), lines, told, base_of(scene), prefix_of(scene)))

    # Everything else

    def _file(self, scene: Scene, address: str) -> bytes | None:
        press = self._press_of(scene)
        own = press.files().get(address)
        if own is not None:
            return own.read_bytes()
        site = scene.memory.settings.site
        error_page = next((each for each in site.locales if address == f"{each.prefix}404.html"), None)
        if error_page is not None:
            return press.page(not_found_page(scene.view, error_page))
        found = _of_bundle(scene, address)
        if found is None and address.endswith(".png"):
            found = _share_image(scene, address)
        if found is not None:
            return found
        group = _group(address)
        return self._made(scene, group, press).get(address) if group else None

    @staticmethod
    def _made(scene: Scene, group: str, press: Press) -> dict[str, bytes]:
        """All files of a group, made at the first question after a change."""
        found = scene.made.get(group)
        if not isinstance(found, dict):
            icon = next((url for url in press.files() if url.startswith("assets/icon.")), "")
            found = {unquote(url): data for url, data in _files_of_group(scene, group, icon)}
            scene.made[group] = found
        return found


def base_of(scene: Scene) -> str:
    """The path under which the site lies, with slashes at both ends."""
    return scene.memory.settings.site.base_path


def prefix_of(scene: Scene) -> str:
    """The docs folder as findings name it."""
    return f"{short(scene.memory.docs)}/"


def told_of(scene: Scene, key: str | None, tag: str, around: Around) -> Told:
    """What is to be said on the page of a key; None for a page of no bulletin's."""
    own = None if key is None else _bulletin_of(scene, key, tag)
    findings = None if own is None else scene.findings_of(own)
    elsewhere = [each for each in scene.errors if own is None or each not in (findings or ())]
    known = scene.memory.known.get(own) if own is not None else None
    base = base_of(scene)
    return Told(
        tag,
        tuple(dict.fromkeys(_bands(scene, own))) if own is not None else (),
        findings,
        known is None or known.checked is not None,
        len(elsewhere),
        around.problem,
        tuple(sorted(base + unquote(scene.view.url(*place)) for place in _drafts(scene))),
    )


def _bulletin_of(scene: Scene, key: str, tag: str) -> str | None:
    """The bulletin whose page it is; None for a list."""
    own = key.removeprefix(BOTH) if key.startswith(BOTH) else key.removesuffix(WHOLE)
    is_list = not own and scene.look.plan.kinds.get((key, tag), PageKind.HOME) is not PageKind.HOME
    return own if own in scene.memory.known and not is_list else None


def _bands(scene: Scene, key: str) -> Iterator[Message]:
    known = scene.memory.known[key].bulletin
    if known is None:
        return
    for tag in known.editions:
        for reason in scene.real.clearances[key, tag].reasons:
            if scene.look.cleared.is_public(key, tag):
                yield why_hidden(reason, known, tag)


def _drafts(scene: Scene) -> Iterator[tuple[str, str]]:
    if scene.look.cleared is not scene.real:
        for (key, tag), found in scene.real.clearances.items():
            if key and not found.is_public and scene.look.cleared.is_public(key, tag):
                yield key, tag


def _place_of(scene: Scene, address: str) -> tuple[str, str]:
    """The locale in whose tree an address lies, and what is left of it as a key."""
    locales = scene.memory.settings.site.locales
    locale = next((each for each in locales[1:] if f"{address}/".startswith(each.prefix)), locales[0])
    return locale.tag, address[len(locale.prefix) :].strip("/").removesuffix(f"/{INDEX}")


def _of_bundle(scene: Scene, address: str) -> bytes | None:
    """A file that a shown edition shows or links to, and no other."""
    key = address.rpartition("/")[0]
    if key not in scene.look.cleared.bulletins:
        return None
    for file in files_of(scene.view, key):
        if unquote(file.url) == address:
            source = scene.memory.docs / file.source
            if source.is_symlink():  # put there since the tree was read
                return None
            return scaled_picture(source, file.width, CACHE / "pictures") if file.width else source.read_bytes()
    return None


def _share_image(scene: Scene, address: str) -> bytes | None:
    found = scene.made.get("share")
    if not isinstance(found, dict):
        found = {unquote(image.url): image for image in pictures_of(scene.view).values()}
        scene.made["share"] = found
    image = found.get(address)
    if image is None:
        return None
    return next(iter(share_images.outputs([image], scene.memory.docs, CACHE / "share-images"))).make()


def _group(address: str) -> str:
    """Of which kind a file made from the content would be; empty for none."""
    if address.startswith(API):
        return "api"
    if address.startswith(_SEARCH):
        return "search"
    if address.rpartition("/")[2] in (ATOM, JSON):
        return "feeds"
    if address.startswith("sitemap") or address == "robots.txt":
        return "sitemaps"
    return "agendas" if address.endswith(".ics") else "guide" if address == GUIDE else ""


def _files_of_group(scene: Scene, group: str, icon: str) -> Iterable[tuple[str, bytes]]:
    view, site = scene.view, scene.memory.settings.site
    if group == "sitemaps":
        lines = headlines(view)
        return [(name, text.encode()) for name, text in sitemaps(all_pages(view), lines, site)]
    if group == "api":
        extras = Extras(api=Interface(view))
    elif group == "search":
        extras = Extras(catalogues=tuple(catalogues(view)))
    elif group == "feeds":
        extras = Extras(feeds=tuple(feeds(view)))
    elif group == "agendas":
        extras = Extras(agendas=tuple(agendas(view)))
    else:
        extras = Extras(guide=guide_of(view))
    makers = extra_makers(extras, site, site.url + icon if icon else "")
    return (file for make in makers for file in make())
