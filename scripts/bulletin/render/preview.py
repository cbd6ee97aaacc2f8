"""MkDocs's preview server over a site of our own: it watches, builds again and reloads the open page."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer


def serve(
    root: Path, builder: Callable[[], None], watched: Iterable[Path], address: tuple[str, int], base: str
) -> None:
    """Serve a folder below a base path until interrupted; call the builder whenever a watched path changes.

    The builder must not raise, or the server keeps its readers waiting. Raises OSError where the port is taken.
    """
    host, port = address
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")
    logging.getLogger("mkdocs.livereload").setLevel(logging.INFO)
    server = LiveReloadServer(builder, host, port, str(root), mount_path=base)

    def error_page(code: int) -> bytes | None:
        page = root / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    server.error_handler = error_page
    for path in watched:
        server.watch(str(path), recursive=path.is_dir())
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs 1.6 has no types here
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
