"""How the runner of GitHub Actions reads a line of a log: after actions/runner, `src/Runner.Common/ActionCommand.cs`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Command:
    """A command that the runner obeys."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    data: str = ""


def read_command(line: str) -> Command | None:
    """The command of a line in the form of today, else in the old one; None for a line of text."""
    return _read_today(line) or _read_old(line)


def _read_today(line: str) -> Command | None:
    line = line.lstrip()
    if not line.startswith("::"):
        return None
    end = line.find("::", 2)
    if end < 0:
        return None
    name, _, given = line[2:end].partition(" ")
    properties = {}
    for part in given.strip().split(","):
        key, is_given, value = part.partition("=")
        if is_given:
            properties[key] = _unescape(value, ((":", "%3A"), (",", "%2C")))
    return Command(name, properties, _unescape(line[end + 2 :]))


def _read_old(line: str) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    return Command(line[start + 3 : end].partition(" ")[0], {}, line[end + 1 :])


def _unescape(text: str, more: tuple[tuple[str, str], ...] = ()) -> str:
    for letter, escape in (("\r", "%0D"), ("\n", "%0A"), *more, ("%", "%25")):
        text = text.replace(escape, letter)
    return text
