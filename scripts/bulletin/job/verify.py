"""Verify a built site before anyone sees it: `verify.py`."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from bulletin.checks import judge_all
from bulletin.checks.addresses import read_lock
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError, Finding, Severity
from bulletin.model.routes import page_url
from bulletin.model.site import Site
from bulletin.prepared import read_lock_of
from bulletin.program import DONE, FINDINGS, ROOT, Parser, config_of, instant_of, say, short
from bulletin.publish import ManifestError
from bulletin.publish import verify as verify_manifest
from bulletin.publish.leaks import Probes, leaks
from bulletin.publish.links import dead_links
from bulletin.publish.manifest import digests
from bulletin.reports.text import lines
from bulletin.source.approvers import read_approving
from bulletin.source.blocks import read_blocks
from bulletin.source.registries import DATA_FOLDER, read_policy
from bulletin.source.site import read_site
from bulletin.source.tree import read_tree
from bulletin.stage.gate import Cleared, clear


def parser() -> argparse.ArgumentParser:
    """The arguments of verify.py."""
    parser = Parser(
        prog="verify.py",
        allow_abbrev=False,
        description="Kiểm tra trang đã dựng trước khi xuất bản. / Verify a built site before it is published: its "
        "manifest, its links, and that nothing of an edition that is not public is in it.",
        epilog="Exit: 0 nothing is wrong; 1 something is; 2 wrong call or configuration; 3 our own error.",
    )
    add = parser.add_argument
    add("--docs", default=str(ROOT / "docs"), metavar="DIR", help="thư mục nội dung / the content (docs)")
    add("--site-dir", default=str(ROOT / "site"), metavar="DIR", help="trang đã dựng / the built site (site)")
    add("--now", metavar="INSTANT", help="thời điểm đã dựng / the instant for which it was built (SOURCE_DATE_EPOCH)")
    return parser


def verify(arguments: argparse.Namespace) -> int:
    """Tell everything that is wrong with a site; 1 where something is."""
    docs, root = Path(arguments.docs), Path(arguments.site_dir)
    now = instant_of(arguments.now)
    if not docs.is_dir():
        raise CallError("--docs", message("no-folder", found=docs))
    if not root.is_dir():
        raise CallError("--site-dir", message("nothing-built", found=root))
    try:
        files = verify_manifest(root)
    except ManifestError as error:
        say(f"{error}\n")
        return FINDINGS
    site = read_site(config_of(docs))
    tree, policy = read_tree(docs, site.tags), read_policy(docs)
    cleared = clear(tree.bulletins, now, policy, judge_all(tree, read_approving(docs, policy, site.tags)))
    findings = [*_dead(root, site), *_leaked_texts(root, docs, cleared), *_leaked_files(root, docs, cleared, site)]
    say("".join(f"{line}\n" for line in lines(sorted(findings, key=lambda each: each.sort_key), f"{short(root)}/")))
    hidden = sum(not clearance.is_public for clearance in cleared.clearances.values())
    vi = f"{len(files)} tệp khớp bản kê, {hidden} bản chưa công bố không lọt vào trang"
    en = f"{len(files)} files as in the manifest, {hidden} editions that are not public and not in the site"
    say(f"{len(findings)} lỗi / errors: {len(findings)}\n" if findings else f"{vi} / {en}\n")
    return FINDINGS if findings else DONE


def _dead(root: Path, site: Site) -> Iterator[Finding]:
    for link in dead_links(root, site.url):
        sentence = message("dead-link", href=link.href)
        yield Finding("broken-link", Severity.ERROR, link.path, link.line, sentence)


def _leaked_texts(root: Path, docs: Path, cleared: Cleared) -> Iterator[Finding]:
    """The words of every edition that is not public, looked for in every text of the site."""
    secret: dict[str, list[str]] = {}
    public = [*_common_texts(docs)]
    for key, bulletin in cleared.bulletins.items():
        if bulletin.shared.withdrawn:
            public += bulletin.shared.withdrawn.reason.values()
        for tag, edition in bulletin.editions.items():
            texts = [block.text for block in read_blocks(edition)]
            if cleared.is_public(key, tag):
                public += texts
            else:
                secret[edition.path] = texts
    for path, place in leaks(root, Probes(secret, public, _labels())):
        yield Finding("clearance", Severity.ERROR, path, 1, message("leaked-text", place=place))


def _labels() -> Iterator[str]:
    """The lines of the site's labels: a label stands by itself, beside a day."""
    for path in (ROOT / "overrides" / "locales").glob("*.yml"):
        yield from path.read_text(encoding="utf-8", errors="replace").splitlines()


def _common_texts(docs: Path) -> Iterator[str]:
    """What every page may say: the site's identity, its labels, the registries."""
    for path in [config_of(docs), *(ROOT / "overrides" / "locales").glob("*.yml"), *(docs / DATA_FOLDER).glob("*.yml")]:
        yield path.read_text(encoding="utf-8", errors="replace")


def _leaked_files(root: Path, docs: Path, cleared: Cleared, site: Site) -> Iterator[Finding]:
    """The pages and files of every bulletin of which no edition is public, by their place and by their bytes."""
    recorded = set(read_lock(read_lock_of(docs))[0])
    open_keys = {key for key, tag in cleared.clearances if cleared.is_public(key, tag)}
    files = digests(root)
    hidden = [key for key in cleared.bulletins if key and key not in open_keys]
    for key in hidden:
        for locale in site.locales:
            address = page_url(locale.prefix, key)
            may_stand = address in recorded or cleared.is_withdrawn(key)
            for path in files:
                if path.startswith(address) and not (may_stand and path == f"{address}index.html"):
                    yield Finding("clearance", Severity.ERROR, path, 1, message("leaked-file", place=key))
    known = _bytes_of(docs, cleared, hidden)
    for digest in _bytes_of(docs, cleared, open_keys):
        known.pop(digest, None)
    for path, digest in files.items():
        if digest in known:
            yield Finding("clearance", Severity.ERROR, path, 1, message("leaked-file", place=known[digest]))


def _bytes_of(docs: Path, cleared: Cleared, keys: Iterable[str]) -> dict[str, str]:
    """SHA-256 → file, for the pictures and attachments of some bulletins."""
    found = {}
    for key in keys:
        for asset in cleared.bulletins[key].assets:
            found[hashlib.sha256((docs / asset.path).read_bytes()).hexdigest()] = asset.path
    return found
