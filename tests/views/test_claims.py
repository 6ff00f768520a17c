from dateline.ledger.store import Ledger
from dateline.ledger.values import ClaimFilter
from dateline.model.incidents import DecisionKind
from dateline.model.vocab import Field
from dateline.views.claims import claims
from dateline.views.incidents import incidents
from tests.factory import decision


def test_claims_name_their_incident(ledger: Ledger) -> None:
    home = incidents(ledger)[0].id
    found = claims(ledger)
    assert [line.incident for line in found] == [home, home, home]


def test_claims_of_one_incident_and_field(ledger: Ledger) -> None:
    first, second = incidents(ledger)
    where = ClaimFilter(fields=frozenset({Field.INJURED}))
    values = {line.row.claim.value for line in claims(ledger, where, of_incident=first.id)}
    assert values == {0, 3}
    assert claims(ledger, of_incident=second.id) == ()


def test_a_claim_of_a_rejected_mention_has_no_incident(ledger: Ledger) -> None:
    for mention in incidents(ledger)[0].mentions:
        ledger.decide(decision(DecisionKind.REJECT, mention.id))
    assert {line.incident for line in claims(ledger)} == {None}
