"""An edition's Markdown → sanitised HTML, by one Markdown instance for each locale of the process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markdown import Markdown
from slugify import slugify

from bulletin.model.body import Body
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.model.routes import Routes
from bulletin.model.site import Labels
from bulletin.render.links import Context, LinkProcessor
from bulletin.render.sanitiser import inspect, sanitise
from bulletin.render.typography import SmartQuotes

MAX_MARKS = 1000
"""Of `[` and the like in one block: Python-Markdown's time grows with their square (8,000 `![` take 19 s)."""
MAX_MARKS_IN_ALL = 5000
_MARKS = ("[", "*", "_", "`", "<", "&", "^", "~")


def heading_slug(text: str, separator: str) -> str:
    """An anchor in ASCII, with đ as d, the same for NFC and NFD: "Đường Đặng Văn Ngữ" → `duong-dang-van-ngu`."""
    return slugify(text, separator=separator) or "section"


class BodyRenderer:
    """Renders texts, one after the other, with the extensions of mkdocs.yml."""

    def __init__(self, extensions: Mapping[str, Mapping[str, object]], labels: Labels) -> None:
        """Take the extensions with their options; a Markdown instance is made when its locale first comes."""
        self._extensions = extensions
        self._labels = labels
        self._instances: dict[str, tuple[Markdown, LinkProcessor]] = {}

    def render(self, edition: Edition, bulletin: Bulletin, routes: Routes) -> Body:
        """Render one edition; its links are resolved against the routes, its problems told, its HTML cleaned."""
        context = Context(edition, bulletin, routes)
        html = self._convert(edition, context) if not _is_too_complex(edition, context) else ""
        seen = inspect(html)
        for what, words in dict.fromkeys(seen.refused):
            context.refuse(words, "unsafe-html", "unsafe-html", found=what)
        for address in seen.addresses:
            if address not in context.written and not address.startswith(("https://", "http://", "mailto:")):
                context.refuse(address, "unsafe-html", "raw-link", found=address)
        clean = sanitise(html)
        if not context.problems and inspect(clean).tags != seen.tags:
            context.refuse("<", "unsafe-html", "unsafe-html", found="HTML")
        return Body(clean, tuple(context.links), frozenset(seen.ids), tuple(context.problems))

    def _convert(self, edition: Edition, context: Context) -> str:
        markdown, links = self._instance(edition.locale)
        links.context = context
        markdown.reset()
        try:
            return markdown.convert(edition.body)
        except RecursionError:
            context.refuse("", "schema", "text-too-complex", found="> 100", mark=">", limit=100)
        except Exception as error:  # noqa: BLE001 - a text on which Python-Markdown stumbles is a finding, not a crash
            context.refuse("", "schema", "unreadable-file", reason=f"{type(error).__name__}: {error}")
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
            "footnotes": {"BACKLINK_TITLE": labels["footnote_back"], "BACKLINK_TEXT": "↩︎"},
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
        return markdown, links


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


def _is_too_complex(edition: Edition, context: Context) -> bool:
    """Whether a text would keep the parser busy for longer than an editor waits."""
    for mark, count, line in _crowded(edition.body):
        context.refuse(line, "schema", "text-too-complex", found=count, mark=mark, limit=MAX_MARKS)
        return True
    return False


def _crowded(body: str) -> Iterator[tuple[str, int, str]]:
    for mark in _MARKS:
        if body.count(mark) <= MAX_MARKS:
            continue
        if (count := body.count(mark)) > MAX_MARKS_IN_ALL:
            yield mark, count, mark
        for block in re.split(r"\n\s*\n", body):
            if (count := block.count(mark)) > MAX_MARKS:
                yield mark, count, block[:80]
