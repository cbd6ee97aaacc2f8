"""`make screenshots`: every kind of page, in each language, at three widths, light and dark, to look at.

`--readme` renews the pictures of the README alone, `--references` the thumbnails of the visual regression test.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.site.browser import find_chromium, launch_flags
from tests.site.kinds import addresses, write_kinds
from tests.site.server import serve
from tests.site.shots import ColorScheme, Shot, take
from tests.site.thumbnails import FOLDER, SHOTS, thumbnail
from tests.trees import ROOT

WIDTHS = (360, 768, 1440)
SCHEMES: tuple[ColorScheme, ...] = ("light", "dark")
TARGET = ROOT / ".build/screenshots"
README_FOLDER = ROOT / ".github/images"
README = {
    Shot("home", "en", "en/", 1440, "light"): ("home", 1680),
    Shot("both", "vi", "both/documents/decision-15-2026-coastal-zone/", 1280, "light"): ("side-by-side", 1500),
    Shot("bulletin", "en", "en/events/2026/11/investment-conference-2026/", 390, "light"): ("phone", 1400),
}
"""A page of the demo province → the name of its picture, and how much of it is shown, in CSS px from its top."""
README_QUALITY = 80
README_BYTES = 300 * 1024
DEMO = ROOT / "examples/demo-province/docs"
DEMO_NOW = "2026-11-20T09:00+07:00"


def all_shots() -> list[Shot]:
    return [
        Shot(kind, tag, address, width, scheme)
        for kind, tag, address in addresses()
        if kind != "redirect"
        for width in WIDTHS
        for scheme in SCHEMES
    ]


def main(arguments: list[str]) -> int:
    wanted = {"--readme": list(README), "--references": SHOTS}.get(arguments[0] if arguments else "", all_shots())
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        content = ["--docs", str(DEMO), "--now", DEMO_NOW]
        if "--readme" not in arguments:
            content = ["--docs", str(write_kinds(Path(folder)))]
        command = [sys.executable, str(ROOT / "scripts/build.py"), *content, "--site-dir", str(site)]
        subprocess.run(command, check=True)
        with serve(site) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_flags())
            for number, shot in enumerate(wanted, 1):
                _write(shot, take(browser, url, shot), arguments)
                print(f"{number}/{len(wanted)} {shot.name}", flush=True)
            browser.close()
    return 0


def _write(shot: Shot, png: bytes, arguments: list[str]) -> None:
    if "--readme" in arguments:
        _write_readme(shot, png)
    elif "--references" in arguments:
        FOLDER.mkdir(exist_ok=True)
        thumbnail(png).save(FOLDER / f"{shot.name}.png", optimize=True)
    else:
        TARGET.mkdir(parents=True, exist_ok=True)
        (TARGET / f"{shot.name}.png").write_bytes(png)


def _write_readme(shot: Shot, png: bytes) -> None:
    image = Image.open(BytesIO(png)).convert("RGB")
    name, height = README[shot]
    path = README_FOLDER / f"{name}.webp"
    README_FOLDER.mkdir(parents=True, exist_ok=True)
    image.crop((0, 0, shot.width, min(height, image.height))).save(path, quality=README_QUALITY, method=6)
    if (size := path.stat().st_size) > README_BYTES:
        raise SystemExit(f"{path}: {size} bytes, more than {README_BYTES}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
