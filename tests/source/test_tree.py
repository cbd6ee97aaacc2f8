"""A docs folder on a real disk: what is followed, read, refused and left alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bulletin.model.finding import Severity
from bulletin.source.tree import Tree, read_tree

from tests.source.pictures import picture
from tests.trees import KEY, SOURCE, TRANSLATION, pair, with_body, with_field, write_docs

TAGS = ("vi", "en")


def read(docs: Path) -> Tree:
    """Read a docs folder, which never takes long."""
    begin = time.monotonic()
    tree = read_tree(docs, TAGS)
    assert time.monotonic() - begin < 60  # an end to what took minutes; no measure of speed
    return tree


def told(tree: Tree) -> list[str]:
    """Findings without their Vietnamese, shortened to what a test is about."""
    return [f"{each.path}:{each.line}: {each.message.en}" for each in tree.findings]


# Links and things that are no files


@pytest.mark.parametrize(
    ("name", "target"),
    [
        pytest.param(f"{KEY}/photo.jpg", "outside/secret.txt", id="file-outside"),
        pytest.param(f"{KEY}/photo.jpg", f"docs/{KEY}/index.vi.md", id="file-inside"),
        pytest.param(f"{KEY}/index.en.md", "outside/secret.txt", id="edition"),
        pytest.param(f"{KEY}/photo.jpg", "outside/nothing", id="dangling"),
        pytest.param("news/2026/04", "outside", id="folder-outside"),
        pytest.param("news/2026/04", "docs/news", id="folder-that-holds-itself"),
        pytest.param("about", "outside", id="section"),
    ],
)
def test_a_symbolic_link_is_told_and_never_followed(name: str, target: str, tmp_path: Path) -> None:
    write_docs(tmp_path / "outside", {"secret.txt": SOURCE, "x/index.vi.md": SOURCE})
    docs = write_docs(tmp_path / "docs", pair(translation=None))
    (docs / name).symlink_to(tmp_path / target)

    tree = read(docs)

    assert told(tree) == [f"{name}:1: this is a symbolic link; expected a file or folder itself"]
    assert list(tree.bulletins) == [KEY]
    assert not tree.bulletins[KEY].assets


@pytest.mark.parametrize("name", ["index.en.md", "photo.jpg", "drawing.svg", "pipe"])
def test_a_pipe_from_which_nothing_comes_is_told_and_not_waited_for(name: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path, pair(translation=None))
    os.mkfifo(docs / KEY / name)

    assert told(read(docs)) == [f"{KEY}/{name}:1: this is not a regular file; expected one"]


@pytest.fixture
def powerless() -> Iterator[Path]:
    """A folder that a user without special rights owns, and this process as that user."""
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    if is_root:
        folder.chmod(0o755)
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        shutil.rmtree(folder)


@pytest.mark.parametrize("name", [f"{KEY}/index.en.md", f"{KEY}/drawing.svg", "about"])
def test_what_cannot_be_read_is_told_with_the_reason(name: str, powerless: Path) -> None:
    docs = write_docs(powerless / "docs", {**pair(), f"{KEY}/drawing.svg": "<svg/>", "about/x/index.vi.md": SOURCE})
    (docs / name).chmod(0)

    tree = read(docs)
    (docs / name).chmod(0o700)

    assert told(tree) == [f"{name}:1: the file cannot be read: Permission denied"]


def test_a_source_that_cannot_be_read_makes_no_orphan(powerless: Path) -> None:
    docs = write_docs(powerless / "docs", pair())
    (docs / KEY / "index.vi.md").chmod(0)

    assert told(read(docs)) == [f"{KEY}/index.vi.md:1: the file cannot be read: Permission denied"]


def test_a_file_that_became_a_link_after_it_was_seen_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = write_docs(tmp_path / "docs", pair())
    secret = write_docs(tmp_path, {"secret": TRANSLATION}) / "secret"
    real = os.open

    def swap(path: str | os.PathLike[str], flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if os.fspath(path).endswith("index.en.md"):
            Path(path).unlink()
            Path(path).symlink_to(secret)
        return real(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swap)

    tree = read(docs)

    assert [each.path for each in tree.findings] == [f"{KEY}/index.en.md"]
    assert list(tree.bulletins[KEY].editions) == ["vi"]


# Sizes


def test_folders_nested_deeper_than_python_can_recurse_are_one_finding(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair())
    depth = os.open(docs / KEY, os.O_RDONLY)
    try:
        for _ in range(1500):
            os.mkdir("a", dir_fd=depth)
            inner = os.open("a", os.O_RDONLY, dir_fd=depth)
            os.close(depth)
            depth = inner
        os.close(os.open("x", os.O_CREAT | os.O_WRONLY, dir_fd=depth))
    finally:
        os.close(depth)

    try:
        tree = read_tree(docs, TAGS)
    finally:
        subprocess.run(["rm", "-rf", docs], check=True)  # which, unlike shutil and pytest, does not recurse

    assert [each.path for each in tree.findings] == [f"{KEY}/a"]


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        pytest.param(0, "", id="256-KiB-are-well"),
        pytest.param(1, "the file has 262145 bytes; expected at most 262144", id="one-byte-more"),
    ],
)
def test_an_edition_has_at_most_256_kib(extra: int, sentence: str, tmp_path: Path) -> None:
    text = SOURCE + "x" * (256 * 1024 + extra - len(SOURCE.encode()))
    docs = write_docs(tmp_path, pair(source=text, translation=None))

    assert told(read(docs)) == ([f"{KEY}/index.vi.md:1: {sentence}"] if sentence else [])


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        pytest.param(0, "", id="16-KiB-are-well"),
        pytest.param(1, "the front matter has 16385 bytes; expected at most 16384", id="one-byte-more"),
    ],
)
def test_front_matter_has_at_most_16_kib(extra: int, sentence: str, tmp_path: Path) -> None:
    head = SOURCE.split("---\n")[1]
    comment = "#" + "ệ" * 5000
    text = with_field(SOURCE, comment, "#" + "x" * (16 * 1024 + extra - len(f"{head}{comment}\n#\n".encode())))
    docs = write_docs(tmp_path, pair(source=text, translation=None))

    assert told(read(docs)) == ([f"{KEY}/index.vi.md:1: {sentence}"] if sentence else [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u200b" * 300_000, id="zero-widths"),
        pytest.param("a\u200b\n" * 200_000, id="zero-widths-on-lines"),
        pytest.param("e\u0302\u0323 " * 150_000, id="separate-marks"),
        pytest.param("e\u0302\n" * 200_000, id="separate-marks-on-lines"),
        pytest.param("a" + "\u0302\u0323" * 200_000, id="marks-upon-marks"),
        pytest.param("\x00" * 1_000_000, id="nothing-but-zeros"),
        pytest.param("---\n" * 250_000, id="fences"),
        pytest.param("\r" * 1_000_000, id="carriage-returns"),
    ],
)
def test_a_text_made_to_be_slow_keeps_nobody_waiting(text: str, tmp_path: Path) -> None:
    read(write_docs(tmp_path, pair(source=with_body(SOURCE, text))))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("[" * 16_000, id="lists-in-lists"),
        pytest.param("{a: " * 4_000, id="groups-in-groups"),
        pytest.param("- " * 8_000, id="list-items"),
        pytest.param("? " * 8_000, id="complex-names"),
        pytest.param("a: &a [" + "*a," * 5_000 + "]", id="aliases"),
        pytest.param("\n".join(f"k{n}: v" for n in range(2_000)), id="unknown-fields"),
        pytest.param("\n".join("k: v" for _ in range(3_000)), id="the-same-field"),
        pytest.param("topics: [" + "x!, " * 4_000 + "]", id="wrong-keys"),
        pytest.param('title: "' + "\\u202e" * 2_600 + '"', id="escapes"),
    ],
)
def test_front_matter_made_to_be_slow_is_told_in_two_seconds(fields: str, tmp_path: Path) -> None:
    assert told(read(write_docs(tmp_path, pair(source=f"---\n{fields}\n---\n", translation=None))))


@pytest.mark.parametrize(
    ("marks", "sentences"),
    [
        pytest.param(30, [], id="as-many-as-unicode-allows"),
        pytest.param(31, ["one letter carries more than 30 marks; expected plain writing"], id="one-more"),
    ],
)
def test_a_letter_carries_at_most_30_marks(marks: int, sentences: list[str], tmp_path: Path) -> None:
    docs = write_docs(tmp_path, pair(source=with_body(SOURCE, "\nẩ\nx" + "\u0332" * marks), translation=None))

    assert told(read(docs)) == [f"{KEY}/index.vi.md:10: {sentence}" for sentence in sentences]


# Bytes


@pytest.mark.parametrize(
    ("data", "sentences"),
    [
        pytest.param(
            SOURCE.encode().replace("Hội nghị diễn".encode(), b"H\xf4i ngh\xf2"),
            [":8: not UTF-8: byte 2 of this line is 0xf4; expected UTF-8, save the file in that encoding"],
            id="windows-1258",
        ),
        pytest.param(
            SOURCE.encode("utf-16"),
            [":1: not UTF-8: byte 1 of this line is 0xff; expected UTF-8, save the file in that encoding"],
            id="utf-16",
        ),
        pytest.param(
            SOURCE.encode() + "ệ".encode()[:2],
            [":9: not UTF-8: byte 1 of this line is 0xe1; expected UTF-8, save the file in that encoding"],
            id="cut-in-a-letter",
        ),
        pytest.param(
            SOURCE.encode() + b"\n\xed\xa0\x80",
            [":10: not UTF-8: byte 1 of this line is 0xed; expected UTF-8, save the file in that encoding"],
            id="surrogate",
        ),
        pytest.param(
            b"\xef\xbb\xbf" + SOURCE.encode(),
            [":1: the file begins with a byte order mark; expected UTF-8 without one"],
            id="byte-order-mark",
        ),
        pytest.param(SOURCE.replace("\n", "\r\n").encode(), [], id="cr-lf"),
    ],
)
def test_an_edition_is_utf8(data: bytes, sentences: list[str], tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {f"{KEY}/index.vi.md": data})

    assert told(read(docs)) == [f"{KEY}/index.vi.md{sentence}" for sentence in sentences]


def test_a_name_that_is_no_utf8_is_told_so_that_it_can_be_printed(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, pair())
    for name in (b"anh-\xff.jpg", b"anh\n\x1b[2J.jpg"):
        (docs / KEY / os.fsdecode(name)).write_bytes(b"x")
    (docs / "about" / os.fsdecode(b"\xfe")).mkdir(parents=True)
    (docs / "about" / os.fsdecode(b"\xfe") / "index.vi.md").write_text(SOURCE, encoding="utf-8")

    tree = read(docs)

    assert all(f"{each.path}{each.message}".isprintable() for each in tree.findings)
    assert [each.path for each in tree.findings] == [
        "about/\\udcfe",
        f"{KEY}/anh-\\udcff.jpg",
        f"{KEY}/anh\\n\\x1b[2J.jpg",
    ]


def test_cr_lf_and_lf_are_the_same_text_on_the_same_lines(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, pair("about/lf") | pair("about/crlf", source=SOURCE.replace("\n", "\r\n")))

    tree = read(docs)
    lf, crlf = (tree.bulletins[f"about/{name}"].editions["vi"] for name in ("lf", "crlf"))

    assert (lf.body, lf.body_line, lf.lines, lf.shared) == (crlf.body, crlf.body_line, crlf.lines, crlf.shared)
    assert lf.body == "Hội nghị diễn ra ngày 05 tháng 3 năm 2026.\n"
    assert lf.body_line == 8


def test_nfd_is_a_finding_and_is_read_as_nfc(tmp_path: Path) -> None:
    nfd = "Hội nghị ở Nghe\u0323\u0302 An"
    docs = write_docs(tmp_path, pair(source=with_body(SOURCE, nfd), translation=None))

    tree = read(docs)

    assert told(tree) == [
        f'{KEY}/index.vi.md:8: "Nghệ" is written with separate marks (NFD); expected the composed form, NFC'
    ]
    assert tree.bulletins[KEY].editions["vi"].body == "Hội nghị ở Nghệ An"
    assert tree.bulletins[KEY].editions["vi"].faulty


# One tree as a whole


def test_one_broken_file_never_hides_the_findings_of_another(tmp_path: Path) -> None:
    docs = write_docs(
        tmp_path,
        {
            "about/a/index.vi.md": b"\xff",
            "about/b/index.vi.md": "Không có phần khai báo",
            "about/c/index.vi.md": '---\ntitle: "A\n---\n',
            "about/d/index.vi.md": SOURCE.replace("title:", "titel:"),
            "about/e/index.vi.md": SOURCE.replace("on: 2026-03-05", "on: 05/03/2026"),
            "about/f/index.vn.md": SOURCE,
            "about/g/index.en.md": TRANSLATION,
            "about/h/index.vi.md": SOURCE,
            "about/h/index.en.md": SOURCE,
            "about/i/index.vi.md": with_body(SOURCE, "Một\u202ehai"),
            "about/J/index.vi.md": SOURCE,
            "about/k/index.vi.md": SOURCE,
            "about/k/drawing.svg": "<svg onload='x'/>",
            "blog/l/index.vi.md": SOURCE,
            **pair(),
        },
    )
    (docs / "about/m").symlink_to(docs / "about/k")
    os.mkfifo(docs / "about/n")

    tree = read(docs)

    assert [f"{each.path}:{each.line}" for each in tree.findings] == [
        "about/J:1",
        "about/a/index.vi.md:1",
        "about/b/index.vi.md:1",
        "about/c/index.vi.md:2",
        "about/d/index.vi.md:2",
        "about/d/index.vi.md:2",
        "about/e/index.vi.md:6",
        "about/f/index.vn.md:1",
        "about/g/index.en.md:4",
        "about/h/index.en.md:1",
        "about/h/index.vi.md:1",
        "about/i/index.vi.md:8",
        "about/k/drawing.svg:1",
        "about/m:1",
        "about/n:1",
        "blog:1",
    ]
    assert all(each.severity is Severity.ERROR for each in tree.findings)
    assert set(tree.bulletins[KEY].editions) == {"vi", "en"}


def test_hidden_files_and_data_are_left_alone(tmp_path: Path) -> None:
    docs = write_docs(
        tmp_path,
        {
            **pair(),
            ".gitkeep": "",
            ".obsidian/index.vi.md": "x",
            f"{KEY}/.index.vi.md.swp": b"\xff",
            "news/.DS_Store": b"\x00",
            "_data/topics.yml": "",
        },
    )

    assert not read(docs).findings


def test_an_empty_folder_is_an_empty_tree(tmp_path: Path) -> None:
    assert read(tmp_path) == Tree({}, (), {})


def test_an_edition_in_a_wrong_folder_is_never_fit_to_be_published(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, pair("news/2026/03/v1.envoy") | pair("about/search") | pair("news/2026/3/x"))

    tree = read(docs)

    assert len(tree.bulletins) == 3
    assert all(edition.faulty for bulletin in tree.bulletins.values() for edition in bulletin.editions.values())


def test_an_edition_whose_lead_picture_is_missing_is_not_fit_to_be_published(tmp_path: Path) -> None:
    source = with_field(SOURCE, "image: {file: ban-do.jpg, alt: Bản đồ}")
    docs = write_docs(tmp_path, {**pair(source=source), f"{KEY}/ban-do.en.jpg": picture("a.jpg")})

    editions = read(docs).bulletins[KEY].editions

    assert (editions["vi"].faulty, editions["en"].faulty) == (True, False)


def test_a_picture_of_one_locale_goes_before_the_common_one(tmp_path: Path) -> None:
    names = ("ban-do.jpg", "ban-do.en.jpg", "so-do.vi.png")
    docs = write_docs(tmp_path, pair() | {f"{KEY}/{name}": picture(name) for name in names})

    bulletin = read(docs).bulletins[KEY]
    served = {
        (name, tag): asset.path.rsplit("/")[-1] if (asset := bulletin.asset(name, tag)) else None
        for name in ("ban-do.jpg", "so-do.png", "ban-do.en.jpg")
        for tag in TAGS
    }

    assert served == {
        ("ban-do.jpg", "vi"): "ban-do.jpg",
        ("ban-do.jpg", "en"): "ban-do.en.jpg",
        ("so-do.png", "vi"): "so-do.vi.png",
        ("so-do.png", "en"): None,
        ("ban-do.en.jpg", "vi"): None,
        ("ban-do.en.jpg", "en"): None,
    }


def test_a_scalar_is_the_text_that_was_typed(tmp_path: Path) -> None:
    typed = ("no", "010", "12:30", "~", "1e3", "0x1F", "true", "null", "2026-03-05", "1_000", ".inf", "=", "<<")
    docs = write_docs(
        tmp_path,
        {
            f"about/a{n}/index.vi.md": SOURCE.replace("Hội nghị xúc tiến đầu tư Nghệ An", each)
            for n, each in enumerate(typed)
        },
    )

    tree = read(docs)

    assert not tree.findings
    assert [tree.bulletins[f"about/a{n}"].editions["vi"].title for n in range(len(typed))] == list(typed)
