"""Runs MkDocs over a staged tree, in one worker process or several, each with its share of the pages."""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletin.model.site import Labels, Site

PAGES_A_WORKER = 40
"""Below this many pages a further worker costs more (0.5 s to start MkDocs) than it saves."""


class RenderError(Exception):
    """MkDocs did not render what was staged; the message is its own last words."""


@dataclass(frozen=True, slots=True)
class Job:
    """What one worker renders."""

    config: Path
    pages: Path
    """The docs folder of this share."""
    site_dir: Path
    site: Site
    labels: Labels
    furniture: Mapping[str, Any]


_job: list[Job] = []


def current_job() -> Job | None:
    """The job of this process; None in a plain `mkdocs build`, which stages for itself."""
    return _job[0] if _job else None


def render(  # noqa: PLR0913, PLR0917 - called once, with all that a worker needs
    stage: Path, target: Path, config: Path, site: Site, labels: Labels, jobs: int
) -> int:
    """Render every staged page into a folder that is made for it; return the number of workers.

    Each worker is a process of its own: static-i18n and MkDocs leave their modules changed behind a build.
    Raises RenderError.
    """
    sources = sorted(path.relative_to(stage / "pages") for path in (stage / "pages").rglob("*.md"))
    count = max(1, min(jobs, -(-len(sources) // PAGES_A_WORKER)))
    furniture = json.loads((stage / "furniture.json").read_text(encoding="utf-8"))
    shares = [sources[index::count] for index in range(count)]
    work = stage.parent
    jobs_made = []
    for index, share in enumerate(shares):
        pages = stage / "pages"
        if count > 1:
            pages = _share(pages, share, work / f"shard-{index}", site)
        jobs_made.append(Job(config, pages, work / f"html-{index}", site, labels, furniture))
    _run(jobs_made)
    target.mkdir(parents=True)
    for job in jobs_made:
        shutil.copytree(job.site_dir, target, dirs_exist_ok=True)
        shutil.rmtree(job.site_dir)
    return count


def _share(pages: Path, share: Sequence[Path], folder: Path, site: Site) -> Path:
    """A docs folder with a part of the pages, and stand-ins for the home pages that static-i18n asks for."""
    for name in share:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.link(pages / name, folder / name)
    for tag in site.tags:
        home = folder / f"index.{tag}.md"
        if not home.exists():
            stand_in = json.dumps({"kind": "stand-in", "url": "", "locale": tag})
            home.write_text(f"---\ntitle: '-'\nstaged: '{stand_in}'\n---\n", encoding="utf-8")
    return folder


def _run(jobs: Sequence[Job]) -> None:
    method = "fork" if sys.platform.startswith("linux") else "spawn"
    context: Any = multiprocessing.get_context(method)  # the types of the methods have no `Process` in common
    workers = []
    for job in jobs:
        receive, send = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(job, send))
        process.start()
        send.close()
        workers.append((process, receive))
    errors = []
    for process, receive in workers:
        try:
            error = receive.recv()
        except EOFError:
            error = "the worker died"
        process.join()
        if error or process.exitcode:
            errors.append(error or f"the worker ended with {process.exitcode}")
    if errors:
        raise RenderError("; ".join(errors))


def _work(job: Job, send: Any) -> None:  # noqa: ANN401 - a Connection, whose type differs between platforms
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build  # noqa: PLC0415 - only a worker pays for importing MkDocs
    from mkdocs.config import load_config  # noqa: PLC0415

    _job[:] = [job]
    records = _Records()
    logging.getLogger("mkdocs").addHandler(records)
    try:
        config = load_config(str(job.config), site_dir=str(job.site_dir))
        build(config)
    except Exception as error:  # noqa: BLE001 - whatever ends a worker is told by its parent, on one line
        send.send(" ".join("; ".join([*records.texts, f"{type(error).__name__}: {error}"]).split()))
    else:
        send.send("")
    finally:
        send.close()


class _Records(logging.Handler):
    """Keeps MkDocs's warnings, which under `strict` are the reason for its abort."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())
