"""Where a link in a text leads."""

from __future__ import annotations

import time
from dataclasses import replace
from urllib.parse import urljoin

import pytest
from bulletin.model.bulletin import Asset, Bulletin
from bulletin.model.locale import Locale
from bulletin.model.routes import LinkKind, Route, Routes, asset_url, relative_url
from bulletin.model.site import Site
from hypothesis import example, given
from hypothesis import strategies as st

OWN = "news/2026/03/hoi-nghi"
OTHER = "about/lien-he"
DRAFT = "news/2026/03/ban-nhap"
STUB = "about/chi-tieng-viet"
SITE = Site(
    url="https://ban-tin.example/",
    locales=(Locale("vi", "Tiếng Việt", is_default=True), Locale("en", "English")),
    international="en",
    name={},
    agency={},
    description={},
    imprint={},
    licence={},
    licence_url="",
    notice={},
    contacts=(),
    colours={},
)
ASSETS = (
    Asset("anh.jpg", f"{OWN}/anh.jpg"),
    Asset("anh.jpg", f"{OWN}/anh.en.jpg", "en"),
    Asset("ảnh đẹp.jpg", f"{OWN}/ảnh đẹp.jpg"),
)
BULLETIN = Bulletin(OWN, {}, None, ASSETS)
HOME = Bulletin("", {}, None)
ROUTES = Routes(
    SITE,
    {
        "": Route("", "vi", is_edition=True),
        "en/": Route("", "en", is_edition=True),
        "news/": Route("news", "vi", is_edition=False),
        "en/news/": Route("news", "en", is_edition=False),
        f"{OWN}/": Route(OWN, "vi", is_edition=True),
        f"en/{OWN}/": Route(OWN, "en", is_edition=True),
        f"{OTHER}/": Route(OTHER, "vi", is_edition=True),
        f"en/{OTHER}/": Route(OTHER, "en", is_edition=True),
        f"{STUB}/": Route(STUB, "vi", is_edition=True),
        f"en/{STUB}/": Route(STUB, "en", is_edition=False),
    },
    {key: Bulletin(key, {}, None) for key in (OTHER, DRAFT, STUB)} | {OWN: BULLETIN, "": HOME},
)
PAGE, ASSET, EXTERNAL = LinkKind.PAGE, LinkKind.ASSET, LinkKind.EXTERNAL
UNPUBLISHED, BROKEN, FORBIDDEN = LinkKind.UNPUBLISHED, LinkKind.BROKEN, LinkKind.FORBIDDEN


@pytest.mark.parametrize(
    ("href", "kind", "url"),
    [
        # A page in the reader's own language
        pytest.param("../../../../about/lien-he/", PAGE, f"{OTHER}/", id="relative"),
        pytest.param("../../../../about/lien-he", PAGE, f"{OTHER}/", id="relative-without-slash"),
        pytest.param("../../../../about/lien-he/index.md", PAGE, f"{OTHER}/", id="index-md"),
        pytest.param("../../../../about/lien-he/index.en.md", PAGE, f"en/{OTHER}/", id="index-en-md"),
        pytest.param("../../../../about/lien-he/index.vi.md", PAGE, f"{OTHER}/", id="index-vi-md"),
        pytest.param("../../../../about/lien-he/index.fr.md", BROKEN, "", id="index-of-no-locale"),
        pytest.param("/about/lien-he/", PAGE, f"{OTHER}/", id="absolute"),
        pytest.param("/about/./x/../lien-he//", PAGE, f"{OTHER}/", id="absolute-with-detours"),
        pytest.param("/en/about/lien-he/", PAGE, f"en/{OTHER}/", id="other-locale"),
        pytest.param("/en/about/lien-he/index.vi.md", PAGE, f"{OTHER}/", id="other-locale-then-back"),
        pytest.param("/vi/about/lien-he/", BROKEN, "", id="prefix-of-the-default-locale"),
        pytest.param("/", PAGE, "", id="home"),
        pytest.param("/en", PAGE, "en/", id="home-of-the-other-locale"),
        pytest.param("/en/", PAGE, "en/", id="home-of-the-other-locale-with-slash"),
        pytest.param("/index.en.md", PAGE, "en/", id="home-as-a-file"),
        pytest.param("/news/", PAGE, "news/", id="list"),
        pytest.param("/en/news/", PAGE, "en/news/", id="list-in-the-other-locale"),
        pytest.param(".", PAGE, f"{OWN}/", id="itself"),
        pytest.param("index.en.md", PAGE, f"en/{OWN}/", id="its-translation"),
        pytest.param("  /about/lien-he/ ", PAGE, f"{OTHER}/", id="spaces-around"),
        pytest.param("/about/l%69en-he/", PAGE, f"{OTHER}/", id="percent-encoded"),
        pytest.param("/enough/", BROKEN, "", id="not-the-locale-en"),
        # This site, written whole
        pytest.param("https://ban-tin.example/about/lien-he/", PAGE, f"{OTHER}/", id="own-address"),
        pytest.param("https://ban-tin.example/en/", PAGE, "en/", id="own-address-of-the-other-locale"),
        pytest.param("https://ban-tin.example/", PAGE, "", id="own-root"),
        pytest.param("https://ban-tin.example", PAGE, "", id="own-root-without-slash"),
        pytest.param("HTTP://BAN-TIN.example/about/lien-he/", PAGE, f"{OTHER}/", id="own-address-in-capitals"),
        pytest.param("https://ban-tin.example/khong-co/", BROKEN, "", id="own-address-of-nothing"),
        pytest.param(f"https://ban-tin.example/{DRAFT}/", UNPUBLISHED, "", id="own-address-of-a-draft"),
        pytest.param("https://ban-tin.example//[", BROKEN, "", id="own-address-that-cannot-be-split"),
        pytest.param("https://ban-tin.example.evil/", EXTERNAL, "https://ban-tin.example.evil/", id="not-this-host"),
        # Files
        pytest.param("anh.jpg", ASSET, f"{OWN}/anh.jpg", id="asset"),
        pytest.param("./anh.jpg", ASSET, f"{OWN}/anh.jpg", id="asset-with-dot"),
        pytest.param(f"/{OWN}/anh.jpg", ASSET, f"{OWN}/anh.jpg", id="asset-absolute"),
        pytest.param(f"/en/{OWN}/anh.jpg", ASSET, f"{OWN}/anh.en.jpg", id="asset-of-the-other-locale"),
        pytest.param("anh.en.jpg", BROKEN, "", id="asset-by-its-locale"),
        pytest.param(
            "ảnh đẹp.jpg", ASSET, f"{OWN}/%E1%BA%A3nh%20%C4%91%E1%BA%B9p.jpg", id="asset-with-marks-and-space"
        ),
        pytest.param(
            "a\u0309nh%20%C4%91e\u0323p.jpg",
            ASSET,
            f"{OWN}/%E1%BA%A3nh%20%C4%91%E1%BA%B9p.jpg",
            id="asset-in-nfd-and-percent-encoded",
        ),
        pytest.param("thieu.jpg", BROKEN, "", id="no-such-asset"),
        pytest.param("Anh.jpg", BROKEN, "", id="asset-in-another-case"),
        pytest.param("../ban-nhap/anh.jpg", BROKEN, "", id="asset-of-another-bundle"),
        pytest.param("anh.jpg/", BROKEN, "", id="asset-as-a-folder"),
        pytest.param("index.md.bak", BROKEN, "", id="no-such-kind"),
        # Not public
        pytest.param("../ban-nhap/", UNPUBLISHED, "", id="draft"),
        pytest.param("/en/news/2026/03/ban-nhap/", UNPUBLISHED, "", id="draft-in-the-other-locale"),
        # Nowhere
        pytest.param("../khong-co/", BROKEN, "", id="nothing"),
        pytest.param("../../../../../", BROKEN, "", id="above-the-root"),
        pytest.param("../../../../../etc/passwd", BROKEN, "", id="far-above-the-root"),
        pytest.param("/../about/lien-he/", BROKEN, "", id="absolute-above-the-root"),
        pytest.param("%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", BROKEN, "", id="above-the-root-encoded"),
        pytest.param("..\\ban-nhap\\", BROKEN, "", id="backslash"),
        pytest.param("%5c%5cexample.org", BROKEN, "", id="backslash-encoded"),
        pytest.param("/\\example.org", BROKEN, "", id="slash-backslash"),
        pytest.param("anh.jpg%00.html", BROKEN, "", id="zero-byte"),
        pytest.param("", BROKEN, "", id="empty"),
        pytest.param("   ", BROKEN, "", id="blank"),
        pytest.param("#", BROKEN, "", id="empty-anchor"),
        pytest.param("?lang=en", BROKEN, "", id="query-alone"),
        pytest.param("/about/lien-he/?a=1", BROKEN, "", id="query"),
        pytest.param("http://[", BROKEN, "", id="cannot-be-split"),
        pytest.param("%ff", BROKEN, "", id="no-utf-8"),
        # Elsewhere
        pytest.param("https://nghean.gov.vn/a?b=c", EXTERNAL, "https://nghean.gov.vn/a?b=c", id="https"),
        pytest.param("http://nghean.gov.vn", EXTERNAL, "http://nghean.gov.vn", id="http"),
        pytest.param("mailto:bantin@example.org", EXTERNAL, "mailto:bantin@example.org", id="mailto"),
        pytest.param("tel:+842383123456", EXTERNAL, "tel:+842383123456", id="tel"),
        pytest.param("//example.org/x", FORBIDDEN, "//example.org/x", id="no-scheme"),
        pytest.param("javascript:alert(1)", FORBIDDEN, "javascript:alert(1)", id="javascript"),
        pytest.param("JaVa\tScRiPt:alert(1)", FORBIDDEN, "JaVa\tScRiPt:alert(1)", id="javascript-disguised"),
        pytest.param("data:text/html,x", FORBIDDEN, "data:text/html,x", id="data"),
        pytest.param("file:///etc/passwd", FORBIDDEN, "file:///etc/passwd", id="file"),
        pytest.param("ftp://example.org/", FORBIDDEN, "ftp://example.org/", id="ftp"),
        pytest.param("https:", FORBIDDEN, "https:", id="scheme-alone"),
        pytest.param("https:news/", FORBIDDEN, "https:news/", id="scheme-without-host"),
        pytest.param("https:///news/", FORBIDDEN, "https:///news/", id="empty-host"),
        pytest.param("mailto:", FORBIDDEN, "mailto:", id="mail-to-nobody"),
    ],
)
def test_a_link_leads_where_its_author_meant(href: str, kind: LinkKind, url: str) -> None:
    destination = ROUTES.resolve(href, BULLETIN, "vi")

    assert (destination.kind, destination.url) == (kind, url)


@pytest.mark.parametrize(
    ("href", "url", "tag"),
    [
        pytest.param("/about/lien-he/", f"en/{OTHER}/", "en", id="absolute"),
        pytest.param("../../../../about/lien-he/index.md", f"en/{OTHER}/", "en", id="relative"),
        pytest.param("index.vi.md", f"{OWN}/", "vi", id="named"),
        pytest.param("/", "en/", "en", id="home"),
    ],
)
def test_a_link_stays_in_the_language_of_its_text(href: str, url: str, tag: str) -> None:
    destination = ROUTES.resolve(href, BULLETIN, "en")

    assert (destination.kind, destination.url, destination.locale) == (PAGE, url, tag)


def test_a_picture_is_that_of_the_texts_own_language() -> None:
    assert ROUTES.resolve("anh.jpg", BULLETIN, "vi").url == f"{OWN}/anh.jpg"
    assert ROUTES.resolve("anh.jpg", BULLETIN, "en").url == f"{OWN}/anh.en.jpg"


@pytest.mark.parametrize(
    ("href", "url", "fragment"),
    [
        pytest.param("#so-lieu", f"{OWN}/", "so-lieu", id="own-text"),
        pytest.param("/about/lien-he/#dia-chi", f"{OTHER}/", "dia-chi", id="other-text"),
        pytest.param("/about/lien-he/#%C4%91%E1%BB%8Ba", f"{OTHER}/", "địa", id="percent-encoded"),
        pytest.param("/news/#thang-3", "news/", "thang-3", id="list"),
        pytest.param("/en/about/chi-tieng-viet/#so-lieu", f"en/{STUB}/", "", id="a-stub-has-none-of-the-anchors"),
    ],
)
def test_an_anchor_is_kept_where_the_page_is_a_text(href: str, url: str, fragment: str) -> None:
    destination = ROUTES.resolve(href, BULLETIN, "vi")

    assert (destination.kind, destination.url, destination.fragment) == (PAGE, url, fragment)


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        pytest.param("about/lien-he/", PAGE, id="below"),
        pytest.param("./about/lien-he/index.md", PAGE, id="below-with-dot"),
        pytest.param(".", PAGE, id="itself"),
        pytest.param("..", BROKEN, id="above-the-root"),
        pytest.param("anh.jpg", BROKEN, id="no-such-asset"),
    ],
)
def test_links_of_the_home_page_start_at_the_root(href: str, kind: LinkKind) -> None:
    assert ROUTES.resolve(href, HOME, "vi").kind is kind


@pytest.mark.parametrize(
    ("href", "kind", "url"),
    [
        pytest.param("https://tinh.example/ban-tin/about/lien-he/", PAGE, f"{OTHER}/", id="below-the-path"),
        pytest.param("https://tinh.example/ban-tin/", PAGE, "", id="root"),
        pytest.param("https://tinh.example/khac/", EXTERNAL, "https://tinh.example/khac/", id="beside-it"),
        pytest.param("/about/lien-he/", PAGE, f"{OTHER}/", id="absolute-means-docs"),
        pytest.param("/ban-tin/about/lien-he/", BROKEN, "", id="absolute-with-the-path"),
    ],
)
def test_a_site_below_a_path_knows_its_own_addresses(href: str, kind: LinkKind, url: str) -> None:
    routes = replace(ROUTES, site=replace(SITE, url="https://tinh.example/ban-tin/"))

    destination = routes.resolve(href, BULLETIN, "vi")

    assert (destination.kind, destination.url) == (kind, url)


@given(st.text(max_size=60), st.sampled_from(("vi", "en")))
@example("https://ban-tin.example//[", "vi")
@example("https://ban-tin.example//evil.example/x", "vi")
@example("//[", "vi")
@example("http://a:b@c:d/", "vi")
def test_any_link_leads_somewhere_and_never_out_of_the_site_unsaid(href: str, tag: str) -> None:
    destination = ROUTES.resolve(href, BULLETIN, tag)

    if destination.kind is PAGE:
        assert destination.url in ROUTES.pages
    if destination.kind is ASSET:
        assert destination.asset in ASSETS
    if destination.kind is EXTERNAL:
        assert destination.url.lower().startswith(("http", "mailto:", "tel:"))


def test_a_link_made_to_be_slow_is_refused_at_once() -> None:
    begin = time.monotonic()

    assert ROUTES.resolve("/" + "%CC%82%CC%A3" * 50_000, BULLETIN, "vi").kind is BROKEN
    assert time.monotonic() - begin < 60  # an end to what took minutes; no measure of speed


@pytest.mark.parametrize("start", ["", "en/", "news/", f"{OWN}/", f"en/{OWN}/", "404.html"])
@pytest.mark.parametrize("goal", ["", "en/", "news/", f"{OWN}/", f"en/{OTHER}/", f"{OWN}/anh.jpg"])
def test_the_way_from_one_page_to_another_is_what_a_browser_follows(start: str, goal: str) -> None:
    way = relative_url(start, goal)

    assert urljoin(SITE.url + start, way) == SITE.url + goal
    assert way


def test_a_file_has_one_percent_encoded_address_for_all_locales() -> None:
    assert asset_url("", Asset("bản đồ.png", "bản đồ.png")) == "b%E1%BA%A3n%20%C4%91%E1%BB%93.png"
    assert asset_url(OWN, ASSETS[1]) == f"{OWN}/anh.en.jpg"
