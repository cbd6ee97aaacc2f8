"""The fields that types add to a bulletin, read as one edition gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bulletin.model.bulletin import FieldText
from bulletin.model.catalogue import one_of
from bulletin.model.documents import DocumentKind, parse_number
from bulletin.model.kinds import (
    DETAILS,
    IMPRINT,
    Claim,
    ContactPoint,
    Details,
    Event,
    EventStatus,
    Evidence,
    LegalDocument,
    LegalStatus,
    Named,
    NamedLink,
    NumberedIssue,
    Opportunity,
    Period,
    PressLink,
    PressReport,
    Ruling,
    Span,
    Verdict,
)
from bulletin.model.locale import LocalText
from bulletin.source.fields import (
    KEY,
    Fields,
    parse_address,
    parse_bulletin_key,
    parse_email,
    parse_whole,
)
from bulletin.source.values import (
    no_period,
    parse_address_or_file,
    parse_language,
    parse_moment,
    parse_phone,
    period_of,
)
from bulletin.source.yaml_reader import Mapping as YamlMapping
from bulletin.source.yaml_reader import Node, Scalar, Sequence

OF_TYPE: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "clarifications": ("claim", "verdict", "claimed_on", "claimed_by", "evidence", "sources"),
    "events": ("start", "end", "place", "organiser", "link", "event_status"),
    "press": ("outlet", "link", "published_on", "language", "links"),
    "documents": (
        *("number", "kind", "issuer", "issued_on", "effective_on", "legal_status", "repealed_by", "text"),
    ),
    "issues": ("number", "period", "contents", *IMPRINT, "pages"),
    "opportunities": ("capital", "area", "sector", "contact", "as_of", "expires"),
})  # fmt: skip
"""Section → fields of its type."""
UNDETERMINED = "und"
"""The tag of what is in no language in particular: the name of a newspaper stands in every edition as it is."""


def read_details(section: str, tag: str, fields: Fields, *, is_source: bool) -> tuple[Details | None, list[FieldText]]:
    """Read what an edition gives of its type, and the texts among it; None where that is nothing.

    Mistakes are noted in the fields.
    """
    if section not in DETAILS or not any(fields.has(name) for name in OF_TYPE[section]):
        fields.skip(*OF_TYPE.get(section, ()))
        return None, []
    reader = _Reader(tag, fields, is_source)
    read: Mapping[str, Callable[[], Details]] = {
        "clarifications": reader.claim,
        "events": reader.event,
        "press": reader.press,
        "documents": reader.document,
        "issues": reader.issue,
        "opportunities": reader.opportunity,
    }
    return read[section](), reader.texts


@dataclass(slots=True)
class _Reader:
    """Reads the fields of one edition."""

    tag: str
    fields: Fields
    is_source: bool
    texts: list[FieldText] = field(default_factory=list)

    def claim(self) -> Claim:
        self._both("claim", "verdict")
        return Claim(
            self._text(self.fields, "claim"),
            self._ruling(),
            self.fields.day("claimed_on"),
            self._text(self.fields, "claimed_by"),
            tuple(self._evidence()),
            tuple(self._sources()),
        )

    def _ruling(self) -> Ruling:
        node = self.fields.mapping.entries.get("verdict")
        known = {member.value: member for member in Verdict}
        verdict = known.get(node.text.strip().casefold()) if isinstance(node, Scalar) else None
        return Ruling(verdict, self._text(self.fields, "verdict", is_doubtful=verdict is not None))

    def _evidence(self) -> Iterator[Evidence]:
        for number, item in enumerate(_items(self.fields, "evidence")):
            slot = f"evidence.{number}"
            if isinstance(item, YamlMapping) and item.entries.keys() & {"text", "url"}:
                group = self._below(item, "evidence")
                yield Evidence(self._text(group, "text", slot=slot, required=True), group.address("url"))
                group.close()
            else:
                alone = self._below(YamlMapping(item.line, {"evidence": item}, {"evidence": item.line}), "")
                yield Evidence(self._text(alone, "evidence", slot=slot))

    def _sources(self) -> Iterator[NamedLink]:
        for group in self.fields.groups("sources"):
            yield NamedLink(self._text(group, "name", is_shown=False, required=True), group.address("url"))
            group.close()

    def event(self) -> Event:
        start, end = (self.fields.parsed(name, parse_moment, "moment") for name in ("start", "end"))
        if end is not None and not self.fields.has("start") and self.is_source:
            self.fields.note("end", "field-alone", name="end", missing="start")
        if start is not None and end is not None and end.ends < start.ends and end.begins < start.begins:
            self.fields.note("end", "ends-before-start", found=self._typed("end"), start=self._typed("start"))
        return Event(
            start,
            end,
            self._named("place"),
            self._named("organiser"),
            self.fields.address("link"),
            self.fields.choice("event_status", EventStatus) or EventStatus.SCHEDULED,
        )

    def press(self) -> PressReport:
        self._both("outlet", "link")
        alone = [name for name in ("outlet", "link", "published_on", "language") if self.fields.has(name)]
        if alone and self.fields.has("links"):
            self.fields.note(alone[0], "either-or", name=alone[0], other="links")
        elif alone and not {"outlet", "link"}.intersection(alone) and self.is_source:
            self.fields.note(alone[0], "field-alone", name=alone[0], missing="link")
        return PressReport(
            self._text(self.fields, "outlet", language=UNDETERMINED),
            self.fields.address("link"),
            self.fields.day("published_on"),
            self.fields.parsed("language", parse_language, "language") or "",
            tuple(self._reports()),
        )

    def _reports(self) -> Iterator[PressLink]:
        for group in self.fields.groups("links"):
            yield PressLink(
                self._text(group, "outlet", is_shown=False, required=True),
                group.text("title"),
                group.parsed("link", parse_address, "address", required=True) or "",
                group.day("published_on"),
                group.parsed("language", parse_language, "language") or "",
            )
            group.close()

    def document(self) -> LegalDocument:
        status = self.fields.choice("legal_status", LegalStatus)
        if self.fields.has("repealed_by") and self.is_source and not (status and status.is_repealed):
            wanted = one_of(each.value for each in LegalStatus if each.is_repealed)
            self.fields.note("repealed_by", "repealed-in-force", found=self._typed("repealed_by"), expected=wanted)
        return LegalDocument(
            self.fields.parsed("number", parse_number, "document-number") or "",
            self.fields.choice("kind", DocumentKind),
            self._named("issuer"),
            self.fields.day("issued_on"),
            self.fields.day("effective_on"),
            status,
            self.fields.parsed("repealed_by", parse_number, "document-number") or "",
            self.fields.parsed("text", parse_address_or_file, "address-or-file") or "",
        )

    def issue(self) -> NumberedIssue:
        imprint = {name: self._text(self.fields, name) for name in IMPRINT}
        return NumberedIssue(
            number=self.fields.parsed("number", parse_whole, "whole"),
            period=self._period(),
            contents=self.fields.texts("contents", parse_bulletin_key, "bulletin-key"),
            pages=self.fields.parsed("pages", parse_whole, "whole"),
            **imprint,
        )

    def _period(self) -> Period:
        node = self.fields.mapping.entries.get("period")
        if isinstance(node, YamlMapping) and node.entries.keys() & {"from", "to"}:
            group = self.fields.group("period")
            first, last = (group.day(name, required=True) if group else None for name in ("from", "to"))
            if group:
                group.close()
            if first and last and last < first:
                self.fields.note("period", "until-before-since", name="period", since=first, until=last)
            return Period(Span.DAYS, first, last) if first and last else Period()
        text = node.text.strip() if isinstance(node, Scalar) else ""
        try:
            period = period_of(text)
        except ValueError:
            self.fields.parsed("period", no_period, "period")
            return Period()
        return replace(period, text=self._text(self.fields, "period", is_doubtful=period.first is not None))

    def opportunity(self) -> Opportunity:
        return Opportunity(
            self._text(self.fields, "capital"),
            self._text(self.fields, "area"),
            self.fields.key("sector"),
            self._contact(),
            self.fields.day("as_of"),
            self.fields.day("expires"),
        )

    def _contact(self) -> ContactPoint:
        node = self.fields.mapping.entries.get("contact")
        if not isinstance(node, YamlMapping) or not node.entries.keys() & {"name", "phone", "email"}:
            return ContactPoint(self._text(self.fields, "contact"))
        group = self.fields.group("contact")
        if group is None:
            return ContactPoint()
        contact = ContactPoint(
            self._text(group, "name", slot="contact"),
            group.parsed("phone", parse_phone, "phone") or "",
            group.parsed("email", parse_email, "email") or "",
        )
        group.close()
        return contact

    # What the types have in common

    def _typed(self, name: str) -> str:
        node = self.fields.mapping.entries.get(name)
        return node.text.strip() if isinstance(node, Scalar) else ""

    def _both(self, one: str, other: str) -> None:
        """Two fields of which neither says anything without the other."""
        given = [name for name in (one, other) if self.fields.has(name)]
        if len(given) == 1 and self.is_source:
            missing = other if given == [one] else one
            self.fields.note(given[0], "field-alone", name=given[0], missing=missing)

    def _below(self, mapping: YamlMapping, owner: str) -> Fields:
        return Fields(mapping, self.fields.flaws, self.fields.tags, owner)

    def _named(self, name: str) -> Named:
        """A key, by its letters, or a text."""
        node = self.fields.mapping.entries.get(name)
        key = node.text.strip() if isinstance(node, Scalar) and KEY.fullmatch(node.text.strip()) else ""
        return Named(key, self._text(self.fields, name, is_doubtful=bool(key)))

    def _text(  # noqa: PLR0913 - what a text may be
        self,
        fields: Fields,
        name: str,
        *,
        slot: str = "",
        required: bool = False,
        language: str = "",
        is_shown: bool = True,
        is_doubtful: bool = False,
    ) -> LocalText:
        """A text of the edition's own language; in the source edition also one for each locale.

        What is doubtful is a text only beside a text of the source.
        """
        node = fields.mapping.entries.get(name)
        lines: Mapping[str, int] = {}
        if self.is_source and isinstance(node, YamlMapping):
            texts = {tag: text for tag, text in fields.local_text(name, in_each=True).items() if text}
            lines = {tag: below.line for tag, below in node.entries.items()}
        else:
            text = fields.text(name, required=required)
            texts = {self.tag: text} if text else {}
        if is_doubtful and self.is_source:
            return {}
        for tag, text in texts.items() if is_shown else ():
            line = lines.get(tag, fields.line(name))
            top = (slot or name).partition(".")[0]
            self.texts.append(FieldText(top, tag, text, line, slot or name, language=language, is_doubtful=is_doubtful))
        return texts


def _items(fields: Fields, name: str) -> list[Node]:
    """The items of a list, or a single value."""
    fields.skip(name)
    if not fields.has(name):
        return []
    node = fields.mapping.entries[name]
    if isinstance(node, Sequence):
        return node.items
    return [node]
