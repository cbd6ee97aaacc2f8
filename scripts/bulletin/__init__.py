"""Bulletins in several languages: read, checked, cleared, rendered and published.

model ← source ← checks ← reports; model ← stage, render, finish, publish; cli composes them all.
"""
