"""docs/ and mkdocs.yml → model: the only reader of what editors write. Every mistake is a finding with its line.

text ← yaml_reader ← fields ← front_matter, registries, policy, site, labels; svg; tree reads a whole docs folder.
"""
