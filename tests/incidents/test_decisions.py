from dateline.incidents.decisions import in_force, rejected
from dateline.model.incidents import DecisionKind
from tests.factory import decision

MERGE, UNDO = DecisionKind.MERGE, DecisionKind.UNDO


def test_oldest_first_whatever_the_order_given() -> None:
    one, two = decision(MERGE, "a", "b", hour=1), decision(MERGE, "b", "c", hour=2)
    assert in_force([two, one]) == (one, two)


def test_undo_and_undone_undo() -> None:
    one = decision(MERGE, "a", "b", hour=1)
    undo = decision(UNDO, one.id, hour=2)
    redo = decision(UNDO, undo.id, hour=3)
    assert in_force([one, undo]) == ()
    assert in_force([one, undo, redo]) == (one,)


def test_accept_takes_a_rejection_back() -> None:
    reject = decision(DecisionKind.REJECT, "a", hour=1)
    accept = decision(DecisionKind.ACCEPT, "a", hour=2)
    assert rejected([reject]) == {"a"}
    assert rejected([reject, accept]) == frozenset()
