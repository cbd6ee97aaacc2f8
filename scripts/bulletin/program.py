"""What every verb is as a program: its arguments, its clock, its exit status. It knows nothing of content or renderer.

Statuses: 0 done; 1 findings stopped it; 2 the call, the configuration or a registry is wrong; 3 our own error.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import NoReturn

from bulletin.model.calendar import parse_instant
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError, Message

ROOT = Path(__file__).resolve().parents[2]
"""The project's folder: mkdocs.yml, docs/, overrides/, urls.lock."""
CONFIG = ROOT / "mkdocs.yml"
WORK = ROOT / ".build"
DONE, FINDINGS, WRONG_CALL, OUR_ERROR = range(4)
_EXTRA_SITE = re.compile(r"^extra:[^\n]*\n(?:(?:[ #][^\n]*)?\n)*? +site:", re.MULTILINE)
INTERRUPTED = 128 + signal.SIGINT


class Parser(argparse.ArgumentParser):
    """One whose mistakes are a wrong call like any other: one line, with the place."""

    def error(self, message: str) -> NoReturn:  # the sentence is argparse's own, in English
        raise CallError(self.prog, Message(f"gọi lệnh sai: {message}", f"wrong call: {message}; see --help"))


def main(
    parser: argparse.ArgumentParser,
    verb: Callable[[argparse.Namespace], int],
    told: tuple[type[Exception], ...] = (),
) -> NoReturn:
    """Run a verb as a program, and leave with its exit status; errors that are `told` need one line, no traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that folders of work are removed
    status = _status(parser, verb, (OSError, *told))
    say("")
    sys.exit(status)


def _status(
    parser: argparse.ArgumentParser, verb: Callable[[argparse.Namespace], int], told: tuple[type[Exception], ...]
) -> int:
    try:
        return verb(parser.parse_args())
    except CallError as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    except BrokenPipeError:
        return 128 + getattr(signal, "SIGPIPE", 13)
    except told as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return OUR_ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - told whole, and with its own status
        traceback.print_exc()
        return OUR_ERROR


def say(text: str) -> None:
    """Print to the end, whether or not anyone still listens: who reads our output may leave early (`| head`)."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left is flushed again when Python ends, and must find an open file then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def instant_of(text: str | None) -> datetime:
    """The instant for which to work, in UTC: the option `--now`, else SOURCE_DATE_EPOCH, else the clock.

    Raises CallError for one that cannot be read.
    """
    if text is not None:
        try:
            return parse_instant(text)
        except ValueError as error:
            raise CallError("--now", message("wrong-instant", found=text)) from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise CallError("SOURCE_DATE_EPOCH", message("wrong-epoch", found=epoch)) from error


def count_of(text: str, option: str) -> int:
    """A whole number of at least 1. Raises CallError for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0):  # noqa: PLR2004 - int() has a limit
        raise CallError(option, message("wrong-count", found=text))
    return int(text)


def cache_of(docs: Path) -> Path:
    """Where what the check knows of a docs folder is kept, whichever verb asks."""
    name = blake2b(str(docs.resolve()).encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return WORK / "cache" / "check" / name


def config_of(docs: Path) -> Path:
    """The configuration with which a docs folder is built: the mkdocs.yml beside it, else the project's.

    One without `extra.site` is of somebody else's site, whose texts may be checked all the same.
    """
    beside = docs.resolve().parent / CONFIG.name
    try:
        is_ours = _EXTRA_SITE.search(beside.read_text(encoding="utf-8", errors="replace")) is not None
    except OSError:
        return CONFIG
    return beside if is_ours else CONFIG


def short(path: Path) -> str:
    """A path as it is best shown: from here if it lies below, else as it was given."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
