"""A host such as the real one: files, index.html for a folder, 404.html for what is not there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import Any, BinaryIO

_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class _Handler(SimpleHTTPRequestHandler):
    # Not left to the machine's own table, which may know neither.
    extensions_map = {  # noqa: RUF012 (as the base class has it)
        **SimpleHTTPRequestHandler.extensions_map,
        ".avif": "image/avif",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
    }

    def __init__(self, *args: Any, headers: Mapping[str, str] = _NO_HEADERS, **named: Any) -> None:  # noqa: ANN401 - handed on
        self._added = headers
        super().__init__(*args, **named)

    def end_headers(self) -> None:
        for name, value in self._added.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: object) -> None:  # noqa: ARG002 (the base class's signature)
        self.send_error(HTTPStatus.NOT_FOUND)

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        try:
            super().copyfile(source, outputfile)
        except ConnectionError:
            self.close_connection = True  # a page was closed while it loaded


@contextmanager
def serve(folder: Path, headers: Mapping[str, str] = _NO_HEADERS) -> Iterator[str]:
    """The address of `folder`, without a closing slash, for as long as the block runs; every answer has the headers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), headers=headers))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
