"""The site's identity: who publishes it, where, and in which languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import urlsplit

from bulletin.model.bulletin import SECTIONS
from bulletin.model.kinds import IssueRules
from bulletin.model.locale import Locale, LocalText


class AgencyKind(Enum):
    """What the publisher is, as machines are told."""

    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    """A public authority."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach the publisher."""

    label: LocalText
    href: str
    """`https:`, `mailto:` or `tel:`."""


@dataclass(frozen=True, slots=True)
class Site:
    """`extra.site` and `site_url` of mkdocs.yml, with the locales of its i18n plugin."""

    url: str
    """Absolute, with a trailing slash."""
    locales: tuple[Locale, ...]
    """The default one first."""
    international: str
    """Tag of the locale for readers of every other language (`x-default`)."""
    name: LocalText
    agency: LocalText
    description: LocalText
    imprint: LocalText
    licence: LocalText
    licence_url: str
    notice: LocalText
    """Shown at every page's foot; empty texts where the site needs none."""
    contacts: tuple[Contact, ...]
    colours: Mapping[str, str]
    """Name of a token → `#rrggbb`."""
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Locale tag → the sections that come first in its menu and on its front page."""
    follow: tuple[Contact, ...] = ()
    """Where else readers can follow the publisher: addresses of `https:`."""
    report_to: str = ""
    """The e-mail address for mistakes that readers find; empty where there is none."""
    issue: IssueRules = IssueRules()  # noqa: RUF009 - it is frozen
    """What holds for numbered issues."""
    agency_kind: AgencyKind = AgencyKind.ORGANISATION
    """No site calls its publisher a public authority unless its configuration does."""

    @property
    def default_locale(self) -> Locale:
        """The one at the root."""
        return self.locales[0]

    @property
    def base_path(self) -> str:
        """The path of the address, with slashes at both ends: `/` or `/bulletin/`."""
        return urlsplit(self.url).path or "/"

    def locale(self, tag: str) -> Locale:
        """The locale with a tag. Raises KeyError for one that the site does not have."""
        for locale in self.locales:
            if locale.tag == tag:
                return locale
        raise KeyError(tag)

    def sections_of(self, tag: str) -> tuple[str, ...]:
        """Every section in the order of a locale: those that are named, then the others in the usual order."""
        named = self.sections.get(tag, ())
        return (*named, *(section for section in SECTIONS if section not in named))

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all locales, the default one first."""
        return tuple(locale.tag for locale in self.locales)


Labels = Mapping[str, Mapping[str, str]]
"""Locale tag → name of a label → the text that readers see."""
