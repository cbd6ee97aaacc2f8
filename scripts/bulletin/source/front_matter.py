"""One file → one edition: its fields by the table of content.md, and its text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from bulletin.model.bulletin import (
    AUDIENCES,
    DATED_SECTIONS,
    Approval,
    Correction,
    Credit,
    Edition,
    Image,
    Shared,
    Status,
    Translate,
    Translation,
    TranslationStatus,
    Withdrawal,
)
from bulletin.model.catalogue import message, noun
from bulletin.source.details import OF_TYPE, read_details
from bulletin.source.fields import Fields, parse_bulletin_key, parse_file_name
from bulletin.source.text import Flaw, decode
from bulletin.source.yaml_reader import Mapping as YamlMapping
from bulletin.source.yaml_reader import Node, Sequence, read_yaml

_CUT_OFF = re.compile(
    r"[ -]*(title|description|alt|caption|credit|note|name|rights|by|claim|claimed_by|capital|area|outlet)"
    r":\s+([^\s\"'|>{\[#].*?\s#.*)"
)
MAX_BYTES = 16 * 1024
"""Of front matter (content.md)."""
MAX_TITLE = 150
"""Characters of a title (content.md)."""
KEYED = ("topics", "sectors", "places", "people", "agencies")
"""Shared fields whose values are keys of the registry of the same name."""
SHARED = (
    *("date", "status", "approved", "embargo_until", *KEYED, "author", "source", "featured", "audience"),
    *("translate", "reason", "updated", "reviewed_on", "withdrawn", "redirect_from"),
)
"""Fields that belong to the source edition."""
_NOT_FOR_YAML = re.compile("[^\\t\\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 refuses or takes for the end of a line; each was told when the text was decoded."""


@dataclass(frozen=True, slots=True)
class EditionFile:
    """An edition's file as it was found."""

    key: str
    locale: str
    path: str
    """Below the docs folder."""
    data: bytes

    @property
    def section(self) -> str:
        """The top folder; empty for the home page."""
        return self.key.split("/", 1)[0]


class Split(NamedTuple):
    """A file cut in two."""

    yaml: str
    body: str
    body_line: int


def read_edition(file: EditionFile, tags: tuple[str, ...]) -> tuple[Edition | None, list[Flaw]]:
    """Read one file; None where its front matter cannot be read, so that nothing about it is known."""
    text, flaws = decode(file.data)
    if text is None:
        return None, flaws
    split = _split(text, flaws)
    if split is None:
        return None, flaws
    node, yaml_flaws = read_yaml(split.yaml, first_line=2)
    told = {flaw.message for flaw in flaws}  # a character of the text is in a value too
    flaws += [flaw for flaw in yaml_flaws if flaw.message not in told]
    if not isinstance(node, YamlMapping):
        if node is not None or not yaml_flaws:
            flaws.append(Flaw(2 if node else 1, message("front-matter-not-mapping")))
        return None, flaws
    flaws += _cut_off(split.yaml)
    edition = _edition(file, Fields(node, flaws, tags), split, flaws)
    return edition, flaws


def _cut_off(yaml: str) -> list[Flaw]:
    """Texts in which YAML takes what follows ` #` for a comment: half a title would be published."""
    return [
        Flaw(number, message("cut-off", name=match[1], found=match[2]))
        for number, line in enumerate(yaml.split("\n"), 2)
        if (match := _CUT_OFF.fullmatch(line))
    ]


def _split(text: str, flaws: list[Flaw]) -> Split | None:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        flaws.append(Flaw(1, message("front-matter-missing", found=lines[0])))
        return None
    end = next((index for index, line in enumerate(lines) if index and line.rstrip() == "---"), None)
    if end is None:
        flaws.append(Flaw(1, message("front-matter-unclosed")))
        return None
    yaml = _NOT_FOR_YAML.sub(" ", "\n".join(lines[1:end])) + "\n"
    if (size := len(yaml.encode())) > MAX_BYTES:
        flaws.append(Flaw(1, message("front-matter-too-large", found=size, limit=MAX_BYTES)))
        return None
    return Split(yaml, "\n".join(lines[end + 1 :]), end + 2)


def _edition(file: EditionFile, fields: Fields, split: Split, flaws: list[Flaw]) -> Edition:
    translation = _translation(file, fields) if fields.has("translation") else None
    is_source = not fields.has("translation")
    title = fields.text("title", required=True, limit=MAX_TITLE)
    description = fields.text("description", required=True)
    image = _image(fields)
    corrections = _corrections(fields)
    shared = _shared(file, fields, is_source=is_source)
    details, texts = read_details(file.section, file.locale, fields, is_source=is_source)
    own = OF_TYPE.get(file.section, ())
    fields.skip("translation")
    fields.close()
    return Edition(
        key=file.key,
        locale=file.locale,
        path=file.path,
        title=title,
        description=description,
        body=split.body,
        body_line=split.body_line,
        lines=MappingProxyType({name: line for name, line in fields.lines.items() if fields.has(name)}),
        shared=shared,
        image=image,
        translation=translation,
        corrections=corrections,
        own={name: _plain(node) for name, node in fields.mapping.entries.items() if name in own and fields.has(name)},
        faulty=any(not flaw.is_warning for flaw in flaws),
        details=details,
        texts=tuple(texts),
    )


def _plain(node: Node) -> str:
    """A value without its lines and the way it is written: JSON."""
    return json.dumps(_value(node), ensure_ascii=False, sort_keys=True)


def _value(node: Node) -> object:
    if isinstance(node, YamlMapping):
        return {name: _value(below) for name, below in node.entries.items()}
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    return " ".join(node.text.split())


def _translation(file: EditionFile, fields: Fields) -> Translation:
    """A block that is wrong still makes the edition a translation: one without a status, which is never public."""
    group = fields.group("translation")
    if group is None:
        return Translation(of="", status=None)
    of = group.text("of", required=True)
    if of == file.locale:
        group.note("of", "translation-of-itself", found=of)
    elif of and of not in fields.tags:
        group.note("of", "unknown-locale", found=of, expected=", ".join(fields.tags))
    translation = Translation(
        of=of,
        status=group.choice("status", TranslationStatus, required=True),
        translator=group.text("translator"),
        reviewer=group.text("reviewer"),
        checked=group.day("checked"),
    )
    group.close()
    return translation


def _image(fields: Fields) -> Image | None:
    group = fields.group("image")
    if group is None:
        return None
    image = Image(
        file=group.parsed("file", parse_file_name, "file-name", required=True) or "",
        alt=group.text("alt"),
        caption=group.text("caption"),
        credit=group.text("credit"),
        line=group.line("file"),
        alt_line=group.line("alt"),
        caption_line=group.line("caption"),
    )
    group.close()
    return image


def _corrections(fields: Fields) -> tuple[Correction, ...]:
    found = []
    for group in fields.groups("corrections"):
        on, note = group.day("on", required=True), group.text("note", required=True)
        group.close()
        if on and note:
            found.append(Correction(on, note))
    return tuple(found)


def _shared(file: EditionFile, fields: Fields, *, is_source: bool) -> Shared:
    status = fields.choice("status", Status, required=is_source)
    withdrawn = _withdrawal(fields)
    if status is Status.WITHDRAWN and not fields.has("withdrawn") and is_source:
        fields.note("status", "withdrawn-without-block")
    if fields.has("withdrawn") and status and status is not Status.WITHDRAWN:
        fields.note("withdrawn", "withdrawn-without-status", found=status.value)
    if "embargo_until" in fields.mapping.entries and not fields.has("embargo_until"):
        # Nobody can say whether an embargo was forgotten or is none; what is in doubt is not published.
        fields.note("embargo_until", "empty-field", name="embargo_until", expected=noun("instant"))
    keyed = {name: fields.keys(name) for name in KEYED}
    return Shared(
        date=_date(file, fields, is_required=is_source and file.section in DATED_SECTIONS),
        status=status,
        approved=_approval(fields),
        embargo_until=fields.instant("embargo_until"),
        author=fields.local_text("author"),
        source=_credit(fields),
        featured=fields.day("featured"),
        audience=fields.choices("audience", AUDIENCES),
        translate=_translate(fields),
        updated=fields.day("updated"),
        reviewed_on=fields.day("reviewed_on"),
        withdrawn=withdrawn,
        redirect_from=fields.texts("redirect_from", parse_bulletin_key, "bulletin-key"),
        **keyed,
    )


def _date(file: EditionFile, fields: Fields, *, is_required: bool) -> date | None:
    """A day; the list in which a bulletin stands is that of its folder, so another month there is told."""
    day = fields.day("date", required=is_required)
    month = "/".join(file.key.split("/")[1:3])
    if day and file.section in DATED_SECTIONS and month != f"{day.year:04}/{day.month:02}":
        fields.warn("date", "date-folder", found=day, expected=month)
    return day


def _approval(fields: Fields) -> Approval | None:
    group = fields.group("approved")
    if group is None:
        return None
    by, on, role = group.text("by", required=True), group.day("on", required=True), group.text("role")
    group.close()
    return Approval(by, on, role) if by and on else None


def _credit(fields: Fields) -> Credit | None:
    group = fields.group("source")
    if group is None:
        return None
    credit = Credit(group.local_text("name", required=True), group.address("url"), group.local_text("rights"))
    group.close()
    return credit if credit.name else None


def _withdrawal(fields: Fields) -> Withdrawal | None:
    group = fields.group("withdrawn")
    if group is None:
        return None
    on, reason = group.day("on", required=True), group.local_text("reason", required=True, in_each=True)
    group.close()
    return Withdrawal(on, reason) if on and reason else None


def _translate(fields: Fields) -> Translate:
    translate = fields.choice("translate", Translate)
    reason = fields.local_text("reason")
    if translate is Translate.NONE and not reason:
        fields.note("translate", "translate-none-without-reason")
    return translate or Translate.REQUIRED
