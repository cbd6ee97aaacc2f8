"""The verb: show the site on this machine while it is written."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from pathlib import Path

from bulletin.cli import work_folder
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.prepared import OVERRIDES
from bulletin.preview.additions import REPORT
from bulletin.preview.dashboard import Dashboard
from bulletin.preview.resident import SCRIPTS, Resident
from bulletin.preview.server import Server
from bulletin.preview.watching import Watch
from bulletin.program import CONFIG, DONE, ROOT, Parser, config_of, count_of, instant_of
from bulletin.source.site import config_files, read_site


def serve_parser() -> argparse.ArgumentParser:
    """The arguments of serve.py."""
    parser = Parser(
        prog="serve.py",
        allow_abbrev=False,
        description="Xem trước trang trên máy này, kể cả bản nháp; lưu tệp là trang hiện ngay. / "
        "Preview the site here, drafts included; pages reload as soon as a file is saved.",
    )
    add = parser.add_argument
    add("--docs", default=str(ROOT / "docs"), metavar="DIR", help="thư mục nội dung / the content (docs)")
    add("--host", default="127.0.0.1", help="địa chỉ / address to listen at (127.0.0.1)")
    add("--port", default="8000", metavar="N", help="cổng / port (8000)")
    add("--now", metavar="INSTANT", help="xem như vào thời điểm này / preview as at this instant")
    add("--public", action="store_true", help="chỉ hiện những gì sẽ công khai / show only what would be public")
    return parser


def serve(arguments: argparse.Namespace) -> int:
    """Show the site until interrupted. Nothing is written but the dashboard, into a folder of this process."""
    docs = Path(arguments.docs)
    if not docs.is_dir():
        raise CallError("--docs", message("no-folder", found=docs))
    port = count_of(arguments.port, "--port")
    instant_of(arguments.now)
    base = read_site(config_of(docs)).base_path
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored for what runs beside it
    ended, is_new = threading.Event(), threading.Event()

    def begin_anew() -> None:
        is_new.set()
        ended.set()

    with work_folder("preview") as folder:
        resident = Resident(docs, arguments.now, shows_drafts=not arguments.public, begin_anew=begin_anew)
        server = Server(
            (arguments.host, port), resident, Dashboard(resident, Path(folder) / "report", arguments.now), base
        )
        watch = Watch([docs, OVERRIDES, SCRIPTS], lambda: _single_files(docs), resident.hear)
        threading.Thread(target=server.serve_forever, args=(0.2,), name="server", daemon=True).start()
        watch.start()
        resident.start()
        host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
        address = f"http://{host}:{port}{base}"
        print(f"Xem trước / Preview: {address}", flush=True)  # noqa: T201
        print(f"Bảng theo dõi / Dashboard: {address}{REPORT}", flush=True)  # noqa: T201
        try:
            ended.wait()
        except KeyboardInterrupt:
            pass
        finally:
            watch.stop()
            resident.stop()
            server.server_close()
    if is_new.is_set():
        os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - the same program, with its new code
    return DONE


def _single_files(docs: Path) -> list[Path]:
    """Files that lie in no watched folder."""
    lock = docs.absolute().parent / "urls.lock"
    try:
        return [CONFIG, *config_files(config_of(docs)), lock]
    except (CallError, OSError):
        return [CONFIG, config_of(docs), lock]
