"""The full text of an edition as a feed carries it: what its page says, in the page's order, without the furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape

from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.kinds import Claim, NumberedIssue, PressReport, text_in
from bulletin.model.locale import LocalText, long_date
from bulletin.stage.editions import source_of
from bulletin.stage.feed_markup import carried
from bulletin.stage.issues import contents_of
from bulletin.stage.lines import lines_of
from bulletin.stage.view import View, is_machine


def text_of(view: View, bulletin: Bulletin, tag: str, published: datetime) -> str:
    """The whole as HTML in its own language. What time alone changes is said as it was when it was published."""
    url = view.site.url + view.url(bulletin.key, tag)
    edition = bulletin.editions[tag]
    parts = [
        *_first_lines(view, bulletin, tag, published),
        f"<p>{escape(edition.description)}</p>",
        *_claim(view, bulletin, tag),
        *_picture(view, bulletin, edition),
        carried(view.bodies[(bulletin.key, tag)].html, url),
        *_after(view, bulletin, tag),
        *_corrections(view, edition, tag),
        *_source(view, bulletin, tag),
    ]
    return f'<div lang="{escape(tag)}">\n' + "\n".join(part for part in parts if part) + "\n</div>"


def _first_lines(view: View, bulletin: Bulletin, tag: str, published: datetime) -> Iterator[str]:
    if is_machine(bulletin.editions[tag]):
        yield f"<p><strong>{escape(view.label(tag, 'machine_notice'))}</strong></p>"
    lines = lines_of(bulletin, tag, view.labels[tag], view.registries, published)
    said = [f"<strong>{escape(lines.alert)}</strong>"] if lines.alert else []
    said += [escape(note) for note in lines.notes]
    if said:
        yield f"<p>{' · '.join(said)}</p>"


def _claim(view: View, bulletin: Bulletin, tag: str) -> Iterator[str]:
    """What is said, and straight after it what is to be said of that."""
    if not isinstance(claim := bulletin.details, Claim):
        return
    verdict = claim.verdict.verdict
    ruling = escape(view.label(tag, f"verdict_{verdict.value}")) if verdict else _said(claim.verdict.text, tag)
    for name, text in (("claim", _said(claim.claim, tag)), ("verdict", ruling)):
        if text:
            yield f"<p><strong>{escape(view.label(tag, name))}:</strong> {text}</p>"


def _picture(view: View, bulletin: Bulletin, edition: Edition) -> Iterator[str]:
    image = view.cards.image(bulletin, edition)
    if not isinstance(image, dict):
        return
    size = f' width="{image["width"]}" height="{image["height"]}"' if image["width"] else ""
    words = " ".join(escape(str(image[name])) for name in ("caption", "credit") if image[name])
    below = f"<figcaption>{words}</figcaption>" if words else ""
    source, alt = escape(view.site.url + str(image["url"])), escape(str(image["alt"]))
    yield f'<figure><img src="{source}" alt="{alt}"{size}>{below}</figure>'


def _after(view: View, bulletin: Bulletin, tag: str) -> Iterator[str]:
    """What a type has below its text: evidence, the reports of a digest, what is in an issue."""
    match bulletin.details:
        case Claim() as claim:
            yield from _list(view, "evidence", tag, (_link(each.text, each.url, tag) for each in claim.evidence))
            yield from _list(view, "claim_sources", tag, (_link(each.name, each.url, tag) for each in claim.sources))
        case PressReport() as press:
            reports = [
                ", ".join(filter(None, (_headline(each.title, each.link, each.language), _said(each.outlet, tag))))
                for each in press.reports
            ]
            yield from _list(view, "press_originals" if len(reports) > 1 else "press_original", tag, reports)
        case NumberedIssue():
            shown = contents_of(view, bulletin, tag).shown
            links = (
                f'<a href="{escape(view.site.url + view.url(each.key, tag))}">{escape(each.editions[tag].title)}</a>'
                for each in shown
            )
            yield from _list(view, "issue_contents", tag, links)


def _corrections(view: View, edition: Edition, tag: str) -> Iterator[str]:
    notes = (f"{escape(long_date(each.on, tag))}: {escape(each.note)}" for each in edition.corrections)
    yield from _list(view, "corrections", tag, notes)


def _source(view: View, bulletin: Bulletin, tag: str) -> Iterator[str]:
    source = source_of(bulletin.shared, tag)
    if not isinstance(source, dict):
        return
    name = escape(str(source["name"]))
    name = f'<a href="{escape(str(source["url"]))}">{name}</a>' if source["url"] else name
    rights = f". {escape(str(source['rights']))}" if source["rights"] else ""
    yield f"<p>{escape(view.label(tag, 'source'))}: {name}{rights}</p>"


def _list(view: View, label: str, tag: str, items: Iterable[str]) -> Iterator[str]:
    if written := "".join(f"<li>{item}</li>" for item in items if item):
        yield f"<h2>{escape(view.label(tag, label))}</h2>\n<ul>{written}</ul>"


def _said(texts: LocalText, tag: str) -> str:
    """A text, marked where it is in another language than the rest."""
    text, language = text_in(texts, tag)
    return _marked(text, language if language != tag else "")


def _marked(text: str, language: str) -> str:
    return f'<span lang="{escape(language)}">{escape(text)}</span>' if text and language else escape(text)


def _link(texts: LocalText, url: str, tag: str) -> str:
    text = _said(texts, tag)
    return f'<a href="{escape(url)}">{text or escape(url)}</a>' if url else text


def _headline(title: str, url: str, language: str) -> str:
    text = _marked(title, language) or escape(url)
    return f'<a href="{escape(url)}">{text}</a>' if url else text
