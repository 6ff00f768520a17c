from dataclasses import replace
from datetime import timedelta

from dateline.incidents.record import all_incidents, by_time, from_members, members
from dateline.model.incidents import DecisionKind
from tests.factory import DAY, decision, event, mention

A, B = mention(event(), "a"), mention(event(), "b")
LATER = mention(event(when=DAY + timedelta(days=9)), "c")
UNDATED = mention(event(when=None, admin1="Zellmark"), "d")


def test_incidents_stand_in_order_of_time_undated_last() -> None:
    found = all_incidents([UNDATED, LATER, B, A])
    assert [len(i.mentions) for i in found] == [2, 1, 1]
    assert found[-1].interval is None
    assert sorted(found, key=by_time) == list(found)


def test_a_cache_gives_back_the_same_incidents() -> None:
    every = [A, B, LATER, UNDATED]
    found = all_incidents(every)
    assert from_members(members(found), every) == found


def test_a_cache_that_names_a_lost_mention_is_of_no_use() -> None:
    assert from_members(members(all_incidents([A, B])), [A]) is None


def test_a_rejected_mention_is_in_no_incident() -> None:
    reject = decision(DecisionKind.REJECT, B.id)
    assert [m.id for i in all_incidents([A, B], [reject]) for m in i.mentions] == [A.id]


def test_two_attacks_told_in_the_same_words_keep_ids_apart() -> None:
    first = mention(event(key="A"), "one report")
    second = mention(event(key="B"), "one report")
    found = all_incidents([first, second])
    assert len({incident.id for incident in found}) == 2
    assert all_incidents([second, first]) == found
    assert from_members(members(found), [first, second]) == found


def test_a_newer_reader_leaves_an_incident_its_id() -> None:
    old = mention(event())
    new = replace(old, id="e_of_a_newer_reader", reader="rules 2")
    assert [i.id for i in all_incidents([old])] == [i.id for i in all_incidents([new])]
