"""The letters of both languages as character classes; `À-Ỹ` would mix upper and lower case."""

import unicodedata

_LETTERS = [chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))]

UPPER = "A-Z" + "".join(letter for letter in _LETTERS if unicodedata.category(letter) == "Lu")
"""Inside brackets of a regular expression: every upper-case letter."""
LOWER = "a-z" + "".join(letter for letter in _LETTERS if unicodedata.category(letter) == "Ll")
"""Inside brackets of a regular expression: every lower-case letter."""
