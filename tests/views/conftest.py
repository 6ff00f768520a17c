from collections.abc import Iterator

import pytest

from dateline.ledger.store import Ledger
from tests.views.ledgers import first, ledger_of, second, third


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """Three reports: two of one attack, one of an undated other."""
    with ledger_of([first(), second(), third()]) as opened:
        yield opened
