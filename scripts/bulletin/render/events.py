"""What the project does at MkDocs's events.

A build runs once for each locale, on one configuration: all is idempotent.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, pass_context
from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from bulletin.model.routes import relative_url
from bulletin.render.assets import FOLDER, Assets
from bulletin.render.staged import read_staged

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from bulletin.render.pages import Job

STAND_IN = "stand-in"
"""Kind of a page that only keeps the plugin content in a shard without a home page; it is not written."""
NOT_FOUND = "404.html"


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
    """Give the templates the site, its labels and the ways through it; everything they print is escaped."""
    env.autoescape = True
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    site = job.site
    env.globals.update(site=site, furniture=job.furniture, labels=job.labels, asset=assets.names.__getitem__)
    env.globals["styles_of"] = lambda shown: Markup(assets.styles_of(shown))  # noqa: S704 - our own files

    @pass_context
    def way(context: Context, url: str) -> str:
        """From this page to an address below the root; absolute on the error page, which answers anywhere."""
        here = context["shown"]["url"]
        return site.base_path + url if here.endswith(NOT_FOUND) else relative_url(here, url)

    env.filters["way"] = way
    env.filters["absolute"] = lambda url: site.url + url
    env.filters["css_string"] = css_string
    env.filters["with_assets"] = lambda value: with_assets(value, lambda name: site.url + assets.names[name])
    env.globals["refuse"] = _refuse
    return env


def with_assets(value: Any, address: Callable[[str], str]) -> Any:  # noqa: ANN401 - whatever JSON can be
    """A value in which `{"asset": name}` has become an address: names change with what is in the file."""
    if isinstance(value, list):
        return [with_assets(each, address) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"asset"}:
        return address(value["asset"])
    return {name: with_assets(each, address) for name, each in value.items()}


def css_string(text: str) -> Markup:
    """A text as CSS quotes it: all that could end the string, or the style element around it, by its number."""
    marks = "".join(f"\\{ord(c):x} " if c in '"\\<>&\n\r\f' else c for c in text)
    return Markup(f'"{marks}"')  # noqa: S704 - nothing in it means anything to HTML


def _refuse() -> str:
    raise PluginError("a page that was not staged reached the templates")


def set_up_page(context: dict[str, Any], page: Page, job: Job) -> dict[str, Any]:
    """Give a page's template what it shows.

    Raises PluginError where MkDocs would put the page at another address than the stage said.
    """
    shown = page.meta["shown"]
    url = "" if page.file.url in (".", "./") else page.file.url
    if shown["kind"] != STAND_IN and url != shown["url"]:
        raise PluginError(f"{page.file.src_uri}: would be at {url}, expected {shown['url']}")
    context["shown"] = shown
    context["label"] = job.labels[shown["locale"]]
    context["body"] = Markup(page.content or "")  # noqa: S704 - sanitised by render.body
    return context
