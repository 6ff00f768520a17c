import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.metrics.muc4.judge import guidelines
from dateline.bench.metrics.muc4.pairing import Purpose, pair
from dateline.bench.metrics.muc4.slots import SLOTS
from dateline.bench.metrics.muc4.tallies import Tally
from tests.bench.metrics.muc4.made import fills

FULL, HALF = Tally(pos=1, act=1, cor=1), Tally(pos=1, act=1, par=1)
WRONG, MISSED = Tally(pos=1, act=1, inc=1), Tally(pos=1, mis=1)
EXTRA, EMPTY = Tally(act=1, spu=1), Tally(non=1)


def counted(slot: str, key: list[str], response: list[str], *, judging: bool = True) -> Tally:
    return pair(
        slot,
        fills(slot, *key),
        fills(slot, *response),
        purpose=Purpose.COUNT,
        judge=guidelines if judging else None,
    )


@pytest.mark.parametrize(
    ("slot", "key", "response", "expected"),
    [
        ("inc-stage", [], [], EMPTY),
        ("inc-stage", ["? ATTEMPTED"], [], EMPTY),
        ("inc-stage", ["ATTEMPTED"], [], MISSED),
        ("inc-stage", [], ["ATTEMPTED"], EXTRA),
        ("inc-stage", ["? ATTEMPTED"], ["ATTEMPTED"], FULL),
        ("inc-stage", ["ATTEMPTED"], ["THREATENED"], WRONG),
        ("inc-type", ["BOMBING"], ["ATTACK"], HALF),
        ("inc-type", ["ATTACK"], ["BOMBING"], WRONG),
        ("inc-type", ["ARSON / BOMBING"], ["ATTACK"], WRONG),
        ("inc-instr-type", ['DYNAMITE: "STICKS"'], ['EXPLOSIVE: "STICKS"'], HALF),
        # Without the reference, or with another one, the right value is half right.
        ("inc-instr-type", ['GUN: "CARBINE"'], ["GUN"], HALF),
        ("inc-instr-type", ['GUN: "CARBINE"'], ['GUN: "STICKS"'], HALF),
        ("inc-instr-type", ["GUN"], ['GUN: "CARBINE"'], WRONG),
        ("inc-loc", ["NORLAND: BELMARK (CITY)"], ["NORLAND"], HALF),
        ("inc-loc", ["NORLAND: BELMARK (CITY)"], ["SUDLAND"], WRONG),
        ("perp-ind-id", ['"MASKED MEN"'], ['"MASKED MEN ON FOOT"'], FULL),
    ],
)
def test_one_fill_on_either_side(
    slot: str, key: list[str], response: list[str], expected: Tally
) -> None:
    assert counted(slot, key, response) == expected


def test_the_judge_is_asked_only_for_the_score() -> None:
    key, response = fills("perp-ind-id", '"MASKED MEN"'), fills("perp-ind-id", '"MEN"')
    assert counted("perp-ind-id", ['"MASKED MEN"'], ['"MEN"']) == HALF
    assert counted("perp-ind-id", ['"MASKED MEN"'], ['"MEN"'], judging=False) == WRONG
    ranked = pair("perp-ind-id", key, response, purpose=Purpose.RANK, judge=guidelines)
    assert ranked == WRONG
    allowed = pair("perp-ind-id", key, response, purpose=Purpose.ALLOW, judge=guidelines)
    assert allowed == FULL


def test_equal_fills_are_paired_first_and_the_judge_takes_the_rest() -> None:
    found = counted(
        "hum-tgt-desc", ['"GUARDS"', '"NIGHT GUARDS"'], ['"GUARDS"', '"GUARDS OF NIGHT"']
    )
    # The second pair: the response has the words NIGHT and GUARDS and no more.
    assert found == Tally(pos=2, act=2, cor=2)
    assert counted("hum-tgt-desc", ['"A1"', '"B1"', '"C1"'], ['"B1"', '"X1"']) == Tally(
        pos=3, act=2, cor=1, inc=1, mis=1
    )


def test_what_refers_rightly_and_says_wrong_is_wrong_for_good() -> None:
    key = ['DEATH: "A1"', 'INJURY: "B1"']
    # INJURY said of A1 agrees with nothing said of A1; it may not be held against B1 any more.
    assert counted("hum-tgt-effect", key, ['INJURY: "A1"', 'DEATH: "C1"']) == Tally(
        pos=2, act=2, par=1, inc=1
    )
    told = ['"LADY MAYOR": "A1"', '"X1"']
    apart, together = ['"MAYOR": "A1"', '"CHIEF": "B1"'], ['"MAYOR": "A1"', '"CHIEF": "A1"']
    assert counted("hum-tgt-desc", apart, told) == WRONG + WRONG
    # Where every fill of the key is said of that thing, the judge is still asked.
    assert counted("hum-tgt-desc", together, told) == FULL + WRONG


def test_optional_fills_only_pair_off_an_excess() -> None:
    key = ['"A1"', '? "B1"', '? "C1"']
    assert counted("perp-ind-id", key, ['"A1"']) == FULL
    assert counted("perp-ind-id", key, []) == MISSED
    # One wrong fill takes the one that is due; a second one an optional one; a fourth is spurious.
    assert counted("perp-ind-id", key, ['"X1"']) == WRONG
    assert counted("perp-ind-id", key, ['"X1"', '"Y1"']) == WRONG + WRONG
    four = ['"W1"', '"X1"', '"Y1"', '"Z1"']
    assert counted("perp-ind-id", key, four) == WRONG + WRONG + WRONG + EXTRA


def test_an_optional_set_fill_earns_nothing_by_its_hierarchy_among_others() -> None:
    due = counted("inc-instr-type", ["DYNAMITE", "GUN"], ["BOMB"])
    spared = counted("inc-instr-type", ["? DYNAMITE", "GUN"], ["BOMB"])
    assert due == Tally(pos=2, act=1, par=1, mis=1)
    assert spared == WRONG


def test_a_word_in_common_counts_where_templates_are_to_be_aligned() -> None:
    key, response = (
        fills("phys-tgt-id", '"EAST BRIDGE"', '"MILL"'),
        fills("phys-tgt-id", '"BRIDGE TOLL"', '"X1"'),
    )
    aligning = pair("phys-tgt-id", key, response, purpose=Purpose.ALLOW, judge=None)
    assert (aligning.cor, aligning.par) == (0, 1)
    ranking = pair("phys-tgt-id", key, response, purpose=Purpose.RANK, judge=None)
    assert (ranking.cor, ranking.par) == (0, 0)


LINES = st.sampled_from(
    [
        *('"A1"', '? "A1"', '"A1 B1"', '"B1" / "A1"', '"C1": "A1"', '"C1": "B1"'),
        *("BOMB", "DYNAMITE", 'BOMB: "A1"', '? DYNAMITE: "A1"', "ATTACK / BOMBING", "BOMBING"),
    ]
)
SIDE = st.lists(LINES, max_size=4)


@given(st.sampled_from(SLOTS), SIDE, SIDE, st.booleans())
def test_counts_add_up(slot: str, key: list[str], response: list[str], judging: bool) -> None:
    told = [line.removeprefix("? ") for line in response]
    found = counted(slot, key, told, judging=judging)
    assert found.pos == found.cor + found.par + found.inc + found.mis
    assert found.act == found.cor + found.par + found.inc + found.spu == len(told)
    due = sum(not line.startswith("?") for line in key)
    assert due <= found.pos <= len(key)
    assert found.non == (not found.pos and not found.act)


@given(st.sampled_from(SLOTS), st.lists(st.sampled_from(["A1", "B1", "C1", "D1"]), unique=True))
def test_a_slot_given_back_in_another_order_is_right(slot: str, key: list[str]) -> None:
    found = counted(slot, key, key[::-1])
    assert found == (Tally(pos=len(key), act=len(key), cor=len(key)) if key else EMPTY)
