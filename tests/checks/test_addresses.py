"""urls.lock and redirect_from: no published address is lost, and no line of the lock is taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest
from bulletin.checks.addresses import check_lock, check_redirects, read_lock, redirect_claims, write_lock
from bulletin.model.bulletin import Bulletin, Edition, Shared
from bulletin.model.calendar import parse_instant
from bulletin.model.finding import Finding
from bulletin.prepared import prepare
from hypothesis import given
from hypothesis import strategies as st

from tests.trees import KEY, NOW, SOURCE, pair, with_field, write_docs

ADDRESSES = st.lists(st.from_regex(r"(?:[A-Za-z0-9-]{1,5}/){0,4}", fullmatch=True))
OF_PAIRS = ("missing-translation", "lock-pending")
"""What these trees lack and is not asked here."""


def said(findings: list[Finding]) -> list[str]:
    """Place and English message."""
    return [f"{each.path}:{each.line}: {each.severity.value}: {each.message.en}" for each in findings]


def found(docs: Path) -> list[Finding]:
    """What a build finds, but for translations."""
    return [each for each in prepare(docs, parse_instant(NOW)).findings if each.rule not in OF_PAIRS]


@given(ADDRESSES)
def test_what_is_written_into_the_lock_is_what_is_read(addresses: list[str]) -> None:
    text = write_lock(addresses)

    assert read_lock(text) == (sorted(set(addresses)), [])
    assert write_lock(read_lock(text)[0]) == text
    assert not list(check_lock(text, set(addresses)))


@given(ADDRESSES, ADDRESSES)
def test_two_branches_of_the_lock_merge_as_a_union_of_lines(ours: list[str], theirs: list[str]) -> None:
    union = "".join(
        sorted({*write_lock(ours).splitlines(keepends=True), *write_lock(theirs).splitlines(keepends=True)})
    )

    assert set(read_lock(union)[0]) == {*ours, *theirs}


@given(st.text(max_size=80))
def test_any_text_is_read_line_by_line(text: str) -> None:
    addresses, findings = read_lock(text)

    assert len(addresses) + len(findings) <= len(text.splitlines())
    assert all(1 <= each.line <= len(text.splitlines()) for each in findings)


@pytest.mark.parametrize(
    ("line", "is_well"),
    [
        pytest.param("/", True, id="home"),
        pytest.param("/news/2026/03/hoi-nghi/", True, id="bulletin"),
        pytest.param("# chú thích", True, id="comment"),
        pytest.param("", True, id="blank"),
        pytest.param("news/", False, id="no-leading-slash"),
        pytest.param("/news", False, id="no-trailing-slash"),
        pytest.param("/news//x/", False, id="empty-part"),
        pytest.param("/hội-nghị/", False, id="marks"),
        pytest.param("/../x/", False, id="above-the-root"),
        pytest.param("https://example.org/", False, id="whole-address"),
        pytest.param("<<<<<<< HEAD", False, id="merge-conflict"),
        pytest.param("/a/ /b/", False, id="two-on-a-line"),
    ],
)
def test_each_line_of_the_lock_is_one_address(line: str, *, is_well: bool) -> None:
    findings = read_lock(f"/a/\n{line}\n")[1]

    wrong = f'urls.lock:2: error: "{line}" is not an address of this site; expected one address a line'
    assert said(findings) == ([] if is_well else [wrong])


def test_a_lost_address_is_told_once_with_its_line() -> None:
    findings = list(check_lock("/b/\n# x\n/a/\n/a/\n", {"b/"}))

    assert said(findings) == [
        'urls.lock:4: error: published address "/a/" would be lost; expected a redirect_from, or status: withdrawn'
    ]


def test_a_lost_address_stops_the_build_until_it_is_redirected(tmp_path: Path) -> None:
    (tmp_path / "urls.lock").write_text("/about/cu/\n", encoding="utf-8")
    lost = write_docs(tmp_path / "docs", pair("about/moi"))
    before = found(lost)
    kept = write_docs(tmp_path / "docs", pair("about/moi", source=with_field(SOURCE, "redirect_from: about/cu")))
    after = found(kept)

    assert said(before) == [
        'urls.lock:1: error: published address "/about/cu/" would be lost; expected a redirect_from, or status: withdrawn'
    ]
    assert not after


def bulletin(key: str, *former: str) -> Bulletin:
    """A bulletin that once had other keys."""
    path = f"{key}/index.vi.md"
    shared = Shared(redirect_from=former)
    source = Edition(key, "vi", path, "Tên", "Tên.", "", 9, {"redirect_from": 7}, shared)
    return Bulletin(key, {"vi": source}, "vi")


@pytest.mark.parametrize(
    ("bulletins", "sentences"),
    [
        pytest.param([bulletin("about/a", "about/cu"), bulletin("about/b", "about/xua")], [], id="each-its-own"),
        pytest.param(
            [bulletin("about/a", "about/b"), bulletin("about/b")],
            [
                (
                    'about/a/index.vi.md:7: error: redirect_from "about/b" is the key of a bulletin that exists; '
                    "expected a former key"
                )
            ],
            id="taken",
        ),
        pytest.param(
            [bulletin("about/a", "about/a")],
            [
                (
                    'about/a/index.vi.md:7: error: redirect_from "about/a" is the key of a bulletin that exists; '
                    "expected a former key"
                )
            ],
            id="from-itself",
        ),
        pytest.param(
            [bulletin("about/a", "about/cu"), bulletin("about/b", "about/cu"), bulletin("about/c", "about/cu")],
            [
                'about/b/index.vi.md:7: error: redirect_from "about/cu" is claimed by about/a too; expected one bulletin',
                'about/c/index.vi.md:7: error: redirect_from "about/cu" is claimed by about/a too; expected one bulletin',
            ],
            id="claimed-by-three",
        ),
    ],
)
def test_a_former_key_leads_to_one_bulletin(bulletins: list[Bulletin], sentences: list[str]) -> None:
    claims = [claim for each in bulletins for claim in redirect_claims(each)]
    assert said(list(check_redirects(claims, {each.key for each in bulletins}))) == sentences


@pytest.mark.parametrize(
    "key", ["news/2026/03", "news/2026", "news", KEY + "/x", "about/a/b", "../x", "blog/x", "en/about/a"]
)
def test_a_former_key_is_never_the_address_of_a_list_or_of_nothing(key: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path, pair(source=with_field(SOURCE, f"redirect_from: {key}"), translation=None))

    assert said(found(docs)) == [
        (
            f'{KEY}/index.vi.md:7: error: "redirect_from" is "{key}"; '
            "expected the key of a bulletin, such as news/2026/03/name"
        )
    ]
