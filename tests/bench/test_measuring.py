"""What a run costs, and the table of it."""

import os
import re
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from bench import scale, table
from bench.measure import PEERS
from bench.peers.articles import Article, plain
from bench.peers.peer import THEMES
from bench.results import Results, Run, Size
from bench.run import Cost, RunError, measure

PYTHON = [sys.executable, "-I", "-S", "-c"]


def results(runs: list[Run]) -> Results:
    names = list(dict.fromkeys(run.name for run in runs))
    sizes = dict.fromkeys(names, Size(10, 5_000_000, 7_100))
    return Results("2 cores", 1000, 2100, 780, 5, dict.fromkeys(names, "1.2.3"), runs, sizes)


def timed(name: str, case: str, *seconds: float) -> list[Run]:
    return [Run(name, case, number, Cost(wall, 2 * wall, 50.0, 60.0)) for number, wall in enumerate(seconds)]


def test_the_processor_time_of_a_child_counts(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    cost = measure(
        [*PYTHON, f"import os, sys; os.spawnv(os.P_WAIT, sys.executable, [sys.executable, '-c', {busy!r}])"],
        tmp_path,
        {},
    )
    assert 0.3 <= cost.cpu < 3
    assert cost.wall >= 0.3


def test_the_memory_of_who_measures_does_not_count(tmp_path: Path) -> None:
    held = bytearray(200 * 1024**2)
    held[::4096] = b"x" * len(held[::4096])
    assert measure([*PYTHON, "pass"], tmp_path, {}).largest < 100
    assert len(held) > 0


def test_what_two_processes_hold_at_a_time_is_added_up(tmp_path: Path) -> None:
    hold = "b = bytearray(60 << 20); b[::4096] = b'x' * len(b[::4096]); import time; time.sleep(0.4)"
    code = f"import os, time\nfor _ in range(2):\n  os.fork() or (exec({hold!r}), os._exit(0))\nos.wait(); os.wait()"
    cost = measure([*PYTHON, code], tmp_path, {}, weighs=True)
    assert cost.largest < 110 < cost.together < 220


def test_a_program_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="3\nno such page"):
        measure([*PYTHON, "print('no such page'); raise SystemExit(3)"], tmp_path, dict(os.environ))


def test_the_table_says_what_a_generator_lacks() -> None:
    text = table.markdown(results([run for name in PEERS for run in timed(name, "cold", 1.0)]), PEERS)
    for name, peer in PEERS.items():
        row = next(
            line
            for line in text.splitlines()
            if line.startswith(f"| {peer.name} |")
            and "KB" not in line
            and re.search("[a-z]{4}", line[len(peer.name) + 4 :])
        )
        assert name == "this" or peer.lacks
        assert all(each in row for each in (*peer.has, *peer.lacks))


def test_the_table_has_the_median_with_the_least_and_the_most() -> None:
    runs = [*timed("hugo", "cold", 4.0, 5.0, 9.0), *timed("hugo", "nothing", 4.1), *timed("hugo", "edit", 20.0, 30.0)]
    text = table.markdown(results(runs), PEERS)
    assert "| Hugo 1.2.3 | 5.00 (4.00–9.00) | 10.00 | 4.10 (4.10–4.10) | 8.20 | 25.0 (20.0–30.0) | 50.00 |" in text


def test_the_project_is_held_against_hugo_round_by_round() -> None:
    runs = [*timed("this", "cold", 2.0, 6.0, 9.0), *timed("hugo", "cold", 1.0, 2.0, 9.0)]
    assert "median: cold 2.00." in table.markdown(results(runs), PEERS)
    assert "Hugo" not in table.markdown(results(timed("pelican", "cold", 1.0)), PEERS)


def test_a_case_that_was_not_run_is_a_dash() -> None:
    assert "| Hugo 1.2.3 | 1.00 (1.00–1.00) | 2.00 | – | – | – | – |" in table.markdown(
        results(timed("hugo", "cold", 1.0)), PEERS
    )


def test_what_is_stored_is_read_back() -> None:
    stored = results(timed("hugo", "cold", 4.0, 5.0))
    assert Results.read(asdict(stored)) == stored


def test_the_table_stands_between_its_marks_and_nothing_else_changes() -> None:
    readme = "a\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nz\n"
    assert table.inserted(readme, "new") == "a\n<!-- bench:begin -->\nnew\n<!-- bench:end -->\nz\n"
    with pytest.raises(ValueError, match="bench:begin"):
        table.inserted("no marks", "new")


def test_growth_has_a_row_for_each_size() -> None:
    points = [scale.Point(size, case, size / 100, size / 50, 300) for size in (100, 1000) for case in scale.CASES]
    rows = scale.markdown("Two cores.", points).splitlines()[4:]
    assert rows[0].startswith("| 100 | 1.0 | 2.0 | 20.0 | 300 |")
    assert rows[1].startswith("| 1,000 | 10.0 | 20.0 | 20.0 | 300 |")


def test_a_generator_without_boxes_gets_a_quotation() -> None:
    body = 'Mở đầu.\n\n!!! note "Lưu ý"\n    Dòng một.\n\n    Dòng hai.\n\nKết.\n'
    article = Article("news/2026/03/a", "vi", "A", "B", None, (), "", "", body)
    assert plain(article) == "Mở đầu.\n\n> **Lưu ý**\n>\n> Dòng một.\n>\n> Dòng hai.\n\nKết.\n"


@pytest.mark.parametrize(("tag", "address"), [("vi", "/features/2025/b/"), ("en", "/en/features/2025/b/")])
def test_a_link_becomes_the_address_of_the_same_language(tag: str, address: str) -> None:
    body = f'[Bài](../../../../features/2025/b/index.{tag}.md), ![Hình](view.svg "Chú thích")\n'
    article = Article("news/2026/03/a", tag, "A", "B", None, (), "", "", body)
    assert plain(article) == f'[Bài]({address}), ![Hình](/news/2026/03/a/view.svg "Chú thích")\n'


def test_every_theme_is_of_a_generator() -> None:
    assert {path.name for path in THEMES.iterdir()} == {"eleventy", "hugo", "mkdocs", "pelican"}
