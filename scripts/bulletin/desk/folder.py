"""A folder that one verb owns: it writes what changed, removes what it once wrote, and touches nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.source.disk import read_regular
from bulletin.source.writing import write_whole

LIST = ".files.json"
"""Names of all files that were written, by which the folder is known."""


class OwnFolder:
    """Files to write below a folder; `close` removes those of an earlier time that were not written again.

    Raises CallError for a folder that holds files of others.
    """

    def __init__(self, root: Path, option: str) -> None:
        self.root = root.resolve()
        self.option = option
        self.before = self._known()
        self.written: set[str] = set()

    def write(self, name: str, data: bytes) -> None:
        """Write a file below the folder, unless it is there already as it should be."""
        self.written.add(name)
        path = self.root / name
        try:
            if path.is_symlink():
                path.unlink()
            elif path.is_file() and read_regular(path) == data:
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.parent.resolve().is_relative_to(self.root):
                raise CallError(self.option, message("foreign-folder", found=path.parent))
            write_whole(path, data)
        except OSError as error:
            raise CallError(self.option, message("unwritable-file", found=path, reason=error.strerror)) from error

    def close(self) -> None:
        """Remove what is of no use any more, and remember what was written."""
        for name in sorted(self.before - self.written, reverse=True):
            path = self.root / name
            if path.parent.resolve().is_relative_to(self.root):
                path.unlink(missing_ok=True)
                self._prune(path.parent)
        self.write(LIST, json.dumps(sorted(self.written), indent=0).encode())

    def _prune(self, folder: Path) -> None:
        """Remove folders that are empty now."""
        while folder != self.root and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def _known(self) -> set[str]:
        """What an earlier run wrote."""
        try:
            if not self.root.exists() or not any(self.root.iterdir()):
                return set()
            names = json.loads(read_regular(self.root / LIST))
        except (OSError, ValueError) as error:
            raise CallError(self.option, message("foreign-folder", found=self.root)) from error
        if not isinstance(names, list) or not all(isinstance(name, str) and _is_plain(name) for name in names):
            raise CallError(self.option, message("foreign-folder", found=self.root))
        return set(names)


def _is_plain(name: str) -> bool:
    """Whether a name can only mean a file below the folder."""
    parts = Path(name).parts
    return bool(parts) and not Path(name).is_absolute() and ".." not in parts
