"""For all tests: examples of hypothesis are not timed (a busy machine is no failure) and leave nothing behind."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("quiet", deadline=None, database=None)
settings.load_profile("quiet")
