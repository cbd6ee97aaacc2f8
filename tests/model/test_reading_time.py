"""How long a text takes to read."""

from bulletin.model.reading_time import minutes_of


def test_a_pair_takes_as_long_in_both_languages() -> None:
    assert minutes_of("<p>" + "tỉnh " * 720 + "</p>", "vi") == 3
    assert minutes_of("<p>" + "province " * 684 + "</p>", "en") == 3


def test_markup_is_not_read_and_a_number_is_one_word() -> None:
    assert minutes_of('<p class="a b c d">' + "1.250,5 " * 240 + "</p>" * 500, "vi") == 1


def test_nothing_takes_less_than_a_minute() -> None:
    assert minutes_of("", "en") == 1
