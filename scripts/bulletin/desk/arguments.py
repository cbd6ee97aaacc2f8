"""What the verbs of editors share: the docs folder, the day, the file to write."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from unicodedata import normalize

from bulletin.model.calendar import day_of, parse_day
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.model.site import Site
from bulletin.program import ROOT, Parser, config_of, instant_of
from bulletin.source.site import read_site
from bulletin.source.text import character_flaws
from bulletin.source.writing import write_whole


def docs_of(text: str) -> Path:
    docs = Path(text)
    try:
        if docs.is_dir():
            return docs
    except OSError as error:  # a name that is too long
        raise CallError("--docs", message("no-folder", found=docs)) from error
    raise CallError("--docs", message("no-folder", found=docs))


def day_given(text: str | None) -> date:
    """The day in the site's zone: the option, else that of SOURCE_DATE_EPOCH or the clock."""
    if text is None:
        return day_of(instant_of(None))
    try:
        return parse_day(text)
    except ValueError as error:
        raise CallError("--today", message("wrong-day", found=text)) from error


def option_day(text: str | None, option: str) -> date | None:
    """The day of an option that may be left out."""
    if text is None:
        return None
    try:
        return parse_day(text)
    except ValueError as error:
        raise CallError(option, message("wrong-day", found=text)) from error


def one_line(text: str, option: str, limit: int) -> str:
    """A text of an option as it can be recorded: one line of what can be seen, in NFC."""
    plain = " ".join(normalize("NFC", text).split())
    if not plain or len(plain) > limit or not plain.isprintable() or any(character_flaws(plain)):
        raise CallError(option, message("wrong-text", found=text, limit=limit))
    return plain


def write_report(path: Path, text: str, option: str = "--output") -> None:
    try:
        write_whole(path, text)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, in Python before 3.13
        reason = error.strerror if isinstance(error, OSError) else error
        raise CallError(option, message("unwritable-file", found=path, reason=reason)) from error


def desk_parser(prog: str, description: str, epilog: str) -> argparse.ArgumentParser:
    parser = Parser(prog=prog, allow_abbrev=False, description=description, epilog=epilog)
    docs = str(ROOT / "docs")
    parser.add_argument("--docs", default=docs, metavar="DIR", help="thư mục nội dung / the content (docs)")
    return parser


def site_tags(docs: Path) -> tuple[str, ...]:
    """The locales of the site of a docs folder, the default one first.

    Raises CallError where the configuration is wrong.
    """
    return site_of(docs).tags


def site_of(docs: Path) -> Site:
    """The site of a docs folder. Raises CallError where the configuration is wrong."""
    return read_site(config_of(docs))
