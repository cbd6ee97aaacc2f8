"""Two sites to publish in turn, and what a folder holds."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

Files = Mapping[str, str]
MakeTree = Callable[[str, Files], Path]

NFC = unicodedata.normalize("NFC", "tin-tức/bản-tin-số-1.html")
OLD: Files = {
    "index.html": "<p>Bản tin số 1</p>",
    "en/index.html": "<p>Bulletin 1</p>",
    NFC: "<p>Giá lúa 1.250,5 tỷ đồng</p>",
    "gone.html": "<p>only in the old site</p>",
}
NEW: Files = {
    "index.html": "<p>Bản tin số 2</p>",
    "en/index.html": "<p>Bulletin 2</p>",
    NFC: "<p>Giá lúa 1.250,5 tỷ đồng</p>",
    "added/page.html": "<p>only in the new site</p>",
}


def snapshot(root: Path) -> dict[str, bytes | None] | None:
    """Read all that is below, a folder as None; None where there is nothing at all."""
    if not root.exists():
        return None
    return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else None for path in root.rglob("*")}


def write_files(root: Path, files: Files) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
