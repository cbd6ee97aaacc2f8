"""The splitter is held to Python-Markdown: its tree element by element, and its blocks to what the page shows."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import pytest
from bulletin.model.block import Block, BlockKind
from bulletin.source.block_tree import Node, read_tree
from bulletin.source.blocks import split_body
from bulletin.source.rows import rows
from bulletin.source.site import read_extensions
from hypothesis import example, given, settings
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from tests.render.texts import render_numbered
from tests.source.markdown_texts import MIXTURES, TRICKY, bodies
from tests.trees import ROOT

Shape = tuple[object, ...]
REAL = [pytest.param(body, id=path) for path, body in bodies().items()]
CASES = [pytest.param(body, id=name) for name, body in TRICKY.items()]


def words(text: str | None) -> str:
    """Name each thing that was taken out alike; leave white space at the ends of lines alone, and empty lines."""
    marked = HTML_PLACEHOLDER_RE.sub(lambda match: f"{STX}{match[1]}{ETX}", text or "")
    return "\n".join(line.rstrip() for line in marked.strip().split("\n") if line.strip())


def expected(element: Element) -> Shape:
    """Describe an element of Python-Markdown's tree."""
    if element.tag == "table":
        return "table", [[words(cell.text) for cell in row] for row in element.iter("tr")]
    if element.tag == "pre":
        return "pre", words(html.unescape(element[0].text or ""))
    children = [child for child in element if child.get("class") != "admonition-title"]
    tag = "box" if element.tag == "div" else element.tag
    return tag, words(element.text), [(expected(child), words(child.tail)) for child in children]


def seen(node: Node) -> Shape:
    """Describe an element of ours in the same way."""
    if node.tag == "table":
        found = [[words(cell) for cell in cells] for _, cells in rows(node.text)]
        return "table", found if len(found) > 1 else [*found, [""] * len(found[0])]
    if node.tag == "pre":
        return "pre", words(node.text)
    children = [child for child in node.nodes if child.tag != "title"]
    return node.tag, words(node.text), [(seen(child), words(child.tail)) for child in children]


def parsed(body: str) -> tuple[list[Shape], list[str], list[list[Shape]]]:
    """What Python-Markdown makes of a text: blocks, what it takes out, footnotes."""
    options = {name: dict(given) for name, given in read_extensions(ROOT / "mkdocs.yml").items()}
    markdown = Markdown(extensions=list(options), extension_configs=options)
    if not body.strip():
        return [], [], []
    lines = body.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    root = markdown.parser.parseDocument(lines).getroot()
    assert root is not None
    (notes,) = (each for each in markdown.registeredExtensions if isinstance(each, FootnoteExtension))
    found = []
    for text in list(notes.footnotes.values()):
        holder = Element("div")
        markdown.parser.parseChunk(holder, text)
        found.append([expected(child) for child in holder])
    return [expected(child) for child in root], [str(each) for each in markdown.htmlStash.rawHtmlBlocks], found


def assert_same(body: str) -> None:
    """Compare both trees of a text."""
    blocks, raw, notes = parsed(body)
    tree = read_tree(body)
    assert [seen(node) for node in tree.root.nodes] == blocks
    assert len(tree.raw) == len(raw)
    assert [[seen(child) for child in note.nodes] for note in tree.footnotes][: len(notes)] == notes


@pytest.mark.parametrize("body", REAL)
def test_a_real_text_is_taken_apart_as_the_renderer_does(body: str) -> None:
    assert_same(body)


@pytest.mark.parametrize("body", CASES)
def test_a_tricky_text_is_taken_apart_as_the_renderer_does(body: str) -> None:
    assert_same(body)


@settings(max_examples=400)
@given(MIXTURES)
@example("- a\n    - b\n\n        c\n\n    d")
def test_any_mixture_is_taken_apart_as_the_renderer_does(body: str) -> None:
    """Equal but for HTML that the sanitiser refuses, `<?` without an end and `<!` that is no comment, which are not tried.

    Nor is a comment at the beginning of a line between the tags of an inline element, which the renderer leaves in its
    paragraph; a footnote in a footnote, which it does not finish; more than 1,000 lines without an empty one; 50 lists in one
    another; and names, titles and tags of more than 200, 500 and 1,000 characters.
    """
    if re.search(r"<b>[^<]*\n *<!--", body) or re.search(r"\[\^[^\]]*\]:[^\n]*\[\^[^\]]*\]:|\[\^.*\n+ +.*\[\^", body):
        return
    assert_same(body)


class Numbers(HTMLParser):
    """Collects the numbered elements of a page's text."""

    def __init__(self) -> None:
        """Begin a text."""
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the number of an element."""
        number = dict(attrs).get("data-block")
        if number is not None:
            self.found.append((int(number), tag))


def numbered(body: str) -> list[tuple[int, str]]:
    """(number, tag) of each block of the rendered text."""
    numbers = Numbers()
    numbers.feed(render_numbered(body).html)
    return numbers.found


def tag_of(block: Block) -> str:
    """The top-level element in which a block lies."""
    if block.container:
        return {"q": "blockquote", "a": "div", "i": "list", "d": "dl"}[block.container[0]]
    names = {
        BlockKind.HEADING: f"h{block.level}",
        BlockKind.ITEM: "ol" if block.label == "1" else "ul",
        BlockKind.ROW: "table",
        BlockKind.ADMONITION: "div",
        BlockKind.TERM: "dl",
        BlockKind.DEFINITION: "dl",
        BlockKind.CODE: "pre",
        BlockKind.RULE: "hr",
        BlockKind.HTML: "html",
    }
    return names.get(block.kind, "p")


def tops(body: str) -> dict[int, str]:
    """Number → tag, of what holds a block at all: an empty quotation holds none."""
    found: dict[int, str] = {}
    for block in split_body(body):
        if block.top >= 0:
            found.setdefault(block.top, tag_of(block))
    return found


def assert_numbered_alike(body: str) -> None:
    """Compare number, order and kind of the top-level blocks with those of the page."""
    on_page = numbered(body)
    assert [number for number, _ in on_page] == list(range(len(on_page)))
    ours = tops(body)
    assert sorted(ours) == list(ours)
    is_demoted = any(block.kind is BlockKind.HEADING and block.level == 1 for block in split_body(body))
    for number, tag in ours.items():
        shown = on_page[number][1]
        if tag == "list":
            assert shown in ("ul", "ol")
        elif tag.startswith("h") and tag[1:].isdigit():
            assert shown == (f"h{min(int(tag[1]) + 1, 6)}" if is_demoted else tag)
        elif tag != "html":
            assert shown == tag
    empty = {tag for number, tag in on_page if number not in ours}
    assert empty <= {"blockquote", "ul", "ol", "dl", "p"}


@pytest.mark.parametrize("body", REAL)
def test_blocks_of_a_real_text_carry_the_numbers_of_its_page(body: str) -> None:
    assert_numbered_alike(body)


@pytest.mark.parametrize("body", CASES)
def test_blocks_of_a_tricky_text_carry_the_numbers_of_its_page(body: str) -> None:
    assert_numbered_alike(body)


@settings(max_examples=200)
@given(MIXTURES)
def test_blocks_of_any_mixture_carry_the_numbers_of_its_page(body: str) -> None:
    """Of any that is published: HTML that is refused may end where neither the splitter nor a browser would end it."""
    if not any(not problem.is_warning for problem in render_numbered(body).problems):
        assert_numbered_alike(body)
