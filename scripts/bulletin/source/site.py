"""mkdocs.yml → the site's identity, and overrides/locales/*.yml → its labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from bulletin.model.bulletin import SECTIONS
from bulletin.model.catalogue import message
from bulletin.model.colour import MIN_CONTRAST, contrast
from bulletin.model.finding import CallError
from bulletin.model.kinds import IMPRINT, IssueRules
from bulletin.model.locale import Locale
from bulletin.model.site import AgencyKind, Contact, Labels, Site
from bulletin.source.fields import Fields, parse_address, parse_email, parse_whole
from bulletin.source.registries import read_mapping, stop
from bulletin.source.text import Flaw
from bulletin.source.yaml_reader import Mapping as YamlMapping
from bulletin.source.yaml_reader import Node, Scalar, Sequence

COLOURS = ("primary", "accent", "paper", "ink", "paper-dark", "ink-dark", "primary-dark", "accent-dark")
_INHERIT = "INHERIT"
_READ_FILES = ("snippets", "b64", "include")
"""Parts of the names of extensions that put files into a text: pymdownx.snippets, pymdownx.b64, mdx_include."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_TAG = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?")


def _read_config(config: Path) -> YamlMapping | None:
    """A configuration with what it inherits: maps are merged, anything else stands instead (MkDocs, "INHERIT").

    The lines of what is inherited are those of its own file. Raises CallError.
    """
    root = read_mapping(config, config.name, allows_tags=True)
    inherited = root.entries.get(_INHERIT) if root else None
    if root is None or inherited is None:
        return root
    line = root.key_lines[_INHERIT]
    if not isinstance(inherited, Scalar) or not inherited.text:
        raise CallError(f"{config.name}:{line}", message("no-file"))
    path = config.parent / inherited.text
    parent = read_mapping(path, f"{config.name}:{line}: {inherited.text}", allows_tags=True)
    if parent is None or _INHERIT in parent.entries:  # one step: nobody needs more, and a circle has no end
        raise CallError(f"{config.name}:{line}", message("no-file"))
    del root.entries[_INHERIT]
    return _merged(parent, root)


def config_files(config: Path) -> tuple[Path, ...]:
    """A configuration that can be read, and the one that it inherits."""
    root = read_mapping(config, config.name, allows_tags=True)
    inherited = root.entries.get(_INHERIT) if root else None
    return (config, config.parent / inherited.text) if isinstance(inherited, Scalar) else (config,)


def _merged(below: YamlMapping, above: YamlMapping) -> YamlMapping:
    entries, lines = dict(below.entries), {**below.key_lines, **above.key_lines}
    for name, node in above.entries.items():
        under = entries.get(name)
        if isinstance(node, YamlMapping) and isinstance(under, YamlMapping):
            entries[name] = _merged(under, node)
        else:
            entries[name] = node
    return YamlMapping(above.line, entries, lines)


_CLOSED = (("exclude_docs", "**"), ("strict", "true"))
"""What makes MkDocs by itself publish nothing of docs/ (architecture.md, "Fail closed")."""
_HOOKS = "scripts/hooks.py"


def check_closed(config: Path) -> None:
    """Hold a renderer's configuration to what keeps it from publishing by itself. Raises CallError."""
    root = _read_config(config)
    entries = root.entries if root else {}
    hooks = entries.get("hooks")
    listed = [each.text for each in hooks.items if isinstance(each, Scalar)] if isinstance(hooks, Sequence) else []
    if _HOOKS not in listed:
        raise CallError(f"{config.name}:1", message("not-closed", name="hooks", expected=_HOOKS))
    for name, expected in _CLOSED:
        value = entries.get(name)
        if not isinstance(value, Scalar) or value.text != expected:
            line = root.key_lines.get(name, 1) if root else 1
            raise CallError(f"{config.name}:{line}", message("not-closed", name=name, expected=expected))


def read_site(config: Path) -> Site:
    """Read `site_url`, the locales of the i18n plugin and `extra.site`.

    Raises CallError with the line at the first mistake, so that no page is built on half an identity.
    """
    place = config.name
    root = _read_config(config)
    if root is None:
        raise CallError(f"{place}:1", message("no-file"))
    flaws: list[Flaw] = []
    top = Fields(root, flaws, ())
    url = top.text("site_url", required=True)
    if url and not _is_root(url):
        top.note("site_url", "wrong-site-url", found=url)
    extra = top.group("extra", required=True)
    stop(place, *flaws)
    locales = _locales(root, place)
    tags = tuple(locale.tag for locale in locales)
    group = extra.group("site", required=True) if extra else None
    stop(place, *flaws)
    if group is None:  # told by stop
        raise CallError(f"{place}:1", message("missing-field", name="extra.site"))
    site = _site(Fields(group.mapping, flaws, tags, "extra.site"), url, locales)
    stop(place, *flaws)
    return site


def _site(fields: Fields, url: str, locales: tuple[Locale, ...]) -> Site:
    contacts = tuple(_contacts(fields, "contacts", _contact, "contact"))
    mail = next((each.href for each in contacts if each.href.startswith("mailto:")), "")
    colours = {}
    if (palette := fields.group("colours", required=True)) is not None:
        colours = {name: palette.parsed(name, _colour, "colour", required=True) or "" for name in COLOURS}
        palette.close()
        _check_contrast(palette, colours)
    international = fields.text("international", required=True)
    if international and international not in fields.tags:
        fields.note("international", "unknown-locale", found=international, expected=", ".join(fields.tags))
    site = Site(
        url=url,
        locales=locales,
        international=international,
        name=fields.local_text("name", required=True),
        agency=fields.local_text("agency", required=True),
        description=fields.local_text("description", required=True),
        imprint=fields.local_text("imprint", required=True),
        licence=fields.local_text("licence", required=True),
        licence_url=fields.address("licence_url"),
        notice=fields.local_text("notice"),
        contacts=contacts,
        colours=MappingProxyType(colours),
        sections=_sections(fields),
        follow=tuple(_contacts(fields, "follow", _follow, "https-address")),
        report_to=fields.parsed("report_to", parse_email, "email") or unquote(mail[7:].partition("?")[0]),
        issue=_issue(fields),
        agency_kind=fields.choice("agency_kind", AgencyKind) or AgencyKind.ORGANISATION,
    )
    fields.close()
    return site


def _contacts(fields: Fields, name: str, parse: Callable[[str], str], expected: str) -> Iterator[Contact]:
    for group in fields.groups(name):
        label = group.local_text("label", required=True)
        href = group.parsed("href", parse, expected, required=True)
        group.close()
        yield Contact(label, href or "")


def _sections(fields: Fields) -> Mapping[str, tuple[str, ...]]:
    group = fields.group("sections")
    if group is None:
        return {}
    found = {tag: group.choices(tag, SECTIONS) for tag in fields.tags if group.has(tag)}
    group.skip(*fields.tags)
    group.close()
    return MappingProxyType(found)


def _issue(fields: Fields) -> IssueRules:
    """What is left out is as the law has it."""
    group = fields.group("issue")
    if group is None:
        return IssueRules()
    imprint = {name: text for name in IMPRINT if (text := group.local_text(name))}
    requires = group.choices("requires", IMPRINT) if "requires" in group.mapping.entries else IssueRules().requires
    pages = group.parsed("max_pages", parse_whole, "whole") or IssueRules().max_pages
    group.close()
    return IssueRules(imprint, requires, pages)


def _locales(root: YamlMapping, place: str) -> tuple[Locale, ...]:
    """The languages of the i18n plugin, which are the one place where a third locale is entered."""
    flaws: list[Flaw] = []
    plugins = root.entries.get("plugins")
    for item in plugins.items if isinstance(plugins, Sequence) else []:
        if isinstance(item, YamlMapping) and "i18n" in item.entries:
            options = Fields(item, flaws, ()).group("i18n")
            languages = options.groups("languages") if options else []
            break
    else:
        line = root.key_lines.get("plugins", 1)
        raise CallError(f"{place}:{line}", message("missing-field", name="plugins.i18n"))
    found: list[Locale] = []
    for group in languages:
        tag = group.parsed("locale", _tag, "locale", required=True) or ""
        if any(tag == locale.tag for locale in found):
            group.note("locale", "locale-twice", found=tag)
        is_default = group.text("default") == "true"
        found.append(Locale(tag, group.text("name", required=True), is_default))
    stop(place, *flaws)
    if sum(locale.is_default for locale in found) != 1:
        raise CallError(f"{place}:{root.key_lines['plugins']}", message("no-default-locale"))
    return tuple(sorted(found, key=lambda locale: not locale.is_default))


def read_labels(folder: Path, tags: tuple[str, ...]) -> Labels:
    """Read the texts of the pages' furniture, one file for each locale.

    Raises CallError where a file is missing, or a label that another locale has.
    """
    labels: dict[str, Mapping[str, str]] = {}
    for tag in tags:
        place = f"{folder.parent.name}/{folder.name}/{tag}.yml"
        mapping = read_mapping(folder / f"{tag}.yml", place)
        if mapping is None:
            raise CallError(f"{place}:1", message("no-file"))
        flaws: list[Flaw] = []
        fields = Fields(mapping, flaws, ())
        labels[tag] = {name: fields.text(name, required=True) for name in mapping.entries}
        stop(place, *flaws)
        for other, texts in labels.items():
            if missing := sorted(set(texts) ^ set(labels[tag])):
                where = tag if missing[0] not in labels[tag] else other
                place = f"{folder.parent.name}/{folder.name}/{where}.yml"
                raise CallError(f"{place}:1", message("missing-field", name=missing[0]))
    return labels


def survey_labels(folder: Path, tags: Iterable[str]) -> dict[str, list[str]]:
    """The labels that have a text in each locale; none where its file is missing.

    Raises CallError where a file cannot be read.
    """
    found = {}
    for tag in tags:
        mapping = read_mapping(folder / f"{tag}.yml", f"{folder.parent.name}/{folder.name}/{tag}.yml")
        fields = Fields(mapping, [], ()) if mapping is not None else None
        found[tag] = [name for name in fields.mapping.entries if fields.text(name)] if fields else []
    return found


def read_extensions(config: Path) -> dict[str, dict[str, object]]:
    """Read `markdown_extensions`: name → its options, as text, true or false.

    Raises CallError for one that reads files, because it would go around the gate.
    """
    root = _read_config(config)
    node = root.entries.get("markdown_extensions") if root else None
    if root and not isinstance(node, Sequence | None):
        flaws: list[Flaw] = []
        Fields(root, flaws, ()).groups("markdown_extensions")
        stop(config.name, *flaws)
    found: dict[str, dict[str, object]] = {}
    for item in node.items if isinstance(node, Sequence) else []:
        entries: Mapping[str, Node] = item.entries if isinstance(item, YamlMapping) else {}
        name, value = next(iter(entries.items()), (item.text if isinstance(item, Scalar) else "", None))
        given: Mapping[str, Node] = value.entries if isinstance(value, YamlMapping) else {}
        options = {key: _plain(each.text) for key, each in given.items() if isinstance(each, Scalar)}
        if any(part in name for part in _READ_FILES):
            raise CallError(f"{config.name}:{item.line}", message("forbidden-extension", found=name))
        found[name] = options
    return found


def _plain(text: str) -> object:
    return {"true": True, "false": False}.get(text, text)


def _is_root(url: str) -> bool:
    """Whether an address can stand before every path of the site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_bare = not (parts.query or parts.fragment or "@" in parts.netloc) and url.isprintable() and " " not in url
    return is_bare and parts.scheme in ("http", "https") and bool(parts.hostname) and url.endswith("/")


def _check_contrast(palette: Fields, colours: Mapping[str, str]) -> None:
    """Each colour of letters is read on paper, by day and by night."""
    for name, colour in colours.items():
        paper = "paper-dark" if name.endswith("-dark") else "paper"
        if name != paper and colour and colours[paper] and contrast(colour, colours[paper]) < MIN_CONTRAST:
            ratio = f"{contrast(colour, colours[paper]):.2f}"
            palette.note(name, "low-contrast", name=name, paper=paper, found=ratio, limit=MIN_CONTRAST)


def _colour(text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise ValueError(text)
    return text.lower()


def _contact(text: str) -> str:
    if not text.startswith(("https://", "mailto:", "tel:")) or " " in text:
        raise ValueError(text)
    return text


def _follow(text: str) -> str:
    if not text.startswith("https://"):
        raise ValueError(text)
    return parse_address(text)


def _tag(text: str) -> str:
    if not _TAG.fullmatch(text):
        raise ValueError(text)
    return text
