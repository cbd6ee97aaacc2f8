"""The content as it is now, kept up to date by one thread that hears of changes; everybody else only looks."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bulletin.model.calendar import day_of, start_of
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.prepared import OVERRIDES
from bulletin.preview.answers import Answers
from bulletin.preview.memory import Memory, again, checked_before, checked_few, on, read_all
from bulletin.preview.scene import Scene, completed, scene_after, scene_of
from bulletin.preview.settings import Settings, read_settings
from bulletin.preview.texts import Store
from bulletin.preview.watching import Changes
from bulletin.program import ROOT, cache_of, instant_of
from bulletin.render.kept_bodies import remembered
from bulletin.source.registries import DATA_FOLDER

SCRIPTS = ROOT / "scripts"
QUIET = 0.05
"""Seconds without a change after which the whole is checked."""
SLEEP = 3600.0
"""Seconds after which the clock is looked at, whatever is to come."""
_CHECK = "from bulletin.preview.warming import main; main()"


@dataclass(frozen=True, slots=True)
class State:
    """What everybody looks at."""

    version: int
    scene: Scene | None
    problem: str = ""
    """Why the scene is older than the files, or why there is none."""
    progress: tuple[int, int] | None = None
    former: frozenset[str] = frozenset()
    """Addresses that had a page earlier."""


class Resident:
    """Knows a docs folder."""

    def __init__(self, docs: Path, now: str | None, *, shows_drafts: bool, begin_anew: Callable[[], None]) -> None:
        """Begin to know nothing; `now` is the instant to preview, None for the clock's."""
        self.docs = docs.absolute()
        self.answers = Answers()
        self.state = State(0, None)
        self.changed = threading.Condition()
        self._now = now
        self._shows_drafts = shows_drafts
        self._begin_anew = begin_anew
        self._queue: queue.SimpleQueue[Changes] = queue.SimpleQueue()
        self._warming: subprocess.Popen[str] | None = None
        self._thread = threading.Thread(target=self._run, name="resident", daemon=True)
        self._last: Memory | None = None
        self._is_ended = False

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """End what runs besides."""
        self._is_ended = True
        if self._warming is not None:
            self._warming.kill()

    def hear(self, changes: Changes) -> None:
        """Take what has changed; called by whoever watches."""
        self._queue.put(changes)

    # The thread

    def _run(self) -> None:
        changes: list[Changes] = [Changes(is_everything=True)]
        while not self._is_ended:
            try:
                self._take(changes)
                changes = self._complete_while_quiet()
            except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on and says it
                self._say_problem(f"{type(error).__name__}: {error}")
                changes = []
            changes = changes or [self._wait()]
            while not self._queue.empty():
                changes.append(self._queue.get())

    def _take(self, changes: Iterable[Changes]) -> None:
        paths = frozenset(path for each in changes for path in each.paths)
        is_everything = any(each.is_everything for each in changes)
        if any(path.suffix == ".py" and path.is_relative_to(SCRIPTS) for path in paths):
            self._begin_anew_if_sound()
        if is_everything or any(path.is_relative_to(OVERRIDES) for path in paths):
            self.answers.forget_templates()
        inside, outside = self._sorted(paths)
        has_new_settings = (
            is_everything
            or any(path.startswith(f"{DATA_FOLDER}/") for path in inside)
            or any(path.suffix in (".yml", ".lock", ".svg") for path in outside)
        )
        try:
            settings = self._settings(is_new=has_new_settings)
        except (CallError, OSError) as error:
            self._say_problem(str(error))
            return
        self._read(settings, None if is_everything else [path for path in inside if not path.startswith("_")])

    def _sorted(self, paths: Iterable[Path]) -> tuple[list[str], list[Path]]:
        """Paths below the docs folder, hidden ones left out, and all others."""
        inside, outside = [], []
        real = self.docs.resolve()
        for path in paths:
            if path.is_relative_to(real):
                below = path.relative_to(real)
                if not any(part.startswith(".") for part in below.parts):
                    inside.append(below.as_posix())
            else:
                outside.append(path)
        return inside, outside

    def _settings(self, *, is_new: bool) -> Settings:
        """Those that are known, if nothing of them has changed: so they stay the same object."""
        known = self._last.settings if self._last else None
        if known is not None and not is_new:
            if not self.docs.is_dir():
                raise CallError("--docs", message("no-folder", found=self.docs))
            return known
        settings = read_settings(self.docs)
        if known is not None and known == settings:
            return known
        _ = settings.renderer  # a wrong extension is told now
        return settings

    def _read(self, settings: Settings, paths: list[str] | None) -> None:
        now, before = self._instant(), self.state.scene
        today = day_of(now)
        if self._last is None:
            memory = read_all(self.docs, settings, today, self._say_progress)
            changed = frozenset(memory.known)
        else:
            memory = self._last
            if settings is not memory.settings or today != memory.today:
                memory = on(memory, settings, today)
            memory, changed = again(memory, paths, self._say_progress)
        memory = checked_few(memory, changed)
        if len(memory.unchecked) > 0 and (self._last is None or len(changed) > 1):
            memory = checked_few(checked_before(memory, cache_of(self.docs)), changed)
        if self._last is None and memory.unchecked:
            memory = self._warmed(memory)
        self._last = memory
        is_due = before is not None and before.next_change is not None and before.next_change <= now
        if before is None:
            store = Store()
            scene = scene_of(memory, now, store, shows_drafts=self._shows_drafts)
            store.put(remembered(scene.real.bulletins, scene.look.asking, _bodies_of(self.docs)))
        elif is_due or memory.settings is not before.memory.settings or memory.today != before.memory.today:
            scene = scene_of(memory, now, before.store, shows_drafts=self._shows_drafts)
        else:
            scene = scene_after(before, memory, changed, shows_drafts=self._shows_drafts)
        self._show(scene)

    def _complete_while_quiet(self) -> list[Changes]:
        """Check the whole as soon as nothing more comes; give what comes meanwhile."""
        scene = self.state.scene
        if scene is None or scene.known is not None:
            return []
        deadline = time.monotonic() + QUIET
        while time.monotonic() < deadline:
            if not self._queue.empty():
                return [self._queue.get()]
            time.sleep(QUIET / 10)
        if scene.memory.unchecked:
            memory = self._warmed(scene.memory)
            self._last = memory
            scene = scene_after(scene, memory, (), shows_drafts=self._shows_drafts)
        done = completed(scene, self._queue.empty)
        if done is not None:
            self._show(done)
        return []

    def _warmed(self, memory: Memory) -> Memory:
        """Have everything checked by processes of their own, which leave what they find in the cache."""
        command = [sys.executable, "-c", _CHECK, str(self.docs), self._instant().isoformat()]
        environment = {**_environment(), "PYTHONPATH": str(SCRIPTS)}
        self._warming = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
        )
        for line in self._warming.stdout or ():
            done, _, total = line.strip().partition("/")
            if done.isdigit() and total.isdigit():
                self._say_progress(int(done), int(total))
            if not self._queue.empty() and self.state.scene is not None:
                break  # what has been found so far is lost; a change that an editor waits for comes first
        if not self._queue.empty() and self.state.scene is not None:
            self._warming.kill()
        self._warming.wait()
        self._warming = None
        memory = checked_before(memory, cache_of(self.docs))
        while memory.unchecked and (self._queue.empty() or self.state.scene is None):
            memory = checked_few(memory, memory.unchecked)  # what changed a moment ago is not kept
        return memory

    def _wait(self) -> Changes:
        """The next change of the files, or nothing when time alone changes the site."""
        scene = self.state.scene
        seconds = SLEEP
        if scene is not None and self._now is None:
            tomorrow = start_of(scene.memory.today + timedelta(days=1))
            due = min(filter(None, (scene.next_change, tomorrow)))
            seconds = min(SLEEP, max(0.0, (due - self._instant()).total_seconds()) + 0.01)
        try:
            return self._queue.get(timeout=seconds)
        except queue.Empty:
            return Changes()

    def _begin_anew_if_sound(self) -> None:
        """Begin anew with other code, if that can be read at all."""
        command = [sys.executable, "-c", "import bulletin.preview.serve"]
        environment = {**_environment(), "PYTHONPATH": str(SCRIPTS), "PYTHONDONTWRITEBYTECODE": "1"}
        tried = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
        if tried.returncode == 0:
            self._begin_anew()
        lines = tried.stderr.strip().splitlines() or ["?"]
        place = next((line.strip() for line in reversed(lines) if line.lstrip().startswith("File ")), "")
        self._say_problem(f"{place} {lines[-1]}".strip())

    def _instant(self) -> datetime:
        return instant_of(self._now)

    # What everybody sees

    def _show(self, scene: Scene) -> None:
        before = self.state
        former = before.former
        if before.scene is not None and before.scene.addresses is not scene.addresses:
            former = (former | before.scene.addresses.keys()) - scene.addresses.keys()
        self._say(State(before.version + 1, scene, former=frozenset(former)))

    def _say_problem(self, text: str) -> None:
        state = self.state
        if state.problem != text:
            print(text, flush=True)  # noqa: T201 - to the editor's terminal
        self._say(State(state.version + 1, state.scene, text, None, state.former))

    def _say_progress(self, done: int, total: int) -> None:
        state = self.state
        if done % 10 == 0:
            self._say(State(state.version, state.scene, state.problem, (done, total), state.former))

    def _say(self, state: State) -> None:
        with self.changed:
            self.state = state
            self.changed.notify_all()


def _bodies_of(docs: Path) -> Path:
    """Where build.py keeps the bodies of a docs folder."""
    cache = cache_of(docs)
    return cache.parents[1] / "bodies" / cache.name


def _environment() -> dict[str, str]:
    import os  # noqa: PLC0415

    return dict(os.environ)
