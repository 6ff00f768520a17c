from dataclasses import fields

import pytest

from dateline.exports.incident_rows import IncidentColumns, incident_columns, incident_of
from dateline.incidents.settle import settle
from dateline.model.claims import ClaimValue
from dateline.model.vocab import Field, Stance
from tests.exports.record import AGAIN, INCIDENTS, TOWN
from tests.factory import claim, event, mention


def test_a_row_of_two_accounts() -> None:
    (row,) = (incident_columns(i) for i in INCIDENTS if len(i.mentions) == 2)
    assert (row.killed_low, row.killed_high, row.killed_verdict) == (2, 5, "disputed")
    assert (row.injured_low, row.injured_high, row.injured_verdict) == (None, None, "unknown")
    assert (row.effects, row.attacker_verdict) == (("fire",), "disputed")
    assert (row.acled_event_type, row.plover_category, row.muc4_type) == (
        "Explosions/Remote violence",
        "ASSAULT",
        "ATTACK",
    )
    assert (row.reports, row.follow_ups) == (2, 0)
    assert row.mention_ids == tuple(sorted([TOWN.id, AGAIN.id]))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], (None, None)),
        ([0], (0, 0)),
        (["some"], (1, None)),
        ([(None, 30), 4], (0, 30)),
        ([(20, None), 4], (4, None)),
    ],
)
def test_figures_span_what_all_accounts_allow(
    values: list[ClaimValue], expected: tuple[int | None, int | None]
) -> None:
    row = incident_columns(
        settle([mention(event(claims=[claim(Field.KILLED, v) for v in values]))])
    )
    assert (row.killed_low, row.killed_high) == expected


def test_a_denied_figure_is_no_figure() -> None:
    denied = claim(Field.KILLED, 9, stance=Stance.DENIED)
    row = incident_columns(settle([mention(event(claims=[denied]))]))
    assert (row.killed_low, row.killed_high) == (None, None)


def test_every_mention_knows_its_incident() -> None:
    assert len(incident_of(INCIDENTS)) == 4


def test_every_column_is_explained() -> None:
    assert all(f"{f.name}:" in (IncidentColumns.__doc__ or "") for f in fields(IncidentColumns))
