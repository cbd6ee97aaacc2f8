"""The renderer: the only package that knows MkDocs and Python-Markdown.

sanitiser ← numbers; typography, links, numbers ← body (an edition's text → HTML);
staged ← events (MkDocs's hooks) ← pages (runs MkDocs).
"""
