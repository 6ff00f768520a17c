import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.ids import Part, content_id

PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def test_a_prefix_and_sixteen_hex_digits() -> None:
    prefix, _, digits = content_id("r", "text").partition("_")
    assert prefix == "r"
    assert len(digits) == 16
    assert set(digits) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a", None), ("a",)),
        (("1",), (1,)),
        (("a", "b"), ("b", "a")),
        ((["a", "b"],), ("a", "b")),
    ],
)
def test_different_parts_have_different_ids(one: tuple[Part, ...], other: tuple[Part, ...]) -> None:
    assert content_id("x", *one) != content_id("x", *other)


def test_the_order_of_keys_makes_no_difference() -> None:
    assert content_id("x", {"a": 1, "b": 2}) == content_id("x", {"b": 2, "a": 1})


def test_the_id_of_a_text_never_changes_between_versions() -> None:
    assert content_id("r", None, "An invented text.") == "r_a96ddf602a774bdc"


@pytest.mark.law
@given(st.lists(PARTS, max_size=3))
def test_any_parts_have_one_id(parts: list[Part]) -> None:
    assert content_id("x", *parts) == content_id("x", *parts)


def test_half_a_pair_of_surrogates_is_no_obstacle() -> None:
    assert content_id("r", "\ud800").startswith("r_")
