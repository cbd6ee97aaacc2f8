"""Makes outputs in several processes; what is made lies in a folder, a file each."""

from __future__ import annotations

import gc
import hashlib
import json
import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletin.model.output import Output

FEW = 24
"""Outputs for which no process is worth starting: some 40 ms of work."""
SHARE = 12
"""The least that a further process is given."""
BLOCK = 8
"""Neighbours that one process makes: what they have in common, such as a lead picture, is prepared once."""


class HandError(Exception):
    """An output could not be made; the message says which, and why."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an output has become."""

    file: Path
    """Where its bytes lie until they are published."""
    sha256: str
    """In hexadecimal."""


def make_all(
    outputs: Sequence[Output], folder: Path, jobs: int, told: tuple[type[Exception], ...] = ()
) -> dict[str, Made]:
    """Make every output into a folder that exists; by address.

    Raises HandError for those of `told` that a maker raises, with their message; others come as they are where this
    process made the output itself.
    """
    count = max(1, min(jobs, len(outputs) // SHARE))
    if count == 1 or len(outputs) <= FEW or "fork" not in multiprocessing.get_all_start_methods():
        try:
            digests = [_make(output, folder / str(at)) for at, output in enumerate(outputs)]
        except told as error:
            raise HandError(str(error)) from error
    else:
        digests = _shared(outputs, folder, count, told)
    return {
        output.address: Made(folder / str(at), digest)
        for at, (output, digest) in enumerate(zip(outputs, digests, strict=True))
    }


def _make(output: Output, target: Path) -> str:
    data = output.make()
    target.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def _shared(outputs: Sequence[Output], folder: Path, count: int, told: tuple[type[Exception], ...]) -> list[str]:
    """Each process takes every n-th block."""
    context = multiprocessing.get_context("fork")
    gc.collect()
    gc.freeze()  # or each child copies what the parent knows when it looks for garbage
    workers: list[tuple[Any, Any]] = []
    try:
        for number in range(count):
            receive, send = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(outputs, folder, number, count, told, send))
            with _held():
                process.start()
            send.close()
            workers.append((process, receive))
        digests = [""] * len(outputs)
        for number, (process, receive) in enumerate(workers):
            try:
                answer = json.loads(receive.recv_bytes())
            except EOFError:
                process.join()
                answer = {"error": f"the worker ended with {process.exitcode}"}
            if "error" in answer:
                raise HandError(answer["error"])
            for at, digest in zip(_share(len(outputs), number, count), answer["digests"], strict=True):
                digests[at] = digest
            process.join()
    finally:
        for process, _ in workers:
            if process.is_alive():
                process.terminate()
            process.join()
        gc.unfreeze()
    return digests


def _share(length: int, number: int, count: int) -> Iterator[int]:
    """Places of the outputs that one of several processes makes."""
    for begin in range(number * BLOCK, length, count * BLOCK):
        yield from range(begin, min(begin + BLOCK, length))


@contextmanager
def _held() -> Iterator[None]:
    """Ctrl-C waits while a process starts, so that it is this process that ends the others."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(  # noqa: PLR0913, PLR0917 - all that a process is told
    outputs: Sequence[Output],
    folder: Path,
    number: int,
    count: int,
    told: tuple[type[Exception], ...],
    send: Any,  # noqa: ANN401
) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        digests = [_make(outputs[at], folder / str(at)) for at in _share(len(outputs), number, count)]
    except told as error:
        answer: dict[str, Any] = {"error": str(error)}
    except Exception as error:  # noqa: BLE001 - whatever ends a worker is told by its parent, on one line
        answer = {"error": f"{type(error).__name__}: {error}"}
    else:
        answer = {"digests": digests}
    send.send_bytes(json.dumps(answer).encode())
    send.close()
