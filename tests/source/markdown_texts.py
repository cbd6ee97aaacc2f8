"""Markdown texts for the tests of the splitter: real ones, tricky ones by hand, and mixtures of fragments."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from tests.trees import ROOT

FOLDERS = (ROOT / "docs", ROOT / "tests/quality/corpus/develop")
FRAGMENTS = (
    *(
        "Vốn đầu tư",
        "1.250,5 tỷ đồng",
        "ngày 05 tháng 3",
        "# ",
        "## Đề mục",
        "###### Sáu #",
        "#",
        "---",
        "===",
        "-----",
    ),
    *(
        "- một",
        "* hai",
        "+ ba",
        "1. bốn",
        "2. năm",
        "10. mười",
        "-",
        "1.",
        "- ",
        "1. ",
        "- # ",
        "- > ",
        "> - ",
        "1. - ",
    ),
    *(
        "> ",
        "> trích",
        "> > ",
        ">",
        "    ",
        "        ",
        "  ",
        "   ",
        "\t",
        "  - ",
        "    - ",
        "     1. ",
        "\n\n\n",
        "\n",
    ),
    *("| a | b |", "|---|---|", "| 1 | 2 |", "a | b", "--|--", "|-|", "|", "\\|", "`a|b`"),
    *("!!! note", '!!! warning "Lưu ý"', '!!! note ""', "!!! tip note", "[^1]", "[^1]: chú thích", "[^b]: ", "[^b]"),
    *("[a]: https://x.vn", '[a]: https://x.vn "Tên"', "[a]", "[x](../y/)", "![ảnh](b.jpg)", "*[UBND]: Ủy ban", "UBND"),
    *(
        ": nghĩa",
        ":   nghĩa",
        ": ",
        "Từ",
        "{: .lead}",
        "{: lang=vi }",
        "## Mục {#scale}",
        "\\",
        "* * *",
        "***",
        "_ _ _",
    ),
    *(
        "`",
        "``",
        "```",
        "~~~",
        "``` python",
        "<div>",
        "</div>",
        "<p>x</p>",
        "<!-- c -->",
        "<hr>",
        "<br>",
        "<b>",
        "</b>",
    ),
    *("<details>", "<summary>", "</details>", "<ul><li>", "&amp;", "<https://x.vn>", "a: b", "***x", '"t"', "\r\n"),
)
MIXTURES = st.lists(
    st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(("", "", "\n", "\n", " ", "\n\n"))).map("".join), max_size=14
).map("".join)
"""Anything goes: most of it no editor would write."""
TRICKY = {
    "a list after a paragraph without an empty line": "Gồm:\n- một\n- hai\n",
    "a list after a paragraph": "Gồm:\n\n- một\n- hai\n\nHết.\n",
    "nested by two": "- a\n  - b\n  - c\n- d\n",
    "nested by four": "- a\n    - b\n        - c\n- d\n",
    "a loose list": "- a\n\n- b\n\n    đoạn hai\n\n- c\n",
    "a tight list, then a loose one": "- a\n- b\n\n- c\n",
    "numbers after bullets": "- a\n- b\n\n1. c\n2. d\n",
    "numbers right after bullets": "- a\n1. b\n- c\n",
    "an item of several lines": "- a\nb\n  c\n- d\n",
    "a heading in an item": "- # Đề mục\n  tiếp\n\n- b\n",
    "a heading in a loose item, with a text right below": "- a\n\n- # b\n    c\n",
    "a heading in a chunk": "Đoạn.\n## Đề mục\nTiếp.\n",
    "headings on end": "# Một\n## Hai ##\n### Ba \\#\n#Bốn\n####### Bảy\n# Năm \\\nx\n",
    "underlined headings": "Một\n===\n\nHai\n---\ntiếp\n\nĐoạn\nBa\n---\n",
    "rules": "a\n\n---\n\nb\n***\nc\n\n* * *\n_ _ _\n- - -x\n",
    "a quotation with a list": "> Gồm:\n>\n> - một\n> - hai\n>\n> 1. ba\n",
    "a quotation with lazy lines": "> trích\ntiếp\n\n> thêm\n\nNgoài.\n",
    "quotations in quotations": "> a\n> > b\n> > > c\n>\n> d\n",
    "a quotation in a paragraph": "a\n> b\nc\n",
    "a table in a box": "!!! note\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n",
    "tables": "| a | b |\n|:--|--:|\n| 1 | 2 | 3 |\n| `x|y` |\n\na | b\n--|--\n\n| một |\n|-----|\n| hai |\n",
    "no tables": "a | b\n--\n\n| a | b |\n\n|---|---|\n\nx | y\n-|-|-\n",
    "footnotes of several paragraphs": "a[^1] b[^2]\n\n[^1]: một\n    tiếp\n\n    hai\n\n    - ba\n[^2]: bốn\n\nc\n",
    "a footnote without an indent": "[^1]:\n    a\nb\n\n\n    c\n",
    "a footnote defined twice": "x[^1]\n\n[^1]: a\n[^1]: b\n",
    "definitions": "Từ\n: nghĩa\n: khác\n\nHai\nBa\n\n:   đoạn\n\n    đoạn hai\n\nHết\n",
    "a definition of nothing": ": a\n\nb\n",
    "a definition in a box": "!!! note\n    : a\n",
    "raw HTML": '<div class="lead">\n\na\n\n</div>\nb\n\n<p>c</p> d\n<hr>\n<!-- e -->\n\nf <b>g</b>\n',
    "HTML that never ends": "a\n\n<div>\nb\n\n# c\n",
    "HTML behind spaces": "a\n\n  <div>b</div>\nc\n",
    "comments alone": "<!-- a\n\nb -->\n\nc\n\n<!-- d --> e\n",
    "details": "<details><summary>a</summary>\n\nb\n\n</details>\n\nc\n",
    "indented code": "a\n\n    mã\n\n    thêm\n\n\nb\n\n    mã\nc\n",
    "fences": "a\n```\nmã\n\n# b\n```\nc\n\n~~~ python\nd\n~~~\n\n```\ne\n",
    "a fence in a list": "- a\n\n    ```\n    b\n    ```\n",
    "a fence of four": "````\n```\na\n```\n````\nb\n",
    "reference links": "[a] và [b][1]\n\n[a]: https://x.vn\n[1]: <https://y.vn>\n    'Tên'\nc\n",
    "attribute lists": "a\n{: .lead}\n\n{: .lead}\n\n## b {#c}\n{: .x}\n\n- d\n{: lang=vi }\n",
    "pictures alone": "![a](b.jpg)\n\n![c](d.jpg) ![e](f.jpg)\n\ng ![h](i.jpg)\n",
    "boxes": '!!! note\n    a\n\n    b\n\n!!! warning "Lưu ý"\n\n    - c\n\n        d\n\n!!! tip ""\nngoài\n',
    "a box in a paragraph": "a\n!!! note\n    b\nc\n",
    "a box in a list": "- a\n\n    !!! note\n        b\n\n    c\n",
    "abbreviations": "*[UBND]: Ủy ban\n*[HĐND]: Hội đồng\nUBND\n*[SỞ]:\nSở\n",
    "line ends of Windows": "# a\r\n\r\n- b\r\n- c\r\n\r\nd\r\ne\r\n",
    "tabs": "-\ta\n\n\tb\n\n\t\tmã\n\n1.\tc\n",
    "white space in empty lines": "a\n   \nb\n\t\n- c\n    \n    d\n",
    "nothing": "",
    "white space alone": " \n\n\t\n",
    "empty quotations and items": ">\n\n- \n\n1.\n",
    "a quotation after a list": "- a\n\n> b\n\n    c\n",
    "code in an item": "- a\n\n        mã\n\n- b\n",
    "text behind HTML": "<p>a</p> b &amp; c\n\nd\n",
    "a place for footnotes": "///Footnotes Go Here///\n\na[^1]\n\n[^1]: b\n",
}


def bodies() -> dict[str, str]:
    """Path → body of every real text."""
    found: dict[str, str] = {}
    for folder in FOLDERS:
        for path in sorted(folder.rglob("index.*.md")):
            found[str(Path(path).relative_to(ROOT))] = path.read_text("utf-8").split("---\n", 2)[-1]
    return found
