"""The preview: what an editor sees while writing, whatever happens to the files."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.build.projects import copy_project
from tests.preview.conftest import NOW, SECONDS, Preview, project, start, until
from tests.site.kinds import KINDS
from tests.trees import ROOT

KEY = "news/2026/10/danh-muc"
PAGE, ENGLISH = f"/{KEY}/", f"/en/{KEY}/"
TEXT = f"{KEY}/index.vi.md"
ADDED = re.compile(r"<!--preview-->.*?<!--/preview-->", re.DOTALL)


@contextmanager
def kept(path: Path) -> Iterator[Path]:
    """A file that is put back as it was."""
    before = path.read_bytes()
    try:
        yield path
    finally:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(before)


def add(path: Path, text: str) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}{text}\n", encoding="utf-8")


def opened(browser: Browser, preview: Preview, path: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.set_default_timeout(SECONDS * 1000)
    page.goto(f"http://127.0.0.1:{preview.port}{path}")
    return page


# Reloading


def test_both_languages_reload_by_themselves_and_stay_where_the_editor_was(preview: Preview, browser: Browser) -> None:
    pages = [opened(browser, preview, path) for path in (PAGE, ENGLISH)]
    pages[0].evaluate("scrollTo({top: 300, behavior: 'instant'})")
    with kept(preview.docs / TEXT) as text, kept(text.with_name("index.en.md")) as english:
        add(text, " Câu vừa được lưu.")
        add(english, " A sentence just saved.")
        expect(pages[0].get_by_text("Câu vừa được lưu.")).to_be_attached()
        expect(pages[1].get_by_text("A sentence just saved.")).to_be_attached()
        until(lambda: pages[0].evaluate("Math.round(scrollY)") == 300, "the place of the reader")
    expect(pages[0].get_by_text("Câu vừa được lưu.")).to_have_count(0)
    for page in pages:
        page.close()


def test_a_page_that_shows_nothing_of_a_change_is_left_alone(preview: Preview, browser: Browser) -> None:
    page = opened(browser, preview, "/about/contacts/")
    page.evaluate("window.untouched = true")
    with kept(preview.docs / TEXT) as text:
        add(text, " Câu chỉ ở một bài.")
        preview.until_shown(PAGE, "Câu chỉ ở một bài.")
        page.wait_for_timeout(500)
        assert page.evaluate("window.untouched") is True
    preview.until_shown(PAGE, "Câu chỉ ở một bài.", is_shown=False)
    page.close()


# Findings


def test_a_fault_is_shown_on_its_page_with_rule_text_file_and_line(preview: Preview, browser: Browser) -> None:
    page = opened(browser, preview, ENGLISH)
    with kept((preview.docs / TEXT).with_name("index.en.md")) as english:
        text = english.read_text(encoding="utf-8")
        assert "850.5" in text
        english.write_text(text.replace("850.5", "905.8"), encoding="utf-8")
        line = text[: text.index("850.5")].count("\n") + 1
        panel = page.locator("preview-panel")
        expect(panel.get_by_text("value-mismatch")).to_be_visible()
        said = panel.locator("li", has_text="value-mismatch").inner_text()
        assert "905" in said
        assert f"docs/{KEY}/index.en.md:{line}" in said
        page.keyboard.press("Tab")
        panel.locator("summary").press("Enter")
        expect(panel.get_by_text("value-mismatch")).to_be_hidden()
        panel.locator("summary").press("Enter")
    expect(page.locator("preview-panel").get_by_text("value-mismatch")).to_have_count(0)
    page.close()


def test_an_error_elsewhere_is_told_with_the_way_to_the_dashboard(preview: Preview) -> None:
    with kept(preview.docs / TEXT) as text:
        add(text, " [Xem](khong-co-trang-nay/).")
        page = preview.until_shown("/about/contacts/", "chặn công bố")
        assert "/_report/" in page
    preview.until_shown("/about/contacts/", "chặn công bố", is_shown=False)
    assert preview.ask("/_report/")[0] == 200


# Drafts


def test_a_draft_is_shown_and_marked_and_only_public_texts_with_public(preview: Preview) -> None:
    with kept(preview.docs / TEXT) as text:
        said = text.read_text(encoding="utf-8").replace("status: published", "status: draft", 1)
        text.write_text(said, encoding="utf-8")
        page = preview.until_shown(PAGE, "Bản nháp – chưa công bố")
        assert "1.250,5 tỷ đồng" in page
        public = start(preview.root, "--public")
        try:
            public.until_ready()
            status, body = public.ask(PAGE)
            assert status == 404
            assert "Cảng Cửa Lò" not in body
        finally:
            public.process.kill()
            public.process.wait()
    preview.until_shown(PAGE, "Bản nháp – chưa công bố", is_shown=False)


# Whatever happens to the files


def test_broken_front_matter_is_told_and_mended(preview: Preview) -> None:
    with kept(preview.docs / TEXT) as text:
        text.write_text("---\ntitle: [\n---\nKhông đọc được.\n", encoding="utf-8")
        until(lambda: f"{TEXT}:" in preview.ask(PAGE)[1], "the finding")
    preview.until_shown(PAGE, "Danh mục")


def test_rubbish_in_the_place_of_a_text_is_told_and_mended(preview: Preview) -> None:
    with kept(preview.docs / TEXT) as text:
        text.write_bytes(bytes(range(256)) * 40)
        until(lambda: f"{TEXT}:" in preview.ask(PAGE)[1], "the finding")
        assert preview.ask("/")[0] == 200
    preview.until_shown(PAGE, "Danh mục")


def test_a_broken_registry_is_told_with_its_line_and_the_page_keeps_what_it_was(preview: Preview) -> None:
    with kept(preview.docs / "_data/topics.yml") as registry:
        registry.write_text("investment: {vi: [\n", encoding="utf-8")
        page = preview.until_shown(PAGE, "topics.yml")
        assert "1.250,5 tỷ đồng" in page
    preview.until_shown(PAGE, "topics.yml", is_shown=False)


def test_a_broken_template_is_told_with_file_and_line_and_mended(preview: Preview) -> None:
    with kept(preview.root / "overrides/main.html") as template:
        template.write_text("{% if %}", encoding="utf-8")
        page = preview.until_shown(PAGE, "main.html:1")
        assert "TemplateSyntaxError" in page
        assert "Traceback" not in page
    preview.until_shown(PAGE, "1.250,5 tỷ đồng")


def test_a_docs_folder_that_is_gone_is_waited_for(preview: Preview) -> None:
    away = preview.docs.with_name("docs-away")
    preview.docs.rename(away)
    try:
        preview.until_shown(PAGE, "--docs")
        assert "1.250,5 tỷ đồng" in preview.ask(PAGE)[1]
    finally:
        away.rename(preview.docs)
    preview.until_shown(PAGE, "--docs", is_shown=False)
    with kept(preview.docs / TEXT) as text:
        add(text, " Sau khi thư mục trở lại.")
        preview.until_shown(PAGE, "Sau khi thư mục trở lại.")
    preview.until_shown(PAGE, "Sau khi thư mục trở lại.", is_shown=False)


def test_a_bulletin_that_is_renamed_leaves_a_friendly_page(preview: Preview) -> None:
    folder = preview.docs / "events/2015/11/dua-thuyen"
    away = folder.with_name("dua-thuyen-moi")
    folder.rename(away)
    try:
        preview.until_shown("/events/2015/11/dua-thuyen/", "vừa ở đây")
        assert preview.ask("/events/2015/11/dua-thuyen-moi/")[0] == 200
    finally:
        away.rename(folder)
    preview.until_shown("/events/2015/11/dua-thuyen/", "vừa ở đây", is_shown=False)


def test_a_bulletin_that_goes_is_told_at_once_where_others_lead_to_it(preview: Preview) -> None:
    folder = preview.docs / KEY
    away = preview.root / "away"
    folder.rename(away)
    try:
        preview.until_shown("/about/contacts/", "chặn công bố")
        said = preview.until_shown("/issues/2026-1/", "broken-link")
        assert f"{KEY}/" in said
    finally:
        away.rename(folder)
    preview.until_shown("/about/contacts/", "chặn công bố", is_shown=False)


def test_many_changes_at_once_end_as_the_files_are(preview: Preview) -> None:
    before = {path: path.read_bytes() for path in preview.docs.rglob("index.*.md")}
    for number in range(5):
        for path, data in before.items():
            path.write_bytes(
                data.rstrip() + (b" More %d." if "en." in path.name else b" Th\xc3\xaam %d.") % number + b"\n"
            )
    preview.until_shown(PAGE, "Thêm 4.")
    for path, data in before.items():
        path.write_bytes(data)
    preview.until_shown(PAGE, "Thêm 4.", is_shown=False)
    assert preview.process.poll() is None
    assert "Traceback" not in preview.said


# What it serves, and to whom


@pytest.mark.parametrize(
    "path",
    ["/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/news/..%2f..%2f..%2fmkdocs.yml", "/_data/topics.yml", f"/{TEXT}", "/\0"],
)
def test_nothing_but_what_pages_show_is_served(preview: Preview, path: str) -> None:
    status, body = preview.ask(path.replace("\0", "%00"))
    assert status == 404
    assert "site_name" not in body
    assert "approved:" not in body


def test_a_page_that_is_not_there_is_the_site_s_own_answer(preview: Preview) -> None:
    status, body = preview.ask("/en/khong-co/")
    assert status == 404
    assert 'lang="en"' in body


def test_another_name_of_this_machine_is_refused(preview: Preview) -> None:
    assert preview.ask("/", host="evil.example")[0] == 421
    assert preview.ask("/", host=f"localhost:{preview.port}")[0] == 200


# The site


def test_every_page_is_the_published_one_but_for_the_preview_s_own(tmp_path: Path) -> None:
    found = start(project(tmp_path / "project"), "--public")
    try:
        site = tmp_path / "site"
        command = [sys.executable, "scripts/build.py", "--site-dir", str(site), "--now", NOW, "--no-cache"]
        done = subprocess.run(command, cwd=found.root, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
        found.until_ready()
        wrong = []
        for kind, address in KINDS.items():
            file = site / address / "index.html" if not address.endswith(".html") else site / address
            if file.is_file():
                shown = ADDED.sub("", found.ask(f"/{address}")[1])
                wrong += [kind] if shown != file.read_text(encoding="utf-8") else []
        assert wrong == []
        for name in ("sitemap.xml", "feeds/atom.xml", "api/v1/index.json", "search/vi.json", "robots.txt"):
            if (site / name).is_file():
                assert found.ask(f"/{name}")[1] == (site / name).read_text(encoding="utf-8"), name
    finally:
        found.process.kill()
        found.process.wait()


def test_nothing_that_writes_a_site_knows_of_the_preview() -> None:
    command = "import sys; import bulletin.cli, bulletin.job.publish; print([m for m in sys.modules if 'preview' in m])"
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT / "scripts", check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"


# The program


def test_a_port_in_use_is_told_in_one_line(preview: Preview) -> None:
    command = [sys.executable, "scripts/serve.py", "--port", str(preview.port), "--now", NOW]
    done = subprocess.run(command, cwd=preview.root, check=False, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert f"{preview.port}" in done.stderr
    assert "--port" in done.stderr


def test_a_docs_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "scripts/serve.py", "--docs", str(tmp_path / "khong-co")]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_ctrl_c_ends_it_and_leaves_nothing(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project", {})
    shutil.copytree(ROOT / "docs", root / "docs", dirs_exist_ok=True)
    found = start(root)
    found.until_ready()
    found.process.send_signal(signal.SIGINT)
    assert found.process.wait(timeout=10) in (0, 130)
    assert "Traceback" not in found.said
    assert [path.name for path in (root / ".build").glob("preview-*")] == []
