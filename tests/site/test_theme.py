"""What an upgrade of the theme could change under us."""

import hashlib
from pathlib import Path

import material

from tests.trees import ROOT

THEME = Path(material.__file__).parent / "templates"
PINNED = {"main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0"}
"""Templates of the theme that ours take the place of → SHA-256 of the theme's, as we last read it."""


def test_our_templates_stand_in_for_those_of_the_theme_that_we_have_read() -> None:
    ours = {path.relative_to(ROOT / "overrides").as_posix() for path in (ROOT / "overrides").rglob("*.html")}
    shadowed = {name for name in ours if (THEME / name).exists()}
    assert {name: hashlib.sha256((THEME / name).read_bytes()).hexdigest() for name in shadowed} == PINNED


def test_no_template_leans_on_a_file_of_the_theme() -> None:
    for path in (ROOT / "overrides").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "{% extends" not in text
        for line in text.splitlines():
            if "include" in line or "import" in line:
                assert '"site/' in line, line
