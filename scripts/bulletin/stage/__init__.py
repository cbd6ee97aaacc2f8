"""Model → a tree for the renderer: what is cleared, and nothing else.

gate ← plan (which pages there are) ← cards ← pages (what each shows) ← tree (the pages on disk).
"""
