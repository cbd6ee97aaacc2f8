"""An edition's Markdown → sanitised HTML, by one Markdown instance for each locale of the process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.util import ETX, STX

from bulletin.model.anchors import heading_slug
from bulletin.model.body import Body
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.model.kinds import LegalStatus
from bulletin.model.routes import Document, Routes
from bulletin.model.site import Labels, Site
from bulletin.render.complexity import crowds
from bulletin.render.links import Context, LinkProcessor
from bulletin.render.marks import Marks
from bulletin.render.numbers import BlockNumbers
from bulletin.render.sanitiser import inspect, sanitise
from bulletin.render.typography import SmartQuotes

MAX_TOLD = 100
"""Problems of one kind in one text; who has more of them has pasted a page of HTML."""


class BodyRenderer:
    """Renders texts, one after the other, with the extensions of mkdocs.yml."""

    def __init__(
        self,
        extensions: Mapping[str, Mapping[str, object]],
        labels: Labels,
        abbreviations: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> None:
        """Take the extensions with their options; a Markdown instance is made when its locale first comes.

        `abbreviations` are those that readers of a locale are told: tag → abbreviation → what it stands for.
        """
        self._extensions = extensions
        self._labels = labels
        self.abbreviations = abbreviations
        self._instances: dict[str, tuple[Markdown, LinkProcessor]] = {}

    @property
    def settings(self) -> str:
        """All that decides how a text is rendered, but the abbreviations."""
        labels = {tag: dict(each) for tag, each in self._labels.items()}
        options = {name: dict(each) for name, each in self._extensions.items()}
        return f"{options!r} {labels!r}"

    def begin(self, tags: Iterable[str]) -> None:
        """Make what is needed for some locales. Raises CallError for an extension that is not there."""
        for tag in tags:
            self._instance(tag)

    def render(self, edition: Edition, bulletin: Bulletin, routes: Routes) -> Body:
        """Render one edition: resolve its links against the routes, tell its problems, clean its HTML."""
        return self.answered(edition, bulletin, routes)[0]

    def answered(self, edition: Edition, bulletin: Bulletin, routes: Routes) -> tuple[Body, dict[str, Document | None]]:
        """The same, and which documents the text asked for, with what there was of each."""
        context = Context(edition, bulletin, routes)
        html = self._convert(edition, context) if not _is_too_complex(edition, context) else ""
        seen = inspect(html)
        for what, patterns in seen.refused[:MAX_TOLD]:
            context.refuse(patterns, "unsafe-html", "unsafe-html", found=what)
        raw = [
            (tag, address)
            for tag, address in seen.addresses
            if address not in context.written and (tag == "img" or not _is_foreign(address, routes.site))
        ]
        for tag, address in raw[:MAX_TOLD]:
            places = [re.escape(address) or "(?!)", rf"<{tag}\b"]
            context.refuse(places, "unsafe-html", "raw-link", found=address)
        clean = sanitise(html)
        if not context.is_refused:
            kept = inspect(clean).parts
            kept.pop(("tbody", ""), None)  # every reader of HTML adds one
            seen.parts.pop(("tbody", ""), None)
            for tag, name in sorted((kept - seen.parts) + (seen.parts - kept)):
                what = f"{name}=… (<{tag}>)" if name else f"<{tag}>"
                context.refuse([rf"</?{tag}\b", "<"], "unsafe-html", "unsafe-html", found=what)
        told = tuple(context.problems)
        body = Body(clean, tuple(context.links), frozenset(seen.ids), told, tuple(context.numbers))
        return body, context.asked

    def _convert(self, edition: Edition, context: Context) -> str:
        markdown, links = self._instance(edition.locale)
        links.context = context
        markdown.reset()
        try:
            return markdown.convert(edition.body)
        except RecursionError:
            context.refuse((), "schema", "text-too-complex", found="> 100", mark=">", limit=100)
        except Exception as error:  # noqa: BLE001 - a text on which Python-Markdown stumbles is a finding, not a crash
            context.refuse((), "schema", "unreadable-file", reason=f"{type(error).__name__}: {error}")
        self._instances.pop(edition.locale)  # its state is not known any more
        return ""

    def _instance(self, tag: str) -> tuple[Markdown, LinkProcessor]:
        if tag not in self._instances:
            self._instances[tag] = self._make(tag)
        return self._instances[tag]

    def _make(self, tag: str) -> tuple[Markdown, LinkProcessor]:
        labels = self._labels[tag]
        ours: dict[str, dict[str, object]] = {
            "toc": {"slugify": heading_slug},
            "footnotes": {
                "BACKLINK_TITLE": labels["footnote_back"],
                "BACKLINK_TEXT": "↩︎",
                "PLACE_MARKER": f"{STX}here{ETX}",  # footnotes stand at the end: no text has this
            },
        }
        options = {name: {**given, **ours.get(name, {})} for name, given in self._extensions.items()}
        markdown = Markdown(output_format="html")
        for name, given in options.items():
            try:
                markdown.registerExtensions([name], {name: given})
            except (ImportError, KeyError, TypeError, ValueError, AttributeError) as error:
                sentence = message("unknown-extension", found=name, reason=str(error).split("\n")[0])
                raise CallError("mkdocs.yml", sentence) from error
        _name_admonitions(markdown, labels)
        links = LinkProcessor(markdown)
        # After toc and attr_list (5 and 8), before the text is put together (0).
        markdown.treeprocessors.register(SmartQuotes(markdown), "smart-quotes", 7)
        markdown.treeprocessors.register(links, "links", 3)
        marks = Marks(markdown, links, self.abbreviations.get(tag, {}), _repealed(labels))
        markdown.treeprocessors.register(marks, "marks", 2.5)
        markdown.treeprocessors.register(BlockNumbers(markdown), "block-numbers", 2)
        return markdown, links


def _repealed(labels: Mapping[str, str]) -> dict[LegalStatus, str]:
    """What is said behind the number of a document that is in force no more, or only in part."""
    return {
        LegalStatus.REPEALED: labels["repealed_note"],
        LegalStatus.PARTLY_REPEALED: labels["partly_repealed_note"],
    }


def _name_admonitions(markdown: Markdown, labels: Mapping[str, str]) -> None:
    """Give a box without a title of its own the title in the language of the page."""
    processors = markdown.parser.blockprocessors
    if "admonition" not in processors:
        return
    processor: Any = processors["admonition"]
    original: Callable[[re.Match[str]], tuple[str, str | None]] = processor.get_class_and_title

    def named(match: re.Match[str]) -> tuple[str, str | None]:
        kind, title = original(match)
        if match.group(2) is None:
            title = labels.get(f"box_{kind.split()[0]}", labels["box_note"])
        return kind, title

    processor.get_class_and_title = named


def _is_foreign(address: str, site: Site) -> bool:
    """Whether an address written as HTML leads away from this site, whose own pages only Markdown may link to."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return True
    return parts.scheme in ("https", "http") and parts.hostname != urlsplit(site.url).hostname


def _is_too_complex(edition: Edition, context: Context) -> bool:
    """Whether a text would keep the parser busy for longer than an editor waits."""
    crowd = next(crowds(edition.body), None)
    if crowd is None:
        return False
    mark, found, limit = crowd.mark, crowd.found, crowd.limit
    place = re.escape(crowd.words)
    context.refuse([place], "schema", "text-too-complex", mark=mark, found=found, limit=limit)
    return True
