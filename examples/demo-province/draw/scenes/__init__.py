"""Scenes: one function draws one picture. `land`, `shore`, `town` and `trade` do not import one another."""
