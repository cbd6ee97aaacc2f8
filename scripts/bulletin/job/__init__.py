"""The verbs of the publishing job: a module for each. They work on a finished site, or run the other verbs in order.

`verify` and `publish` read and place the site; `ci` runs every step of the workflows as a program of its own; `due`
answers a schedule without anything installed, so it imports nothing but `model` and `program`.
"""
