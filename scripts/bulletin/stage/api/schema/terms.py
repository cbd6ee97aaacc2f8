"""The words in which fields are described: once, for JSON Schema and for readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from bulletin.model.locale import LocalText
from bulletin.model.page import Json

DEFS = "#/$defs/"


@dataclass(frozen=True, slots=True)
class Type:
    """What a value may be."""

    name: str
    """By which labels call it: `api_type_<name>`."""
    schema: dict[str, Json]
    of: str = ""
    """The kind that is described elsewhere."""
    values: tuple[str, ...] = ()
    """All that it may be, of a closed set."""
    is_many: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object."""

    name: str
    type: Type
    vi: str
    en: str
    is_always: bool = False
    """Whether it is there in any case; all else is left out where there is nothing to say."""

    @property
    def meaning(self) -> LocalText:
        """What it says, by language."""
        return {"vi": self.vi, "en": self.en}


@dataclass(frozen=True, slots=True)
class Kind:
    """An object, a file or a part of one."""

    name: str
    vi: str
    en: str
    fields: tuple[Field, ...]

    @property
    def meaning(self) -> LocalText:
        """What it is, by language."""
        return {"vi": self.vi, "en": self.en}

    @property
    def schema(self) -> dict[str, Json]:
        """As JSON Schema. Fields that are not named may come: a later edition of this version may add some."""
        return {
            "description": self.en,
            "type": "object",
            "properties": {each.name: {"description": each.en, **each.type.schema} for each in self.fields},
            "required": [each.name for each in self.fields if each.is_always],
        }


TEXT = Type("text", {"type": "string", "minLength": 1})
HTML = Type("html", {"type": "string", "contentMediaType": "text/html"})
NUMBER = Type("number", {"type": "integer", "minimum": 0})
DAY = Type("day", {"type": "string", "format": "date"})
MOMENT = Type(
    "moment",
    {
        "type": "string",
        "anyOf": [{"format": "date", "pattern": "^.{10}$"}, {"format": "date-time", "pattern": "T.{8}[+-]..:..$"}],
    },
)
URL = Type("url", {"type": "string", "format": "uri", "pattern": "^[a-z]+:"})
KEY = Type("key", {"type": "string", "pattern": "^[a-z0-9-]+(/[a-z0-9-]+)*$"})
LANGUAGE = Type("language", {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"})
DIGEST = Type("digest", {"type": "string", "pattern": "^[0-9a-f]{16}$"})
_BY_LANGUAGE: dict[str, Json] = {"type": "object", "minProperties": 1, "propertyNames": LANGUAGE.schema}
TEXTS = Type("texts", {**_BY_LANGUAGE, "additionalProperties": TEXT.schema})
URLS = Type("urls", {**_BY_LANGUAGE, "additionalProperties": URL.schema})


def only(value: str | int) -> Type:
    """One value, by which a program knows a file."""
    return Type("only", {"const": value}, values=(str(value),))


def among(values: Iterable[str] | type[Enum]) -> Type:
    """One of a closed set."""
    listed = tuple(str(each.value) if isinstance(each, Enum) else each for each in values)
    return Type("among", {"type": "string", "enum": [*listed]}, values=listed)


def part(kind: str) -> Type:
    """An object that is described under its own name."""
    return Type("part", {"$ref": DEFS + kind}, of=kind)


def many(each: Type, *, may_be_empty: bool = False) -> Type:
    """A list. It is left out where it would be empty, but for the one that makes up a file."""
    least: dict[str, Json] = {} if may_be_empty else {"minItems": 1}
    return Type(each.name, {"type": "array", "items": each.schema, **least}, each.of, each.values, is_many=True)


def addresses(names: Iterable[str]) -> Type:
    """An address for each of some names."""
    listed = tuple(names)
    properties: dict[str, Json] = dict.fromkeys(listed, URL.schema)
    return Type("addresses", {"type": "object", "properties": properties, "required": [*listed]}, values=listed)
