"""A digest of the press: whose reports it is of, where they are, and in which language."""

from __future__ import annotations

from babel import Locale

from bulletin.model.kinds import PressReport
from bulletin.model.page import Json
from bulletin.stage.details.words import said
from bulletin.stage.view import View


def facts(view: View, press: PressReport, tag: str) -> dict[str, Json]:
    """What the page shows beside the text."""
    return {
        "reports": [
            {
                "outlet": said(report.outlet, tag),
                "title": report.title,
                "url": report.link,
                "tag": report.language,
                "language": language_name(report.language, tag),
                "date": view.cards.day(report.published_on, tag),
            }
            for report in press.reports
        ]
    }


def language_name(language: str, tag: str) -> str:
    """What readers of a locale call a language: "Tiếng Nhật", "Japanese"; its tag where CLDR has no name."""
    if not language:
        return ""
    parts = language.replace("-", "_").split("_")
    names = Locale.parse(tag, sep="-").languages
    for length in range(len(parts), 0, -1):
        if name := names.get("_".join(parts[:length])):
            return str(name)[:1].upper() + str(name)[1:]
    return language
