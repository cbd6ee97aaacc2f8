"""Tell a schedule whether there is anything to publish: `due.py`.

A schedule of a forge is a fixed clock, often late. So it strikes more often than anything is due; this answers in a
second, with nothing installed, and where the next change is near it waits, so that an embargo ends on time.

The instant is kept in the repository, outside of every branch: a commit without files whose subject is the instant.
Forks cannot write it, no branch moves by it, and it says no more than the content itself.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bulletin.model.calendar import SITE_ZONE, parse_instant
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.program import DONE, OUR_ERROR, ROOT, WORK, Parser, instant_of, say

REF = "refs/bulletin/next-change"
NEVER = "none"
ANSWER = WORK / "ci" / "due"
LINE = re.compile(r"^Lần thay đổi kế tiếp / Next change: (\S+)$", re.MULTILINE)
"""What build.py prints."""
_SECRET = re.compile(r"//[^/@\s]*@")
"""What an address holds to be let in by."""
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


def parser() -> argparse.ArgumentParser:
    """The arguments of due.py."""
    parser = Parser(
        prog="due.py",
        allow_abbrev=False,
        description="Đã đến giờ xuất bản chưa? / Is anything due to be published? The answer, true or false, is "
        "printed, is in .build/ci/due and, on GitHub, is the output `due` of the step.",
        epilog="Exit: 0 answered, or recorded; 2 wrong call; 3 the instant could not be recorded, or our own error.",
    )
    add = parser.add_argument
    add("--remote", default="origin", metavar="NAME", help="kho git / the git remote (origin)")
    add("--wait", default="0", metavar="MINUTES", help="chờ nếu sắp đến giờ / wait where the change is this near (0)")
    add("--record", metavar="INSTANT", help='ghi lần thay đổi kế tiếp / record the next change, or "none"')
    add("--now", metavar="INSTANT", help="coi như bây giờ là / as at this instant (SOURCE_DATE_EPOCH, or the clock)")
    return parser


def due(arguments: argparse.Namespace) -> int:
    """Answer, or record the instant of the next change."""
    if arguments.record is not None:
        return _record(arguments.remote, _read(arguments.record))
    wait = arguments.wait
    if not (wait.isascii() and wait.isdigit() and len(wait) < 5):  # noqa: PLR2004 - a week of minutes
        raise CallError("--wait", message("wrong-count", found=wait))
    now = instant_of(arguments.now)
    known, instant = _recorded(arguments.remote)
    if not known:
        return _answer("due-unknown", is_due=True)
    if instant is None:
        return _answer("change-never", is_due=False)
    when = instant.astimezone(SITE_ZONE).isoformat()
    if instant <= now:
        return _answer("change-now", when, is_due=True)
    if instant - now > timedelta(minutes=int(wait)):
        return _answer("change-later", when, is_due=False)
    soon = message("change-soon", when=when)
    say(f"{soon}\n")
    time.sleep((instant - now).total_seconds())
    return _answer("change-now", when, is_due=True)


def _answer(sentence: str, when: str = "", *, is_due: bool) -> int:
    word = "true" if is_due else "false"
    say(f"{message(sentence, when=when)}\ndue={word}\n")
    ANSWER.parent.mkdir(parents=True, exist_ok=True)
    ANSWER.write_text(f"{word}\n", encoding="utf-8")
    output = os.environ.get("GITHUB_OUTPUT")
    if output:
        with Path(output).open("a", encoding="utf-8") as file:
            file.write(f"due={word}\n")
    return DONE


def _read(text: str) -> datetime | None:
    if text == NEVER:
        return None
    try:
        return parse_instant(text)
    except ValueError as error:
        raise CallError("--record", message("wrong-instant", found=text)) from error


def _recorded(remote: str) -> tuple[bool, datetime | None]:
    """Whether the next change is known, and when it is; None where time alone changes nothing."""
    try:
        _git("fetch", "--quiet", "--no-tags", "--depth=1", remote, REF)
        text = _git("log", "-1", "--format=%s", "FETCH_HEAD")
        return True, _read(text)
    except (OSError, subprocess.SubprocessError, CallError):
        return False, None


def _record(remote: str, instant: datetime | None) -> int:
    text = instant.astimezone(UTC).isoformat() if instant else NEVER
    try:
        _git("hash-object", "-t", "tree", "-w", "--stdin")  # the empty tree, which not every repository has
        commit = _git("commit-tree", _EMPTY_TREE, "-m", text)
        _git("push", "--quiet", "--force", remote, f"{commit}:{REF}")
    except (OSError, subprocess.SubprocessError) as error:
        reason = getattr(error, "stderr", None) or error
        shown = _SECRET.sub("//", str(reason)).strip()
        sentence = message("no-remote", found=_SECRET.sub("//", remote), reason=shown)
        say(f"{sentence}\n")
        return OUR_ERROR
    say(f"{REF}: {text}\n")
    return DONE


def _git(*arguments: str) -> str:
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=environment
    )
    return done.stdout.strip()
