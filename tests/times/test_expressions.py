from dateline.model.spans import Span
from dateline.times.expressions import Calendar, Expression, Range


def test_values_compare_by_content() -> None:
    first, last = Calendar(month=4, day=23), Calendar(month=4, day=24)
    assert Expression(span=Span(0, 1), meaning=Range(first, last)) == Expression(
        span=Span(0, 1), meaning=Range(Calendar(month=4, day=23), last)
    )
