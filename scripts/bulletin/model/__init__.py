"""Pure values: what a bulletin, its editions, a page and a finding are. No disk, no clock, no renderer.

Imports go one way: calendar ← locale ← finding ← registry ← site ← bulletin ← clearance ← routes ← body ← page.
"""
