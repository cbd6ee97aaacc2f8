"""Faults planted in clean pairs by script, with simple regular expressions of its own: none of the project's code.

Imported in this order: bundles, letters, fault, pages (splitting), masks, pairs (which text faces which), quantities, words;
then one module for each family of slips: numbers, calendar, counting, losses, formats, references, leftovers,
structure, links, meanings (what makes a translation stale), trivia (what must not).
"""
