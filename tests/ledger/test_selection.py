from datetime import date
from typing import Any

import pytest

from dateline.ledger.store import Ledger
from dateline.ledger.values import ClaimFilter, MentionFilter, PositionFilter
from dateline.model.vocab import EventType, Field, Polarity, SourceKind, Stage, Stance
from tests.ledger import factory

DAY = date(2031, 5, 6)  # two days after the first report


@pytest.fixture
def filled(ledger: Ledger) -> Any:
    factory.fill(ledger, *(factory.reading(n) for n in range(4)), factory.reading(9, dated=False))
    return ledger


@pytest.mark.parametrize(
    ("where", "names"),
    [
        (None, "0 1 2 3 9"),
        (MentionFilter(), "0 1 2 3 9"),
        (MentionFilter(reports=frozenset({factory.reading(2).report.id})), "2"),
        (MentionFilter(reports=frozenset()), ""),
        (MentionFilter(types=frozenset({EventType.DRONE})), "0 1 2 3 9"),
        (MentionFilter(types=frozenset({EventType.IED})), ""),
        (MentionFilter(stages=frozenset({Stage.ACCOMPLISHED, Stage.DENIED})), "0 1 2 3 9"),
        (MentionFilter(country="Syldavia"), ""),
        (MentionFilter(country="Borduria", admin1="Coast", outlet="Outlet 1"), "1 3 9"),
        (MentionFilter(published_from=DAY), "2 3"),
        (MentionFilter(published_to=DAY), "0 1 2"),
        (MentionFilter(day_from=DAY), "2 3"),
        (MentionFilter(day_to=DAY), "0 1 2 3"),
        (MentionFilter(day_to=date(2031, 5, 4)), "0 1"),
    ],
)
def test_mentions_let_through(filled: Ledger, where: Any, names: Any) -> None:
    assert [m.report.name[7:] for m in filled.mentions(where)] == names.split()
    assert filled.mention_ids(where) == tuple(m.id for m in filled.mentions(where))


@pytest.mark.parametrize(
    ("where", "many"),
    [
        (None, 15),
        (ClaimFilter(fields=frozenset({Field.KILLED})), 5),
        (ClaimFilter(stances=frozenset({Stance.DENIED})), 0),
        (ClaimFilter(source="elodie marchetti"), 10),
        (ClaimFilter(kind=SourceKind.OUTLET), 5),
        (ClaimFilter(source="outlet"), 5),
        (ClaimFilter(side="Borduria", published_to=DAY), 6),
        (ClaimFilter(reports=frozenset({factory.reading(2).report.id})), 3),
        (ClaimFilter(events=frozenset({"e_none"})), 0),
        (ClaimFilter(published_from=DAY), 6),
    ],
)
def test_claims_let_through(filled: Ledger, where: Any, many: Any) -> None:
    assert len(filled.claims(where)) == many


@pytest.mark.parametrize(
    ("where", "many"),
    [
        (None, 5),
        (PositionFilter(polarities=frozenset({Polarity.CONDEMNS})), 5),
        (PositionFilter(polarities=frozenset({Polarity.SUPPORTS})), 0),
        (PositionFilter(source="ÉLODIE marchetti", kind=SourceKind.NAMED, side="Borduria"), 5),
        (PositionFilter(published_from=DAY, published_to=DAY), 1),
        (PositionFilter(reports=frozenset({"r_none"})), 0),
    ],
)
def test_positions_let_through(filled: Ledger, where: Any, many: Any) -> None:
    assert len(filled.positions(where)) == many
