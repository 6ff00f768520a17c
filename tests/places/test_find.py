from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.places import Level, Use
from dateline.places.find import find_toponyms
from dateline.places.memory import MemoryGazetteer
from dateline.places.store import SqliteGazetteer
from dateline.text.prepare import prepare
from tests.places.conftest import Find

WORDS = ["Kharkiv", "Moscow", "the", "region", "of", "Texas", ",", ".", "Paris", "said", "Russian", "near",
         "Qorbanel", "districts", "and", "MOSCOW", "St.", "(", ")", "’s", "western", "Governor", "\n\n"]  # fmt: skip


def test_over_an_invented_world(invented: MemoryGazetteer) -> None:
    text = prepare(
        "Vendrian officials said shells hit Ostrelle in the Arvany region near Qorbanel."
    )
    found = find_toponyms(text, invented)
    assert [(t.text, t.use, t.place and t.place.id) for t in found] == [
        ("Vendrian", Use.ADJECTIVE, "x:1"),
        ("Ostrelle", Use.LITERAL, "x:4"),
        ("Arvany", Use.LITERAL, "x:2"),
        ("Qorbanel", Use.LITERAL, None),
    ]


def test_direction_and_country_make_a_vague_area(find: Find) -> None:
    (found,) = find("Depots burned in western Russia.")
    assert found.text == "western Russia"
    assert found.place is not None
    assert (found.place.level, found.place.country, found.place.latitude) == (
        Level.AREA,
        "RU",
        None,
    )


def test_direction_of_a_region_is_left_outside(find: Find) -> None:
    (found,) = find("Depots burned in northern Smolensk region.")
    assert found.place is not None
    assert (found.text, found.place.level) == ("Smolensk", Level.REGION)


def test_district_stays_unresolved(find: Find) -> None:
    (found,) = find("Depots burned in Yartsevo district.")
    assert (found.place, found.reason) == (None, "districts are not in the gazetteer")
    assert [place.name for place in found.candidates] == ["Yartsevo"]


def test_text_in_capitals(find: Find) -> None:
    found = find(
        "SAN SALVADOR, 3 JAN 90 -- SALVADORAN OFFICIALS REPORTED SEVERAL EXPLOSIONS DOWNTOWN."
    )
    assert [t.text for t in found] == ["SAN SALVADOR", "SALVADORAN"]


def test_nothing_in_an_empty_text(small: SqliteGazetteer) -> None:
    assert find_toponyms(prepare(""), small) == ()


@pytest.mark.law
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_spans_are_in_order_and_hold_their_text(words: list[str]) -> None:
    # the fixture of the small gazetteer would be shared by all examples; the fake is quick to make
    text = prepare(" ".join(words))
    found = find_toponyms(text, MemoryGazetteer(()))
    ends = 0
    for toponym in found:
        assert toponym.span.of(text.body) == toponym.text
        assert toponym.wide.contains(toponym.span)
        assert toponym.span.start >= ends
        ends = toponym.span.end


@pytest.mark.law
def test_laws_over_the_real_tables(small: SqliteGazetteer) -> None:
    @given(st.lists(st.sampled_from(WORDS), max_size=25))
    def law(words: list[str]) -> None:
        text = prepare(" ".join(words))
        found = find_toponyms(text, small)
        spans = [toponym.span for toponym in found]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        for toponym in found:
            assert toponym.span.of(text.body) == toponym.text
            assert toponym.wide.contains(toponym.span)
            if toponym.place is not None:
                assert toponym.place in toponym.candidates

    law()
