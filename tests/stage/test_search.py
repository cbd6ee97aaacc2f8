"""What can be searched for: the public editions of a locale with what their fields say, and the lists."""

from pathlib import Path

from bulletin.stage.search import text_of

from tests.stage.sites import TOPICS, Staged, dated, stage
from tests.trees import KEY, SOURCE, pair, with_field


def test_headings_and_text_are_told_apart_and_plain() -> None:
    html = (
        '<h2 id="a">Kết quả <em>thử tải</em></h2>\n<p>Cầu &amp; đường<br>dài <abbr title="a > b">18</abbr>,6&nbsp;km.</p>'
        "<table><tr><td>Độ võng</td><td>21 mm</td></tr></table><h3>Còn lại</h3>"
    )
    headings, text = text_of(html)
    assert headings == ("Kết quả thử tải", "Còn lại")
    assert text == "Cầu & đường\ndài 18,6 km.\nĐộ võng\n21 mm"


def test_a_word_is_not_cut_where_its_look_changes() -> None:
    assert text_of("<p><strong>N</strong>ghệ An</p>")[1] == "Nghệ An"


def test_a_sign_of_mathematics_begins_no_tag() -> None:
    assert text_of("<p>3 &lt; 5 và 7 &gt; 6</p>")[1] == "3 < 5 và 7 > 6"


def found(staged: Staged, tag: str) -> list[str]:
    (catalogue,) = [each for each in staged.prepared.extras.catalogues if each.locale == tag]
    return [entry.url for entry in catalogue.entries]


def test_only_public_editions_of_a_locale_are_found_in_it(tmp_path: Path) -> None:
    hidden = "news/2026/03/cho-duyet"
    draft = {
        name: str(text).replace("status: published", "status: draft")
        for name, text in dated(hidden, "2026-03-04").items()
    }
    staged = stage(tmp_path, {**pair(translation=None), **dated("news/2026/03/hai", "2026-03-01"), **draft})
    assert f"{KEY}/" in found(staged, "vi")
    assert f"en/{KEY}/" not in found(staged, "en")
    assert "en/news/2026/03/hai/" in found(staged, "en")
    assert not [url for tag in ("vi", "en") for url in found(staged, tag) if hidden in url]


def test_topics_and_sections_that_have_something_are_found_by_their_names_in_both_languages(tmp_path: Path) -> None:
    source = with_field(SOURCE, "topics: [investment]")
    staged = stage(tmp_path, {"_data/topics.yml": TOPICS, **pair(source=source)})
    (catalogue,) = [each for each in staged.prepared.extras.catalogues if each.locale == "vi"]
    entries = {entry.url: entry for entry in catalogue.entries}
    assert entries["topics/investment/"].title == "Đầu tư"
    assert "Investment" in entries["topics/investment/"].aliases
    assert "Investment" in entries[f"{KEY}/"].names
    assert "News" in entries["news/"].aliases
    assert "topics/culture/" not in entries


def test_the_newest_bulletin_comes_last_so_that_the_others_keep_their_numbers(tmp_path: Path) -> None:
    files = {**dated("news/2026/03/hai", "2026-03-01"), **dated("news/2026/03/mot", "2026-03-02")}
    urls = found(stage(tmp_path, files), "vi")
    assert urls[-2:] == ["news/2026/03/hai/", "news/2026/03/mot/"]
