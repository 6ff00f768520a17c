import pytest

from dateline.times.expressions import (
    Anchor,
    Floating,
    Meaning,
    Part,
    Portion,
    Repeated,
    Shift,
    Weekday,
)
from tests.times.reading import parse


@pytest.mark.parametrize(
    ("words", "meaning", "part"),
    [
        ("Wednesday", Weekday(3), None),
        ("early Wednesday", Weekday(3), None),
        ("late on Wednesday", Weekday(3), None),
        ("last Friday", Weekday(5, -1), None),
        ("next Tuesday", Weekday(2, 1), None),
        ("this Sunday", Weekday(7, 0), None),
        ("Monday night", Weekday(1), Part.NIGHT),
        ("today", Shift("day", 0), None),
        ("yesterday morning", Shift("day", -1), Part.MORNING),
        ("tomorrow", Shift("day", 1), None),
        ("tonight", Shift("day", 0), Part.NIGHT),
        ("last night", Shift("day", -1), Part.NIGHT),
        ("this morning", Shift("day", 0), Part.MORNING),
        ("that night", Shift("day", 0, Anchor.NARRATIVE), Part.NIGHT),
        ("the next morning", Shift("day", 1, Anchor.NARRATIVE), Part.MORNING),
        ("the day before yesterday", Shift("day", -2), None),
        ("the day after tomorrow", Shift("day", 2), None),
        ("the day before", Shift("day", -1, Anchor.NARRATIVE), None),
        ("the night before", Shift("day", -1, Anchor.NARRATIVE), Part.NIGHT),
    ],
)
def test_days_are_found(words: str, meaning: Meaning, part: Part | None) -> None:
    ((found, expression),) = parse(f"It fell {words}.")
    assert words == found
    assert meaning == expression.meaning
    assert part is expression.part


def test_mode_is_kept() -> None:
    ((_, expression),) = parse("Late Tuesday it fell.")
    assert expression.portion is Portion.END


def test_plural_weekdays_repeat() -> None:
    assert [e.meaning for _, e in parse("It opens on Mondays and Tuesday nights.")] == [
        Repeated("XXXX-WXX-1"),
        Repeated("XXXX-WXX-2TNI"),
    ]


def test_small_letters_need_a_word_before() -> None:
    assert [words for words, _ in parse("They met on friday, good friday.")] == ["friday"]


def test_overnight_before_a_noun_says_less() -> None:
    ((_, adverb),) = parse("Drones fell overnight.")
    ((_, adjective),) = parse("Two overnight strikes were told.")
    assert adverb.meaning == Floating()
    assert adjective.meaning == Floating(attributive=True)


def test_parts_of_no_day_need_a_preposition() -> None:
    assert [words for words, _ in parse("It fell at dawn. The night was quiet.")] == ["dawn"]
    assert [words for words, _ in parse("It fell in the early hours.")] == ["the early hours"]


def test_day_before_a_noun_is_not_one_by_itself() -> None:
    assert parse("It was the day before the vote.") == ()
