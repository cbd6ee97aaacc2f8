"""The editors' verbs: check, accept, new. Like cli.py they put the packages together, print, and return an exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from bulletin.checks.coverage import coverage
from bulletin.checks.run import Outcome, Task, lock_of, run
from bulletin.checks.bundle import Checked, Given
from bulletin.checks.states import digests, state_findings
from bulletin.checks.weight import weigh_alone, weigh_by_policy
from bulletin.cli import CONFIG, DONE, FINDINGS, ROOT, WORK, Parser, instant_of, say_findings, short
from bulletin.model.bulletin import DATED_SECTIONS, Edition
from bulletin.model.calendar import day_of, parse_day
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError, Finding, Severity
from bulletin.model.policy import Policy
from bulletin.model.state import Accepted
from bulletin.reports import json as json_report
from bulletin.reports.text import lines, summary, table
from bulletin.source.blocks import read_blocks
from bulletin.source.history import old_texts
from bulletin.source.lock import LOCK_NAME, read_lock, write_lock
from bulletin.source.registries import read_policy, read_registries
from bulletin.source.scaffold import TYPES, bundle_texts
from bulletin.source.site import read_site
from bulletin.source.tree import Bundle, read_bundle, scan_tree

FORMATS = ("text", "json")
MAX_HISTORIES = 40
"""Stale translations for which git is asked; each costs some hundredths of a second."""


# Check


def check(arguments: argparse.Namespace) -> int:
    """Check a docs folder and report; 1 where there is an error."""
    docs = _docs(arguments.docs)
    today = _day(arguments.today)
    tags = read_site(CONFIG).tags
    registries, policy = read_registries(docs, tags), read_policy(docs)
    jobs = _jobs(arguments.jobs)
    only = _only(docs, arguments.paths)
    task = Task(docs, Given(tags, registries, today), jobs, None if arguments.no_cache else _cache(docs), not os.environ.get("CI"))
    outcome = run(task, only, _progress() if sys.stderr.isatty() else None)
    outcome = with_history(outcome, docs, tags, today)
    findings = weighed(outcome, policy, today)
    covered = coverage(outcome.bundles, tags, policy)
    if arguments.format == "json":
        text = json_report.report(findings, covered)
    else:
        colour = arguments.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        parts = [*lines(findings, f"{short(docs)}/", colour=colour), *table(covered), summary(findings, len(outcome.bundles))]
        text = "".join(f"{part}\n" for part in parts)
    _write(text, arguments.output)
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else DONE


def weighed(outcome: Outcome, policy: Policy, today: date) -> list[Finding]:
    """Every finding of a run as the policy weighs it, by place."""
    alone = [weigh_alone(finding, policy) for finding in outcome.findings]
    found = [finding for finding in alone if finding is not None]
    for bundle in outcome.bundles:
        found += weigh_by_policy(bundle, policy, today)
    return sorted(set(found), key=lambda finding: finding.sort_key)


def with_history(outcome: Outcome, docs: Path, tags: tuple[str, ...], today: date) -> Outcome:
    """Put the old text of changed blocks into the messages on stale translations, where git has it."""
    rules = ("stale-translation", "diverged-translation")
    stale = [each for each in outcome.bundles if any(finding.rule in rules for finding in each.findings)]
    replaced: dict[str, Checked] = {}
    by_key = {bundle.key: bundle for bundle in scan_tree(docs)[0]} if stale else {}
    for checked in stale[:MAX_HISTORIES]:
        bulletin = read_bundle(docs, by_key[checked.key], tags)[0] if checked.key in by_key else None
        source = bulletin.source if bulletin else None
        if bulletin is None or source is None:
            continue
        findings = [finding for finding in checked.findings if finding.rule not in rules]
        for tag, stands in (checked.standings or {}).items():
            if stands.state.rule in rules:
                old = old_texts(docs, source, stands.removed, tags)
                findings += [f for f in state_findings(bulletin.editions[tag], stands, today, old) if f.rule in rules]
            del tag
        replaced[checked.key] = replace(checked, findings=tuple(findings))
    return replace(outcome, bundles=tuple(replaced.get(each.key, each) for each in outcome.bundles))


def _write(text: str, output: str | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    path = Path(output)
    try:
        beside = path.with_name(f".{path.name}-{os.getpid()}")
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise CallError("--output", message("unwritable-file", found=path, reason=error.strerror)) from error


def _progress() -> Callable[[int, int], None]:
    """A line on the terminal that counts, and goes away at the end."""

    def tell(done: int, of: int) -> None:
        if done == of:
            sys.stderr.write("\r\033[K")
        elif done % 20 == 0:
            sys.stderr.write(f"\r\033[Kđang kiểm tra / checking: {done}/{of}")
        sys.stderr.flush()

    return tell


# Accept


def accept(arguments: argparse.Namespace) -> int:
    """Record that translations match their sources as both stand now."""
    docs = _docs(arguments.docs)
    today = _day(arguments.today)
    tags = read_site(CONFIG).tags
    wanted = _targets(docs, arguments.paths)
    findings: list[Finding] = []
    done: list[str] = []
    for bundle, only in wanted:
        bulletin, told = read_bundle(docs, bundle, tags)
        source = bulletin.source if bulletin else None
        translations = [
            edition for tag, edition in (bulletin.editions if bulletin else {}).items()
            if edition.translation is not None and only in ("", tag)
        ]  # fmt: skip
        if bulletin is None or source is None or not translations:
            findings += [each for each in told if each.severity is Severity.ERROR]
            findings.append(_nothing(bundle, only))
            continue
        was, damaged = lock_of(docs, bundle)
        if damaged:
            findings += damaged
            continue
        now = dict(was)
        for edition in translations:
            now[edition.locale] = _accepted(source, edition, was.get(edition.locale), today)
        path = docs / bundle.key / LOCK_NAME
        if now == dict(was):
            print(f"{bundle.key}: không đổi / unchanged")
        else:
            write_beside(path, write_lock(now))
            print(f"{bundle.key}: đã xác nhận / accepted: {', '.join(sorted(each.locale for each in translations))}")
        done.append(bundle.key)
    say_findings(sorted(findings, key=lambda finding: finding.sort_key), docs)
    return FINDINGS if findings else DONE


def _accepted(source: Edition, edition: Edition, was: Accepted | None, today: date) -> Accepted:
    """What the lock is to say; the day stays where nothing has changed since, unless an editor has dated it anew."""
    own = tuple(digest for digest, _ in digests(read_blocks(source)))
    other = tuple(digest for digest, _ in digests(read_blocks(edition)))
    checked = edition.translation.checked if edition.translation else None
    is_same = was is not None and was.of == source.locale and (was.source, was.translation) == (own, other)
    if was is not None and is_same and not (checked and was.on < checked <= today):
        return was
    return Accepted(source.locale, today, own, other)


def _nothing(bundle: Bundle, only: str) -> Finding:
    path = f"{bundle.key}/index.{only}.md" if only else bundle.key or "."
    return Finding("schema", Severity.ERROR, path, 1, message("nothing-to-accept"), bundle.key, only)


def write_beside(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


# New


def new(arguments: argparse.Namespace) -> int:
    """Make a bundle with both editions, ready to fill in; never touch one that is there."""
    docs = _docs(arguments.docs)
    today = _day(arguments.today)
    site = read_site(CONFIG)
    texts = bundle_texts(arguments.type, arguments.title, arguments.title_en, today, site.tags)
    key = f"{arguments.type}/{today:%Y/%m}/{arguments.slug}" if arguments.type in DATED_SECTIONS else f"{arguments.type}/{arguments.slug}"
    _check_slug(arguments.type, arguments.slug)
    folder = docs / key
    if folder.exists():
        raise CallError("SLUG", message("bundle-exists", found=key))
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{short(folder)}/{name}")
    return DONE


def _check_slug(section: str, slug: str) -> None:
    from bulletin.source.scaffold import slug_flaw  # noqa: PLC0415

    flaw = slug_flaw(section, slug)
    if flaw is not None:
        raise CallError("SLUG", flaw)


# Arguments


def _docs(text: str) -> Path:
    docs = Path(text)
    if not docs.is_dir():
        raise CallError("--docs", message("no-folder", found=docs))
    return docs


def _day(text: str | None) -> date:
    """The day in the site's zone: the option, else that of SOURCE_DATE_EPOCH or the clock."""
    if text is None:
        return day_of(instant_of(None))
    try:
        return parse_day(text)
    except ValueError as error:
        raise CallError("--today", message("wrong-day", found=text)) from error


def _jobs(text: str | None) -> int:
    if text is None:
        return os.cpu_count() or 1
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise CallError("--jobs", message("wrong-count", found=text))
    return int(text)


def _cache(docs: Path) -> Path:
    name = blake2b(str(docs.resolve()).encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return WORK / "cache" / "check" / name


def _only(docs: Path, paths: Sequence[str]) -> Callable[[str], bool] | None:
    """Whether a bundle is meant by the paths of a call; None where all are."""
    if not paths:
        return None
    folders = [_below(docs, path) for path in paths]
    known = [bundle.key for bundle in scan_tree(docs)[0]]
    for folder, path in zip(folders, paths, strict=True):
        if not any(_is_meant(key, folder) for key in known):
            raise CallError(path, message("unknown-path", found=path, docs=docs))
    return lambda key: any(_is_meant(key, folder) for folder in folders)


def _is_meant(key: str, folder: str) -> bool:
    return folder in ("", ".") or key == folder or key.startswith(f"{folder}/") or bool(key) and folder.startswith(f"{key}/")


def _below(docs: Path, text: str) -> str:
    """A path of a call below the docs folder: as it is from here, from the docs folder, or a key."""
    for base in (Path(), docs):
        found = (base / text).resolve()
        if found.exists() and found.is_relative_to(docs.resolve()):
            return found.relative_to(docs.resolve()).as_posix()
    raise CallError(text, message("unknown-path", found=text, docs=docs))


def _targets(docs: Path, paths: Sequence[str]) -> list[tuple[Bundle, str]]:
    """The bundles that a call of accept names, each with the locale of the only edition that is meant, or none."""
    bundles = scan_tree(docs)[0]
    found: dict[tuple[str, str], tuple[Bundle, str]] = {}
    for path in paths:
        folder = _below(docs, path)
        name = folder.rsplit("/", 1)[-1]
        only = name.split(".")[1] if name.startswith("index.") and name.endswith(".md") and name.count(".") == 2 else ""  # noqa: PLR2004
        meant = [bundle for bundle in bundles if _is_meant(bundle.key, folder)]
        if folder.startswith("index.") or folder == ".":
            meant = bundles if folder == "." else [bundle for bundle in bundles if not bundle.key]
        if not meant:
            raise CallError(path, message("unknown-path", found=path, docs=docs))
        found.update({(bundle.key, only): (bundle, only) for bundle in meant})
    return _translated(found.values(), len(paths))


def _translated(wanted: Iterable[tuple[Bundle, str]], named: int) -> list[tuple[Bundle, str]]:
    """Of a folder of many bundles, those that have a translation to accept; a bundle that was named itself always."""
    listed = list(wanted)
    if len(listed) <= named:
        return listed
    return [(bundle, only) for bundle, only in listed if sum(name.startswith("index.") for name in bundle.files) > 1]


def _parser(prog: str, description: str, epilog: str = "") -> argparse.ArgumentParser:
    parser = Parser(prog=prog, allow_abbrev=False, description=description, epilog=epilog)
    parser.add_argument("--docs", default=str(ROOT / "docs"), metavar="DIR", help="thư mục nội dung / the content (docs)")
    return parser


def check_parser() -> argparse.ArgumentParser:
    """The arguments of check.py."""
    parser = _parser(
        "check.py",
        "Kiểm tra hai ngôn ngữ có nói cùng một điều. / Check that both languages say the same.",
        "Exit: 0 no finding at error; 1 at least one; 2 wrong call, configuration or registry; 3 our own error.",
    )
    parser.add_argument("--format", default="text", choices=FORMATS, help="dạng kết quả / form of the report (text)")
    parser.add_argument("--output", metavar="FILE", help="ghi vào tệp / write the report to a file (standard output)")
    parser.add_argument("--today", metavar="DATE", help="coi như hôm nay là ngày / as on this day (SOURCE_DATE_EPOCH, or the clock)")
    parser.add_argument("--jobs", metavar="N", help="số tiến trình / worker processes (one for each core)")
    parser.add_argument("--no-cache", action="store_true", help="không dùng bộ nhớ đệm / check everything anew")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="chỉ những bài này / only these bulletins or folders")
    return parser


def accept_parser() -> argparse.ArgumentParser:
    """The arguments of accept.py."""
    parser = _parser(
        "accept.py",
        "Xác nhận bản dịch khớp với bản gốc. / Record that a translation matches its source as both stand now, in the bundle's translation.lock.",
        "Undo: restore translation.lock from git. Exit: 0 done; 1 something could not be accepted; 2 wrong call; 3 our own error.",
    )
    parser.add_argument("--today", metavar="DATE", help="ghi ngày này / record this day (SOURCE_DATE_EPOCH, or the clock)")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="thư mục hoặc tệp của bài / folder or file of a bulletin")
    return parser


def new_parser() -> argparse.ArgumentParser:
    """The arguments of new.py."""
    parser = _parser(
        "new.py",
        "Tạo một bài mới với cả hai ngôn ngữ. / Make a bundle with both editions, ready to fill in.",
        'For example: new.py news khai-truong-cang --title "Khai trương cảng" --title-en "A port opens". Undo: delete the folder.',
    )
    parser.add_argument("type", choices=TYPES, metavar="TYPE", help="mục / section: " + ", ".join(TYPES))
    parser.add_argument("slug", metavar="SLUG", help="tên thư mục / name of the folder: a–z, 0–9, -")
    parser.add_argument("--title", required=True, metavar="TEXT", help="tiêu đề của bản gốc / title of the source edition")
    parser.add_argument("--title-en", default="", metavar="TEXT", help="tiêu đề của bản dịch / title of the translation")
    parser.add_argument("--today", metavar="DATE", help="ngày của bài / date of the bulletin (the clock)")
    return parser


_ = (Mapping, read_lock)
