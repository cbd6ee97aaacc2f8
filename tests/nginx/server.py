"""A real nginx with the files of deploy/nginx, on loopback: other paths and ports, and nothing else changed."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.tools.install_nginx import BROTLI, MODULES
from tests.trees import ROOT

CONFIGURATION = ROOT / "deploy/nginx"
HOST = "ban-tin-nghe-an.example"
MAIN = """\
load_module {module};
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
daemon off;
worker_processes 2;
{user}events {{ worker_connections 1024; }}
http {{
    access_log off;
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/etc/bulletin.conf;
}}
"""
"""What Debian's nginx.conf is to a site, for one that runs beside it."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    """Names in small letters."""
    body: bytes


@dataclass(frozen=True, slots=True)
class Nginx:
    """One that runs."""

    base: Path
    """The folder of releases that it serves."""
    folder: Path
    http: int
    https: int
    program: str

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask over TLS; `accept_encoding="br"` is the header Accept-Encoding."""
        context = ssl.create_default_context(cafile=str(self.folder / "cert.pem"))
        connection = _Resolved(self.https, context)
        return _ask(connection, method, path, headers)

    def get_plain(self, path: str) -> Answer:
        """Ask without TLS."""
        return _ask(http.client.HTTPConnection("127.0.0.1", self.http, timeout=10), "GET", path, {"host": HOST})

    def reload(self) -> None:
        """Read the configuration again, as `--after "nginx -s reload"` does."""
        subprocess.run(self.command("-s", "reload"), check=True, capture_output=True)

    def command(self, *arguments: str) -> list[str]:
        return [self.program, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"), *arguments]

    def errors(self) -> str:
        """What it complained of."""
        return (self.folder / "error.log").read_text(encoding="utf-8")


class _Resolved(http.client.HTTPSConnection):
    """Goes to this machine under the name of the site, so that its certificate is checked as by a reader's browser."""

    def __init__(self, port: int, context: ssl.SSLContext) -> None:
        super().__init__(HOST, port, context=context, timeout=10)
        self.context = context

    def connect(self) -> None:
        plain = socket.create_connection(("127.0.0.1", self.port), self.timeout)
        self.sock = self.context.wrap_socket(plain, server_hostname=self.host)


def _ask(connection: http.client.HTTPConnection, method: str, path: str, headers: Mapping[str, str]) -> Answer:
    sent = {"Accept-Encoding": "identity", **{name.replace("_", "-"): value for name, value in headers.items()}}
    if "accept-encoding" in sent:
        del sent["Accept-Encoding"]
    try:
        connection.request(method, path, headers=sent)
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


def configured(text: str, folder: Path, base: Path, http_port: int, https_port: int) -> str:
    """A file of deploy/nginx for this machine. Each replacement must have something to replace somewhere."""
    for old, new in (
        ("/srv/bulletin/", f"{base}/"),
        ("/etc/nginx/bulletin/", f"{folder}/etc/"),
        ("/etc/ssl/bulletin/fullchain.pem", f"{folder}/cert.pem"),
        ("/etc/ssl/bulletin/privkey.pem", f"{folder}/key.pem"),
        ("/var/www/letsencrypt", f"{folder}/letsencrypt"),
        ("listen 80;", f"listen 127.0.0.1:{http_port};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{https_port} ssl http2;"),
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl http2;\n", ""),
    ):
        text = text.replace(old, new)
    return text


@contextmanager
def running(folder: Path, base: Path) -> Iterator[Nginx]:
    """Serve a folder of releases until the block ends."""
    http_port, https_port = _free_ports()
    (folder / "etc").mkdir(parents=True)
    for file in CONFIGURATION.glob("*.conf"):
        text = configured(file.read_text(encoding="utf-8"), folder, base, http_port, https_port)
        (folder / "etc" / file.name).write_text(text, encoding="utf-8")
    _make_certificate(folder)
    module = MODULES / BROTLI
    user = "user root;\n" if os.geteuid() == 0 else ""  # or the workers could not enter pytest's own folder
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, module=module, user=user), encoding="utf-8")
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, "run `make test-nginx`"
    nginx = Nginx(base, folder, http_port, https_port, program)
    tested = subprocess.run(nginx.command("-t"), check=False, capture_output=True, text=True)
    assert tested.returncode == 0, tested.stderr
    process = subprocess.Popen(nginx.command())
    try:
        _wait_for(http_port)
        yield nginx
    finally:
        process.terminate()
        process.wait(timeout=10)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _make_certificate(folder: Path) -> None:
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
    ]
    command += ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    command += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True)


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError
