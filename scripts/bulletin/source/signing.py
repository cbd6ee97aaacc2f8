"""Set `approved` in the front matter of a file, and touch no other byte of it; or leave it alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

import yaml

from bulletin.model.bulletin import Approval, Edition
from bulletin.source.front_matter import EditionFile, read_edition

_FENCE = re.compile(r"---[ \t]*(?:\r?\n|$)")
_FENCE_LINE = re.compile(r"^---[ \t]*(?:\r?$)", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_](?:[\w .'’-]*[\w.])?")
"""What needs no quotes in YAML, inside braces too."""
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_ON_LINES = ("|", ">")
"""Styles of a text that has lines of its own."""
_Fields: TypeAlias = dict[str, tuple[yaml.Node, yaml.Node]]


def field_of(approval: Approval) -> str:
    """`approved: {by: …, on: …}`, as an editor would write it."""
    return f"approved: {_flow(approval)}"


def signed(file: EditionFile, approval: Approval, tags: tuple[str, ...]) -> bytes | None:
    """The file with the approval in it; None where that cannot be done without a risk to anything else."""
    before, flaws = read_edition(file, tags)
    if before is None or any(not flaw.is_warning for flaw in flaws):
        return None
    try:
        text = file.data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    begin = _FENCE.match(text)
    end = _FENCE_LINE.search(text, begin.end()) if begin else None
    if begin is None or end is None:
        return None
    front = _with_field(text[begin.end() : end.start()], approval)
    if front is None:
        return None
    data = f"{text[: begin.end()]}{front}{text[end.start() :]}".encode()
    after, flaws = read_edition(replace(file, data=data), tags)
    is_right = after is not None and not any(not flaw.is_warning for flaw in flaws)
    return data if is_right and after is not None and _same_but(before, after, approval) else None


def _same_but(before: Edition, after: Edition, approval: Approval) -> bool:
    """Whether an edition says the same as before, but for its approval and the lines on which things stand."""
    shared = replace(after.shared, approved=before.shared.approved)
    image = (
        after.image
        and before.image
        and replace(
            after.image,
            line=before.image.line,
            alt_line=before.image.alt_line,
            caption_line=before.image.caption_line,
        )
    )
    again = replace(after, shared=shared, image=image, lines=before.lines, body_line=before.body_line)
    return again == before and after.shared.approved == approval


def _with_field(front: str, approval: Approval) -> str | None:
    """A front matter with the field in it."""
    try:
        root = yaml.compose(front, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None
    fields: _Fields = {key.value: (key, value) for key, value in root.value if isinstance(key, yaml.ScalarNode)}
    if "approved" not in fields:
        return _inserted(front, fields, approval)
    key, value = fields["approved"]
    return _replaced(front, key, value, approval)


def _inserted(front: str, fields: _Fields, approval: Approval) -> str | None:
    """Below `status`, or at the end where there is none."""
    at = len(front)
    if "status" in fields:
        value = fields["status"][1]
        if not isinstance(value, yaml.ScalarNode) or value.style in _ON_LINES:
            return None
        at = front.index("\n", value.end_mark.index) + 1
    ending = "\r\n" if "\r\n" in front else "\n"
    return f"{front[:at]}{field_of(approval)}{ending}{front[at:]}"


def _replaced(front: str, key: yaml.Node, value: yaml.Node, approval: Approval) -> str | None:
    """Where the field is: whole if it stands in braces, value by value if each has a line of its own."""
    start, end = value.start_mark.index, value.end_mark.index
    if isinstance(value, yaml.ScalarNode) and not value.value:
        return f"{front[: key.end_mark.index + 1]} {_flow(approval)}{front[end:]}"
    if not isinstance(value, yaml.MappingNode):
        return None
    if value.flow_style:
        return None if "#" in front[start:end] else f"{front[:start]}{_flow(approval)}{front[end:]}"
    wanted = {"by": approval.by, "on": approval.on.isoformat()} | ({"role": approval.role} if approval.role else {})
    if {name.value for name, _ in value.value} != set(wanted):
        return None
    for name, below in sorted(value.value, key=lambda pair: pair[0].start_mark.index, reverse=True):
        if not isinstance(below, yaml.ScalarNode) or below.style in _ON_LINES:
            return None
        if below.value != wanted[name.value]:
            text = wanted[name.value]
            new = _quoted(text) if below.style else text if name.value == "on" else _scalar(text)
            front = f"{front[: below.start_mark.index]}{new}{front[below.end_mark.index :]}"
    return front


def _flow(approval: Approval) -> str:
    role = f", role: {_scalar(approval.role)}" if approval.role else ""
    return f"{{by: {_scalar(approval.by)}{role}, on: {approval.on.isoformat()}}}"


def _scalar(text: str) -> str:
    """A text as YAML has it, in quotes only where it needs them."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
