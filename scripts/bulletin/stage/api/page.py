"""The page that tells people what the interface has, made from its schema."""

from __future__ import annotations

from bulletin.model.api import ROOT
from bulletin.model.page import Json, Page
from bulletin.stage.api import addresses
from bulletin.stage.api.schema import KINDS
from bulletin.stage.api.schema.terms import Field, Kind
from bulletin.stage.lists import TAXONOMIES
from bulletin.stage.view import View

_PLACES = ("year", "key")
"""What stands for a part of an address: a label of each locale."""


def api_page(view: View, key: str, tag: str) -> Page:
    """The files, an example, every field, and what a program may rely on. It is the same whatever is published."""
    root = view.site.url + ROOT
    content: dict[str, Json] = {
        "styles": ["api"],
        "trail": view.trail(tag),
        "root": root,
        "schema": addresses.SCHEMA,
        "files": _files(view, tag),
        "kinds": [_kind(view, kind, tag) for kind in KINDS],
        "shell": f"curl -s {view.site.url}{addresses.INDEX}",
        "program": _program(view.site.url + addresses.INDEX),
    }
    site = view.site.name[tag]
    texts = (view.label(tag, "api_title"), view.label(tag, "api_description", site=site))
    return view.page(key, tag, texts, content)


def _files(view: View, tag: str) -> list[Json]:
    """Each file, or pattern of files; only those that every site has are linked."""
    year, key = (f"<{view.label(tag, f'api_{name}')}>" for name in _PLACES)
    fixed = ("index", addresses.INDEX), ("newest", addresses.NEWEST), ("standing", addresses.STANDING)
    taxonomies = [(f"index_{each}", addresses.address_of_taxonomy(each)) for each in TAXONOMIES]
    return [
        *(_file(view, name, url, tag) for name, url in fixed),
        _file(view, "list", addresses.address_of_year(year), tag, is_pattern=True),
        _file(view, "bulletin", addresses.address_of(key), tag, is_pattern=True),
        *[_told(url, view.label(tag, name)) for name, url in taxonomies],
        _file(view, "figures", addresses.FIGURES, tag),
        _file(view, "schema", addresses.SCHEMA, tag),
    ]


def _file(view: View, name: str, url: str, tag: str, *, is_pattern: bool = False) -> Json:
    return _told(url, view.label(tag, f"api_file_{name}"), is_pattern=is_pattern)


def _told(url: str, text: str, *, is_pattern: bool = False) -> Json:
    return {"address": url, "text": text, "is_pattern": is_pattern}


def _kind(view: View, kind: Kind, tag: str) -> Json:
    return {
        "name": kind.name,
        "text": kind.meaning.get(tag, kind.en),
        "fields": [_field(view, field, tag) for field in kind.fields],
    }


def _field(view: View, field: Field, tag: str) -> Json:
    type_ = field.type
    return {
        "name": field.name,
        "text": field.meaning.get(tag, field.en),
        "type": view.label(tag, f"api_type_{type_.name}"),
        "of": type_.of,
        "values": [*type_.values],
        "is_many": type_.is_many,
        "is_always": field.is_always,
    }


def _program(index: str) -> str:
    """A client that reads everything."""
    return f"""\
import json
from urllib.request import urlopen

def read(address):
    return json.load(urlopen(address))

index = read("{index}")
for page in [*index["years"], index["standing"]]:
    for item in read(page["file"])["items"]:
        bulletin = read(item["file"])
        for edition in bulletin.get("editions", []):
            print(edition["lang"], edition["url"], edition["title"])
"""
