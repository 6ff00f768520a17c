"""The typed accessors of ``dateline.lexicon.places`` and what their tables must hold to."""

from dateline.lexicon.places import (
    area_rows,
    capitals,
    country_adjectives,
    country_rows,
    gazetteer_hash,
    region_adjectives,
    region_rows,
    seats,
    town_aliases,
    words,
)


def test_codes_of_adjectives_and_seats_are_known() -> None:
    countries = {row.code for row in country_rows()}
    regions = {row.code for row in region_rows()}
    assert set(country_adjectives().values()) <= countries
    assert set(seats().values()) <= countries
    assert set(region_adjectives().values()) <= regions
    assert {alias.country for alias in town_aliases()} <= countries
    assert {row.country for row in area_rows()} <= countries | {None}


def test_plurals_are_formed_where_english_has_them() -> None:
    found = country_adjectives()
    assert found["Ukrainians"] == "UA"
    assert "Chineses" not in found
    assert "Irishs" not in found


def test_every_region_counts_as_a_region() -> None:
    regions = {row.code: row for row in region_rows()}
    assert all(regions[row.counts_as].counts_as == row.counts_as for row in regions.values())
    assert regions["UA.20"].counts_as == "UA.11"


def test_capitals_of_countries_and_those_added() -> None:
    assert {("Kyiv", "UA"), ("Moscow", "RU"), ("Tel Aviv", "IL")} <= set(capitals())


def test_stop_words_hold_the_notorious_towns() -> None:
    notorious = {"of", "date", "reading", "most", "same", "march", "nice", "mobile", "bar"}
    assert notorious <= words("stop_words")


def test_hash_is_sixteen_hex_digits() -> None:
    assert len(gazetteer_hash()) == 16
