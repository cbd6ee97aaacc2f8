"""An index of which one text has changed is the one that would be made anew, whatever has changed in the text."""

from collections.abc import Iterable
from hashlib import sha256

from bulletin.finish import search
from bulletin.finish.search.postings import Row
from bulletin.model.search import Catalogue, Entry, Synonyms
from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = (
    *(
        "đầu",
        "tư",
        "cảng",
        "Cửa",
        "Lạch",
        "hoà",
        "hòa",
        "đường",
        "dương",
        "kỹ",
        "kĩ",
        "UBND",
        "tỉnh",
        "2026",
        "1.250,5",
    ),
    *("port", "ports", "planning", "the", "of", "Laos", "日本", "ບໍ່", "x" * 50, "a", "À", "."),
)
PORT = Synonyms(("Cửa Lạch",), ("Cửa Lạch", "Lach Port"))
texts = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
long_texts = st.lists(st.text("abcdeđêơư", min_size=1, max_size=3), max_size=900).map(" ".join)


def entries(bodies: Iterable[str]) -> list[Entry]:
    return [Entry(f"p{at}/", f"Trang {at}", "Mô tả", "Tin tức", body=body) for at, body in enumerate(bodies)]


def changed(before: list[Entry], after: list[Entry], numbers: Iterable[int], tag: str) -> dict[str, bytes] | None:
    """The files as a change leaves them; None where all have to be made anew."""
    old = search.index_of(Catalogue(tag, tuple(before), (PORT,)))
    files = dict(search.files_of(old))
    manifest = search.manifest_of(files[f"search/{tag}.json"])
    standing = search.Standing(
        manifest, old.lengths, lambda at: files[at].decode(), lambda at: sha256(files[at]).hexdigest()
    )
    turned = [search.Turned(at, before[at], after[at]) for at in numbers]
    index = search.changed(standing, turned, (PORT,), tag)
    if index is None:
        return None
    new = dict(search.files_of(index))
    if index.manifest["lists"] != manifest["lists"]:
        files = {at: data for at, data in files.items() if not at.startswith(f"{manifest['lists']}w")}
    assert index.lengths == search.index_of(Catalogue(tag, tuple(after), (PORT,))).lengths
    return {**files, **new}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(texts | long_texts, min_size=1, max_size=5), texts | long_texts, st.data(), st.sampled_from(["vi", "en"])
)
def test_what_a_change_leaves_is_what_is_made_anew(bodies: list[str], text: str, data: st.DataObject, tag: str) -> None:
    at = data.draw(st.integers(0, len(bodies) - 1))
    before, after = entries(bodies), entries([*bodies[:at], text, *bodies[at + 1 :]])
    found = changed(before, after, [at], tag)
    if found is not None:
        assert found == dict(search.written([Catalogue(tag, tuple(after), (PORT,))]))


def test_a_few_words_more_change_a_few_files() -> None:
    bodies = [" ".join(f"từ{(at * 37 + word * 11) % 4000}" for word in range(300)) for at in range(60)]
    before, after = entries(bodies), entries([bodies[0] + " Thêm một câu mới.", *bodies[1:]])
    found = changed(before, after, [0], "vi")
    whole = dict(search.written([Catalogue("vi", tuple(after), (PORT,))]))
    assert found == whole
    was = dict(search.written([Catalogue("vi", tuple(before), (PORT,))]))
    terms = [at for at in whole if "/t" in at]
    assert len(terms) > 60
    assert sum(whole[at] != was.get(at) for at in terms) < 12


def test_two_texts_change_at_once() -> None:
    before = entries(["cảng Cửa Lạch " * 40, "đường ven biển " * 40, "cảng"])
    after = entries(["cảng Cửa Lạch đón tàu " * 30, "đường ven biển mới " * 35, "cảng"])
    assert changed(before, after, [0, 1], "vi") == dict(search.written([Catalogue("vi", tuple(after), (PORT,))]))


def test_a_title_that_changed_is_no_change_of_a_text() -> None:
    before = entries(["cảng"])
    after = [Entry("p0/", "Tên khác", "Mô tả", "Tin tức", body="cảng")]
    assert changed(before, after, [0], "vi") is None


@given(
    st.dictionaries(
        st.sampled_from(["", "0", "k"]), st.dictionaries(st.integers(0, 5000), st.integers(1, 15)), max_size=3
    )
)
def test_a_row_is_read_as_it_was_written(variants: dict[str, dict[int, int]]) -> None:
    row = Row(
        {code: [level << 32 | page for page, level in pages.items()] for code, pages in variants.items() if pages}
    )
    again = Row.read(row.written())
    assert {code: set(each) for code, each in again.variants.items()} == {c: set(e) for c, e in row.variants.items()}
    assert again.written() == row.written()
