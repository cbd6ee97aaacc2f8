"""`term-mismatch` and `name-mismatch`: what the source names, the translation calls by a right form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin.checks.terms.matcher import Form, Kind
from bulletin.checks.terms.near import Found, instead, stranger
from bulletin.checks.terms.passages import Mention, Named, Passage
from bulletin.checks.terms.stand_ins import stands_for
from bulletin.checks.terms.words import is_capital, passage_key
from bulletin.checks.told import Told
from bulletin.model.alignment import Alignment, Pair
from bulletin.model.block import Block
from bulletin.model.catalogue import Words, message

NEIGHBOURS = 2
"""How many blocks away a translator may have moved a sentence."""
MAX_QUOTED = 60
_RIGHT = (Kind.NAME, Kind.ABBREVIATION)


class Comparison:
    """Two editions with their names, block against block."""

    def __init__(self, alignment: Alignment, source: Named, translation: Named, foreign: frozenset[int]) -> None:
        self.pairs: Sequence[Pair] = alignment.pairs
        self.source = source
        self.translation = translation
        self.foreign = foreign
        """`id` of the blocks that are not translated, which is told by itself."""
        self.anywhere = {ident for passage in translation.passages for ident in passage.known}

    def told(self) -> Iterator[Told]:
        """What the translation does not call by a right form, once a block."""
        for index, pair in enumerate(self.pairs):
            both = pair.both
            if both is None or not self.foreign.isdisjoint(map(id, both)):
                continue
            seen: set[tuple[str, str]] = set()
            for passage in self.source.blocks.get(id(both[0]), ()):
                if not passage.matches:
                    continue
                for mention in passage.mentions:
                    form = next((each for each in mention.forms if each.kind in _RIGHT), None)
                    if form is None or form.ident in seen or not means_it(passage, mention, form):
                        continue
                    seen.add(form.ident)
                    yield from self._name(index, both[1], passage, mention)
                for mention in passage.post_mentions:
                    yield from self._post(index, both, passage, mention)

    def _near(self, index: int, named: Named) -> Iterator[Passage]:
        """The passages of an edition in which a sentence of a block may stand."""
        for pair in self.pairs[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]:
            block = pair.translation if named is self.translation else pair.source
            yield from named.blocks.get(id(block), ())

    def _name(self, index: int, block: Block, passage: Passage, mention: Mention) -> Iterator[Told]:
        idents = {form.ident for form in mention.forms}
        own = self.translation.blocks.get(id(block), [])
        if any(not idents.isdisjoint(each.known) for each in own):
            return
        form = mention.forms[0]
        rights = [right for each in mention.forms for right in _forms_in(each, self.translation.tag)]
        if not rights or not own:
            return
        found = self._instead(index, own, passage, mention, rights)
        if found is None:
            if any(not idents.isdisjoint(each.known) for each in self._near(index, self.translation)):
                return
            if not idents.isdisjoint(self.anywhere) and stands_for(own, rights[0], self.translation.tag):
                return
            if _is_avoided(own, idents):  # told by itself
                return
        yield _told(form.rule, block, passage, mention, rights[0].text, found)

    def _instead(
        self, index: int, own: Sequence[Passage], passage: Passage, mention: Mention, rights: Sequence[Form]
    ) -> Found | None:
        """What stands where the name should: it with a slip, or another that the source nearby does not have."""
        form = mention.forms[0]
        source = list(self._near(index, self.source))
        words = frozenset(passage_key(word) for each in source for word in each.words)
        if form.registry != "agencies" or passage.keys.count(passage.keys[mention.first]) == 1:
            # Of two departments in the source, the one in the translation may be the other.
            found = next(filter(None, (instead(own, right, words) for right in rights)), None)
            if found is not None or form.registry == "glossary":
                return found
        known = {ident for each in source for ident in each.known}
        for each in own:
            for other in each.mentions:
                idents = {each.ident for each in other.forms if each.registry == form.registry}
                if idents and idents.isdisjoint(known) and all(each.kind in _RIGHT for each in other.forms):
                    return Found(other.text, each.line_at(other.start))
        return stranger(own, words) if form.registry in {"places", "people"} and self.translation.tag != "vi" else None

    def _post(self, index: int, both: tuple[Block, Block], passage: Passage, mention: Mention) -> Iterator[Told]:
        """A post is compared where its holder is named, too."""
        people = {form.ident for form in mention.forms} & set(passage.known)
        form = next((form for form in mention.forms if form.ident in people), None)
        if form is None:
            return
        near = list(self._near(index, self.translation))
        if any(each.ident in people and each.post == form.post for every in near for each in every.posts):
            return
        rights = form.post.forms.get(self.translation.tag, ()) if form.post else ()
        if rights and any(people & set(each.known) for each in near):
            yield _told(form.rule, both[1], passage, mention, rights[0], None)


def means_it(passage: Passage, mention: Mention, form: Form) -> bool:
    """Whether words that could be a name are meant as one, and are not part of a longer one."""
    if form.registry == "glossary":
        written = passage.words[mention.first]
        is_title = is_capital(written) and not is_capital(form.words[0])
        after = passage.after(mention, 1)
        is_numbered = bool(after) and (after[0] in {"số", "No"} or after[0].isdecimal())
        return not is_title or is_numbered or passage.begins_sentence(mention)
    if len(form.words) == 1 and form.kind is Kind.NAME:
        return not passage.begins_sentence(mention) and not passage.is_touched_by_name(mention)
    after = passage.after(mention, 2)
    if form.registry == "places" and form.tag == "vi" and after and is_capital(after[0]):
        return len(after) > 1 and is_capital(after[1])  # "Thái Bình Dương", but "tỉnh Nghệ An Nguyễn Văn A"
    return True


def _forms_in(form: Form, tag: str) -> list[Form]:
    """The right forms of the same entry in another locale, the one to be written first."""
    entry = form.entry
    texts = [text for text in (entry.text.get(tag, ""), *entry.forms.get(tag, ())) if text]
    return [Form(text, Kind.NAME, form.registry, entry, tuple(text.split()), tag) for text in texts]


def _is_avoided(texts: Sequence[Passage], idents: set[tuple[str, str]]) -> bool:
    """Whether a form that nobody may write stands for one of the entries."""
    forms = (form for passage in texts for mention in passage.mentions for form in mention.forms)
    return any(form.kind is Kind.AVOIDED and form.ident in idents for form in forms)


def _told(  # noqa: PLR0913, PLR0917 - all that the sentence says
    rule: str, block: Block, passage: Passage, mention: Mention, expected: str, found: Found | None
) -> Told:
    line = passage.line_at(mention.start)
    parts = {"line": line, "source": mention.text, "expected": expected}
    if found is not None:
        return Told(rule, found.line, message("term-found", found=found.text, **parts))
    text = " ".join(block.text.split()) or " ".join(figure.alt for figure in block.figures)
    shown = text if len(text) <= MAX_QUOTED else f"{text[: MAX_QUOTED - 1]}…"
    return Told(rule, block.line, message("term-mismatch", text=Words(shown, shown), **parts))
