"""docs/ and mkdocs.yml → model: the only reader of what editors write; each mistake is a finding with its line.

disk, text ← yaml_reader ← fields ← front_matter, entries ← registries ← site; svg; tree reads a whole docs folder.
An edition's body: raw_blocks, rows ← block_tree; inline, block_tree ← blocks.
"""
