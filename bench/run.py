"""One run of a program, and what it cost."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = Path(__file__).with_name("launcher.py")
EVERY = 0.05
"""Seconds between two looks at the memory."""
MEGABYTE = 1024
"""Kilobytes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all its processes, user and system."""
    largest: float
    """MB of its largest process at its largest."""
    together: float = 0.0
    """The most MB that all its processes held at a time, what they share counted once (PSS); 0 where nobody looked."""


class RunError(Exception):
    """A program ended with another status than 0; the last lines that it wrote."""


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, weighs: bool = False) -> Cost:
    """Run a command. Weighing costs the run some time, so it is asked for. Raises RunError."""
    log, result = folder / "bench.log", folder / "bench.json"
    launched = [sys.executable, "-I", "-S", str(LAUNCHER), str(result), *command]
    with log.open("wb") as output:
        process = subprocess.Popen(
            launched, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        scales = _Scales(process.pid) if weighs else None
        is_launched = process.wait() == 0
        together = scales.stop() if scales else 0.0
    wall, cpu, largest, status = json.loads(result.read_text("ascii")) if is_launched else (0, 0, 0, "not started")
    if status != 0:
        told = log.read_text("utf-8", errors="replace").strip().splitlines()[-5:]
        raise RunError(f"{command[0]}: {status}\n" + "\n".join(told))
    largest /= MEGABYTE
    # Between two looks it may have been more.
    return Cost(wall, cpu, largest, max(together, largest) if weighs else 0.0)


class _Scales:
    """Looks at the memory of the processes that the launcher started until it is told to stop."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0.0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._is_over.wait(EVERY):
            self._most = max(self._most, sum(map(_megabytes, list(_tree(self._process))[1:])))

    def stop(self) -> float:
        """The most there was."""
        self._is_over.set()
        self._thread.join()
        return self._most


def _tree(process: int) -> Iterator[int]:
    """A process and those that any of its threads started."""
    yield process
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = path.read_text("ascii").split()
        except OSError:
            continue
        for child in children:
            yield from _tree(int(child))


def _megabytes(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / MEGABYTE for line in text.splitlines() if line.startswith("Pss:")), 0.0)
