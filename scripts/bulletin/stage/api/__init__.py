"""The interface for machines, version 1: what each file says of public bulletins, and how that is documented.

Bottom up: addresses, texts; editions, details and registries; bulletins; interface, which makes all files. Beside them
schema/ says what may be in a file, and page shows that to people. Only what pages show is told.
"""
