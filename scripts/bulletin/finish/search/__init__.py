"""The index that overrides/assets/search.js reads, a small part at a time: `search/<locale>.json` tells where.

folding cuts a text into units, synonyms knows what has several names, documents weighs what a page says, postings
turns that round, shards cuts it into files, and files gives them addresses. What folding does the script does too.
"""

from bulletin.finish.search.files import written

__all__ = ["written"]
