"""`make screenshots`: every kind of page, in each language, at three widths, light and dark, to look at.

`--readme` renews the picture of the README alone, `--references` the thumbnails of the visual regression test.
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
README = Shot("home", "vi", "", 1280, "light")
README_FILE = ROOT / ".github/images/home.png"
README_HEIGHT = 1000


def all_shots() -> list[Shot]:
    return [
        Shot(kind, tag, address, width, scheme)
        for kind, tag, address in addresses()
        if kind != "redirect"
        for width in WIDTHS
        for scheme in SCHEMES
    ]


def main(arguments: list[str]) -> int:
    wanted = {"--readme": [README], "--references": SHOTS}.get(arguments[0] if arguments else "", all_shots())
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        docs = ROOT / "docs" if "--readme" in arguments else write_kinds(Path(folder))
        command = [sys.executable, str(ROOT / "scripts/build.py"), "--docs", str(docs), "--site-dir", str(site)]
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
        image = Image.open(BytesIO(png)).crop((0, 0, shot.width, README_HEIGHT)).convert("RGB")
        README_FILE.parent.mkdir(parents=True, exist_ok=True)
        image.quantize(128).save(README_FILE, optimize=True)
    elif "--references" in arguments:
        FOLDER.mkdir(exist_ok=True)
        thumbnail(png).save(FOLDER / f"{shot.name}.png", optimize=True)
    else:
        TARGET.mkdir(parents=True, exist_ok=True)
        (TARGET / f"{shot.name}.png").write_bytes(png)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
