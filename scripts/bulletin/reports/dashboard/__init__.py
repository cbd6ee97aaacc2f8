"""The editors' dashboard: findings and coverage → static pages that need no server and no script.

`labels` has the words, `items` the work in its order, `shares` the coverage by section, month, agency and translator,
`charts` its drawing, `words` what changed in a text, `sides` two editions next to each other, `board` all of it
together, `pages` the HTML. Values in, values out; desk/report.py reads and writes.
"""
