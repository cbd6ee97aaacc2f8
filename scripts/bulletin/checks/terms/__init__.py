"""Terms and names: what the registries call things, against what both editions write.

words ← matcher ← passages ← near ← pair, history ← validity, spelling; `checks` composes them for a bundle.
"""
