from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.incidents.blocking import BLOCK_LIMIT, block_keys, candidate_pairs
from dateline.model.incidents import Mention
from tests.factory import DAY, dating, event, head, mention


def _reasons(*mentions: Mention) -> list[str]:
    return [pair.reason for pair in candidate_pairs(mentions)]


def test_same_region_on_neighbouring_days_share_a_key() -> None:
    one = mention(event(when=DAY), "one")
    other = mention(event(when=DAY + timedelta(days=2)), "other")
    assert _reasons(one, other) == [f"region day|belmark|{DAY + timedelta(days=1)}"]


def test_days_far_apart_are_not_compared() -> None:
    one = mention(event(when=DAY), "one")
    other = mention(event(when=DAY + timedelta(days=4)), "other")
    assert _reasons(one, other) == []


def test_undated_meets_dated_in_the_weeks_of_its_publication() -> None:
    dated = mention(event(when=DAY - timedelta(days=6)), "one")
    undated = mention(event(when=None), "other")
    assert _reasons(dated, undated) == ["region week|belmark|2031-W19"]


def test_events_of_one_report_are_no_pair() -> None:
    assert _reasons(mention(event("A")), mention(event("B"))) == []


def test_no_region_meets_a_region_in_one_country() -> None:
    one = mention(event(admin1=None), "one")
    other = mention(event(), "other")
    assert _reasons(one, other) == [f"country day|norland|{DAY - timedelta(days=1)}"]


def test_two_regions_of_a_country_are_not_compared() -> None:
    assert _reasons(mention(event(), "one"), mention(event(admin1="Zellmark"), "two")) == []


def test_keys_are_few() -> None:
    assert len(block_keys(mention(event(places=["Arvany", "Little Orsk"])))) <= 14


def test_a_follow_up_reaches_back_a_fortnight() -> None:
    attack = mention(event(when=DAY), "one")
    later = mention(event(when=DAY + timedelta(days=12), follow_up=True), "other")
    assert len(_reasons(attack, later)) == 1


def test_a_giant_block_is_cut_to_neighbours_in_time() -> None:
    size = BLOCK_LIMIT + 20
    many = [mention(event(country=None, admin1=None), head(f"r{i}")) for i in range(size)]
    pairs = _reasons(*many)
    assert 0 < len(pairs) < size * (size - 1) // 2


@pytest.mark.law
@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from(["Belmark", "Zellmark", None]), st.booleans()),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_pairs_come_once_and_in_whatever_order_mentions_stand(
    rows: list[tuple[int, str | None, bool]], random: object
) -> None:
    mentions = [
        mention(
            event(when=dating(None if undated else date(2031, 5, 1 + day)), admin1=area), f"r{i}"
        )
        for i, (day, area, undated) in enumerate(rows)
    ]
    pairs = [(p.left.id, p.right.id, p.reason) for p in candidate_pairs(mentions)]
    assert len({p[:2] for p in pairs}) == len(pairs)
    assert all(left < right for left, right, _ in pairs)
    shuffled = list(mentions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [(p.left.id, p.right.id, p.reason) for p in candidate_pairs(shuffled)] == pairs
    keys = {m.id: block_keys(m) for m in mentions}
    assert all(reason in keys[left] & keys[right] for left, right, reason in pairs)
