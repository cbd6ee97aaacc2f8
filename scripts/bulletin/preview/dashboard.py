"""The editors' dashboard beside the preview, made anew when somebody looks at it after a change."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from bulletin.model.calendar import day_of
from bulletin.preview.resident import Resident
from bulletin.program import ROOT, instant_of


class Dashboard:
    """A folder that report.py writes; it is never in the site."""

    def __init__(self, resident: Resident, folder: Path, now: str | None) -> None:
        """Take an own folder; nothing is written yet."""
        self.folder = folder
        self._resident = resident
        self._of = -1
        self._lock = threading.Lock()
        docs = str(resident.docs)
        self._command = [sys.executable, str(ROOT / "scripts" / "report.py"), "--docs", docs, "--to", str(folder)]
        self._command += ["--today", day_of(instant_of(now)).isoformat()] if now else []

    def refresh(self) -> None:
        """Make it anew if the content changed since; one after the other, whoever asks."""
        with self._lock:
            version = self._resident.state.version
            if self._of != version:
                subprocess.run(self._command, check=False, stdout=subprocess.DEVNULL)
                self._of = version
