"""Prints pages with the project's own templates, and with nothing of MkDocs but what these take of it.

The templates take the environment alone from the theme (overrides/main.html), so that a page needs none of what MkDocs
does around it. `mkdocs build` with the hooks stays the reference: tests/equality holds both to the same bytes.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import CodeType, SimpleNamespace
from typing import Any, NoReturn

from jinja2 import BytecodeCache, Environment, FunctionLoader, TemplateError, TemplateNotFound
from jinja2.bccache import Bucket
from markupsafe import Markup

from bulletin.model.page import Page, resolved
from bulletin.model.site import Labels, Site
from bulletin.render.assets import FOLDER, Assets, read_assets
from bulletin.render.templates import MAIN, furnish

PACKAGES = ("Jinja2", "MarkupSafe", "rcssmin")
"""Packages whose versions a page depends on."""
_OWN = ("assets.py", "press.py", "templates.py", "../model/page.py", "../model/routes.py")
_DIGEST_BYTES = 32
_FIELDS = tuple(field.name for field in fields(Page) if field.name != "body")


class RenderError(Exception):
    """A page could not be made; the message says which template, which line and why."""


class Press:
    """The templates of a folder of overrides, ready to print the pages of one site."""

    def __init__(
        self, overrides: Path, site: Site, labels: Labels, furniture: Mapping[str, Any], *, kept: Path | None = None
    ) -> None:
        """Set up; `kept` is a folder for translated templates, None to translate them anew.

        Raises RenderError where a file of the overrides cannot be read.
        """
        self.overrides, self.site, self.labels, self.furniture = overrides, site, labels, furniture
        try:
            self.assets: Assets = read_assets(overrides)
        except (OSError, UnicodeDecodeError) as error:
            raise RenderError(f"{overrides.name}: {error}") from error
        env = Environment(  # noqa: S701 - furnish() switches escaping on
            loader=FunctionLoader(self._source), auto_reload=False, bytecode_cache=Translated(kept) if kept else None
        )
        self._env = furnish(env, self.assets, site, labels, furniture, _refuse)

    def refurnish(self, furniture: Mapping[str, Any]) -> None:
        """Show other furniture around the pages from now on."""
        self._env.globals["furniture"] = furniture

    def page(self, page: Page) -> bytes:
        """A page as HTML. Raises RenderError where a template is broken or asks for what is not there."""
        shown = {name: getattr(page, name) for name in _FIELDS}
        shown["content"] = {name: resolved(each) for name, each in page.content.items()}
        shown["kind"] = page.kind.value
        shown["modified"] = page.modified and page.modified.isoformat()
        context = {
            "shown": shown,
            "label": self.labels[page.locale],
            "body": Markup(page.body),  # noqa: S704 - sanitised by render.body
            "page": SimpleNamespace(meta={"shown": shown}),
        }
        try:
            return self._env.get_template(MAIN).render(context).encode(errors="xmlcharrefreplace")
        except TemplateError as error:
            raise RenderError(f"{page.url or '/'}: {_place(error)}") from error
        except (TypeError, ValueError, KeyError, AttributeError, ZeroDivisionError) as error:
            raise RenderError(f"{page.url or '/'}: {_place(error)}") from error

    def _source(self, name: str) -> tuple[str, str, None] | None:
        """A template, called by its name: what is kept of it, and what is told, do not depend on where it lies."""
        path = self.overrides / name
        try:
            return path.read_text(encoding="utf-8"), name, None
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateNotFound(name, f"{name}: {error}") from error

    def files(self) -> dict[str, Path]:
        """Address below the root → each file of the overrides that pages load."""
        return {address: self.overrides / FOLDER / name for name, address in self.assets.names.items()}


def templates_digest(overrides: Path) -> str:
    """Of all that decides how a page looks, whatever it shows: templates, styles, versions, and this code."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(overrides.rglob("*")):
        if (path.is_file() and path.suffix in (".html", ".css")) or path.parent.name == FOLDER:
            digest.update(f"{path.relative_to(overrides).as_posix()}\0".encode())
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    digest.update(_tools().encode())
    return digest.hexdigest()


@cache
def _tools() -> str:
    here = Path(__file__).parent
    own = hashlib.blake2b(b"\0".join((here / name).read_bytes() for name in _OWN)).hexdigest()
    versions = " ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{sys.version} {versions} {own}"


class Translated(BytecodeCache):
    """Templates as Python's own code, a file each, which begins with the digest of the rest."""

    def __init__(self, folder: Path) -> None:
        """Keep them in a folder, which is made when something is kept."""
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of a template, if it is whole and of this very text."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = self._file(bucket).read_bytes()
            if data[:_DIGEST_BYTES] == hashlib.sha256(data[_DIGEST_BYTES:]).digest():
                code = marshal.loads(data[_DIGEST_BYTES:])  # noqa: S302 - written below, and whole
                bucket.code = code if isinstance(code, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; a full or read-only disk costs time, nothing else."""
        data = marshal.dumps(bucket.code)
        file = self._file(bucket)
        beside = file.with_name(f"{file.name}-{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(hashlib.sha256(data).digest() + data)
            beside.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        """Named by the template's own digest, Jinja's and Python's versions: what is kept is never of another."""
        name = hashlib.sha256(f"{bucket.key} {bucket.checksum} {_tools()}".encode()).hexdigest()[:32]
        return self._folder / name


def _refuse() -> NoReturn:
    raise RenderError("a page that was not staged reached the templates")


def _place(error: Exception) -> str:
    """What is wrong, and the last template and line in which it was."""
    where, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            where, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return f"{where or '?'}:{line or '?'}: {type(error).__name__}: {error}"
