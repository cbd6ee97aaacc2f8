"""What readers ask of the demo and of the project's own content, put to the real script over the built sites."""

from pathlib import Path

from tests.search.asking import known
from tests.search.measure import build, fallen, figures, ranked


def test_what_is_known_to_be_there_comes_first_as_often_as_it_did(tmp_path: Path) -> None:
    sites = build(tmp_path)
    missing = [each for each in known() if not (sites[each.site] / each.url / "index.html").is_file()]
    assert missing == []
    assert fallen(figures(ranked(sites))) == []


def test_there_are_sixty_questions_in_each_language() -> None:
    questions = known()
    for tag in ("vi", "en"):
        assert sum(each.tag == tag for each in questions) >= 60
        assert sum(each.tag == tag and each.is_held_out for each in questions) >= 30
