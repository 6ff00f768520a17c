import pytest

from dateline.bench.metrics.muc4.report import ALL, Scores, Status, filtering, score
from dateline.bench.metrics.muc4.tallies import Tally
from dateline.bench.metrics.muc4.templates import Template, templates
from tests.bench.metrics.muc4.made import template

MILL = template(phys_tgt_id=['"MILL"'], phys_tgt_type=['COMMERCIAL: "MILL"'])
BRIDGE = template(number="2", inc_type=["ARSON"], phys_tgt_id=['"BRIDGE"'])
(NONE,) = templates([])


def scored(key: tuple[Template, ...], *response: Template) -> Scores:
    return score({"d": key}, {"d": response})


def test_the_key_itself_is_perfect() -> None:
    found = scored((MILL, BRIDGE), MILL, BRIDGE)
    assert found.total() == Tally(pos=5, act=5, cor=5, non=41)
    assert found.rows()["templates"] == Tally(pos=2, act=2, cor=2)
    assert found.rows()["phys-tgt-id"].f == 100.0


def test_what_each_mode_counts() -> None:
    # MILL is found; BRIDGE (2 fills) is missed; a kidnapping (3 fills) is invented.
    invented = template(
        number="3", inc_type=["KIDNAPPING"], hum_tgt_name=['"BO BERG"'], inc_stage=["ATTEMPTED"]
    )
    rows = scored((MILL, BRIDGE), MILL, invented).rows()
    counts = {mode: (t.pos, t.act, t.cor) for mode, t in rows.items()}
    assert counts["MATCHED ONLY"] == (3, 3, 3)
    assert counts["MATCHED/MISSING"] == (5, 3, 3)
    assert counts["MATCHED/SPURIOUS"] == (3, 6, 3)
    assert counts[ALL] == (5, 6, 3)
    assert rows["templates"] == Tally(pos=2, act=2, cor=1, spu=1, mis=1)
    # R = 3/5, P = 3/6.
    assert rows[ALL].f == round(2 * 60 * 50 / 110, 2)


def test_groups_of_slots_and_kinds_of_fills() -> None:
    rows = scored((MILL, BRIDGE), MILL).rows()
    assert (rows["INCIDENT"].pos, rows["INCIDENT"].act) == (2, 1)
    assert (rows["PHYSICAL TARGET"].pos, rows["PHYSICAL TARGET"].act) == (3, 2)
    assert rows["PERPETRATOR"].pos == rows["HUMAN TARGET"].pos == 0
    assert (rows["SET FILLS ONLY"].pos, rows["SET FILLS ONLY"].cor) == (3, 2)
    assert (rows["STRING FILLS ONLY"].pos, rows["STRING FILLS ONLY"].cor) == (2, 1)


def test_an_optional_template_costs_nothing_if_absent() -> None:
    spared = template(number="2", optional=True, phys_tgt_id=['"BRIDGE"'])
    found = scored((MILL, spared), MILL)
    assert [p.status for p in found.pairs] == [Status.MATCHED, Status.OPTIONAL]
    assert found.total() == Tally(pos=3, act=3, cor=3, non=20)
    assert scored((MILL, spared), MILL, spared).total().pos == 5


def test_a_document_of_optional_templates_alone_counts_as_none_found() -> None:
    both = (
        template(number="1", optional=True, phys_tgt_id=['"MILL"']),
        template(number="2", optional=True, phys_tgt_id=['"BRIDGE"']),
    )
    found = scored(both, NONE)
    assert [p.status for p in found.pairs] == [Status.NONE, Status.OPTIONAL]
    assert found.rows()["templates"] == Tally(non=1)


def test_documents_without_incidents() -> None:
    assert scored((NONE,), NONE).pairs[0].status is Status.NONE
    invented = scored((NONE,), MILL)
    assert invented.total() == Tally(act=3, spu=3, non=20)
    assert invented.total().recall is None
    missed = score({"d": (MILL,)}, {"e": (MILL,)})
    assert [(p.document, p.status) for p in missed.pairs] == [("d", Status.MISSING)]


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ((MILL,), (MILL, BRIDGE), Tally(pos=1, act=1, cor=1)),
        ((MILL,), (NONE,), Tally(pos=1, mis=1)),
        ((MILL,), (), Tally(pos=1, mis=1)),
        ((NONE,), (MILL,), Tally(act=1, spu=1)),
        ((NONE,), (NONE,), Tally(non=1)),
        ((template(optional=True),), (), Tally(non=1)),
        ((template(optional=True),), (MILL,), Tally(pos=1, act=1, cor=1)),
    ],
)
def test_text_filtering(
    key: tuple[Template, ...], response: tuple[Template, ...], expected: Tally
) -> None:
    assert filtering(key, response) == expected
    assert score({"d": key}, {"d": response}).rows()["text filtering"] == expected


def test_the_judge_may_be_left_out() -> None:
    key, told = template(perp_ind_id=['"MASKED MEN"']), template(perp_ind_id=['"MEN"'])
    judged = score({"d": (key,)}, {"d": (told,)}).total()
    alone = score({"d": (key,)}, {"d": (told,)}, judge=None).total()
    assert (judged.cor, judged.par, judged.inc) == (1, 1, 0)
    assert (alone.cor, alone.par, alone.inc) == (1, 0, 1)


def test_malformed_fills_are_counted() -> None:
    assert template(perp_ind_id=['"NOT CLOSED', '"MEN"'], inc_loc=["A (B)"]).malformed == 2
    assert MILL.malformed == 0
