from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.model.reports import Provenance, Report, make_report

HERE = Provenance(path="-", format="api")
TEXT = "Drones hit a mill."


def report(text: str = TEXT, outlet: str = "The Daily", **given: Any) -> Report:
    return make_report(text, outlet=outlet, **{"name": "one", "provenance": HERE, **given})


@pytest.mark.parametrize(
    "given",
    [
        {"text": "Drones hit a school."},
        {"outlet": "The Weekly"},
        {"url": "https://example.org/1"},
        {"title": "Mill hit"},
        {"published": date(2024, 5, 8)},
    ],
)
def test_what_a_reader_sees_makes_the_id(given: dict[str, Any]) -> None:
    assert report(**given).id != report().id


@pytest.mark.parametrize(
    "given",
    [{"name": "two"}, {"language": "en"}, {"provenance": Provenance(path="x", format="text")}],
)
def test_where_it_was_found_makes_no_difference(given: dict[str, Any]) -> None:
    assert report(**given).id == report().id


def test_the_day_follows_from_the_moment() -> None:
    moment = datetime(2024, 5, 8, 23, 30, tzinfo=UTC)
    assert report(published_at=moment).published == date(2024, 5, 8)


def test_a_given_day_wins_over_the_moment() -> None:
    moment = datetime(2024, 5, 8, 23, 30, tzinfo=UTC)
    assert report(published=date(2024, 5, 9), published_at=moment).published == date(2024, 5, 9)


def test_without_either_the_day_stays_unknown() -> None:
    assert report().published is None
