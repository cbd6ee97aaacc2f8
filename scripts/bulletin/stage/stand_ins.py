"""What stands in for an edition that is not there: stubs, withdrawn pages, redirects, the answer to no address."""

from __future__ import annotations

from bulletin.model.bulletin import HOME_KEY
from bulletin.model.locale import Locale
from bulletin.model.page import Json, Page, PageKind
from bulletin.stage.plan import NOT_FOUND_URL
from bulletin.stage.together import BOTH
from bulletin.stage.view import View


def stub_page(view: View, key: str, tag: str) -> Page:
    """Say that there is no such edition now. Whether a translation is being made is nobody's business yet."""
    bulletin = view.cleared.bulletins[key]
    is_under_review = _is_under_review(view, key, tag)
    title = view.label(tag, "review_title" if is_under_review else "stub_title")
    text = "review_text" if is_under_review else f"stub_{bulletin.shared.translate.value}"
    content: dict[str, Json] = {
        "trail": view.trail(tag, view.section_step(bulletin.section, tag)),
        "text": view.label(tag, text),
        "editions": [*view.other_editions(bulletin, tag)],
    }
    return view.page(key, tag, (title, title), content)


def _is_under_review(view: View, key: str, tag: str) -> bool:
    """Whether an edition waits for a new approval, or there is no other to which a reader could be sent."""
    found = view.cleared.clearances.get((key, tag))
    is_waiting = found is not None and found.awaits_approval
    return is_waiting or not view.other_editions(view.cleared.bulletins[key], tag)


def withdrawn_page(view: View, key: str, tag: str) -> Page:
    """Say since when and why, and nothing of the bulletin itself."""
    bulletin = view.cleared.bulletins[key]
    withdrawn = bulletin.shared.withdrawn
    title = view.label(tag, "withdrawn_title")
    content: dict[str, Json] = {
        "trail": view.trail(tag, view.section_step(bulletin.section, tag)),
        "date": view.cards.day(withdrawn.on if withdrawn else None, tag),
        "reason": withdrawn.reason[tag] if withdrawn else "",
    }
    return view.page(key, tag, (title, title), content)


def redirect_page(view: View, key: str, tag: str) -> Page:
    """The way from a key that a bulletin once had."""
    title = view.label(tag, "redirect_title")
    return view.page(key, tag, (title, title), {"target": view.url(view.plan.redirects[key], tag)})


def not_found_page(view: View, locale: Locale) -> Page:
    """The answer to an address that does not exist, in every language, that of the address first."""
    tags = sorted(view.site.tags, key=lambda tag: tag != locale.tag)
    parts: list[Json] = [
        {
            "tag": tag,
            "title": view.label(tag, "not_found_title"),
            "text": view.label(tag, "not_found_text"),
            "home": view.link(view.label(tag, "not_found_home"), HOME_KEY, tag),
            "sections": view.sections(tag),
        }
        for tag in tags
    ]
    title = " · ".join(view.label(tag, "not_found_title") for tag in tags)
    url = f"{locale.prefix}{NOT_FOUND_URL}"
    return Page(
        kind=PageKind.NOT_FOUND,
        url=url,
        locale=locale.tag,
        title=title,
        description=title,
        is_indexable=False,
        alternates={},
        x_default=url,
        switch={each: view.url(HOME_KEY, each) for each in tags if each != locale.tag},
        content={"parts": parts},
    )


def gone_page(view: View, key: str, tag: str) -> Page:
    """Say that texts cannot be read together at present, in every language, and lead to what is left."""
    left, locale = view.plan.left[(key, tag)]
    name = "gone_both" if key.startswith(BOTH) else "gone_whole"
    target = view.url(left, locale)
    parts: list[Json] = [
        {"tag": each, "title": view.label(each, name), "link": view.label(each, "gone_link")} for each in view.site.tags
    ]
    title = " · ".join(view.label(each, name) for each in view.site.tags)
    return Page(
        kind=PageKind.GONE,
        url=view.url(key, tag),
        locale=tag,
        title=title,
        description=title,
        is_indexable=False,
        alternates={},
        x_default=target,
        switch={each: view.url(left, each) for each in view.site.tags},
        content={"styles": ["both"], "parts": parts, "target": {"url": target, "tag": locale}},
    )
