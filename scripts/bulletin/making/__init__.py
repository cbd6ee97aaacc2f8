"""From the prepared content to the published site: what has to be made, by how many hands, and what need not be.

outputs says what the site is made of, hands makes it in several processes, stamp knows when nothing has changed.
"""
