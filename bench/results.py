"""What a benchmark found, as it is stored."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.run import Cost


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a generator."""

    name: str
    case: str
    """`cold`, `nothing`, `edit`, `cold, pictures kept`, or `weighed`: cold, for its memory only."""
    number: int
    cost: Cost


@dataclass(frozen=True, slots=True)
class Size:
    """Of an output."""

    files: int
    bytes: int
    page: int
    """Mean bytes of a bulletin's page."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Of some runs: the median, the least and the most."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        """In seconds: "1.25 (1.21–1.40)"."""
        digits = 2 if self.median < 10 else 1  # noqa: PLR2004 - three figures in all
        return f"{self.median:.{digits}f} ({self.least:.{digits}f}–{self.most:.{digits}f})"


@dataclass(frozen=True, slots=True)
class Results:
    """Of one benchmark."""

    machine: str
    pairs: int
    editions: int
    """Pages of bulletins, issues and standing pages."""
    words: int
    """Of a mean edition."""
    count: int
    """Runs of each case."""
    versions: Mapping[str, str]
    """Name → version, in the order of the table."""
    runs: list[Run]
    sizes: Mapping[str, Size]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Results:
        """As `asdict` wrote it."""
        runs = [Run(each["name"], each["case"], each["number"], Cost(**each["cost"])) for each in data["runs"]]
        sizes = {name: Size(**each) for name, each in data["sizes"].items()}
        return cls(**{**data, "runs": runs, "sizes": sizes})

    def spread(self, name: str, case: str, what: str = "wall") -> Spread | None:
        """Of the runs of a generator; None where there was none."""
        found = [getattr(run.cost, what) for run in self.runs if (run.name, run.case) == (name, case)]
        return Spread(statistics.median(found), min(found), max(found)) if found else None


def machine() -> str:
    """What it ran on, without the name of the machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = ""
    try:
        kilobytes = int(Path("/proc/meminfo").read_text("ascii").split()[1])
        memory = f", {round(kilobytes / 1024**2)} GB"
    except (OSError, ValueError):
        pass
    return f"{cores} cores{memory}, {platform.system()}, Python {platform.python_version()}"
