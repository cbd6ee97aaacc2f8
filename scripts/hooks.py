"""MkDocs's events → the same steps as build.py, so that `mkdocs build` and `mkdocs serve` work too. Imported by nobody.

Everything is imported here at the top: MkDocs takes scripts/ off the path again once this file is loaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bulletin import cli
from bulletin.model.finding import CallError
from bulletin.prepared import Prepared
from bulletin.render import events
from bulletin.render.assets import Assets, read_assets
from bulletin.render.pages import Job
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

_plain: dict[str, tuple[Prepared, Path]] = {}
"""What has been staged, by the name of its configuration file."""
_LAST = -200
"""After static-i18n, which asks for -100."""


def _job(config: Any) -> Job:  # noqa: ANN401 - MkDocsConfig, which has no useful types
    prepared, pages = _plain[config.config_file_path]
    return Job(pages, prepared.site, prepared.labels, dict(prepared.furniture))


def _assets(config: Any) -> Assets:  # noqa: ANN401
    return read_assets(Path(config.theme.custom_dir))


def on_config(config: Any) -> Any:  # noqa: ANN401
    name = config.config_file_path
    if name not in _plain or Path(config.docs_dir) != _plain[name][1]:
        try:
            _plain[name] = cli.stage_for_mkdocs(Path(config.docs_dir))
        except CallError as error:
            raise Abort(str(error)) from error
    events.point_at_stage(config, _plain[name][1])
    return config


@event_priority(_LAST)
def on_files(files: Any, config: Any) -> Any:  # noqa: ANN401
    return events.own_files(files, config, _assets(config))


@event_priority(100)
def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:  # noqa: ANN401
    return events.take_body(markdown, page)


def on_page_content(_html: str, page: Any, **_: Any) -> str:  # noqa: ANN401
    return events.give_body(page)


def on_env(env: Any, config: Any, **_: Any) -> Any:  # noqa: ANN401
    job = _job(config)
    return events.set_up_templates(env, job, _assets(config))


def on_page_context(context: Any, page: Any, config: Any, **_: Any) -> Any:  # noqa: ANN401
    return events.set_up_page(context, page, _job(config))


@event_priority(_LAST)
def on_post_build(config: Any) -> None:  # noqa: ANN401
    if not events.is_nested(config):
        cli.complete(Path(config.site_dir), _plain[config.config_file_path][0])


def on_serve(server: Any, config: Any, **_: Any) -> Any:  # noqa: ANN401
    server.unwatch(config.docs_dir)  # the stage, which each build writes: watching it would never end
    server.watch(str(_plain[config.config_file_path][0].docs))
    return server
