from dateline.ledger.store import Ledger
from dateline.ledger.values import PositionFilter
from dateline.model.vocab import Polarity
from dateline.views.positions import positions
from tests.factory import DAY


def test_a_position_without_a_day_takes_the_reports_and_says_so(ledger: Ledger) -> None:
    (line,) = positions(ledger)
    assert (line.day, line.day_assumed) == (DAY, True)


def test_filters(ledger: Ledger) -> None:
    assert len(positions(ledger, about="Depots strikes")) == 1
    assert positions(ledger, about="sanctions") == ()
    assert positions(ledger, PositionFilter(polarities=frozenset({Polarity.SUPPORTS}))) == ()
