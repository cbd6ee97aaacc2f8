"""One input thrown at the check: how long it took, and what went wrong if it ended in anything but findings or one line."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import Any
from unittest.mock import patch

from bulletin.desk import accept, arguments, check
from bulletin.model.finding import CallError
from bulletin.model.kinds import IssueRules

from tests.quality.fuzz.inputs import Input

SCRIPTS = Path(__file__).parents[3] / "scripts"
TODAY = "2026-12-31"
LIMIT = 10
"""Seconds of one core that any input may take."""
GIVEN_UP = 4 * LIMIT
"""Seconds of one core after which an input is given up."""
HANGS = 900
"""Seconds on the clock: for what waits and does nothing; long, for a machine that is busy."""


class HangError(BaseException):
    """An input was given up; no `except Exception` may keep it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What no input may lead to."""

    cause: str
    """Type of the exception and the place of ours nearest to it: the same for the same mistake."""
    trace: str


@dataclass(frozen=True, slots=True)
class Result:
    """How an input went."""

    seconds: float
    """Of one core."""
    failure: Failure | None


def throw(given: Input, folder: Path) -> Result:
    """Write an input below a folder, check it, and take it away again."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    try:
        given.write(docs)
        began = time.process_time()
        failure = _caught(lambda: _check(docs, given))
        return Result(time.process_time() - began, failure)
    finally:
        shutil.rmtree(docs, ignore_errors=True)


def _caught(work: Callable[[], None]) -> Failure | None:
    before = [signal.signal(each, _give_up) for each in (signal.SIGALRM, signal.SIGPROF)]
    signal.alarm(HANGS)
    signal.setitimer(signal.ITIMER_PROF, GIVEN_UP)
    try:
        work()
    except (Exception, HangError) as error:  # noqa: BLE001 - whatever it is, it is what was looked for
        return _failure(error)
    finally:
        signal.alarm(0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        for each, handler in zip((signal.SIGALRM, signal.SIGPROF), before, strict=True):
            signal.signal(each, handler)
    return None


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise HangError


def _failure(error: BaseException) -> Failure:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/bulletin/" in frame.filename] or list(frames)
    place = f"{ours[-1].filename.rpartition('/bulletin/')[2]}:{ours[-1].lineno} {ours[-1].name}"
    return Failure(f"{type(error).__name__} {place}", "".join(traceback.format_exception(error)))


def _check(docs: Path, given: Input) -> None:
    """What the commands do between their call and their exit; a wrong call, configuration or registry is one line."""
    site = SimpleNamespace(tags=given.tags, issue=IssueRules())
    with patch.object(arguments, "read_site", lambda _: site), contextlib.suppress(CallError):
        if given.accepts:
            _run(accept.parser(), accept.accept, ["--docs", str(docs), str(docs)])
            _run(check.parser(), check.check, ["--docs", str(docs), "--no-cache", "--jobs", "1"])
        told = _run(check.parser(), check.check, ["--docs", str(docs), "--no-cache", "--jobs", "1", "--format", "json"])
        for finding in json.loads(told)["findings"]:
            _hold(finding)


def _run(parser: argparse.ArgumentParser, verb: Callable[[argparse.Namespace], int], arguments: list[str]) -> str:
    """What a verb prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        status = verb(parser.parse_args([*arguments[:2], "--today", TODAY, *arguments[2:]]))
    assert status in (0, 1), status
    return out.getvalue()


def _hold(finding: Mapping[str, Any]) -> None:
    """What is true of every finding: a rule, a line, and one printable line in each language."""
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", finding["rule"]), finding
    assert finding["line"] >= 1, finding
    message = finding["message"]
    for text in (finding["path"], *(message.values() if isinstance(message, dict) else [message])):
        assert text, finding
        assert text.isprintable(), finding


def throw_for_real(given: Input, folder: Path) -> Failure | None:
    """Run the commands themselves: findings or one line, and exit status 0, 1 or 2."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    try:
        given.write(docs)
        for script, more in (("check.py", ["--format", "json"]), ("accept.py", [str(docs)]), ("check.py", [])):
            command = [sys.executable, str(SCRIPTS / script), "--docs", str(docs), "--today", TODAY, *more]
            done = subprocess.run(
                command, check=False, capture_output=True, timeout=HANGS, env={**os.environ, "CI": "1"}
            )
            errors = done.stderr.decode(errors="replace")
            # accept tells its findings where errors are told.
            if (
                done.returncode not in (0, 1, 2)
                or "Traceback" in errors
                or (done.returncode == 2 and len(errors.strip().splitlines()) > 1 and script == "check.py")
            ):
                return Failure(f"exit {done.returncode} of {script}", errors)
    except subprocess.TimeoutExpired as error:
        return Failure(f"hang of {error.cmd[1]}", "")
    finally:
        shutil.rmtree(docs, ignore_errors=True)
    return None


# Smaller


def smaller(given: Input, is_same: Callable[[Input], bool], seconds: float = 40) -> Input:
    """A part of an input that goes wrong in the same way, as small as can be found in some seconds."""
    end = time.monotonic() + seconds
    for name in sorted(given.files):
        rest = {other: data for other, data in given.files.items() if other != name}
        if rest and is_same(replace(given, files=rest)):
            given = replace(given, files=rest)
    for name in sorted(given.files):
        for joint in (b"\n", b" ", b""):
            given = _cut_down(given, name, joint, is_same, end)
    return given


def _cut_down(given: Input, name: str, joint: bytes, is_same: Callable[[Input], bool], end: float) -> Input:
    data = given.files[name]
    pieces = data.split(joint) if joint else [bytes([byte]) for byte in data]
    size = max(1, len(pieces) // 2)
    while size and time.monotonic() < end:
        at = 0
        while at < len(pieces) and time.monotonic() < end:
            rest = [*pieces[:at], *pieces[at + size :]]
            tried = replace(given, files={**given.files, name: joint.join(rest)})
            if is_same(tried):
                pieces, given = rest, tried
            else:
                at += size
        size //= 2
    return given


def shown(files: Mapping[str, bytes]) -> Iterator[str]:
    """The files of an input as a report shows them."""
    for name, data in files.items():
        yield f"    {name!r}: {data[:600]!r}{f' … {len(data)} bytes' if len(data) > 600 else ''}"
