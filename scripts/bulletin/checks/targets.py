"""`link-mismatch`, `image-mismatch`, `missing-alt`, `missing-caption`: where links lead, what pictures show and say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from bulletin.checks.told import Told
from bulletin.model.alignment import Alignment
from bulletin.model.anchors import heading_anchors
from bulletin.model.block import Block, BlockKind, Figure, Target, is_foreign
from bulletin.model.bulletin import Edition
from bulletin.model.catalogue import message

_EDITION = re.compile(r"index\.[A-Za-z0-9-]+\.md$")
_VARIANT = re.compile(r"\.(?:[a-z]{2}(?:-[A-Za-z]+)?)(?=\.[A-Za-z0-9]+$)")
_LANGUAGE = re.compile(r"^(?:vi|en|vn|eng|vie|vi-vn|en-us|en-gb|vi_vn|en_us|vietnamese|english|tieng-viet|tieng-anh|us|uk)$")
_LANGUAGE_PARAMETER = re.compile(r"(?<![^?&])(?:lang|language|locale|hl|l|lng)=[A-Za-z_-]+&?")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A heading of another bulletin to which two links lead: comparable only with that bulletin's blocks at hand."""

    key: str
    source: str
    """Fragment of the source's link."""
    translation: str
    line: int
    """1-based, in the translation's file."""
    source_line: int
    href: str
    source_href: str


@dataclass(slots=True)
class _Unit:
    source: Block
    translation: Block
    left: list[tuple[str, Target]]
    right: list[tuple[str, Target]]


def compare_links(
    alignment: Alignment, source: Edition, translation: Edition
) -> tuple[list[Told], list[Anchor]]:
    """Findings on the targets of links, and the anchors in other bulletins that are still to be compared."""
    units = []
    spare_left: list[str] = []
    spare_right: list[str] = []
    headings = _headings(alignment)
    for pair in alignment:
        if pair.source is None or pair.translation is None:
            spare_left += [canonical(link.href, source.key) for link in pair.source.links] if pair.source else []
            spare_right += [canonical(link.href, translation.key) for link in pair.translation.links] if pair.translation else []
            continue
        if pair.source.links or pair.translation.links:
            left = [(canonical(link.href, source.key), link) for link in pair.source.links]
            right = [(canonical(link.href, translation.key), link) for link in pair.translation.links]
            units.append(_Unit(pair.source, pair.translation, left, right))
    anchors: list[Anchor] = []
    told = list(_same_page(units, headings))
    for unit in units:
        anchors += _match_links(unit)
    for first, second in zip(units, units[1:], strict=False):
        for one, other in ((first, second), (second, first)):
            _take(one, other)
    for unit in units:
        unit.left = _not_in(unit.left, spare_right)
        unit.right = _not_in(unit.right, spare_left)
        told += _links_left(unit)
    return told, anchors


def _not_in(links: list[tuple[str, Target]], spare: list[str]) -> list[tuple[str, Target]]:
    kept = []
    for key, link in links:
        if key in spare:
            spare.remove(key)
        else:
            kept.append((key, link))
    return kept


def _headings(alignment: Alignment) -> dict[str, str]:
    """Anchors of the translation's headings → those of the source's, where they are aligned."""
    pairs = [pair.both for pair in alignment if pair.both and pair.both[0].kind is BlockKind.HEADING]
    source = heading_anchors(pair.source for pair in alignment if pair.source)
    translation = heading_anchors(pair.translation for pair in alignment if pair.translation)
    return {translation[id(b)]: source[id(a)] for a, b in pairs if id(a) in source and id(b) in translation}


def _same_page(units: Sequence[_Unit], headings: Mapping[str, str]) -> Iterator[Told]:
    """Links within the page: they match if their headings do."""
    for unit in units:
        expected = [(key, link) for key, link in unit.left if link.href.startswith("#")]
        found = [(key, link) for key, link in unit.right if link.href.startswith("#")]
        if not expected and not found:
            continue
        unit.left = [each for each in unit.left if not each[1].href.startswith("#")]
        unit.right = [each for each in unit.right if not each[1].href.startswith("#")]
        for (_, one), (_, other) in zip(expected, found, strict=False):
            wanted, got = unquote(one.href[1:]), unquote(other.href[1:])
            if headings.get(got, got) != wanted and got != wanted:
                parts = {"found": other.href, "expected": one.href, "line": one.line}
                yield Told("link-mismatch", other.line, message("link-mismatch", **parts))
        for _, one in expected[len(found) :]:
            yield Told("link-mismatch", unit.translation.line, message("link-missing", expected=one.href, line=one.line, text=one.text))
        for _, other in found[len(expected) :]:
            yield Told("link-mismatch", other.line, message("link-added", found=other.href, line=unit.source.line))


def _match_links(unit: _Unit) -> list[Anchor]:
    """Take off what agrees; return the pairs that agree but for the anchor in another bulletin."""
    anchors = []
    right = list(unit.right)
    left = []
    for key, link in unit.left:
        same = next((each for each in right if each[0] == key), None)
        if same is not None:
            right.remove(same)
            a, b = urlsplit(link.href).fragment, urlsplit(same[1].href).fragment
            if a != b and not is_foreign(link.href):
                anchors.append(Anchor(key, unquote(a), unquote(b), same[1].line, link.line, same[1].href, link.href))
        else:
            left.append((key, link))
    unit.left, unit.right = left, right
    return anchors


def _take(one: _Unit, other: _Unit) -> None:
    """Match what is left with the next block's: a sentence that moved takes its link along."""
    for each in list(one.left):
        same = next((candidate for candidate in other.right if candidate[0] == each[0]), None)
        if same is not None:
            one.left.remove(each)
            other.right.remove(same)


def _links_left(unit: _Unit) -> Iterator[Told]:
    for (_, one), (_, other) in zip(unit.left, unit.right, strict=False):
        parts = {"found": other.href, "expected": one.href, "line": one.line}
        yield Told("link-mismatch", other.line, message("link-mismatch", **parts))
    for _, one in unit.left[len(unit.right) :]:
        yield Told("link-mismatch", unit.translation.line, message("link-missing", expected=one.href, line=one.line, text=one.text))
    for _, other in unit.right[len(unit.left) :]:
        yield Told("link-mismatch", other.line, message("link-added", found=other.href, line=unit.source.line))


def anchor_told(anchor: Anchor) -> Told:
    """The finding on an anchor whose headings do not stand in the same place."""
    parts = {"found": anchor.href, "expected": anchor.source_href, "line": anchor.source_line}
    return Told("link-mismatch", anchor.line, message("link-mismatch", **parts))


def canonical(href: str, key: str) -> str:
    """What a link leads to, the same in both languages: the key of a bulletin, a file without its locale, or an address without its language."""
    if href.startswith("#"):
        return href
    if not is_foreign(href):
        return _internal(href, key)
    try:
        parts = urlsplit(href)
        host = (parts.hostname or "").lower()
    except ValueError:
        return href
    scheme = parts.scheme.lower()
    if scheme == "tel":
        return "tel:" + re.sub(r"^(?:84|0084)", "0", re.sub(r"\D", "", parts.path))
    if scheme not in ("http", "https", ""):
        return f"{scheme}:{unquote(parts.path).lower()}"
    labels = [label for label in host.split(".") if label != "www" and not _LANGUAGE.match(label)]
    if host.endswith("wikipedia.org"):
        return "wikipedia.org"
    segments = [segment for segment in unquote(parts.path).split("/") if segment and not _LANGUAGE.match(segment.lower())]
    query = _LANGUAGE_PARAMETER.sub("", parts.query).strip("&")
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return f"//{'.'.join(labels) or host}/{'/'.join(segments)}{'?' + query if query else ''}{anchor}"


def _internal(href: str, key: str) -> str:
    path = unquote(re.split(r"[?#]", href, maxsplit=1)[0])
    if path.startswith("/"):
        path = re.sub(r"^/(?:[a-z]{2}/)?", "", path)
        joined = normpath(path) if path else ""
    else:
        joined = normpath(f"{key}/{path}")
    joined = _EDITION.sub("", joined).rstrip("/")
    joined = re.sub(r"^(?:\.\./)*(?:en/|vi/)?", "", joined) if joined.startswith("..") else joined
    return _VARIANT.sub("", joined)


# Pictures


def compare_pictures(
    alignment: Alignment, source: Edition, translation: Edition
) -> Iterator[Told]:
    """Findings on the pictures of two editions: which, and with which texts."""
    yield from _lead_picture(source, translation)
    left = [figure for pair in alignment if pair.source for figure in pair.source.figures]
    right = [figure for pair in alignment if pair.translation for figure in pair.translation.figures]
    pairs, left, right = _paired(left, right)
    for one, other in zip(left, right, strict=False):
        parts = {"found": other.src, "expected": one.src, "line": one.line}
        yield Told("image-mismatch", other.line, message("image-mismatch", **parts))
        pairs.append((one, other))
    for one in left[len(right) :]:
        line = _nearest(alignment, one)
        yield Told("image-mismatch", line, message("image-missing", expected=one.src, line=one.line))
    for other in right[len(left) :]:
        yield Told("image-mismatch", other.line, message("image-added", found=other.src))
    for one, other in pairs:
        if one.caption and not other.caption:
            yield Told("missing-caption", other.line, message("missing-caption", found=other.src, expected=one.caption, line=one.line))
        elif other.caption and not one.caption:
            yield Told("missing-caption", one.line, message("missing-caption", found=one.src, expected=other.caption, line=other.line), in_source=True)


def _nearest(alignment: Alignment, figure: Figure) -> int:
    line = 1
    for pair in alignment:
        if pair.translation is not None and not pair.translation.kind.is_field:
            line = pair.translation.line
        if pair.source is not None and any(each is figure for each in pair.source.figures):
            return line
    return line


def _paired(left: list[Figure], right: list[Figure]) -> tuple[list[tuple[Figure, Figure]], list[Figure], list[Figure]]:
    rest = list(right)
    pairs = []
    alone = []
    for figure in left:
        same = next((other for other in rest if _file(other.src) == _file(figure.src)), None)
        if same is None:
            alone.append(figure)
        else:
            rest.remove(same)
            pairs.append((figure, same))
    return pairs, alone, rest


def _file(src: str) -> str:
    return _VARIANT.sub("", unquote(src).removeprefix("./"))


def _lead_picture(source: Edition, translation: Edition) -> Iterator[Told]:
    one, other = source.image, translation.image
    if one is None and other is None:
        return
    if one is not None and other is not None:
        if _file(one.file) != _file(other.file):
            parts = {"found": other.file, "expected": one.file, "line": one.line}
            yield Told("image-mismatch", other.line, message("image-mismatch", **parts))
        if one.caption and not other.caption:
            yield Told("missing-caption", other.line, message("missing-caption", found=other.file, expected=one.caption, line=one.caption_line))
        elif other.caption and not one.caption:
            yield Told("missing-caption", one.line, message("missing-caption", found=one.file, expected=other.caption, line=other.caption_line), in_source=True)
    elif one is not None:
        yield Told("image-mismatch", translation.line_of("title"), message("image-missing", expected=one.file, line=one.line))
    elif other is not None:
        yield Told("image-mismatch", other.line, message("image-added", found=other.file))


def missing_alts(edition: Edition, blocks: Sequence[Block]) -> Iterator[Told]:
    """Pictures of one edition without a text for those who do not see them (WCAG 2.2, 1.1.1)."""
    if edition.image is not None and edition.image.file and not edition.image.alt.strip():
        yield Told("missing-alt", edition.image.line, message("missing-alt", found=edition.image.file), in_source=True)
    for block in blocks:
        for figure in block.figures:
            if not figure.alt.strip():
                yield Told("missing-alt", figure.line, message("missing-alt", found=figure.src), in_source=True)

