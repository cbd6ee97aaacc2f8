"""The index that overrides/assets/search.js reads, a small part at a time: `search/<locale>.json` tells where.

folding cuts a text into units, synonyms knows what has several names, documents weighs what a page says, postings
turns that round, shards cuts it into files, files gives them addresses, and
change writes a few rows anew. What folding does the script does too.
"""

from bulletin.finish.search.change import Standing, Turned, changed, manifest_of
from bulletin.finish.search.files import Index, files_of, index_of, manifest_file, written
from bulletin.finish.search.kept import keep_lengths, kept_lengths

__all__ = [
    "Index",
    "Standing",
    "Turned",
    "changed",
    "files_of",
    "index_of",
    "keep_lengths",
    "kept_lengths",
    "manifest_file",
    "manifest_of",
    "written",
]
