"""A docs folder → its bulletins, and a finding for every file that is not where or what it should be."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from bulletin.model.approval import ApprovalLock
from bulletin.model.bulletin import (
    DATED_SECTIONS,
    HOME_KEY,
    RESERVED_SLUGS,
    SECTIONS,
    Asset,
    Bulletin,
    Edition,
    Translation,
)
from bulletin.model.catalogue import Words, message, noun, one_of
from bulletin.model.finding import Finding, Message, Severity
from bulletin.source.approval_lock import APPROVAL_NAME, approval_lock_of
from bulletin.source.disk import printable, read_regular
from bulletin.source.fields import KEY, suggestions
from bulletin.source.front_matter import EditionFile, read_edition
from bulletin.source.inheriting import with_details
from bulletin.source.pictures import measure
from bulletin.source.registries import DATA_FOLDER
from bulletin.source.svg import svg_flaw
from bulletin.source.text import Flaw

PICTURES = ("jpg", "jpeg", "png", "webp", "avif", "gif", "svg")
ATTACHMENTS = (
    *("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "epub"),
    *("zip", "mp3", "mp4", "vtt", "ics"),
)
COMPANIONS = ("translation.lock", "approval.lock", "waivers.yml")
"""Files of a bundle that belong to the check and are never published."""
_EDITION = re.compile(r"index\.(?:([A-Za-z0-9_-]+)\.)?md", re.IGNORECASE)
_ASSET = re.compile(r"([^./\\]+)(?:\.([A-Za-z-]+))?\.([A-Za-z0-9]+)")
_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"0[1-9]|1[0-2]")


@dataclass(frozen=True, slots=True)
class Tree:
    """All that a docs folder holds."""

    bulletins: Mapping[str, Bulletin]
    """Key → bulletin; the home page's texts are under the empty key."""
    findings: tuple[Finding, ...]
    locks: Mapping[str, ApprovalLock] = field(default_factory=dict)
    """Key → what was approved; only where an `approval.lock` says so."""
    rests: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Key → digest of all that a bundle is but the texts below the front matter of its editions, and what is only for
    the check; of every bundle, or of none."""


@dataclass(slots=True)
class Bundle:
    """The files of one folder before they are read."""

    key: str
    files: dict[str, str] = field(default_factory=dict)
    """Name in NFC → path below the docs folder, as the disk spells it."""
    is_misplaced: bool = False


class _Findings:
    """Collects findings of one tree."""

    def __init__(self) -> None:
        self.all: list[Finding] = []

    def add(self, path: str, found: Message | Flaw, *, rule: str = "schema", key: str = "", locale: str = "") -> None:
        flaw = Flaw(1, found) if isinstance(found, Message) else found
        severity = Severity.WARNING if flaw.is_warning else Severity.ERROR
        self.all.append(Finding(rule, severity, printable(path), flaw.line, flaw.message, printable(key), locale))


def read_tree(docs: Path, tags: tuple[str, ...]) -> Tree:
    """Read every edition below a folder.

    Nothing is followed out of it: symbolic links are findings. Hidden files and `_data/` are left alone.
    """
    bundles, findings = scan_tree(docs)
    bulletins, locks = {}, {}
    for bundle in bundles:
        lock = approval_lock_of(docs, bundle.files)
        if lock is not None:
            locks[bundle.key] = lock
        bulletin, found = read_bundle(docs, bundle, tags)
        findings += found
        if bulletin is not None:
            bulletins[bundle.key] = bulletin
    return Tree(bulletins, tuple(sorted(findings, key=lambda finding: finding.sort_key)), locks)


def scan_tree(docs: Path) -> tuple[list[Bundle], list[Finding]]:
    """Find the bundles below a folder without opening a file, and every file that belongs to none."""
    findings = _Findings()
    return list(_bundles(docs, findings).values()), findings.all


def read_bundle(
    docs: Path, bundle: Bundle, tags: tuple[str, ...], *, hashes_all: bool = False
) -> tuple[Bulletin | None, list[Finding]]:
    """Read one bundle; None where it holds no edition.

    Attachments are hashed where an approval is bound to them, or all of them are wanted.
    """
    findings = _Findings()
    bulletin = _read_bundle(docs, bundle, tags, findings)
    if bulletin is not None and (hashes_all or APPROVAL_NAME in bundle.files):
        bulletin = _with_digests(docs, bulletin)
    return bulletin, findings.all


def _bundles(docs: Path, findings: _Findings) -> dict[str, Bundle]:
    """Sort every file below the folder into the bundle to which it belongs."""
    bundles: dict[str, Bundle] = {}
    told: set[str] = set()
    for path in _walk(docs, findings):
        parts = path.split("/")
        section = parts[0]
        if len(parts) == 1:
            is_picture = "." not in path or path.rsplit(".", 1)[-1].lower() in PICTURES
            if _EDITION.fullmatch(path) or path in COMPANIONS or is_picture:
                bundles.setdefault(HOME_KEY, Bundle(HOME_KEY)).files[path] = path
            else:
                findings.add(path, message("misplaced-file", expected=noun("home-layout")))
            continue
        if section not in SECTIONS:
            if section not in told:
                told.add(section)
                findings.add(section, message("unknown-section", found=section, expected=one_of(SECTIONS)))
            continue
        depth = 4 if section in DATED_SECTIONS else 2
        if len(parts) <= depth:
            layout = "dated-layout" if section in DATED_SECTIONS else "flat-layout"
            findings.add(path, message("misplaced-file", expected=noun(layout)))
            continue
        if len(parts) > depth + 1:
            folder = "/".join(parts[: depth + 1])
            if folder not in told:
                told.add(folder)
                findings.add(folder, message("folder-in-bundle"), key="/".join(parts[:depth]))
            continue
        key = "/".join(parts[:depth])
        bundle = bundles.setdefault(unicodedata.normalize("NFC", key), Bundle(key))
        if key not in told:
            told.add(key)
            bundle.is_misplaced |= _folder_is_wrong(key, parts[:depth], findings)
        _add_file(bundle, parts[-1], path, findings)
    _tell_twins((bundle.key for bundle in bundles.values()), findings)
    return bundles


def _walk(docs: Path, findings: _Findings) -> Iterator[str]:
    """Every regular file, in the order of names, without following a link, however deep the folders lie."""
    waiting = _entries(docs, "", findings)
    while waiting:
        path, entry = waiting.pop()
        if entry.name.startswith(".") or path == DATA_FOLDER:
            continue
        if entry.is_symlink():
            findings.add(path, message("symbolic-link"))
        elif entry.is_dir(follow_symlinks=False):
            waiting += _entries(Path(entry.path), f"{path}/", findings)
        elif not entry.is_file(follow_symlinks=False):
            findings.add(path, message("special-file"))
        else:
            yield path


def _entries(folder: Path, below: str, findings: _Findings) -> list[tuple[str, os.DirEntry[str]]]:
    """What lies in a folder, the first name last."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name, reverse=True)
    except OSError as error:
        findings.add(below.rstrip("/") or ".", message("unreadable-file", reason=error.strerror))
        return []
    return [(f"{below}{entry.name}", entry) for entry in entries]


def _folder_is_wrong(key: str, parts: list[str], findings: _Findings) -> bool:
    expected: list[tuple[str, Words]] = []
    if parts[0] in DATED_SECTIONS:
        if not _YEAR.fullmatch(parts[1]):
            expected.append((parts[1], noun("year")))
        if not _MONTH.fullmatch(parts[2]):
            expected.append((parts[2], noun("month")))
    slug = parts[-1]
    if not KEY.fullmatch(slug):
        expected.append((slug, noun("slug")))
    for found, wanted in expected:
        findings.add(key, message("wrong-folder", found=found, expected=wanted), key=key)
    if slug in RESERVED_SLUGS:
        findings.add(key, message("reserved-slug", found=slug), key=key)
    return bool(expected) or slug in RESERVED_SLUGS


def _tell_twins(names: Iterable[str], findings: _Findings, below: str = "") -> None:
    """Names that one disk keeps apart and another does not."""
    seen: dict[str, str] = {}
    for name in names:
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            sentence = message("twin-names", found=name, other=seen[folded])
            findings.add(f"{below}{name}", sentence, key=below.rstrip("/"))
        seen.setdefault(folded, name)


def _add_file(bundle: Bundle, name: str, path: str, findings: _Findings) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        findings.add(path, message("name-not-utf8"), key=bundle.key)
        return
    if not _is_text(path):
        return  # the folder's name was told
    composed = unicodedata.normalize("NFC", name)
    if composed != name:
        findings.add(path, message("name-not-nfc", found=composed), key=bundle.key)
    if composed in bundle.files:
        findings.add(path, message("twin-names", found=composed, other=composed), key=bundle.key)
        return
    bundle.files[composed] = path


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_bundle(docs: Path, bundle: Bundle, tags: tuple[str, ...], findings: _Findings) -> Bulletin | None:
    key = bundle.key
    editions: dict[str, Edition] = {}
    assets: list[Asset] = []
    present: set[str] = set()
    found_any = False
    _tell_twins(bundle.files, findings, f"{key}/" if key else "")
    for name, path in bundle.files.items():
        match = _EDITION.fullmatch(name)
        if match and name == f"index.{match[1]}.md" and match[1] in tags:
            found_any = True
            present.add(match[1])
            edition = _read_file(docs, EditionFile(key, match[1], path, b""), tags, findings)
            if edition is not None:
                editions[match[1]] = replace(edition, faulty=edition.faulty or bundle.is_misplaced)
        elif match or name.lower().endswith((".md", ".markdown")):
            expected = one_of(f"index.{tag}.md" for tag in tags)
            findings.add(path, message("unknown-suffix", found=name, expected=expected), key=key)
            found_any = True
        elif name not in COMPANIONS:
            assets += _asset(docs, bundle, name, tags, findings)
    if not found_any:
        if bundle.files:
            findings.add(key or ".", message("bundle-without-edition"), key=key)
        return None
    bulletin = Bulletin(key, editions, _source_locale(key, editions, present, findings), tuple(assets))
    bulletin, found = with_details(_with_images(bulletin, findings))
    for edition, flaw in found:
        findings.add(edition.path, flaw, key=key, locale=edition.locale)
    return bulletin


def _read_file(docs: Path, file: EditionFile, tags: tuple[str, ...], findings: _Findings) -> Edition | None:
    try:
        data = read_regular(docs / file.path)
    except OSError as error:
        reason = message("unreadable-file", reason=error.strerror)
        findings.add(file.path, reason, key=file.key, locale=file.locale)
        return None
    edition, flaws = read_edition(replace(file, data=data), tags)
    for flaw in flaws:
        findings.add(file.path, flaw, key=file.key, locale=file.locale)
    return edition


def _asset(docs: Path, bundle: Bundle, name: str, tags: tuple[str, ...], findings: _Findings) -> Iterator[Asset]:
    key, path = bundle.key, bundle.files[name]
    match = _ASSET.fullmatch(name)
    kind = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if kind not in PICTURES + ATTACHMENTS:
        findings.add(path, Flaw(1, message("unknown-file", found=name), is_warning=True), key=key)
        return
    if not match or (match[2] and match[2] not in tags) or not name.isprintable():
        findings.add(path, message("asset-name", found=name), key=key)
        return
    picture = None
    if kind in PICTURES:
        try:
            data = read_regular(docs / path)
        except OSError as error:
            findings.add(path, message("unreadable-file", reason=error.strerror), key=key)
            return
        flaw = svg_flaw(data) if kind == "svg" else None
        if flaw is not None:
            findings.add(path, Flaw(flaw[0], message("unsafe-svg", found=flaw[1])), key=key)
            return
        picture, wrong = measure(data, kind)
        if wrong is not None:
            broken = Flaw(1, message("broken-picture", found=wrong), is_warning=picture is not None)
            findings.add(path, broken, key=key)
        if picture is None:
            return
    yield Asset(f"{match[1]}.{match[3]}", path, match[2] or "", picture)


def _with_digests(docs: Path, bulletin: Bulletin) -> Bulletin:
    """A file that cannot be read has no digest, and fits no approval."""
    assets = []
    for asset in bulletin.assets:
        digest = asset.picture.digest if asset.picture else ""
        if not digest:
            with suppress(OSError):
                digest = sha256(read_regular(docs / asset.path)).hexdigest()
        assets.append(replace(asset, digest=digest))
    return replace(bulletin, assets=tuple(assets))


def _source_locale(key: str, editions: Mapping[str, Edition], present: set[str], findings: _Findings) -> str | None:
    """The one edition without a `translation` block; a bulletin with none or two of them has no source."""
    sources = [edition for edition in editions.values() if edition.translation is None]
    translations = [(edition, edition.translation) for edition in editions.values() if edition.translation]
    if len(sources) > 1:
        found = ", ".join(edition.path.rsplit("/", 1)[-1] for edition in sources)
        for edition in sources:
            findings.add(edition.path, message("two-sources", found=found), key=key, locale=edition.locale)
        return None
    if not sources:
        for edition, translation in translations:
            if translation.of not in present - set(editions):  # a source that cannot be read was told already
                _tell_no_source(edition, translation, editions, findings)
        return None
    for edition, translation in translations:
        if translation.of and translation.of != sources[0].locale:
            parts = {"found": translation.of, "expected": sources[0].locale}
            flaw = Flaw(edition.line_of("translation"), message("wrong-source", **parts))
            findings.add(edition.path, flaw, key=key, locale=edition.locale)
    return sources[0].locale


def _tell_no_source(
    edition: Edition, translation: Translation, editions: Mapping[str, Edition], findings: _Findings
) -> None:
    line = edition.line_of("translation")
    if len(editions) > 1:
        findings.add(edition.path, Flaw(line, message("no-source")), key=edition.key, locale=edition.locale)
    else:
        flaw = Flaw(line, message("orphan-translation", of=translation.of or "?"))
        findings.add(edition.path, flaw, rule="orphan-translation", key=edition.key, locale=edition.locale)


def _with_images(bulletin: Bulletin, findings: _Findings) -> Bulletin:
    """Mark the editions whose lead picture is missing."""
    editions = dict(bulletin.editions)
    for tag, edition in bulletin.editions.items():
        image = edition.image
        if image is None or not image.file:
            continue
        wrong = None
        if image.file.rsplit(".", 1)[-1].lower() not in PICTURES:
            wrong = message("not-an-image", found=image.file, expected=", ".join(PICTURES))
        elif bulletin.asset(image.file, tag) is None:
            close = suggestions(image.file, {each.name for each in bulletin.assets if each.locale in ("", tag)})
            wrong = message("unknown-image", found=image.file, suggestion=close)
        if wrong is not None:
            findings.add(edition.path, Flaw(image.line, wrong), key=bulletin.key, locale=tag)
            editions[tag] = replace(edition, faulty=True)
    return replace(bulletin, editions=editions)
