"""Put a built site before readers on a server of one's own: `publish.py`."""

from __future__ import annotations

import argparse
import shlex
import subprocess
from pathlib import Path

from bulletin.model.catalogue import message
from bulletin.model.finding import CallError, Message
from bulletin.program import DONE, OUR_ERROR, ROOT, Parser, count_of, say
from bulletin.publish import PublishError
from bulletin.publish.releases import CURRENT, check_base, current, moved_of, roll_back
from bulletin.publish.releases import publish as publish_release

KEEP = 5
"""Releases that stay, the current one among them."""


def parser() -> argparse.ArgumentParser:
    """The arguments of publish.py."""
    parser = Parser(
        prog="publish.py",
        allow_abbrev=False,
        description="Đưa trang đã dựng ra máy chủ của đơn vị. / Put a built site before readers: DIR/current leads to "
        "the new release from one instant to the next, and to the old one if anything goes wrong.",
        epilog="Exit: 0 done; 2 wrong call; 3 not published (one line says why) or our own error; then the old site "
        "stands. deploy/nginx/ has the configuration of a server for DIR.",
    )
    add = parser.add_argument
    add("--to", required=True, metavar="DIR", help="thư mục của máy chủ / the server's folder of releases")
    add("--site-dir", default=str(ROOT / "site"), metavar="DIR", help="trang đã dựng / the built site (site)")
    add("--keep", default=str(KEEP), metavar="N", help=f"số bản được giữ / releases to keep ({KEEP})")
    add("--rollback", action="store_true", help="quay lại bản trước / go back to the release before")
    reload = "chạy khi địa chỉ cũ có thể đã đổi / run where the former addresses may have changed"
    add("--reload", metavar="COMMAND", help=f'{reload}, such as "nginx -s reload"')
    return parser


def publish(arguments: argparse.Namespace) -> int:
    """Publish a site as a new release, or go back to the one before."""
    base, keep = Path(arguments.to), count_of(arguments.keep, "--keep")
    try:
        check_base(base)
    except PublishError as error:
        raise CallError("--to", Message(error.message.vi, error.message.en)) from error
    before = current(base)
    before_moved = moved_of(before) if before else None  # read now: the release may be pruned
    if arguments.rollback:
        release, words = roll_back(base), ("đã quay lại", "went back")
    else:
        site_dir = Path(arguments.site_dir)
        if not site_dir.is_dir():
            raise CallError("--site-dir", message("nothing-built", found=site_dir))
        release, is_new = publish_release(site_dir, base, keep)
        words = ("đã xuất bản", "published") if is_new else ("không đổi", "unchanged")
    say(f"{' / '.join(words)}: {base}/{CURRENT} → {release.name}\n")
    # A publication that was killed may have switched and not told the server: doing it again tells it.
    is_told = before is not None and before != release and before_moved == moved_of(release)
    return DONE if arguments.reload is None or is_told else _reload(arguments.reload)


def _reload(command: str) -> int:
    """Tell the server; the site is public whatever comes of it."""
    try:
        status = subprocess.run(shlex.split(command), check=False).returncode
    except (OSError, ValueError) as error:
        say(f"--reload: {error}\n")
        status = OUR_ERROR
    return DONE if status == 0 else OUR_ERROR
