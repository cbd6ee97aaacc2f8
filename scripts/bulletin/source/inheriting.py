"""The fields of a type as all editions of a bulletin give them together."""

from __future__ import annotations

from dataclasses import replace

from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.catalogue import message
from bulletin.model.kinds import LegalDocument
from bulletin.model.merging import merged
from bulletin.source.text import Flaw


def with_details(bulletin: Bulletin) -> tuple[Bulletin, list[tuple[Edition, Flaw]]]:
    """A bulletin with what its type adds, and each translation with the texts that it takes from the source edition."""
    source = bulletin.source
    if source is None or source.details is None:
        return bulletin, []
    others = [each for tag, each in bulletin.editions.items() if tag != source.locale]
    details = merged(source.details, [each.details for each in others if each.details is not None])
    editions = {tag: each if each is source else _inheriting(each, source) for tag, each in bulletin.editions.items()}
    found = []
    if isinstance(details, LegalDocument) and details.file and bulletin.asset(details.file, source.locale) is None:
        flaw = Flaw(source.line_of("text"), message("unknown-text", found=details.file))
        found.append((source, flaw))
        editions[source.locale] = replace(source, faulty=True)
    return replace(bulletin, editions=editions, details=details), found


def _inheriting(edition: Edition, source: Edition) -> Edition:
    """A translation with every text that its source has: its own, that of the source for its locale, or the source's.

    What nobody has translated is told as text in the other language, as in any block; a name or a number serves all.
    """
    own = {each.slot: each for each in edition.texts}
    given = {each.slot: each for each in source.texts if each.locale == edition.locale}
    texts = []
    for each in source.texts:
        if each.locale != source.locale:
            continue
        text = own.pop(each.slot, None)
        if text is None:
            text = given.get(each.slot, each)
            line = edition.line_of("translation")
            text = replace(text, locale=edition.locale, line=line, is_inherited=True, there=text.line)
        texts.append(text)
    texts += [each for each in own.values() if not each.is_doubtful]
    return replace(edition, texts=tuple(texts))
