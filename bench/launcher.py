"""Runs one command and writes what it cost: a process as small as can be, started by run.py.

Linux counts the memory of the process that starts a program as the program's own until it is loaded, so that one
started by a large process never seems to be smaller than that.
"""

import json
import os
import sys
import time


def main() -> None:
    """Write wall and CPU seconds, largest process in KB and exit status as JSON into the file of the first argument."""
    result, *command = sys.argv[1:]
    began = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ)
    # wait4 tells of this process and of all that it waited for.
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - began
    told = [wall, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status)]
    with open(result, "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib is not loaded, on purpose
        json.dump(told, file)


if __name__ == "__main__":
    main()
