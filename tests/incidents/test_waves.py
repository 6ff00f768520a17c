from datetime import timedelta

from dateline.incidents.waves import wave_id
from dateline.model.times import Interval
from tests.factory import DAY

ONE = timedelta(days=1)


def test_a_night_and_the_morning_it_ends_on_are_one_wave() -> None:
    night, morning = Interval.days(DAY - ONE, DAY), Interval.days(DAY)
    assert wave_id("Sudland", night) == wave_id("sudland", morning) is not None


def test_nights_are_not_chained_and_sides_not_mixed() -> None:
    night = Interval.days(DAY - ONE, DAY)
    assert wave_id("Sudland", night) != wave_id("Sudland", Interval.days(DAY, DAY + ONE))
    assert wave_id("Sudland", night) != wave_id("Norland", night)


def test_no_wave_without_side_or_night() -> None:
    assert wave_id(None, Interval.days(DAY)) is None
    assert wave_id("Sudland", None) is None
    assert wave_id("Sudland", Interval.days(DAY, DAY + 5 * ONE)) is None
