"""Links lost, turned elsewhere or exchanged, and pictures with their texts."""

import itertools
import re
from collections.abc import Iterator, Sequence
from random import Random

from tests.quality.planting.bundles import FILES, LOCALES, Bundle, Locale, other
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.pages import FRONT, PICTURE
from tests.quality.planting.pairs import Pair
from tests.quality.planting.structure import whole_lines

RULE = "link-mismatch"
LINK = re.compile(r"(?<!!)\[(?P<text>[^\]\n]+)\]\((?P<target>[^)\s]+)(?:\s+\"[^\"\n]*\")?\)")
INTERNAL = re.compile(r"(?P<up>(?:\.\./)+)(?P<key>[\w/-]+)/index\.(?:vi|en)\.md(?P<anchor>#\S+)?\Z")
EXTERNAL = re.compile(r"(?P<scheme>https?://)(?P<host>[^/\s]+)(?P<path>/[^?#]*)?(?P<rest>[?#].*)?\Z")
SHOWN = re.compile(r"@|\w\.\w+(?:/|\Z)")
"""A text that shows its address, so that nothing is lost with the link."""
SEGMENTS = ("tin-tuc", "thong-bao", "van-ban", "lien-he", "gioi-thieu")


def common(target: str) -> str:
    """A target without the locale of the edition it points to."""
    return re.sub(r"index\.(?:vi|en)\.md", "index.md", target)


def _turned(target: str, locale: Locale, key: str, others: Sequence[str], rng: Random) -> Iterator[tuple[str, str]]:
    """Other targets than this, by kind."""
    if (mail := re.fullmatch(r"mailto:([\w.+-]+)@(\S+)", target)) is not None:
        yield "mail-changed", f"mailto:{rng.choice(['vanphong', 'lienhe', 'phongtin'])}@{mail[2]}"
        yield "mail-host-changed", f"mailto:{mail[1]}@cu.{mail[2]}"
    elif (inside := INTERNAL.match(target)) is not None:
        free = [k for k in others if k not in {key, inside["key"]}]
        if free:
            up = "../" * len(key.split("/"))
            yield "internal-turned", f"{up}{rng.choice(free)}/{FILES[locale]}"
    elif (outside := EXTERNAL.match(target)) is not None:
        path, rest = outside["path"] or "", outside["rest"] or ""
        host = rng.choice(["cu.", "m2.", "vanban."]) + outside["host"].removeprefix("www.")
        yield "host-changed", f"{outside['scheme']}{host}{path}{rest}"
        parts = [part for part in path.split("/") if part]
        if parts:
            new = rng.choice([s for s in SEGMENTS if s not in parts])
            yield "path-changed", f"{outside['scheme']}{outside['host']}/{'/'.join([*parts[:-1], new])}{rest}"
        if (digit := re.search(r"\d(?=\D*\Z)", path)) is not None:
            at = outside.start("path") + digit.start()
            yield "path-digit-changed", f"{target[:at]}{(int(digit[0]) + 1) % 10}{target[at + 1 :]}"
    if "#" in target:
        yield "anchor-changed", f"{target.partition('#')[0]}#muc-{rng.randrange(11, 99)}"


def _links(text: str) -> list[re.Match[str]]:
    return list(LINK.finditer(text, len(FRONT.match(text)[0]) if FRONT.match(text) else 0))  # type: ignore[index]


def links(pair: Pair, others: Sequence[Bundle], rng: Random) -> Iterator[Fault]:
    """A link that both editions have once, lost or turned elsewhere in one."""
    keys = [bundle.key for bundle in others]
    for locale in LOCALES:
        found = _links(pair.bundle.text(locale))
        there = [common(link["target"]) for link in _links(pair.bundle.text(other(locale)))]
        here = [common(link["target"]) for link in found]
        once = [
            link for link in found if there.count(common(link["target"])) == here.count(common(link["target"])) == 1
        ]

        def fault(kind: str, *edits: Edit, locale: Locale = locale) -> Fault:
            return make(pair.bundle, locale, RULE, kind, "link", edits)

        for link in once:
            if not SHOWN.search(link["text"]):
                yield fault("link-removed", Edit(*link.span(), link["text"]))
            for kind, target in _turned(link["target"], locale, pair.bundle.key, keys, rng):
                if common(target) not in there:
                    yield fault(kind, Edit(*link.span("target"), target))
        between = pair.bundle.text(locale)
        for first, second in itertools.pairwise(once):
            if "\n\n" in between[first.end() : second.start()]:
                edits = [Edit(*first.span("target"), second["target"]), Edit(*second.span("target"), first["target"])]
                yield fault("links-exchanged", *edits)


LEAD = re.compile(r"\bimage:\s*\{|^image:[ \t]*$", re.MULTILINE)
LEAD_PART = re.compile(r"\b(?P<name>file|alt|caption):[ \t]*(?P<value>\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[^,}\n\"']+)")


def _lead(text: str) -> dict[str, re.Match[str]]:
    """The parts of the lead picture in the front matter, by name."""
    front = FRONT.match(text)
    start = LEAD.search(text, 0, front.end()) if front else None
    if front is None or start is None:
        return {}
    return {part["name"]: part for part in LEAD_PART.finditer(text, start.start(), front.end())}


def _other_file(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-2{dot}{ending}"


def _lead_faults(bundle: Bundle, locale: Locale) -> Iterator[Fault]:
    here, there = _lead(bundle.text(locale)), _lead(bundle.text(other(locale)))
    for name in here.keys() & there.keys():
        span, value = here[name].span("value"), here[name]["value"].strip()
        if not value.strip("\"'") or not there[name]["value"].strip(" \"'"):
            continue
        if name == "file":
            edit = Edit(span[0], span[0] + len(value), _other_file(value))
            yield make(bundle, locale, "image-mismatch", "lead-file", "image", [edit])
            continue
        empty = Edit(span[0], span[0] + len(value), '""')
        yield make(bundle, locale, f"missing-{name}", f"lead-{name}-emptied", name, [empty])
        gone = re.compile(r",[ ]*\Z").search(bundle.text(locale)[: here[name].start()])
        inline = bundle.text(locale)[: here[name].start()].rsplit("\n", 1)[-1].lstrip().startswith("image:")
        if gone and inline:
            edit = Edit(gone.start(), span[0] + len(value), "")
            yield make(bundle, locale, f"missing-{name}", f"lead-{name}-dropped", name, [edit])


def pictures(pair: Pair, _others: Sequence[Bundle], _rng: Random) -> Iterator[Fault]:
    """Another file for a picture, a picture of the body lost, an alt text or caption empty on one side."""
    bundle = pair.bundle
    for locale in LOCALES:
        yield from _lead_faults(bundle, locale)
        text = bundle.text(locale)
        here, there = (list(PICTURE.finditer(bundle.text(side))) for side in (locale, other(locale)))
        if [p[2] for p in here] != [p[2] for p in there]:
            continue
        for own, faced in zip(here, there, strict=True):
            yield make(
                bundle, locale, "image-mismatch", "body-file", "image", [Edit(*own.span(2), _other_file(own[2]))]
            )
            alone = text[text.rfind("\n", 0, own.start()) + 1 : own.start()].strip() == ""
            if alone and text[own.end() : own.end() + 1] in {"\n", ""}:
                edit = whole_lines(text, own.start(), own.end())
                yield make(bundle, locale, "image-mismatch", "body-dropped", "image", [edit])
            if own[1].strip() and faced[1].strip():
                yield make(bundle, locale, "missing-alt", "body-alt-emptied", "alt", [Edit(*own.span(1), "")])
            if own[3] and faced[3]:
                edit = Edit(own.end(2), own.end(3) + 1, "")
                yield make(bundle, locale, "missing-caption", "body-caption-dropped", "caption", [edit])
