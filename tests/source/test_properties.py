"""Whatever bytes an editor, a tool or an attacker commits: an edition or a finding, and never a crash."""

from __future__ import annotations

import re
import unicodedata

from bulletin.model.finding import Message
from bulletin.source.disk import printable
from bulletin.source.front_matter import EditionFile, read_edition
from bulletin.source.svg import svg_flaw
from bulletin.source.text import Flaw, decode
from bulletin.source.yaml_reader import Mapping, Node, Scalar, Sequence, read_yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.trees import SOURCE, TRANSLATION

TAGS = ("vi", "en")
LETTERS = st.characters(exclude_categories=["Cs"])
TOKENS = st.sampled_from(
    (
        *(": ", ":", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", '"', "'", "#", "|\n  ", ">\n  ", "? ", "---\n"),
        *("&a ", "*a", "!!str ", "!", "%", "@", "`", "\\", "\t", "\r", "\r\n", "...\n", "<<: ", "~", "no", "010"),
        *("title", "description", "date", "status", "approved", "by", "on", "translation", "of", "image", "file"),
        *("published", "draft", "vi", "en", "2026-03-05", "2026-2-30", "12:30", "1e3", "0x1F", "true", "embargo_until"),
        *("Nghệ An", "Nghe\u0323\u0302 An", "\u202e", "\u200b", "\u2028", "\ufeff", "\x00", "\x85", "🌾", "topics"),
    )
)
YAML = st.lists(st.one_of(TOKENS, st.text(LETTERS, max_size=4)), max_size=40).map("".join)


def read(data: bytes, key: str = "news/2026/03/x") -> list[Flaw]:
    """Read a file, and hold what every result has to keep."""
    edition, flaws = read_edition(EditionFile(key, "vi", f"{key}/index.vi.md", data), TAGS)
    assert edition is not None or flaws
    last = data.count(b"\n") + 1
    for flaw in flaws:
        assert 1 <= flaw.line <= last
        assert_is_a_sentence(flaw.message)
    if edition is not None:
        assert edition.faulty == any(not flaw.is_warning for flaw in flaws)
        assert unicodedata.is_normalized("NFC", edition.body)
        assert "\r\n" not in edition.body
        assert edition.body_line <= last + 1
    return flaws


def assert_is_a_sentence(sentence: Message) -> None:
    """Hold that both languages say something on one printable line."""
    for text in (sentence.vi, sentence.en):
        assert text
        assert text.isprintable()
        assert "{" not in text.replace("{vi: …", "").replace("{by, on}", "").replace("{on, reason: {vi, en}}", "") or (
            "“" in text or '"' in text  # a quoted value may hold anything
        )


@given(st.binary(max_size=400))
@example(b"---\n---\n")
@example(b"---\n\xff\n---\n")
@example("\ufeff---\na: b\n---".encode())
def test_any_bytes_are_an_edition_or_a_finding(data: bytes) -> None:
    read(data)


@given(YAML, st.text(LETTERS, max_size=40))
@example('title: "\\ud800"', "")
@example('title: "\\U00110000"', "")
@example("title: !<x", "")
@example("? {a: b}\n: c", "")
@example("a: *a", "")
@example("%YAML 9.9", "")
@example("title: \ufffe\U0001ffff", "")
def test_any_front_matter_is_an_edition_or_a_finding(yaml: str, body: str) -> None:
    read(f"---\n{yaml}\n---\n{body}".encode())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from((SOURCE, TRANSLATION)), st.data())
def test_a_sound_file_with_something_put_in_or_cut_out_is_an_edition_or_a_finding(
    text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, min(at + 12, len(text))))
    put = data.draw(st.one_of(TOKENS, st.text(LETTERS, max_size=6)))

    read((text[:at] + put + text[end:]).encode())


@given(st.binary(max_size=200))
@example(b"e\xcc\x82" * 3)
@example(b"\r\r\n")
def test_decoded_text_is_nfc_without_line_ends_of_windows(data: bytes) -> None:
    text, flaws = decode(data)

    assert text is not None or flaws
    if text is not None:
        assert unicodedata.is_normalized("NFC", text)
        assert text.count("\n") == data.count(b"\n")


@given(st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" \n\t"), max_size=100))
def test_visible_text_in_nfc_has_no_flaw(text: str) -> None:
    text = unicodedata.normalize("NFC", re.sub("[\u115f\u1160\u17b4\u17b5\u3164\uffa0]", "", text))

    assert decode(text.encode()) == (text, [])


def nodes(node: Node) -> list[Node]:
    """A node and all below it."""
    below: list[Node] = list(node.items) if isinstance(node, Sequence) else []
    below += node.entries.values() if isinstance(node, Mapping) else []
    return [node, *(each for one in below for each in nodes(one))]


@given(YAML)
@example("a: 010\nb: no\nc: 12:30\nd: ~\ne: 1e3\nf: 0x1F\ng: 2026-03-05\nh: true\ni: =\nj: .nan\nk: 1_000")
def test_yaml_is_read_as_text_and_as_nothing_else(text: str) -> None:
    root, flaws = read_yaml(text)

    for node in nodes(root) if root else []:
        assert isinstance(node, Scalar | Sequence | Mapping)
        assert node.line >= 1
        if isinstance(node, Scalar):
            assert type(node.text) is str
        if isinstance(node, Mapping):
            assert all(type(key) is str for key in node.entries)
            assert list(node.entries) == list(node.key_lines)
    for flaw in flaws:
        assert_is_a_sentence(flaw.message)


@given(
    st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), st.text(LETTERS, max_size=20), max_size=6)
)
def test_a_quoted_value_is_what_was_typed(fields: dict[str, str]) -> None:
    typed = {name: re.sub(r"[^\w .,:–#&*!%@-]", "", value) for name, value in fields.items()}

    root, _ = read_yaml("\n".join(f"{name}: '{value}'" for name, value in typed.items()))

    entries = root.entries if isinstance(root, Mapping) else {}
    assert {name: node.text for name, node in entries.items() if isinstance(node, Scalar)} == typed


@given(st.one_of(st.text(), st.binary().map(lambda raw: raw.decode("utf-8", "surrogateescape"))))
@example("a\udcffb\n\x1b[2J\u202e")
def test_any_path_can_be_printed(path: str) -> None:
    assert printable(path).isprintable()
    printable(path).encode()


@given(st.text(st.characters(categories=["L", "N"], include_characters="/.-_ "), max_size=60))
def test_a_plain_path_is_printed_as_it_is(path: str) -> None:
    assert printable(path) == path


@given(st.one_of(st.binary(max_size=200), YAML.map(lambda text: f"<svg>{text}</svg>".encode())))
@example(b'<?xml version="1.0" encoding="utf-16"?><svg/>')
@example(b'<?xml version="1.0" encoding="rot13"?><svg/>')
@example(b'<?xml version="1.0" encoding="idna"?><svg/>')
def test_any_drawing_is_still_or_a_finding(data: bytes) -> None:
    flaw = svg_flaw(data)

    assert flaw is None or flaw[0] >= 1
