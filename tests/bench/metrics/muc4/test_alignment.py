from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.muc4.alignment import align, allowed
from dateline.bench.metrics.muc4.templates import Template, templates
from tests.bench.metrics.muc4.made import template


def numbers(pairs: tuple[tuple[Template | None, Template | None], ...]) -> list[tuple[str, str]]:
    return [(k.number if k else "", r.number if r else "") for k, r in pairs]


def test_type_and_one_more_slot_have_to_agree() -> None:
    key = template(inc_type=["BOMBING"], phys_tgt_id=['"EAST BRIDGE"'], perp_ind_id=['"MEN"'])
    assert allowed(key, template(inc_type=["BOMBING"], phys_tgt_id=['"BRIDGE"']))
    assert allowed(key, template(inc_type=["ATTACK"], perp_ind_id=['"ARMED MEN"']))
    assert not allowed(key, template(inc_type=["ARSON"], phys_tgt_id=['"EAST BRIDGE"']))
    assert not allowed(key, template(inc_type=["BOMBING"], phys_tgt_id=['"MILL"']))
    assert not allowed(key, template(inc_type=["BOMBING"]))
    assert not allowed(key, template(inc_type=["BOMBING"], inc_stage=["ATTEMPTED"]))


def test_where_nothing_identifies_either_the_type_is_enough() -> None:
    assert allowed(template(inc_loc=["NORLAND"]), template(inc_loc=["SUDLAND"]))
    optional = template(phys_tgt_id=['? "MILL"'])
    assert allowed(optional, template())


def test_what_says_that_there_is_no_incident_goes_with_anything() -> None:
    (none,) = templates([])
    assert allowed(none, template(inc_type=["ARSON"]))
    assert allowed(template(inc_type=["ARSON"]), none)


def test_the_fuller_match_is_taken_first() -> None:
    # Both keys may go with either response; the second key agrees with the first response wholly.
    key = (
        template(number="1", phys_tgt_id=['"BRIDGE"'], inc_loc=["NORLAND"], inc_stage=["ATTEMPTED"]),
        template(number="2", phys_tgt_id=['"BRIDGE"'], inc_loc=["SUDLAND"]),
    )  # fmt: skip
    response = (
        template(number="1", phys_tgt_id=['"BRIDGE"'], inc_loc=["SUDLAND"]),
        template(number="2", phys_tgt_id=['"BRIDGE"']),
    )
    assert numbers(align(key, response)) == [("1", "2"), ("2", "1")]


def test_what_is_left_over_has_no_partner() -> None:
    key = (template(number="1", inc_type=["ARSON"]), template(number="10", phys_tgt_id=['"A1"']))
    response = (
        template(number="2", phys_tgt_id=['"B1"']),
        template(number="9", inc_type=["ARSON"]),
    )
    assert numbers(align(key, response)) == [("1", "9"), ("10", ""), ("", "2")]
    assert numbers(align(key, ())) == [("1", ""), ("10", "")]
    assert numbers(align((), response)) == [("", "2"), ("", "9")]


MADE = st.builds(
    lambda kind, thing: {"inc-type": [kind], "phys-tgt-id": [f'"{thing}"']},
    st.sampled_from(["ATTACK", "ARSON", "BOMBING"]),
    st.sampled_from(["MILL", "OLD MILL", "BRIDGE", "EAST BRIDGE"]),
)


@given(st.lists(MADE, max_size=4), st.lists(MADE, max_size=4))
def test_every_template_stands_in_one_pair_and_pairs_are_allowed(
    key: list[dict[str, list[str]]], response: list[dict[str, list[str]]]
) -> None:
    known, told = templates(key), templates(response)
    pairs = align(known, told)
    assert sorted(k.number for k, _ in pairs if k) == sorted(t.number for t in known)
    assert sorted(r.number for _, r in pairs if r) == sorted(t.number for t in told)
    assert all(allowed(k, r) for k, r in pairs if k and r)
    # No allowed pair is left unmade.
    alone = [k for k, r in pairs if k and not r], [r for k, r in pairs if r and not k]
    assert not any(allowed(k, r) for k in alone[0] for r in alone[1])
