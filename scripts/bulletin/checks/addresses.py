"""Addresses are for ever: `urls.lock` and `redirect_from`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from bulletin.model.bulletin import Bulletin
from bulletin.model.catalogue import message
from bulletin.model.finding import Finding, Severity

LOCK_NAME = "urls.lock"
Claim: TypeAlias = tuple[str, str, str, int, str]
"""Key of a bulletin, a former key, and path, line and locale tag where it claims it."""
_ADDRESS = re.compile(r"/(?:[A-Za-z0-9-]+/)*")


def read_lock(text: str) -> tuple[list[str], list[Finding]]:
    """Addresses that were ever published, below the root: one a line with a leading slash; `#` begins a comment."""
    addresses, found = [], []
    for number, line in enumerate(text.splitlines(), 1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        if _ADDRESS.fullmatch(entry):
            addresses.append(entry[1:])
        else:
            sentence = message("wrong-lock-line", found=entry)
            found.append(Finding("lost-url", Severity.ERROR, LOCK_NAME, number, sentence))
    return addresses, found


def write_lock(addresses: Iterable[str]) -> str:
    """The lock's text: sorted, one address a line, so that two branches merge as a union of lines."""
    return "".join(f"/{address}\n" for address in sorted(set(addresses)))


def check_lock(text: str, pages: Collection[str]) -> Iterator[Finding]:
    """A finding for each address that was published and that no page answers any more."""
    addresses, found = read_lock(text)
    yield from found
    lines = {line.strip(): number for number, line in enumerate(text.splitlines(), 1)}
    for address in dict.fromkeys(addresses):  # a union of two branches may hold one twice
        if address not in pages:
            sentence = message("lost-url", found=address)
            yield Finding("lost-url", Severity.ERROR, LOCK_NAME, lines[f"/{address}"], sentence)


def redirect_claims(bulletin: Bulletin) -> Iterator[Claim]:
    """The former keys that a bulletin claims."""
    source = bulletin.source
    if source is not None:
        line = source.line_of("redirect_from")
        yield from ((bulletin.key, key, source.path, line, source.locale) for key in bulletin.shared.redirect_from)


def check_redirects(claims: Iterable[Claim], keys: Collection[str]) -> Iterator[Finding]:
    """A finding for each former key that is in use, or that two bulletins claim."""
    claimed: dict[str, str] = {}
    for key, former, path, line, tag in claims:
        if former in keys:
            sentence = message("redirect-taken", found=former)
        elif former in claimed:
            sentence = message("redirect-twice", found=former, other=claimed[former])
        else:
            claimed[former] = key
            continue
        yield Finding("schema", Severity.ERROR, path, line, sentence, key, tag)
