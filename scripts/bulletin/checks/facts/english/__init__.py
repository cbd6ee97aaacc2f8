"""Quantities in English. Each module holds one kind, with the words that begin it beside the methods that read it.

On `scanning` stand `spelling`, `times`, `dates`, `lunar`, `periods`, `fractions`, `decades`, `multiples`, `vague`; on these `ordinals`, `rates`;
then `articles`, `numbers`, `amounts`. `grammar` puts all together.
"""
