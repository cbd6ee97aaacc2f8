"""Model → a tree for the renderer: what is cleared, and nothing else.

gate ← plan (which pages there are) ← view (what all are made from) ← a module for each kind of page, and details/ for
what each type adds ← pages (all of them) ← tree (the pages on disk).
"""
