"""Whatever an editor commits: findings or one line, soon. The worst that `make check-fuzz` has found; it throws 20,000 more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bulletin.checks.bundle import MAX_BLOCKS, Given
from bulletin.checks.run import check_one
from bulletin.source.tree import scan_tree

from tests.quality.fuzz.inputs import HEADS, KEY, Input, pair
from tests.quality.fuzz.throw import throw
from tests.trees import SOURCE, with_body, write_docs
from tests.trees import pair as trees_pair

SECONDS = 10
"""Of one core; on a quiet machine none takes a fifth of it."""
MANY = 4_000


def both(text: str) -> dict[str, bytes]:
    """A text in both editions, and a sentence more in the translation."""
    return pair(text, f"{text}\n\nThe province said so.\n")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(Input("mark", both("Giá \ue0107\ue011 và `x`.")), id="a-mark-of-our-own-in-the-file"),
        pytest.param(
            Input(
                "long",
                both(
                    f"Vốn {'9' * 5000} đồng, {'9' * 30} USD, {'9' * 400}th day of the third lunar month, âm {'9' * 400} rưỡi, {'9' * 400}th quarter."
                ),
            ),
            id="a-number-beyond-every-float",
        ),
        pytest.param(
            Input("raised", both("Tháng ⑦, quý ², ngày 15 tháng ³, thứ ①, 2 phần ⁹, QL², Q², 5².")),
            id="digits-that-are-no-decimals",
        ),
        pytest.param(
            Input("arabic", both("Ngày ٩٩/٩٩/٩٩٩٩, 0/0, ٣ triệu, 5/0, 25:61, 13/2026.")), id="digits-of-another-script"
        ),
        pytest.param(
            Input(
                "alike",
                both(
                    "VND b\u0131llion, 6 Apr\u0130l, one th\u0130rd, gấp rưỡ\u0131, half pa\u017ft two, 5 \u212am, Subm\u0130ss\u0130on 8/TTr."
                ),
            ),
            id="letters-that-a-pattern-takes-for-others",
        ),
        pytest.param(
            Input("address", both("<http://[::1> [x](//[x) [y](http://a:99999/ 'z') [w](http://[)")),
            id="addresses-that-are-none",
        ),
        pytest.param(
            Input("anchor", both(f"## A {{#a_{'9' * 5000}}}\n\n" * 2)), id="an-anchor-that-cannot-be-counted-on"
        ),
        pytest.param(
            Input(
                "name",
                {"news/2026/03/\udce1\udcbb/index.vi.md": HEADS["vi"].encode(), "about/a\nb/index.vi.md": b""},
                specials={f"{KEY}/index.vi.md": "fifo"},
            ),
            id="names-and-files-of-another-kind",
        ),
        pytest.param(
            Input(
                "lock",
                {
                    **both("Lúa 6,5 tấn."),
                    f"{KEY}/translation.lock": "en:\n  of: ²\n  accepted: 99-99\n".encode(),
                    "_data/coverage.yml": b"sections: {news: {required: .inf}}",
                },
                accepts=True,
            ),
            id="a-lock-and-a-policy-that-are-damaged",
        ),
        pytest.param(Input("rule", both("*" * 40_000 + "x")), id="a-line-of-40000-asterisks"),
        *(
            pytest.param(Input("many", both(text * MANY)), id=f"4000-times-{text!r}")
            for text in ("5 March ", "# a\n", "*[a]: b\n", "a\n: b\n", "<div><div></div>\n\n", "9/")
        ),
    ],
)
def test_any_input_gives_findings_or_one_line(given: Input, tmp_path: Path) -> None:
    result = throw(given, tmp_path)

    assert result.failure is None, result.failure.trace
    assert result.seconds < SECONDS


def test_an_edition_of_more_blocks_than_anybody_reads_is_refused_at_the_first_too_many(tmp_path: Path) -> None:
    many = "\n\n".join(["Đoạn văn."] * (MAX_BLOCKS - 1))  # with title and description: one too many
    docs = write_docs(tmp_path, trees_pair(source=with_body(SOURCE, many), translation=None))
    bundle = scan_tree(docs)[0][0]

    told = check_one(docs, bundle, Given(("vi", "en"), {}, date(2026, 3, 20))).findings

    assert [(each.rule, each.line) for each in told if "blocks" in each.message.en] == [
        ("schema", 8 + 2 * (MAX_BLOCKS - 2))
    ]
