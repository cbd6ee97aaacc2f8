"""HTML → site: files of bundles, calendars, feeds, sitemap, robots.txt."""

from bulletin.finish.site import FinishError, finish

__all__ = ["FinishError", "finish"]
