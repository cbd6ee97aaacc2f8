"""A command of a project that serves pages until it is ended."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    """One on which nobody listens now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def running(command: Sequence[str], root: Path, port: int, environment: Mapping[str, str]) -> Iterator[str]:
    """Start a command in a project, and give its address, without a closing slash, when it answers."""
    path = root.parent / "log"
    path.unlink(missing_ok=True)
    with path.open("a+") as log:  # to append: the command writes where this process last read
        process = subprocess.Popen(command, cwd=root, stdout=log, stderr=log, env={**os.environ, **environment})
        try:
            deadline = time.monotonic() + 120
            while True:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                    break
                except OSError:
                    log.seek(0)
                    assert process.poll() is None, log.read()
                    assert time.monotonic() < deadline, log.read()
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)
