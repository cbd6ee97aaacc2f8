"""HTML → site: files of bundles, calendars, feeds, sitemap, robots.txt."""

from bulletin.finish.site import FinishError, extra_makers, finish

__all__ = ["FinishError", "extra_makers", "finish"]
