"""The editors' verbs: a module for each. They put the packages of reading together, print, and return a status.

Nothing here knows the renderer: content is checked by itself. Each module has its `parser()` and a function of its own
name; `arguments` is what they share, and imports none of them.
"""
