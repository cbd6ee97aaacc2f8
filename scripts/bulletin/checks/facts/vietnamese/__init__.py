"""Quantities in Vietnamese. Each module holds one kind, with the words that begin it beside the methods that read it.

On `scanning` stand `colloquial`, `spelling`, `homonyms`, `periods`, `rates`, `centuries`, `halves`; on these `times`, `fractions`, `dates`,
`ordinals`, `vague`, `amounts`, `zodiac`; then `lunar` and `numbers`. `grammar` puts all together.
"""
