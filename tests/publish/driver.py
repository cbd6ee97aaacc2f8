"""Publishes in a process of its own and, when told, dies or runs out of disk at the n-th event.

    driver.py TREE SITE [--two-renames | --releases]

Each line on standard input is `<mode> <n>`, answered by one line of JSON. An event is what Python
audits (open, mkdir, rename, rmtree, …) or, for the modes of lines, the next line of our own code.
"""

import errno
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from bulletin import publish
from bulletin.publish import exchange, releases

COMMAND = [sys.executable, str(Path(__file__))]
Publish = Callable[[str, int], dict[str, Any]]
"""Asks a running driver for one publication, by mode and n."""
StartDriver = Callable[..., Publish]
"""Called with the tree, the site and options."""

DECIDING = {
    str(Path(publish.__file__).with_name(f"{name}.py"))
    for name in ("exchange", "lock", "releases", "siblings", "switch")
}
"""The modules that die at each line; what the others do to the disk are events of one kind."""
KEEP = 3
"""Releases that stay, for `--releases`."""
ENDS = ("os.remove", "os.rmdir", "os.rename", "shutil.rmtree")
"""What still works on a full disk."""


def audit(mode: str, n: int) -> "count[int]":
    """Act at the n-th event; the next number of the counter tells how many there were."""
    counter = count(1)

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if not event.startswith(("open", "os.", "shutil.", "fcntl.", "ctypes.")):
            return
        number = next(counter)
        if mode == "kill" and number == n:
            os.kill(os.getpid(), signal.SIGKILL)
        if (mode == "fail" and number == n) or (mode == "full" and number >= n and writes(event, args)):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    sys.addaudithook(hook)
    return counter


def writes(event: str, args: tuple[Any, ...]) -> bool:
    """Tell what needs room on the disk."""
    if event == "open":
        return bool(args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in {"os.mkdir", "shutil.copyfile"}


def trace(mode: str, n: int) -> "count[int]":
    """Die before the n-th line that decides."""
    counter = count(1)

    def line(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401 - as typeshed has it
        if frame.f_code.co_filename not in DECIDING:
            return None
        if event == "line" and next(counter) == n and mode == "kill-line":
            os.kill(os.getpid(), signal.SIGKILL)
        return line

    sys.settrace(line)
    return counter


def run(mode: str, n: int, tree: Path, site: Path) -> dict[str, object]:
    """Publish once, and tell what came of it."""
    counter = count(1)
    if mode == "file-size":
        resource.setrlimit(resource.RLIMIT_FSIZE, (n, n))
    elif mode.endswith("line"):
        counter = trace(mode, n)
    elif mode != "plain":
        counter = audit(mode, n)
    try:
        is_new = releases.publish(tree, site, KEEP)[1] if "--releases" in sys.argv else publish.switch(tree, site)
        result: dict[str, object] = {"switched": is_new}
    except publish.PublishError as error:
        result = {"refused": str(error)}
    sys.settrace(None)
    return result | {"events": next(counter) - 1}


def child(answer: int, mode: str, n: int, tree: Path, site: Path) -> NoReturn:
    """Run, answer and end without a clean-up that the parent's state could confuse."""
    try:
        os.write(answer, json.dumps(run(mode, n, tree, site)).encode())
    except BaseException as error:  # noqa: BLE001 - whatever it is, the test must see it
        os.write(answer, json.dumps({"crashed": repr(error)}).encode())
    os._exit(0)


def main() -> None:
    """Fork a process for each request, so that the interpreter starts once."""
    tree, site = map(Path, sys.argv[1:3])
    if "--two-renames" in sys.argv:
        exchange._system_call = lambda: None  # noqa: SLF001
    for request in sys.stdin:
        mode, n = request.split()
        read, write = os.pipe()
        pid = os.fork()
        if not pid:
            child(write, mode, int(n), tree, site)
        os.close(write)
        with os.fdopen(read) as answers:
            answer = answers.read()
        os.waitpid(pid, 0)
        sys.stdout.write((answer or json.dumps({"killed": True})) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
