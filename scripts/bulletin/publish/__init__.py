"""What puts a finished tree before readers: its manifest, and the one step that makes it the site.

The only package that writes `site/`. `switch` and `releases` compose the others, which import in this order:
errors ← tree ← manifest; errors ← lock, siblings, exchange ← switch; switch, ledger ← difference;
manifest, lock, compress, redirects ← releases.
`links` and `leaks` read a finished tree. Nothing here knows of bulletins: any tree of files will do.
"""

from bulletin.publish.difference import LEDGER, StaleError, Standing, Wanted, publish
from bulletin.publish.errors import ManifestError, PublishError
from bulletin.publish.manifest import MANIFEST, verify, write_manifest
from bulletin.publish.switch import check_target, switch

__all__ = [
    "LEDGER",
    "MANIFEST",
    "ManifestError",
    "PublishError",
    "StaleError",
    "Standing",
    "Wanted",
    "check_target",
    "publish",
    "switch",
    "verify",
    "write_manifest",
]
