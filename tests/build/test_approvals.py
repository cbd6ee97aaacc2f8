"""Nothing that is not the text that was approved, by somebody who may, is anywhere in the site; and the rest stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from tests.build.projects import picture, snapshot
from tests.build.test_gate import spellings
from tests.desk import run as desk
from tests.trees import LENIENT, SOURCE, TRANSLATION, Run, build, with_body, write_docs

DAY = "2026-03-10"
APPROVERS = """\
truong-ban: {name: Lê Văn Trưởng, role: {vi: Trưởng ban, en: Head}, sections: all}
pho-ban: {name: Trần Thị Phó, sections: [events]}
nguyen: {name: Phạm Văn Nguyên, sections: [news], until: 2026-02-28}
moi: {name: Đỗ Thị Mới, email: moi@example.vn, sections: [news], since: 2026-03-11}
"""
WORD, SLUG = "chimyếnđỗ", "kin-yen-do"
"""What stands in whatever nobody has approved."""
CANARY = f"{WORD} {SLUG}"
OTHER_PICTURE = sha256(picture(CANARY)).hexdigest()[:10]
"""What stands in the name of a photograph that nobody has approved."""
VI, EN = "index.vi.md", "index.en.md"
SHOWN_VI, SHOWN_EN = "Hội nghị diễn ra", "The conference was held"
IMAGE = "image: {file: anh.png, alt: Cảng, caption: Cảng Cửa Lò, credit: Ảnh A}\n"
IMAGE_EN = "image: {file: anh.png, alt: Port, caption: The port, credit: Photo A}\n"


def text(source: str, image: str) -> str:
    """A text with a picture and a file to download."""
    whole = with_body(source, source.split("---\n", 2)[2] + "\n[Tệp](tep.pdf)\n")
    return whole.replace("---\n", f"---\n{image}", 1)


def bundle() -> dict[str, str | bytes]:
    """The files of a bulletin as it was approved."""
    files: dict[str, str | bytes] = {VI: text(SOURCE, IMAGE), EN: text(TRANSLATION, IMAGE_EN)}
    return files | {"anh.png": picture("a"), "tep.pdf": b"%PDF a"}


Files = dict[str, str | bytes]


def within(name: str, old: str, new: str) -> Callable[[Files], Files]:
    """A change of one word in one file of a bundle."""

    def change(files: Files) -> Files:
        before = str(files[name])
        assert old in before, f"{name}: {old}"
        return {**files, name: before.replace(old, new, 1)}

    return change


def both(*changes: Callable[[Files], Files]) -> Callable[[Files], Files]:
    """Several changes."""

    def change(files: Files) -> Files:
        for each in changes:
            files = each(files)
        return files

    return change


def instead(name: str, data: str | bytes) -> Callable[[Files], Files]:
    """Another file in the place of one."""
    return lambda files: {**files, name: data}


def without(name: str) -> Callable[[Files], Files]:
    """One file less."""
    return lambda files: {each: data for each, data in files.items() if each != name}


def from_lock(name: str, begin: str) -> Callable[[Files], Files]:
    """Cut the lock off where a line begins."""

    def change(files: Files) -> Files:
        lock = str(files[name])
        return {**files, name: lock[: lock.index(f"\n{begin}") + 1]}

    return change


BODY_VI, BODY_EN = within(VI, "ngày 05", f"{CANARY} ngày 05"), within(EN, "5 March", f"{CANARY} 5 March")
LOCK = "approval.lock"


@dataclass(frozen=True)
class Case:
    """What happened to a bulletin after it was approved."""

    change: Callable[[Files], Files]
    public: str
    """Tags of the editions that stand."""
    section: str = "news"
    finding: str = ""
    """What the office is told."""


CASES = {
    "body": Case(BODY_VI, "en", finding="index.vi.md:7: warning: clearance: Lê Văn Trưởng đã duyệt ngày 10/03/2026"),
    "body-of-the-translation": Case(
        BODY_EN, "vi", finding="approved this on 10 March 2026, and it changed since: blocks: 1 (lines 7)"
    ),
    "both": Case(both(BODY_VI, BODY_EN), "", finding="blocks: 1 (lines 9)"),
    "title": Case(within(VI, "Nghệ An", CANARY), "en", finding="blocks: 1 (lines 3)"),
    "description": Case(within(EN, "its projects", CANARY), "vi"),
    "alt": Case(within(VI, "alt: Cảng", f"alt: {CANARY}"), "en"),
    "caption": Case(within(VI, "Cảng Cửa Lò", CANARY), "en"),
    "credit": Case(within(VI, "Ảnh A", CANARY), "en", finding="changed since: bylines, sources or details"),
    "correction": Case(
        within(EN, "translation:", f"corrections: [{{on: 2026-03-11, note: {CANARY}}}]\ntranslation:"), "vi"
    ),
    "byline": Case(within(VI, "status:", f"author: {CANARY}\nstatus:"), ""),
    "byline-of-one-language": Case(
        within(VI, "status:", f"author: {{vi: {CANARY}, en: ''}}\nstatus:".replace("''", "A")), ""
    ),
    "source": Case(within(VI, "status:", f"source: {{name: {CANARY}, url: https://{SLUG}.example/}}\nstatus:"), ""),
    "block-added": Case(within(EN, "The conference", f"{CANARY}\n\nThe conference"), "vi"),
    "picture": Case(instead("anh.png", picture(CANARY)), "", finding="changed since: pictures or attachments"),
    "picture-of-one-language": Case(instead("anh.en.png", picture(CANARY)), "vi"),
    "attachment": Case(instead("tep.pdf", f"%PDF {CANARY}"), ""),
    "another-attachment": Case(
        both(instead(f"{SLUG}.pdf", f"%PDF {CANARY}"), within(EN, "tep.pdf", f"{SLUG}.pdf")), "vi"
    ),
    "date": Case(within(VI, "date: 2026-03-05", "date: 2026-03-04"), "", finding="the time of publication"),
    "damaged": Case(
        both(BODY_VI, BODY_EN, instead(LOCK, f"<<<<<<< {CANARY}\n")),
        "",
        finding="approval.lock:1: warning: clearance: ",
    ),
    "damaged-and-unchanged": Case(within(LOCK, "seen: ", "seen: 0"), "", finding="approval.lock:"),
    "cut-off": Case(from_lock(LOCK, "  blocks:"), ""),
    "no-lock": Case(both(BODY_VI, BODY_EN, without(LOCK)), "", finding="expected scripts/approve.py"),
    "not-in-the-lock": Case(both(BODY_VI, from_lock(LOCK, "vi:")), "en"),
    "another-bulletin-s": Case(
        within(LOCK, "key: news", "key: events"), "", finding='approval.lock is that of "events'
    ),
    "another-name": Case(within(VI, "by: Lê Văn Trưởng", f"by: {CANARY}"), ""),
    "another-name-who-may": Case(within(VI, "by: Lê Văn Trưởng", "by: Đỗ Thị Mới"), ""),
    "another-day": Case(
        within(VI, "on: 2026-03-10", "on: 2026-03-11"), "en", finding="in approval.lock by Lê Văn Trưởng on 10 March"
    ),
    "somebody-else": Case(
        both(within(VI, "Lê Văn Trưởng", CANARY), within(LOCK, "Lê Văn Trưởng", CANARY)),
        "",
        finding="is not in _data/approvers.yml",
    ),
    "of-another-section": Case(
        both(
            within(VI, "Lê Văn Trưởng", "Trần Thị Phó"),
            within(LOCK, "vi:\n  by: Lê Văn Trưởng", "vi:\n  by: Trần Thị Phó"),
        ),
        "",
        finding='"Trần Thị Phó" may not approve "news" on 10 March 2026',
    ),
    "out-of-office": Case(
        both(
            within(VI, "Lê Văn Trưởng", "Phạm Văn Nguyên"),
            within(LOCK, "vi:\n  by: Lê Văn Trưởng", "vi:\n  by: Phạm Văn Nguyên"),
        ),
        "",
    ),
    "before-office": Case(
        both(
            within(VI, "Lê Văn Trưởng", "Đỗ Thị Mới"), within(LOCK, "vi:\n  by: Lê Văn Trưởng", "vi:\n  by: Đỗ Thị Mới")
        ),
        "",
    ),
    "translation-by-somebody-else": Case(within(LOCK, "en:\n  by: Lê Văn Trưởng", f"en:\n  by: {CANARY}"), "vi"),
    "lock-dated-later": Case(
        within(LOCK, "en:\n  by: Lê Văn Trưởng\n  on: 2026-03-10", "en:\n  by: Lê Văn Trưởng\n  on: 2026-03-21"), "vi"
    ),
}
KEPT = {
    "nothing": lambda files: files,
    "reflow": within(VI, "diễn ra ngày", "diễn ra\n   ngày"),
    "emphasis": within(EN, "was held", "was **held**"),
    "empty-lines": within(VI, "[Tệp]", "\n\n\n[Tệp]"),
    "front-matter-in-another-order": within(
        VI, "date: 2026-03-05\nstatus: published\n", "status: published\ndate: 2026-03-05 # ngày họp\n"
    ),
    "windows": lambda files: {**files, VI: str(files[VI]).replace("\n", "\r\n")},
    "an-unused-file": instead("khac.png", picture("b")),
    "a-topic": within(VI, "status:", "topics: [dau-tu]\nstatus:"),
    "featured": within(VI, "status:", "featured: 2026-04-01\nstatus:"),
    "checked": within(EN, "checked: 2026-03-05", "checked: 2026-03-12"),
}
"""What leaves an approval as it is."""


def key(name: str, section: str = "news") -> str:
    """Where the bulletin of a case lies; its name is nowhere in it."""
    return f"{section}/2026/03/bai-{[*CASES, *KEPT].index(name)}"


def write(docs: Path, key: str, files: Mapping[str, str | bytes]) -> None:
    """Write the files of a bundle, and no others."""
    folder = docs / key
    for path in folder.iterdir() if folder.exists() else ():
        path.unlink()
    write_docs(docs, {f"{key}/{name}": data for name, data in files.items()})


def changed(docs: Path, key: str, change: Callable[[Files], Files]) -> None:
    """Change what was approved."""
    files: Files = {}
    for path in (docs / key).iterdir():
        data = path.read_bytes()
        files[path.name] = data if path.suffix in (".png", ".pdf") else data.decode()
    write(docs, key, change(files))


def approve(docs: Path, *arguments: str) -> None:
    """Approve as the head of the office."""
    done = desk("approve", "--docs", docs, "--today", "2026-03-20", "--by", "Lê Văn Trưởng", "--on", DAY, *arguments)
    assert (done.status, done.errors) == (0, ""), done


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every case, approved and then changed; and all their addresses were public once."""
    folder = tmp_path_factory.mktemp("approvals")
    docs = write_docs(
        folder / "docs",
        {**LENIENT, "_data/approvers.yml": APPROVERS, "_data/topics.yml": "dau-tu: {vi: Đầu tư, en: Investment}\n"},
    )
    for name in (*CASES, *KEPT):
        write(docs, key(name), bundle())
    approve(docs, str(docs))
    for name, case in CASES.items():
        changed(docs, key(name), case.change)
    for name, change in KEPT.items():
        changed(docs, key(name), change)
    urls = [f"/{prefix}{key(name)}/\n" for name in CASES for prefix in ("", "en/")]
    (folder / "urls.lock").write_text("".join(urls), encoding="utf-8")
    return docs


@pytest.fixture(scope="module")
def run(docs: Path) -> Run:
    return build(docs, docs.parent / "site")


@pytest.fixture(scope="module")
def site(run: Run) -> dict[str, bytes]:
    assert (run.status, run.errors) == (0, ""), run.output
    return snapshot(run.site)


def traces(site: Mapping[str, bytes]) -> list[str]:
    """The files in whose name or bytes the canary is."""
    wanted = {each.lower() for words in (WORD, SLUG, OTHER_PICTURE) for each in spellings(words)}
    return [n for n, data in site.items() if any(each in n.encode().lower() or each in data.lower() for each in wanted)]


def test_nothing_that_was_not_approved_is_in_the_site(site: Mapping[str, bytes]) -> None:
    assert traces(site) == []


@pytest.mark.parametrize("name", CASES)
def test_what_was_approved_stands_and_the_rest_says_that_it_is_under_review(
    name: str, site: Mapping[str, bytes]
) -> None:
    for tag, prefix, shown, notice in (
        ("vi", "", SHOWN_VI, "Bài đang được rà soát"),
        ("en", "en/", SHOWN_EN, "Under review"),
    ):
        page = site[f"{prefix}{key(name)}/index.html"].decode()
        is_public, waits = tag in CASES[name].public, name != "lock-dated-later"
        assert (shown in page, notice in page) == (is_public, waits and not is_public)
        assert ('content="noindex"' in page) == (tag not in CASES[name].public)


@pytest.mark.parametrize("name", CASES)
def test_no_list_shows_what_is_withheld(name: str, site: Mapping[str, bytes]) -> None:
    lists = [
        (tag, site[f"{prefix}{below}"])
        for tag, prefix in (("vi", ""), ("en", "en/"))
        for below in ("index.html", "news/index.html", "news/2026/03/index.html")
    ]
    withheld = [page for tag, page in lists if tag not in CASES[name].public]
    assert [page for page in withheld if f"/{key(name).rsplit('/', 1)[1]}/".encode() in page] == []
    sitemap = site["sitemap.xml"].decode()
    for tag, prefix in (("vi", "example/"), ("en", "example/en/")):
        assert (f"{prefix}{key(name)}/<" in sitemap) == (tag in CASES[name].public)


@pytest.mark.parametrize("name", CASES)
def test_the_office_is_told_why(name: str, run: Run) -> None:
    if CASES[name].public == "vi" and name == "lock-dated-later":
        return  # time alone makes it public
    told = [
        line for line in run.output.splitlines() if line.startswith(str(run.site.parent / "docs" / key(name)) + "/")
    ]
    about = [line for line in told if ": warning: clearance: " in line]
    assert about
    assert CASES[name].finding in "\n".join(about)


def test_nothing_of_it_is_an_error(run: Run) -> None:
    assert ": error: " not in run.output


@pytest.mark.parametrize("name", KEPT)
def test_a_trivial_change_keeps_an_approval(name: str, site: Mapping[str, bytes], run: Run) -> None:
    assert SHOWN_VI.split(" ", maxsplit=1)[0] in site[f"{key(name)}/index.html"].decode()
    assert "conference was" in site[f"en/{key(name)}/index.html"].decode()
    assert f"{key(name)}/" not in "".join(line for line in run.output.splitlines() if "clearance" in line)


def test_where_names_suffice_the_same_texts_are_public_so_they_would_have_been_seen(docs: Path, tmp_path: Path) -> None:
    (docs / "_data/approvers.yml").rename(tmp_path / "approvers.yml")
    policy = (docs / "_data/coverage.yml").read_text(encoding="utf-8")
    try:
        write_docs(docs, {"_data/coverage.yml": f"{policy}approvals: names\n"})
        run = build(docs, tmp_path / "site")
    finally:
        write_docs(docs, {"_data/coverage.yml": policy})
        (tmp_path / "approvers.yml").rename(docs / "_data/approvers.yml")
    assert run.status == 0
    found = "\n".join(traces(snapshot(run.site)))
    for name in ("body", "title", "alt", "caption", "credit", "byline", "source", "attachment", "no-lock", "damaged"):
        assert key(name) in found
    assert f"{key('picture')}/anh-{OTHER_PICTURE}" in found


def test_a_text_in_nfd_is_the_text_that_was_approved(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {**LENIENT, "_data/approvers.yml": APPROVERS})
    write(docs, key("nothing"), bundle())
    approve(docs, str(docs))
    path = docs / key("nothing") / VI
    path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8")
    told = desk("check", "--docs", docs, "--no-cache", "--today", "2026-03-20").output
    assert "not-nfc" not in told  # the rule is schema
    assert "schema" in told
    assert "clearance" not in told


def test_without_approvers_a_lock_binds_where_it_is_and_a_name_suffices_where_it_is_not(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", LENIENT)
    write(docs, "news/2026/03/co-khoa", bundle())
    approve(docs, str(docs))
    changed(docs, "news/2026/03/co-khoa", BODY_VI)
    write(docs, "news/2026/03/khong-khoa", BODY_VI(bundle()))
    run = build(docs, tmp_path / "site")
    assert run.status == 0
    pages = [name for name in traces(snapshot(run.site)) if name.endswith("/index.html") and "/bai" not in name]
    assert "news/2026/03/khong-khoa/index.html" in pages
    assert not any("co-khoa" in name for name in pages)


def test_a_policy_of_texts_needs_a_lock_without_approvers_too(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {"_data/coverage.yml": "approvals: text\n"})
    write(docs, "news/2026/03/khong-khoa", bundle())
    run = build(docs, tmp_path / "site")
    assert run.status == 0
    assert run.holds(SHOWN_VI) == run.holds("khong-khoa") == []


def test_what_was_never_public_has_no_page_that_says_so(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {**LENIENT, "_data/approvers.yml": APPROVERS})
    write(docs, f"news/2026/03/{SLUG}", both(BODY_VI, BODY_EN)(bundle()))
    run = build(docs, tmp_path / "site")
    assert run.status == 0
    assert traces(snapshot(run.site)) == []


def test_a_changed_source_does_not_stop_the_site_for_the_sake_of_its_approved_translation(tmp_path: Path) -> None:
    """The translation still matches what was approved; what the source says now is nobody's word yet."""
    docs = write_docs(
        tmp_path / "docs",
        {"_data/coverage.yml": "sections: {news: {grace_days: 0}}\n", "_data/approvers.yml": APPROVERS},
    )
    write(docs, "news/2026/03/bai", bundle())
    assert desk("accept", "--docs", docs, "--today", "2026-03-20", docs).status == 0
    approve(docs, str(docs))
    changed(docs, "news/2026/03/bai", within(VI, "ngày 05 tháng 3", f"{CANARY} ngày 06 tháng 3"))
    run = build(docs, tmp_path / "site", now="2026-05-01")
    assert run.status == 0, run.output
    assert "warning: value-mismatch" in run.output
    assert SHOWN_EN in (run.site / "en/news/2026/03/bai/index.html").read_text(encoding="utf-8")
    assert traces(snapshot(run.site)) == []


def test_approving_again_makes_it_public_again(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {**LENIENT, "_data/approvers.yml": APPROVERS})
    write(docs, "news/2026/03/bai", bundle())
    approve(docs, str(docs))
    changed(docs, "news/2026/03/bai", BODY_VI)
    approve(docs, f"news/2026/03/bai/{EN}")
    assert traces(snapshot(build(docs, tmp_path / "site").site)) == []
    approve(docs, f"news/2026/03/bai/{VI}")
    assert "news/2026/03/bai/index.html" in traces(snapshot(build(docs, tmp_path / "site").site))


def test_a_bulletin_that_moves_inside_its_section_keeps_its_approval_and_no_other_does(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {**LENIENT, "_data/approvers.yml": APPROVERS})
    write(docs, "news/2026/03/cu", bundle())
    approve(docs, str(docs))
    (docs / "news/2026/03/cu").rename(docs / "news/2026/03/moi")
    assert build(docs, tmp_path / "site").holds(SHOWN_VI) == []
    changed(docs, "news/2026/03/moi", within(VI, "status:", "redirect_from: [news/2026/03/cu]\nstatus:"))
    assert "news/2026/03/moi/index.html" in build(docs, tmp_path / "site").holds(SHOWN_VI)


def test_no_lock_and_no_approver_is_a_file_of_the_site(site: Mapping[str, bytes]) -> None:
    assert [name for name in site if name.endswith((".lock", ".yml"))] == []
    assert [name for name, data in site.items() if "Lê Văn Trưởng".encode() in data or b"moi@example.vn" in data] == []
