"""The year of a date told without one."""

from datetime import date, timedelta

from dateline.times import calendar
from dateline.times.tense import Tense

_PAST_PREFERRED = 3  # without a tense, a coming date must be this many times nearer than a past one
_TWO_YEARS = 731  # days within which a date's year is left out of news
_STORY_STEP = timedelta(days=60)  # how far ahead of itself a story looks for its next date
_SPAN = range(-8, 9)  # years tried; leap days need eight


def year_for_day(
    month: int, number: int, reference: date, tense: Tense, weekday: int | None = None
) -> date | None:
    """The occurrence of a day of the month that a text read on ``reference`` means.

    Past tense: the last one, ``reference`` included; future: the next one; untold: the nearest, past preferred. A weekday told beside
    the date must fit; if it never does it is taken for a slip of the pen.
    """
    found = [
        candidate
        for step in _SPAN
        if (candidate := calendar.day(reference.year + step, month, number)) is not None
    ]
    fitting = [
        c for c in found if c.isoweekday() == weekday and abs((c - reference).days) <= _TWO_YEARS
    ]
    return pick(fitting or found, reference, tense)


def year_for_month(month: int, reference: date, tense: Tense) -> int:
    """The year of a month told without one; the current month is taken as past and future both."""
    own = date(reference.year, month, 1)
    if own.month == reference.month:
        return reference.year
    candidates = [date(reference.year + step, month, 1) for step in (-1, 0, 1)]
    return (pick(candidates, reference, tense) or own).year


def pick(candidates: list[date], reference: date, tense: Tense) -> date | None:
    """The candidate the tense asks for; None of none."""
    past = max((c for c in candidates if c <= reference), default=None)
    future = min((c for c in candidates if c >= reference), default=None)
    if past is None or future is None:
        return past or future
    if tense is Tense.PAST:
        return past
    if tense is Tense.FUTURE:
        return future
    nearer = (future - reference) * _PAST_PREFERRED < (reference - past)
    return future if nearer else past


def nearest_day_of_month(number: int, reference: date, tense: Tense) -> date | None:
    """ "The 24th", read on ``reference``."""
    candidates = []
    for step in (-2, -1, 0, 1, 2):
        year, month = calendar.add_months(reference, step)
        if (found := calendar.day(year, month, number)) is not None:
            candidates.append(found)
    return pick(candidates, reference, tense)


def closest_day_of_month(number: int, reference: date) -> date | None:
    """ "The 24th" in a story that has come to ``reference``: the closest on either side, later preferred."""
    candidates = []
    for step in (-1, 0, 1):
        year, month = calendar.add_months(reference, step)
        if (found := calendar.day(year, month, number)) is not None:
            candidates.append(found)
    return min(candidates, key=lambda c: (abs(c - reference), c < reference), default=None)


def story_date(month: int, number: int, story: date) -> date | None:
    """A day without a year in a story that has come to ``story``: stories mostly go forward."""
    candidates = [
        found
        for step in (-1, 0, 1)
        if (found := calendar.day(story.year + step, month, number)) is not None
    ]
    shifted = story + _STORY_STEP
    return min(candidates, key=lambda c: abs(c - shifted), default=None)
