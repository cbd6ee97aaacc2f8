"""What the project's templates know: the site, its labels, the ways through it. Everything they print is escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, pass_context
from markupsafe import Markup

from bulletin.model.routes import relative_url

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

    from bulletin.model.site import Labels, Site
    from bulletin.render.assets import Assets

MAIN = "main.html"
"""The template of every page."""
NOT_FOUND = "404.html"


def furnish(  # noqa: PLR0913, PLR0917 - all that the templates may ask for
    env: Environment,
    assets: Assets,
    site: Site,
    labels: Labels,
    furniture: Mapping[str, Any],
    refuse: Callable[[], str],
) -> Environment:
    """Set up an environment; `refuse` is called by a template that is given a page which was not staged."""
    env.autoescape = True
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    env.globals.update(site=site, furniture=furniture, labels=labels, asset=assets.names.__getitem__, refuse=refuse)
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
