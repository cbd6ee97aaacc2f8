"""Speaks with browsers: pages of the resident, its events, the dashboard beside it; on one machine, to its own user.

Python's own server with a thread for each connection is enough for one editor, and brings nothing along.
"""

from __future__ import annotations

import errno
import ipaddress
import json
import mimetypes
import secrets
import socket
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.preview.additions import OWN, REPORT, Told, both, notice_page, script
from bulletin.preview.answers import HTML, INDEX, Answer, Around
from bulletin.preview.dashboard import Dashboard
from bulletin.preview.resident import Resident, State
from bulletin.preview.words import word

BEAT = 15.0
"""Seconds between two signs of life to a browser that waits."""
_TEXT = "text/plain; charset=utf-8"
_HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Referrer-Policy", "same-origin"),
)


class Server(ThreadingHTTPServer):
    """Listens at one address."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], resident: Resident, dashboard: Dashboard, base: str) -> None:
        """Take the port. Raises CallError where another program has it, or there is no such address here."""
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.resident = resident
        self.dashboard = dashboard
        self.base = base
        self.instance = secrets.token_hex(8)
        self.names = {"localhost", address[0].lower(), socket.gethostname().lower()}
        try:
            super().__init__(address, _Handler)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise CallError("--port", message("port-taken", found=address[1], other=address[1] + 1)) from error
            raise CallError("--host", message("no-address", found=address[0], reason=error.strerror)) from error
        except OverflowError as error:
            raise CallError("--port", message("wrong-count", found=address[1])) from error

    def handle_error(self, *_: object) -> None:
        """Say in one line what went wrong, unless a browser merely went away."""
        error = sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)  # noqa: T201


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60

    def do_GET(self) -> None:
        self._reply(has_body=True)

    def do_HEAD(self) -> None:
        self._reply(has_body=False)

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - a line a request helps nobody
        """Say nothing."""

    def _reply(self, *, has_body: bool) -> None:
        if not is_own_name(self.headers.get("Host", ""), self.server.names):
            self._send(
                Answer(421, _TEXT, "421: sai tên máy / not the name of this machine\n".encode()),
                has_body=has_body,
            )
            return
        parts = urlsplit(self.path if self.path.startswith("/") else f"/{self.path}")
        path, base = unquote(parts.path), self.server.base
        if path == f"{base}{OWN}events" and has_body:
            self._events()
            return
        self._send(self._answer(path, parse_qs(parts.query)), has_body=has_body)

    def _answer(self, path: str, query: dict[str, list[str]]) -> Answer:
        base = self.server.base
        if not path.startswith(base):
            return Answer(302, _TEXT, b"", location=base)
        address = path[len(base) :]
        if address.startswith(OWN):
            return self._own(address.removeprefix(OWN), query)
        if f"{address}/".startswith(REPORT):
            return _of_dashboard(self.server.dashboard, address, base)
        return self._of_site(address)

    def _own(self, name: str, query: dict[str, list[str]]) -> Answer:
        if name == "preview.js":
            return Answer(200, "text/javascript; charset=utf-8", script())
        if name == "state":
            path = (query.get("path") or ["/"])[0]
            answer = self._of_site(unquote(path).removeprefix(self.server.base))
            return Answer(200, "application/json", json.dumps({"digest": digest_in(answer.body)}).encode())
        return Answer(404, _TEXT, b"404\n")

    def _of_site(self, address: str) -> Answer:
        """A page or a file; whatever goes wrong is told on a page."""
        state, resident = self.server.resident.state, self.server.resident
        base = self.server.base
        if state.scene is None:
            lines = [both(word("mend" if state.problem else "waiting"))]
            title = word("broken" if state.problem else "reading")
            told = Told("vi", problem=state.problem)
            return Answer(503, HTML, notice_page(title, lines, told, base, ""))
        try:
            answer = resident.answers.answer(state.scene, address, Around(state.problem, state.former))
        except Exception as error:  # noqa: BLE001 - a browser gets a page, the terminal a line
            told = Told("vi", problem=f"{type(error).__name__}: {error}")
            return Answer(500, HTML, notice_page(word("broken"), [both(word("mend"))], told, base, ""))
        return Answer(answer.status, answer.kind, answer.body, base + answer.location) if answer.location else answer

    def _send(self, answer: Answer, *, has_body: bool) -> None:
        self.send_response(answer.status)
        for name, value in _HEADERS:
            self.send_header(name, value)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.location:
            self.send_header("Location", quote(answer.location))
        self.end_headers()
        if has_body:
            self.wfile.write(answer.body)

    def _events(self) -> None:
        """Tell a browser of every change until it goes."""
        self.close_connection = True
        self.send_response(200)
        for name, value in (*_HEADERS, ("Content-Type", "text/event-stream"), ("Connection", "close")):
            self.send_header(name, value)
        self.end_headers()
        resident, told = self.server.resident, None
        while True:
            with resident.changed:
                resident.changed.wait_for(lambda told=told: _seen(resident.state) != told, BEAT)  # type: ignore[misc]
                state = resident.state
            if _seen(state) == told:
                self.wfile.write(b":\n\n")
            else:
                told = _seen(state)
                said = {"instance": self.server.instance, "version": state.version, "progress": state.progress}
                self.wfile.write(f"retry: 300\ndata: {json.dumps(said)}\n\n".encode())
            self.wfile.flush()
            time.sleep(0.005)


def _seen(state: State) -> tuple[int, tuple[int, int] | None]:
    return state.version, state.progress


def digest_in(html: bytes) -> str:
    """The digest that a page carries for the script; empty for none."""
    _, found, rest = html.rpartition(b"{&quot;digest&quot;: &quot;")
    return rest[:24].decode("ascii", "replace") if found else ""


def is_own_name(host: str, names: set[str]) -> bool:
    """Whether a browser asked for this machine by a name that no stranger can give it (DNS rebinding)."""
    name = urlsplit(f"//{host}").hostname if host and not host.startswith("/") else None
    if not name:
        return False
    if name in names or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True


def _of_dashboard(dashboard: Dashboard, address: str, base: str) -> Answer:
    if address == REPORT.rstrip("/"):
        return Answer(302, _TEXT, b"", location=base + REPORT)
    name = address.removeprefix(REPORT)
    name += INDEX if name.endswith("/") or not name else ""
    if name.endswith(".html"):
        dashboard.refresh()
    path = _below(dashboard.folder, name)
    if path is None:
        return Answer(404, _TEXT, "404: không có trang này / no such page\n".encode())
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Answer(200, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, path.read_bytes())


def _below(folder: Path, name: str) -> Path | None:
    """A file of a folder, and none that merely seems to lie in it."""
    if "\0" in name:
        return None
    path, root = (folder / name).resolve(), folder.resolve()
    return path if path.is_relative_to(root) and path.is_file() else None
