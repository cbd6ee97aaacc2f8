"""`approved` is set in a front matter, and no other byte of the file changes."""

from __future__ import annotations

import pytest
from bulletin.model.bulletin import Approval
from bulletin.model.calendar import parse_day
from bulletin.source.front_matter import EditionFile, read_edition
from bulletin.source.signing import signed
from hypothesis import given
from hypothesis import strategies as st

TAGS = ("vi", "en")
OLD = "approved: {by: Nguyễn Văn A, on: 2026-03-05}\n"
NEW = "approved: {by: Lê Văn C, on: 2026-03-20}\n"
HEAD = "---\ntitle: Hội nghị\ndescription: Mô tả.\ndate: 2026-03-05\nstatus: published\n"
TAIL = "---\nThân bài.\n\n---\n\napproved: {by: X, on: 2026-01-01}\n"
WHOLE = f"{HEAD}{OLD}{TAIL}"


def file(text: str | bytes) -> EditionFile:
    data = text if isinstance(text, bytes) else text.encode()
    return EditionFile("news/2026/03/x", "vi", "news/2026/03/x/index.vi.md", data)


def sign(text: str | bytes, by: str = "Lê Văn C", role: str = "") -> str | None:
    """Set the approval of a text."""
    found = signed(file(text), Approval(by, parse_day("2026-03-20"), role), TAGS)
    return None if found is None else found.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(WHOLE, WHOLE.replace(OLD, NEW), id="in-braces"),
        pytest.param(HEAD + TAIL, HEAD + NEW + TAIL, id="below-status"),
        pytest.param(
            WHOLE.replace(OLD, "approved:  { by: A , on: 2026-03-05 }   # theo tờ trình\nfeatured: 2026-04-01\n"),
            WHOLE.replace(OLD, "approved:  {by: Lê Văn C, on: 2026-03-20}   # theo tờ trình\nfeatured: 2026-04-01\n"),
            id="with-a-comment-behind",
        ),
        pytest.param(
            WHOLE.replace(OLD, "approved: {by: A,\n  on: 2026-03-05}\n"),
            WHOLE.replace(OLD, NEW),
            id="braces-on-two-lines",
        ),
        pytest.param(
            WHOLE.replace(OLD, "approved:\n  by: 'A' # ai\n\n  # khi nào\n  on: 2026-03-05\nfeatured: 2026-04-01\n"),
            WHOLE.replace(
                OLD, "approved:\n  by: 'Lê Văn C' # ai\n\n  # khi nào\n  on: 2026-03-20\nfeatured: 2026-04-01\n"
            ),
            id="on-lines-of-its-own",
        ),
        pytest.param(WHOLE.replace(OLD, "approved:\n"), WHOLE.replace(OLD, NEW), id="empty"),
        pytest.param(WHOLE.replace("\n", "\r\n"), WHOLE.replace(OLD, NEW).replace("\n", "\r\n"), id="windows"),
        pytest.param(
            (HEAD + TAIL).replace("\n", "\r\n"), (HEAD + NEW + TAIL).replace("\n", "\r\n"), id="windows-below-status"
        ),
        pytest.param(
            WHOLE.replace("status: published", "status: 'published'   # đã đăng").replace(OLD, ""),
            WHOLE.replace("status: published", "status: 'published'   # đã đăng").replace(OLD, NEW),
            id="below-a-status-with-a-comment",
        ),
        pytest.param(
            WHOLE.replace("description: Mô tả.", "description: >\n  Mô tả\n  approved: {by: Y, on: 2026-01-01}"),
            WHOLE.replace(
                "description: Mô tả.", "description: >\n  Mô tả\n  approved: {by: Y, on: 2026-01-01}"
            ).replace(OLD, NEW),
            id="the-same-words-in-a-text",
        ),
        pytest.param(WHOLE.removesuffix("\n"), WHOLE.replace(OLD, NEW).removesuffix("\n"), id="no-last-line-feed"),
    ],
)
def test_nothing_else_of_the_file_changes(before: str, after: str) -> None:
    assert sign(before) == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(WHOLE.replace(OLD, "approved: {by: A, # ai\n  on: 2026-03-05}\n"), id="a-comment-inside"),
        pytest.param(
            WHOLE.replace(OLD, "approved:\n  by: |\n    A\n  on: 2026-03-05\n"), id="a-text-on-lines-of-its-own"
        ),
        pytest.param(WHOLE.replace(OLD, "approved:\n  by: A\n  role: B\n  on: 2026-03-05\n"), id="a-role-too-many"),
        pytest.param(WHOLE.replace(OLD, "approved: yes\n"), id="no-group"),
        pytest.param(WHOLE.replace(OLD, "approved: [A]\n"), id="a-list"),
        pytest.param(WHOLE.replace(OLD, OLD * 2), id="twice"),
        pytest.param("---\n{title: a, description: b, status: draft, date: 2026-03-05}\n---\n", id="all-in-braces"),
        pytest.param("title: a\n", id="no-front-matter"),
        pytest.param("---\ntitle: a\n", id="unclosed"),
        pytest.param("\ufeff" + WHOLE, id="byte-order-mark"),
        pytest.param(WHOLE.replace("date: 2026-03-05", "date: mai"), id="another-field-is-wrong"),
        pytest.param(WHOLE.encode() + b"\xff", id="not-utf-8"),
        pytest.param(WHOLE.replace("Hội", "Hô\u0323i"), id="nfd"),
        pytest.param("", id="empty"),
    ],
)
def test_what_cannot_be_done_safely_is_not_done(text: str | bytes) -> None:
    assert sign(text) is None


NAMES = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=40)


@given(NAMES, NAMES | st.just(""))
def test_any_name_is_read_back_as_it_was_written(by: str, role: str) -> None:
    by, role = " ".join(by.split()), " ".join(role.split())
    found = sign(WHOLE, by, role) if by else None
    if found is None:
        return

    edition, _ = read_edition(file(found), TAGS)
    assert edition is not None
    assert edition.shared.approved == Approval(by, parse_day("2026-03-20"), role)


@pytest.mark.parametrize(
    "name", ["Lê Văn C", "O'Brien", "no", "null", "12", "a: b", "a, b", "{x}", "#1", "- x", "Bà Đ.", "@x", "x:"]
)
def test_names_that_yaml_would_take_for_something_else_are_quoted(name: str) -> None:
    text = sign(WHOLE, name, "Trưởng ban: đối ngoại")

    assert text is not None
    edition, flaws = read_edition(file(text), TAGS)
    assert flaws == []
    assert edition is not None
    assert edition.shared.approved == Approval(name, parse_day("2026-03-20"), "Trưởng ban: đối ngoại")


@given(st.text(max_size=60), st.sampled_from([HEAD, WHOLE]))
def test_whatever_else_stands_in_a_file_is_there_afterwards(noise: str, text: str) -> None:
    whole = text.replace("date:", f"# {noise}\ndate:", 1) + noise
    found = sign(whole)
    if found is not None:
        assert found.replace(NEW, "") == whole.replace(OLD, "")
