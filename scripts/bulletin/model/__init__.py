"""Pure values: what a bulletin, its editions, a page and a finding are. No disk, no clock, no renderer.

`colour` stands by itself. The others import one way:
calendar ← locale ← finding ← registry ← site ← bulletin ← clearance ← routes ← body ← page.
"""
