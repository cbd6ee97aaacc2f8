"""What pages tell machines in the words of schema.org, as JSON-LD.

`publisher` has whose the site is; `articles` an edition, `lists` a list and the way to a page; `graph` puts together
what a page tells. What the types add, such as an event, is made beside their facts in `stage/details/`.
"""
