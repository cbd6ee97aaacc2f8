"""What the project does at MkDocs's events.

A build runs once for each locale, on one configuration: all is idempotent.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from bulletin.render.assets import FOLDER, Assets
from bulletin.render.staged import read_staged
from bulletin.render.templates import NOT_FOUND, furnish

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from bulletin.render.pages import Job


def point_at_stage(config: MkDocsConfig, pages: Path) -> None:
    """Make MkDocs read the stage instead of docs/, and lift the exclusion that keeps it from reading."""
    config.docs_dir = str(pages)
    config.exclude_docs = None
    config.markdown_extensions = []
    config.mdx_configs = {}
    config.theme.static_templates.clear()
    config.extra_css = []
    config.extra_javascript = []


def is_nested(config: MkDocsConfig) -> bool:
    """Whether this is a build inside the build: static-i18n runs one for each further locale."""
    plugin: Any = config.plugins["i18n"]
    return bool(plugin.building)


def own_files(files: Files, config: MkDocsConfig, assets: Assets) -> Files:
    """Leave out the theme's files, of which no page loads one; put the error pages where servers look for it.

    Our own get names that change with their content.

    Runs after static-i18n has made its own files.
    """
    overrides = os.path.normpath(str(config.theme.custom_dir))
    for file in list(files):
        if file.is_documentation_page():
            if file.src_uri.startswith("404."):
                file.dest_uri = file.url = file.dest_uri.partition("404")[0] + NOT_FOUND  # below `en/` or at the root
                file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))
        elif not str(file.abs_src_path).startswith(overrides + os.sep):
            files.remove(file)
        elif file.src_uri.startswith(f"{FOLDER}/"):
            file.dest_uri = file.url = assets.names[file.src_uri.removeprefix(f"{FOLDER}/")]
            file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))
        else:
            files.remove(file)
    return files


def take_body(markdown: str, page: Page) -> str:
    """Keep the finished body away from MkDocs's Markdown, and remember what the page shows."""
    try:
        page.meta["shown"] = read_staged(page.meta)
    except ValueError as error:
        raise PluginError(f"{page.file.src_uri}: not staged") from error
    page.meta["body"] = markdown
    return ""


def give_body(page: Page) -> str:
    """Hand the finished body to the theme."""
    body: str = page.meta["body"]
    return body


def set_up_templates(env: Environment, job: Job, assets: Assets) -> Environment:
    """Give MkDocs's environment what the templates need."""
    return furnish(env, assets, job.site, job.labels, job.furniture, _refuse)


def _refuse() -> str:
    raise PluginError("a page that was not staged reached the templates")


def set_up_page(context: dict[str, Any], page: Page, job: Job) -> dict[str, Any]:
    """Give a page's template what it shows.

    Raises PluginError where MkDocs would put the page at another address than the stage said.
    """
    shown = page.meta["shown"]
    url = "" if page.file.url in (".", "./") else page.file.url
    if url != shown["url"]:
        raise PluginError(f"{page.file.src_uri}: would be at {url}, expected {shown['url']}")
    context["shown"] = shown
    context["label"] = job.labels[shown["locale"]]
    context["body"] = Markup(page.content or "")  # noqa: S704 - sanitised by render.body
    return context
