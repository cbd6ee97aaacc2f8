"""Nothing that is not cleared is anywhere in the site: no name, no word, no byte."""

import html
import json
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.build.projects import picture, snapshot
from tests.trees import KEY, LENIENT, SOURCE, TRANSLATION, Run, build, pair, with_body, with_field, write_docs

HIDDEN = {
    "draft": "date: 2026-03-05\nstatus: draft\napproved: {by: A, on: 2026-03-05}",
    "review": "date: 2026-03-05\nstatus: review\napproved: {by: A, on: 2026-03-05}",
    "no-approval": "date: 2026-03-05\nstatus: published",
    "approved-later": "date: 2026-03-05\nstatus: published\napproved: {by: A, on: 2026-03-21}",
    "dated-later": "date: 2026-03-21\nstatus: published\napproved: {by: A, on: 2026-03-05}",
    "embargo": "date: 2026-03-05\nstatus: published\napproved: {by: A, on: 2026-03-05}\n"
    "embargo_until: 2026-03-20T08:00:01+07:00",
    "embargo-by-day": "date: 2026-03-05\nstatus: published\napproved: {by: A, on: 2026-03-05}\n"
    "embargo_until: 2026-03-21",
    "withdrawn-never-approved": "date: 2026-03-05\nstatus: withdrawn\n"
    "withdrawn: {on: 2026-03-06, reason: {vi: Sai., en: Wrong.}}",
    "withdrawn-under-embargo": "date: 2026-03-05\nstatus: withdrawn\napproved: {by: A, on: 2026-03-05}\n"
    "embargo_until: 2026-03-21\nwithdrawn: {on: 2026-03-06, reason: {vi: Sai., en: Wrong.}}",
}
"""Why a whole bulletin is hidden → its shared metadata."""
HIDDEN_TRANSLATIONS = {
    "draft-translation": "translation: {of: vi, status: draft}",
    "machine-translation": "translation: {of: vi, status: machine}",
    "translation-embargoed": "translation: {of: vi, status: reviewed}\nembargo_until: 2026-03-20T08:00:01+07:00",
    "translation-approved-later": "translation: {of: vi, status: reviewed}\napproved: {by: B, on: 2026-03-21}",
}
"""Why only a translation is hidden → its own metadata."""
LEFT_BEHIND = (
    *(
        "hidden-file",
        "hidden-folder",
        "data",
        "registry",
        "unused-file",
        "comment",
        "inline-comment",
        "waivers",
        "lock",
    ),
    *("unused-variant", "unused-reference", "withdrawn"),
)
"""What else lies in a docs folder and is never published."""
REASONS = (*HIDDEN, *HIDDEN_TRANSLATIONS, *LEFT_BEHIND)


def slug(reason: str) -> str:
    """Name a reason as an address can, by a word that is nowhere else: no slug of a public bulletin holds it."""
    return f"kin-{REASONS.index(reason):02}-yen"


def word(reason: str) -> str:
    """Name a reason in Vietnamese."""
    return f"chim{REASONS.index(reason):02}yếnđỗ"


def edition(reason: str, front: str, tag: str) -> str:
    """An edition that betrays its reason in every field and in its text."""
    canary = f"{word(reason)} {slug(reason)}"
    own = (
        ""
        if "translation:" in front
        else f"author: {canary}\nsource: {{name: {canary}, url: https://{slug(reason)}.example/}}\n"
    )
    return (
        f"---\ntitle: {canary} một\ndescription: {canary} hai\n{front}\n{own}"
        f"image: {{file: {slug(reason)}.png, alt: {canary} ba, caption: {canary} bốn, credit: {canary} năm}}\n"
        f"corrections: [{{on: 2026-03-06, note: {canary} sáu}}]\n---\n"
        f"## {canary} bảy {{#{slug(reason)}}}\n\n![{canary}](<{word(reason)}.png>) [{canary}]({slug(reason)}-tep.pdf) {canary} {tag}\n"
    )


def hidden_files() -> Iterator[tuple[str, str | bytes]]:
    for reason, front in HIDDEN.items():
        key = f"news/2026/03/{slug(reason)}"
        extra = f"redirect_from: [news/2026/02/{slug(reason)}-cu]\nfeatured: 2026-04-01\ntopics: [{slug('registry')}]"
        yield f"{key}/index.vi.md", edition(reason, f"{front}\n{extra}", "vi")
        yield f"{key}/index.en.md", edition(reason, "translation: {of: vi, status: reviewed}", "en")
        yield f"{key}/{slug(reason)}.png", picture(word(reason))
        yield f"{key}/{word(reason)}.png", picture(slug(reason))
        yield f"{key}/{slug(reason)}-tep.pdf", f"%PDF {word(reason)}"
    for number, (reason, front) in enumerate(HIDDEN_TRANSLATIONS.items()):
        key = f"features/2026/03/dich-{number}"
        yield f"{key}/index.vi.md", SOURCE
        yield f"{key}/index.en.md", edition(reason, front, "en")
        yield f"{key}/{slug(reason)}.en.png", picture(word(reason))
        yield f"{key}/{word(reason)}.png", picture(slug(reason))
        yield f"{key}/{slug(reason)}-tep.pdf", f"%PDF {word(reason)}"


def left_behind() -> Iterator[tuple[str, str | bytes]]:
    def both(reason: str) -> str:
        return f"{word(reason)} {slug(reason)}"

    body = (
        f"Nội dung công khai.\n\n<!-- {both('comment')}\n\n[x](../{slug('draft')}/) -->\n\n"
        f"Một <!-- {both('inline-comment')} --> hai.\n\n"
        f"[{slug('unused-reference')}]: https://{slug('unused-reference')}.example/ '{word('unused-reference')}'\n\n"
    )
    links = [f"[bài](../{slug(r)}/) [bài](/en/news/2026/03/{slug(r)}/#{slug(r)} '{word(r)}')" for r in HIDDEN]
    links += [f"[bài](https://ban-tin-nghe-an.example/news/2026/03/{slug(r)}/)" for r in HIDDEN]
    links += [f"[bài][tham-chieu-{n}]\n\n[tham-chieu-{n}]: ../{slug(r)}/index.en.md\n" for n, r in enumerate(HIDDEN)]
    yield f"{KEY}/index.vi.md", with_field(with_body(SOURCE, body + "\n\n".join(links) + "\n"), "topics: [dau-tu]")
    yield f"{KEY}/index.en.md", TRANSLATION
    yield f"{KEY}/{slug('unused-file')}.png", picture(word("unused-file"))
    yield f"{KEY}/{word('unused-variant')}.en.png", picture(slug("unused-variant"))
    yield f"{KEY}/waivers.yml", f"- {both('waivers')}\n"
    yield f"{KEY}/translation.lock", f"# {both('lock')}\n"
    yield f"{KEY}/.{slug('hidden-file')}.png", picture(word("hidden-file"))
    yield f".{slug('hidden-folder')}/index.vi.md", with_field(SOURCE, f"author: {word('hidden-folder')}")
    yield f"_data/{slug('data')}.txt", both("data")
    topics = (
        "dau-tu: {vi: Đầu tư, en: Investment}\n"
        f"{slug('registry')}: {{vi: {word('registry')}, en: {slug('registry')}, lead: {{vi: {word('registry')}, en: x}}}}\n"
    )
    yield "_data/topics.yml", topics
    gone = "date: 2026-03-05\nstatus: withdrawn\napproved: {by: A, on: 2026-03-05}\n"
    gone += "withdrawn: {on: 2026-03-06, reason: {vi: Số liệu sai., en: The figures were wrong.}}"
    yield "press/2026/03/da-go/index.vi.md", edition("withdrawn", gone, "vi")
    yield "press/2026/03/da-go/index.en.md", edition("withdrawn", "translation: {of: vi, status: reviewed}", "en")
    yield f"press/2026/03/da-go/{slug('withdrawn')}.png", picture(word("withdrawn"))
    yield f"press/2026/03/da-go/{word('withdrawn')}.png", picture(slug("withdrawn"))
    yield f"press/2026/03/da-go/{slug('withdrawn')}-tep.pdf", f"%PDF {word('withdrawn')}"


def spellings(words: str) -> set[bytes]:
    """Return every way in which a file could spell some words."""
    found = set()
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, words)
        found |= {text, quote(text), quote(text).lower(), json.dumps(text)[1:-1], html.escape(text)}
        found |= {"".join(c if c.isascii() else f"&#{ord(c)};" for c in text)}
        found |= {"".join(c if c.isascii() else f"&#x{ord(c):x};" for c in text)}
        found |= {text.encode("punycode").decode(), text.encode("utf-16-le").decode("latin-1")}
    return {each.encode() for each in found} | {unicodedata.normalize("NFC", words).encode("utf-16-le")}


def traces(site: Mapping[str, bytes], reason: str) -> list[str]:
    """List the files of a site in whose name or bytes a reason is betrayed."""
    wanted = {each.lower() for words in (slug(reason), word(reason)) for each in spellings(words)}
    return [
        name
        for name, data in site.items()
        if any(each in name.encode("utf-8", "surrogateescape").lower() or each in data.lower() for each in wanted)
    ]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("gate")
    docs = write_docs(folder / "docs", dict([*LENIENT.items(), *hidden_files(), *left_behind()]))
    return build(docs, folder / "site")


@pytest.fixture(scope="module")
def site(run: Run) -> dict[str, bytes]:
    assert (run.status, run.errors) == (0, "")
    return snapshot(run.site)


@pytest.mark.parametrize("reason", [pytest.param(reason, id=reason) for reason in REASONS])
def test_nothing_of_it_is_in_the_site(site: Mapping[str, bytes], reason: str) -> None:
    assert traces(site, reason) == []


def test_what_is_cleared_beside_it_is_there(site: Mapping[str, bytes]) -> None:
    text = site[f"{KEY}/index.html"].decode()
    assert "Nội dung công khai." in text
    assert text.count("<span>bài</span>") == 4 * len(HIDDEN)
    assert "was held on 5 March" in site[f"en/{KEY}/index.html"].decode()
    for number in range(len(HIDDEN_TRANSLATIONS)):
        assert "diễn ra ngày 05" in site[f"features/2026/03/dich-{number}/index.html"].decode()
        assert "no English translation at present" in site[f"en/features/2026/03/dich-{number}/index.html"].decode()


def test_the_search_for_traces_finds_every_spelling() -> None:
    for planted in spellings(word("draft")) | spellings(slug("draft")):
        assert traces({"a": b"x" + planted.upper() + b"y"}, "draft") == ["a"]
    assert traces({f"{word('draft')}.png": b""}, "draft") == [f"{word('draft')}.png"]
    assert traces({"a": b"chim kin yen"}, "draft") == []


def test_the_canaries_would_be_seen_if_they_were_cleared(tmp_path: Path) -> None:
    front = "date: 2026-03-05\nstatus: published\napproved: {by: A, on: 2026-03-05}"
    key = f"news/2026/03/{slug('draft')}"
    files: dict[str, str | bytes] = {
        **LENIENT,
        f"{key}/index.vi.md": edition("draft", front, "vi"),
        f"{key}/{slug('draft')}.png": picture(""),
        f"{key}/{word('draft')}.png": picture(""),
        f"{key}/{slug('draft')}-tep.pdf": f"%PDF {word('draft')}",
    }
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert run.status == 0
    found = traces(snapshot(run.site), "draft")
    assert {f"{key}/index.html", f"{key}/{slug('draft')}-tep.pdf", "sitemap.xml"} <= set(found)
    assert {name.rsplit("/", 1)[-1].split("-")[0] for name in found if name.endswith(".webp")} == {"kin", word("draft")}


STOPPED: dict[str, dict[str, str | bytes]] = {
    "orphan": {f"{KEY}-mo-coi/index.en.md": TRANSLATION},
    "two-sources": {f"{KEY}-hai-goc/index.en.md": SOURCE, f"{KEY}-hai-goc/index.vi.md": SOURCE},
    "front-matter-unclosed": {f"{KEY}-ho/index.vi.md": SOURCE.replace("---\nHội nghị", "Hội nghị")},
    "status-misspelt": {f"{KEY}-sai/index.vi.md": SOURCE.replace("status: published", "status: Published")},
    "unknown-suffix": {f"{KEY}/index.vn.md": SOURCE},
    "subfolder": {f"{KEY}/anh/bi-mat.png": picture("")},
    "outside-of-sections": {"nhap/index.vi.md": SOURCE},
}


@pytest.mark.parametrize("case", STOPPED)
def test_what_cannot_be_judged_stops_publication(tmp_path: Path, case: str) -> None:
    run = build(write_docs(tmp_path / "docs", {**pair(), **STOPPED[case]}), tmp_path / "site")
    assert (run.status, run.site.exists()) == (1, False)


@pytest.mark.parametrize("place", [f"{KEY}/anh.png", "news/2026/04", f"{KEY}/index.en.md", "index.vi.md"])
def test_a_symbolic_link_out_of_the_folder_stops_publication(tmp_path: Path, place: str) -> None:
    outside = write_docs(tmp_path / "ngoai", {"bi-mat/index.vi.md": SOURCE, "bi-mat.png": picture("")})
    docs = write_docs(tmp_path / "docs", pair(translation=None))
    (docs / place).symlink_to(outside if place.endswith("04") else outside / "bi-mat.png")
    run = build(docs, tmp_path / "site")
    assert (run.status, run.site.exists()) == (1, False)
    assert f"docs/{place}:1: error: schema: đây là liên kết tượng trưng" in run.output
