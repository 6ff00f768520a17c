import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.incidents.groups import Groups


def test_a_forbidden_pair_stays_apart_through_others() -> None:
    groups = Groups("abcd")
    assert groups.forbid("a", "d")
    assert groups.join("a", "b")
    assert groups.join("c", "d")
    assert not groups.join("b", "c")
    assert groups.all() == (("a", "b"), ("c", "d"))
    assert not groups.forbid("a", "b")


@pytest.mark.law
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 6)), max_size=25))
def test_what_was_forbidden_is_never_together(steps: list[tuple[bool, int, int]]) -> None:
    groups = Groups(str(i) for i in range(7))
    apart: list[tuple[str, str]] = []
    joined: list[tuple[str, str]] = []
    for join, a, b in steps:
        one, other = str(a), str(b)
        if join and groups.join(one, other):
            joined.append((one, other))
        elif not join and groups.forbid(one, other):
            apart.append((one, other))
        assert not any(groups.together(x, y) for x, y in apart)
        assert all(groups.together(x, y) for x, y in joined)
    assert sorted(i for group in groups.all() for i in group) == [str(i) for i in range(7)]
