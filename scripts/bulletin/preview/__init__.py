"""The site while it is written: one process that knows the content, and makes a page when a browser asks for it.

settings and memory read, texts renders, drafts opens the gate for this view alone, scene is the site at one moment,
answers makes what an address asks for, additions puts on it what editors see, watching tells of changes, resident
brings them in, server speaks with browsers, serve is the verb. Nothing here writes a site, and nothing that does
imports it.
"""
