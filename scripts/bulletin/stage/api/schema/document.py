"""The whole of the interface as JSON Schema, 2020-12."""

from __future__ import annotations

from bulletin.model.page import Json
from bulletin.stage.api.schema.files import FILES, PARTS_OF_FILES
from bulletin.stage.api.schema.parts import PARTS
from bulletin.stage.api.schema.terms import DEFS
from bulletin.stage.api.schema.types import PARTS_OF_TYPES, TYPES

KINDS = (*FILES, *PARTS_OF_FILES, *PARTS, *TYPES, *PARTS_OF_TYPES)
"""Every kind of object, files first."""


def schema(address: str) -> dict[str, Json]:
    """The schema for any file; `address` is where it is."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Files below /api/v1/",
        "description": "Within version 1 fields are added, never removed, and never change their meaning. What is not "
        "known, or does not apply, is left out: no value is null, and no text is empty.",
        "anyOf": [{"$ref": DEFS + each.name} for each in FILES],
        "$defs": {each.name: each.schema for each in KINDS},
    }
