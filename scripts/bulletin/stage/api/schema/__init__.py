"""What may be in a file of the interface: JSON Schema for programs, and the same for people in each language.

terms has the words; parts, types and files use them; document puts them together.
"""

from bulletin.stage.api.schema.document import KINDS, schema

__all__ = ["KINDS", "schema"]
