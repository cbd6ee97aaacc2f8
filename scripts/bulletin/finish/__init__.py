"""HTML → site: files of bundles, sitemap, robots.txt."""

from bulletin.finish.site import FinishError, finish

__all__ = ["FinishError", "finish"]
