"""The results as a table of Markdown, with what each generator does not do."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping

from bench.peers.peer import Peer
from bench.results import Results

MARKS = "<!-- bench:begin -->", "<!-- bench:end -->"
CASES = {"cold": "cold", "nothing": "nothing changed", "edit": "one edit"}


def markdown(results: Results, peers: Mapping[str, Peer]) -> str:
    """All of it."""
    about = (
        f"{results.pairs:,} pairs ({results.editions:,} editions of {results.words} words on average), "
        f"{results.machine}. Seconds on the wall: the median of {results.count} runs that took turns "
        "(least–most); CPU of all processes in seconds."
    )
    return "\n".join([
        about,
        "",
        *_times(results, peers),
        "",
        *_ratios(results),
        *_rest(results, peers),
        "",
        *_features(results, peers),
    ])  # fmt: skip


def _times(results: Results, peers: Mapping[str, Peer]) -> Iterator[str]:
    heads = [f"{title} | CPU" for title in CASES.values()]
    yield "| generator | " + " | ".join(heads) + " |"
    yield "|---|" + "--:|" * (2 * len(CASES))
    for name in results.versions:
        yield f"| {_label(results, peers, name)} | " + " | ".join(_pair(results, name, case) for case in CASES) + " |"
        if results.spread(name, "cold, pictures kept"):
            cells = [_pair(results, name, "cold, pictures kept"), *["| "] * (len(CASES) - 1)]
            yield f"| {peers[name].name}, pictures for sharing not drawn anew | " + " | ".join(cells) + " |"


def _pair(results: Results, name: str, case: str) -> str:
    wall, cpu = results.spread(name, case), results.spread(name, case, "cpu")
    return f"{wall} | {cpu.median:.2f}" if wall and cpu else "– | –"


def _ratios(results: Results) -> Iterator[str]:
    """How the project stands to Hugo, round by round."""
    said = []
    for case, title in {**CASES, "cold, pictures kept": "cold without the pictures"}.items():
        ours = {run.number: run.cost.wall for run in results.runs if (run.name, run.case) == ("this", case)}
        other = case.partition(",")[0]
        theirs = {run.number: run.cost.wall for run in results.runs if (run.name, run.case) == ("hugo", other)}
        shares = [ours[number] / theirs[number] for number in ours if number in theirs]
        if shares:
            said.append(f"{title} {statistics.median(shares):.2f}")
    if said:
        yield f"This project's time as a multiple of Hugo's in the same round, median: {', '.join(said)}."
        yield ""


def _rest(results: Results, peers: Mapping[str, Peer]) -> Iterator[str]:
    yield "Memory is that of a cold run of its own; what processes share is counted once."
    yield ""
    yield "| generator | MB of all processes | MB of the largest | files | MB on disk | KB of a bulletin's page |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, size in results.sizes.items():
        all_of_it, largest = (results.spread(name, "weighed", what) for what in ("together", "largest"))
        weights = f"{all_of_it.median:.0f} | {largest.median:.0f}" if all_of_it and largest else "– | –"
        yield (f"| {peers[name].name} | {weights} | {size.files:,} | {size.bytes / 1e6:.1f} | {size.page / 1e3:.1f} |")


def _features(results: Results, peers: Mapping[str, Peer]) -> Iterator[str]:
    yield "| generator | makes besides the pages of both languages | lacks |"
    yield "|---|---|---|"
    for name in results.versions:
        yield f"| {peers[name].name} | {'; '.join(peers[name].has)} | {'; '.join(peers[name].lacks) or '–'} |"


def _label(results: Results, peers: Mapping[str, Peer], name: str) -> str:
    return f"{peers[name].name} {results.versions[name]}".strip()


def inserted(readme: str, text: str, marks: tuple[str, str] = MARKS) -> str:
    """The README with the table between its two marks. Raises ValueError if a mark is missing."""
    before, begin, rest = readme.partition(marks[0])
    _, end, after = rest.partition(marks[1])
    if not begin or not end:
        raise ValueError(f"no {marks[0]} … {marks[1]}")
    return f"{before}{begin}\n{text}\n{end}{after}"
