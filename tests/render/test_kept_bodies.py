"""A kept body is the one that would be rendered now, and only that is read which somebody looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from bulletin.model.body import Body
from bulletin.model.bulletin import Bulletin
from bulletin.model.routes import Document, Route, Routes
from bulletin.render.body import BodyRenderer
from bulletin.render.kept_bodies import INDEX, bodies_of, load
from bulletin.source.site import read_extensions, read_labels, read_site
from bulletin.source.tree import read_tree

from tests.trees import KEY, ROOT, pair, with_body, write_docs
from tests.trees import SOURCE as TEXT

SITE = read_site(ROOT / "mkdocs.yml")
LABELS = read_labels(ROOT / "overrides/locales", SITE.tags)
EXTENSIONS = read_extensions(ROOT / "mkdocs.yml")
OTHER = "news/2026/03/khac"
BODY = (
    "## Kết quả\n\nXem [bài khác](/news/2026/03/khac/#dau), [tệp](bang.pdf) và ![Cảng](anh.svg).\n\n"
    "Theo 15/2026/QĐ-UBND, UBND tỉnh cấp vốn FDI.[^1]\n\n[^1]: Ghi chú <b>đậm</b>.\n"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><path d="M0 0h8v6z"/></svg>'
FILES: Mapping[str, str | bytes] = {
    **pair(source=with_body(TEXT, BODY)),
    f"{KEY}/anh.svg": SVG,
    f"{KEY}/bang.pdf": b"%PDF-1.4\n%%EOF\n",
    f"{OTHER}/index.vi.md": with_body(TEXT, "## Đầu\n\nKhông có gì.\n"),
}


class World:
    """Texts, and the site in which their links lead somewhere."""

    def __init__(self, folder: Path) -> None:
        self.kept = folder / "kept"
        self.bulletins: dict[str, Bulletin] = dict(read_tree(write_docs(folder / "docs", FILES), SITE.tags).bulletins)
        self.abbreviations: dict[str, dict[str, str]] = {"vi": {"FDI": "đầu tư trực tiếp nước ngoài"}, "en": {}}
        self.labels: Mapping[str, Mapping[str, str]] = LABELS
        pages = {f"{key}/": Route(key, "vi", is_edition=True) for key in (KEY, OTHER)}
        self.routes = Routes(SITE, pages, self.bulletins)
        self.rendered = 0

    def bodies(self, *, kept: bool = True) -> dict[tuple[str, str], Body]:
        """The bodies as they are now; `rendered` counts those that had to be made."""
        renderer = BodyRenderer(EXTENSIONS, self.labels, self.abbreviations)
        self.rendered = 0

        def one_by_one(makers: Sequence[Callable[[], bytes]]) -> list[bytes]:
            self.rendered = len(makers)
            return [make() for make in makers]

        routes = replace(self.routes, bulletins=self.bulletins)
        return bodies_of(self.bulletins, routes, renderer, self.kept if kept else None, one_by_one)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def parts(bodies: Mapping[tuple[str, str], Body]) -> dict[tuple[str, str], tuple[object, ...]]:
    """Everything that anybody can see of them."""
    return {
        place: (b.html, b.links, b.ids, b.problems, b.numbers, b.digest, b.assets, b.targets, b.is_plain)
        for place, b in bodies.items()
    }


def test_what_is_kept_is_what_was_rendered_in_every_part(world: World) -> None:
    renderer = BodyRenderer(EXTENSIONS, world.labels, world.abbreviations)
    fresh = {
        (key, tag): renderer.render(edition, bulletin, world.routes)
        for key, bulletin in world.bulletins.items()
        for tag, edition in bulletin.editions.items()
    }
    first, second = world.bodies(), world.bodies()
    assert world.rendered == 0
    assert parts(first) == parts(second) == parts(fresh)
    assert {len(body.links) for body in fresh.values()} >= {3}
    assert "15/2026/QD-UBND" in asked(world)


def asked(world: World) -> set[str]:
    known, _ = load(world.kept)
    return {number for each in known.values() for number, _ in each.asked}


def body_changed(world: World) -> None:
    bulletin = world.bulletins[KEY]
    edition = bulletin.editions["vi"]
    changed = replace(edition, body=edition.body + "\nThêm.\n")
    world.bulletins[KEY] = replace(bulletin, editions={**bulletin.editions, "vi": changed})


def target_gone(world: World) -> None:
    world.routes = replace(world.routes, pages={f"{KEY}/": world.routes.pages[f"{KEY}/"]})


def target_renamed(world: World) -> None:
    world.routes = replace(world.routes, redirects={OTHER: KEY})


def document_came(world: World) -> None:
    number = next(each for each in asked(world) if "2026" in each)
    world.routes = replace(world.routes, documents={number: Document(OTHER, ("vi",))})


def picture_changed(world: World) -> None:
    bulletin = world.bulletins[KEY]
    assets = tuple(
        replace(each, picture=replace(each.picture, width=16)) if each.picture else each for each in bulletin.assets
    )
    world.bulletins[KEY] = replace(bulletin, assets=assets)


def abbreviation_came(world: World) -> None:
    world.abbreviations["vi"]["UBND"] = "Ủy ban nhân dân"


def abbreviation_changed(world: World) -> None:
    world.abbreviations["vi"]["FDI"] = "vốn nước ngoài"


def label_changed(world: World) -> None:
    world.labels = {**LABELS, "vi": {**LABELS["vi"], "footnote_back": "Về chỗ cũ"}}


@pytest.mark.parametrize(
    ("act", "rendered"),
    [
        (body_changed, 1),
        (target_gone, 1),
        (target_renamed, 1),
        (document_came, 1),
        (picture_changed, 2),
        (abbreviation_came, 1),
        (abbreviation_changed, 1),
        (label_changed, 3),
    ],
)
def test_what_a_text_shows_or_would_now_show_decides_what_is_rendered(
    world: World, act: Callable[[World], None], rendered: int
) -> None:
    before = parts(world.bodies())
    act(world)
    found = parts(world.bodies())
    assert world.rendered == rendered
    assert found == parts(world.bodies(kept=False))
    assert found != before
    world.bodies()
    assert world.rendered == 0


def abbreviation_elsewhere(world: World) -> None:
    world.abbreviations["vi"]["ASEAN"] = "Hiệp hội các quốc gia Đông Nam Á"


def page_elsewhere(world: World) -> None:
    pages = {**world.routes.pages, "news/2026/03/moi/": Route("news/2026/03/moi", "vi", is_edition=True)}
    world.routes = replace(world.routes, pages=pages)


def document_elsewhere(world: World) -> None:
    world.routes = replace(world.routes, documents={"99/2026/NQ-HDND": Document(OTHER, ("vi",))})


@pytest.mark.parametrize("act", [abbreviation_elsewhere, page_elsewhere, document_elsewhere])
def test_what_no_text_shows_renders_nothing(world: World, act: Callable[[World], None]) -> None:
    world.bodies()
    act(world)
    found = parts(world.bodies())
    assert world.rendered == 0
    assert found == parts(world.bodies(kept=False))


@pytest.mark.parametrize("damage", ["gone", "empty", "half", "flipped", "folder"])
@pytest.mark.parametrize("name", [INDEX, "html"])
def test_a_damaged_file_is_made_anew(world: World, name: str, damage: str) -> None:
    expected = parts(world.bodies())
    for path in [world.kept / INDEX] if name == INDEX else list(world.kept.glob("*.html")):
        data = path.read_bytes()
        path.unlink()
        if damage == "folder":
            path.mkdir()
        elif damage != "gone":
            middle = len(data) // 2
            flipped = data[:middle] + bytes(byte ^ 1 for byte in data[middle : middle + 1]) + data[middle + 1 :]
            path.write_bytes({"empty": b"", "half": data[:middle], "flipped": flipped}[damage])
    assert parts(world.bodies()) == expected
    assert parts(world.bodies()) == expected


def test_html_is_read_only_where_somebody_looks(world: World) -> None:
    world.bodies()
    for path in world.kept.glob("*.html"):
        path.unlink()
    bodies = world.bodies()
    assert {body.is_plain for body in bodies.values()} <= {True, False}
    assert list(world.kept.glob("*.html")) == []
    assert bodies[OTHER, "vi"].html
    assert len(list(world.kept.glob("*.html"))) == 1


def test_what_is_not_used_any_more_is_removed_in_the_end(world: World) -> None:
    for _ in range(12):
        world.bodies()
        body_changed(world)
    world.bodies()
    assert len(list(world.kept.iterdir())) <= 2 * (3 + 1)


def test_a_folder_that_cannot_be_written_costs_time_alone(world: World, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    world.kept = tmp_path / "tep" / "kept"
    assert parts(world.bodies()) == parts(world.bodies(kept=False))
