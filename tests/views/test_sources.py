import pytest

from dateline.errors import UsageError
from dateline.ledger.store import Ledger
from dateline.views.sources import source, sources


def test_speakers_by_name_office_or_side(ledger: Ledger) -> None:
    assert [row.name for row in sources(ledger)] == ["Ilan Torv"]
    assert len(sources(ledger, "torv")) == len(sources(ledger, "governor norland")) == 1
    assert sources(ledger, "sell") == ()


def test_all_that_one_said(ledger: Ledger) -> None:
    page = source(ledger, "ilan torv")
    assert ([len(page.claims), len(page.positions)]) == [1, 1]
    assert source(ledger, page.row.id) == source(ledger, page.row.id[:8]) == page
    with pytest.raises(UsageError, match="no source"):
        source(ledger, "Mara Sell")
