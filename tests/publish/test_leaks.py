"""Words that must not be public are found in a finished site, in whatever form they came there."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from bulletin.publish.leaks import Probes, leaks

from tests.publish.trees import write_files

SECRET = "Đoàn kiểm tra sẽ công bố kết luận về dự án cảng nước sâu vào tháng tới"
TITLE = "Kết luận về cảng nước sâu"
PROBES = Probes({"index.vi.md": [SECRET, TITLE]}, ["Tin về dự án cảng của tỉnh"])
PART = "công bố kết luận về dự án cảng nước sâu vào"


def found(folder: Path, name: str, text: str) -> list[tuple[str, str]]:
    write_files(folder, {name: text})
    return list(leaks(folder, PROBES))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("index.html", f"<p>{SECRET}</p>", id="page"),
        pytest.param("index.html", f"<p>Tin: {PART} xuân</p>", id="part-of-a-sentence"),
        pytest.param("index.html", f"<p>{PART.replace('kết luận', '<b>kết</b> luận')}</p>", id="marked-up"),
        pytest.param("index.html", f"<p>{unicodedata.normalize('NFD', PART)}</p>", id="nfd"),
        pytest.param("index.html", f"<p>{PART.upper()}</p>", id="capitals"),
        pytest.param("index.html", f'<img alt="{PART}">', id="attribute"),
        pytest.param("index.html", f"<!-- {PART} -->", id="comment"),
        pytest.param("index.html", f"<p>{''.join(f'&#{ord(c)};' for c in PART)}</p>", id="references"),
        pytest.param("index.html", f"<h2>{TITLE}</h2>", id="title"),
        pytest.param("search/a.json", json.dumps({"text": PART}), id="json-escaped"),
        pytest.param("search/b.json", json.dumps(["cong bo ket luan ve du an cang nuoc sau vao"]), id="without-marks"),
        pytest.param("feeds/vi.atom", f"<content>&lt;p&gt;{PART}&lt;/p&gt;</content>", id="feed"),
        pytest.param("api/v1/x", PART, id="no-suffix"),
    ],
)
def test_secret_words_are_found(tmp_path: Path, name: str, text: str) -> None:
    assert found(tmp_path, name, text) == [(name, "index.vi.md")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<p>Dự án cảng nước sâu của tỉnh được công bố</p>", id="common-words"),
        pytest.param("<p>về dự án cảng</p>", id="few-words"),
        pytest.param("", id="nothing"),
    ],
)
def test_words_that_anybody_may_say_are_not(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "index.html", text) == []


def test_what_a_public_text_says_too_gives_nothing_away(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": f"<p>{SECRET}</p>"})
    assert not list(leaks(tmp_path, Probes({"index.vi.md": [SECRET]}, [f"Như đã đưa tin, {SECRET.lower()}."])))


def test_a_title_of_three_words_is_anybody_s(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": "<p>Thông tin liên hệ</p>"})
    assert not list(leaks(tmp_path, Probes({"index.vi.md": ["Tin liên hệ"]}, [])))


LAST_DAY = "Đợt đăng ký nhận hồ sơ đến hết ngày 31 tháng 01 năm 2027 tại Sở"
LABELS = ["offer_until: Nhận hồ sơ đến hết {day}", "published_on: Ngày đăng"]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Nhận hồ sơ đến hết ngày 31 tháng 12 năm 2026", False),
        ("Đợt đăng ký nhận hồ sơ đến hết ngày 31", True),
        ("ký nhận hồ sơ đến hết ngày 31 tháng 01", True),
        ("hết ngày 31 tháng 01 năm 2027 tại Sở", True),
    ],
)
def test_a_label_beside_a_day_gives_nothing_away_and_other_words_beside_one_do(
    tmp_path: Path, text: str, *, is_told: bool
) -> None:
    write_files(tmp_path, {"index.html": f"<p>{text}</p>"})
    probes = Probes({"index.vi.md": [LAST_DAY]}, [], LABELS)
    assert bool(list(leaks(tmp_path, probes))) is is_told
