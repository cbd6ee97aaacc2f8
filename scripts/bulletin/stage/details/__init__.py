"""What the types add to the pages of their editions.

`words` has what all use; a module for each type makes its `facts` and, where schema.org has a word for it, its `data`
for machines; `of_type` knows which belongs to which.
"""
