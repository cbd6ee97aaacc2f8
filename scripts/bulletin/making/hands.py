"""Makes outputs in several processes; what is made lies in a folder, a file each."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import connection
from pathlib import Path
from typing import Any

from bulletin.model.output import Output

FEW = 24
"""Outputs for which no process is worth starting: some 40 ms of work."""
SHARE = 12
"""The least that a further process is given."""
BLOCK = 8
"""Neighbours that one process makes: what they have in common, such as a lead picture, is prepared once."""

_DATA, _ERROR, _END = b"data", b"error", b"end"


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
    """Make every output into a folder that exists; by address. Raises HandError as `parallel` does."""
    files = [folder / str(at) for at in range(len(outputs))]
    digests = parallel([partial(_make, *each) for each in zip(outputs, files, strict=True)], jobs, told)
    made = (Made(file, digest.decode()) for file, digest in zip(files, digests, strict=True))
    return {output.address: each for output, each in zip(outputs, made, strict=True)}


def _make(output: Output, target: Path) -> bytes:
    data = output.make()
    target.write_bytes(data)
    return hashlib.sha256(data).hexdigest().encode()


def parallel(
    makers: Sequence[Callable[[], bytes]],
    jobs: int,
    told: tuple[type[Exception], ...] = (),
    *,
    are_large: bool = False,
) -> Sequence[bytes]:
    """What each of several makers gives, in their order; in forked processes where there is enough to do.

    Of makers that `are_large` each is worth a process of its own.

    Raises HandError for the errors of `told`, with their message, and for all that ends a process; others come as they
    are where this process did the work itself.
    """
    count = max(1, min(jobs, len(makers) if are_large else len(makers) // SHARE))
    is_little = len(makers) <= FEW and not are_large
    if count == 1 or is_little or "fork" not in multiprocessing.get_all_start_methods():
        try:
            return [make() for make in makers]
        except told as error:
            raise HandError(str(error)) from error
    return _shared(makers, count, told, 1 if are_large else BLOCK)


def _shared(
    makers: Sequence[Callable[[], bytes]], count: int, told: tuple[type[Exception], ...], block: int
) -> list[bytes]:
    """Each process takes every n-th block, and sends what it has made as it goes."""
    context = multiprocessing.get_context("fork")
    gc.collect()
    gc.freeze()  # or each child copies what the parent knows when it looks for garbage
    workers: list[tuple[Any, Any, Iterator[int]]] = []
    made: list[bytes] = [b""] * len(makers)
    try:
        for number in range(count):
            receive, send = context.Pipe(duplex=False)
            process = context.Process(
                target=_work, args=(makers, _share(len(makers), number, count, block), told, send)
            )
            with _held():
                process.start()
            send.close()
            workers.append((process, receive, _share(len(makers), number, count, block)))
        places: dict[Any, tuple[Any, Iterator[int]]] = {receive: (process, at) for process, receive, at in workers}
        while places:
            ready: list[Any] = list(connection.wait(list(places)))
            for receive in ready:
                process, order = places[receive]
                if not _take(receive, process, order, made):
                    del places[receive]
    finally:
        for process, *_ in workers:
            if process.is_alive():
                process.terminate()
            process.join()
        gc.unfreeze()
    return made


def _take(receive: Any, process: Any, order: Iterator[int], made: list[bytes]) -> bool:  # noqa: ANN401 - as `_work`
    """Put what a process has sent in its place; False at its end."""
    try:
        kind, data = receive.recv_bytes(), receive.recv_bytes()
    except EOFError:
        process.join()
        raise HandError(f"the worker ended with {process.exitcode}") from None
    if kind == _ERROR:
        raise HandError(data.decode())
    if kind == _END:
        process.join()
        return False
    made[next(order)] = data
    return True


def _share(length: int, number: int, count: int, block: int) -> Iterator[int]:
    """Places of the outputs that one of several processes makes."""
    for begin in range(number * block, length, count * block):
        yield from range(begin, min(begin + block, length))


@contextmanager
def _held() -> Iterator[None]:
    """Ctrl-C waits while a process starts, so that it is this process that ends the others."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(
    makers: Sequence[Callable[[], bytes]],
    share: Iterator[int],
    told: tuple[type[Exception], ...],
    send: Any,  # noqa: ANN401 - a Connection, whose type differs between platforms
) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    kind, last = _END, ""
    try:
        for at in share:
            data = makers[at]()
            send.send_bytes(_DATA)
            send.send_bytes(data)
    except told as error:
        kind, last = _ERROR, str(error)
    except Exception as error:  # noqa: BLE001 - whatever ends a worker is told by its parent, on one line
        kind, last = _ERROR, f"{type(error).__name__}: {error}"
    send.send_bytes(kind)
    send.send_bytes(last.encode(errors="backslashreplace"))
    send.close()
