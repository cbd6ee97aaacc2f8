"""MkDocs's preview server over a site of our own: it watches, builds again and reloads the open page."""

from __future__ import annotations

import logging
import mimetypes
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.livereload import LiveReloadServer

Answer = Iterable[bytes]
Application = Callable[[dict[str, Any], Callable[..., Any]], Answer]
"""WSGI, PEP 3333."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A folder that is shown next to the site, and is no part of it."""

    path: str
    """Below the base path, with a slash at its end: `_report/`."""
    folder: Path
    refresh: Callable[[], None]
    """Called before a page of it is sent; it must not raise."""


def serve(  # noqa: PLR0913, PLR0917 - called once, with all that a preview is
    root: Path,
    builder: Callable[[], None],
    watched: Iterable[Path],
    address: tuple[str, int],
    base: str,
    beside: Beside,
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
    server.set_app(_beside(server.serve_request, beside, base))
    for path in watched:
        server.watch(str(path), recursive=path.is_dir())
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs 1.6 has no types here
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _beside(site: Application, beside: Beside, base: str) -> Application:
    """The site, and a folder next to it."""
    prefix = f"{base}{beside.path}"

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Answer:
        # WSGI hands bytes over as Latin-1.
        asked = str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8", "replace")
        if asked == prefix.rstrip("/"):
            start_response("302 Found", [("Location", quote(prefix))])
            return [b""]
        if not asked.startswith(prefix):
            return site(environ, start_response)
        name = asked.removeprefix(prefix)
        name += "index.html" if name.endswith("/") or not name else ""
        if name.endswith(".html"):
            beside.refresh()
        folder = beside.folder.resolve()
        path = (folder / name).resolve()
        if not (path.is_relative_to(folder) and path.is_file()):
            start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
            return ["404: không có trang này / no such page\n".encode()]
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        kind += "; charset=utf-8" if kind.startswith("text/") else ""
        start_response("200 OK", [("Content-Type", kind), ("Cache-Control", "no-store")])
        return [path.read_bytes()]

    return application
