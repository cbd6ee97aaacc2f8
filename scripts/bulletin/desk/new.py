"""Make a bundle: `new.py`."""

from __future__ import annotations

import argparse

from bulletin.desk.arguments import day_given, desk_parser, docs_of, site_tags
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.program import DONE, say, short
from bulletin.source.scaffold import TYPES, bundle_key, bundle_texts, plain_title, slug_flaw, title_flaw, write_bundle


def parser() -> argparse.ArgumentParser:
    """The arguments of new.py."""
    parser = desk_parser(
        "new.py",
        "Tạo một bài mới với cả hai ngôn ngữ. / Make a bundle with both editions, ready to fill in.",
        'For example: new.py news khai-truong-cang --title "Khai trương cảng" --title-en "A port opens". '
        "Undo: delete the folder. Exit: 0 done; 2 wrong call; 3 our own error.",
    )
    add = parser.add_argument
    add("type", choices=TYPES, metavar="TYPE", help="mục / section: " + ", ".join(TYPES))
    add("slug", metavar="SLUG", help="tên thư mục / name of the folder: a–z, 0–9, -")
    add("--title", required=True, metavar="TEXT", help="tiêu đề của bản gốc / title of the source edition")
    add("--title-en", metavar="TEXT", help="tiêu đề tiếng Anh / title of the English edition")
    add("--today", metavar="DATE", help="ngày của bài / date of the bulletin (SOURCE_DATE_EPOCH, or the clock)")
    return parser


def new(arguments: argparse.Namespace) -> int:
    """Make a bundle with both editions, ready to fill in; never touch one that is there."""
    docs, today = docs_of(arguments.docs), day_given(arguments.today)
    source, *others = site_tags(docs)
    titles = {source: plain_title(arguments.title)}
    if arguments.title_en is not None:
        titles = {"en": plain_title(arguments.title_en)} | titles
    for tag, title in titles.items():
        flaw = title_flaw(title)
        if flaw is not None:
            raise CallError("--title" if tag == source else "--title-en", flaw)
    flaw = slug_flaw(arguments.type, arguments.slug)
    if flaw is not None:
        raise CallError("SLUG", flaw)
    key = bundle_key(arguments.type, arguments.slug, today)
    texts = bundle_texts(arguments.type, titles, today, (source, *others), arguments.slug)
    try:
        write_bundle(docs / key, texts)
    except FileExistsError as error:
        raise CallError("SLUG", message("bundle-exists", found=key)) from error
    except OSError as error:
        raise CallError("--docs", message("unwritable-file", found=key, reason=error.strerror)) from error
    say("".join(f"{short(docs / key)}/{name}\n" for name in texts))
    return DONE
